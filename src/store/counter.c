/* counter.c - the counters behind numbers: which ones a record has drawn from, and putting them right. */
#include "store/counter.h"

#include "base/str.h"
#include "store/env.h"

/* "SQ2026-0007" was the 7th of need:2026, "230402001001-0007" the 7th of file:230402001001. */
static bool drawn_number(struct arena *a, const struct numbering *c, str text, str *name, uint64_t *n)
{
	str rest = text, group;
	int64_t number;

	while (rest.n && (rest.p[0] < '0' || rest.p[0] > '9'))
		rest = str_from(rest, 1);
	if (!str_cut(&rest, '-', &group) || !str_int(rest, &number) || number <= 0)
		return false;
	*name = arena_printf(a, "%s:%.*s", c->name, STR_FMT(group));
	*n = (uint64_t)number;
	return true;
}

str counter_of_ids(struct arena *a, const struct rec_type *t)
{
	return arena_printf(a, "id:%s", t->name);
}

enum rc counter_each(const struct schema *sc, struct arena *a, const struct rec_type *t,
	const struct rec *r, enum rc (*each)(void *arg, str name, uint64_t n, struct err *), void *arg,
	struct err *e)
{
	TRY(each(arg, counter_of_ids(a, t), r->id, e));
	for (const struct numbering *c = sc->counters; c && c->type; c++) {
		str name;
		uint64_t n;

		if (strcmp(c->type, t->name) == 0 &&
			drawn_number(a, c, rec_get(t, r, c->field).s, &name, &n))
			TRY(each(arg, name, n, e));
	}
	return RC_OK;
}

enum rc counter_value(struct snap *v, str name, uint64_t *n, struct err *e)
{
	struct arena a = { 0 };
	int rc = meta_get(v->txn, v->s->db[DB_META], arena_z(&a, name), n);

	arena_free(&a);
	return !rc || rc == MDB_NOTFOUND ? RC_OK : db_fail(v->s, e, rc);
}

enum rc counter_reach(struct snap *w, str name, uint64_t n, struct err *e)
{
	struct arena a = { 0 };
	uint64_t have;
	enum rc verdict = counter_value(w, name, &have, e);
	int rc = 0;

	if (verdict == RC_OK && have < n)
		rc = meta_put(w->txn, w->s->db[DB_META], arena_z(&a, name), n);
	arena_free(&a);
	return rc ? db_fail(w->s, e, rc) : verdict;
}
