/* tr.h - the language of the texts: Chinese as written in the source, or English from en.yaml. */
#ifndef BASE_TR_H
#define BASE_TR_H

#include "base/arena.h"
#include "base/yaml.h"

/* The text in the language in force: zh itself unless English was chosen and knows it. */
const char *tr(const char *zh);
str tr_str(str zh);

/* Adds what is wrong with config/en.yaml to its problems: a translation must print what it is given. */
void tr_check(struct yfile *);
/* Turn English on, with that table.  Nothing is turned on when something is wrong with it. */
enum rc tr_english(struct arena *, struct yfile *, struct err *) MUST_CHECK;
bool tr_is_english(void);

#endif
