/* sum.c - keeping the sums of what families count for: the pieces that a commit changes, and the rows they stand in. */
#include "store/sum_impl.h"

#include "base/str.h"
#include "store/key.h"

#include <stdlib.h>

/* ---- pieces --------------------------------------------------------------------------------- */

static void add_piece(struct pieces *l, uint64_t place, uint64_t person, date day, const struct stage *s, int by)
{
	for (int i = 0; i < SUMS_MOST; i++)
		if (s->n[i])
			*vec_add(&l->a, l) = (struct piece){ place, person, day.day, i,
				by < 0 ? minus(s->n[i]) : s->n[i] };
}

static void add_stage(struct pieces *l, uint64_t place, date day, const struct stage *s, int by)
{
	add_piece(l, place, 0, day, s, by);
	for (size_t i = 0; i < s->npersons; i++)
		add_piece(l, place, s->person[i], day, s, by);
}

/* All stages of a share from a day on; those before it count as on that day. */
static void add_share(struct pieces *l, const struct share *s, date from, int by)
{
	size_t i = 0;

	while (i + 1 < s->n && s->p[i + 1].from.day <= from.day)
		i++;
	for (size_t first = i; i < s->n; i++) {
		date day = { s->p[i].from.day > from.day ? s->p[i].from.day : from.day };

		if (i > first)
			add_stage(l, s->place, day, &s->p[i - 1], -by);
		add_stage(l, s->place, day, &s->p[i], by);
	}
}

static int by_place(const void *x, const void *y)
{
	const struct piece *a = x, *b = y;

	if (a->place != b->place)
		return a->place < b->place ? -1 : 1;
	if (a->person != b->person)
		return a->person < b->person ? -1 : 1;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return a->what - b->what;
}

/* Those of one place, person, day and number become one; those that cancel out, none. */
static void settle(struct piece *p, size_t *count)
{
	size_t n = 0;

	if (*count > 1)
		qsort(p, *count, sizeof *p, by_place);
	for (size_t i = 0; i < *count; i++) {
		if (n && by_place(&p[n - 1], &p[i]) == 0) {
			p[n - 1].n = plus(p[n - 1].n, p[i].n);
			continue;
		}
		if (n && !p[n - 1].n)
			n--;
		p[n++] = p[i];
	}
	if (n && !p[n - 1].n)
		n--;
	*count = n;
}

/* The share that was is known from an earlier day on; of the days between nobody will ask. */
void pieces_change(struct pieces *l, const struct share *was, const struct share *is)
{
	date from = is->n ? is->p[0].from : (date){ INT32_MIN };

	add_share(l, was, from, -1);
	add_share(l, is, from, 1);
	if (l->n > l->settle_at) {
		settle(l->p, &l->n);
		l->settle_at = l->n * 2 + PIECES_MOST;
	}
}

/* ---- the sums of a place -------------------------------------------------------------------- */

struct row { VEC(struct piece); };

/* The bytes of a row, as pieces. */
static bool row_pieces(struct bytes b, struct arena *a, const struct piece *of, struct row *out)
{
	struct stage s = { 0 }, before;

	for (bool first = true; b.p < b.end && !b.broken; first = false) {
		before = s;
		get_stage(&b, a, first, &s);
		for (int i = 0; i < SUMS_MOST && !b.broken; i++)
			if (s.n[i] != before.n[i])
				*vec_add(a, out) = (struct piece){ of->place, of->person, s.from.day, i,
					plus(s.n[i], minus(before.n[i])) };
	}
	return !b.broken;
}

/* What is before the day is as of that day: no earlier one is asked for. */
static void fold(struct row *r, date day)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->p[i].day < day.day)
			r->p[i].day = day.day;
	settle(r->p, &r->n);
}

static str row_encode(struct arena *a, const struct row *r)
{
	struct buf b = { .a = a };
	struct stage s = { 0 }, before = { 0 };

	for (size_t i = 0; i < r->n;) {
		s.from.day = r->p[i].day;
		for (; i < r->n && r->p[i].day == s.from.day; i++)
			s.n[r->p[i].what] = plus(s.n[r->p[i].what], r->p[i].n);
		put_stage(&b, b.n ? &before : NULL, &s);
		before = s;
	}
	return buf_view(&b);
}

static enum rc write_row(struct snap *w, struct arena *a, const struct piece *p, size_t n, date day,
	struct err *e)
{
	unsigned char key[SUM_KEY];
	MDB_val k = mdb_bytes(key, sizeof key), v;
	struct row r = { 0 };
	str is;
	int rc;

	sum_key(key, p->place, p->person);
	rc = mdb_get(w->txn, w->s->db[DB_LOOK], &k, &v);
	if (rc && rc != MDB_NOTFOUND)
		return db_fail(w->s, e, rc);
	if (!rc && !row_pieces(bytes_of(v.mv_data, v.mv_size), a, p, &r))
		return sums_broken(w, e);
	for (size_t i = 0; i < n; i++)
		*vec_add(a, &r) = p[i];
	fold(&r, day);
	if (!r.n) {
		rc = rc ? 0 : mdb_del(w->txn, w->s->db[DB_LOOK], &k, NULL);
		return rc ? db_fail(w->s, e, rc) : RC_OK;
	}
	is = row_encode(a, &r);
	v = mdb_bytes(is.p, is.n);
	rc = mdb_put(w->txn, w->s->db[DB_LOOK], &k, &v, 0);
	return rc ? db_fail(w->s, e, rc) : RC_OK;
}

static bool one_row(const struct piece *a, const struct piece *b)
{
	return a->place == b->place && a->person == b->person;
}

enum rc pieces_write(struct snap *w, struct pieces *l, struct err *e)
{
	struct arena a = { 0 };
	enum rc rc = RC_OK;
	date day;

	TRY(sums_from(w, &day, e));
	settle(l->p, &l->n);
	for (size_t i = 0, k; rc == RC_OK && i < l->n; i = k) {
		for (k = i + 1; k < l->n && one_row(&l->p[i], &l->p[k]); k++)
			;
		rc = write_row(w, &a, &l->p[i], k - i, day, e);
		arena_reset(&a);
	}
	arena_free(&a);
	l->n = 0;
	return rc;
}

/* ---- checking ------------------------------------------------------------------------------- */

static bool row_is(const struct row *r, const struct piece *p, size_t n)
{
	bool same = r->n == n;

	for (size_t i = 0; same && i < n; i++)
		same = by_place(&r->p[i], &p[i]) == 0 && r->p[i].n == p[i].n;
	return same;
}

struct verify {
	struct snap *v;
	struct arena a;          /* one row at a time */
	struct row want;         /* all of them */
	size_t at;
	date from;
	void (*say)(void *, str);
	void *arg;
	uint64_t *bad;
};

static void differs(struct verify *w, const struct piece *of, const char *how)
{
	str who = of->person ? arena_printf(&w->a, "worker:%llu", (unsigned long long)of->person) : S("整个单位");

	++*w->bad;
	w->say(w->arg, arena_printf(&w->a, "看板合计：org:%llu %.*s的%s", (unsigned long long)of->place,
		STR_FMT(who), how));
}

/* The rows that should stand before this one. */
static void tell_missing(struct verify *w, const struct piece *before)
{
	while (w->at < w->want.n && (!before || by_place(&w->want.p[w->at],
		&(struct piece){ before->place, before->person, INT32_MIN, 0, 0 }) < 0)) {
		const struct piece *p = &w->want.p[w->at];

		differs(w, p, "合计不在");
		while (w->at < w->want.n && one_row(p, &w->want.p[w->at]))
			w->at++;
	}
}

static void verify_row(struct verify *w, MDB_val k, MDB_val v)
{
	const char *key = k.mv_data;
	struct piece of = { get_be(key + 1, 8), get_be(key + 9, 8), 0, 0, 0 };
	struct row have = { 0 };
	size_t n = 0;
	bool whole = row_pieces(bytes_of(v.mv_data, v.mv_size), &w->a, &of, &have);

	tell_missing(w, &of);
	while (w->at + n < w->want.n && one_row(&of, &w->want.p[w->at + n]))
		n++;
	fold(&have, w->from);
	if (!whole || !row_is(&have, &w->want.p[w->at], n))
		differs(w, &of, n ? "合计与逐户重算的不符" : "合计多余");
	w->at += n;
}

enum rc pieces_verify(struct snap *v, struct pieces *l, void (*say)(void *, str), void *arg, uint64_t *bad,
	struct err *e)
{
	struct verify w = { .v = v, .want = { l->p, l->n, l->n }, .say = say, .arg = arg, .bad = bad };
	unsigned char key[SUM_KEY];
	MDB_val k = mdb_bytes(key, sizeof key), got;
	MDB_cursor *c;
	int rc;

	TRY(sums_from(v, &w.from, e));
	fold(&w.want, w.from);
	if ((rc = mdb_cursor_open(v->txn, v->s->db[DB_LOOK], &c)))
		return db_fail(v->s, e, rc);
	sum_key(key, 0, 0);
	for (rc = mdb_cursor_get(c, &k, &got, MDB_SET_RANGE); !rc && k.mv_size == SUM_KEY &&
		*(const char *)k.mv_data == 's'; rc = mdb_cursor_get(c, &k, &got, MDB_NEXT)) {
		verify_row(&w, k, got);
		arena_reset(&w.a);
	}
	mdb_cursor_close(c);
	tell_missing(&w, NULL);
	arena_free(&w.a);
	return rc && rc != MDB_NOTFOUND ? db_fail(v->s, e, rc) : RC_OK;
}
