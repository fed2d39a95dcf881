/* apply.c - what a commit does: merge what changed onto the record as it is now, check, compare,
 * and write record, index entries, log entry and look-up rows. */
#include "store/write.h"

#include "base/str.h"
#include "rec/text.h"
#include "store/key.h"

#include <stdlib.h>

struct touched { uint64_t *family; size_t n, cap; };

static void touch(struct arena *a, struct touched *t, uint64_t family)
{
	if (!family)
		return;
	for (size_t i = t->n; i-- > 0 && t->n - i < 64;) /* lately touched ones; doubles do no harm */
		if (t->family[i] == family)
			return;
	if (t->n == t->cap) {
		uint64_t *more = ARENA_ARRAY(a, uint64_t, t->cap = t->cap * 2 + 32);

		if (t->n)
			memcpy(more, t->family, t->n * sizeof *more);
		t->family = more;
	}
	t->family[t->n++] = family;
}

static uint64_t owner_of(const struct rec_type *t, const struct rec *r)
{
	if (!t->owner || !r)
		return 0;
	return t->owner[0] ? (uint64_t)rec_get(t, r, t->owner).n : r->id;
}

/* ---- numbers -------------------------------------------------------------------------------- */

enum rc view_next(struct snap *w, str counter, uint64_t *n, struct err *e)
{
	unsigned char be[8];
	MDB_val k = mdb_bytes(counter.p, counter.n), v;
	int rc = mdb_get(w->txn, w->s->db[DB_META], &k, &v);

	if (rc && rc != MDB_NOTFOUND)
		return db_fail(w->s, e, rc);
	*n = (rc ? 0 : get_be(v.mv_data, 8)) + 1;
	for (int i = 0; i < 8; i++)
		be[i] = (unsigned char)(*n >> 8 * (7 - i));
	v = mdb_bytes(be, 8);
	rc = mdb_put(w->txn, w->s->db[DB_META], &k, &v, 0);
	return rc ? db_fail(w->s, e, rc) : RC_OK;
}

/* New records get their numbers first, so that any of them may refer to any other. */
static enum rc number_ops(struct snap *w, struct arena *a, struct commit *c, struct err *e)
{
	for (size_t i = 0; i < c->nops; i++) {
		struct op *op = &c->ops[i];

		if (op->base)
			op->id = op->base->id;
		else if (op->rec)
			TRY(view_next(w, arena_printf(a, "id:%s", op->type->name), &op->id, e));
	}
	return RC_OK;
}

static void resolve_refs(const struct commit *c, const struct rec_type *t, struct rec *r)
{
	for EACH_FIELD(f, t) {
		val v = field_get(f, r);
		uint64_t k = (uint64_t)v.n ^ REF_OP(0);

		if (f->kind == K_REF && v.set && k < c->nops)
			field_set(f, r, (val){ true, (int64_t)c->ops[k].id, { 0 } });
	}
}

/* ---- one operation -------------------------------------------------------------------------- */

static enum rc merged(struct snap *w, struct arena *a, struct commit *c, struct op *op,
	struct rec *now, struct rec **out, struct err *e)
{
	const struct rec_type *t = op->type;
	struct rec *is = now ? rec_dup(a, t, now) : rec_new(a, t);
	struct check check = { .view = w, .lex = w->s->schema->lex, .now = c->at, .was = now,
		.is = is, .a = a, .ctx = c->ctx };

	is->id = op->id;
	is->version = now ? now->version + 1 : 1;
	if (!op->base)
		is->unknown = op->rec->unknown;
	op->conflict = ARENA_ARRAY(c->a, const struct field *, t->nfields);
	TRY(rec_merge(t, op->base, op->rec, is, op->conflict, &op->nconflict, e));
	resolve_refs(c, t, is);
	TRY(rec_check(t, &check, e));
	*out = is;
	return RC_OK;
}

static enum rc put_record(struct snap *w, struct arena *a, const struct rec_type *t,
	const struct rec *is, uint64_t *sum, struct err *e)
{
	struct buf b = { .a = a };
	unsigned char key[REC_KEY];
	str content = rec_encode(a, t, is);
	MDB_val k = mdb_bytes(key, sizeof key), v;
	int rc;

	key_rec(key, t, is->id);
	*sum = checksum(key, sizeof key, content);
	put_be(&b, *sum, SUM);
	buf_str(&b, content);
	v = mdb_bytes(b.p, b.n);
	/* A counter that fell behind must not cost anybody a record. */
	rc = mdb_put(w->txn, w->s->db[DB_REC], &k, &v, is->version > 1 ? 0 : MDB_NOOVERWRITE);
	return rc ? db_fail(w->s, e, rc) : RC_OK;
}

static enum rc remove_record(struct snap *w, const struct rec_type *t, uint64_t id, struct err *e)
{
	unsigned char key[REC_KEY];
	MDB_val k = mdb_bytes(key, sizeof key);
	int rc;

	key_rec(key, t, id);
	rc = mdb_del(w->txn, w->s->db[DB_REC], &k, NULL);
	return rc ? db_fail(w->s, e, rc) : RC_OK;
}

/* The changed fields alone, as two sparse records. */
static void log_changes(struct arena *a, const struct rec_type *t, const struct rec *now,
	const struct rec *is, const struct change *ch, size_t n, struct entry *en)
{
	struct rec *was = rec_new(a, t), *will = rec_new(a, t);

	for (size_t i = 0; i < n; i++) {
		field_set(ch[i].field, was, ch[i].was);
		field_set(ch[i].field, will, ch[i].is);
	}
	if (now)
		en->was.b = rec_encode(a, t, was);
	if (is)
		en->is.b = rec_encode(a, t, will);
}

enum rc write_op(struct snap *w, struct arena *a, struct op *op, struct rec *now,
	struct rec *is, struct entry *en, bool *changed, struct err *e)
{
	const struct rec_type *t = op->type;
	struct change *ch = ARENA_ARRAY(a, struct change, t->nfields);
	size_t n = rec_diff(t, now, is, ch);
	uint64_t sum = 0;
	struct buf b = { .a = a };

	*changed = !(now && is && n == 0);
	if (!*changed) {
		op->version = now->version;
		return RC_OK;
	}
	if (is)
		TRY(put_record(w, a, t, is, &sum, e));
	else
		TRY(remove_record(w, t, op->id, e));
	TRY(index_update(w, a, t, now, is, e));
	op->version = is ? is->version : 0;
	en->version = (num){ true, op->version };
	put_be(&b, sum, SUM);
	en->sum.b = buf_view(&b);
	log_changes(a, t, now, is, ch, n, en);
	return RC_OK;
}

static bool differs(struct arena *a, const struct rec_type *t, const struct rec *x,
	const struct rec *y)
{
	return rec_diff(t, x, y, ARENA_ARRAY(a, struct change, t->nfields)) > 0;
}

static enum rc apply_op(struct snap *w, struct arena *a, struct commit *c, struct op *op,
	struct touched *touched, struct entry *en, bool *changed, struct err *e)
{
	const struct rec_type *t = op->type;
	struct rec *now = NULL, *is = NULL;

	if (op->base) {
		enum rc rc = snap_get(w, a, t, op->id, &now, e);

		if (rc == RC_NOT_FOUND)
			return fail(e, RC_CONFLICT, "这条%s已被别人撤掉，没有存上", t->label);
		if (rc != RC_OK)
			return rc;
		op->merged = now->version != op->base->version;
		if (!op->rec && op->merged && differs(a, t, now, op->base))
			return fail(e, RC_CONFLICT, "这条%s刚刚被别人改过，请看过再删", t->label);
	}
	if (op->rec)
		TRY(merged(w, a, c, op, now, &is, e));
	TRY(write_op(w, a, op, now, is, en, changed, e));
	if (*changed) {
		touch(a, touched, owner_of(t, now));
		touch(a, touched, owner_of(t, is));
	}
	return RC_OK;
}

enum rc apply_derive(struct snap *w, struct arena *a, uint64_t family, struct err *e)
{
	const struct schema *sc = w->s->schema;
	struct lookset set = { 0 };

	if (!sc->derive)
		return RC_OK;
	TRY(sc->derive(sc->ctx, w, a, family, &set, e));
	return look_apply(w, a, family, &set, e);
}

enum rc apply_commit(struct snap *w, struct arena *a, struct commit *c, struct err *e)
{
	struct touched touched = { 0 };

	c->number = 0;
	TRY(number_ops(w, a, c, e));
	for (size_t i = 0; i < c->nops; i++) {
		struct op *op = &c->ops[i];
		struct entry *en = (struct entry *)rec_new(a, &entry_type);
		bool changed = true;

		c->at_op = i;
		en->at = c->at;
		en->who = c->who;
		en->from = c->from;
		en->act.key = c->act;
		en->why = c->why;
		en->undoes = (num){ c->undoes != 0, (int64_t)c->undoes };
		en->commit = (num){ c->number != 0, (int64_t)c->number };
		if (op->base || op->rec)
			TRY(apply_op(w, a, c, op, &touched, en, &changed, e));
		if (op->type) {
			en->type = str_of(op->type->name);
			en->rec_id = (num){ op->id != 0, (int64_t)op->id };
		}
		if (!changed)
			continue;
		TRY(log_append(w, a, en, e));
		if (!c->number)
			c->number = en->r.id;
	}
	for (size_t i = 0; i < touched.n; i++)
		TRY(apply_derive(w, a, touched.family[i], e));
	return RC_OK;
}
