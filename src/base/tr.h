/* tr.h - the language of the texts: Chinese as written in the source, or English from en.yaml. */
#ifndef BASE_TR_H
#define BASE_TR_H

#include "base/arena.h"
#include "base/err.h"

/* The text in the language in force: zh itself unless English was chosen and knows it. */
const char *tr(const char *zh);
str tr_str(str zh);

/* Turn English on, with the table of config/en.yaml (yaml text; file is its name in messages). */
enum rc tr_english(struct arena *, str file, str yaml, struct err *) MUST_CHECK;
bool tr_is_english(void);

#endif
