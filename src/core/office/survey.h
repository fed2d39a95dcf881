/* survey.h - surveys as an office writes them (config/surveys/NAME.yaml): questions, when each is asked, and what was
 * answered, a line a question: name=value. */
#ifndef CORE_SURVEY_H
#define CORE_SURVEY_H

#include "core/office/office.h"

enum asks { ASKS_TEXT, ASKS_CHOICE, ASKS_CHOICES, ASKS_NUMBER, ASKS_DATE };
struct question {
	str name, ask;
	enum asks kind;
	struct strs choices;
	int64_t least, most;   /* of a number; most 0: no bounds */
	const struct question *when; /* an earlier one; NULL: always asked */
	struct strs is;        /* asked when that one's answer is, or has, one of these */
};
struct survey { str name, title; struct question *question; size_t n; };

/* By its name or its title. */
enum rc survey_load(struct arena *, const struct office *, str name, const struct survey **, struct err *) MUST_CHECK;
struct survey_names { VEC(str); };
struct survey_names survey_all(struct arena *, const struct office *);
str survey_problems(struct arena *, const struct office *, str file); /* as lines: file:line:col */
const char *survey_kind(enum asks);

/* The answers, one a question in their order, empty: none.  Refused is what is no answer, what is answered twice, and
 * what was not to be asked after what was answered before. */
enum rc survey_read(struct arena *, const struct survey *, str text, date today, str *answer, struct err *) MUST_CHECK;
str survey_text(struct arena *, const struct survey *, const str *answer);
/* Is this among the choices that an answer made? */
bool survey_chose(str answer, str choice);
/* Is this question asked after those answers? */
bool survey_asks(const struct survey *, const str *answer, const struct question *);

#endif
