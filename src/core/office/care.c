/* care.c - care.yaml: counters, presets, levels, weights, days, amounts; read for the rules in force and
 * for every older text of them. */
#include "core/office/load.h"

#include "base/str.h"

static struct care *care_of(const struct yfile *f)
{
	return ((struct loader *)f->ctx)->care;
}

/* Codes are checked for the rules in force; an older text may name some that are gone. */
static const struct code_table *table(const struct yfile *f, const char *name)
{
	return care_of(f) == &office_of(f)->care ? codebook_find(&office_of(f)->codes, str_of(name)) : NULL;
}

static void check_code(struct yfile *f, const struct ynode *n, const char *name)
{
	const struct code_table *t = table(f, name);

	if (n && n->kind == Y_SCALAR && t && !code_find(t, n->text))
		yaml_problem(f, n, "%s 没有代码“%.*s”", name, STR_FMT(n->text));
}

static bool some_mode_counts(const struct code_table *modes, str attribute)
{
	for (size_t i = 0; modes && i < modes->n; i++)
		for (size_t k = 0; k < modes->item[i].nattr; k++)
			if (str_eq(modes->item[i].attr[k].name, attribute) &&
				str_is(modes->item[i].attr[k].value, "true"))
				return true;
	return !modes;
}

static void take_counter(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "name", take_str, offsetof(struct counter, name), true },
		{ "label", take_str, offsetof(struct counter, label), true },
		{ "counts", take_str, offsetof(struct counter, counts), true },
		{ "post", take_str, offsetof(struct counter, post), false },
	};
	const struct ynode *counts = ynode_get(n, S("counts"));

	yaml_map(f, n, keys, COUNT(keys), dst);
	check_code(f, ynode_get(n, S("post")), "ASSIGN_POST");
	if (counts && !some_mode_counts(table(f, "VISIT_MODE"), counts->text))
		yaml_problem(f, counts, "VISIT_MODE 里没有一种方式写着 %.*s: true", STR_FMT(counts->text));
}

static void take_counters(struct yfile *f, const struct ynode *n, void *dst)
{
	struct care *c = dst;
	size_t count;
	struct counter *list = yaml_seq(f, n, sizeof *list, &count, take_counter);

	if (count > COUNTERS_MAX) {
		yaml_problem(f, n, "最多%d个计数", COUNTERS_MAX);
		count = COUNTERS_MAX;
	}
	if (count)
		memcpy(c->counter, list, count * sizeof *list);
	c->ncounters = count;
}

/* 2/month, 1/rolling:30 */
static void read_quota(struct yfile *f, const struct ynode *n, struct quota *out)
{
	enum { TIMES_MOST = 1000 };
	static const char *const names[] = { "week", "month", "quarter", "half", "year" };
	str period = n->text, times, days;
	int64_t number;

	if (n->kind != Y_SCALAR || !str_cut(&period, '/', &times) || !str_int(times, &out->times) ||
		out->times < 0 || out->times > TIMES_MOST) {
		yaml_problem(f, n, "要写成 次数/周期，例如 2/month");
		return;
	}
	for (size_t i = 0; i < COUNT(names); i++)
		if (str_is(period, names[i])) {
			out->period = (enum period)i;
			return;
		}
	days = period;
	if (str_cut(&days, ':', &times) && str_is(times, "rolling") && str_int(days, &number) &&
		number > 0 && number <= 3660) {
		out->period = PERIOD_ROLLING;
		out->rolling = (int)number;
		return;
	}

	const char *near = str_nearest(period, names, COUNT(names), sizeof *names);

	yaml_problem(f, n, near ? "没有周期“%.*s”，是不是 %s？" : "没有周期“%.*s”", STR_FMT(period), near);
}

static void take_preset(struct yfile *f, const struct ynode *n, void *dst)
{
	struct preset *p = dst;
	const struct care *c = care_of(f);

	if (n->kind != Y_MAP) {
		yaml_problem(f, n, "要写成 {name: ..., label: ..., contact: 2/month, ...}");
		return;
	}
	for (uint32_t i = 0; i < n->n; i++) {
		str key = n->key[i].text;
		size_t k = 0;

		if (str_is(key, "name")) {
			take_str(f, &n->kid[i], &p->name);
			continue;
		}
		if (str_is(key, "label")) {
			take_str(f, &n->kid[i], &p->label);
			continue;
		}
		while (k < c->ncounters && !str_eq(c->counter[k].name, key))
			k++;
		if (k < c->ncounters)
			read_quota(f, &n->kid[i], &p->quota[k]);
		else
			yaml_problem(f, &n->key[i], "没有叫“%.*s”的计数（counters 里的 name）",
				STR_FMT(key));
	}
	if (!p->name.n)
		yaml_problem(f, n, "缺少 name");
}

static void take_presets(struct yfile *f, const struct ynode *n, void *dst)
{
	struct care *c = dst;

	c->preset = yaml_seq(f, n, sizeof *c->preset, &c->npresets, take_preset);
}

static void take_preset_ref(struct yfile *f, const struct ynode *n, void *dst)
{
	const struct care *c = care_of(f);
	struct { VEC(const char *); } names = { 0 };

	for (size_t i = 0; i < c->npresets; i++)
		if (n->kind == Y_SCALAR && str_eq(c->preset[i].name, n->text)) {
			*(const struct preset **)dst = &c->preset[i];
			return;
		}
	for (size_t i = 0; i < c->npresets; i++)
		*vec_add(f->a, &names) = arena_z(f->a, c->preset[i].name);

	const char *near = str_nearest(n->text, names.p, names.n, sizeof *names.p);

	yaml_problem(f, n, near ? "没有叫“%.*s”的频次（presets 里的 name），是不是 %s？"
			: "没有叫“%.*s”的频次（presets 里的 name）", STR_FMT(n->text), near);
}

static void take_level(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "level", take_str, offsetof(struct level, level), true },
		{ "preset", take_preset_ref, offsetof(struct level, preset), true },
		{ "review_days", take_count, offsetof(struct level, review_days), false },
	};

	yaml_map(f, n, keys, COUNT(keys), dst);
	check_code(f, ynode_get(n, S("level")), "CARE_LEVEL");
}

static void take_levels(struct yfile *f, const struct ynode *n, void *dst)
{
	struct care *c = dst;

	c->level = yaml_seq(f, n, sizeof *c->level, &c->nlevels, take_level);
}

static void take_counts_for(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct { const char *name; bool each_post; } whose[] = {
		{ "family", false }, { "each_post", true },
	};

	for (size_t i = 0; i < COUNT(whose); i++)
		if (n->kind == Y_SCALAR && str_is(n->text, whose[i].name)) {
			*(bool *)dst = whose[i].each_post;
			return;
		}
	yaml_problem(f, n, "counts_for 只能是 family 或 each_post");
}

static void take_points(struct yfile *f, const struct ynode *n, void *dst)
{
	enum { MOST = 100000 };

	take_int(f, n, dst);
	if (*(int64_t *)dst < -MOST || *(int64_t *)dst > MOST)
		yaml_problem(f, n, "这里应是 %d 到 %d 之间的整数", -MOST, MOST);
}

/* What a weight may look at, and the table its argument is a code of. */
static const struct { const char *name, *table; } weighs[WEIGHS_COUNT] = {
	[WEIGHS_OVERDUE_DAYS] = { "overdue_days", NULL }, [WEIGHS_SOFT] = { "soft", NULL },
	[WEIGHS_FIRST_VISIT] = { "first_visit", NULL },   [WEIGHS_FLAG] = { "flag", "CARE_FLAG" },
	[WEIGHS_LEVEL] = { "level", "CARE_LEVEL" },       [WEIGHS_ATTEMPTS] = { "attempts", NULL },
};

static void take_when(struct yfile *f, const struct ynode *n, void *dst)
{
	for (size_t i = 0; i < WEIGHS_COUNT; i++)
		if (n->kind == Y_SCALAR && str_is(n->text, weighs[i].name)) {
			*(enum weighs *)dst = (enum weighs)i;
			return;
		}
	yaml_problem(f, n, "不认识的 when：“%.*s”", STR_FMT(n->text));
}

static void take_weight(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "name", take_str, offsetof(struct weight, name), true },
		{ "when", take_when, offsetof(struct weight, when), true },
		{ "arg", take_str, offsetof(struct weight, arg), false },
		{ "points", take_points, offsetof(struct weight, points), true },
		{ "most", take_count, offsetof(struct weight, most), false },
	};
	struct weight *w = dst;

	yaml_map(f, n, keys, COUNT(keys), dst);
	if (weighs[w->when].table)
		check_code(f, ynode_get(n, S("arg")), weighs[w->when].table);
}

static void take_weights(struct yfile *f, const struct ynode *n, void *dst)
{
	struct care *c = dst;

	c->weight = yaml_seq(f, n, sizeof *c->weight, &c->nweights, take_weight);
}

static void take_amount(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "from", take_date, offsetof(struct amount, from), true },
		{ "kind", take_str, offsetof(struct amount, kind), true },
		{ "yuan", take_count, offsetof(struct amount, yuan), true },
	};

	yaml_map(f, n, keys, COUNT(keys), dst);
	check_code(f, ynode_get(n, S("kind")), "TEFU_KIND");
}

static void take_amounts(struct yfile *f, const struct ynode *n, void *dst)
{
	struct support *s = dst;

	s->amount = yaml_seq(f, n, sizeof *s->amount, &s->namounts, take_amount);
}

static void take_support(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "born_from", take_date, offsetof(struct support, born_from), true },
		{ "wife_age", take_count, offsetof(struct support, wife_age), true },
		{ "max_grade", take_count, offsetof(struct support, max_grade), true },
		{ "amounts", take_amounts, 0, true },
	};

	yaml_map(f, n, keys, COUNT(keys), dst);
}

static void take_flags(struct yfile *f, const struct ynode *n, void *dst)
{
	take_strs(f, n, dst);
	for (uint32_t i = 0; n->kind == Y_SEQ && i < n->n; i++)
		check_code(f, &n->kid[i], "CARE_FLAG");
}

static void take_share(struct yfile *f, const struct ynode *n, void *dst)
{
	take_int(f, n, dst);
	if (*(int64_t *)dst < 0 || *(int64_t *)dst > 100)
		yaml_problem(f, n, "这里是百分之几，应在 0 到 100 之间");
}

/* In an order in which what is named has been read: counters, presets, levels. */
static void read_care(struct yfile *f, const struct ynode *root)
{
	static const struct ykey keys[] = {
		{ "counters", take_counters, 0, true },
		{ "presets", take_presets, 0, true },
		{ "usual", take_preset_ref, offsetof(struct care, usual), true },
		{ "levels", take_levels, 0, true },
		{ "counts_for", take_counts_for, offsetof(struct care, each_post), false },
		{ "soft_share", take_share, offsetof(struct care, soft_share), true },
		{ "first_visit_days", take_count, offsetof(struct care, first_visit_days), true },
		{ "attempts", take_count, offsetof(struct care, attempts), true },
		{ "attempt_days", take_count, offsetof(struct care, attempt_days), true },
		{ "late_days", take_count, offsetof(struct care, late_days), true },
		{ "very_late_days", take_count, offsetof(struct care, very_late_days), true },
		{ "home_visits_a_day", take_count, offsetof(struct care, home_visits_a_day), false },
		{ "weights", take_weights, 0, true },
		{ "days", days_take, 0, false },
		{ "quiet_hint", take_str, offsetof(struct care, quiet_hint), false },
		{ "event_contact_hours", take_count, offsetof(struct care, event_contact_hours), false },
		{ "event_visit_days", take_count, offsetof(struct care, event_visit_days), false },
		{ "silence_attempts", take_count, offsetof(struct care, silence_attempts), false },
		{ "silence_hours", take_count, offsetof(struct care, silence_hours), false },
		{ "silence_flags", take_flags, offsetof(struct care, silence_flags), false },
		{ "claim_days", take_count, offsetof(struct care, claim_days), false },
		{ "sign_warn_days", take_count, offsetof(struct care, sign_warn_days), false },
		{ "sign_idle_months", take_count, offsetof(struct care, sign_idle_months), false },
		{ "support", take_support, offsetof(struct care, support), false },
		{ "after_care_months", take_count, offsetof(struct care, after_care_months), false },
		{ "seal_years", take_count, offsetof(struct care, seal_years), false },
		{ "debrief_days", take_count, offsetof(struct care, debrief_days), false },
		{ "load_most", take_count, offsetof(struct care, load_most), false },
		{ "heavy_week", take_count, offsetof(struct care, heavy_week), false },
	};
	yaml_map(f, root, keys, COUNT(keys), care_of(f));
}

/* A table more, though codes.yaml may not have been read at all. */
static struct code_table *add_table(struct arena *a, struct codebook *book, str name, size_t items)
{
	struct code_table *all = ARENA_ARRAY(a, struct code_table, book->n + 1);

	if (book->n)
		memcpy(all, book->table, book->n * sizeof *all);
	book->table = all;
	all[book->n] = (struct code_table){ .name = name, .item = ARENA_ARRAY(a, struct code_item, items) };
	return &all[book->n++];
}

/* What care.yaml defines and records choose from is a code table like any other. */
static void add_tables(struct yfile *f)
{
	struct codebook *book = &office_of(f)->codes;
	const struct care *c = care_of(f);
	struct code_table *t = add_table(f->a, book, S("PRESET"), c->npresets);

	for (size_t i = 0; i < c->npresets; i++)
		t->item[t->n++] = (struct code_item){ .key = c->preset[i].name, .name = c->preset[i].label };
	t = add_table(f->a, book, S("CARE_DAY"), c->ndays);
	for (size_t i = 0; i < c->ndays; i++)
		t->item[t->n++] = (struct code_item){ .key = c->day[i].name, .name = c->day[i].label };
}

void care_load(struct yfile *f, const struct ynode *root)
{
	office_of(f)->care_root = root;
	read_care(f, root);
	add_tables(f);
}

/* ---- older rules ---------------------------------------------------------------------------- */

/* Keys that an older text does not have yet are taken from the rules in force. */
static const struct ynode *filled(struct arena *a, const struct ynode *old, const struct ynode *now)
{
	struct { VEC(struct ynode); } key = { 0 }, kid = { 0 };
	struct ynode *out = ARENA_NEW(a, struct ynode);

	for (int later = 0; later <= 1; later++) {
		const struct ynode *from = later ? now : old;

		for (uint32_t i = 0; from && i < from->n; i++) {
			if (later && ynode_get(old, from->key[i].text))
				continue;
			*vec_add(a, &key) = from->key[i];
			*vec_add(a, &kid) = from->kid[i];
		}
	}
	*out = *old;
	out->key = key.p;
	out->kid = kid.p;
	out->n = (uint32_t)key.n;
	return out;
}

enum rc office_read_care(struct arena *a, const struct office *o, str name, str text, struct care *out,
	struct err *e)
{
	/* Only a load in force writes to the office. */
	struct loader l = { .o = (struct office *)(uintptr_t)o, .care = out };
	struct yfile *f = yaml_read(a, name, text);

	*out = (struct care){ 0 };
	f->ctx = &l;
	if (f->root && f->root->kind == Y_MAP)
		f->root = (struct ynode *)(uintptr_t)filled(a, f->root, o->care_root);
	read_care(f, f->root);
	return yaml_verdict(f, e);
}

str office_care_text(struct arena *a, const struct office *o)
{
	return o->care_root ? yaml_text(a, o->care_root, true) : S("");
}

str office_care_same(struct arena *a, str text)
{
	struct yfile *f = yaml_read(a, S("care.yaml"), text);

	return f->root && !f->nproblems ? yaml_text(a, f->root, true) : text;
}

enum rc office_care_at(const struct office *o, date d, const struct care **out, struct err *e)
{
	*out = &o->care;
	if (!o->past.at || d.day >= o->care_from.day)
		return RC_OK;
	return o->past.at(o->past.ctx, d, out, e);
}
