/* bulletin.h - 网上计生协: notices, activities, hot-lines and policies as pages for the public.
 *
 * Plain HTML and one style sheet, no script, nothing from elsewhere.  A text in which the name, the telephone or the
 * address of a family or a member is found is not published: the whole bulletin is refused, with the place. */
#ifndef CORE_EXCHANGE_BULLETIN_H
#define CORE_EXCHANGE_BULLETIN_H

#include "core/work/work.h"

struct bulletin_page { const char *name; str text; };
enum { BULLETIN_PAGES = 4 };
/* What lies within reach of who asks, who must supervise; it is logged. */
enum rc bulletin_make(struct session *, struct arena *, struct bulletin_page out[BULLETIN_PAGES], struct err *)
	MUST_CHECK;

#endif
