/* own.c - what is derived of a family and kept under its number: which rows are its, and its share of the sums. */
#include "store/own.h"

#include "base/buf.h"
#include "base/str.h"
#include "store/key.h"
#include "store/sum_impl.h"

/* The day stands there twice, the second time inverted: an entry says itself whether it is sound, and by a
 * day that is not the one of its deriving it would be judged wrongly. */
struct front { uint64_t org; uint32_t on, again, nrows; };
enum { FRONT = 20 };

/* What stands in front, and the share behind the rows. */
static bool take(MDB_val got, struct front *f, str *share)
{
	if (got.mv_size < FRONT)
		return false;
	memcpy(f, got.mv_data, FRONT);
	if (f->again != ~f->on || f->nrows > (got.mv_size - FRONT) / 4)
		return false;
	*share = str_from((str){ got.mv_data, (uint32_t)got.mv_size }, FRONT + f->nrows * 4);
	return true;
}

static enum rc damaged(uint64_t family, struct err *e)
{
	return fail(e, RC_IO, "查找索引损坏（家庭第%llu号），请运行 qinqing check", (unsigned long long)family);
}

enum rc own_read(struct snap *v, struct arena *a, uint64_t family, struct own *out, struct err *e)
{
	unsigned char key[8];
	MDB_val k = mdb_bytes(key, sizeof key), got;
	struct front f;
	str share;
	int rc;

	*out = (struct own){ 0 };
	for (int i = 0; i < 8; i++)
		key[i] = (unsigned char)(family >> 8 * (7 - i));
	rc = mdb_get(v->txn, v->s->db[DB_OWN], &k, &got);
	if (rc == MDB_NOTFOUND)
		return RC_OK;
	if (rc)
		return db_fail(v->s, e, rc);
	if (!take(got, &f, &share))
		return damaged(family, e);
	*out = (struct own){ .org = f.org, .on = f.on, .n = f.nrows, .share = arena_str(a, share) };
	out->row = ARENA_ARRAY(a, uint32_t, out->n + 1);
	memcpy(out->row, (const char *)got.mv_data + FRONT, out->n * 4);
	return RC_OK;
}

enum rc own_write(struct snap *w, struct arena *a, uint64_t family, const struct own *own, struct err *e)
{
	struct front f = { own->org, own->on, ~own->on, (uint32_t)own->n };
	unsigned char key[8];
	MDB_val k = mdb_bytes(key, sizeof key), got;
	struct buf b = { .a = a };
	int rc;

	for (int i = 0; i < 8; i++)
		key[i] = (unsigned char)(family >> 8 * (7 - i));
	if (own->n == 0) {
		rc = mdb_del(w->txn, w->s->db[DB_OWN], &k, NULL);
		return rc && rc != MDB_NOTFOUND ? db_fail(w->s, e, rc) : RC_OK;
	}
	buf_put(&b, &f, FRONT);
	buf_put(&b, own->row, own->n * 4);
	buf_str(&b, own->share);
	got = mdb_bytes(b.p, b.n);
	rc = mdb_put(w->txn, w->s->db[DB_OWN], &k, &got, 0);
	return rc ? db_fail(w->s, e, rc) : RC_OK;
}

enum rc look_day(struct snap *v, struct arena *a, uint64_t family, date *on, struct err *e)
{
	struct own own;

	TRY(own_read(v, a, family, &own, e));
	*on = (date){ (int32_t)own.on };
	return RC_OK;
}

/* ---- shares --------------------------------------------------------------------------------- */

enum rc snap_share(struct snap *v, struct arena *a, uint64_t family, date on, uint64_t *place,
	struct stage *out, struct err *e)
{
	struct own own;

	TRY(own_read(v, a, family, &own, e));
	return share_on(v, a, own.share, on, place, out, e);
}

enum rc snap_shares(struct snap *v, date on,
	bool (*each)(void *arg, uint64_t family, uint64_t place, const struct stage *), void *arg,
	struct err *e)
{
	struct arena a = { 0 };
	MDB_cursor *c;
	MDB_val k, got;
	enum rc verdict = RC_OK;
	bool more = true;
	int rc = mdb_cursor_open(v->txn, v->s->db[DB_OWN], &c);

	if (rc)
		return db_fail(v->s, e, rc);
	for (rc = mdb_cursor_get(c, &k, &got, MDB_FIRST); !rc && more && verdict == RC_OK;
		rc = mdb_cursor_get(c, &k, &got, MDB_NEXT)) {
		uint64_t family = k.mv_size == 8 ? get_be(k.mv_data, 8) : 0, place;
		struct front f;
		struct stage s;
		str share;

		verdict = take(got, &f, &share) ? share_on(v, &a, share, on, &place, &s, e)
						: damaged(family, e);
		more = verdict != RC_OK || !place || each(arg, family, place, &s);
		arena_reset(&a);
	}
	mdb_cursor_close(c);
	arena_free(&a);
	TRY(verdict);
	return rc && rc != MDB_NOTFOUND ? db_fail(v->s, e, rc) : RC_OK;
}
