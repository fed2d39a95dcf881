/* yaml.h - YAML to structs by tables of keys; the only user of libyaml.
 *
 * A file is read whole into nodes that remember line and column; then tables of keys walk it.
 * Every problem is collected (unknown key with "did you mean", duplicate key, wrong kind), so
 * that one run shows all of them as file:line:col: sentence.  Scalars are plain text: on, no, y
 * are words.  Depth is limited and aliases are refused, so a hostile file costs nothing. */
#ifndef BASE_YAML_H
#define BASE_YAML_H

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/vec.h"

enum ykind { Y_SCALAR, Y_SEQ, Y_MAP };

struct ynode {
	enum ykind kind;
	str text;            /* Y_SCALAR */
	const char *file;    /* what messages call the file it stands in */
	uint32_t line, col;  /* from 1; columns count characters */
	uint32_t n;          /* children */
	struct ynode *key;   /* Y_MAP: n keys (scalars) */
	struct ynode *kid;   /* n values, or n items */
};

struct yproblem { const char *file; uint32_t line, col; str msg; };

/* One thing that an office has otherwise than shipped: own NULL is gone, shipped NULL is new. */
struct yoverride { str path; const struct ynode *shipped, *own; };

struct yfile {
	struct arena *a;     /* owns nodes and problems */
	str name;            /* what messages call it */
	struct ynode *root;  /* NULL when the file could not be read at all */
	struct yproblem *problem; /* at most 200, then one that says so */
	size_t nproblems;
	void *ctx;           /* for takers: whoever reads the file puts here what they need */
	struct yoverrides { VEC(struct yoverride); } over; /* yaml_merge(): what its own file changed */
};

/* Never fails as such: syntax errors become problems.  The file may be used while it has some.
 * A file of nothing but comments is an empty mapping.  All walkers take a NULL node and do nothing. */
struct yfile *yaml_read(struct arena *, str name, str text);
/* The same for a file that could not be read at all, and why. */
struct yfile *yaml_unread(struct arena *, str name, const char *why);
void yaml_problem(struct yfile *, const struct ynode *at, const char *fmt, ...) PRINTF(3, 4);
/* All problems as lines in e->msg (as many as fit, then "还有 N 处"), or RC_OK.  The full text for
 * `config check` is yaml_problems(). */
enum rc yaml_verdict(struct yfile *, struct err *) MUST_CHECK;
str yaml_problems(struct yfile *, struct arena *);

/* yaml_merge.c: how the lists and short forms of two files are told to be about the same thing.  path is
 * from the root, NULL-terminated; "*" is any key, and any element of a list. */
struct yrule {
	const char *path[4];
	const char *id;    /* of the mappings in a list: "name", "from+kind" both, "field|fact" either; NULL:
	                    * the list is taken whole */
	const char *brief; /* what a bare word stands for: `x` is {brief: x} */
	const char *whole; /* with another value of this key it is another thing: nothing is kept of the old */
};
/* Lays own over f: mappings by key, lists of mappings by what identifies their elements.  `drop: true`
 * in an element takes it out, a new one stands behind the one written before it, `replace: true` at the
 * root takes own as it is.  Nodes keep their places, f gets own's problems and what it changed. */
void yaml_merge(struct yfile *f, struct yfile *own, const struct yrule *, size_t nrules);
/* A node in one line, `{a: 1, b: [x, "1: 2"]}`: what is equal reads equal.  A mapping's own keys stand a
 * line each when lines is true. */
str yaml_text(struct arena *, const struct ynode *, bool lines);

/* One key a mapping may have: who takes its value, and into which member. */
struct ykey {
	const char *name;
	void (*take)(struct yfile *, const struct ynode *, void *dst);
	size_t off;
	bool required;
};

/* Values are taken in the order of the table, whatever the order of the file. */
void yaml_map(struct yfile *, const struct ynode *, const struct ykey *, size_t nkeys, void *dst);
/* An array of size-byte elements in f->a, one per item of a sequence; NULL and *n = 0 else. */
void *yaml_seq(struct yfile *, const struct ynode *, size_t size, size_t *n,
	void (*take)(struct yfile *, const struct ynode *, void *dst));
const struct ynode *ynode_get(const struct ynode *map, str key); /* or NULL */

/* Takers for struct ykey; dst is what the name says. */
void take_node(struct yfile *, const struct ynode *, void *node_dst); /* const struct ynode *: read later */
void take_scalar(struct yfile *, const struct ynode *, void *node_dst); /* the same, one value */
void take_str(struct yfile *, const struct ynode *, void *str_dst);
void take_int(struct yfile *, const struct ynode *, void *int64_dst);
void take_count(struct yfile *, const struct ynode *, void *int64_dst); /* not negative */
void take_bool(struct yfile *, const struct ynode *, void *bool_dst); /* true false yes no 是 否 */
void take_date(struct yfile *, const struct ynode *, void *date_dst);
/* A sequence of scalars, or one scalar: struct strs. */
struct strs { str *p; size_t n; };
void take_strs(struct yfile *, const struct ynode *, void *strs_dst);

#endif
