/* association.c - association.yaml: the posts each level must have, the shares of its bodies. */
#include "core/office/load.h"

#include "base/str.h"

#include <stdlib.h>

static void check_code(struct yfile *f, const struct ynode *n, const char *table)
{
	const struct code_table *t = codebook_find(&office_of(f)->codes, str_of(table));

	if (n && n->kind == Y_SCALAR && !code_find(t, n->text))
		yaml_problem(f, n, "%s 没有代码“%.*s”", table, STR_FMT(n->text));
}

static void take_post(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "name", take_str, offsetof(struct required_post, name), true },
		{ "level", take_str, offsetof(struct required_post, level), true },
		{ "post", take_str, offsetof(struct required_post, post), true },
		{ "count", take_count, offsetof(struct required_post, count), true },
		{ "kinds", take_strs, offsetof(struct required_post, kinds), false },
	};
	const struct ynode *kinds = ynode_get(n, S("kinds"));

	yaml_map(f, n, keys, COUNT(keys), dst);
	check_code(f, ynode_get(n, S("level")), "ORG_LEVEL");
	check_code(f, ynode_get(n, S("post")), "POST");
	for (uint32_t i = 0; kinds && kinds->kind == Y_SEQ && i < kinds->n; i++)
		check_code(f, &kinds->kid[i], "STAFF_KIND");
}

static void take_posts(struct yfile *f, const struct ynode *n, void *dst)
{
	struct association_rules *r = dst;

	r->post = yaml_seq(f, n, sizeof *r->post, &r->nposts, take_post);
}

static void take_percent(struct yfile *f, const struct ynode *n, void *dst)
{
	take_count(f, n, dst);
	if (*(int64_t *)dst > 100)
		yaml_problem(f, n, "要在 0 到 100 之间");
}

static void take_share(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "body", take_str, offsetof(struct body_share, body), true },
		{ "percent", take_percent, offsetof(struct body_share, percent), true },
	};

	yaml_map(f, n, keys, COUNT(keys), dst);
	check_code(f, ynode_get(n, S("body")), "BODY");
}

static void take_shares(struct yfile *f, const struct ynode *n, void *dst)
{
	struct association_rules *r = dst;

	r->share = yaml_seq(f, n, sizeof *r->share, &r->nshares, take_share);
}

static void take_day(struct yfile *f, const struct ynode *n, void *dst)
{
	take_count(f, n, dst);
}

static void take_days(struct yfile *f, const struct ynode *n, void *dst)
{
	struct association_rules *r = dst;

	r->warn_days = yaml_seq(f, n, sizeof *r->warn_days, &r->nwarn_days, take_day);
	for (size_t i = 1; i < r->nwarn_days; i++)
		if (r->warn_days[i] >= r->warn_days[i - 1])
			yaml_problem(f, &n->kid[i], "天数要一个比一个小，例如 [90, 30]");
}

static void take_levels(struct yfile *f, const struct ynode *n, void *dst)
{
	take_strs(f, n, &((struct association_rules *)dst)->liaison_levels);
	for (uint32_t i = 0; n->kind == Y_SEQ && i < n->n; i++)
		check_code(f, &n->kid[i], "ORG_LEVEL");
}

/* Days before, or with a minus behind. */
static void take_before(struct yfile *f, const struct ynode *n, void *dst)
{
	if (n->kind != Y_SCALAR || !str_int(n->text, (int64_t *)dst) || *(int64_t *)dst > 365 || *(int64_t *)dst < -365)
		yaml_problem(f, n, "要写天数，-365 到 365");
}

static void take_step(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "name", take_str, offsetof(struct prep_step, name), true },
		{ "before", take_before, offsetof(struct prep_step, before), true },
	};

	yaml_map(f, n, keys, COUNT(keys), dst);
}

/* The earliest first, in whatever order they were written. */
static int by_before(const void *x, const void *y)
{
	const struct prep_step *a = x, *b = y;

	return a->before > b->before ? -1 : a->before < b->before;
}

static void take_steps(struct yfile *f, const struct ynode *n, void *dst)
{
	struct association_rules *r = dst;

	r->prep = yaml_seq(f, n, sizeof *r->prep, &r->nprep, take_step);
	if (r->nprep > 1)
		qsort(r->prep, r->nprep, sizeof *r->prep, by_before);
}

static void take_task(struct yfile *f, const struct ynode *n, void *dst)
{
	take_str(f, n, &((struct association_rules *)dst)->prep_task);
	check_code(f, n, "SIX_TASK");
}

void association_load(struct yfile *f, const struct ynode *root)
{
	static const struct ykey keys[] = {
		{ "posts", take_posts, 0, true },
		{ "shares", take_shares, 0, true },
		{ "dormant_days", take_count, offsetof(struct association_rules, dormant_days), true },
		{ "liaison_levels", take_levels, 0, true },
		{ "liaison_days", take_count, offsetof(struct association_rules, liaison_days), true },
		{ "preparation", take_steps, 0, true },
		{ "preparation_task", take_task, 0, true },
		{ "warn_days", take_days, 0, true },
	};

	yaml_map(f, root, keys, COUNT(keys), &office_of(f)->association);
}
