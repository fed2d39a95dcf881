/* sumread.c - reading the sums: by whose settings they are kept, from which day on they tell, and who stands in none. */
#include "store/sum_impl.h"

#include "store/env.h"
#include "store/key.h"

/* ---- whose they are, and from when ------------------------------------------------------------ */

/* meta: the day from which on they tell. */
static const char from_name[] = "sums-from";

uint64_t sums_rules(const struct schema *sc)
{
	return sc->rules.n ? checksum("rules", 5, sc->rules) | 1 : 0;
}

static enum rc get_meta(struct snap *v, const char *name, uint64_t *n, struct err *e)
{
	int rc = meta_get(v->txn, v->s->db[DB_META], name, n);

	return rc && rc != MDB_NOTFOUND ? db_fail(v->s, e, rc) : RC_OK;
}

static enum rc put_meta(struct snap *w, const char *name, uint64_t n, struct err *e)
{
	int rc = meta_put(w->txn, w->s->db[DB_META], name, n);

	return rc ? db_fail(w->s, e, rc) : RC_OK;
}

enum rc sums_ours(struct snap *v, bool *yes, struct err *e)
{
	uint64_t rules;

	TRY(get_meta(v, SUMS_RULES, &rules, e));
	*yes = rules && rules == sums_rules(v->s->schema);
	return RC_OK;
}

enum rc sums_from(struct snap *v, date *from, struct err *e)
{
	uint64_t n;

	TRY(get_meta(v, from_name, &n, e));
	from->day = (int32_t)n;
	return RC_OK;
}

enum rc sums_begin(struct snap *w, struct err *e)
{
	TRY(put_meta(w, from_name, 0, e));
	return put_meta(w, SUMS_RULES, sums_rules(w->s->schema), e);
}

enum rc sums_tell(struct snap *w, date day, struct err *e)
{
	date from;

	TRY(sums_from(w, &from, e));
	return day.day > from.day ? put_meta(w, from_name, (uint64_t)day.day, e) : RC_OK;
}

enum rc sums_owe(struct snap *w, uint64_t family, bool owed, struct err *e)
{
	unsigned char key[OWED_KEY] = { 'o' };
	MDB_val k = mdb_bytes(key, sizeof key), nothing = { 0 };
	int rc;

	for (int i = 0; i < 8; i++)
		key[1 + i] = (unsigned char)(family >> 8 * (7 - i));
	rc = owed ? mdb_put(w->txn, w->s->db[DB_LOOK], &k, &nothing, 0)
		  : mdb_del(w->txn, w->s->db[DB_LOOK], &k, NULL);
	return rc && rc != MDB_NOTFOUND ? db_fail(w->s, e, rc) : RC_OK;
}

enum rc snap_owed(struct snap *v, struct arena *a, struct families *out, struct err *e)
{
	unsigned char key[1] = { 'o' };
	MDB_val k = mdb_bytes(key, sizeof key), got;
	MDB_cursor *c;
	int rc = mdb_cursor_open(v->txn, v->s->db[DB_LOOK], &c);

	*out = (struct families){ 0 };
	if (rc)
		return db_fail(v->s, e, rc);
	for (rc = mdb_cursor_get(c, &k, &got, MDB_SET_RANGE); !rc && k.mv_size == OWED_KEY &&
		*(const char *)k.mv_data == 'o'; rc = mdb_cursor_get(c, &k, &got, MDB_NEXT))
		*vec_add(a, out) = get_be((const char *)k.mv_data + 1, 8);
	mdb_cursor_close(c);
	return rc && rc != MDB_NOTFOUND ? db_fail(v->s, e, rc) : RC_OK;
}

/* ---- reading -------------------------------------------------------------------------------- */

enum rc snap_counted(struct snap *v, date on, bool *yes, struct err *e)
{
	date from;

	TRY(sums_ours(v, yes, e));
	TRY(sums_from(v, &from, e));
	*yes &= on.day >= from.day;
	return RC_OK;
}

enum rc snap_sums(struct snap *v, uint64_t place, date on,
	bool (*each)(void *arg, uint64_t person, const int64_t *n), void *arg, struct err *e)
{
	unsigned char key[SUM_KEY];
	MDB_val k = mdb_bytes(key, sizeof key), got;
	struct arena a = { 0 };
	MDB_cursor *c;
	bool more = true, whole = true;
	int rc = mdb_cursor_open(v->txn, v->s->db[DB_LOOK], &c);

	if (rc)
		return db_fail(v->s, e, rc);
	sum_key(key, place, 0);
	for (rc = mdb_cursor_get(c, &k, &got, MDB_SET_RANGE); !rc && more && whole;
		rc = mdb_cursor_get(c, &k, &got, MDB_NEXT)) {
		struct bytes b = bytes_of(got.mv_data, got.mv_size);
		int64_t n[SUMS_MOST];
		struct stage s;

		if (k.mv_size != SUM_KEY || memcmp(k.mv_data, key, 9) != 0)
			break;
		whole = stage_on(&b, &a, on, &s);
		for (int i = 0; i < SUMS_MOST; i++)
			n[i] = s.n[i];
		more = whole && each(arg, get_be((const char *)k.mv_data + 9, 8), n);
	}
	mdb_cursor_close(c);
	arena_free(&a);
	if (!whole)
		return sums_broken(v, e);
	return rc && rc != MDB_NOTFOUND ? db_fail(v->s, e, rc) : RC_OK;
}
