/* code.h - code tables: what a code means lives in config/codes.yaml, never in an if. */
#ifndef REC_CODE_H
#define REC_CODE_H

#include "base/arena.h"
#include "base/err.h"

struct codeattr { str name, value; };

struct code_item {
	str key;               /* "11" */
	str name;              /* 上门走访 */
	bool retired;          /* valid_to has passed: shown, no longer offered */
	struct codeattr *attr; /* contact: true, due_hours: 24 ... as written */
	size_t nattr;
};

struct code_table {
	str name;              /* VISIT_MODE */
	struct code_item *item;
	size_t n;
	struct code_item **first; /* what a form offers first (EDU_SHORT), or NULL */
	size_t nfirst;
};

/* The codes that mean one thing to the rules, in the order of their table, retired ones last. */
struct meaning { const str *key; size_t n; };

struct codebook {
	struct code_table *table;
	size_t n;
	const struct meaning *meaning; /* by the program's own numbers of meanings; or NULL */
};

const struct code_table *codebook_find(const struct codebook *, str name); /* or NULL */
const struct code_item *code_find(const struct code_table *, str key);     /* or NULL */
str code_name(const struct code_table *, str key); /* the key itself when there is none */
str code_attr(const struct code_item *, const char *name); /* {0} when absent */
bool code_is(const struct code_item *, const char *name);  /* attribute "true" */
/* An attribute that is a number; absent when there is none. */
bool code_count(const struct code_item *, const char *name, int64_t *out);
/* The first key whose attribute is this number; {0} when there is none. */
str code_counted(const struct code_table *, const char *name, int64_t n);
/* The key a new record starts with (`usual: true`); {0} when the table says none. */
str code_usual(const struct code_table *);

/* A key, a whole name, or the only name that starts with / contains what was typed; pinyin
 * initials too (smzf -> 上门走访).  What has a digit in it is a key or a whole name.
 * Ambiguous or unknown: a sentence with the candidates. */
enum rc code_parse(const struct code_table *, struct arena *, str typed, str *key, struct err *)
	MUST_CHECK;

#endif
