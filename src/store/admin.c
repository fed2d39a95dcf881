/* admin.c - looking after the store: rebuild what is derived, put counters right, tell the sizes. */
#include "store/counter.h"
#include "store/env.h"
#include "store/key.h"
#include "store/sum_impl.h"

#include "base/str.h"

const struct rec_type *type_tagged(const struct snap *sn, uint8_t tag)
{
	const struct rec_type *const *t = sn->s->schema->types;

	for (; *t; t++)
		if ((*t)->tag == tag)
			return *t;
	return NULL;
}

const struct rec_type *type_named(const struct snap *sn, str name)
{
	const struct rec_type *const *t = sn->s->schema->types;

	while (*t && !str_is(name, (*t)->name))
		t++;
	return *t;
}

/* ---- reindex -------------------------------------------------------------------------------- */

static enum rc reach(void *arg, str name, uint64_t n, struct err *e)
{
	return counter_reach(arg, name, n, e);
}

static enum rc index_record(struct snap *w, struct arena *a, const struct rec_type *t, uint64_t id,
	struct err *e)
{
	struct rec *r;

	TRY(snap_get(w, a, t, id, &r, e));
	TRY(index_update(w, a, t, NULL, r, e));
	return counter_each(w->s->schema, a, t, r, reach, w, e);
}

static enum rc index_records(struct snap *w, struct arena *a, struct err *e)
{
	MDB_cursor *c;
	MDB_val k, v;
	enum rc rc = RC_OK;
	int mrc = mdb_cursor_open(w->txn, w->s->db[DB_REC], &c);

	if (mrc)
		return db_fail(w->s, e, mrc);
	for (mrc = mdb_cursor_get(c, &k, &v, MDB_FIRST); rc == RC_OK && !mrc;
		mrc = mdb_cursor_get(c, &k, &v, MDB_NEXT)) {
		const struct rec_type *t = k.mv_size == REC_KEY
						   ? type_tagged(w, *(unsigned char *)k.mv_data) : NULL;

		if (t) /* check tells of the others */
			rc = index_record(w, a, t, get_be((const char *)k.mv_data + 1, 7), e);
		arena_reset(a);
	}
	mdb_cursor_close(c);
	if (rc == RC_OK && mrc && mrc != MDB_NOTFOUND)
		return db_fail(w->s, e, mrc);
	return rc;
}

/* A number that the log knows is never given again, even if its record was taken back. */
static enum rc index_entries(struct snap *w, struct arena *a, struct err *e)
{
	uint64_t last;

	TRY(snap_last_entry(w, &last, e));
	for (uint64_t n = 1; n <= last; n++) {
		const struct rec_type *t;
		struct entry *en;
		enum rc rc = snap_entry(w, a, n, &en, e);

		if (rc == RC_NOT_FOUND)
			continue; /* check tells of it */
		TRY(rc);
		TRY(index_update(w, a, &entry_type, NULL, &en->r, e));
		t = type_named(w, en->type);
		if (t && en->rec_id.v > 0)
			TRY(counter_reach(w, counter_of_ids(a, t), (uint64_t)en->rec_id.v, e));
		arena_reset(a);
	}
	return RC_OK;
}

struct family_walk { struct snap *w; struct arena *a; struct keeping sums; struct err *e; enum rc rc; };

static bool derive_one(void *arg, uint64_t id)
{
	struct family_walk *f = arg;

	f->rc = apply_derive(f->w, f->a, id, &f->sums, f->e);
	if (f->rc == RC_OK && f->sums.pieces.n > PIECES_MOST)
		f->rc = pieces_write(f->w, &f->sums.pieces, f->e);
	arena_reset(f->a);
	return f->rc == RC_OK;
}

static enum rc derive_all(struct snap *w, struct arena *a, struct err *e)
{
	struct family_walk f = { .w = w, .a = a, .sums.ours = w->s->schema->rules.n != 0, .e = e };
	enum rc rc = sums_begin(w, e);

	for (const struct rec_type *const *t = w->s->schema->types; rc == RC_OK && *t; t++) {
		if (!w->s->schema->derive || !(*t)->owner || (*t)->owner[0])
			continue;
		rc = snap_each(w, *t, 1, derive_one, &f, e);
		if (rc == RC_OK)
			rc = f.rc;
	}
	if (rc == RC_OK)
		rc = pieces_write(w, &f.sums.pieces, e);
	arena_free(&f.sums.pieces.a);
	return rc;
}

static enum rc rebuild(struct snap *w, void *arg, struct err *e)
{
	static const enum db derived[] = { DB_IDX, DB_OWN, DB_LOOK };
	struct arena a = { 0 };
	enum rc rc;
	int mrc = meta_put(w->txn, w->s->db[DB_META], "derived", derived_version());

	(void)arg;
	for (size_t i = 0; !mrc && i < COUNT(derived); i++)
		mrc = mdb_drop(w->txn, w->s->db[derived[i]], 0);
	if (mrc)
		return db_fail(w->s, e, mrc);
	rc = index_records(w, &a, e);
	if (rc == RC_OK)
		rc = index_entries(w, &a, e);
	if (rc == RC_OK)
		rc = derive_all(w, &a, e);
	arena_free(&a);
	return rc;
}

enum rc store_reindex(struct store *s, struct err *e)
{
	TRY(store_write(s, rebuild, NULL, e));
	s->derived = derived_version();
	s->rules = sums_rules(s->schema);
	return RC_OK;
}
