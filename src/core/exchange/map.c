/* map.c - reads column maps and resolves their fields against the record tables. */
#include "core/exchange/map.h"

#include "base/str.h"
#include "base/utf8.h"
#include "core/office/settings.h"
#include "core/records/types.h"

const struct rec_type *const part_type[PARTS] = {
	[PART_FAMILY] = &family_type,
	[PART_HEAD] = &person_type,
	[PART_CHILD] = &person_type,
};

static const char *const part_prefix[PARTS] = {
	[PART_FAMILY] = "family.",
	[PART_HEAD] = "head.",
	[PART_CHILD] = "child.",
};

struct raw_column { /* as written, before its fields are looked up */
	const struct ynode *field, *with, *owner, *next;
	struct map_column c;
};

struct raw_map {
	struct raw_column *column;
	size_t n;
	struct strs children;
	str reason;
	struct strs ditto, footers;
	struct map_group *group;
	size_t ngroups;
	struct map_contact *contact;
	size_t ncontacts;
};

static void take_values(struct yfile *f, const struct ynode *n, void *dst)
{
	struct map_column *c = dst;

	if (n->kind != Y_MAP) {
		yaml_problem(f, n, "values 要写成 {名册里的词: 代码}");
		return;
	}
	c->value = ARENA_ARRAY(f->a, struct map_value, n->n);
	for (uint32_t i = 0; i < n->n; i++) {
		if (n->kid[i].kind != Y_SCALAR)
			yaml_problem(f, &n->kid[i], "这里要写一个代码");
		c->value[c->nvalues++] = (struct map_value){ n->key[i].text, n->kid[i].text };
	}
}

static void take_column(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "field", take_scalar, offsetof(struct raw_column, field), true },
		{ "titles", take_strs, offsetof(struct raw_column, c.titles), false },
		{ "required", take_bool, offsetof(struct raw_column, c.required), false },
		{ "merged", take_bool, offsetof(struct raw_column, c.merged), false },
		{ "owner", take_scalar, offsetof(struct raw_column, owner), false },
		{ "next", take_scalar, offsetof(struct raw_column, next), false },
		{ "new", take_str, offsetof(struct raw_column, c.fresh), false },
		{ "with", take_scalar, offsetof(struct raw_column, with), false },
		{ "values", take_values, offsetof(struct raw_column, c), false },
	};

	yaml_map(f, n, keys, COUNT(keys), dst);
}

static void take_columns(struct yfile *f, const struct ynode *n, void *dst)
{
	struct raw_map *m = dst;

	m->column = yaml_seq(f, n, sizeof *m->column, &m->n, take_column);
}

static void take_group(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "prefix", take_str, offsetof(struct map_group, prefix), true },
		{ "titles", take_strs, offsetof(struct map_group, titles), true },
	};

	yaml_map(f, n, keys, COUNT(keys), dst);
}

static void take_groups(struct yfile *f, const struct ynode *n, void *dst)
{
	struct raw_map *m = dst;

	m->group = yaml_seq(f, n, sizeof *m->group, &m->ngroups, take_group);
}

static void take_contact(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "post", take_str, offsetof(struct map_contact, post), true },
		{ "titles", take_strs, offsetof(struct map_contact, titles), true },
		{ "phone", take_strs, offsetof(struct map_contact, phone), false },
	};
	const struct office *o = f->ctx;
	struct map_contact *c = dst;

	yaml_map(f, n, keys, COUNT(keys), c);
	if (c->post.n && !code_find(codebook_find(&o->codes, S("ASSIGN_POST")), c->post))
		yaml_problem(f, n, "codes.yaml 的 ASSIGN_POST 里没有“%.*s”", STR_FMT(c->post));
}

static void take_contacts(struct yfile *f, const struct ynode *n, void *dst)
{
	struct raw_map *m = dst;

	m->contact = yaml_seq(f, n, sizeof *m->contact, &m->ncontacts, take_contact);
}

static struct map_field resolve(struct yfile *f, const struct office *o, const struct ynode *n)
{
	struct map_field to = { PART_FAMILY, NULL };
	str name = n->text;
	const struct rec_type *t;
	const char *near;

	for (int p = 0; p < PARTS; p++)
		if (str_starts(name, str_of(part_prefix[p]))) {
			to.part = (enum part)p;
			name = str_from(name, str_of(part_prefix[p]).n);
		}
	t = office_type(o, str_of(part_type[to.part]->name));
	to.field = type_field(t, name);
	if (to.field)
		return to;
	near = str_nearest(name, &t->fields->name, t->nfields, sizeof *t->fields);
	yaml_problem(f, n, near ? "%s没有字段“%.*s”，是不是 %s？" : "%s没有字段“%.*s”", t->label,
		STR_FMT(name), near);
	return to;
}

/* The column of the map that has this field, -1 for none.  It stands further down, so that no chain of them
 * has no end. */
static int column_of(struct yfile *f, const struct raw_map *raw, size_t from, const struct ynode *n)
{
	int at = 0;

	for (size_t i = 0; n && i < raw->n; i++) {
		if (!raw->column[i].field)
			continue;
		if (i > from && str_eq(raw->column[i].field->text, n->text))
			return at;
		at++;
	}
	if (n)
		yaml_problem(f, n, "下面的 columns 里没有“%.*s”这一栏", STR_FMT(n->text));
	return -1;
}

/* NULL when there is no such file. */
static struct yfile *read_map(struct arena *a, const struct office *o, str file, struct map **out)
{
	static const struct ykey keys[] = {
		{ "columns", take_columns, 0, true },
		{ "children", take_strs, offsetof(struct raw_map, children), false },
		{ "ditto", take_strs, offsetof(struct raw_map, ditto), false },
		{ "footers", take_strs, offsetof(struct raw_map, footers), false },
		{ "groups", take_groups, 0, false },
		{ "contacts", take_contacts, 0, false },
		{ "reason", take_str, offsetof(struct raw_map, reason), true },
	};
	struct raw_map raw = { 0 };
	struct map *m = ARENA_NEW(a, struct map);
	struct yfile *f = settings_read(a, o->dir, file);

	if (!f)
		return NULL;
	f->ctx = (void *)(uintptr_t)o; /* is read, no more */
	yaml_map(f, f->root, keys, COUNT(keys), &raw);
	m->column = ARENA_ARRAY(a, struct map_column, raw.n);
	m->children = raw.children;
	m->reason = raw.reason;
	m->ditto = raw.ditto;
	m->footers = raw.footers;
	m->group = raw.group;
	m->ngroups = raw.ngroups;
	m->contact = raw.contact;
	m->ncontacts = raw.ncontacts;
	for (size_t i = 0; i < raw.n; i++) {
		if (!raw.column[i].field)
			continue;
		struct map_column *c = &m->column[m->n++];

		*c = raw.column[i].c;
		c->to = resolve(f, o, raw.column[i].field);
		if (raw.column[i].with)
			c->with = resolve(f, o, raw.column[i].with);
		c->owner = column_of(f, &raw, i, raw.column[i].owner);
		c->next = column_of(f, &raw, i, raw.column[i].next);
	}
	*out = m;
	return f;
}

enum rc map_load(struct arena *a, const struct office *o, const char *name, struct map **out,
	struct err *e)
{
	str file = arena_printf(a, "config/maps/%s.yaml", name);
	struct yfile *f = read_map(a, o, file, out);

	return f ? yaml_verdict(f, e) : fail(e, RC_IO, "没有列对照表 %.*s", STR_FMT(file));
}

str map_problems(struct arena *a, const struct office *o, str file)
{
	struct map *m;

	return yaml_problems(read_map(a, o, file, &m), a);
}

const struct map_value *map_value(const struct map_column *c, str word)
{
	for (size_t i = 0; i < c->nvalues; i++)
		if (str_eq(c->value[i].word, word))
			return &c->value[i];
	return NULL;
}

bool map_names(struct arena *a, const struct strs *titles, str title)
{
	str bare = utf8_code(a, title);

	for (size_t i = 0; bare.n && i < titles->n; i++)
		if (str_eq(utf8_code(a, titles->p[i]), bare))
			return true;
	return false;
}
