/* apply.c - what a commit does: merge what changed onto the record as it is now, check, compare,
 * and write record, index entries, log entry and look-up rows. */
#include "store/write.h"

#include "base/str.h"
#include "rec/text.h"
#include "store/key.h"
#include "store/sum_impl.h"

#include <stdlib.h>

struct touched { VEC(uint64_t); };

static void touch(struct arena *a, struct touched *t, uint64_t family)
{
	if (!family)
		return;
	for (size_t i = t->n; i-- > 0 && t->n - i < 64;) /* lately touched ones; doubles do no harm */
		if (t->p[i] == family)
			return;
	*vec_add(a, t) = family;
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
		else if (op->rec && !op->id)
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

/* What the commit knows while it runs. */
struct applying {
	struct txn txn;
	struct touched touched;
};

static enum rc merged(struct txn *x, struct op *op, struct rec *now, struct rec **out, struct err *e)
{
	const struct rec_type *t = op->type;
	struct rec *is = now ? rec_dup(x->a, t, now) : rec_new(x->a, t);
	struct check check = { .view = x->view, .lex = x->view->s->schema->lex, .now = x->commit->at,
		.was = now, .is = is, .undoing = x->commit->undoes != 0, .a = x->a,
		.ctx = x->commit->ctx };

	is->id = op->id;
	is->version = now ? now->version + 1 : 1;
	if (!op->base)
		is->unknown = op->rec->unknown;
	op->conflict = ARENA_ARRAY(x->commit->a, const struct field *, t->nfields);
	TRY(rec_merge(t, op->base, op->rec, is, op->conflict, &op->nconflict, e));
	resolve_refs(x->commit, t, is);
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
	rc = mdb_put(w->txn, w->s->db[DB_REC], &k, &v, is->version == 1 ? MDB_NOOVERWRITE : 0);
	if (rc == MDB_KEYEXIST)
		return fail(e, RC_IO, "%s第%llu号已有记录，计数器被改回去过，没有存上；"
			"请运行 qinqing check，再运行 qinqing reindex", t->label,
			(unsigned long long)is->id);
	return rc ? db_fail(w->s, e, rc) : RC_OK;
}

/* The changed fields alone, as two sparse records. */
static void log_changes(struct arena *a, const struct rec_type *t, const struct rec *now,
	const struct change *ch, size_t n, struct entry *en)
{
	struct rec *was = rec_new(a, t), *will = rec_new(a, t);

	for (size_t i = 0; i < n; i++) {
		field_set(ch[i].field, was, ch[i].was);
		field_set(ch[i].field, will, ch[i].is);
	}
	if (now)
		en->was.b = rec_encode(a, t, was);
	en->is.b = rec_encode(a, t, will);
}

/* An entry of the log, numbered; the first of a commit names it. */
static enum rc write_entry(struct txn *x, const struct op *op, struct entry *en, struct err *e)
{
	struct commit *c = x->commit;

	en->at = c->at;
	en->who = c->who;
	en->from = c->from;
	en->act.key = c->act;
	en->why = c->why;
	en->undoes = (num){ c->undoes != 0, (int64_t)c->undoes };
	en->commit = (num){ c->number != 0, (int64_t)c->number };
	if (op->type) {
		en->type = str_of(op->type->name);
		en->rec_id = (num){ op->id != 0, (int64_t)op->id };
	}
	TRY(log_append(x->view, x->a, en, e));
	if (!c->number)
		c->number = en->r.id;
	return RC_OK;
}

/* Each is a commit of its own: it happened before this one, and nobody undoes it. */
static enum rc write_notes(struct txn *x, struct err *e)
{
	const struct commit *c = x->commit;

	for (size_t i = 0; i < c->nnotes; i++) {
		const struct note *n = &c->notes[i];
		struct entry *en = (struct entry *)rec_new(x->a, &entry_type);

		en->at = n->at;
		en->who = c->who;
		en->from = c->from;
		en->act.key = n->act;
		en->why = n->why;
		en->reason = n->reason;
		en->part = n->part;
		if (n->type) {
			en->type = str_of(n->type->name);
			en->rec_id = (num){ n->id != 0, (int64_t)n->id };
		}
		TRY(log_append(x->view, x->a, en, e));
	}
	return RC_OK;
}

/* Record, index entries and log; nothing at all when nothing has changed. */
static enum rc write_record(struct applying *p, struct op *op, const struct rec *now,
	const struct rec *is, struct err *e)
{
	struct txn *x = &p->txn;
	const struct rec_type *t = op->type;
	struct change *ch = ARENA_ARRAY(x->a, struct change, t->nfields);
	size_t n = rec_diff(t, now, is, ch);
	struct entry *en = (struct entry *)rec_new(x->a, &entry_type);
	struct buf b = { .a = x->a };
	uint64_t sum;

	op->version = now ? now->version : 0;
	if (now && n == 0)
		return RC_OK;
	op->version = is->version;
	TRY(put_record(x->view, x->a, t, is, &sum, e));
	TRY(index_update(x->view, x->a, t, now, is, e));
	put_be(&b, sum, SUM);
	en->sum.b = buf_view(&b);
	en->version = (num){ true, is->version };
	log_changes(x->a, t, now, ch, n, en);
	TRY(write_entry(x, op, en, e));
	touch(x->a, &p->touched, owner_of(t, now));
	touch(x->a, &p->touched, owner_of(t, is));
	x->done = vec_room(x->a, x->done, x->n, &x->cap, sizeof *x->done);
	x->done[x->n++] = (struct written){ t, now, is, false };
	return RC_OK;
}

/* Which changes a void mark allows: setting it on what one has seen, and taking it off. */
static enum rc check_void(struct arena *a, const struct op *op, const struct rec *now,
	const struct rec *is, struct err *e)
{
	const struct rec_type *t = op->type;
	struct change *ch = ARENA_ARRAY(a, struct change, t->nfields);

	if (!now)
		return RC_OK;
	if (rec_voided(now) && rec_voided(is) && rec_diff(t, now, is, ch))
		return fail(e, RC_CONFLICT, "这条%s已作废，不能再改；要改请先撤销作废", t->label);
	if (!rec_voided(now) && rec_voided(is) && op->merged && rec_diff(t, now, op->base, ch))
		return fail(e, RC_CONFLICT, "这条%s刚刚被别人改过，请看过再作废", t->label);
	return RC_OK;
}

static enum rc apply_op(struct applying *p, struct op *op, bool asked, struct err *e)
{
	struct txn *x = &p->txn;
	struct rec *now = NULL, *is;

	if (op->base) {
		enum rc rc = snap_get(x->view, x->a, op->type, op->id, &now, e);

		if (rc == RC_NOT_FOUND)
			return fail(e, RC_CONFLICT, "这条%s已被别人撤掉，没有存上", op->type->label);
		if (rc != RC_OK)
			return rc;
		op->merged = now->version != op->base->version;
		if (asked && x->commit->allow)
			TRY(x->commit->allow(x, op->type, now, NULL, e));
	}
	TRY(merged(x, op, now, &is, e));
	TRY(check_void(x->a, op, now, is, e));
	if (asked && x->commit->allow)
		TRY(x->commit->allow(x, op->type, now, is, e));
	return write_record(p, op, now, is, e);
}

enum rc txn_save(struct txn *x, const struct rec_type *t, const struct rec *base, struct rec *rec,
	uint64_t *id, struct err *e)
{
	struct op op = { .type = t, .base = base, .rec = rec, .id = base ? base->id : 0 };

	if (!base)
		TRY(view_next(x->view, arena_printf(x->a, "id:%s", t->name), &op.id, e));
	if (id)
		*id = op.id;
	return apply_op((struct applying *)x, &op, false, e);
}

enum rc apply_raw(struct snap *w, struct arena *a, struct commit *c, struct op *op,
	const struct rec *now, const struct rec *is, struct err *e)
{
	struct applying p = { .txn = { .view = w, .a = a, .commit = c } };

	return write_record(&p, op, now, is, e);
}

/* ---- all of it ------------------------------------------------------------------------------ */

enum rc apply_derive(struct snap *w, struct arena *a, uint64_t family, struct keeping *sums, struct err *e)
{
	const struct schema *sc = w->s->schema;
	struct lookset set = { 0 };
	struct share share = { 0 };

	TRY(sc->derive(sc->ctx, w, a, family, &set, sums->ours ? &share : NULL, e));
	TRY(sums_tell(w, set.on, e));
	if (share.n)
		TRY(sums_tell(w, share.p[0].from, e));
	return look_apply(w, a, family, &set, &share, &sums->pieces, e);
}

/* Those that own what was written, those it concerns, and those that are owed. */
static enum rc touch_all(struct applying *p, struct families *owed, struct err *e)
{
	struct txn *x = &p->txn;
	const struct schema *sc = x->view->s->schema;
	struct families all = { 0 };

	for (size_t i = 0; sc->concerns && i < x->n; i++)
		TRY(sc->concerns(sc->ctx, x->view, x->a, x->done[i].type, x->done[i].was, x->done[i].is, &all, e));
	for (size_t i = 0; i < all.n; i++)
		touch(x->a, &p->touched, all.p[i]);
	for (size_t i = 0; i < owed->n; i++)
		touch(x->a, &p->touched, owed->p[i]);
	if (p->touched.n > 1)
		qsort(p->touched.p, p->touched.n, sizeof *p->touched.p, by_number);
	return RC_OK;
}

/* By our settings all is derived.  Where the sums are kept by other ones, what is touched stands in no sum until
 * somebody who goes by those comes. */
static enum rc derive_touched(struct applying *p, struct err *e)
{
	struct snap *w = p->txn.view;
	struct keeping sums = { 0 };
	struct families owed = { 0 };
	struct arena a = { 0 };
	enum rc rc = RC_OK;

	if (!w->s->schema->derive || !p->txn.n)
		return RC_OK;
	TRY(sums_ours(w, &sums.ours, e));
	if (sums.ours)
		TRY(snap_owed(w, p->txn.a, &owed, e));
	TRY(touch_all(p, &owed, e));
	for (size_t i = 0; rc == RC_OK && i < p->touched.n; i++) {
		uint64_t family = p->touched.p[i];

		if (i && p->touched.p[i - 1] == family)
			continue;
		rc = apply_derive(w, &a, family, &sums, e);
		if (rc == RC_OK && (!sums.ours || owed.n))
			rc = sums_owe(w, family, !sums.ours, e);
		arena_reset(&a);
	}
	arena_free(&a);
	if (rc == RC_OK)
		rc = pieces_write(w, &sums.pieces, e);
	arena_free(&sums.pieces.a);
	return rc;
}

enum rc apply_commit(struct snap *w, struct arena *a, struct commit *c, struct err *e)
{
	struct applying p = { .txn = { .view = w, .a = a, .commit = c } };
	struct txn *x = &p.txn;

	c->number = 0;
	TRY(write_notes(x, e));
	TRY(number_ops(w, a, c, e));
	for (c->at_op = 0; c->at_op < c->nops; c->at_op++) {
		struct op *op = &c->ops[c->at_op];

		if (op->rec)
			TRY(apply_op(&p, op, true, e));
		else
			TRY(write_entry(x, op, (struct entry *)rec_new(a, &entry_type), e));
	}
	x->nasked = x->n;
	for (x->at = 0; c->after && x->at < x->n; x->at++) {
		struct written d = x->done[x->at]; /* grows while we ask */

		TRY(c->after(x, d.type, d.was, d.is, e));
	}
	TRY(refs_stand(x, e));
	return derive_touched(&p, e);
}
