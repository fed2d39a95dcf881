/* screen_form.c - reads what a form asks for: sections of fields, which of them when, and those of one key each. */
#include "ui/views/screen_load.h"

#include "base/str.h"

enum { LINES_MOST = 50 };

struct names { VEC(const char *); };

struct inputs { VEC(struct input); };

static bool used(const struct screen *s, const struct inputs *now, const struct field *f)
{
	for (size_t k = 0; k < now->n; k++)
		if (now->p[k].field == f)
			return true;
	for (size_t i = 0; i < s->nsections; i++)
		for (size_t k = 0; k < s->section[i].n; k++)
			if (s->section[i].input[k].field == f)
				return true;
	return false;
}

/* Every field of the office that no section has named. */
static void add_office(struct load *l, struct inputs *out)
{
	for EACH_FIELD(f, l->s->type)
		if (f->tag >= 1000 && !used(l->s, out, f))
			*vec_add(l->a, out) = (struct input){ .field = f };
}

static bool table_says(struct load *l, node n, const struct code_table *t)
{
	struct names all = { 0 };

	for (size_t i = 0; i < t->n; i++)
		for (size_t k = 0; k < t->item[i].nattr; k++) {
			if (!str_is(t->item[i].attr[k].value, "true"))
				continue;
			if (str_eq(t->item[i].attr[k].name, load_text(l, n)))
				return true;
			*vec_add(l->a, &all) = arena_z(l->a, t->item[i].attr[k].name);
		}
	if (n->kind == Y_SCALAR)
		load_refuse(l, n, arena_printf(l->a, "代码表 %.*s 的属性", STR_FMT(t->name)).p,
			str_nearest(n->text, all.p, all.n, sizeof *all.p));
	return false;
}

/* when: {mode: contact, outcome: ok}: asked for only where the codes in those fields have these attributes. */
static void read_when(struct load *l, node n, const struct rec_type *t, struct input *in)
{
	if (n->kind != Y_MAP)
		yaml_problem(l->f, n, "这里应是“字段: 代码的属性”，如 {outcome: ok}");
	else if (in->field->flags & F_REQUIRED)
		yaml_problem(l->f, n, "%s 必须填写，不能有 when", in->field->name);
	else
		in->when = ARENA_ARRAY(l->a, struct premise, n->n);
	for (uint32_t i = 0; in->when && i < n->n; i++) {
		const struct field *f = load_field(l, t, &n->key[i], n->key[i].text);
		const struct code_table *table = f && f->kind == K_CODE ? codebook_find(&l->office->codes, str_of(f->of))
			: NULL;

		if (f && !table)
			yaml_problem(l->f, &n->key[i], "%s 不是从代码表里选的，不能作条件", f->name);
		else if (f && table_says(l, &n->kid[i], table))
			in->when[in->nwhen++] = (struct premise){ f, load_text(l, &n->kid[i]) };
	}
}

static void read_input(struct load *l, node n, struct inputs *out)
{
	static const char *const names[] = { "field", "lines", "wanted", "when" };
	enum { FIELD_, LINES_, WANTED, WHEN, COUNT_ };
	struct input in = { .lines = 1 };
	node v[COUNT_] = { n };
	str name;

	if (n->kind == Y_MAP)
		load_keys(l, n, names, COUNT_, v);
	if (!v[FIELD_]) {
		yaml_problem(l->f, n, "缺少“field”");
		return;
	}
	name = load_text(l, v[FIELD_]);
	if (str_is(name, "office")) {
		add_office(l, out);
		return;
	}
	in.wanted = load_truth(l, v[WANTED]);
	in.lines = load_number(l, v[LINES_], 1, LINES_MOST);
	if (l->s->with && str_starts(name, arena_printf(l->a, "%s.", l->s->with->name))) {
		in.rec = 1;
		name = str_from(name, (uint32_t)strlen(l->s->with->name) + 1);
	}
	in.field = load_field(l, in.rec ? l->s->with : l->s->type, v[FIELD_], name);
	if (!in.field)
		return;
	if (v[WHEN])
		read_when(l, v[WHEN], in.rec ? l->s->with : l->s->type, &in);
	*vec_add(l->a, out) = in;
}

static void read_sections(struct load *l, node n)
{
	static const char *const names[] = { "title", "fields", "more" };
	enum { TITLE, FIELDS, MORE, COUNT_ };
	node v[COUNT_];

	l->s->section = ARENA_ARRAY(l->a, struct section, load_items(l, n));
	for (uint32_t i = 0; i < load_items(l, n); i++) {
		struct section *sec = &l->s->section[l->s->nsections];
		struct inputs in = { 0 };

		load_keys(l, &n->kid[i], names, COUNT_, v);
		sec->title = load_text(l, v[TITLE]);
		sec->more = load_truth(l, v[MORE]);
		if (!v[FIELDS])
			yaml_problem(l->f, &n->kid[i], "缺少“fields”");
		for (uint32_t k = 0; k < load_items(l, v[FIELDS]); k++)
			read_input(l, &v[FIELDS]->kid[k], &in);
		sec->input = in.p;
		sec->n = in.n;
		l->s->nsections++;
	}
}

/* All that a person can fill in. */
static void all_inputs(struct load *l)
{
	struct section *sec = ARENA_NEW(l->a, struct section);
	struct inputs in = { 0 };

	for EACH_FIELD(f, l->s->type)
		if (!(f->flags & (F_COMPUTED | F_OFF)))
			*vec_add(l->a, &in) = (struct input){ .field = f, .lines = 1 };
	*sec = (struct section){ .title = S(""), .input = in.p, .n = in.n };
	l->s->section = sec;
	l->s->nsections = 1;
}

/* What is asked for with one key each stands in the form. */
static void read_quick(struct load *l, node n)
{
	static const struct inputs none;

	l->s->quick = load_fields(l, n, &l->s->nquick);
	for (size_t i = 0; i < l->s->nquick; i++)
		if (!used(l->s, &none, l->s->quick[i]))
			yaml_problem(l->f, n, "quick 里的 %s 不在 sections 里", l->s->quick[i]->name);
}

void load_form(struct load *l, node with, node sections, node quick)
{
	l->s->with = with ? load_type(l, with) : NULL;
	if (sections)
		read_sections(l, sections);
	else
		all_inputs(l);
	read_quick(l, quick);
}
