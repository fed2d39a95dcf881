/* settings.c - reads a shipped file and the office's own one over it, and tells the difference. */
#include "core/office/settings.h"

#include "base/buf.h"
#include "base/data.h"
#include "base/str.h"
#include "base/tr.h"
#include "base/utf8.h"

/* What identifies an element, and what a bare word stands for.  Lists that are not here, of words mostly,
 * are taken whole.  A key bound to something else keeps nothing of what it was bound to. */
static const struct yrule keys_rules[] = {
	{ { "*", "*" }, NULL, "do", "do" },
};
static const struct yrule codes_rules[] = {
	{ { "*", "*" }, NULL, "name", NULL },
};
static const struct yrule office_rules[] = {
	{ { "orgs" }, "code", NULL, NULL },
};
static const struct yrule care_rules[] = {
	{ { "counters" }, "name", NULL, NULL }, { { "presets" }, "name", NULL, NULL },
	{ { "levels" }, "level", NULL, NULL },  { { "weights" }, "name", NULL, NULL },
	{ { "days" }, "name", NULL, NULL },     { { "support", "amounts" }, "from+kind", NULL, NULL },
};
static const struct yrule association_rules[] = {
	{ { "posts" }, "name", NULL, NULL }, { { "preparation" }, "name", NULL, NULL }, { { "shares" }, "body", NULL, NULL },
};
static const struct yrule fields_rules[] = {
	{ { "*" }, "name", NULL, NULL },
};
static const struct yrule maps_rules[] = {
	{ { "columns" }, "field", NULL, NULL }, { { "groups" }, "prefix", NULL, NULL },
	{ { "contacts" }, "post", NULL, NULL },
};
static const struct yrule reports_rules[] = {
	{ { "columns" }, "name", NULL, NULL }, { { "balance" }, "is", NULL, NULL },
};
static const struct yrule surveys_rules[] = {
	{ { "questions" }, "name", NULL, NULL },
};
static const struct yrule screens_rules[] = {
	{ { "keys", "*" }, NULL, "do", "do" },
	{ { "columns" }, "field", NULL, NULL },
	{ { "show" }, "block|list|title", NULL, NULL },
	{ { "show", "*", "columns" }, "field", NULL, NULL },
	{ { "sections" }, "title", NULL, NULL },
	{ { "sections", "*", "fields" }, "field", "field", NULL },
};

#define RULES(prefix, rules) { prefix, rules, COUNT(rules) }
static const struct { const char *prefix; const struct yrule *rules; size_t n; } files[] = {
	RULES("config/keys.yaml", keys_rules),     RULES("config/codes.yaml", codes_rules),
	RULES("config/office.yaml", office_rules), RULES("config/care.yaml", care_rules),
	RULES("config/fields.yaml", fields_rules), RULES("config/maps/", maps_rules),
	RULES("config/association.yaml", association_rules),
	RULES("config/reports/", reports_rules),   RULES("config/surveys/", surveys_rules),
	RULES("screens/", screens_rules),
};

/* An office's file that says nothing was written for nothing: its author believes otherwise. */
static void refuse_empty(struct yfile *own)
{
	if (own->root && own->root->kind == Y_MAP && !own->root->n && !own->nproblems)
		yaml_problem(own, own->root, "这个文件什么也没有设：要改的写成“键: 值”，一行一个；没有要改的，请把文件删掉");
}

struct yfile *settings_read(struct arena *a, const char *dir, str name)
{
	const struct data *d = data_find(name);
	struct yfile *shipped = d ? yaml_read(a, name, (str){ d->bytes, d->n }) : NULL, *own;
	struct own_file file;
	size_t i = 0;

	if (!data_own(a, dir, name, &file))
		return shipped;
	own = file.why ? yaml_unread(a, file.path, file.why) : yaml_read(a, file.path, file.text);
	refuse_empty(own);
	if (!shipped)
		return own;
	while (i < COUNT(files) && !str_starts(name, str_of(files[i].prefix)))
		i++;
	yaml_merge(shipped, own, i < COUNT(files) ? files[i].rules : NULL, i < COUNT(files) ? files[i].n : 0);
	return shipped;
}

struct own_file settings_text(struct arena *a, const char *dir, str name)
{
	const struct data *d = data_find(name);
	struct own_file own;

	if (data_own(a, dir, name, &own))
		return own;
	return (struct own_file){ .path = name, .text = d ? (str){ d->bytes, d->n } : S("") };
}

/* ---- all of them ---------------------------------------------------------------------------- */

struct settings_names settings_all(struct arena *a, const char *dir)
{
	struct own_names own = data_own_names(a, dir);
	struct settings_names all = { 0 };

	for (const struct data *d = data_table; d->name; d++)
		*vec_add(a, &all) = str_of(d->name);
	for (size_t i = 0; i < own.n; i++)
		if (!data_find(own.p[i]))
			*vec_add(a, &all) = own.p[i];
	return all;
}

/* A screen, a map, a report, how one is printed or a survey may be the office's invention; another file is a slip of the pen. */
static bool may_be_own(str name)
{
	return str_starts(name, S("screens/")) || str_starts(name, S("config/maps/")) ||
	       str_starts(name, S("config/prints/")) || str_starts(name, S("config/reports/")) ||
	       str_starts(name, S("config/surveys/"));
}

str settings_strays(struct arena *a, const char *dir)
{
	struct own_names own = data_own_names(a, dir);
	struct buf b = { .a = a };

	if (own.why)
		buf_printf(&b, "%.*s: %s\n", STR_FMT(own.path), own.why);
	for (size_t i = 0; i < own.n; i++) {
		const char *near;

		if (data_find(own.p[i]) || may_be_own(own.p[i]))
			continue;
		near = str_nearest(own.p[i], &data_table->name, data_count(), sizeof *data_table);
		buf_printf(&b, "%s/%.*s: ", dir, STR_FMT(str_from(own.p[i], 7)));
		buf_printf(&b, near ? "没有这个设置文件，是不是 %s？\n" : "没有这个设置文件，里面写的不起作用\n",
			near ? near + 7 : NULL);
	}
	return b.n ? buf_view(&b) : S("");
}

static str shown(struct arena *a, const struct ynode *n)
{
	enum { COLS = 60 };

	return utf8_fit(a, yaml_text(a, n, false), COLS);
}

static void show(struct arena *a, str name, const struct yfile *f, struct buf *b)
{
	for (size_t i = 0; i < f->over.n; i++) {
		const struct yoverride *o = &f->over.p[i];

		if (o->own)
			buf_printf(b, "%s:%u:%u  ", o->own->file, o->own->line, o->own->col);
		else
			buf_printf(b, "%.*s  ", STR_FMT(f->name));
		buf_printf(b, "%.*s：", STR_FMT(o->path));
		if (!o->shipped)
			buf_printf(b, "%s %.*s\n", tr("新增"), STR_FMT(shown(a, o->own)));
		else if (!o->own)
			buf_printf(b, "%s %.*s\n", tr("去掉了"), STR_FMT(shown(a, o->shipped)));
		else
			buf_printf(b, "%.*s → %.*s\n", STR_FMT(shown(a, o->shipped)), STR_FMT(shown(a, o->own)));
	}
	if (!data_find(name))
		buf_printf(b, "%.*s  %s\n", STR_FMT(f->name), tr("本单位自己的画面、报表、问卷或对照表"));
}

static void show_text(struct own_file own, const struct data *shipped, struct buf *b)
{
	if (!shipped || !str_eq(own.text, (str){ shipped->bytes, shipped->n }))
		buf_printf(b, "%.*s  %s\n", STR_FMT(own.path), shipped ? tr("代替随程序来的打印样张") : tr("本单位自己的打印样张"));
}

str settings_overrides(struct arena *a, const char *dir)
{
	struct own_names own = data_own_names(a, dir);
	struct buf b = { .a = a };

	for (size_t i = 0; i < own.n; i++)
		if (str_ends(own.p[i], S(".html")))
			show_text(settings_text(a, dir, own.p[i]), data_find(own.p[i]), &b);
		else if (data_find(own.p[i]) || may_be_own(own.p[i]))
			show(a, own.p[i], settings_read(a, dir, own.p[i]), &b);
	return b.n ? buf_view(&b) : S("");
}
