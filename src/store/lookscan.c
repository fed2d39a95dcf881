/* lookscan.c - answering a look-up: every chunk of the scope, condition by condition as bitmaps, the
 * best rows kept in order.  The loops over a chunk have a fixed length and no branches, so that the
 * compiler makes vectors of them. */
#include "store/look_impl.h"

#include "base/str.h"
#include "base/vec.h"

#include <stdlib.h>

/* The same loops once for every machine and once for those with AVX2, chosen when the program starts. */
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define VECTORS __attribute__((target_clones("avx2", "default"), optimize("O3")))
#else
#define VECTORS
#endif

enum { ROWS = 512, BITS = ROWS / 64, HITS_MAX = 500, LANES = ROWS * 4 };

typedef struct { uint64_t b[BITS]; } bits;
typedef uint64_t padded_words[ROWS];
typedef uint16_t lane __attribute__((may_alias)); /* a quarter of a word */

static bool any(const bits *x)
{
	uint64_t or = 0;

	for (int i = 0; i < BITS; i++)
		or |= x->b[i];
	return or != 0;
}

static bits first_rows(size_t n)
{
	bits x = { { 0 } };

	for (size_t i = 0; i < BITS; i++)
		x.b[i] = n >= (i + 1) * 64 ? UINT64_MAX : n > i * 64 ? ((uint64_t)1 << (n - i * 64)) - 1 : 0;
	return x;
}

/* One bit per word that is not zero.  Most blocks of 64 are empty, and told so at once. */
VECTORS static void pack(const uint64_t *w, bits *out)
{
	for (int i = 0; i < BITS; i++, w += 64) {
		uint64_t any_set = 0, b = 0;

		for (int j = 0; j < 64; j++)
			any_set |= w[j];
		if (!any_set)
			continue;
		for (int j = 0; j < 64; j++)
			b |= (uint64_t)(w[j] != 0) << j;
		out->b[i] |= b;
	}
}

/* ---- the state of a scan -------------------------------------------------------------------- */

struct every { VEC(struct lookhit); };

struct scan {
	struct snap *v;
	struct arena *a;
	const struct lookquery *q;
	uint64_t org;
	uint32_t chunk;
	size_t n;                        /* rows of this chunk */
	padded_words col[LOOK_COLUMNS];  /* a copy, zero behind the last row */
	uint8_t loaded;                  /* bit by column */
	uint64_t dict_org;               /* whose dictionary the estate sets below are for */
	bool *estates;                   /* by dictionary number and estate condition: is it meant? */
	size_t nestates, nconds;
	int failed;                      /* LMDB's number for what could not be read; 0 = none */
	bits *held;                      /* by condition: the rows of this chunk that fulfil it */
	struct every every;              /* of a query for all */
	struct lookhit *hit;             /* best first */
	size_t nhits, total;
	uint64_t last_family;
	uint64_t *seen;                  /* open hash of scattered families; 0 = empty */
	size_t nseen, capseen;
	uint64_t bloom[1024];            /* low 16 bits of the families of LOOK_FAMILIES */
};

static const uint64_t *column(struct scan *s, int col)
{
	if (!(s->loaded >> col & 1)) {
		MDB_val v = { 0 };
		size_t n = 0;
		int rc = look_get(s->v, look_columns[col], s->org, s->chunk, &v);

		if (rc) /* one that is not there is damage, too: all columns have the same rows */
			s->failed = rc == MDB_NOTFOUND ? MDB_CORRUPTED : rc;
		else
			n = v.mv_size / 8 < ROWS ? v.mv_size / 8 : ROWS;
		memcpy(s->col[col], v.mv_data ? v.mv_data : "", n * 8);
		memset(s->col[col] + n, 0, (ROWS - n) * 8);
		s->loaded |= (uint8_t)(1 << col);
	}
	return s->col[col];
}

/* ---- conditions ----------------------------------------------------------------------------- */

VECTORS static void add_lanes(const lane *in, struct run r, lane *out)
{
	uint16_t lo = r.lo, span = (uint16_t)(r.hi - r.lo);

	for (int i = 0; i < LANES; i++)
		out[i] |= (uint16_t)((uint16_t)(in[i] - lo) <= span ? 0xFFFF : 0);
}

VECTORS static void keep_shifted(uint64_t *out, const uint64_t *in, int shift)
{
	for (int i = 0; i < ROWS; i++)
		out[i] &= in[i] << shift;
}

/* Where all characters stand side by side: lane k of a word is set when a match starts there. */
static void match_name(struct scan *s, const struct lookcond *c, uint64_t *out)
{
	static _Thread_local uint64_t one[ROWS];
	const uint64_t *w = column(s, COL_W);

	memset(out, 0xFF, sizeof(padded_words));
	for (uint8_t k = 0; k < c->nch && k < 4; k++) {
		memset(one, 0, sizeof one);
		for (uint8_t r = 0; r < c->ch[k].n; r++)
			add_lanes((const lane *)w, c->ch[k].run[r], (lane *)one);
		keep_shifted(out, one, 16 * k);
	}
	if (c->anchored)
		for (int i = 0; i < ROWS; i++)
			out[i] &= (uint64_t)0xFFFF << 48;
}

static uint64_t bcd(str s)
{
	uint64_t v = 0;

	for (uint32_t i = 0; i < s.n && i < 16; i++)
		v = v << 4 | (uint64_t)(s.p[i] >= '0' && s.p[i] <= '9' ? s.p[i] - '0' : 10);
	return v;
}

VECTORS static void match_masked(const uint64_t *w, uint64_t mask, uint64_t want, uint64_t *out)
{
	for (int i = 0; i < ROWS; i++)
		out[i] = (w[i] & mask) == want;
}

static void match_tail(struct scan *s, int col, str digits, uint64_t *out)
{
	uint32_t n = digits.n < 16 ? digits.n : 16;
	uint64_t mask = n == 16 ? UINT64_MAX : ((uint64_t)1 << 4 * n) - 1;

	match_masked(column(s, col), mask, bcd((str){ digits.p + digits.n - n, n }), out);
}

static void match_head(struct scan *s, str digits, uint64_t *out)
{
	uint32_t n = digits.n < 11 ? digits.n : 11;
	uint64_t all = ((uint64_t)1 << 44) - 1;
	uint64_t mask = all & ~(((uint64_t)1 << (44 - 4 * n)) - 1);

	/* The bits above are ones where there is no phone. */
	match_masked(column(s, COL_P), mask | ~all, bcd((str){ digits.p, n }) << (44 - 4 * n), out);
}

static void match_place(struct scan *s, const struct lookcond *c, uint64_t *out)
{
	uint64_t mask = 0, want = 0;

	for (int i = 0; i < 3; i++) {
		if (!c->place[i])
			continue;
		mask |= (uint64_t)0xFFFF << 16 * (2 - i);
		want |= (uint64_t)c->place[i] << 16 * (2 - i);
	}
	match_masked(column(s, COL_B), mask, want, out);
}

static void match_estate(struct scan *s, const struct lookcond *c, uint64_t *out)
{
	const uint64_t *b = column(s, COL_B);

	for (int i = 0; i < ROWS; i++) {
		uint64_t no = b[i] >> 48;
		out[i] = no && no <= s->nestates && s->estates[(no - 1) * s->nconds + c->number];
	}
}

static bool sorted_has(const uint64_t *ids, size_t n, uint64_t id)
{
	size_t lo = 0, hi = n;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (ids[mid] < id)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < n && ids[lo] == id;
}

static void match_families(struct scan *s, const struct lookcond *c, uint64_t *out)
{
	const uint64_t *m = column(s, COL_M);

	for (int i = 0; i < ROWS; i++) {
		uint64_t f = m[i] >> 24, low = f & 0xFFFF;
		out[i] = ((s->bloom[low >> 6] >> (low & 63) & 1) && sorted_has(c->ids, c->nids, f)) != c->except;
	}
}

static void match_days(struct scan *s, const struct lookcond *c, uint64_t *out)
{
	const uint64_t *t = column(s, COL_T);
	uint64_t today = (uint64_t)s->q->today.day;

	if (c->kind == LOOK_OVERDUE)
		for (int i = 0; i < ROWS; i++) {
			uint64_t due = t[i] >> 16 & 0xFFFFFF;
			out[i] = due && due < today;
		}
	else
		for (int i = 0; i < ROWS; i++) {
			uint64_t soft = t[i] >> 40;
			out[i] = soft && soft <= today;
		}
}

static void match(struct scan *s, const struct lookcond *c, uint64_t *out)
{
	switch (c->kind) {
	case LOOK_NAME: match_name(s, c, out); break;
	case LOOK_PHONE_HEAD: match_head(s, c->text, out); break;
	case LOOK_PHONE_TAIL: match_tail(s, COL_P, c->text, out); break;
	case LOOK_ID_TAIL: match_tail(s, COL_D, c->text, out); break;
	case LOOK_ESTATE: match_estate(s, c, out); break;
	case LOOK_PLACE: match_place(s, c, out); break;
	case LOOK_FAMILIES: match_families(s, c, out); break;
	case LOOK_FILE: match_masked(column(s, COL_T), 0xFFFF, c->number, out); break;
	case LOOK_KIND: match_masked(column(s, COL_M), 0xFF00, c->number << 8, out); break;
	case LOOK_LEVEL: match_masked(column(s, COL_M), 0xFF, c->number, out); break;
	case LOOK_OVERDUE:
	case LOOK_SOFT: match_days(s, c, out); break;
	case LOOK_CLOSED:
		match_masked(column(s, COL_M), (uint64_t)M_CLOSED << 16, (uint64_t)M_CLOSED << 16, out);
		break;
	case LOOK_ORG:
		memset(out, s->org >= c->number && s->org <= c->upto ? 0xFF : 0, sizeof(padded_words));
		break;
	}
}

/* ---- ranking -------------------------------------------------------------------------------- */

static int hit_cmp(const struct lookhit *a, const struct lookhit *b)
{
	if (a->mine != b->mine)
		return a->mine ? -1 : 1;
	if (a->quality != b->quality)
		return a->quality < b->quality ? -1 : 1;
	if (a->dead != b->dead)
		return a->dead ? 1 : -1;
	if (a->head != b->head)
		return a->head ? -1 : 1;
	if (a->word != b->word)
		return a->word < b->word ? -1 : 1;
	return a->family < b->family ? -1 : a->family > b->family;
}

static void keep(struct scan *s, struct lookhit h)
{
	size_t at;

	if (s->nhits == s->q->limit && hit_cmp(&h, &s->hit[s->nhits - 1]) >= 0)
		return;
	for (at = 0; at < s->nhits; at++)
		if (s->hit[at].family == h.family) {
			if (hit_cmp(&h, &s->hit[at]) >= 0)
				return;
			memmove(s->hit + at, s->hit + at + 1, (s->nhits - at - 1) * sizeof h);
			s->nhits--;
			break;
		}
	if (s->nhits == s->q->limit)
		s->nhits--;
	for (at = s->nhits; at > 0 && hit_cmp(&h, &s->hit[at - 1]) < 0; at--)
		s->hit[at] = s->hit[at - 1];
	s->hit[at] = h;
	s->nhits++;
}

/* Remembers a family whose rows are apart; false when it was there already. */
static bool first_time(struct scan *s, uint64_t family)
{
	if (s->nseen * 2 >= s->capseen) {
		size_t was = s->capseen;
		uint64_t *old = s->seen;

		s->capseen = was ? was * 4 : 256;
		s->seen = ARENA_ARRAY(s->a, uint64_t, s->capseen);
		s->nseen = 0;
		for (size_t i = 0; i < was; i++)
			if (old[i])
				first_time(s, old[i]);
	}
	for (size_t i = family * 0x9E3779B97F4A7C15u >> 20 & (s->capseen - 1);;
	     i = (i + 1) & (s->capseen - 1)) {
		if (s->seen[i] == family)
			return false;
		if (!s->seen[i]) {
			s->seen[i] = family;
			s->nseen++;
			return true;
		}
	}
}

static bool in_runs(const struct run *run, uint8_t n, uint16_t rank)
{
	for (uint8_t i = 0; i < n; i++)
		if (rank >= run[i].lo && rank <= run[i].hi)
			return true;
	return false;
}

/* How good a match of a name is that the row w is known to have. */
static uint8_t name_quality(const struct lookcond *c, uint64_t w, uint64_t m)
{
	bool exact = true;

	for (uint8_t k = 0; k < c->nch && k < 4; k++) {
		const struct lookchar *ch = &c->ch[k];
		uint16_t rank = (uint16_t)(w >> (48 - 16 * k));

		if (!in_runs(ch->run, ch->n, rank))
			return LOOK_INNER;
		exact = exact && (!ch->nexact || in_runs(ch->exact, ch->nexact, rank));
	}
	if (!exact)
		return LOOK_LIKE;
	if (c->nch >= 4)
		return m >> 16 & M_ALIAS ? LOOK_PREFIX : LOOK_EXACT;
	return w & (((uint64_t)1 << 16 * (4 - c->nch)) - 1) ? LOOK_PREFIX : LOOK_EXACT;
}

/* The best way in which each word of the query is meant, and of these the worst. */
static void judge(struct scan *s, size_t i, struct lookhit *h)
{
	const struct lookquery *q = s->q;
	const bits *held = s->held;

	h->phone = s->loaded >> COL_P & 1 ? s->col[COL_P][i] : 0;
	h->idno = s->loaded >> COL_D & 1 ? s->col[COL_D][i] : 0;
	for (size_t k = 0; k < q->nterms; k++) {
		uint8_t best = LOOK_INNER;

		for (size_t j = 0; j < q->term[k].n; j++, held++) {
			const struct lookcond *c = &q->term[k].cond[j];
			uint8_t is;

			if (!(held->b[i / 64] >> (i & 63) & 1))
				continue;
			is = c->kind == LOOK_NAME ? name_quality(c, s->col[COL_W][i], s->col[COL_M][i]) : c->worth;
			if (is < best)
				best = is;
			h->by |= (uint16_t)(1u << c->kind);
		}
		if (best > h->quality)
			h->quality = best;
	}
}

static void take_rows(struct scan *s, const bits *rows)
{
	const uint64_t *m = column(s, COL_M), *w = column(s, COL_W), *t = column(s, COL_T);
	uint64_t closed = s->q->closed_too ? 0 : (uint64_t)M_CLOSED << 16;

	for (size_t word_no = 0; word_no < BITS; word_no++) {
		for (uint64_t b = rows->b[word_no]; b; b &= b - 1) {
			size_t i = word_no * 64 + (size_t)__builtin_ctzll(b);
			uint64_t family = m[i] >> 24;
			struct lookhit h = {
				.family = family,
				.dead = m[i] >> 16 & M_DEAD,
				.head = m[i] >> 16 & M_HEAD,
				.word = w[i],
				.soft = (int32_t)(t[i] >> 40),
				.due = (int32_t)(t[i] >> 16 & 0xFFFFFF),
			};
			bool fresh = false;

			if (!m[i] || (m[i] & closed)) /* a free row, a closed file */
				continue;
			if (family != s->last_family) {
				s->last_family = family;
				fresh = m[i] >> 16 & M_SCATTERED ? first_time(s, family) : true;
				s->total += fresh;
			}
			h.mine = s->q->nmine && sorted_has(s->q->mine, s->q->nmine, family);
			if (s->q->all && fresh)
				*vec_add(s->a, &s->every) = h;
			else if (!s->q->all && s->q->limit) {
				judge(s, i, &h);
				keep(s, h);
			}
		}
	}
}

/* ---- walking the scope ---------------------------------------------------------------------- */

/* Which texts of this community's dictionary each estate condition means. */
static void read_dictionary(struct scan *s)
{
	MDB_val v;
	str rest, line;
	size_t n = 0;
	int rc;

	if (s->dict_org == s->org)
		return;
	s->dict_org = s->org;
	s->nestates = 0;
	if ((rc = look_get(s->v, 'q', s->org, 0, &v))) {
		if (rc != MDB_NOTFOUND)
			s->failed = rc;
		return;
	}
	rest = (str){ v.mv_data, (uint32_t)v.mv_size };
	for (uint32_t i = 0; i < rest.n; i++)
		n += rest.p[i] == '\n';
	s->estates = ARENA_ARRAY(s->a, bool, n * s->nconds + 1);
	while (s->nestates < n && str_cut(&rest, '\n', &line)) {
		for (size_t k = 0; k < s->q->nterms; k++)
			for (size_t j = 0; j < s->q->term[k].n; j++) {
				const struct lookcond *c = &s->q->term[k].cond[j];
				if (c->kind == LOOK_ESTATE && str_has(line, c->text))
					s->estates[s->nestates * s->nconds + c->number] = true;
			}
		s->nestates++;
	}
}

static void scan_chunk(struct scan *s, MDB_val m)
{
	static _Thread_local padded_words got;
	const struct lookquery *q = s->q;
	bits rows = first_rows(m.mv_size / 8), *held = s->held;
	bool has_estates = false;

	s->loaded = 0;
	for (size_t k = 0; k < q->nterms; k++)
		for (size_t j = 0; j < q->term[k].n; j++)
			has_estates |= q->term[k].cond[j].kind == LOOK_ESTATE;
	if (has_estates)
		read_dictionary(s);
	for (size_t k = 0; k < q->nterms; k++) {
		bits term = { { 0 } };

		for (size_t j = 0; j < q->term[k].n; j++, held++) {
			match(s, &q->term[k].cond[j], got);
			*held = (bits){ { 0 } };
			pack(got, held);
			for (int i = 0; i < BITS; i++)
				term.b[i] |= held->b[i];
		}
		for (int i = 0; i < BITS; i++)
			rows.b[i] &= term.b[i];
		if (!any(&rows))
			return;
	}
	take_rows(s, &rows);
}

static enum rc scan_range(struct scan *s, MDB_cursor *cur, struct lookrange range, struct err *e)
{
	unsigned char first[LOOK_KEY];
	MDB_val k = mdb_bytes(first, sizeof first), m;
	int rc;

	look_key(first, 'm', range.lo, 0);
	for (rc = mdb_cursor_get(cur, &k, &m, MDB_SET_RANGE); rc == 0 && !s->failed;
	     rc = mdb_cursor_get(cur, &k, &m, MDB_NEXT)) {
		const unsigned char *key = k.mv_data;

		if (k.mv_size != LOOK_KEY || key[0] != 'm')
			break;
		s->org = 0;
		for (int i = 1; i <= 5; i++)
			s->org = s->org << 8 | key[i];
		if (s->org > range.hi)
			break;
		s->chunk = (uint32_t)(key[6] << 8 | key[7]);
		scan_chunk(s, m);
	}
	if (s->failed)
		rc = s->failed;
	return rc && rc != MDB_NOTFOUND ? db_fail(s->v->s, e, rc) : RC_OK;
}

static void fill_bloom(struct scan *s)
{
	for (size_t k = 0; k < s->q->nterms; k++)
		for (size_t j = 0; j < s->q->term[k].n; j++) {
			const struct lookcond *c = &s->q->term[k].cond[j];
			for (size_t i = 0; c->kind == LOOK_FAMILIES && i < c->nids; i++)
				s->bloom[(c->ids[i] & 0xFFFF) >> 6] |= (uint64_t)1 << (c->ids[i] & 63);
		}
}

/* Estate conditions are told apart by a number each; returns how many there are. */
static size_t number_estates(const struct lookquery *q)
{
	size_t n = 0;

	for (size_t k = 0; k < q->nterms; k++)
		for (size_t j = 0; j < q->term[k].n; j++)
			if (q->term[k].cond[j].kind == LOOK_ESTATE)
				q->term[k].cond[j].number = n++;
	return n;
}

enum rc snap_look(struct snap *v, struct arena *a, const struct lookquery *query,
	struct lookanswer *out, struct err *e)
{
	struct lookquery q = *query;
	struct scan *s = ARENA_NEW(a, struct scan);
	MDB_cursor *cur;
	enum rc verdict = RC_OK;
	size_t nconds = 0;
	int rc = mdb_cursor_open(v->txn, v->s->db[DB_LOOK], &cur);

	if (rc)
		return db_fail(v->s, e, rc);
	if (q.limit > HITS_MAX)
		q.limit = HITS_MAX;
	s->nconds = number_estates(&q);
	s->v = v;
	s->a = a;
	s->q = &q;
	s->dict_org = UINT64_MAX;
	s->hit = ARENA_ARRAY(a, struct lookhit, q.limit + 1);
	for (size_t i = 0; i < q.nterms; i++)
		nconds += q.term[i].n;
	s->held = ARENA_ARRAY(a, bits, nconds + 1);
	fill_bloom(s);
	for (size_t i = 0; i < q.nscope && verdict == RC_OK; i++)
		verdict = scan_range(s, cur, q.scope[i], e);
	mdb_cursor_close(cur);
	*out = q.all ? (struct lookanswer){ s->every.p, s->every.n, s->total, true }
		: (struct lookanswer){ s->hit, s->nhits, s->total, true };
	return verdict;
}
