/* yaml_fuzz.c - any bytes as a YAML file: no crash, and every problem has a place. */
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
	arena_free(&a);
	return 0;
}
