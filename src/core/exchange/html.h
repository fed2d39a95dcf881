/* html.h - text on a page: what means something to a browser is written so that it means itself. */
#ifndef CORE_EXCHANGE_HTML_H
#define CORE_EXCHANGE_HTML_H

#include "base/buf.h"

void html_text(struct buf *, str);

#endif
