/* template.h - a page as an office may write it itself: text, and in it the names of what is to stand there.
 *
 *	{{field}}                      a field of the record, escaped for HTML; what is not set is nothing
 *	{{#list}} ... {{/list}}        once for every row of a list; inside, the fields of the row, else those around it
 *
 * A list is one that goes with the print, a reference of the record ({{#community}}{{phone}}{{/community}}: the record it
 * refers to), `fields` ({{label}} and {{text}} of all that the record says), or a list of lists/query.c, about this
 * record or about none.  Every record has {{name}}, every row {{no}}.  There is nothing more: no conditions, no way
 * around the escaping, none around the masks. */
#ifndef CORE_EXCHANGE_TEMPLATE_H
#define CORE_EXCHANGE_TEMPLATE_H

#include "core/lists/lists.h"

/* What names mean at a place, and then around it.  While a template is judged there are types and no records. */
struct tword { const char *name; str text; };
struct tlist;
struct tplace {
	const struct tplace *up;
	const struct tword *word;
	size_t nwords;
	const struct tlist *list;      /* those that go with the print */
	size_t nlists;
	const struct rec_type *type;   /* of the row; NULL: words alone */
	const struct rec *rec;
	const struct rec_type *of;     /* the record the row is about; NULL: none */
	uint64_t id;
};
struct tlist { const char *name; const struct tplace *like; const struct tplace *row; size_t n; };

struct tpart;
struct template {
	struct yfile *file;            /* its problems */
	const struct tpart *part;
	size_t n;
};
/* shared: the page is for others than those it is about, so what tells who somebody is may not stand on it. */
enum rc template_load(struct arena *, const struct office *, str name, const struct tplace *root, bool shared,
	const struct template **, struct err *) MUST_CHECK;
str template_problems(struct arena *, const struct office *, str name, const struct tplace *root, bool shared);
/* Does this field tell who somebody is, or how they are? */
bool template_private(const struct office *, const struct field *);

struct tfill {
	struct session *s;
	struct arena *a;
	struct span span;              /* of lists about a period; {0}: none */
	bool colleagues;               /* say who looked, by name */
	struct remembered_families { VEC(uint64_t); } families; /* out: of which rows were written */
};
enum rc template_fill(struct tfill *, const struct template *, const struct tplace *root, struct buf *, struct err *)
	MUST_CHECK;
/* The row that tells of a record of this type, as it is while a template is judged. */
struct tplace template_about(const struct rec_type *);

#endif
