/* screen.c - reads a screen: what kind it is, of what, and what it shows. */
#include "ui/views/screen_load.h"

#include "base/buf.h"
#include "base/data.h"
#include "base/str.h"
#include "base/tr.h"
#include "base/utf8.h"
#include "core/office/settings.h"

void load_keys(struct load *l, node n, const char *const *names, size_t count, node *out)
{
	struct ykey *keys = ARENA_ARRAY(l->a, struct ykey, count);

	for (size_t i = 0; i < count; i++)
		keys[i] = (struct ykey){ names[i], take_node, i * sizeof *out, false };
	memset(out, 0, count * sizeof *out);
	yaml_map(l->f, n, keys, count, out);
}

str load_text(struct load *l, node n)
{
	str text = S("");

	if (n)
		take_str(l->f, n, &text);
	return text;
}

bool load_truth(struct load *l, node n)
{
	bool b = false;

	if (n)
		take_bool(l->f, n, &b);
	return b;
}

int64_t load_number(struct load *l, node n, int64_t usual, int64_t most)
{
	int64_t v = usual;

	if (n)
		take_int(l->f, n, &v);
	if (v >= 1 && v <= most)
		return v;
	yaml_problem(l->f, n, "这里应是 1 到 %d 之间的整数", (int)most);
	return usual;
}

uint32_t load_items(struct load *l, node n)
{
	if (n && n->kind != Y_SEQ)
		yaml_problem(l->f, n, "这里应是列表，每项以“- ”开头");
	return n && n->kind == Y_SEQ ? n->n : 0;
}

/* ---- names ---------------------------------------------------------------------------------- */

void load_refuse(struct load *l, node n, const char *what, const char *near)
{
	yaml_problem(l->f, n, near ? "没有%s“%.*s”，是不是 %s？" : "没有%s“%.*s”", what, STR_FMT(n->text),
		near);
}

const struct field *load_field(struct load *l, const struct rec_type *t, node n, str name)
{
	const struct field *f = type_field(t, name);
	const char *near;

	if (f || !n || n->kind != Y_SCALAR)
		return f;
	near = str_nearest(name, &t->fields->name, t->nfields, sizeof *t->fields);
	yaml_problem(l->f, n, near ? "%s没有字段“%.*s”，是不是 %s？" : "%s没有字段“%.*s”", t->label,
		STR_FMT(name), near);
	return NULL;
}

struct names { VEC(const char *); };

/* The log's entries are no type of the office, but there is a list of them. */
static const struct rec_type *find_type(const struct office *o, str name)
{
	const struct rec_type *t = office_type(o, name);

	for (size_t i = 0; !t && query_all()[i]; i++)
		if (str_is(name, query_all()[i]->type->name))
			t = query_all()[i]->type;
	return t;
}

const struct rec_type *load_type(struct load *l, node n)
{
	const struct rec_type *t = find_type(l->office, load_text(l, n));
	struct names all = { 0 };

	if (t || n->kind != Y_SCALAR)
		return t;
	for (size_t i = 0; l->office->types[i]; i++)
		*vec_add(l->a, &all) = l->office->types[i]->name;
	load_refuse(l, n, "这种记录：", str_nearest(n->text, all.p, all.n, sizeof *all.p));
	return NULL;
}

static const struct query *query_named(struct load *l, node n)
{
	const struct query *q = n ? query_find(load_text(l, n)) : NULL;
	struct names all = { 0 };

	if (q || !n || n->kind != Y_SCALAR)
		return q;
	for (size_t i = 0; query_all()[i]; i++)
		*vec_add(l->a, &all) = query_all()[i]->name;
	load_refuse(l, n, "名单", str_nearest(n->text, all.p, all.n, sizeof *all.p));
	return NULL;
}

static str file_of(struct arena *a, str name)
{
	return arena_printf(a, "screens/%.*s.yaml", STR_FMT(name));
}

static str name_of(str file)
{
	return str_sub(file, 8, file.n - 8 - 5);
}

/* Every type has a card and a form, "need_card": of the kinds of screens the one that a name asks for, and of what. */
static const struct rec_type *own_screen(const struct office *o, str name, enum screen_kind *kind)
{
	static const struct { const char *suffix; enum screen_kind kind; } own[] = { { "_card", SCREEN_CARD },
		{ "_form", SCREEN_FORM } };

	for (size_t i = 0; i < COUNT(own); i++)
		if (str_ends(name, str_of(own[i].suffix))) {
			*kind = own[i].kind;
			return office_type(o, str_sub(name, 0, name.n - (uint32_t)strlen(own[i].suffix)));
		}
	return NULL;
}

bool screen_exists(const struct office *o, str name)
{
	struct arena a = { 0 };
	enum screen_kind kind;
	bool there = data_exists(o->dir, file_of(&a, name)) || own_screen(o, name, &kind);

	arena_free(&a);
	return there;
}

str load_screen_name(struct load *l, node n)
{
	str name = load_text(l, n);
	struct settings_names all;
	struct names screens = { 0 };

	if (!name.n || screen_exists(l->office, name))
		return name;
	all = settings_all(l->a, l->office->dir);
	for (size_t i = 0; i < all.n; i++)
		if (str_starts(all.p[i], S("screens/")))
			*vec_add(l->a, &screens) = arena_z(l->a, name_of(all.p[i]));
	load_refuse(l, n, "画面", str_nearest(name, screens.p, screens.n, sizeof *screens.p));
	return S("");
}

static const char *const kind_names[] = { [SCREEN_LIST] = "list", [SCREEN_CARD] = "card",
	[SCREEN_FORM] = "form" };

/* Its file; a type's own card or form without one is all there is to fill in.  NULL: there is no such screen. */
static struct yfile *read_file(struct load *l, str name)
{
	str path = file_of(l->a, name);
	struct yfile *f = settings_read(l->a, l->office->dir, path);
	enum screen_kind kind;
	const struct rec_type *t = f ? NULL : own_screen(l->office, name, &kind);

	return t ? yaml_read(l->a, path, arena_printf(l->a, "%s: %s\n", kind_names[kind], t->name)) : f;
}

bool load_head(struct load *l, str name, struct screen *head)
{
	struct yfile *f = name.n ? read_file(l, name) : NULL;

	*head = (struct screen){ 0 };
	for (int k = SCREEN_LIST; f && k <= SCREEN_FORM; k++) {
		node n = ynode_get(f->root, str_of(kind_names[k])), q = ynode_get(f->root, S("query"));

		if (!n || n->kind != Y_SCALAR)
			continue;
		head->kind = (enum screen_kind)k;
		head->type = find_type(l->office, n->text);
		head->query = q && q->kind == Y_SCALAR ? query_find(q->text) : NULL;
	}
	return head->type != NULL;
}

/* ---- lists ---------------------------------------------------------------------------------- */

enum { WIDTH_USUAL = 8, WIDTH_MOST = 200, ROWS_USUAL = 5, ROWS_MOST = 1000 };

/* usual: the width of a column that says none; 0 on cards, where they are as wide as their text. */
static struct column *read_columns(struct load *l, const struct query *q, node n, int usual,
	size_t *count)
{
	static const char *const names[] = { "field", "title", "width", "grow", "right", "bar", "mark", "named" };
	enum { FIELD_, TITLE, WIDTH, GROW, RIGHT, BAR_, MARK, NAMED, COUNT_ };
	const struct rec_type *row = q ? query_row(l->a, l->office, q) : NULL;
	struct column *c = ARENA_ARRAY(l->a, struct column, load_items(l, n));
	node v[COUNT_];

	*count = 0;
	for (uint32_t i = 0; q && i < load_items(l, n); i++) {
		struct column *k = &c[(*count)++];

		load_keys(l, &n->kid[i], names, COUNT_, v);
		if (!v[FIELD_])
			yaml_problem(l->f, &n->kid[i], "一栏要写 field");
		else
			k->field = load_field(l, row, v[FIELD_], load_text(l, v[FIELD_]));
		k->title = v[TITLE] ? load_text(l, v[TITLE]) : k->field ? str_of(k->field->label) : S("");
		k->width = v[WIDTH] ? (int)load_number(l, v[WIDTH], WIDTH_USUAL, WIDTH_MOST) : usual;
		k->grow = load_truth(l, v[GROW]);
		k->right = load_truth(l, v[RIGHT]);
		k->bar = load_truth(l, v[BAR_]);
		k->mark = load_truth(l, v[MARK]);
		k->named = load_truth(l, v[NAMED]);
	}
	return c;
}

/* The columns a list shows by itself. */
static struct column *own_columns(struct load *l, const struct query *q, size_t *count)
{
	const struct rec_type *row = query_row(l->a, l->office, q);
	struct column *c = ARENA_ARRAY(l->a, struct column, row->nfields);
	str rest = str_of(q->columns), name;

	for (*count = 0; str_word(&rest, &name);) {
		const struct field *f = type_field(row, name);

		if (!f)
			continue; /* ref and name are for tables of text */
		c[*count] = (struct column){ .field = f, .width = *count ? 0 : WIDTH_USUAL };
		++*count; /* the first is the label of the line */
	}
	return c;
}

/* ---- cards ---------------------------------------------------------------------------------- */

const struct field **load_fields(struct load *l, node n, size_t *count)
{
	const struct field **out = ARENA_ARRAY(l->a, const struct field *, load_items(l, n));

	*count = 0;
	for (uint32_t i = 0; i < load_items(l, n); i++) {
		out[*count] = load_field(l, l->s->type, &n->kid[i], load_text(l, &n->kid[i]));
		*count += out[*count] != NULL;
	}
	return out;
}

/* block: a list in its own columns, all of it; list: one in those written here. */
static void read_item(struct load *l, node n, struct item *it)
{
	static const char *const names[] = { "block", "fields", "list", "title", "columns", "most",
		"screen", "empty" };
	enum { BLOCK, FIELDS, LIST, TITLE, COLUMNS, MOST, SCREEN, EMPTY, COUNT_ };
	node v[COUNT_], list;

	load_keys(l, n, names, COUNT_, v);
	list = v[BLOCK] ? v[BLOCK] : v[LIST];
	it->kind = v[FIELDS] ? ITEM_FIELDS : ITEM_LIST;
	it->title = load_text(l, v[TITLE]);
	it->empty = load_text(l, v[EMPTY]);
	it->screen = load_screen_name(l, v[SCREEN]);
	it->most = v[BLOCK] ? 0 : load_number(l, v[MOST], ROWS_USUAL, ROWS_MOST);
	if (!!v[BLOCK] + !!v[FIELDS] + !!v[LIST] != 1)
		yaml_problem(l->f, n, "卡片的一块要写 block、fields 或 list，只写一样");
	if (v[FIELDS])
		it->field = load_fields(l, v[FIELDS], &it->nfields);
	if (!list || !(it->query = query_named(l, list)))
		return;
	it->column = v[BLOCK] ? own_columns(l, it->query, &it->ncolumns)
		: read_columns(l, it->query, v[COLUMNS], 0, &it->ncolumns);
	if (!load_about(it->query, l->s->type, false))
		yaml_problem(l->f, list, "名单 %s 不是关于一条%s的", it->query->name, l->s->type->label);
	if (it->screen.n)
		load_fits(l, v[SCREEN], it->screen, it->query->type, false);
}

/* All that the record says, the office's own fields as well. */
static void all_fields(struct load *l)
{
	struct item *it = ARENA_NEW(l->a, struct item);
	struct { VEC(const struct field *); } all = { 0 };

	for EACH_FIELD(f, l->s->type)
		*vec_add(l->a, &all) = f;
	*it = (struct item){ .kind = ITEM_FIELDS, .field = all.p, .nfields = all.n };
	l->s->item = it;
	l->s->nitems = 1;
}

static void read_items(struct load *l, node n)
{
	if (!n) {
		all_fields(l);
		return;
	}
	l->s->item = ARENA_ARRAY(l->a, struct item, load_items(l, n));
	for (uint32_t i = 0; i < load_items(l, n); i++)
		read_item(l, &n->kid[i], &l->s->item[l->s->nitems++]);
}

/* ---- a screen ------------------------------------------------------------------------------- */

enum { LIST, CARD, FORM, TITLE, QUERY, COLUMNS, EMPTY, OPEN, LINE, TELL, SEARCH, TYPING, SHOW, WITH, QUICK,
	SECTIONS, KEYS, PARTS_ };

/* The parts a screen may have, and the kinds it belongs to. */
static const char *const part_names[] = { "list", "card", "form", "title", "query", "columns", "empty",
	"open", "line", "tell", "search", "type_to_search", "show", "with", "quick", "sections", "keys" };
static const uint8_t part_kinds[] = {
	[QUERY] = 1 << SCREEN_LIST, [COLUMNS] = 1 << SCREEN_LIST, [EMPTY] = 1 << SCREEN_LIST,
	[OPEN] = 1 << SCREEN_LIST,  [LINE] = 1 << SCREEN_LIST,    [TELL] = 1 << SCREEN_LIST,
	[SEARCH] = 1 << SCREEN_LIST, [TYPING] = 1 << SCREEN_LIST,
	[SHOW] = 1 << SCREEN_CARD,  [WITH] = 1 << SCREEN_FORM,    [QUICK] = 1 << SCREEN_FORM,
	[SECTIONS] = 1 << SCREEN_FORM,
};

static bool read_kind(struct load *l, const node *v)
{
	struct screen *s = l->s;

	for (int k = SCREEN_LIST; k <= SCREEN_FORM; k++) {
		if (!v[k])
			continue;
		if (s->type)
			yaml_problem(l->f, v[k], "一个画面只能是 list、card 或 form 中的一样");
		s->kind = (enum screen_kind)k;
		s->type = load_type(l, v[k]);
		if (!s->type)
			return false;
	}
	if (!s->type)
		yaml_problem(l->f, l->f->root, "画面要写 list、card 或 form，后面是记录的类型");
	for (size_t i = 0; s->type && i < COUNT(part_kinds); i++)
		if (v[i] && part_kinds[i] && !(part_kinds[i] & 1 << s->kind))
			yaml_problem(l->f, v[i], "%s 画面里没有 %s", kind_names[s->kind], part_names[i]);
	return s->type != NULL;
}

static void read_list(struct load *l, const node *v)
{
	struct screen *s = l->s;

	s->query = query_named(l, v[QUERY]);
	if (!v[QUERY])
		yaml_problem(l->f, l->f->root, "名单画面缺少“query”");
	if (s->query && s->query->type->tag != s->type->tag)
		yaml_problem(l->f, v[LIST], "名单 %s 里是%s，这里要写 list: %s", s->query->name,
			s->query->type->label, s->query->type->name);
	s->column = read_columns(l, s->query, v[COLUMNS], WIDTH_USUAL, &s->ncolumns);
	if (!v[COLUMNS])
		yaml_problem(l->f, l->f->root, "名单画面缺少“columns”");
	s->empty = load_text(l, v[EMPTY]);
	s->open = load_screen_name(l, v[OPEN]);
	if (s->open.n)
		load_fits(l, v[OPEN], s->open, s->type, false);
	s->line = load_text(l, v[LINE]);
	if (v[TELL] && s->query)
		s->tell = load_field(l, query_row(l->a, l->office, s->query), v[TELL], load_text(l, v[TELL]));
	s->search = load_truth(l, v[SEARCH]);
	s->type_to_search = load_truth(l, v[TYPING]);
}

/* False when there is no such screen; else with all its problems, and those of keys.yaml in l->common. */
static bool read_screen(struct load *l, struct arena *a, const struct office *o, const struct acts *acts,
	str name)
{
	node v[PARTS_];

	*l = (struct load){ .a = a, .office = o, .acts = acts, .s = ARENA_NEW(a, struct screen) };
	l->f = read_file(l, name);
	if (!l->f)
		return false;
	l->common = settings_read(a, o->dir, S("config/keys.yaml"));
	l->s->name = arena_str(a, name);
	if (!l->f->root)
		return true;
	load_keys(l, l->f->root, part_names, PARTS_, v);
	if (!read_kind(l, v))
		return true;
	l->s->title = v[TITLE] ? load_text(l, v[TITLE]) : str_of(l->s->type->label);
	switch (l->s->kind) {
	case SCREEN_LIST: read_list(l, v); break;
	case SCREEN_CARD: read_items(l, v[SHOW]); break;
	case SCREEN_FORM: load_form(l, v[WITH], v[SECTIONS], v[QUICK]); break;
	}
	load_keymap(l, v[KEYS]);
	return true;
}

enum rc screen_load(struct arena *a, const struct office *o, const struct acts *acts, str name,
	const struct screen **out, struct err *e)
{
	struct load l;

	if (!read_screen(&l, a, o, acts, name))
		return fail(e, RC_NOT_FOUND, "没有画面“%.*s”", STR_FMT(name));
	TRY(yaml_verdict(l.f, e));
	TRY(yaml_verdict(l.common, e));
	*out = l.s;
	return RC_OK;
}

struct column column_usual(const struct field *f, str title)
{
	static const int widths[K_STORED + 4] = { [K_NUM] = 5, [K_MONEY] = 9, [K_DATE] = 10, [K_PDATE] = 10, [K_MONTH] = 7,
		[K_TIME] = 16, [K_PHONE] = 13, [K_CITIZEN] = 18, [K_RATIO] = 9, [K_FLAG] = 4, [K_REF] = 10, [K_REFS] = 12, [K_CODE] = 10,
		[K_DUE] = 9 };
	int width = f->kind < COUNT(widths) && widths[f->kind] ? widths[f->kind] : 8, head = utf8_cols(tr_str(title));

	return (struct column){ .title = title, .field = f, .width = width > head ? width : head,
		.right = f->kind == K_NUM || f->kind == K_MONEY || f->kind == K_RATIO };
}

enum rc screen_make(struct arena *a, const struct office *o, const struct acts *acts, const struct made *m,
	const struct screen **out, struct err *e)
{
	struct screen *s = ARENA_NEW(a, struct screen);
	struct load l = { .a = a, .office = o, .acts = acts, .s = s, .f = yaml_read(a, S("screens"), S("")),
		.common = settings_read(a, o->dir, S("config/keys.yaml")) };

	*s = (struct screen){ .kind = SCREEN_LIST, .name = str_of(m->query->name), .title = m->title,
		.type = m->query->type, .query = m->query, .column = m->column, .ncolumns = m->ncolumns, .report = m->report,
		.empty = m->report ? S("这一期没有数字。") : S("这里没有。") };
	load_keymap(&l, NULL);
	TRY(yaml_verdict(l.common, e));
	*out = s;
	return RC_OK;
}

/* What is wrong with the common keys is wrong on many screens, and told once. */
static void add_once(struct buf *b, str lines)
{
	str line;

	while (str_cut(&lines, '\n', &line))
		if (line.n && !str_has(buf_view(b), line))
			buf_printf(b, "%.*s\n", STR_FMT(line));
}

/* The keys that only tables of reports have are looked at with any of them. */
static void report_key_problems(struct arena *a, const struct office *o, const struct acts *acts, struct buf *b)
{
	struct screen s = { .kind = SCREEN_LIST, .name = S("report"), .type = office_type(o, S("org")),
		.query = query_find(S("orgs")), .report = true };
	struct load l = { .a = a, .office = o, .acts = acts, .s = &s, .f = yaml_read(a, S("screens"), S("")),
		.common = settings_read(a, o->dir, S("config/keys.yaml")) };

	load_keymap(&l, NULL);
	add_once(b, yaml_problems(l.common, a));
}

str screen_problems(struct arena *a, const struct office *o, const struct acts *acts)
{
	struct settings_names all = settings_all(a, o->dir);
	struct buf b = { .a = a };

	for (size_t i = 0; i < all.n; i++) {
		struct load l;

		if (!str_starts(all.p[i], S("screens/")) || !read_screen(&l, a, o, acts, name_of(all.p[i])))
			continue;
		add_once(&b, yaml_problems(l.f, a));
		add_once(&b, yaml_problems(l.common, a));
	}
	report_key_problems(a, o, acts, &b);
	return b.n ? buf_view(&b) : S("");
}
