/* rec.h - records described by tables.
 *
 * A record type is a plain struct and one table of its fields.  The table drives codec, forms,
 * lists, validation, CSV and JSON, indexes, masking, audit diff, merge, help.  The C type of a
 * member is its kind, so struct and table cannot disagree.  Only field_get() and field_set()
 * know that a field lives at an offset.  All-zero is "not set" for every kind. */
#ifndef REC_REC_H
#define REC_REC_H

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/lunar.h"

typedef struct { str s; } note;    /* text of several lines */
typedef struct { str key; } code;  /* key in a code table */
typedef struct { str keys; } codes;/* keys, blank between them, in table order */
typedef struct { bool set; int64_t v; } num;
typedef struct { bool set; int64_t fen; } money;  /* 分 */
typedef struct { uint8_t v; } flag;               /* 0 unset, else FLAG_ */
typedef struct { uint64_t id; } ref;
typedef struct { str ids; } refs;  /* decimal ids, blank between them, no twice */
typedef struct { str s; } texts;   /* several short texts, newline between them */
typedef struct { str s; } phone;   /* ident.h, normal form */
typedef struct { str s; } citizen; /* ident.h, normal form */
typedef struct { str s; } certno;
typedef struct { str s; } division;
typedef struct { str b; } bytes;   /* not for people: encoded records in the log */
enum { FLAG_YES = 1, FLAG_NO = 2 };

/* What only rows have: the answers of lists.  They are never stored nor typed in. */
typedef struct { bool set; int32_t num, den; } ratio; /* den 0: nothing to measure */
enum due_state { DUE_NOT_ASKED, DUE_MET, DUE_OPEN, DUE_SOFT, DUE_OVERDUE, DUE_URGENT };
typedef struct { uint8_t state; date day; } due_on;   /* an enum due_state, and since or until when */
typedef struct { const struct reason *p; uint32_t n; } reasons;

enum kind {
	K_TEXT = 1, K_NOTE, K_CODE, K_CODES, K_NUM, K_MONEY, K_DATE, K_PDATE, K_MONTH, K_TIME,
	K_FLAG, K_REF, K_REFS, K_TEXTS, K_PHONE, K_CITIZEN, K_CERT, K_DIVISION, K_LUNAR, K_BYTES,
	K_RATIO, K_DUE, K_REASONS,
	K_STORED = K_BYTES, /* the last one that a record on disk may have */
};

#define KIND_OF(S, m) \
	_Generic(((struct S *)0)->m, str: K_TEXT, note: K_NOTE, code: K_CODE, codes: K_CODES, \
		num: K_NUM, money: K_MONEY, date: K_DATE, pdate: K_PDATE, month: K_MONTH, \
		moment: K_TIME, flag: K_FLAG, ref: K_REF, refs: K_REFS, texts: K_TEXTS, \
		phone: K_PHONE, citizen: K_CITIZEN, certno: K_CERT, division: K_DIVISION, \
		lunarday: K_LUNAR, bytes: K_BYTES, ratio: K_RATIO, due_on: K_DUE, reasons: K_REASONS)

enum {
	F_REQUIRED = 1, /* refuses to save without */
	F_COMPUTED = 2, /* filled in by the program; forms show it, nobody types it */
	F_NAME = 4,     /* a personal name: sorted and searched by its readings */
	F_OFF = 8,      /* off by default: forms leave it out unless the office turns it on */
	F_LIVE = 16,    /* codes: only from what is not retired */
	F_TODAY = 32,   /* a new record starts with today */
	F_ME = 64,      /* a new record starts with whoever writes it */
	F_USUAL = 128,  /* a new record starts with the usual code of its table; a flag with yes */
	F_DATED = 256,  /* rules read it about other days: every change is kept with its day */
	F_PAST = 512,   /* the day of something done: refused while it is to come */
	F_SUPERVISED = 1024, /* only who supervises may change it */
	F_SIGNED = 2048,     /* the signature of whoever sets it, under what somebody else did */
	F_WITHIN = 4096,     /* may newly refer only to what the writer may reach */
	F_RANK = 8192,       /* says who somebody is to the program: what the writer's role grants, never of oneself */
	F_ORIGIN = 16384, /* says only where it came from: that may be void, or go over to another family */
	F_WORDS = 32768, /* text of the program itself: in the reader's language where it is shown */
	F_SHORT = 65536, /* a day without its year when it is near, a share in whole per cent */
	F_HERE = 262144, /* a new record starts with the community its writer works in */
	F_TARGET = 131072, /* TYPE:ID or TYPE:ID/DETAIL of another record: shown by its name */
};

/* How private, sens: 0 public .. 2 personal, 3 sensitive, 4 restricted. */
struct field {
	uint16_t tag;      /* on disk for ever: 1-999 ours, 1000+ the office's */
	uint8_t kind;
	uint8_t sens;      /* how private: 0 public, 1 internal, 2 personal, 3 sensitive, 4 restricted */
	uint32_t flags;
	uint8_t weight;    /* share in the completeness of the file; 0 = none */
	uint16_t max;      /* characters, s(n); 0 = no limit but the store's */
	int16_t off;       /* in the struct; or ~slot for an office field */
	const char *name;  /* in YAML, CSV, JSON, on the command line, in the log */
	const char *label; /* on the screen, Chinese */
	const char *of;    /* K_REF, K_REFS: record type; K_CODE, K_CODES: code table */
	const char *hint;  /* one line of help, or NULL */
	const char *unit;  /* K_NUM: what people read behind the number, or NULL */
	int64_t least, most; /* of a K_NUM or K_MONEY (分); most 0: as much as is sane */
	const char *later; /* with F_PAST: the field for what is still to come, or NULL */
	const char *since; /* F_DATED: the field with the day a change takes effect; NULL: the day it is made */
	const char *evidence; /* F_DATED: the field with what it rests on; NULL: none */
};

#define FIELD(S, t, m, ...) \
	{ .tag = t, .name = #m, .kind = KIND_OF(S, m), .off = offsetof(struct S, m), __VA_ARGS__ }

/* The value of any field of any kind.  Text kinds use s, the others n. */
typedef struct { bool set; int64_t n; str s; } val;

/* One thing a rule says: points, whom it is about, and a sentence whose parts are values, so that the
 * language, the length of a day and the names of codes are the reader's.  It is recognised by rule
 * and record, never by its words. */
struct said { uint8_t kind; uint32_t flags; const char *of; val v; }; /* a value, see struct field */
struct reason {
	const char *rule;      /* or NULL: of no rule */
	int64_t points;        /* 0: not shown */
	const char *type;      /* what it is about; NULL: nothing by itself */
	uint64_t id;
	const char *text;      /* Chinese, a %s for every part */
	const struct said *part; /* ends with kind 0; NULL: none */
};

struct rec { /* the first member of every record struct */
	uint64_t id;
	uint32_t version; /* 0 = never stored, then +1 per commit */
	uint32_t nextra;
	val *extra;       /* the office's own fields, by slot */
	str unknown;      /* fields a newer program wrote, kept as they are */
	/* A record is never removed: a mark takes it out of the lists and its number stays its own. */
	str void_why;     /* set: void */
	ref void_by;
};

/* The rows of the mark, last in the table of every type; the tags are on disk. */
#define FIELDS_VOID(tag_by, tag_why) \
	{ .tag = tag_by, .name = "void_by", .label = "作废人", .kind = K_REF, .of = "worker", .sens = 1, \
		.off = offsetof(struct rec, void_by), .flags = F_COMPUTED }, \
	{ .tag = tag_why, .name = "void_why", .label = "作废原因", .kind = K_TEXT, .sens = 1, .max = 60, \
		.off = offsetof(struct rec, void_why), .flags = F_COMPUTED }

static inline bool rec_voided(const struct rec *r)
{
	return r->void_why.n != 0;
}

/* An index of the store: entries in the order of these fields, and copies of a few others to read
 * without opening the record.  Names of fields, NULL-terminated. */
struct index {
	const char *name;
	const char *key[4];
	const char *cover[5];
	bool unique; /* one live record per value (citizen id): refused at commit */
	bool voided; /* void records stand in it, too; they are shown, marked */
};

/* Two days of a record that have an order, by the names of their fields: dates, partial dates,
 * months or moments.  What is only known to the month or the day may lie anywhere in it. */
struct order {
	const char *before, *after;
	bool apart; /* the same day is too early as well */
};
#define ORDER(b, a, ...) { .before = #b, .after = #a, __VA_ARGS__ }

struct snap; /* store/store.h: a consistent view of all records */
struct lex;  /* rec/text.h */
struct check {
	struct snap *view;      /* what a rule across records may read; inside the transaction */
	const struct lex *lex;
	moment now;
	const struct rec *was;  /* NULL when new */
	struct rec *is;         /* may be completed (birth from the id, file number) */
	bool undoing;           /* it becomes what it was: what had its reason then needs none now */
	struct arena *a;
	void *ctx;              /* core's: struct session */
};

struct rec_type {
	const char *name;   /* family */
	const char *label;  /* 家庭 */
	uint8_t tag;        /* on disk for ever */
	size_t size;
	const struct field *fields;
	uint32_t nfields, nextra;
	const struct index *indexes;
	uint32_t nindexes;
	const struct order *orders;
	uint32_t norders;
	const char *owner;  /* the K_REF field naming the family its entries belong to; "" = itself */
	const char *unit;   /* the same for the org it belongs to; of what has neither, the office is the owner */
	bool open;          /* with a unit: known beyond its line of the tree, too; else only that unit, those above it
	                     * and those below it know that it is there */
	bool contact;       /* says whom to call about a family: told beyond everybody's reach, too */
	const char *title;  /* the field that names a record to people */
	const char *duty;   /* what a role of roles.yaml must be allowed to write it; NULL: the administrator */
	/* What a table cannot say.  Runs inside the write transaction on the merged record, before
	 * it is compared and stored. */
	enum rc (*check)(struct check *, struct err *);
	/* A row that tells more of a record begins with its struct: whose fields come before its own. */
	const struct rec_type *base;
};

#define REC_TYPE(S, t, lab, ...) \
	{ .name = #S, .label = lab, .tag = t, .size = sizeof(struct S), .fields = S##_fields, \
		.nfields = COUNT(S##_fields), __VA_ARGS__ }

#define EACH_FIELD(f, t) \
	(const struct field *f = (t)->fields; f < (t)->fields + (t)->nfields; f++)

const struct field *type_field(const struct rec_type *, str name); /* or NULL */
bool field_owns(const struct field *, const struct rec_type *); /* does it say which family a record of this type is of? */
bool field_aims(const struct field *, const struct rec_type *); /* does it refer to records of this type? */
/* A copy of t with the office's rows appended (config/fields.yaml). */
struct rec_type *type_extend(struct arena *, const struct rec_type *t, const struct field *office,
	uint32_t n);
/* The type of rows that are records of base and what row's table adds. */
const struct rec_type *type_join(struct arena *, const struct rec_type *base,
	const struct rec_type *row);

static inline bool kind_is_text(uint8_t k)
{
	return k == K_TEXT || k == K_NOTE || k == K_CODE || k == K_CODES || k == K_REFS ||
	       k == K_TEXTS || k == K_PHONE || k == K_CITIZEN || k == K_CERT || k == K_DIVISION ||
	       k == K_BYTES;
}

/* r may be NULL, meaning "no such record": every field is unset. */
val field_get(const struct field *, const struct rec *r);
void field_set(const struct field *, struct rec *, val);
bool val_eq(val, val);
/* The order of a column: numbers, days and ratios by size, texts by their bytes, unset ones last. */
int val_cmp(const struct field *, val, val);
ratio val_ratio(val);
due_on val_due(val);
reasons val_reasons(val);
/* By name; asserts that the type has such a field. */
val rec_get(const struct rec_type *, const struct rec *, const char *field);
void rec_set(const struct rec_type *, struct rec *, const char *field, val);

struct rec *rec_new(struct arena *, const struct rec_type *);
/* A copy to edit, all of it in the arena, id and version included. */
struct rec *rec_dup(struct arena *, const struct rec_type *, const struct rec *);

/* codec.c.  Tolerant: unknown tags are kept and written back. */
str rec_encode(struct arena *, const struct rec_type *, const struct rec *);
/* Strings of *out borrow from in; valid as long as in is.  RC_IO when damaged. */
enum rc rec_decode(struct arena *, const struct rec_type *, str in, struct rec **out,
	struct err *) MUST_CHECK;

/* check.c: type->check, and then what the table says: required, code in its table, lengths, forbidden
 * characters, numbers in their bounds, nothing done that is still to come, no end before its beginning. */
enum rc rec_check(const struct rec_type *, struct check *, struct err *) MUST_CHECK;
/* Is this field new to the record, or another value than it was?  All of a record is new that comes
 * back from a void mark. */
bool check_changed(const struct check *, const struct field *);

/* diff.c */
struct change { const struct field *field; val was, is; };
/* out has room for t->nfields; returns how many changed. */
size_t rec_diff(const struct rec_type *, const struct rec *was, const struct rec *is,
	struct change *out);
/* Replay base->mine onto theirs, field by field.  RC_CONFLICT names the first field both changed
 * to different values; *conflicts (may be NULL, room for nfields) gets all of them. */
enum rc rec_merge(const struct rec_type *, const struct rec *base, const struct rec *mine,
	struct rec *theirs, const struct field **conflicts, size_t *nconflicts, struct err *)
	MUST_CHECK;

#endif
