/* lex.h - how records are named to people. */
#ifndef CORE_READ_LEX_H
#define CORE_READ_LEX_H

#include "core/read/view.h"

/* struct lex's ref_text: "" when there is none, or not for this person. */
str lex_ref_text(void *session, struct arena *, const char *type, uint64_t id);

/* struct lex's answers. */
enum rc lex_answers(void *session, struct arena *, str *survey, str *title, str *text, struct err *) MUST_CHECK;

#endif
