/* screen_keys.c - the keys of a screen, bound to acts that can work there: what each needs of its screen
 * and of the one it names is checked here, once, with file, line and column. */
#include "ui/views/screen_load.h"

#include "base/str.h"
#include "core/records/types.h"

/* ---- what acts need ------------------------------------------------------------------------- */

static bool same_type(const struct rec_type *x, const struct rec_type *y)
{
	return x->tag == y->tag; /* the office's own fields make another table of the same type */
}

bool load_about(const struct query *q, const struct rec_type *of, bool by_family)
{
	str rest = str_of(q->about), name;

	while (str_cut(&rest, '|', &name))
		if (str_is(name, of->name) || (by_family && of->owner && str_is(name, family_type.name)))
			return true;
	return false;
}

/* The screen that is named after a type, or NULL: a better guess than the nearest letters. */
static const char *named_after(struct load *l, const struct rec_type *t, const char *suffix)
{
	str name = arena_printf(l->a, "%s_%s", t->name, suffix);

	return screen_exists(l->office, name) ? name.p : NULL;
}

void load_fits(struct load *l, node at, str name, const struct rec_type *of, bool form_only)
{
	struct screen head;
	const char *usual = named_after(l, of, form_only ? "form" : "card");
	bool kind;

	if (!load_head(l, name, &head))
		return;
	kind = head.kind == SCREEN_FORM || (head.kind == SCREEN_CARD && !form_only);
	if (kind && same_type(head.type, of))
		return;
	yaml_problem(l->f, at, usual ? "画面 %.*s 不是%s的%s，是不是 %s？" : "画面 %.*s 不是%s的%s", STR_FMT(name),
		of->label, form_only ? "表格" : "卡片或表格", usual);
}

static void check_opened(struct load *l, node at, struct bind *b)
{
	bool list = l->s->kind == SCREEN_LIST;
	struct screen head;

	switch (b->action->opens) {
	case OPENS_NOTHING:
		if (b->screen.n)
			yaml_problem(l->f, at, "动作 %s 不打开画面，不要写 screen", b->action->name);
		return;
	case OPENS_THIS:
	case OPENS_FORM_THIS:
		if (b->screen.n)
			load_fits(l, at, b->screen, l->s->type, b->action->opens == OPENS_FORM_THIS);
		break;
	case OPENS_FORM:
		if (!load_head(l, b->screen, &head))
			break;
		if (head.kind != SCREEN_FORM)
			yaml_problem(l->f, at, "画面 %.*s 不是表格，动作 %s 要打开一张表格",
				STR_FMT(b->screen), b->action->name);
		b->writes = head.type;
		break;
	case OPENS_LIST:
		if (load_head(l, b->screen, &head) &&
			(head.kind != SCREEN_LIST || !head.query || !load_about(head.query, l->s->type, list)))
			yaml_problem(l->f, at, "画面 %.*s 不是关于一条%s的名单", STR_FMT(b->screen),
				l->s->type->label);
		break;
	case OPENS_ALONE:
		if (load_head(l, b->screen, &head) &&
			(head.kind == SCREEN_CARD || (head.query && head.query->about)))
			yaml_problem(l->f, at, "画面 %.*s 要先选中一条记录才能打开，用 do: list 或 open",
				STR_FMT(b->screen));
		break;
	}
	if (!b->screen.n && b->action->opens == OPENS_FORM_THIS)
		b->screen = arena_printf(l->a, "%s_form", l->s->type->name);
	if (!b->screen.n && b->action->opens != OPENS_THIS)
		yaml_problem(l->f, at, "动作 %s 要写打开哪个画面（screen）", b->action->name);
}

/* Acts for certain rows stand on lists of such rows only. */
static void check_rows(struct load *l, node at, const struct action *a)
{
	const struct query *q = l->s->query;

	if (a->report && !l->s->report)
		yaml_problem(l->f, at, "动作 %s 只用在报表的表上（keys.yaml 的 report）", a->name);
	else if (a->rows && !same_type(l->s->type, a->rows))
		yaml_problem(l->f, at, "动作 %s 用在%s的名单上，这个画面是%s的", a->name, a->rows->label,
			l->s->type->label);
	else if (a->about && q && (!q->about || strcmp(q->about, a->about) != 0))
		yaml_problem(l->f, at, "动作 %s 用在关于一位%s的名单上，名单 %s 不是", a->name,
			office_type(l->office, str_of(a->about))->label, q->name);
	else if (a->needs && q && q->row != a->needs)
		yaml_problem(l->f, at, "动作 %s 用在“%s”的名单上，名单 %s 不是", a->name, a->needs->label, q->name);
}

/* ---- keys ----------------------------------------------------------------------------------- */

static const struct action *action_named(struct load *l, node n)
{
	const struct action *const *table = l->acts->table[l->s->kind];
	struct { VEC(const char *); } names = { 0 };
	str name = load_text(l, n);

	for (size_t i = 0; i < COUNT(*l->acts->table) && table[i]; i++)
		for (const struct action *a = table[i]; a->name; a++) {
			if (str_is(name, a->name))
				return a;
			*vec_add(l->a, &names) = a->name;
		}
	if (n->kind == Y_SCALAR)
		load_refuse(l, n, "动作", str_nearest(n->text, names.p, names.n, sizeof *names.p));
	return NULL;
}

struct binds { VEC(struct bind); };

/* Where a key is bound from a place on; n when it is not. */
static size_t bound(const struct binds *m, size_t from, uint32_t key)
{
	while (from < m->n && m->p[from].key != key)
		from++;
	return from;
}

/* v: {do: new, screen: visit_form, label: 记一笔}, or v: back, or v: none */
static bool read_bind(struct load *l, node n, struct bind *b)
{
	static const char *const names[] = { "do", "screen", "label", "bar" };
	enum { DO, SCREEN, LABEL, BAR, COUNT_ };
	node v[COUNT_] = { n };

	if (n->kind != Y_SCALAR)
		load_keys(l, n, names, COUNT_, v);
	if (!v[DO]) {
		yaml_problem(l->f, n, "少了 do:");
		return false;
	}
	if (v[DO]->kind == Y_SCALAR && str_is(v[DO]->text, "none"))
		return true; /* does nothing, whatever keys.yaml says */
	b->action = action_named(l, v[DO]);
	b->screen = load_screen_name(l, v[SCREEN]);
	b->label = load_text(l, v[LABEL]);
	if (b->action)
		b->writes = b->action->changes || b->action->opens == OPENS_FORM_THIS ? l->s->type
			: b->action->writes;
	if (v[BAR])
		b->bar = load_truth(l, v[BAR]);
	if (!b->action)
		return false;
	if (!v[SCREEN] || b->screen.n)
		check_opened(l, v[SCREEN] ? v[SCREEN] : n, b);
	check_rows(l, v[DO], b->action);
	return true;
}

static void read_keys(struct load *l, node n, bool bar, struct binds *m)
{
	size_t first = m->n;

	if (n && n->kind != Y_MAP)
		yaml_problem(l->f, n, "这里应是“键: 动作”，一行一个");
	for (uint32_t i = 0; n && n->kind == Y_MAP && i < n->n; i++) {
		struct bind b = { .key = key_parse(n->key[i].text), .bar = bar };

		if (!b.key)
			yaml_problem(l->f, &n->key[i], "没有“%.*s”这个键", STR_FMT(n->key[i].text));
		if (!read_bind(l, &n->kid[i], &b) || !b.key)
			continue;
		if (bound(m, first, b.key) < m->n)
			yaml_problem(l->f, &n->key[i], "“%.*s”与上面一个键是同一个键", STR_FMT(n->key[i].text));
		else if (bound(m, 0, b.key) == m->n) /* the screen's own stands */
			*vec_add(l->a, m) = b;
	}
}

static void read_common(struct load *l, struct binds *m)
{
	static const char *const names[] = { [SCREEN_LIST] = "list", [SCREEN_CARD] = "card",
		[SCREEN_FORM] = "form", "record", "report", "everywhere" };
	enum { RECORD = SCREEN_FORM + 1, REPORT, EVERYWHERE };
	struct yfile *own = l->f;
	node v[COUNT(names)];

	l->f = l->common;
	load_keys(l, l->f->root, names, COUNT(names), v);
	if (str_eq(l->s->name, arena_printf(l->a, "%s_card", l->s->type->name)))
		read_keys(l, v[RECORD], true, m);
	if (l->s->report)
		read_keys(l, v[REPORT], true, m);
	read_keys(l, v[l->s->kind], false, m);
	/* What is typed into a form is text: only what cannot be text is bound everywhere. */
	read_keys(l, v[EVERYWHERE], false, m);
	l->f = own;
}

void load_keymap(struct load *l, node n)
{
	struct binds all = { 0 }, live = { 0 };

	read_keys(l, n, true, &all);
	read_common(l, &all);
	for (size_t i = 0; i < all.n; i++)
		if (all.p[i].action)
			*vec_add(l->a, &live) = all.p[i];
	l->s->keys = (struct keymap){ live.p, live.n };
}
