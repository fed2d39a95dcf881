/* office.c - the files of config/ to struct office: code tables, the org tree, care rules, roles, the
 * office's own fields.  Every problem of every file is reported at once. */
#include "core/office/office.h"

#include "base/buf.h"
#include "base/data.h"
#include "base/str.h"
#include "base/yaml.h"
#include "core/office/means.h"
#include "core/rules/days.h"
#include "core/rules/due.h"
#include "core/records/types.h"

/* One file being read; takers find the office through it. */
struct loader {
	struct arena *a;
	struct office *o;
	struct care *care; /* being filled: the one in force, or an older one */
	const char *dir;
};

static struct loader *now; /* takers get no context of ours; one load runs at a time */

/* ---- codes.yaml ----------------------------------------------------------------------------- */

static void read_item(struct yfile *f, const struct ynode *key, const struct ynode *value,
	struct code_item *out)
{
	out->key = key->text;
	if (value->kind == Y_SCALAR) {
		out->name = value->text;
		return;
	}
	if (value->kind != Y_MAP) {
		yaml_problem(f, value, "代码 %.*s 要写成 名称 或 {name: 名称, ...}", STR_FMT(key->text));
		return;
	}
	out->attr = ARENA_ARRAY(now->a, struct codeattr, value->n);
	for (uint32_t i = 0; i < value->n; i++) {
		str name = value->key[i].text;

		if (value->kid[i].kind != Y_SCALAR)
			yaml_problem(f, &value->kid[i], "“%.*s”要写成一个值", STR_FMT(name));
		else if (str_is(name, "name"))
			out->name = value->kid[i].text;
		else
			out->attr[out->nattr++] = (struct codeattr){ name, value->kid[i].text };
		out->retired |= str_is(name, "valid_to");
	}
	if (!out->name.n)
		yaml_problem(f, value, "代码 %.*s 缺少 name", STR_FMT(key->text));
}

static void read_table(struct yfile *f, const struct ynode *name, const struct ynode *map)
{
	struct codebook *book = &now->o->codes;
	struct code_table *t = &book->table[book->n++];

	*t = (struct code_table){ .name = name->text };
	t->item = ARENA_ARRAY(now->a, struct code_item, map->n);
	for (uint32_t i = 0; i < map->n; i++)
		read_item(f, &map->key[i], &map->kid[i], &t->item[t->n++]);
}

/* EDU_SHORT: what a form offers first of EDU. */
static void read_short(struct yfile *f, const struct ynode *name, const struct ynode *list)
{
	str base = str_sub(name->text, 0, name->text.n - (uint32_t)strlen("_SHORT"));
	struct code_table *t = (struct code_table *)(uintptr_t)codebook_find(&now->o->codes, base);

	if (!t) {
		yaml_problem(f, name, "没有代码表 %.*s", STR_FMT(base));
		return;
	}
	t->first = ARENA_ARRAY(now->a, struct code_item *, list->n);
	for (uint32_t i = 0; i < list->n; i++) {
		const struct code_item *it = code_find(t, list->kid[i].text);

		if (it)
			t->first[t->nfirst++] = (struct code_item *)(uintptr_t)it;
		else
			yaml_problem(f, &list->kid[i], "%.*s 没有代码 %.*s", STR_FMT(base),
				STR_FMT(list->kid[i].text));
	}
}

/* The codes of a table that mean this, live ones first. */
static struct meaning read_meaning(const struct code_table *t, const char *name)
{
	str *key = ARENA_ARRAY(now->a, str, t ? t->n : 0);
	size_t n = 0;

	for (int retired = 0; retired <= 1; retired++)
		for (size_t i = 0; t && i < t->n; i++) {
			str rest = code_attr(&t->item[i], "means"), word;

			while (t->item[i].retired == retired && str_word(&rest, &word))
				if (str_is(word, name))
					key[n++] = t->item[i].key;
		}
	return (struct meaning){ key, n };
}

static const char *nearest_meaning(str table, str word)
{
	const char *names[MEANS_COUNT];
	size_t n = 0;

	for (size_t m = 0; m < MEANS_COUNT; m++)
		if (str_is(table, means_table[m].table))
			names[n++] = means_table[m].name;
	return str_nearest(word, names, n, sizeof *names);
}

static bool meaning_known(str table, str word)
{
	for (size_t m = 0; m < MEANS_COUNT; m++)
		if (str_is(table, means_table[m].table) && str_is(word, means_table[m].name))
			return true;
	return false;
}

/* What the rules ask for must be there, and what is said must be something they know. */
static void read_meanings(struct yfile *f, const struct ynode *root)
{
	struct codebook *book = &now->o->codes;
	struct meaning *meaning = ARENA_ARRAY(now->a, struct meaning, MEANS_COUNT);

	for (size_t m = 0; m < MEANS_COUNT; m++) {
		str table = str_of(means_table[m].table);
		const struct ynode *at = ynode_get(root, table);

		meaning[m] = read_meaning(codebook_find(book, table), means_table[m].name);
		if (!meaning[m].n)
			yaml_problem(f, at ? at : root, "%.*s 缺 means: %s，规则要靠它", STR_FMT(table),
				means_table[m].name);
	}
	for (size_t i = 0; i < book->n; i++)
		for (size_t k = 0; k < book->table[i].n; k++) {
			const struct code_table *t = &book->table[i];
			str rest = code_attr(&t->item[k], "means"), word;

			while (str_word(&rest, &word)) {
				const char *near = nearest_meaning(t->name, word);

				if (!meaning_known(t->name, word))
					yaml_problem(f, ynode_get(ynode_get(root, t->name), t->item[k].key),
						"不认识的 means：“%.*s”%s%s", STR_FMT(word),
						near ? "，是不是 " : "", near ? near : "");
			}
		}
	book->meaning = meaning;
}

static void load_codes(struct yfile *f, const struct ynode *root)
{
	now->o->codes.table = ARENA_ARRAY(now->a, struct code_table, root->n + 2);
	for (uint32_t i = 0; i < root->n; i++)
		if (root->kid[i].kind == Y_MAP)
			read_table(f, &root->key[i], &root->kid[i]);
	for (uint32_t i = 0; i < root->n; i++)
		if (root->kid[i].kind == Y_SEQ && str_ends(root->key[i].text, S("_SHORT")))
			read_short(f, &root->key[i], &root->kid[i]);
	read_meanings(f, root);
}

/* ---- office.yaml ---------------------------------------------------------------------------- */

static void take_org(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "code", take_str, offsetof(struct org_seed, code), true },
		{ "name", take_str, offsetof(struct org_seed, name), true },
		{ "short", take_str, offsetof(struct org_seed, short_name), false },
		{ "level", take_str, offsetof(struct org_seed, level), false },
		{ "alias", take_strs, offsetof(struct org_seed, alias), false },
	};

	yaml_map(f, n, keys, COUNT(keys), dst);
}

static void take_orgs(struct yfile *f, const struct ynode *n, void *dst)
{
	struct office *o = dst;

	o->org = yaml_seq(f, n, sizeof *o->org, &o->norgs, take_org);
}

static void load_office(struct yfile *f, const struct ynode *root)
{
	static const struct ykey keys[] = {
		{ "name", take_str, offsetof(struct office, name), true },
		{ "language", take_str, offsetof(struct office, language), false },
		{ "tel_area", take_str, offsetof(struct office, tel_area), false },
		{ "orgs", take_orgs, 0, true },
	};

	yaml_map(f, root, keys, COUNT(keys), now->o);
}

/* ---- care.yaml ------------------------------------------------------------------------------ */

static void take_counter(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "name", take_str, offsetof(struct counter, name), true },
		{ "label", take_str, offsetof(struct counter, label), true },
		{ "counts", take_str, offsetof(struct counter, counts), true },
		{ "post", take_str, offsetof(struct counter, post), false },
	};

	yaml_map(f, n, keys, COUNT(keys), dst);
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
	static const char *const names[] = { "week", "month", "quarter", "half", "year" };
	str period = n->text, times, days;
	int64_t number;

	if (n->kind != Y_SCALAR || !str_cut(&period, '/', &times) || !str_int(times, &out->times)) {
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

	yaml_problem(f, n, "没有周期“%.*s”%s%s", STR_FMT(period), near ? "，是不是 " : "",
		near ? near : "");
}

static void take_preset(struct yfile *f, const struct ynode *n, void *dst)
{
	struct preset *p = dst;
	const struct care *c = now->care;

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
			yaml_problem(f, &n->key[i], "没有叫“%.*s”的计数（上面 counters 里的 name）",
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
	const struct care *c = now->care;

	for (size_t i = 0; i < c->npresets; i++)
		if (n->kind == Y_SCALAR && str_eq(c->preset[i].name, n->text)) {
			*(const struct preset **)dst = &c->preset[i];
			return;
		}
	yaml_problem(f, n, "没有叫“%.*s”的频次（上面 presets 里的 name）", STR_FMT(n->text));
}

struct level { str level; const struct preset *preset; int64_t review_days; };

static void take_level(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "level", take_str, offsetof(struct level, level), true },
		{ "preset", take_preset_ref, offsetof(struct level, preset), true },
		{ "review_days", take_int, offsetof(struct level, review_days), false },
	};

	yaml_map(f, n, keys, COUNT(keys), dst);
}

static void take_levels(struct yfile *f, const struct ynode *n, void *dst)
{
	struct care *c = dst;
	size_t count;
	struct level *list = yaml_seq(f, n, sizeof *list, &count, take_level);

	for (size_t i = 0; i < count && c->nlevels < COUNT(c->level); i++, c->nlevels++) {
		c->level[c->nlevels].level = list[i].level;
		c->level[c->nlevels].preset = list[i].preset;
		c->level[c->nlevels].review_days = list[i].review_days;
	}
}

static void take_counts_for(struct yfile *f, const struct ynode *n, void *dst)
{
	if (n->kind != Y_SCALAR || (!str_is(n->text, "family") && !str_is(n->text, "each_post")))
		yaml_problem(f, n, "counts_for 只能是 family 或 each_post");
	else
		*(bool *)dst = str_is(n->text, "each_post");
}

static void take_weight(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "name", take_str, offsetof(struct weight, name), true },
		{ "when", take_str, offsetof(struct weight, when), true },
		{ "arg", take_str, offsetof(struct weight, arg), false },
		{ "points", take_int, offsetof(struct weight, points), true },
		{ "most", take_int, offsetof(struct weight, most), false },
	};
	struct weight *w = dst;

	yaml_map(f, n, keys, COUNT(keys), dst);
	if (w->when.n && !due_reason_known(w->when))
		yaml_problem(f, n, "不认识的 when：“%.*s”", STR_FMT(w->when));
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
		{ "yuan", take_int, offsetof(struct amount, yuan), true },
	};
	struct amount *m = dst;

	yaml_map(f, n, keys, COUNT(keys), dst);
	if (!code_find(codebook_find(&now->o->codes, S("TEFU_KIND")), m->kind))
		yaml_problem(f, n, "TEFU_KIND 没有代码 %.*s", STR_FMT(m->kind));
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
		{ "wife_age", take_int, offsetof(struct support, wife_age), true },
		{ "max_grade", take_int, offsetof(struct support, max_grade), true },
		{ "amounts", take_amounts, 0, true },
	};

	yaml_map(f, n, keys, COUNT(keys), dst);
}

/* Keys are taken in the order of the file: counters before presets before levels. */
static void read_care(struct yfile *f, const struct ynode *root)
{
	static const struct ykey keys[] = {
		{ "counters", take_counters, 0, true },
		{ "presets", take_presets, 0, true },
		{ "usual", take_preset_ref, offsetof(struct care, usual), true },
		{ "levels", take_levels, 0, true },
		{ "counts_for", take_counts_for, offsetof(struct care, each_post), false },
		{ "soft_share", take_int, offsetof(struct care, soft_share), true },
		{ "first_visit_days", take_int, offsetof(struct care, first_visit_days), true },
		{ "attempts", take_int, offsetof(struct care, attempts), true },
		{ "attempt_days", take_int, offsetof(struct care, attempt_days), true },
		{ "late_days", take_int, offsetof(struct care, late_days), true },
		{ "very_late_days", take_int, offsetof(struct care, very_late_days), true },
		{ "home_visits_a_day", take_int, offsetof(struct care, home_visits_a_day), false },
		{ "weights", take_weights, 0, true },
		{ "days", days_take, 0, false },
		{ "quiet_hint", take_str, offsetof(struct care, quiet_hint), false },
		{ "event_contact_hours", take_int, offsetof(struct care, event_contact_hours), false },
		{ "event_visit_days", take_int, offsetof(struct care, event_visit_days), false },
		{ "silence_attempts", take_int, offsetof(struct care, silence_attempts), false },
		{ "silence_hours", take_int, offsetof(struct care, silence_hours), false },
		{ "silence_flags", take_strs, offsetof(struct care, silence_flags), false },
		{ "claim_days", take_int, offsetof(struct care, claim_days), false },
		{ "sign_warn_days", take_int, offsetof(struct care, sign_warn_days), false },
		{ "sign_idle_months", take_int, offsetof(struct care, sign_idle_months), false },
		{ "support", take_support, offsetof(struct care, support), false },
		{ "after_care_months", take_int, offsetof(struct care, after_care_months), false },
		{ "seal_years", take_int, offsetof(struct care, seal_years), false },
		{ "debrief_days", take_int, offsetof(struct care, debrief_days), false },
		{ "load_most", take_int, offsetof(struct care, load_most), false },
		{ "heavy_week", take_int, offsetof(struct care, heavy_week), false },
	};
	yaml_map(f, root, keys, COUNT(keys), now->care);
}

/* What care.yaml defines and records choose from is a code table like any other. */
static void add_care_tables(void)
{
	struct codebook *book = &now->o->codes;
	const struct care *c = now->care;
	struct code_table *t = &book->table[book->n++];

	*t = (struct code_table){ .name = S("PRESET"),
		.item = ARENA_ARRAY(now->a, struct code_item, c->npresets) };
	for (size_t i = 0; i < c->npresets; i++)
		t->item[t->n++] = (struct code_item){ .key = c->preset[i].name,
			.name = c->preset[i].label };
	t = &book->table[book->n++];
	*t = (struct code_table){ .name = S("CARE_DAY"),
		.item = ARENA_ARRAY(now->a, struct code_item, c->ndays) };
	for (size_t i = 0; i < c->ndays; i++)
		t->item[t->n++] = (struct code_item){ .key = c->day[i].name,
			.name = c->day[i].label };
}

static void load_care(struct yfile *f, const struct ynode *root)
{
	read_care(f, root);
	add_care_tables();
}

/* ---- roles.yaml ----------------------------------------------------------------------------- */

static void load_roles(struct yfile *f, const struct ynode *root)
{
	static const struct ykey keys[] = {
		{ "clear", take_str, offsetof(struct role, clear), true },
		{ "sens", take_int, offsetof(struct role, sens), true },
		{ "may", take_strs, offsetof(struct role, may), true },
		{ "home", take_str, offsetof(struct role, home), false },
		{ "sealed", take_bool, offsetof(struct role, sealed), false },
	};
	struct office *o = now->o;

	o->role = ARENA_ARRAY(now->a, struct role, root->n);
	for (uint32_t i = 0; i < root->n; i++) {
		struct role *r = &o->role[o->nroles++];

		r->name = root->key[i].text;
		yaml_map(f, &root->kid[i], keys, COUNT(keys), r);
		if (!str_is(r->clear, "own") && !str_is(r->clear, "scope") && !str_is(r->clear, "none"))
			yaml_problem(f, &root->kid[i], "clear 只能是 own、scope 或 none");
	}
}

/* ---- fields.yaml ---------------------------------------------------------------------------- */

static const struct { const char *name; uint8_t kind; } kinds[] = {
	{ "text", K_TEXT },   { "note", K_NOTE },   { "code", K_CODE },   { "codes", K_CODES },
	{ "num", K_NUM },     { "money", K_MONEY }, { "date", K_DATE },   { "pdate", K_PDATE },
	{ "month", K_MONTH }, { "time", K_TIME },   { "flag", K_FLAG },   { "phone", K_PHONE },
};

struct own { int64_t tag, sens, max; str name, label, kind, of; };

static void take_own(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "tag", take_int, offsetof(struct own, tag), true },
		{ "name", take_str, offsetof(struct own, name), true },
		{ "label", take_str, offsetof(struct own, label), true },
		{ "kind", take_str, offsetof(struct own, kind), true },
		{ "of", take_str, offsetof(struct own, of), false },
		{ "sens", take_int, offsetof(struct own, sens), false },
		{ "max", take_int, offsetof(struct own, max), false },
	};
	struct field *out = dst;
	struct own in = { 0 };
	bool known = false;

	yaml_map(f, n, keys, COUNT(keys), &in);
	*out = (struct field){ .tag = (uint16_t)in.tag, .sens = (uint8_t)in.sens,
		.max = (uint16_t)in.max, .name = arena_z(now->a, in.name),
		.label = arena_z(now->a, in.label), .of = in.of.n ? arena_z(now->a, in.of) : NULL };
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (str_is(in.kind, kinds[i].name)) {
			out->kind = kinds[i].kind;
			known = true;
		}
	if (!known)
		yaml_problem(f, n, "没有这种字段：“%.*s”", STR_FMT(in.kind));
	if (in.tag < 1000 || in.tag > UINT16_MAX)
		yaml_problem(f, n, "tag 要在 1000 到 65535 之间");
	if (in.sens < 0 || in.sens > 4)
		yaml_problem(f, n, "sens 要在 0 到 4 之间");
	if (out->of && !codebook_find(&now->o->codes, in.of))
		yaml_problem(f, n, "没有代码表 %.*s", STR_FMT(in.of));
}

static void load_fields(struct yfile *f, const struct ynode *root)
{
	struct office *o = now->o;

	for (uint32_t i = 0; i < root->n; i++) {
		size_t at = 0, n;
		struct field *own;

		while (o->types[at] && !str_is(root->key[i].text, o->types[at]->name))
			at++;
		if (!o->types[at]) {
			yaml_problem(f, &root->key[i], "没有“%.*s”这种记录", STR_FMT(root->key[i].text));
			continue;
		}
		own = yaml_seq(f, &root->kid[i], sizeof *own, &n, take_own);
		if (!n)
			continue;
		for (size_t k = 0; k < n; k++)
			for (size_t j = 0; j < k + o->types[at]->nfields; j++) {
				const struct field *other = j < k ? &own[j]
								  : &o->types[at]->fields[j - k];

				if (other->tag == own[k].tag ||
					strcmp(other->name, own[k].name) == 0)
					yaml_problem(f, &root->kid[i], "字段 %s 的 name 或 tag 已用过",
						own[k].name);
			}
		o->types[at] = type_extend(now->a, o->types[at], own, (uint32_t)n);
	}
}

/* ---- all files ------------------------------------------------------------------------------ */

static const struct {
	const char *name;
	void (*load)(struct yfile *, const struct ynode *root);
} files[] = {
	{ "config/codes.yaml", load_codes },   { "config/office.yaml", load_office },
	{ "config/care.yaml", load_care },     { "config/roles.yaml", load_roles },
	{ "config/fields.yaml", load_fields },
};

const struct rec_type *office_type(const struct office *o, str name)
{
	for (size_t i = 0; o->types[i]; i++)
		if (str_is(name, o->types[i]->name))
			return o->types[i];
	return NULL;
}

static struct office *load_all(struct arena *a, const char *dir, struct yfile *out[COUNT(files)])
{
	struct loader l = { .a = a, .o = ARENA_NEW(a, struct office), .dir = dir };
	size_t n = 0;

	l.care = &l.o->care;
	now = &l;
	while (core_types[n])
		n++;
	l.o->types = ARENA_ARRAY(a, const struct rec_type *, n + 1);
	for (size_t i = 0; i < n; i++)
		l.o->types[i] = core_types[i];
	l.o->dir = dir;
	for (size_t i = 0; i < COUNT(files); i++) {
		str text = { 0 }, path = str_of(files[i].name);

		data_read(a, dir, str_of(files[i].name), &text, &path);
		out[i] = yaml_read(a, path, text);
		if (out[i]->root && out[i]->root->kind == Y_MAP)
			files[i].load(out[i], out[i]->root);
	}
	for (size_t i = 0; i < n; i++)
		l.o->by_tag[l.o->types[i]->tag] = l.o->types[i];
	now = NULL;
	return l.o;
}

str office_care_text(struct arena *a, const struct office *o)
{
	str text = { 0 }, path;

	data_read(a, o->dir, S("config/care.yaml"), &text, &path);
	return text;
}

enum rc office_read_care(struct arena *a, struct office *o, str name, str text, struct care *out,
	struct err *e)
{
	struct loader l = { .a = a, .o = o, .care = out };
	struct yfile *f = yaml_read(a, name, text);

	*out = (struct care){ 0 };
	now = &l;
	if (f->root && f->root->kind == Y_MAP)
		read_care(f, f->root);
	now = NULL;
	return yaml_verdict(f, e);
}

const struct care *office_care_at(const struct office *o, date d)
{
	if (d.day >= o->care_from.day || !o->npast)
		return &o->care;
	for (size_t i = 0; i < o->npast; i++)
		if (d.day >= o->past[i].from.day)
			return &o->past[i].care;
	return &o->past[o->npast - 1].care;
}

enum rc office_load(struct arena *a, const char *dir, struct office **out, struct err *e)
{
	struct yfile *read[COUNT(files)];

	*out = load_all(a, dir, read);
	for (size_t i = 0; i < COUNT(files); i++)
		TRY(yaml_verdict(read[i], e));
	return RC_OK;
}

str office_problems(struct arena *a, const char *dir)
{
	struct yfile *read[COUNT(files)];
	struct buf b = { .a = a };

	load_all(a, dir, read);
	for (size_t i = 0; i < COUNT(files); i++)
		buf_str(&b, yaml_problems(read[i], a));
	return buf_view(&b);
}
