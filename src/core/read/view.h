/* view.h - a session and its view of the office: the snapshot a question is answered from, and records as
 * they stand in it. */
#ifndef CORE_READ_VIEW_H
#define CORE_READ_VIEW_H

#include "base/buf.h"
#include "base/str.h"
#include "base/tr.h"
#include "base/vec.h"
#include "core/read/read.h"
#include "store/store.h"

/* What a snapshot, and the day, made of something that is kept until one of them moves. */
struct seen_at { uint64_t tick; int32_t day; };
/* Numbers of records, sorted. */
struct remembered { VEC(uint64_t); struct arena a; struct seen_at at; };

/* What was looked at and is not in the log yet; and what need not be said again (looks.c). */
struct looked { uint64_t family; int32_t day; const char *act; };
struct looks {
	VEC(struct note);
	struct arena a;
	int64_t age;             /* of the first of them, in ms (session_pass) */
	struct { VEC(struct looked); } seen;
};

/* A field of a record that is shown for a moment (reveal.c); left: ms. */
struct revealed { uint8_t type; uint16_t field; uint64_t id; int64_t left; };

/* A family that was opened in an emergency (glass.c). */
struct broken { uint64_t family; moment until; };

struct session {
	struct arena *a;         /* program lifetime */
	struct office *office;
	struct store *store;
	struct schema schema;
	struct lex lex;
	struct me me;
	const struct role *role; /* NULL for the administrator */
	const char *data;
	const struct founding *founding; /* while a new office is made; NULL: the units of office.yaml */
	const struct rescue_plan *rescue; /* while one is made out of a damaged one */
	bool read_only;
	bool unseen;             /* nobody looks: what a program reads of an office that it makes up */
	struct looks looks;
	struct { VEC(struct revealed); } revealed;
	struct { VEC(struct broken); struct arena a; uint64_t tick; } glass;
	uint64_t reveals;        /* grows whenever one of them begins or ends */
	bool revealing;          /* what is asked now is only shown */
	str backup_warning;      /* as it was when the session began */
	struct snap *view;       /* the snapshot in use, or the view of a running commit */
	int depth;               /* how many enter() are open */
	struct seen_at me_at;    /* when the record of who is at work was last read */
	int present;             /* holds that this session is in (store/present.h); -1: it does not say so */
	bool ended;              /* and it said that their work here is over */
	struct remembered mine, orgs, above; /* reach.c: my families, the orgs of my part of the tree, those above it */
	struct err trouble;      /* what could not be read while this question was answered */
	struct scores *scores;   /* scores.c: what the boards count, kept between two looks */
};

/* Open the snapshot unless one is open already; every enter() needs its leave().  Whose post has ended
 * does not come in. */
enum rc enter(struct session *, struct err *) MUST_CHECK;
void leave(struct session *);
/* The same with the answer: what could not be read on the way is the answer of the whole question. */
enum rc leave_with(struct session *, enum rc, struct err *) MUST_CHECK;
/* A rule that can only say "none" could not read: not there and not readable are two answers. */
void trouble(struct session *, const struct err *);
enum rc troubled(struct session *, enum rc, struct err *) MUST_CHECK; /* the first of both */
/* What is remembered of a snapshot is read again in the next. */
void forget_view(struct session *);

const struct rec_type *type_of(const struct session *, const struct rec_type *shipped);

/* Unmasked reads for rules and facts; NULL when there is none; what cannot be read is trouble().  Inside
 * enter(). */
struct rec *peek(struct session *, struct arena *, const struct rec_type *, uint64_t id);
/* Void ones, too. */
struct rec *peek_any(struct session *, struct arena *, const struct rec_type *, uint64_t id);
struct family *peek_family(struct session *, struct arena *, uint64_t id);
struct person *peek_person(struct session *, struct arena *, uint64_t id);
struct worker *peek_worker(struct session *, struct arena *, uint64_t id);
struct org *peek_org(struct session *, struct arena *, uint64_t id);

#endif
