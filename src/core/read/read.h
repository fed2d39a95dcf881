/* read.h - who asks, on what day, and the one door for a record: masked, and within their part of the
 * org tree. */
#ifndef CORE_READ_READ_H
#define CORE_READ_READ_H

#include "core/office/office.h"
#include "core/records/types.h"

struct session;

struct me {
	str login, name;     /* 周敏 */
	uint64_t worker;     /* 0 for the administrator of an embedded office */
	uint64_t unit;       /* the org they work for; 0 = none */
	str home;            /* the screen their role starts with */
	str scope;           /* division code: "" = everything */
	bool families;       /* their role sees some */
	bool admin;
};
const struct me *session_me(const struct session *);
const struct office *session_office(const struct session *);
const struct lex *session_lex(struct session *); /* with the current time */
moment session_now(const struct session *);
date session_today(const struct session *);
/* Their post has ended, or their login or role was taken away, since the session was opened: every
 * question is refused from now on. */
bool session_ended(const struct session *);
enum rc session_here(struct session *, struct err *) MUST_CHECK; /* the sentence for it */

/* Reading a record, a list about a family or its history is a look at the family; it is written with the next
 * commit, or when it is due and the loop says so. */
void session_pass(struct session *, int64_t ms); /* so much time has gone by */
bool session_looks_due(const struct session *);
/* What was revealed (work.h) goes out in clear while a screen reads what it shows, and nowhere else: neither into
 * a form, a draft nor a file.  session_reveals() grows when what is shown has to be read again. */
void session_revealing(struct session *, bool on);
uint64_t session_reveals(const struct session *);
/* While an office is made up nobody looks. */
void session_unseen(struct session *, bool on);

enum rc session_get(struct session *, struct arena *, const struct rec_type *, uint64_t id,
	struct rec **, struct err *) MUST_CHECK;
/* What names a record to people: 王秀兰 (梧桐-1), 周敏, 梧桐社区. */
str session_name(struct session *, struct arena *, const struct rec_type *, uint64_t id);

#endif
