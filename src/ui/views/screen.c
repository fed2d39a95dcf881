/* screen.c - reads the screens and config/keys.yaml. */
#include "ui/views/screen.h"

#include "base/buf.h"
#include "base/data.h"
#include "base/str.h"
#include "ui/term/theme.h"
#include "ui/ui.h"

#include <stdlib.h>

typedef const struct ynode *node;

struct load {
	struct arena *a;
	const struct office *office;
	struct yfile *f;
	struct screen *s;
};

static void take_node(struct yfile *f, const struct ynode *n, void *dst)
{
	(void)f;
	*(node *)dst = n;
}

/* A mapping of known keys into an array of nodes, in the order of names. */
static void take_keys(struct load *l, node n, const char *const *names, size_t count, node *out)
{
	struct ykey keys[16];

	for (size_t i = 0; i < count; i++)
		keys[i] = (struct ykey){ names[i], take_node, i * sizeof *out, false };
	memset(out, 0, count * sizeof *out);
	yaml_map(l->f, n, keys, count, out);
}

static str text_of(struct load *l, node n)
{
	if (!n)
		return S("");
	if (n->kind == Y_SCALAR)
		return n->text;
	yaml_problem(l->f, n, "这里要写一个词");
	return S("");
}

static bool truth(struct load *l, node n)
{
	bool b = false;

	if (n)
		take_bool(l->f, n, &b);
	return b;
}

static int64_t number(struct load *l, node n, int64_t usual)
{
	int64_t v = usual;

	if (n)
		take_int(l->f, n, &v);
	return v;
}

/* ---- names ---------------------------------------------------------------------------------- */

static const struct field *field_named(struct load *l, const struct rec_type *t, node n, str name)
{
	const struct field *f = type_field(t, name);
	const char *near;

	if (f)
		return f;
	near = str_nearest(name, &t->fields->name, t->nfields, sizeof *t->fields);
	yaml_problem(l->f, n, near ? "%s没有字段“%.*s”，是不是 %s？" : "%s没有字段“%.*s”", t->label,
		STR_FMT(name), near);
	return NULL;
}

/* The log's entries are no type of the office, but there is a list of them. */
static const struct rec_type *type_named(struct load *l, node n)
{
	const struct rec_type *t = office_type(l->office, text_of(l, n));

	for (size_t i = 0; !t && query_all()[i]; i++)
		if (str_is(text_of(l, n), query_all()[i]->type->name))
			t = query_all()[i]->type;

	if (!t)
		yaml_problem(l->f, n, "没有“%.*s”这种记录", STR_FMT(text_of(l, n)));
	return t;
}

static const struct query *query_named(struct load *l, node n)
{
	const struct query *q = n ? query_find(text_of(l, n)) : NULL;

	if (n && !q)
		yaml_problem(l->f, n, "没有名单“%.*s”", STR_FMT(text_of(l, n)));
	return q;
}

static str screen_named(struct load *l, node n)
{
	str name = text_of(l, n);

	if (name.n && !screen_exists(l->office, name))
		yaml_problem(l->f, n, "没有画面“%.*s”", STR_FMT(name));
	return name;
}

static const struct action *action_in(const struct action *table, str name)
{
	for (; table && table->name; table++)
		if (str_is(name, table->name))
			return table;
	return NULL;
}

static const struct action *action_named(struct load *l, enum screen_kind kind, node n)
{
	const struct action *own = kind_actions[kind], *a = action_in(own, text_of(l, n));
	const char *near = NULL;
	size_t count = 0;

	if (!a)
		a = action_in(common_actions, text_of(l, n));
	if (a)
		return a;
	while (own[count].name)
		count++;
	near = str_nearest(text_of(l, n), &own->name, count, sizeof *own);
	yaml_problem(l->f, n, near ? "没有动作“%.*s”，是不是 %s？" : "没有动作“%.*s”",
		STR_FMT(text_of(l, n)), near);
	return NULL;
}

/* ---- keys ----------------------------------------------------------------------------------- */

static void add_bind(struct load *l, struct keymap *m, struct bind b)
{
	struct bind *more;

	for (size_t i = 0; i < m->n; i++)
		if (m->bind[i].key == b.key)
			return; /* the screen's own stands */
	if (m->n % 32 == 0) {
		more = ARENA_ARRAY(l->a, struct bind, m->n + 32);
		if (m->n)
			memcpy(more, m->bind, m->n * sizeof *more);
		m->bind = more;
	}
	m->bind[m->n++] = b;
}

/* v: {do: new, screen: visit_form, label: 记一笔}, or v: back */
static void read_keys(struct load *l, enum screen_kind kind, node n, bool bar, struct keymap *m)
{
	static const char *const names[] = { "do", "screen", "label", "bar" };
	enum { DO, SCREEN, LABEL, BAR, COUNT_ };
	node v[COUNT_];

	for (uint32_t i = 0; n && n->kind == Y_MAP && i < n->n; i++) {
		struct bind b = { .key = key_parse(n->key[i].text), .bar = bar };

		if (!b.key)
			yaml_problem(l->f, &n->key[i], "没有“%.*s”这个键", STR_FMT(n->key[i].text));
		if (n->kid[i].kind == Y_SCALAR) {
			b.action = action_named(l, kind, &n->kid[i]);
		} else {
			take_keys(l, &n->kid[i], names, COUNT_, v);
			if (!v[DO]) {
				yaml_problem(l->f, &n->kid[i], "少了 do:");
				continue;
			}
			b.action = action_named(l, kind, v[DO]);
			b.screen = screen_named(l, v[SCREEN]);
			b.label = text_of(l, v[LABEL]);
			if (v[BAR])
				b.bar = truth(l, v[BAR]);
		}
		if (b.action && b.key)
			add_bind(l, m, b);
	}
}

static void common_keys(struct load *l, enum screen_kind kind, struct keymap *m, struct yfile **bad)
{
	static const char *const names[] = { "list", "card", "form", "everywhere" };
	struct yfile *own = l->f;
	node v[4];
	str text, path;

	if (!data_read(l->a, l->office->dir, S("config/keys.yaml"), &text, &path))
		return;
	l->f = yaml_read(l->a, path, text);
	take_keys(l, l->f->root, names, COUNT(names), v);
	read_keys(l, kind, v[kind], false, m);
	/* What is typed into a form is text: only what cannot be text is bound everywhere. */
	read_keys(l, kind, v[3], false, m);
	if (l->f->nproblems)
		*bad = l->f;
	l->f = own;
}

/* ---- lists ---------------------------------------------------------------------------------- */

static int fact_named(struct load *l, const struct query *q, node n)
{
	str name = text_of(l, n);

	for (int i = 0; q && q->facts && q->facts[i]; i++)
		if (str_is(name, q->facts[i]))
			return i;
	if (q)
		yaml_problem(l->f, n, "名单 %s 没有“%.*s”", q->name, STR_FMT(name));
	return 0;
}

static const struct rec_type *type_of_query(struct load *l, const struct query *q)
{
	const struct rec_type *t = office_type(l->office, str_of(q->type->name));

	return t ? t : q->type;
}

static struct column *read_columns(struct load *l, const struct query *q, node n, size_t *count)
{
	static const char *const names[] = { "field", "fact", "title", "width", "grow", "right" };
	enum { FIELD_, FACT, TITLE, WIDTH, GROW, RIGHT, COUNT_ };
	struct column *c;
	node v[COUNT_];

	*count = 0;
	if (!n || n->kind != Y_SEQ || !q) {
		if (n && n->kind != Y_SEQ)
			yaml_problem(l->f, n, "columns 要写成一列 {field: ..., width: ...}");
		return NULL;
	}
	c = ARENA_ARRAY(l->a, struct column, n->n);
	for (uint32_t i = 0; i < n->n; i++) {
		struct column *k = &c[(*count)++];

		take_keys(l, &n->kid[i], names, COUNT_, v);
		if (!v[FIELD_] == !v[FACT])
			yaml_problem(l->f, &n->kid[i], "一栏要么写 field，要么写 fact");
		if (v[FIELD_])
			k->field = field_named(l, type_of_query(l, q), v[FIELD_],
				text_of(l, v[FIELD_]));
		else if (v[FACT])
			k->fact = fact_named(l, q, v[FACT]);
		k->title = v[TITLE] ? text_of(l, v[TITLE]) : k->field ? str_of(k->field->label) : S("");
		k->width = (int)number(l, v[WIDTH], 8);
		k->grow = truth(l, v[GROW]);
		k->right = truth(l, v[RIGHT]);
	}
	return c;
}

/* ---- cards ---------------------------------------------------------------------------------- */

static const struct field **read_fields(struct load *l, const struct rec_type *t, node n,
	size_t *count)
{
	const struct field **out;

	*count = 0;
	if (!n || n->kind != Y_SEQ || !t) {
		if (n && n->kind != Y_SEQ)
			yaml_problem(l->f, n, "这里要写一列字段名");
		return NULL;
	}
	out = ARENA_ARRAY(l->a, const struct field *, n->n);
	for (uint32_t i = 0; i < n->n; i++) {
		out[*count] = field_named(l, t, &n->kid[i], text_of(l, &n->kid[i]));
		*count += out[*count] != NULL;
	}
	return out;
}

static void read_item(struct load *l, node n, struct item *it)
{
	static const char *const names[] = { "block", "fields", "list", "title", "columns", "most",
		"screen" };
	enum { BLOCK, FIELDS, LIST, TITLE, COLUMNS, MOST, SCREEN, COUNT_ };
	node v[COUNT_];

	take_keys(l, n, names, COUNT_, v);
	it->title = text_of(l, v[TITLE]);
	it->screen = screen_named(l, v[SCREEN]);
	it->most = number(l, v[MOST], 5);
	if (v[BLOCK]) {
		it->kind = ITEM_BLOCK;
		for (it->block = block_table; it->block->name; it->block++)
			if (str_is(text_of(l, v[BLOCK]), it->block->name))
				return;
		yaml_problem(l->f, v[BLOCK], "没有“%.*s”这一块", STR_FMT(text_of(l, v[BLOCK])));
	} else if (v[FIELDS]) {
		it->kind = ITEM_FIELDS;
		it->field = read_fields(l, l->s->type, v[FIELDS], &it->nfields);
	} else if (v[LIST]) {
		it->kind = ITEM_LIST;
		it->query = query_named(l, v[LIST]);
		it->column = read_columns(l, it->query, v[COLUMNS], &it->ncolumns);
	} else {
		yaml_problem(l->f, n, "卡片的一块要写 block、fields 或 list");
	}
}

static void read_items(struct load *l, node n)
{
	if (!n || n->kind != Y_SEQ)
		return;
	l->s->item = ARENA_ARRAY(l->a, struct item, n->n);
	for (uint32_t i = 0; i < n->n; i++)
		read_item(l, &n->kid[i], &l->s->item[l->s->nitems++]);
}

/* ---- forms ---------------------------------------------------------------------------------- */

static bool used(const struct screen *s, const struct field *f)
{
	for (size_t i = 0; i < s->nsections; i++)
		for (size_t k = 0; k < s->section[i].n; k++)
			if (s->section[i].input[k].field == f)
				return true;
	return false;
}

/* Every field of the office that no section has named. */
static size_t add_office(struct load *l, struct section *sec, size_t room)
{
	for EACH_FIELD(f, l->s->type)
		if (f->tag >= 1000 && sec->n < room && !used(l->s, f))
			sec->input[sec->n++] = (struct input){ .field = f };
	return sec->n;
}

static void read_input(struct load *l, node n, struct section *sec, size_t room)
{
	static const char *const names[] = { "field", "digits", "lines", "wanted" };
	enum { FIELD_, DIGITS, LINES_, WANTED, COUNT_ };
	struct input in = { .lines = 1 };
	node v[COUNT_] = { n };
	str name;

	if (n->kind == Y_MAP)
		take_keys(l, n, names, COUNT_, v);
	name = text_of(l, v[FIELD_]);
	if (str_is(name, "office")) {
		add_office(l, sec, room);
		return;
	}
	in.digits = truth(l, v[DIGITS]);
	in.wanted = truth(l, v[WANTED]);
	in.lines = number(l, v[LINES_], 1);
	if (l->s->with && str_starts(name, arena_printf(l->a, "%s.", l->s->with->name))) {
		in.rec = 1;
		name = str_from(name, (uint32_t)strlen(l->s->with->name) + 1);
	}
	in.field = field_named(l, in.rec ? l->s->with : l->s->type, v[FIELD_], name);
	if (in.field && sec->n < room)
		sec->input[sec->n++] = in;
}

static void read_sections(struct load *l, node n)
{
	static const char *const names[] = { "title", "fields", "more" };
	enum { TITLE, FIELDS, MORE, COUNT_, OFFICE_MOST = 60 };
	node v[COUNT_];

	if (!n || n->kind != Y_SEQ)
		return;
	l->s->section = ARENA_ARRAY(l->a, struct section, n->n);
	for (uint32_t i = 0; i < n->n; i++) {
		struct section *sec = &l->s->section[l->s->nsections++];

		take_keys(l, &n->kid[i], names, COUNT_, v);
		sec->title = text_of(l, v[TITLE]);
		sec->more = truth(l, v[MORE]);
		if (!v[FIELDS] || v[FIELDS]->kind != Y_SEQ)
			continue;
		sec->input = ARENA_ARRAY(l->a, struct input, v[FIELDS]->n + OFFICE_MOST);
		for (uint32_t k = 0; k < v[FIELDS]->n; k++)
			read_input(l, &v[FIELDS]->kid[k], sec, v[FIELDS]->n + OFFICE_MOST);
	}
}

/* ---- a screen ------------------------------------------------------------------------------- */

static void read_screen(struct load *l, struct yfile **bad)
{
	static const char *const names[] = { "list", "card", "form", "title", "query", "columns",
		"empty", "open", "line", "search", "show", "with", "quick", "sections", "keys" };
	enum { LIST, CARD, FORM, TITLE, QUERY, COLUMNS, EMPTY, OPEN, LINE, SEARCH, SHOW, WITH, QUICK, SECTIONS,
		KEYS, COUNT_ };
	struct screen *s = l->s;
	node v[COUNT_];

	take_keys(l, l->f->root, names, COUNT_, v);
	for (int k = SCREEN_LIST; k <= SCREEN_FORM; k++)
		if (v[k]) {
			s->kind = (enum screen_kind)k;
			s->type = type_named(l, v[k]);
		}
	if (!s->type) {
		if (!l->f->nproblems)
			yaml_problem(l->f, l->f->root, "画面要写 list、card 或 form，后面是记录的类型");
		return;
	}
	s->title = text_of(l, v[TITLE]);
	s->query = query_named(l, v[QUERY]);
	s->column = read_columns(l, s->query, v[COLUMNS], &s->ncolumns);
	s->empty = text_of(l, v[EMPTY]);
	s->open = screen_named(l, v[OPEN]);
	s->line = text_of(l, v[LINE]);
	s->search = truth(l, v[SEARCH]);
	read_items(l, v[SHOW]);
	s->with = v[WITH] ? type_named(l, v[WITH]) : NULL;
	read_sections(l, v[SECTIONS]);
	s->quick = read_fields(l, s->type, v[QUICK], &s->nquick);
	read_keys(l, s->kind, v[KEYS], true, &s->keys);
	common_keys(l, s->kind, &s->keys, bad);
}

static str file_of(struct arena *a, str name)
{
	return arena_printf(a, "screens/%.*s.yaml", STR_FMT(name));
}

bool screen_exists(const struct office *o, str name)
{
	struct arena a = { 0 };
	bool there = data_exists(o->dir, file_of(&a, name));

	arena_free(&a);
	return there;
}

enum rc screen_load(struct arena *a, const struct office *o, str name, const struct screen **out,
	struct err *e)
{
	struct load l = { .a = a, .office = o, .s = ARENA_NEW(a, struct screen) };
	struct yfile *keys = NULL;
	str text, path;

	if (!data_read(a, o->dir, file_of(a, name), &text, &path))
		return fail(e, RC_NOT_FOUND, "没有画面“%.*s”", STR_FMT(name));
	l.f = yaml_read(a, path, text);
	l.s->name = arena_str(a, name);
	read_screen(&l, &keys);
	TRY(yaml_verdict(l.f, e));
	if (keys)
		TRY(yaml_verdict(keys, e));
	*out = l.s;
	return RC_OK;
}

static void check_screen(struct arena *a, const struct office *o, const char *file, struct buf *out,
	bool *keys_told)
{
	struct load l = { .a = a, .office = o, .s = ARENA_NEW(a, struct screen) };
	struct yfile *keys = NULL;
	str text, path;

	if (!data_read(a, o->dir, str_of(file), &text, &path))
		return;
	l.f = yaml_read(a, path, text);
	read_screen(&l, &keys);
	buf_str(out, yaml_problems(l.f, a));
	if (keys && !*keys_told)
		buf_str(out, yaml_problems(keys, a));
	*keys_told |= keys != NULL;
}

str ui_problems(struct arena *a, const struct office *o)
{
	struct buf b = { .a = a };
	struct theme theme;
	struct err e = { 0 };
	bool keys_told = false;

	for (const struct data *d = data_table; d->name; d++)
		if (strncmp(d->name, "screens/", 8) == 0)
			check_screen(a, o, d->name, &b, &keys_told);
	if (theme_load(a, o->dir, &theme, &e) != RC_OK)
		buf_printf(&b, "%s\n", e.msg);
	return buf_view(&b);
}
