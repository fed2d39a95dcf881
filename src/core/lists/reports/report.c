/* report.c - reads a report as an office wrote it, and resolves its names. */
#include "core/lists/reports/report.h"

#include "base/str.h"
#include "core/lists/reports/facts.h"
#include "core/office/settings.h"

#include <stdlib.h>

/* ---- as it is written ------------------------------------------------------------------------- */

struct raw_column { const struct ynode *at, *name, *count, *sum, *when, *share, *of; str title; };
struct raw_balance { const struct ynode *is, *of; };
struct raw_report {
	str title;
	const struct ynode *periods, *list, *rows, *when, *submits;
	struct raw_column *column;
	size_t n;
	struct raw_balance *balance;
	size_t nbalance;
};

static void take_column(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "name", take_scalar, offsetof(struct raw_column, name), true },
		{ "title", take_str, offsetof(struct raw_column, title), false },
		{ "count", take_scalar, offsetof(struct raw_column, count), false },
		{ "sum", take_scalar, offsetof(struct raw_column, sum), false },
		{ "when", take_node, offsetof(struct raw_column, when), false },
		{ "share", take_scalar, offsetof(struct raw_column, share), false },
		{ "of", take_scalar, offsetof(struct raw_column, of), false },
	};

	((struct raw_column *)dst)->at = n;
	yaml_map(f, n, keys, COUNT(keys), dst);
}

static void take_columns(struct yfile *f, const struct ynode *n, void *dst)
{
	struct raw_report *r = dst;

	r->column = yaml_seq(f, n, sizeof *r->column, &r->n, take_column);
}

static void take_balance(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "is", take_scalar, offsetof(struct raw_balance, is), true },
		{ "of", take_node, offsetof(struct raw_balance, of), true },
	};

	yaml_map(f, n, keys, COUNT(keys), dst);
}

static void take_balances(struct yfile *f, const struct ynode *n, void *dst)
{
	struct raw_report *r = dst;

	r->balance = yaml_seq(f, n, sizeof *r->balance, &r->nbalance, take_balance);
}

/* ---- names to rows of tables ------------------------------------------------------------------ */

struct reading { struct yfile *f; const struct office *o; struct raw_report *raw; struct report *r; };

static void unknown(struct yfile *f, const struct ynode *n, const char *what, const char *near)
{
	yaml_problem(f, n, near ? "没有%s“%.*s”，是不是 %s？" : "没有%s“%.*s”", what, STR_FMT(n->text), near);
}

/* Where a column of that name stands, -1: nowhere. */
static int column_named(const struct raw_report *raw, str name)
{
	for (size_t i = 0; i < raw->n; i++)
		if (raw->column[i].name && str_eq(raw->column[i].name->text, name))
			return (int)i;
	return -1;
}

static int find_column(struct reading *x, const struct ynode *n, str name)
{
	int at = column_named(x->raw, name);
	const char **all = ARENA_ARRAY(x->f->a, const char *, x->raw->n + 1);
	size_t m = 0;
	const char *near;

	for (size_t i = 0; at < 0 && i < x->raw->n; i++)
		if (x->raw->column[i].name)
			all[m++] = arena_z(x->f->a, x->raw->column[i].name->text);
	if (at >= 0)
		return at;
	near = m ? str_nearest(name, all, m, sizeof *all) : NULL;
	yaml_problem(x->f, n, near ? "上下都没有“%.*s”这一栏，是不是 %s？" : "上下都没有“%.*s”这一栏", STR_FMT(name), near);
	return -1;
}

static const struct field *find_field(struct reading *x, const struct rec_type *t, const struct ynode *n, str name)
{
	const struct field *f = type_field(t, name);
	const char *near = f ? NULL : str_nearest(name, &t->fields->name, t->nfields, sizeof *t->fields);

	if (!f)
		yaml_problem(x->f, n, near ? "%s没有字段“%.*s”，是不是 %s？" : "%s没有字段“%.*s”", t->label,
			STR_FMT(name), near);
	return f;
}

/* A key, a meaning or an attribute that some code of the table has; word ends with NUL. */
static bool code_known(const struct code_table *t, str word)
{
	for (size_t i = 0; t && i < t->n; i++) {
		const struct code_item *c = &t->item[i];

		if (str_eq(c->key, word) || str_eq(code_attr(c, "means"), word) || code_is(c, word.p))
			return true;
	}
	return false;
}

static void read_condition(struct reading *x, const struct rec_type *t, const struct ynode *key,
	const struct ynode *value, struct report_column *c)
{
	struct condition_of *w = &c->when[c->nwhen];

	w->field = find_field(x, t, key, key->text);
	take_strs(x->f, value, &w->any);
	if (!w->field)
		return;
	for (size_t i = 0; i < w->any.n; i++) {
		const struct code_table *table = w->field->of ? codebook_find(&x->o->codes, str_of(w->field->of)) : NULL;
		bool yes_no = w->field->kind == K_FLAG;

		w->any.p[i] = str_of(arena_z(x->f->a, w->any.p[i]));
		if (yes_no ? !str_is(w->any.p[i], "yes") && !str_is(w->any.p[i], "no") : !code_known(table, w->any.p[i]))
			yaml_problem(x->f, value, yes_no ? "“%s”只能是 yes 或 no，“%.*s”不是"
				: "“%s”的代码表里没有“%.*s”：要写代码、means 或它的一个属性", w->field->label,
				STR_FMT(w->any.p[i]));
	}
	c->nwhen++;
}

static void read_when(struct reading *x, const struct rec_type *t, const struct ynode *n, struct report_column *c)
{
	if (!n)
		return;
	if (n->kind != Y_MAP) {
		yaml_problem(x->f, n, "when 要写成 {字段: 代码}");
		return;
	}
	c->when = ARENA_ARRAY(x->f->a, struct condition_of, n->n);
	for (uint32_t i = 0; i < n->n; i++)
		read_condition(x, t, &n->key[i], &n->kid[i], c);
}

static void read_count(struct reading *x, const struct raw_column *raw, struct report_column *c)
{
	const struct rec_type *t;

	c->count = count_find(raw->count->text);
	if (!c->count) {
		unknown(x->f, raw->count, "计数", count_nearest(raw->count->text));
		return;
	}
	t = office_type(x->o, str_of(source_rows[c->count->of].type->name));
	read_when(x, t, raw->when, c);
	if (raw->sum && (c->sum = find_field(x, t, raw->sum, raw->sum->text)) && c->sum->kind != K_NUM &&
		c->sum->kind != K_MONEY)
		yaml_problem(x->f, raw->sum, "“%s”不是数，不能相加", c->sum->label);
}

static void read_share(struct reading *x, const struct raw_column *raw, struct report_column *c)
{
	c->share = find_column(x, raw->share, raw->share->text);
	c->of = raw->of ? find_column(x, raw->of, raw->of->text) : -1;
	if (!raw->of)
		yaml_problem(x->f, raw->share, "share 要和 of 一起写：share 占 of 的多少");
}

/* Of the same things, counted one by one: else nobody could say who is missing. */
static void judge_share(struct reading *x, const struct raw_column *raw, const struct report_column *c)
{
	const struct report_column *some = c->share < 0 ? NULL : &x->r->column[c->share];
	const struct report_column *all = c->of < 0 ? NULL : &x->r->column[c->of];

	if (!some || !all)
		return;
	if (!some->count || !all->count || some->count->of != all->count->of || some->sum || all->sum)
		yaml_problem(x->f, raw->share, "share 和 of 要数同一种记录，才说得出差的是谁");
}

/* Of a list: what its rows are; NULL: it is a table. */
static const struct rec_type *row_of(struct reading *x)
{
	const struct query of = { .row = x->r->rows && x->r->rows->count ? source_rows[x->r->rows->count->of].row : NULL };

	if (x->r->list)
		return query_row(x->f->a, x->o, x->r->list);
	return of.row ? query_row(x->f->a, x->o, &of) : NULL;
}

static void read_one(struct reading *x, const struct raw_column *raw, struct report_column *c)
{
	const struct rec_type *row = row_of(x);

	c->share = c->of = -1;
	if (!raw->name)
		return;
	c->name = raw->name->text;
	c->title = raw->title;
	if (row) {
		c->field = find_field(x, row, raw->name, raw->name->text);
		if (c->field && !c->title.n)
			c->title = str_of(c->field->label);
		return;
	}
	if (type_field(&org_type, c->name))
		yaml_problem(x->f, raw->name, "“%.*s”是组织自己的字段，这一栏请换个名字", STR_FMT(c->name));
	if (!!raw->count + !!raw->share != 1)
		yaml_problem(x->f, raw->at, "一栏要写 count 或 share，只写一样");
	else if (raw->count)
		read_count(x, raw, c);
	else
		read_share(x, raw, c);
	if (!c->title.n)
		c->title = c->count ? str_of(c->count->label) : c->name;
}

static void read_balance(struct reading *x, const struct raw_balance *raw, struct balance *b)
{
	struct strs words = { 0 };

	if (!raw->is || !raw->of)
		return;
	take_strs(x->f, raw->of, &words);
	b->is = find_column(x, raw->is, raw->is->text);
	b->part = arena_new(x->f->a, sizeof *b->part * (words.n + 1));
	for (size_t i = 0; i < words.n; i++) {
		bool minus = str_starts(words.p[i], S("-"));
		int at = find_column(x, raw->of, str_from(words.p[i], minus));

		b->part[b->n].column = at;
		b->part[b->n++].sign = minus ? -1 : 1;
	}
}

static const char *const period_names[REPORT_PERIODS] = { [REPORT_DAY] = "day", [REPORT_MONTH] = "month",
	[REPORT_QUARTER] = "quarter", [REPORT_HALF] = "half", [REPORT_YEAR] = "year" };

static void read_periods(struct reading *x, const struct ynode *n)
{
	struct strs words = { 0 };

	if (!n)
		return;
	take_strs(x->f, n, &words);
	for (size_t i = 0; i < words.n; i++) {
		int p = 0;

		while (p < REPORT_PERIODS && !str_is(words.p[i], period_names[p]))
			p++;
		if (p == REPORT_PERIODS)
			yaml_problem(x->f, n, "没有“%.*s”这种周期；有 day、month、quarter、half、year", STR_FMT(words.p[i]));
		else
			x->r->periods |= 1u << p;
	}
}

const struct report_level report_levels[REPORT_LEVELS] = { { "community", MEANS_COMMUNITY }, { "street", MEANS_STREET },
	{ "district", MEANS_DISTRICT } };

static void read_submits(struct reading *x, const struct ynode *n)
{
	struct strs words = { 0 };

	if (!n)
		return;
	take_strs(x->f, n, &words);
	for (size_t i = 0; i < words.n; i++) {
		size_t k = 0;

		while (k < REPORT_LEVELS && !str_is(words.p[i], report_levels[k].name))
			k++;
		if (k == REPORT_LEVELS)
			yaml_problem(x->f, n, "没有“%.*s”这一级；有 community、street、district", STR_FMT(words.p[i]));
		else
			x->r->submits |= 1u << k;
	}
	if (x->raw->list || x->raw->rows)
		yaml_problem(x->f, n, "名单没有数字，不能上报；要上报的报表写 count");
}

static void read_list(struct reading *x, const struct ynode *n)
{
	const struct query *const *all = query_all();
	size_t count = 0;
	const char **names;

	if (!n || (x->r->list = query_find(n->text)))
		return;
	while (all[count])
		count++;
	names = ARENA_ARRAY(x->f->a, const char *, count);
	for (size_t i = 0; i < count; i++)
		names[i] = all[i]->name;
	unknown(x->f, n, "名单", str_nearest(n->text, names, count, sizeof *names));
}

static void read_rows(struct reading *x, const struct ynode *n)
{
	struct report_column *c = ARENA_NEW(x->f->a, struct report_column);

	if (!n)
		return;
	if (x->raw->list)
		yaml_problem(x->f, n, "名单写 list 或 rows，只写一样");
	c->share = c->of = -1;
	read_count(x, &(struct raw_column){ .at = n, .count = n, .when = x->raw->when }, c);
	x->r->rows = c;
}

/* No column twice: a number is asked for by its name. */
static void refuse_twice(struct reading *x)
{
	for (size_t i = 0; i < x->raw->n; i++)
		if (x->raw->column[i].name && column_named(x->raw, x->raw->column[i].name->text) != (int)i)
			yaml_problem(x->f, x->raw->column[i].name, "这一栏上面已经有了");
}

/* NULL when there is no such file; else with all its problems. */
static struct yfile *read_report(struct arena *a, const struct office *o, str name, struct report **out)
{
	static const struct ykey keys[] = {
		{ "title", take_str, offsetof(struct raw_report, title), true },
		{ "period", take_node, offsetof(struct raw_report, periods), true },
		{ "list", take_scalar, offsetof(struct raw_report, list), false },
		{ "rows", take_scalar, offsetof(struct raw_report, rows), false },
		{ "when", take_node, offsetof(struct raw_report, when), false },
		{ "submit", take_node, offsetof(struct raw_report, submits), false },
		{ "columns", take_columns, 0, true },
		{ "balance", take_balances, 0, false },
	};
	struct raw_report raw = { 0 };
	struct report *r = ARENA_NEW(a, struct report);
	struct yfile *f = settings_read(a, o->dir, arena_printf(a, "config/reports/%.*s.yaml", STR_FMT(name)));
	struct reading x = { f, o, &raw, r };
	bool known;

	if (!f)
		return NULL;
	yaml_map(f, f->root, keys, COUNT(keys), &raw);
	r->name = arena_str(a, name);
	r->title = raw.title;
	read_periods(&x, raw.periods);
	read_list(&x, raw.list);
	read_rows(&x, raw.rows);
	read_submits(&x, raw.submits);
	r->text = yaml_text(a, f->root, true);
	r->column = ARENA_ARRAY(a, struct report_column, raw.n + 1);
	r->ncolumns = raw.n;
	refuse_twice(&x);
	known = (r->list || !raw.list) && (!r->rows || r->rows->count); /* what its rows are */
	for (size_t i = 0; i < raw.n && known; i++)
		read_one(&x, &raw.column[i], &r->column[i]);
	for (size_t i = 0; i < raw.n && known; i++)
		if (r->column[i].share >= 0)
			judge_share(&x, &raw.column[i], &r->column[i]);
	r->balance = ARENA_ARRAY(a, struct balance, raw.nbalance + 1);
	for (r->nbalance = 0; r->nbalance < raw.nbalance; r->nbalance++)
		read_balance(&x, &raw.balance[r->nbalance], &r->balance[r->nbalance]);
	*out = r;
	return f;
}

static str name_of(str file)
{
	uint32_t before = S("config/reports/").n;

	return str_sub(file, before, file.n - before - S(".yaml").n);
}

static int by_name(const void *x, const void *y)
{
	return str_cmp(*(const str *)x, *(const str *)y);
}

struct report_names report_all(struct arena *a, const struct office *o)
{
	struct settings_names all = settings_all(a, o->dir);
	struct report_names out = { 0 };

	for (size_t i = 0; i < all.n; i++)
		if (str_starts(all.p[i], S("config/reports/")))
			*vec_add(a, &out) = name_of(all.p[i]);
	if (out.n > 1)
		qsort(out.p, out.n, sizeof *out.p, by_name);
	return out;
}

bool report_there(struct arena *a, const struct office *o, str name)
{
	struct report_names all = report_all(a, o);
	size_t i = 0;

	while (i < all.n && !str_eq(all.p[i], name))
		i++;
	return i < all.n;
}

static enum rc no_report(struct arena *a, const struct office *o, str name, struct err *e)
{
	struct report_names all = report_all(a, o);
	const char **names = ARENA_ARRAY(a, const char *, all.n + 1), *near;

	for (size_t i = 0; i < all.n; i++)
		names[i] = arena_z(a, all.p[i]);
	near = str_nearest(name, names, all.n, sizeof *names);
	return near ? fail(e, RC_INVALID, "没有报表“%.*s”，是不是 %s？", STR_FMT(name), near)
		: fail(e, RC_INVALID, "没有报表“%.*s”；全部报表见 qinqing report", STR_FMT(name));
}

enum rc report_load(struct arena *a, const struct office *o, str name, const struct report **out, struct err *e)
{
	struct report *r;

	if (!report_there(a, o, name))
		return no_report(a, o, name, e);
	TRY(yaml_verdict(read_report(a, o, name, &r), e));
	*out = r;
	return RC_OK;
}

str report_problems(struct arena *a, const struct office *o, str file)
{
	struct report *r;

	return yaml_problems(read_report(a, o, name_of(file), &r), a);
}

int report_column(const struct report *r, str name)
{
	for (size_t i = 0; i < r->ncolumns; i++)
		if (str_eq(r->column[i].name, name))
			return (int)i;
	return -1;
}
