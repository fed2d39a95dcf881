/* check.c - recounting everything against the records and the log, in a process of its own. */
#include "store/check_impl.h"
#include "store/counter.h"
#include "store/key.h"

#include "base/str.h"

#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

void complain(struct recount *r, const char *fmt, ...)
{
	struct arena a = { 0 };
	va_list ap;

	va_start(ap, fmt);
	r->bad++;
	r->say(r->arg, arena_vprintf(&a, fmt, ap));
	va_end(ap);
	arena_free(&a);
}

void complain_mdb(struct recount *r, const char *where, int rc)
{
	struct err e;

	db_fail(r->sn->s, &e, rc);
	complain(r, "%s：%s；后面的没有查到", where, e.msg);
}

/* ---- tables --------------------------------------------------------------------------------- */

static const char *const table_names[DB_COUNT] = { "计数器", "记录", "索引", "查找行", "查找索引", "日志" };

/* Keys ascend, and there are as many as the table says: a page of another place would show. */
static void check_table(struct recount *r, int db)
{
	MDB_txn *txn = r->sn->txn;
	struct buf last = { .a = &r->all };
	uint64_t n = 0, misplaced = 0, spare = 0;
	MDB_cursor *c;
	MDB_val k, v;
	MDB_stat st;
	int rc = mdb_cursor_open(txn, r->sn->s->db[db], &c);

	if (rc) {
		complain_mdb(r, table_names[db], rc);
		return;
	}
	for (rc = mdb_cursor_get(c, &k, &v, MDB_FIRST); !rc; rc = mdb_cursor_get(c, &k, &v, MDB_NEXT)) {
		size_t common = last.n < k.mv_size ? last.n : k.mv_size;
		int order = !n ? -1 : common ? memcmp(last.p, k.mv_data, common) : 0;

		n++;
		misplaced += order > 0 || (order == 0 && last.n >= k.mv_size);
		spare += on_spare(r, &k) || on_spare(r, &v);
		last.n = 0;
		buf_put(&last, k.mv_data, k.mv_size);
	}
	mdb_cursor_close(c);
	if (rc == MDB_NOTFOUND)
		rc = mdb_stat(txn, r->sn->s->db[db], &st);
	if (rc)
		complain_mdb(r, table_names[db], rc);
	else if (st.ms_entries != n)
		complain(r, "%s应有%zu条，实有%" PRIu64 "条", table_names[db], st.ms_entries, n);
	if (misplaced)
		complain(r, "%s的次序乱了，有一页放错了地方", table_names[db]);
	if (spare)
		complain(r, "空页表损坏：%s里有%" PRIu64 "条放在空页上", table_names[db], spare);
}

/* ---- one record ----------------------------------------------------------------------------- */

void check_entries(struct recount *r, const struct rec_type *t, const struct rec *rec)
{
	for (size_t i = 0; i < t->nindexes; i++) {
		str key, value;
		MDB_val k, v;
		int rc;

		if (!index_entry(&r->a, t, i, rec, &key, &value))
			continue;
		r->entries_wanted++;
		k = mdb_bytes(key.p, key.n);
		if ((rc = mdb_get(r->sn->txn, r->sn->s->db[DB_IDX], &k, &v)))
			complain(r, "%s:%" PRIu64 " 不在索引 %s 里%s", t->name, rec->id, t->indexes[i].name,
				rc == MDB_NOTFOUND ? "" : "，索引有损坏");
		else if (!str_eq(value, (str){ v.mv_data, (uint32_t)v.mv_size }))
			complain(r, "%s:%" PRIu64 " 在索引 %s 里的内容不对", t->name, rec->id,
				t->indexes[i].name);
	}
}

/* The last entry that wrote the record; those that only tell of a look carry no checksum.  NULL:
 * there is none. */
static enum rc last_written(struct recount *r, const struct rec_type *t, uint64_t id,
	struct entry **out, struct err *e)
{
	struct entry **all;
	size_t count;
	uint64_t n;

	*out = NULL;
	TRY(log_last_of(r->sn, t, id, &n, e));
	if (!n)
		return RC_OK;
	TRY(snap_entry(r->sn, &r->a, n, out, e));
	if ((*out)->sum.b.n)
		return RC_OK;
	TRY(snap_history(r->sn, &r->a, t, id, &all, &count, e));
	*out = NULL;
	for (size_t i = 0; i < count && !*out; i++)
		if (all[i]->sum.b.n)
			*out = all[i];
	return RC_OK;
}

/* What the log says last of a record is what the record must be. */
static void check_against_log(struct recount *r, const struct rec_type *t, const struct rec *rec,
	uint64_t sum)
{
	struct entry *en;
	struct err e;

	if (last_written(r, t, rec->id, &en, &e) != RC_OK)
		complain(r, "%s:%" PRIu64 " 的来历查不了：%s", t->name, rec->id, e.msg);
	else if (!en)
		complain(r, "%s:%" PRIu64 " 在日志里没有来历", t->name, rec->id);
	else if (en->version.v != rec->version || en->sum.b.n != SUM || get_be(en->sum.b.p, SUM) != sum)
		complain(r, "%s:%" PRIu64 " 与它的最后一条日志（第%" PRIu64 "条）对不上", t->name, rec->id,
			en->r.id);
}

static void check_ref(struct recount *r, const struct rec_type *t, const struct rec *rec,
	const struct field *f, uint64_t id)
{
	const struct rec_type *to = type_named(r->sn, str_of(f->of));
	unsigned char key[REC_KEY];
	MDB_val k = mdb_bytes(key, sizeof key), v;
	int rc = MDB_NOTFOUND;
	bool gone = false;
	struct err e; /* then it is as if the log did not say so */

	if (to && id < REF_OP(0)) {
		key_rec(key, to, id);
		rc = mdb_get(r->sn->txn, r->sn->s->db[DB_REC], &k, &v);
	}
	if (rc == MDB_NOTFOUND && to && is_gone(r, to, id, 0, &gone, &e) == RC_OK && gone)
		return;
	if (rc == MDB_NOTFOUND)
		complain(r, "%s:%" PRIu64 " 的“%s”（%s）指向 %s:%" PRIu64 "，没有这条记录", t->name, rec->id,
			f->label, f->name, f->of, id);
	else if (rc)
		complain(r, "%s:%" PRIu64 " 的“%s”（%s）指向 %s:%" PRIu64 "，那里有损坏", t->name, rec->id,
			f->label, f->name, f->of, id);
}

static void check_refs(struct recount *r, const struct rec_type *t, const struct rec *rec)
{
	for EACH_FIELD(f, t) {
		val v = field_get(f, rec);
		str rest = v.s, word;
		int64_t id;

		if (f->kind == K_REF && v.set)
			check_ref(r, t, rec, f, (uint64_t)v.n);
		while (f->kind == K_REFS && str_word(&rest, &word))
			check_ref(r, t, rec, f, str_int(word, &id) && id > 0 ? (uint64_t)id : REF_OP(0));
	}
}

static bool is_owed(const struct recount *r, uint64_t family)
{
	for (size_t i = 0; i < r->owed.n; i++)
		if (r->owed.p[i] == family)
			return true;
	return false;
}

static void check_look(struct recount *r, uint64_t family)
{
	const struct schema *sc = r->sn->s->schema;
	struct lookset set = { 0 };
	struct share share = { 0 }; /* of what is owed there is none */
	struct err e;

	if (!sc->derive)
		return;
	if (look_day(r->sn, &r->a, family, &set.on, &e) != RC_OK ||
	    sc->derive(sc->ctx, r->sn, &r->a, family, &set,
		    r->counted && !is_owed(r, family) ? &share : NULL, &e) != RC_OK ||
	    look_verify(r->sn, &r->a, family, &set, r->counted ? &share : NULL, r->say, r->arg, &r->bad, &e) != RC_OK)
		complain(r, "family:%" PRIu64 " 的查找行核对不了：%s", family, e.msg);
	pieces_change(&r->sums, &(struct share){ 0 }, &share);
}

enum rc see_number(void *arg, str name, uint64_t n, struct err *e)
{
	struct recount *r = arg;
	struct behind *b = r->behind;
	uint64_t have;

	TRY(counter_value(r->sn, name, &have, e));
	if (n <= have)
		return RC_OK;
	while (b && !str_eq(b->name, name))
		b = b->next;
	if (!b) {
		b = ARENA_NEW(&r->all, struct behind);
		*b = (struct behind){ arena_str(&r->all, name), n, r->behind };
		r->behind = b;
	}
	if (n > b->most)
		b->most = n;
	return RC_OK;
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
		complain(r, "%s:%" PRIu64 " 的校验不对，内容已损坏", t->name, id);
		return;
	}
	rec->id = id;
	check_entries(r, t, rec);
	check_against_log(r, t, rec, sum);
	check_refs(r, t, rec);
	if (counter_each(r->sn->s->schema, &r->a, t, rec, see_number, r, &e) != RC_OK)
		complain(r, "%s:%" PRIu64 " 的计数器查不了：%s", t->name, id, e.msg);
	if (t->owner && !t->owner[0])
		check_look(r, id);
}

static void check_records(struct recount *r)
{
	MDB_cursor *c;
	MDB_val k, v;
	int rc = mdb_cursor_open(r->sn->txn, r->sn->s->db[DB_REC], &c);

	if (rc) {
		complain_mdb(r, "记录", rc);
		return;
	}
	for (rc = mdb_cursor_get(c, &k, &v, MDB_FIRST); !rc; rc = mdb_cursor_get(c, &k, &v, MDB_NEXT)) {
		check_record(r, k, v);
		arena_reset(&r->a);
	}
	mdb_cursor_close(c);
	if (rc != MDB_NOTFOUND)
		complain_mdb(r, "记录", rc);
}

/* Look-up rows are kept for families that there are. */
static void check_own(struct recount *r)
{
	MDB_cursor *c;
	MDB_val k, v, found;
	int rc = mdb_cursor_open(r->sn->txn, r->sn->s->db[DB_OWN], &c);

	if (rc) {
		complain_mdb(r, table_names[DB_OWN], rc);
		return;
	}
	for (rc = mdb_cursor_get(c, &k, &v, MDB_FIRST); !rc; rc = mdb_cursor_get(c, &k, &v, MDB_NEXT)) {
		uint64_t id = k.mv_size == 8 ? get_be(k.mv_data, 8) : 0;
		bool there = false;

		for (const struct rec_type *const *t = r->sn->s->schema->types; *t; t++) {
			unsigned char key[REC_KEY];
			MDB_val rec = mdb_bytes(key, sizeof key);

			if (!(*t)->owner || (*t)->owner[0])
				continue;
			key_rec(key, *t, id);
			there |= mdb_get(r->sn->txn, r->sn->s->db[DB_REC], &rec, &found) == 0;
		}
		if (!there)
			complain(r, "查找行是给 family:%" PRIu64 " 的，没有这条记录", id);
	}
	mdb_cursor_close(c);
	if (rc != MDB_NOTFOUND)
		complain_mdb(r, table_names[DB_OWN], rc);
}

/* ---- all of it ------------------------------------------------------------------------------ */

static enum rc check_all(struct store *s, struct recount *r, struct err *e)
{
	uint64_t before;
	MDB_stat st;
	int rc;

	TRY(snap_open(s, &r->sn, e));
	check_pages(r);
	for (int db = 0; db < DB_COUNT; db++)
		check_table(r, db);
	before = r->bad;
	TRY(sums_ours(r->sn, &r->counted, e));
	TRY(snap_owed(r->sn, &r->all, &r->owed, e));
	check_records(r);
	check_own(r);
	check_log(r);
	if ((rc = mdb_stat(r->sn->txn, s->db[DB_IDX], &st)))
		complain_mdb(r, "索引", rc);
	else if (r->bad == before && st.ms_entries != r->entries_wanted)
		complain(r, "索引里有%zu条，按记录数应有%" PRIu64 "条", st.ms_entries, r->entries_wanted);
	if (look_sweep(r->sn, r->say, r->arg, &r->bad, e) != RC_OK)
		complain(r, "查找索引读不下去：%s", e->msg);
	if (r->counted && pieces_verify(r->sn, &r->sums, r->say, r->arg, &r->bad, e) != RC_OK)
		complain(r, "看板合计读不下去：%s", e->msg);
	for (struct behind *b = r->behind; b; b = b->next)
		complain(r, "计数器 %.*s 落后于记录（已用到 %" PRIu64 "）；请运行 qinqing reindex",
			STR_FMT(b->name), b->most);
	snap_close(r->sn);
	return RC_OK;
}

/* ---- in a process of its own ---------------------------------------------------------------- */

/* One finding a line; a line that begins with a 1 says why it could not even begin. */
enum { LINE_FINDING = '0', LINE_FAULT = '1' };

static void tell(void *arg, str line)
{
	FILE *f = arg;

	fprintf(f, "%c%.*s\n", LINE_FINDING, STR_FMT(line));
	fflush(f); /* what is known is known even if the next step is our last */
}

static void check_in_child(const struct store *parent, int fd)
{
	FILE *out = fdopen(fd, "w");
	struct arena a = { 0 };
	struct store_opts opts = { .dir = parent->dir, .read_only = true, .schema = parent->schema };
	struct recount r = { .say = tell, .arg = out, .page_size = 4096 };
	struct store *s;
	struct err e;

	if (!out)
		_exit(1);
	/* LMDB's environment does not survive a fork: one of our own. */
	if (store_open(&a, &opts, &s, &e) != RC_OK || check_all(s, &r, &e) != RC_OK)
		fprintf(out, "%c%s\n", LINE_FAULT, e.msg);
	_exit(fclose(out) ? 1 : 0);
}

/* All that the child tells. */
static str hear(struct arena *a, int fd)
{
	struct buf b = { .a = a };
	char part[4096];
	ssize_t n;

	while ((n = read(fd, part, sizeof part)) > 0 || (n < 0 && errno == EINTR))
		if (n > 0)
			buf_put(&b, part, (size_t)n);
	return buf_view(&b);
}

static enum rc judge_end(int status, struct arena *a, void (*say)(void *arg, str line), void *arg,
	uint64_t *bad, struct err *e)
{
	if (WIFSIGNALED(status)) {
		++*bad;
		say(arg, arena_printf(a, "读到损坏的地方，检查停下了（%s）；后面的没有查到",
			strsignal(WTERMSIG(status))));
	} else if (WEXITSTATUS(status)) {
		return fail(e, RC_IO, "检查没有做完（进程以%d结束）", WEXITSTATUS(status));
	}
	return RC_OK;
}

enum rc store_check(struct store *s, void (*say)(void *arg, str line), void *arg, uint64_t *bad,
	struct err *e)
{
	struct arena a = { 0 };
	int p[2], status = 0;
	enum rc rc = RC_OK;
	str told, line;
	pid_t pid;

	*bad = 0;
	if (pipe(p) != 0)
		return fail(e, RC_IO, "检查不了：%s", strerror(errno));
	fflush(NULL); /* else the child would print it once more */
	pid = fork();
	if (pid == 0) {
		close(p[0]);
		check_in_child(s, p[1]);
	}
	close(p[1]);
	told = hear(&a, p[0]);
	close(p[0]);
	if (pid < 0)
		rc = fail(e, RC_IO, "检查不了：%s", strerror(errno));
	while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	while (rc == RC_OK && str_cut(&told, '\n', &line)) {
		if (line.n && line.p[0] == LINE_FAULT) {
			rc = fail(e, RC_IO, "%.*s", STR_FMT(str_from(line, 1)));
		} else if (line.n) {
			++*bad;
			say(arg, str_from(line, 1));
		}
	}
	if (rc == RC_OK)
		rc = judge_end(status, &a, say, arg, bad, e);
	arena_free(&a);
	return rc;
}
