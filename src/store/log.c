/* log.c - the audit log: append-only, one entry an operation, each bound to the one before it by a
 * hash; a record type like any other. */
#include "store/write.h"

#include "base/str.h"
#include "store/key.h"

#include <sodium.h>

enum { CHAIN = 32, ENTRY_TAG = 250 };

static const struct field entry_fields[] = {
	FIELD(entry, 1, commit, .label = "批次", .flags = F_COMPUTED),
	FIELD(entry, 2, at, .label = "时间", .flags = F_COMPUTED),
	FIELD(entry, 3, who, .label = "何人", .flags = F_COMPUTED),
	FIELD(entry, 4, from, .label = "来自", .flags = F_COMPUTED),
	FIELD(entry, 5, act, .label = "操作", .of = "AUDIT", .flags = F_COMPUTED),
	FIELD(entry, 6, why, .label = "说明", .flags = F_COMPUTED),
	FIELD(entry, 7, type, .label = "记录种类", .flags = F_COMPUTED),
	FIELD(entry, 8, rec_id, .label = "记录号", .flags = F_COMPUTED),
	FIELD(entry, 9, version, .label = "版本", .flags = F_COMPUTED),
	FIELD(entry, 10, was, .label = "原来", .flags = F_COMPUTED),
	FIELD(entry, 11, is, .label = "现在", .flags = F_COMPUTED),
	FIELD(entry, 12, undoes, .label = "撤销批次", .flags = F_COMPUTED),
	FIELD(entry, 13, sum, .label = "校验", .flags = F_COMPUTED),
	FIELD(entry, 14, chain, .label = "链", .flags = F_COMPUTED),
	FIELD(entry, 15, reason, .label = "原因", .of = "LOOK_WHY", .flags = F_COMPUTED),
	FIELD(entry, 16, part, .label = "其中", .flags = F_COMPUTED),
};

static const struct index entry_indexes[] = {
	{ .name = "record", .key = { "type", "rec_id" } },
	{ .name = "who", .key = { "who", "commit" }, .cover = { "undoes", "version" } },
};

const struct rec_type entry_type = REC_TYPE(entry, ENTRY_TAG, "日志", .indexes = entry_indexes,
	.nindexes = COUNT(entry_indexes), .title = "who");

/* The hash over the previous chain and this entry without its own. */
static str chain_of(struct arena *a, str previous, struct entry *en)
{
	unsigned char *out = arena_new(a, CHAIN);
	crypto_generichash_state st;
	str body;

	en->chain.b = (str){ 0 };
	body = rec_encode(a, &entry_type, &en->r);
	crypto_generichash_init(&st, NULL, 0, CHAIN);
	crypto_generichash_update(&st, (const unsigned char *)previous.p, previous.n);
	crypto_generichash_update(&st, (const unsigned char *)body.p, body.n);
	crypto_generichash_final(&st, out, CHAIN);
	return (str){ (char *)out, CHAIN };
}

enum rc snap_last_entry(struct snap *sn, uint64_t *n, struct err *e)
{
	MDB_cursor *c;
	MDB_val k, v;
	int rc = mdb_cursor_open(sn->txn, sn->s->db[DB_LOG], &c);

	*n = 0;
	if (rc)
		return db_fail(sn->s, e, rc);
	rc = mdb_cursor_get(c, &k, &v, MDB_LAST);
	if (!rc && k.mv_size != 8)
		rc = MDB_CORRUPTED;
	if (!rc)
		*n = get_be(k.mv_data, 8);
	mdb_cursor_close(c);
	return !rc || rc == MDB_NOTFOUND ? RC_OK : db_fail(sn->s, e, rc);
}

enum rc snap_entry(struct snap *sn, struct arena *a, uint64_t number, struct entry **out,
	struct err *e)
{
	struct buf b = { .a = a };
	struct rec *r;
	MDB_val k, v;
	int rc;

	put_be(&b, number, 8);
	k = mdb_bytes(b.p, b.n);
	if ((rc = mdb_get(sn->txn, sn->s->db[DB_LOG], &k, &v)))
		return rc == MDB_NOTFOUND ? fail(e, RC_NOT_FOUND, "日志里没有第%llu条",
						    (unsigned long long)number)
					  : db_fail(sn->s, e, rc);
	TRY(rec_decode(a, &entry_type, arena_str(a, (str){ v.mv_data, (uint32_t)v.mv_size }), &r, e));
	r->id = number;
	*out = (struct entry *)r;
	return RC_OK;
}

enum rc log_append(struct snap *w, struct arena *a, struct entry *en, struct err *e)
{
	struct entry *last = NULL;
	struct buf b = { .a = a };
	uint64_t n;
	MDB_val k, v;
	str bytes_;
	int rc;

	TRY(snap_last_entry(w, &n, e));
	if (n)
		TRY(snap_entry(w, a, n, &last, e));
	en->r.id = n + 1;
	en->r.version = 1;
	if (!en->commit.set)
		en->commit = (num){ true, (int64_t)(n + 1) };
	en->chain.b = chain_of(a, last ? last->chain.b : S(""), en);
	bytes_ = rec_encode(a, &entry_type, &en->r);
	put_be(&b, n + 1, 8);
	k = mdb_bytes(b.p, b.n);
	v = mdb_bytes(bytes_.p, bytes_.n);
	if ((rc = mdb_put(w->txn, w->s->db[DB_LOG], &k, &v, MDB_APPEND)))
		return db_fail(w->s, e, rc);
	return index_update(w, a, &entry_type, NULL, &en->r, e);
}

/* ---- history of a record -------------------------------------------------------------------- */

struct numbers { struct arena *a; uint64_t *n; size_t count, cap; };

static bool add_number(void *arg, uint64_t id, const val *v)
{
	struct numbers *l = arg;

	(void)v;
	if (l->count == l->cap) {
		uint64_t *more = ARENA_ARRAY(l->a, uint64_t, l->cap = l->cap * 2 + 16);

		if (l->count)
			memcpy(more, l->n, l->count * sizeof *more);
		l->n = more;
	}
	l->n[l->count++] = id;
	return true;
}

enum rc snap_history(struct snap *sn, struct arena *a, const struct rec_type *t, uint64_t id,
	struct entry ***out, size_t *n, struct err *e)
{
	val prefix[] = { { true, 0, str_of(t->name) }, { true, (int64_t)id, { 0 } } };
	struct numbers l = { .a = a };

	TRY(snap_walk(sn,
		&(struct walk){ .type = &entry_type, .index = "record", .prefix = prefix,
			.nprefix = 2, .backward = true, .each = add_number, .arg = &l },
		e));
	*out = ARENA_ARRAY(a, struct entry *, l.count);
	for (*n = 0; *n < l.count; (*n)++)
		TRY(snap_entry(sn, a, l.n[*n], &(*out)[*n], e));
	return RC_OK;
}

static bool first_number(void *arg, uint64_t id, const val *v)
{
	(void)v;
	*(uint64_t *)arg = id;
	return false;
}

enum rc log_last_of(struct snap *sn, const struct rec_type *t, uint64_t id, uint64_t *number,
	struct err *e)
{
	val prefix[] = { { true, 0, str_of(t->name) }, { true, (int64_t)id, { 0 } } };

	*number = 0;
	return snap_walk(sn,
		&(struct walk){ .type = &entry_type, .index = "record", .prefix = prefix,
			.nprefix = 2, .backward = true, .each = first_number, .arg = number },
		e);
}

bool log_chain_holds(struct arena *a, const struct entry *previous, struct entry *en)
{
	str kept = en->chain.b;
	bool same = str_eq(chain_of(a, previous ? previous->chain.b : S(""), en), kept);

	en->chain.b = kept;
	return same;
}
