/* session.h - one person at work: all that screens and the command line may ask of the core.
 *
 * Every get, list, find and save goes through here, within the person's part of the org tree.
 * What the person may not see arrives masked (and equal in base and rec, hence untouched by a
 * save).  Nobody above this layer sees store/. */
#ifndef CORE_SESSION_H
#define CORE_SESSION_H

#include "base/vec.h"
#include "core/office/office.h"
#include "core/records/types.h"

struct session;

struct session_opts {
	const char *data;    /* the data directory */
	const char *config;  /* the office's own settings, or NULL for DATA/config */
	const char *as;      /* --as LOGIN, or NULL */
	bool read_only;
	bool create;         /* make a new office when there is none (demo, first start) */
};

/* Without --as: whoever owns the data directory is the office's administrator.  --as is believed
 * only when the real user owns it. */
enum rc session_open(struct arena *, const struct session_opts *, struct session **, struct err *)
	MUST_CHECK;
void session_close(struct session *);
bool session_exists(const char *data); /* is there an office in this directory? */

struct me {
	str login, name;     /* 周敏 */
	uint64_t worker;     /* 0 for the administrator of an embedded office */
	uint64_t unit;       /* the org they work for; 0 = none */
	str home;            /* the screen their role starts with */
	str scope;           /* division code: "" = everything */
	bool admin;
};
const struct me *session_me(const struct session *);
const struct office *session_office(const struct session *);
const struct lex *session_lex(struct session *); /* with the current time */
moment session_now(const struct session *);
date session_today(const struct session *);
bool session_read_only(const struct session *);
/* Their post has ended, or their login or role was taken away, since the session was opened: every
 * question is refused from now on. */
bool session_ended(const struct session *);
enum rc session_here(struct session *, struct err *) MUST_CHECK; /* the sentence for it */
str session_warning(const struct session *); /* disk nearly full ..., or "" */

/* Has anybody, ourselves included, committed since this tick?  fd: readable when it may be so. */
uint64_t session_tick(struct session *);
bool session_stale(const struct session *, uint64_t tick);
int session_fd(const struct session *);
void session_drain(struct session *);

/* ---- records -------------------------------------------------------------------------------- */

enum rc session_get(struct session *, struct arena *, const struct rec_type *, uint64_t id,
	struct rec **, struct err *) MUST_CHECK;
/* "family:7", "梧桐-7", "230402001001-0007", or a query with exactly one hit. */
enum rc session_ref(struct session *, str text, const struct rec_type **, uint64_t *id,
	struct err *) MUST_CHECK;
/* What names a record to people: 王秀兰 (梧桐-1), 周敏, 梧桐社区. */
str session_name(struct session *, struct arena *, const struct rec_type *, uint64_t id);
/* A new record with what is usual filled in (visit: today, by me; family: opened today ...).
 * about: the family it belongs to, or 0. */
enum rc session_new(struct session *, struct arena *, const struct rec_type *, uint64_t about,
	struct rec **, struct err *) MUST_CHECK;

struct save {
	const struct rec_type *type;
	const struct rec *base; /* NULL creates */
	struct rec *rec;
	uint64_t id;            /* out */
	bool merged;            /* out: somebody else's change was kept as well */
	const struct field **conflict; /* out, with RC_CONFLICT; in the caller's arena */
	size_t nconflict;
};
/* All or nothing.  why may be "".  A new family with its head: saves[0] the family (head unset),
 * saves[1] the person (family unset): an unset F_REQUIRED ref to a type saved earlier in the same
 * call is filled with that record's new id, and family.head with the first person. */
enum rc session_save(struct session *, struct arena *, str why, struct save *, size_t n,
	struct err *) MUST_CHECK;
/* The same for many at once, logged as an import; one undo takes all of it back. */
enum rc session_import(struct session *, struct arena *, str why, struct save *, size_t n,
	struct err *) MUST_CHECK;
enum rc session_void(struct session *, const struct rec_type *, uint64_t id, str why,
	struct err *) MUST_CHECK;
/* Things worth a look before saving: the same visit twice, look-alike persons, a late entry.
 * Sentences; n = 0 is fine. */
struct warning { str text; const struct rec_type *type; uint64_t id; const char *field; };
enum rc session_warnings(struct session *, struct arena *, const struct rec_type *,
	const struct rec *base, const struct rec *rec, struct warning **, size_t *n, struct err *)
	MUST_CHECK;

/* ---- lists ---------------------------------------------------------------------------------- */

enum tone { TONE_NONE, TONE_RED, TONE_YELLOW, TONE_GREEN, TONE_DIM };

struct row {
	const struct rec *rec;  /* of the page's type, masked like session_get */
	const struct rec_type *type; /* the record it is about, NULL: none */
	uint64_t id;
	enum tone tone;
	str group;              /* heading, Chinese; rows of one group are together; {0} = none */
};
struct page {
	const struct rec_type *type; /* of all its rows: the record itself, or lists/rows.h */
	struct row *row;
	size_t n;
	size_t at;              /* index of row[0] in the whole list */
	size_t total;           /* of the whole list */
	size_t beyond;          /* how many more there are that the list does not put in order */
	uint64_t tick;
	bool whole;             /* these are all rows, whatever window was asked for */
	bool barred;            /* not for this person: no rows, though there may be some */
};
struct query {
	const char *name;       /* today, families, workers, visits-of, members-of ... */
	const char *label;
	const struct rec_type *type; /* what its rows are about */
	const char *about;      /* the type its argument refers to (org|worker: one of them); NULL: none */
	const struct rec_type *row; /* what its rows are; acts and columns are checked against it */
	const char *columns;    /* fields of a row worth a line of text, "file head state" */
	bool words;             /* takes what was typed, or how to add up */
	bool sums;              /* rows of numbers, which need their titles above them */
};
const struct query *const *query_all(void); /* NULL-terminated */
const struct query *query_find(str name);
/* Is it asked about one record, of this type and no other? */
bool query_is_about(const struct query *, const struct rec_type *);
/* The row's table with the office's own fields. */
const struct rec_type *query_row(struct arena *, const struct office *, const struct query *);

struct ask {
	const struct query *query;
	uint64_t about;         /* 0 = none */
	const struct rec_type *about_type; /* of about where the query takes several; NULL: the first */
	str line;               /* what was typed, for a query that takes words */
	struct span span;       /* the days a board or a past is about; {0} = today */
	str sort;               /* a field of the rows, "-" before it: the greatest first; {0}: the list's order */
	size_t at, n;           /* window wanted; n 0 = as many as there are, at most 100,000 */
};
enum rc session_list(struct session *, struct arena *, const struct ask *, struct page *,
	struct err *) MUST_CHECK;
/* The families go from one contact person to another on a day: the old assignments end the day
 * before, the new ones start with the handover's date and end as the old ones would have; what was
 * planned for the one is planned for the other.  One commit, one undo.  n 0: all of them.  reason: key of
 * ASSIGN_REASON, "" = the load is shared anew.  *moved counts families. */
struct handover { uint64_t from, to; date on; str reason; const uint64_t *family; size_t n; };
enum rc session_handover(struct session *, struct arena *, const struct handover *, size_t *moved,
	struct err *) MUST_CHECK;
/* Two files of one family become one: everything that belongs to `from` goes to `to`, and `from` is
 * closed with reason 并入其他档案.  A person of both is one afterwards.  taken are the fields of the
 * family that come from the file that ends.  *moved counts the records that went over.  One commit;
 * undo takes it apart again. */
enum rc session_merge(struct session *, struct arena *, uint64_t from, uint64_t to,
	const struct field *const *taken, size_t ntaken, size_t *moved, struct err *) MUST_CHECK;
/* A family splits (divorce): these members get a file of their own in the same community, with the
 * same contact persons; the child stays recorded in both.  Returns the new family. */
enum rc session_split(struct session *, struct arena *, uint64_t family, const uint64_t *person,
	size_t n, uint64_t *made, struct err *) MUST_CHECK;
/* Deals with a reminder: state is a key of WAIVER_STATE.  A day the family does not want comes off its
 * days for good. */
struct due_row;
enum rc session_waive(struct session *, const struct due_row *, code state, struct err *) MUST_CHECK;
/* One entry in the log for what changed nothing: act is a key of AUDIT (search, when it led somewhere;
 * print), text what was searched or printed. */
enum rc session_log(struct session *, str act, str text, const struct rec_type *, uint64_t id,
	struct err *) MUST_CHECK;

/* What the rules say of one person's claim to special support: proposed with its
 * reasons; a person decides. */
struct condition { str text; bool holds; };
struct entitled {
	const struct person *person;
	bool eligible, unknown;  /* unknown: something that decides is not filled in */
	str kind;                /* of TEFU_KIND */
	int64_t yuan;            /* a month, by the amounts of the day */
	struct { VEC(struct condition); } why;
};
enum rc session_eligible(struct session *, struct arena *, uint64_t family, date on,
	struct entitled **, size_t *n, struct err *) MUST_CHECK;

/* ---- history, undo -------------------------------------------------------------------------- */

struct past { /* one field changed once */
	uint64_t entry, commit;
	moment at;
	str who, act, why;
	const struct field *field; /* NULL for the line of an act without fields */
	str was, is;               /* as people read them, masked like the record */
};
enum rc session_history(struct session *, struct arena *, const struct rec_type *, uint64_t id,
	struct past **, size_t *n, struct err *) MUST_CHECK;

struct undo { uint64_t commit; str title; struct past *past; size_t n; };
/* My own last change that has not been undone, and what undoing it would do (was = now). */
enum rc session_undo_peek(struct session *, struct arena *, struct undo *, struct err *)
	MUST_CHECK; /* RC_NOT_FOUND: nothing to undo */
/* Writes the compensating entry; RC_CONFLICT when somebody changed a field meanwhile. */
enum rc session_undo(struct session *, uint64_t commit, struct err *) MUST_CHECK;

/* ---- drafts --------------------------------------------------------------------------------- */

struct unsaved {
	const struct rec_type *type;
	const struct rec *base; /* NULL = new */
	struct rec *rec;
	str screen, field, key;
	moment at;
	str title;              /* 走访记录 王秀兰 (梧桐-1), 12 分钟前 */
};
/* Cheap: no fsync, no LMDB.  key tells drafts of one person apart: "visit:new:family:7". */
enum rc session_draft_save(struct session *, const struct unsaved *, struct err *) MUST_CHECK;
enum rc session_drafts(struct session *, struct arena *, struct unsaved **, size_t *n,
	struct err *) MUST_CHECK;
void session_draft_drop(struct session *, str key);

/* ---- looking after the office --------------------------------------------------------------- */

enum rc session_check(struct session *, void (*say)(void *, str), void *arg, uint64_t *bad,
	struct err *) MUST_CHECK;
/* The administrator's: builds what is derived again and puts counters right. */
enum rc session_reindex(struct session *, struct err *) MUST_CHECK;

#endif
