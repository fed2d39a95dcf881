/* admin.c - looking after the store: recount everything against the records, rebuild what is
 * derived, tell the sizes. */
#include "store/write.h"

#include "base/pinyin.h"
#include "base/str.h"
#include "store/key.h"

#include <stdlib.h>
#include <stdarg.h>
#include <stdio.h>

/* ---- check ---------------------------------------------------------------------------------- */

struct recount {
	struct snap *sn;
	struct arena a;              /* one record at a time */
	void (*say)(void *, str);
	void *arg;
	uint64_t bad;
	uint64_t entries_wanted;     /* index entries the records ask for */
};

static void complain(struct recount *r, const char *fmt, ...) PRINTF(2, 3);
static void complain(struct recount *r, const char *fmt, ...)
{
	char line[400];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(line, sizeof line, fmt, ap);
	va_end(ap);
	r->bad++;
	r->say(r->arg, str_of(line));
}

static const struct rec_type *type_tagged(const struct snap *sn, uint8_t tag)
{
	const struct rec_type *const *t = sn->s->schema->types;

	for (; *t; t++)
		if ((*t)->tag == tag)
			return *t;
	return tag == entry_type.tag ? &entry_type : NULL;
}

static void check_entries(struct recount *r, const struct rec_type *t, const struct rec *rec)
{
	for (size_t i = 0; i < t->nindexes; i++) {
		str key, value;
		MDB_val k, v;

		if (!index_entry(&r->a, t, i, rec, &key, &value))
			continue;
		r->entries_wanted++;
		k = mdb_bytes(key.p, key.n);
		if (mdb_get(r->sn->txn, r->sn->s->db[DB_IDX], &k, &v))
			complain(r, "%s:%llu 不在索引 %s 里", t->name, (unsigned long long)rec->id,
				t->indexes[i].name);
		else if (!str_eq(value, (str){ v.mv_data, (uint32_t)v.mv_size }))
			complain(r, "%s:%llu 在索引 %s 里的内容不对", t->name,
				(unsigned long long)rec->id, t->indexes[i].name);
	}
}

/* What the log says last of a record is what the record must be. */
static void check_against_log(struct recount *r, const struct rec_type *t, const struct rec *rec,
	uint64_t sum)
{
	uint64_t n = log_last_of(r->sn, t, rec->id);
	struct entry *en;
	struct err ignored;

	/* Entries that only tell of a look carry no checksum. */
	while (n && snap_entry(r->sn, &r->a, n, &en, &ignored) == RC_OK && !en->sum.b.n) {
		struct entry **all;
		size_t count, i = 0;

		if (snap_history(r->sn, &r->a, t, rec->id, &all, &count, &ignored) != RC_OK)
			break;
		while (i < count && !all[i]->sum.b.n)
			i++;
		n = i < count ? all[i]->r.id : 0;
	}
	if (!n || snap_entry(r->sn, &r->a, n, &en, &ignored) != RC_OK)
		complain(r, "%s:%llu 在日志里没有来历", t->name, (unsigned long long)rec->id);
	else if (en->version.v != rec->version || en->sum.b.n != SUM ||
		 get_be(en->sum.b.p, SUM) != sum)
		complain(r, "%s:%llu 与它的最后一条日志（第%llu条）对不上", t->name,
			(unsigned long long)rec->id, (unsigned long long)n);
}

static void check_look(struct recount *r, uint64_t family)
{
	const struct schema *sc = r->sn->s->schema;
	struct lookset set = { 0 };
	struct err e;

	if (!sc->derive)
		return;
	if (sc->derive(sc->ctx, r->sn, &r->a, family, &set, &e) != RC_OK ||
		look_verify(r->sn, &r->a, family, &set, r->say, r->arg, &r->bad, &e) != RC_OK)
		complain(r, "family:%llu 的查找行核对不了：%s", (unsigned long long)family, e.msg);
}

static void check_record(struct recount *r, MDB_val k, MDB_val v)
{
	const struct rec_type *t = k.mv_size == REC_KEY
					   ? type_tagged(r->sn, *(unsigned char *)k.mv_data) : NULL;
	str content = { v.mv_data, (uint32_t)v.mv_size };
	uint64_t id = t ? get_be((const char *)k.mv_data + 1, 7) : 0, sum;
	struct rec *rec;
	struct err e;

	if (!t) {
		complain(r, "有一条记录的种类不认得");
		return;
	}
	sum = content.n >= SUM ? get_be(content.p, SUM) : 0;
	if (content.n < SUM || sum != checksum(k.mv_data, k.mv_size, str_from(content, SUM)) ||
		rec_decode(&r->a, t, str_from(content, SUM), &rec, &e) != RC_OK) {
		complain(r, "%s:%llu 的校验不对，内容已损坏", t->name, (unsigned long long)id);
		return;
	}
	rec->id = id;
	check_entries(r, t, rec);
	check_against_log(r, t, rec, sum);
	if (t->owner && !t->owner[0])
		check_look(r, id);
}

static enum rc check_records(struct recount *r, struct err *e)
{
	MDB_cursor *c;
	MDB_val k, v;
	unsigned char last[REC_KEY] = { 0 };
	int rc = mdb_cursor_open(r->sn->txn, r->sn->s->db[DB_REC], &c);

	if (rc)
		return db_fail(r->sn->s, e, rc);
	for (rc = mdb_cursor_get(c, &k, &v, MDB_FIRST); !rc; rc = mdb_cursor_get(c, &k, &v, MDB_NEXT)) {
		if (k.mv_size == REC_KEY) {
			if (memcmp(k.mv_data, last, REC_KEY) <= 0)
				complain(r, "记录的次序乱了，有一页放错了地方");
			memcpy(last, k.mv_data, REC_KEY);
		}
		check_record(r, k, v);
		arena_reset(&r->a);
	}
	mdb_cursor_close(c);
	return rc == MDB_NOTFOUND ? RC_OK : db_fail(r->sn->s, e, rc);
}

/* What the log says was written is there, unless the log also says that it was removed. */
static void check_presence(struct recount *r, const struct entry *en)
{
	const struct rec_type *t = NULL;
	struct err ignored;
	struct rec *rec;
	struct entry **all;
	size_t n;

	for (size_t i = 0; r->sn->s->schema->types[i]; i++)
		if (str_is(en->type, r->sn->s->schema->types[i]->name))
			t = r->sn->s->schema->types[i];
	if (!t || !en->is.b.n ||
	    snap_get(r->sn, &r->a, t, (uint64_t)en->rec_id.v, &rec, &ignored) != RC_NOT_FOUND)
		return;
	if (snap_history(r->sn, &r->a, t, (uint64_t)en->rec_id.v, &all, &n, &ignored) == RC_OK)
		for (size_t i = 0; i < n && all[i]->r.id > en->r.id; i++)
			if (all[i]->was.b.n && !all[i]->is.b.n)
				return;
	complain(r, "日志第%llu条写下的 %s:%llu 不见了", (unsigned long long)en->r.id, t->name,
		(unsigned long long)en->rec_id.v);
}

static enum rc check_log(struct recount *r, struct err *e)
{
	struct arena keep[2] = { { 0 }, { 0 } };
	struct entry *previous = NULL, *en;
	uint64_t last = snap_last_entry(r->sn);
	enum rc rc = RC_OK;

	for (uint64_t n = 1; rc == RC_OK && n <= last; n++) {
		struct arena *a = &keep[n & 1];

		arena_reset(a);
		rc = snap_entry(r->sn, a, n, &en, e);
		if (rc != RC_OK)
			break;
		if (!log_chain_holds(a, previous, en))
			complain(r, "日志第%llu条的链断了：它或它前面的内容被改过", (unsigned long long)n);
		check_entries(r, &entry_type, &en->r);
		check_presence(r, en);
		arena_reset(&r->a);
		previous = en;
	}
	if (rc == RC_NOT_FOUND) {
		complain(r, "日志中间缺了一条");
		rc = RC_OK;
	}
	arena_free(&keep[0]);
	arena_free(&keep[1]);
	return rc;
}

enum rc store_check(struct store *s, void (*say)(void *arg, str line), void *arg, uint64_t *bad,
	struct err *e)
{
	struct recount r = { .say = say, .arg = arg };
	MDB_stat st;
	enum rc rc;

	TRY(snap_open(s, &r.sn, e));
	rc = check_records(&r, e);
	if (rc == RC_OK)
		rc = check_log(&r, e);
	if (rc == RC_OK && !mdb_stat(r.sn->txn, s->db[DB_IDX], &st) &&
		st.ms_entries != r.entries_wanted)
		complain(&r, "索引里有%llu条，按记录数应有%llu条", (unsigned long long)st.ms_entries,
			(unsigned long long)r.entries_wanted);
	if (rc == RC_OK)
		rc = look_sweep(r.sn, &r.a, say, arg, &r.bad, e);
	snap_close(r.sn);
	arena_free(&r.a);
	*bad = r.bad;
	return rc;
}

/* ---- reindex -------------------------------------------------------------------------------- */

static enum rc index_all(struct snap *w, struct arena *a, struct err *e)
{
	MDB_cursor *c;
	MDB_val k, v;
	uint64_t last = snap_last_entry(w);
	enum rc rc = RC_OK;
	int mrc = mdb_cursor_open(w->txn, w->s->db[DB_REC], &c);

	if (mrc)
		return db_fail(w->s, e, mrc);
	for (mrc = mdb_cursor_get(c, &k, &v, MDB_FIRST); rc == RC_OK && !mrc;
		mrc = mdb_cursor_get(c, &k, &v, MDB_NEXT)) {
		const struct rec_type *t = type_tagged(w, *(unsigned char *)k.mv_data);
		struct rec *r;

		if (!t || k.mv_size != REC_KEY)
			continue;
		rc = snap_get(w, a, t, get_be((const char *)k.mv_data + 1, 7), &r, e);
		if (rc == RC_OK)
			rc = index_update(w, a, t, NULL, r, e);
		arena_reset(a);
	}
	mdb_cursor_close(c);
	for (uint64_t n = 1; rc == RC_OK && n <= last; n++) {
		struct entry *en;

		rc = snap_entry(w, a, n, &en, e);
		if (rc == RC_OK)
			rc = index_update(w, a, &entry_type, NULL, &en->r, e);
		arena_reset(a);
	}
	return rc;
}

struct family_walk { struct snap *w; struct arena *a; struct err *e; enum rc rc; };

static bool derive_one(void *arg, uint64_t id)
{
	struct family_walk *f = arg;

	f->rc = apply_derive(f->w, f->a, id, f->e);
	arena_reset(f->a);
	return f->rc == RC_OK;
}

static enum rc rebuild(struct snap *w, void *arg, struct err *e)
{
	static const enum db derived[] = { DB_IDX, DB_OWN, DB_LOOK };
	const struct rec_type *const *t = w->s->schema->types;
	struct arena a = { 0 };
	struct buf b = { .a = &a };
	MDB_val k = mdb_bytes("pinyin", 6), v;
	enum rc rc;

	(void)arg;
	for (size_t i = 0; i < COUNT(derived); i++) {
		int mrc = mdb_drop(w->txn, w->s->db[derived[i]], 0);

		if (mrc)
			return db_fail(w->s, e, mrc);
	}
	put_be(&b, PINYIN_VERSION, 8);
	v = mdb_bytes(b.p, b.n);
	if (mdb_put(w->txn, w->s->db[DB_META], &k, &v, 0))
		return fail(e, RC_IO, "重建索引时写不进去");
	rc = index_all(w, &a, e);
	for (; rc == RC_OK && *t; t++)
		if ((*t)->owner && !(*t)->owner[0]) {
			struct family_walk f = { w, &a, e, RC_OK };

			rc = snap_each(w, *t, 1, derive_one, &f, e);
			if (rc == RC_OK)
				rc = f.rc;
		}
	arena_free(&a);
	return rc;
}

enum rc store_reindex(struct store *s, struct err *e)
{
	return store_write(s, rebuild, NULL, e);
}

enum rc store_stat(struct store *s, struct store_stat *out, struct err *e)
{
	MDB_envinfo info;
	MDB_stat st;
	struct snap *sn;

	*out = (struct store_stat){ 0 };
	TRY(snap_open(s, &sn, e));
	if (!mdb_stat(sn->txn, s->db[DB_REC], &st))
		out->records = st.ms_entries;
	out->entries = snap_last_entry(sn);
	mdb_env_info(s->env, &info);
	mdb_env_stat(s->env, &st);
	out->bytes_file = (info.me_last_pgno + 1) * st.ms_psize;
	for (int i = 0; i < DB_COUNT; i++)
		if (!mdb_stat(sn->txn, s->db[i], &st))
			out->bytes_used += (st.ms_branch_pages + st.ms_leaf_pages + st.ms_overflow_pages) *
					   (uint64_t)st.ms_psize;
	out->readers = info.me_numreaders;
	snap_close(sn);
	return RC_OK;
}
