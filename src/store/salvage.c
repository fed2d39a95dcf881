/* salvage.c - what of a damaged file goes into a new store: of each record the newest version that there is, of the log
 * what its chain holds; a record that is gone is put together from the log when that gives the checksum it should have. */
#include "store/salvage.h"

#include "base/str.h"
#include "store/env.h"
#include "store/key.h"
#include "store/scan.h"

#include <inttypes.h>
#include <stdlib.h>

/* What an entry of the log says of a record. */
struct told {
	uint8_t tag;
	uint32_t version;
	uint64_t id, sum;
	const struct found *entry;
	bool removes; /* a program of old times took it away */
};

/* A record of the new store. */
struct kept { const struct rec_type *type; uint64_t id, sum; uint32_t version; str value; bool told; };
struct gap { uint64_t first, last; }; /* of the log */
struct gone { const struct rec_type *type; uint64_t id; };

struct rescue {
	struct snap *w;
	struct arena all, one;
	struct scan sc;
	struct { VEC(struct found); } log;       /* by number, one each */
	struct { VEC(struct told); } told;       /* by record and number of the entry */
	struct { VEC(struct kept); } kept;       /* by tag and id */
	struct { VEC(struct gone); } gone;
	struct { VEC(struct gap); } gaps;
	void (*say)(void *, str);
	void *arg;
	struct salvaged *out;
};

static void lose(struct rescue *r, uint64_t n, str line)
{
	r->out->lost += n;
	r->say(r->arg, line);
}

/* ---- the log -------------------------------------------------------------------------------- */

struct chains { VEC(str); };

/* The chains that were read at the places of one number, good or not: the next one tells which. */
static void read_chains(struct rescue *r, struct arena *a, const struct found *f, size_t n, struct chains *out)
{
	struct entry *en;

	for (size_t i = 0; i < n; i++)
		if (scan_entry(&r->sc, a, &f[i], &en))
			*vec_add(a, out) = en->chain.b;
}

/* Does that entry go on from this one? */
static bool leads_to(struct rescue *r, const struct found *f, const struct found *next)
{
	struct entry *en, *after;

	return scan_entry(&r->sc, &r->one, f, &en) && scan_entry(&r->sc, &r->one, next, &after) &&
		log_chain_holds(&r->one, en, after);
}

/* The first after a gap: its number is its own when a commit begins with it or the next one goes on from it. */
static bool stands_alone(struct rescue *r, const struct found *f, const struct entry *en)
{
	const struct found *end = r->sc.entries.p + r->sc.entries.n;

	if ((uint64_t)en->commit.v == f->id)
		return true;
	for (const struct found *next = f; next < end && next->id <= f->id + 1; next++)
		if (next->id == f->id + 1 && leads_to(r, f, next))
			return true;
	return false;
}

static bool follows(struct rescue *r, const struct found *f, const struct chains *before)
{
	struct entry previous = { 0 }, *en;

	if (!scan_entry(&r->sc, &r->one, f, &en))
		return false;
	if (f->id == 1)
		return log_chain_holds(&r->one, NULL, en);
	for (size_t i = 0; i < before->n; i++) {
		previous.chain.b = before->p[i];
		if (log_chain_holds(&r->one, &previous, en))
			return true;
	}
	return !before->n && stands_alone(r, f, en);
}

static size_t same_number(const struct rescue *r, size_t from)
{
	size_t n = 1;

	while (from + n < r->sc.entries.n && r->sc.entries.p[from + n].id == r->sc.entries.p[from].id)
		n++;
	return n;
}

/* Of each number those that follow from the one before. */
static void prove_forward(struct rescue *r, bool *good)
{
	struct arena pages[2] = { { 0 }, { 0 } };
	struct chains before = { 0 };
	uint64_t last = 0;

	for (size_t i = 0, n, turn = 0; i < r->sc.entries.n; i += n, turn ^= 1) {
		const struct found *f = &r->sc.entries.p[i];

		n = same_number(r, i);
		if (f->id != last + 1)
			before = (struct chains){ 0 };
		for (size_t k = 0; k < n; k++)
			good[i + k] = follows(r, &f[k], &before);
		arena_reset(&pages[turn]);
		before = (struct chains){ 0 };
		read_chains(r, &pages[turn], f, n, &before);
		last = f->id;
		arena_reset(&r->one);
	}
	arena_free(&pages[0]);
	arena_free(&pages[1]);
}

/* A change that was never finished may have left an entry of the same number: the one that the log went on from. */
static void choose_backward(struct rescue *r, const bool *good)
{
	const struct found *next = NULL;

	for (size_t end = r->sc.entries.n; end;) {
		const struct found *f = &r->sc.entries.p[end - 1], *best = NULL;
		size_t from = end;

		while (from && r->sc.entries.p[from - 1].id == f->id)
			from--;
		for (size_t i = from; i < end; i++)
			if (good[i] && (!best || (next && next->id == f->id + 1 && leads_to(r, &r->sc.entries.p[i], next))))
				best = &r->sc.entries.p[i];
		if (best)
			*vec_add(&r->all, &r->log) = *best;
		next = best ? best : NULL;
		end = from;
		arena_reset(&r->one);
	}
}

static void choose_log(struct rescue *r)
{
	bool *good = arena_new(&r->all, r->sc.entries.n + 1);
	uint64_t last = 0;

	prove_forward(r, good);
	choose_backward(r, good);
	for (size_t i = 0; i < r->log.n / 2; i++) {
		struct found f = r->log.p[i];

		r->log.p[i] = r->log.p[r->log.n - 1 - i];
		r->log.p[r->log.n - 1 - i] = f;
	}
	for (size_t i = 0; i < r->log.n; last = r->log.p[i++].id)
		if (r->log.p[i].id != last + 1) {
			*vec_add(&r->all, &r->gaps) = (struct gap){ last + 1, r->log.p[i].id - 1 };
			lose(r, r->log.p[i].id - last - 1, arena_printf(&r->all, "丢了：日志第%" PRIu64 "到%" PRIu64 "条", last + 1,
				r->log.p[i].id - 1));
		}
}

static int by_record(const void *x, const void *y)
{
	const struct told *a = x, *b = y;

	if (a->tag != b->tag)
		return a->tag < b->tag ? -1 : 1;
	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	return a->entry->id < b->entry->id ? -1 : a->entry->id > b->entry->id;
}

static void hear_log(struct rescue *r)
{
	for (size_t i = 0; i < r->log.n; i++) {
		const struct rec_type *t;
		struct entry *en;

		if (scan_entry(&r->sc, &r->one, &r->log.p[i], &en) && (t = type_named(r->w, en->type)) && en->rec_id.v > 0 &&
			(en->is.b.n || en->was.b.n || en->sum.b.n))
			*vec_add(&r->all, &r->told) = (struct told){ .tag = t->tag, .version = (uint32_t)en->version.v,
				.id = (uint64_t)en->rec_id.v, .sum = en->sum.b.n == SUM ? get_be(en->sum.b.p, SUM) : 0,
				.entry = &r->log.p[i], .removes = !en->sum.b.n && !en->is.b.n };
		arena_reset(&r->one);
	}
	if (r->told.n)
		qsort(r->told.p, r->told.n, sizeof *r->told.p, by_record);
}

/* ---- one record ----------------------------------------------------------------------------- */

static void overlay(const struct rec_type *t, struct rec *r, const struct rec *was, const struct rec *is)
{
	for EACH_FIELD(f, t) {
		val now = is ? field_get(f, is) : (val){ 0 };

		if (now.set || (was && field_get(f, was).set))
			field_set(f, r, now);
	}
}

/* All that the log tells of it, one after the other, is the record that was stored last - or its checksum says no. */
static bool rebuild(struct rescue *r, const struct rec_type *t, const struct told *told, size_t n, struct rec **out,
	str *value)
{
	struct arena *a = &r->all;
	unsigned char key[REC_KEY];
	struct buf b = { .a = a };
	str content;

	*out = rec_new(a, t);
	for (size_t i = 0; i < n; i++) {
		struct rec *was = NULL, *is = NULL;
		struct entry *en;
		struct err e; /* then the sum does not fit */

		if (!scan_entry(&r->sc, a, told[i].entry, &en) ||
			(en->was.b.n && rec_decode(a, t, en->was.b, &was, &e) != RC_OK) ||
			(en->is.b.n && rec_decode(a, t, en->is.b, &is, &e) != RC_OK))
			return false;
		overlay(t, *out, was, is);
		(*out)->version = told[i].version;
	}
	(*out)->id = told->id;
	content = rec_encode(a, t, *out);
	key_rec(key, t, told->id);
	if (checksum(key, sizeof key, content) != told[n - 1].sum)
		return false;
	put_be(&b, told[n - 1].sum, SUM);
	buf_str(&b, content);
	*value = buf_view(&b);
	return true;
}

static bool keep(struct rescue *r, const struct rec_type *t, const struct found *f, const struct told *last)
{
	struct kept k = { .type = t, .id = f->id, .version = f->version };

	if (!scan_value(&r->sc, &r->all, f, &k.value))
		return false;
	k.sum = get_be(k.value.p, SUM);
	k.told = last && last->version == k.version && last->sum == k.sum;
	*vec_add(&r->all, &r->kept) = k;
	return true;
}

/* The newest; of two that call themselves the same, the one the log knows. */
static const struct found *newest(struct rescue *r, const struct found *f, size_t n, const struct told *told, size_t ntold)
{
	const struct found *best = n ? &f[n - 1] : NULL;

	for (size_t i = n; i-- > 0 && f[i].version == best->version;)
		for (size_t k = 0; k < ntold; k++) {
			str value;

			if (told[k].version == f[i].version && scan_value(&r->sc, &r->one, &f[i], &value) &&
				get_be(value.p, SUM) == told[k].sum)
				return &f[i];
		}
	return best;
}

static void settle(struct rescue *r, const struct rec_type *t, const struct found *f, size_t n, const struct told *told,
	size_t ntold)
{
	const struct told *last = ntold ? &told[ntold - 1] : NULL;
	const struct found *best = newest(r, f, n, told, ntold);
	uint64_t id = best ? best->id : last->id;
	struct rec *rec = NULL;
	uint64_t owner;
	str value;

	arena_reset(&r->one);
	if (last && last->removes)
		return;
	if (best && (!last || best->version >= last->version) && keep(r, t, best, last))
		return;
	if (last && rebuild(r, t, told, ntold, &rec, &value)) {
		*vec_add(&r->all, &r->kept) = (struct kept){ t, id, last->sum, last->version, value, true };
		r->out->rebuilt++;
		return;
	}
	if (best && keep(r, t, best, last)) {
		lose(r, 1, arena_printf(&r->all, "旧的：%s %s:%" PRIu64 " 只有第%u版，日志里最后是第%u版", t->label, t->name, id,
			best->version, last->version));
		return;
	}
	owner = rec && t->owner && t->owner[0] ? (uint64_t)rec_get(t, rec, t->owner).n : 0;
	*vec_add(&r->all, &r->gone) = (struct gone){ t, id };
	lose(r, 1, owner ? arena_printf(&r->all, "丢了：%s %s:%" PRIu64 "（family:%" PRIu64 "）", t->label, t->name, id, owner)
			 : arena_printf(&r->all, "丢了：%s %s:%" PRIu64, t->label, t->name, id));
}

/* Both lists go by tag and id: side by side. */
static void choose_records(struct rescue *r)
{
	const struct found *f = r->sc.records.p, *fend = f + r->sc.records.n;
	const struct told *t = r->told.p, *tend = t + r->told.n;

	while (f < fend || t < tend) {
		bool of_file = f < fend && (t == tend || f->tag < t->tag || (f->tag == t->tag && f->id <= t->id));
		uint8_t tag = of_file ? f->tag : t->tag;
		uint64_t id = of_file ? f->id : t->id;
		size_t n = 0, ntold = 0;

		while (f + n < fend && f[n].tag == tag && f[n].id == id)
			n++;
		while (t + ntold < tend && t[ntold].tag == tag && t[ntold].id == id)
			ntold++;
		settle(r, type_tagged(r->w, tag), f, n, t, ntold);
		f += n;
		t += ntold;
	}
}

/* ---- what others point at ------------------------------------------------------------------- */

static bool there(const struct rescue *r, const struct rec_type *t, uint64_t id)
{
	size_t low = 0, high = r->kept.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct kept *k = &r->kept.p[mid];

		if (k->type->tag < t->tag || (k->type->tag == t->tag && k->id < id))
			low = mid + 1;
		else
			high = mid;
	}
	if (low < r->kept.n && r->kept.p[low].type == t && r->kept.p[low].id == id)
		return true;
	for (size_t i = 0; i < r->gone.n; i++) /* has been told */
		if (r->gone.p[i].type == t && r->gone.p[i].id == id)
			return true;
	return false;
}

static void miss(struct rescue *r, const struct field *f, uint64_t id)
{
	const struct rec_type *to = type_named(r->w, str_of(f->of));

	if (!to || id >= REF_OP(0) || there(r, to, id))
		return;
	*vec_add(&r->all, &r->gone) = (struct gone){ to, id };
	lose(r, 1, arena_printf(&r->all, "丢了：%s %s:%" PRIu64 "，别的记录指着它", to->label, to->name, id));
}

/* A record that nothing is left of is known by those that point at it. */
static enum rc seek_missing(struct rescue *r, struct err *e)
{
	for (size_t i = 0; i < r->kept.n; i++) {
		const struct kept *k = &r->kept.p[i];
		struct rec *rec;

		TRY(rec_decode(&r->one, k->type, str_from(k->value, SUM), &rec, e));
		for EACH_FIELD(f, k->type) {
			val v = field_get(f, rec);
			str rest = v.s, word;
			int64_t id;

			if (f->kind == K_REF && v.set)
				miss(r, f, (uint64_t)v.n);
			while (f->kind == K_REFS && str_word(&rest, &word))
				if (str_int(word, &id) && id > 0)
					miss(r, f, (uint64_t)id);
		}
		arena_reset(&r->one);
	}
	return RC_OK;
}

/* ---- into the new store --------------------------------------------------------------------- */

static enum rc put(struct rescue *r, enum db db, const void *key, size_t n, str value, struct err *e)
{
	MDB_val k = mdb_bytes(key, n), v = mdb_bytes(value.p, value.n);
	int rc = mdb_put(r->w->txn, r->w->s->db[db], &k, &v, MDB_APPEND);

	return rc ? db_fail(r->w->s, e, rc) : RC_OK;
}

static enum rc put_log(struct rescue *r, struct err *e)
{
	for (size_t i = 0; i < r->log.n; i++) {
		struct buf key = { .a = &r->one };
		str value;

		if (!scan_value(&r->sc, &r->one, &r->log.p[i], &value))
			return fail(e, RC_IO, "磁盘读不出刚才读得出的一页；请把数据文件复制到好的磁盘上再试");
		put_be(&key, r->log.p[i].id, 8);
		TRY(put(r, DB_LOG, key.p, key.n, value, e));
		arena_reset(&r->one);
	}
	r->out->entries = r->log.n;
	return RC_OK;
}

static enum rc put_records(struct rescue *r, struct err *e)
{
	for (size_t i = 0; i < r->kept.n; i++) {
		unsigned char key[REC_KEY];

		key_rec(key, r->kept.p[i].type, r->kept.p[i].id);
		TRY(put(r, DB_REC, key, sizeof key, r->kept.p[i].value, e));
	}
	r->out->records = r->kept.n;
	return RC_OK;
}

/* One entry of the new log that says what became of something. */
static enum rc note_down(struct rescue *r, struct entry en, struct err *e)
{
	enum rc rc;

	en.at = clock_now();
	en.who = S("qinqing");
	en.act.key = S(SALVAGE);
	rc = log_append(r->w, &r->one, &en, e);
	arena_reset(&r->one);
	return rc;
}

static enum rc note_record(struct rescue *r, const struct kept *k, struct err *e)
{
	struct buf sum = { .a = &r->one };

	put_be(&sum, k->sum, SUM);
	return note_down(r, (struct entry){ .type = str_of(k->type->name), .rec_id = { true, (int64_t)k->id },
		.version = { true, k->version }, .sum.b = buf_view(&sum),
		.why = S("抢救出来的这一版，日志里没有它的来历") }, e);
}

static enum rc note_losses(struct rescue *r, struct err *e)
{
	size_t untold = 0;

	for (size_t i = 0; i < r->gaps.n; i++)
		TRY(note_down(r, (struct entry){ .part = arena_printf(&r->one, "%" PRIu64 "-%" PRIu64, r->gaps.p[i].first,
			r->gaps.p[i].last), .why = S("这几条日志损坏了，没有抢救出来") }, e));
	for (size_t i = 0; i < r->gone.n; i++)
		TRY(note_down(r, (struct entry){ .type = str_of(r->gone.p[i].type->name),
			.rec_id = { true, (int64_t)r->gone.p[i].id }, .version = { true, 0 },
			.was.b = rec_encode(&r->one, r->gone.p[i].type, rec_new(&r->one, r->gone.p[i].type)),
			.why = S("这条记录损坏了，没有抢救出来") }, e));
	for (size_t i = 0; i < r->kept.n; i++)
		if (!r->kept.p[i].told) {
			TRY(note_record(r, &r->kept.p[i], e));
			untold++;
		}
	if (untold)
		lose(r, untold, arena_printf(&r->all, "丢了：%zu条记录最后一次修改的日志；记录还在", untold));
	return note_down(r, (struct entry){ .why = arena_printf(&r->one, "从损坏的数据里抢救：记录%zu条，日志%zu条，丢了或旧了%" PRIu64
		"处", r->kept.n, r->log.n, r->out->lost) }, e);
}

static enum rc fill(struct snap *w, void *arg, struct err *e)
{
	struct rescue *r = arg;

	r->w = w;
	choose_log(r);
	hear_log(r);
	choose_records(r);
	TRY(seek_missing(r, e));
	if (!r->kept.n)
		return fail(e, RC_IO, "里面一条完好的记录也没有；请用备份恢复");
	TRY(put_log(r, e));
	TRY(put_records(r, e));
	return note_losses(r, e);
}

enum rc store_salvage(struct store *into, const char *dir, void (*say)(void *, str), void *arg, struct salvaged *out,
	struct err *e)
{
	struct rescue r = { .say = say, .arg = arg, .out = out };
	enum rc rc;

	*out = (struct salvaged){ 0 };
	rc = scan_open(&r.sc, &r.all, env_path(&r.all, dir, "data.mdb"), into->schema, e);
	out->unread = r.sc.unread;
	if (rc == RC_OK)
		rc = store_write(into, fill, &r, e);
	scan_close(&r.sc);
	arena_free(&r.all);
	arena_free(&r.one);
	return rc == RC_OK ? store_reindex(into, e) : rc;
}
