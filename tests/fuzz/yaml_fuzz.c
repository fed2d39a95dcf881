/* yaml_fuzz.c - any bytes as a YAML file: no crash, every problem has a place, written out it reads the
 * same, laid over itself it changes nothing, and half of it goes over the other half. */
#include "base/yaml.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A table that recurses, so that every taker meets every kind of node. */
struct any {
	str name;
	int64_t count;
	bool open;
	date since;
	struct strs alias;
	struct any *below;
	size_t nbelow;
};

static void take_any(struct yfile *f, const struct ynode *n, void *dst);

static void take_below(struct yfile *f, const struct ynode *n, void *dst)
{
	struct any *x = dst;

	x->below = yaml_seq(f, n, sizeof *x->below, &x->nbelow, take_any);
}

static void take_any(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "name", take_str, offsetof(struct any, name), true },
		{ "count", take_int, offsetof(struct any, count), false },
		{ "open", take_bool, offsetof(struct any, open), false },
		{ "since", take_date, offsetof(struct any, since), false },
		{ "alias", take_strs, offsetof(struct any, alias), false },
		{ "below", take_below, 0, false },
	};

	yaml_map(f, n, keys, COUNT(keys), dst);
}

static const struct yrule rules[] = {
	{ { "below" }, "name|count", NULL, NULL },
	{ { "alias" }, "name", "name", NULL },
	{ { "keys", "*" }, NULL, "name", "name" },
	{ { "*", "*", "below" }, "name+count", NULL, NULL },
};

static bool same(str x, str y)
{
	return x.n == y.n && (!x.n || memcmp(x.p, y.p, x.n) == 0);
}

static void write_and_read(struct arena *a, const struct yfile *f)
{
	str text = yaml_text(a, f->root, true);
	struct yfile *again = yaml_read(a, S("again.yaml"), text);

	if (again->nproblems || !same(text, yaml_text(a, again->root, true)))
		abort();
}

static void merge_with_itself(struct arena *a, str text)
{
	struct yfile *f = yaml_read(a, S("one.yaml"), text), *own = yaml_read(a, S("two.yaml"), text);
	bool clean = !f->nproblems && f->root->kind == Y_MAP && !ynode_get(f->root, S("replace"));

	for (uint32_t i = 0; clean && i < text.n; i++)
		clean = text.p[i] != 'd'; /* drop */
	yaml_merge(f, own, rules, COUNT(rules));
	if (clean && f->over.n)
		abort();
}

static void merge_halves(struct arena *a, str text)
{
	const char *cut = text.n ? memchr(text.p, '\f', text.n) : NULL;
	uint32_t n = cut ? (uint32_t)(cut - text.p) : text.n / 2;
	struct yfile *f = yaml_read(a, S("one.yaml"), (str){ text.p, n });
	struct yfile *own = yaml_read(a, S("two.yaml"),
		(str){ text.p + n + (cut != NULL), text.n - n - (cut != NULL) });
	struct any top = { 0 };

	yaml_merge(f, own, rules, COUNT(rules));
	take_any(f, f->root, &top);
	for (size_t i = 0; i < f->nproblems; i++)
		if (!f->problem[i].line || !f->problem[i].file)
			abort();
	for (size_t i = 0; i < f->over.n; i++)
		if (!f->over.p[i].own && !f->over.p[i].shipped)
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct any top = { 0 };
	struct err e = { 0 };
	struct yfile *f = yaml_read(&a, S("fuzz.yaml"),
		(str){ (const char *)data, (uint32_t)size });

	take_any(f, f->root, &top);
	for (size_t i = 0; i < f->nproblems; i++)
		if (!f->problem[i].line || !f->problem[i].col || !f->problem[i].msg.n)
			abort();
	if ((yaml_verdict(f, &e) == RC_OK) != (f->nproblems == 0) || (!f->root && !f->nproblems))
		abort();
	if (f->root && !f->nproblems)
		write_and_read(&a, f);
	if (size) {
		merge_with_itself(&a, (str){ (const char *)data, (uint32_t)size });
		merge_halves(&a, (str){ (const char *)data, (uint32_t)size });
	}
	arena_free(&a);
	return 0;
}
