/* index.c - index entries: made from the rows of a type's table, kept by the difference, walked. */
#include "store/key.h"
#include "store/write.h"

#include "base/str.h"

#include <assert.h>
#include <stdlib.h>

enum { VALUES_MAX = 12 };

static void put_varint(struct buf *b, uint64_t v)
{
	for (; v > 127; v >>= 7)
		buf_char(b, (char)(v | 128));
	buf_char(b, (char)v);
}

static uint64_t get_varint(str *in)
{
	uint64_t v = 0;

	for (unsigned shift = 0; shift < 64 && in->n; shift += 7) {
		unsigned char c = (unsigned char)in->p[0];

		*in = str_from(*in, 1);
		v |= (uint64_t)(c & 127) << shift;
		if (c < 128)
			break;
	}
	return v;
}

/* Cover values: 0 for unset, else length + 1 and bytes, or zigzag + 1. */
static void put_cover(struct buf *b, const struct field *f, val v)
{
	if (!v.set) {
		buf_char(b, '\0');
	} else if (kind_is_text(f->kind)) {
		put_varint(b, (uint64_t)v.s.n + 1);
		buf_str(b, v.s);
	} else {
		put_varint(b, ((uint64_t)v.n << 1 ^ (uint64_t)(v.n >> 63)) + 1);
	}
}

static val get_cover(str *in, const struct field *f)
{
	uint64_t n = get_varint(in);
	val v = { .set = n != 0 };

	if (!n--)
		return v;
	if (kind_is_text(f->kind)) {
		v.s = str_sub(*in, 0, (uint32_t)n);
		*in = str_from(*in, v.s.n);
	} else {
		v.n = (int64_t)(n >> 1 ^ (~(n & 1) + 1));
	}
	return v;
}

static const struct field *field_of(const struct rec_type *t, const char *name)
{
	const struct field *f = type_field(t, str_of(name));

	assert(f);
	return f;
}

bool index_entry(struct arena *a, const struct rec_type *t, size_t i, const struct rec *r, str *key,
	str *value)
{
	const struct index *x = &t->indexes[i];
	struct buf k = { .a = a }, v = { .a = a };

	if (!field_get(field_of(t, x->key[0]), r).set || (rec_voided(r) && !x->voided))
		return false;
	put_be(&k, t->tag, 1);
	put_be(&k, i, 1);
	for (size_t n = 0; n < COUNT(x->key) && x->key[n]; n++) {
		const struct field *f = field_of(t, x->key[n]);

		key_field(&k, f, field_get(f, r));
	}
	put_be(&k, r->id, 7);
	for (size_t n = 0; n < COUNT(x->cover) && x->cover[n]; n++) {
		const struct field *f = field_of(t, x->cover[n]);

		put_cover(&v, f, field_get(f, r));
	}
	*key = buf_view(&k);
	*value = buf_view(&v);
	return true;
}

/* Is there another record with the same first key value? */
static int find_twin(struct snap *w, const struct rec_type *t, size_t i, const struct rec *r,
	struct arena *a, uint64_t *twin)
{
	struct buf b = { .a = a };
	const struct field *f = field_of(t, t->indexes[i].key[0]);
	MDB_cursor *c;
	MDB_val k, v;
	int rc;

	*twin = 0;
	put_be(&b, t->tag, 1);
	put_be(&b, i, 1);
	key_field(&b, f, field_get(f, r));
	if ((rc = mdb_cursor_open(w->txn, w->s->db[DB_IDX], &c)))
		return rc;
	k = mdb_bytes(b.p, b.n);
	for (rc = mdb_cursor_get(c, &k, &v, MDB_SET_RANGE); !rc && !*twin;
		rc = mdb_cursor_get(c, &k, &v, MDB_NEXT)) {
		uint64_t id;

		if (k.mv_size < b.n + 7 || memcmp(k.mv_data, b.p, b.n))
			break;
		id = get_be((const char *)k.mv_data + k.mv_size - 7, 7);
		if (id != r->id)
			*twin = id;
	}
	mdb_cursor_close(c);
	return rc == MDB_NOTFOUND ? 0 : rc;
}

static enum rc taken(struct snap *w, struct arena *a, const struct rec_type *t, size_t index, uint64_t by,
	struct err *e)
{
	const struct field *f = field_of(t, t->indexes[index].key[0]), *title = type_field(t, str_of(t->title));
	struct rec *r;

	TRY(snap_get(w, a, t, by, &r, e));
	return fail_at(e, f->name, "“%s”与%s“%.*s”重复，不能有两个一样的", f->label, t->label,
		STR_FMT(field_get(title, r).s));
}

enum rc index_update(struct snap *w, struct arena *a, const struct rec_type *t,
	const struct rec *was, const struct rec *is, struct err *e)
{
	MDB_dbi db = w->s->db[DB_IDX];

	for (size_t i = 0; i < t->nindexes; i++) {
		str ok, ov, nk, nv;
		bool had = was && index_entry(a, t, i, was, &ok, &ov);
		bool has = is && index_entry(a, t, i, is, &nk, &nv);
		MDB_val k, v;
		uint64_t twin;
		int rc = 0;

		if (had && has && str_eq(ok, nk) && str_eq(ov, nv))
			continue;
		if (has && t->indexes[i].unique) {
			if ((rc = find_twin(w, t, i, is, a, &twin)))
				return db_fail(w->s, e, rc);
			if (twin)
				return taken(w, a, t, i, twin, e);
		}
		if (had && !(has && str_eq(ok, nk))) {
			k = mdb_bytes(ok.p, ok.n);
			rc = mdb_del(w->txn, db, &k, NULL);
		}
		if (!rc && has) {
			k = mdb_bytes(nk.p, nk.n);
			v = mdb_bytes(nv.p, nv.n);
			rc = mdb_put(w->txn, db, &k, &v, 0);
		}
		if (rc)
			return db_fail(w->s, e, rc);
	}
	return RC_OK;
}

/* ---- walking -------------------------------------------------------------------------------- */

struct span_bytes { str prefix, start; };

/* The first key at or after (forward), or the last one at or before (backward), where to start. */
static int seek(MDB_cursor *c, const struct span_bytes *b, bool backward, struct arena *a,
	MDB_val *k, MDB_val *v)
{
	char *after;
	uint32_t n = b->start.n;
	int rc;

	if (!backward) {
		*k = mdb_bytes(b->start.p, b->start.n);
		return mdb_cursor_get(c, k, v, MDB_SET_RANGE);
	}
	/* One past everything that begins with start. */
	after = arena_z(a, b->start);
	while (n && (unsigned char)after[n - 1] == 0xFF)
		n--;
	if (n) {
		after[n - 1]++;
		*k = mdb_bytes(after, n);
		rc = mdb_cursor_get(c, k, v, MDB_SET_RANGE);
		if (rc == 0)
			return mdb_cursor_get(c, k, v, MDB_PREV);
		if (rc != MDB_NOTFOUND)
			return rc;
	}
	return mdb_cursor_get(c, k, v, MDB_LAST);
}

static size_t index_number(const struct rec_type *t, const char *name)
{
	size_t i = 0;

	while (i < t->nindexes && strcmp(t->indexes[i].name, name))
		i++;
	assert(i < t->nindexes);
	return i;
}

enum rc snap_walk(struct snap *sn, const struct walk *w, struct err *e)
{
	const struct rec_type *t = w->type;
	size_t no = index_number(t, w->index), nkey = 0, ncover = 0;
	const struct index *x = &t->indexes[no];
	const struct field *fields[VALUES_MAX];
	struct arena a = { 0 };
	struct buf b = { .a = &a };
	struct span_bytes at;
	MDB_cursor *c;
	MDB_val k, v;
	int rc;

	while (nkey < COUNT(x->key) && x->key[nkey]) {
		fields[nkey] = field_of(t, x->key[nkey]);
		nkey++;
	}
	while (ncover < COUNT(x->cover) && x->cover[ncover]) {
		fields[nkey + ncover] = field_of(t, x->cover[ncover]);
		ncover++;
	}
	put_be(&b, t->tag, 1);
	put_be(&b, no, 1);
	for (size_t i = 0; i < w->nprefix; i++)
		key_field(&b, fields[i], w->prefix[i]);
	at.prefix = arena_str(&a, buf_view(&b));
	if (w->from && w->nprefix < nkey)
		key_field(&b, fields[w->nprefix], *w->from);
	at.start = buf_view(&b);
	if ((rc = mdb_cursor_open(sn->txn, sn->s->db[DB_IDX], &c))) {
		arena_free(&a);
		return db_fail(sn->s, e, rc);
	}
	for (rc = seek(c, &at, w->backward, &a, &k, &v); !rc;
		rc = mdb_cursor_get(c, &k, &v, w->backward ? MDB_PREV : MDB_NEXT)) {
		val values[VALUES_MAX];
		str key = { k.mv_data, (uint32_t)k.mv_size }, cover = { v.mv_data, (uint32_t)v.mv_size };
		uint64_t id;

		if (!str_starts(key, at.prefix) || key.n < 9)
			break;
		id = get_be(key.p + key.n - 7, 7);
		key = str_from(key, 2);
		for (size_t i = 0; i < nkey; i++)
			values[i] = key_field_get(&key, fields[i]);
		for (size_t i = 0; i < ncover; i++)
			values[nkey + i] = get_cover(&cover, fields[nkey + i]);
		if (!w->each(w->arg, id, values))
			break;
	}
	mdb_cursor_close(c);
	arena_free(&a);
	return !rc || rc == MDB_NOTFOUND ? RC_OK : db_fail(sn->s, e, rc);
}

/* ---- places ---------------------------------------------------------------------------------- */

/* A cursor on a table: one that an earlier walk has left, or a new one. */
static int slot_take(struct snap *sn, MDB_dbi db, size_t *out)
{
	struct slot *s;
	int rc = 0;

	for (*out = 0; *out < sn->slots.n; ++*out)
		if (!sn->slots.p[*out].busy && sn->slots.p[*out].db == db)
			break;
	if (*out == sn->slots.n) {
		MDB_cursor *mc;

		if ((rc = mdb_cursor_open(sn->txn, db, &mc)))
			return rc;
		*vec_add(&sn->places, &sn->slots) = (struct slot){ .mc = mc, .db = db };
	}
	s = &sn->slots.p[*out];
	if (s->stale && (rc = mdb_cursor_renew(sn->txn, s->mc)))
		return rc;
	s->stale = false;
	s->busy = true;
	return 0;
}

void slots_rest(struct snap *sn)
{
	for (size_t i = 0; i < sn->slots.n; i++) {
		sn->slots.p[i].busy = false;
		sn->slots.p[i].stale = true;
	}
}

void slots_drop(struct snap *sn)
{
	for (size_t i = 0; i < sn->slots.n; i++)
		mdb_cursor_close(sn->slots.p[i].mc);
	sn->slots.n = sn->slots.cap = 0;
	sn->slots.p = NULL;
	arena_free(&sn->places);
}

/* ---- walking entry by entry ------------------------------------------------------------------- */

enum rc cursor_open(struct snap *sn, struct arena *a, const struct walk *w, struct cursor *c,
	struct err *e)
{
	const struct rec_type *t = w->type;
	struct buf b = { .a = a };
	int rc;

	*c = (struct cursor){ .sn = sn, .a = a, .type = t, .backward = w->backward };
	put_be(&b, t->tag, 1);
	if (w->index) {
		size_t no = index_number(t, w->index);
		const struct index *x = &t->indexes[no];

		put_be(&b, no, 1);
		for (size_t i = 0; i < COUNT(x->key) && x->key[i]; i++)
			c->field[c->nall++] = field_of(t, x->key[i]);
		c->nkey = c->nall;
		for (size_t i = 0; i < COUNT(x->cover) && x->cover[i]; i++)
			c->field[c->nall++] = field_of(t, x->cover[i]);
		for (size_t i = 0; i < w->nprefix; i++)
			key_field(&b, c->field[i], w->prefix[i]);
		c->rec = rec_new(a, t);
	}
	c->prefix = arena_str(a, buf_view(&b));
	if (w->from && w->nprefix < c->nkey)
		key_field(&b, c->field[w->nprefix], *w->from);
	c->start = arena_str(a, buf_view(&b));
	rc = slot_take(sn, sn->s->db[w->index ? DB_IDX : DB_REC], &c->slot);
	return rc ? db_fail(sn->s, e, rc) : RC_OK;
}

void cursor_close(struct cursor *c)
{
	if (c->sn)
		c->sn->slots.p[c->slot].busy = false;
	c->sn = NULL;
}

/* A copy of what an entry says, so that nothing points into the map. */
static str keep(struct cursor *c, size_t *used, MDB_val v)
{
	str out = { c->room + *used, (uint32_t)v.mv_size };

	memcpy(c->room + *used, v.mv_data, v.mv_size);
	*used += v.mv_size;
	return out;
}

static void make_room(struct cursor *c, size_t n)
{
	if (n <= c->nroom)
		return;
	c->nroom = n * 2 + 64;
	c->room = arena_new(c->a, c->nroom);
}

static void decode_entry(struct cursor *c, MDB_val k, MDB_val v)
{
	size_t used = 0;
	str key, cover;

	make_room(c, k.mv_size + v.mv_size);
	key = keep(c, &used, k);
	cover = keep(c, &used, v);
	c->rec->id = get_be(key.p + key.n - 7, 7);
	key = str_from(key, 2);
	for (size_t i = 0; i < c->nkey; i++)
		field_set(c->field[i], c->rec, key_field_get(&key, c->field[i]));
	for (size_t i = c->nkey; i < c->nall; i++)
		field_set(c->field[i], c->rec, get_cover(&cover, c->field[i]));
}

enum rc cursor_next(struct cursor *c, const struct rec **out, struct err *e)
{
	MDB_cursor *mc = c->sn ? c->sn->slots.p[c->slot].mc : NULL;
	MDB_val k, v;
	int rc;

	if (!mc)
		return RC_END;
	if (!c->begun) {
		struct span_bytes at = { c->prefix, c->start };

		rc = seek(mc, &at, c->backward, c->a, &k, &v);
		c->begun = true;
	} else {
		rc = mdb_cursor_get(mc, &k, &v, c->backward ? MDB_PREV : MDB_NEXT);
	}
	if (rc && rc != MDB_NOTFOUND)
		return db_fail(c->sn->s, e, rc);
	if (rc || k.mv_size < c->prefix.n || memcmp(k.mv_data, c->prefix.p, c->prefix.n) || k.mv_size < 8) {
		cursor_close(c);
		return RC_END;
	}
	if (c->rec) {
		decode_entry(c, k, v);
		*out = c->rec;
		return RC_OK;
	}
	return snap_get(c->sn, c->a, c->type, get_be((const char *)k.mv_data + 1, 7), (struct rec **)out, e);
}
