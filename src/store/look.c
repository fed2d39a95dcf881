/* look.c - keeping the look-up index: a family's rows are made what its records say, in place, and
 * only the words that differ are written. */
#include "store/look_impl.h"

#include "base/buf.h"
#include "base/str.h"
#include "store/own.h"
#include "store/sum_impl.h"

#include <stdlib.h>

struct words { uint64_t col[LOOK_COLUMNS]; };

static const struct words free_row = { { 0, UINT64_MAX, UINT64_MAX, 0, 0, 0 } };

/* ---- free rows ------------------------------------------------------------------------------ */

struct pool { uint32_t next; uint32_t *spare; size_t n; }; /* spare has room for more */

static enum rc pool_read(struct snap *w, struct arena *a, uint64_t org, size_t more,
	struct pool *out, struct err *e)
{
	MDB_val v;
	int rc = look_get(w, 'n', org, 0, &v);

	if (rc && rc != MDB_NOTFOUND)
		return db_fail(w->s, e, rc);
	*out = (struct pool){ 0 };
	if (rc == 0 && (v.mv_size < 4 || v.mv_size % 4))
		return db_fail(w->s, e, MDB_CORRUPTED);
	if (rc == 0) {
		memcpy(&out->next, v.mv_data, 4);
		out->n = v.mv_size / 4 - 1;
	}
	out->spare = ARENA_ARRAY(a, uint32_t, out->n + more + 1);
	if (out->n)
		memcpy(out->spare, (char *)v.mv_data + 4, out->n * 4);
	return RC_OK;
}

static enum rc pool_write(struct snap *w, struct arena *a, uint64_t org, const struct pool *p,
	struct err *e)
{
	unsigned char key[LOOK_KEY];
	struct buf b = { .a = a };
	MDB_val k = mdb_bytes(key, sizeof key), v;
	int rc;

	look_key(key, 'n', org, 0);
	buf_put(&b, &p->next, 4);
	buf_put(&b, p->spare, p->n * 4);
	v = mdb_bytes(b.p, b.n);
	rc = mdb_put(w->txn, w->s->db[DB_LOOK], &k, &v, 0);
	return rc ? db_fail(w->s, e, rc) : RC_OK;
}

static uint32_t pool_take(struct pool *p)
{
	uint32_t row;

	if (p->n)
		return p->spare[--p->n];
	row = p->next;
	p->next = (row & 511) == LOOK_CHUNK - 1 ? (row | 511) + 1 : row + 1;
	return row;
}

/* Rows that follow each other without a gap can be counted once without remembering them. */
static bool scattered(const struct own *own)
{
	for (size_t i = 1; i < own->n; i++) {
		uint32_t before = own->row[i - 1];
		uint32_t next = (before & 511) == LOOK_CHUNK - 1 ? (before | 511) + 1 : before + 1;
		if (own->row[i] != next)
			return true;
	}
	return false;
}

static enum rc move_rows(struct snap *w, struct arena *a, const struct lookset *set,
	const struct own *was, struct own *is, struct err *e)
{
	bool stays = was->n && set->org == was->org;
	size_t keep = stays ? (was->n < set->n ? was->n : set->n) : 0, from = keep;
	struct pool pool;

	is->org = set->org;
	is->on = (uint32_t)set->on.day;
	is->n = set->org ? set->n : 0;
	is->row = ARENA_ARRAY(a, uint32_t, is->n + 1);
	if (keep)
		memcpy(is->row, was->row, keep * sizeof *is->row);
	if (was->n > keep) {
		TRY(pool_read(w, a, was->org, was->n, &pool, e));
		for (size_t i = was->n; i-- > keep;)
			pool.spare[pool.n++] = was->row[i];
		TRY(pool_write(w, a, was->org, &pool, e));
	}
	if (is->n > keep) {
		TRY(pool_read(w, a, is->org, 0, &pool, e));
		if (pool.next >> 9 >= UINT16_MAX)
			return fail(e, RC_IO, "这个社区的查找索引已满，请把档案分到下级社区");
		while (from < is->n)
			is->row[from++] = pool_take(&pool);
		TRY(pool_write(w, a, is->org, &pool, e));
	}
	return RC_OK;
}

/* ---- the address dictionary ----------------------------------------------------------------- */

/* The number of a text, 0 when it has none; when add is set it gets one. */
static enum rc estate_number(struct snap *v, struct arena *a, uint64_t org, str text, bool add,
	uint16_t *out, struct err *e)
{
	unsigned char key[LOOK_KEY];
	MDB_val k = mdb_bytes(key, sizeof key), got;
	struct buf b = { .a = a };
	str rest = { 0 }, line;
	uint32_t n = 0;
	int rc = look_get(v, 'q', org, 0, &got);

	*out = 0;
	if (rc && rc != MDB_NOTFOUND)
		return db_fail(v->s, e, rc);
	if (text.n == 0)
		return RC_OK;
	if (rc == 0) {
		rest = (str){ got.mv_data, (uint32_t)got.mv_size };
		buf_str(&b, rest);
		while (str_cut(&rest, '\n', &line) && line.n) {
			n++;
			if (str_eq(line, text)) {
				*out = (uint16_t)n;
				return RC_OK;
			}
		}
	}
	if (!add || n >= UINT16_MAX)
		return RC_OK;
	buf_str(&b, text);
	buf_char(&b, '\n');
	look_key(key, 'q', org, 0);
	got = mdb_bytes(b.p, b.n);
	rc = mdb_put(v->txn, v->s->db[DB_LOOK], &k, &got, 0);
	if (rc)
		return db_fail(v->s, e, rc);
	*out = (uint16_t)(n + 1);
	return RC_OK;
}

/* One line, as the search form of texts has it. */
static str estate_text(struct arena *a, str s)
{
	char *p = arena_z(a, s);

	for (uint32_t i = 0; i < s.n; i++)
		if (p[i] == '\n')
			p[i] = ' ';
	return (str){ p, s.n };
}

/* ---- words ---------------------------------------------------------------------------------- */

static struct words row_words(uint64_t family, const struct lookset *set, size_t i,
	uint16_t estate, bool apart)
{
	const struct lookrow *r = &set->row[i];
	uint64_t flags = (r->head ? M_HEAD : 0) | (r->member ? M_MEMBER : 0) |
			 (r->dead ? M_DEAD : 0) | (r->alias ? M_ALIAS : 0) |
			 (set->closed ? M_CLOSED : 0) | (apart ? M_SCATTERED : 0);

	return (struct words){ {
		[COL_W] = r->word,
		[COL_P] = r->phone,
		[COL_D] = r->idno,
		[COL_B] = (uint64_t)estate << 48 | (uint64_t)set->building << 32 |
			  (uint64_t)set->unit << 16 | set->room,
		[COL_M] = family << 24 | flags << 16 | (uint64_t)set->kind << 8 | set->level,
		[COL_T] = (uint64_t)(uint32_t)set->soft << 40 |
			  ((uint64_t)(uint32_t)set->due & 0xFFFFFF) << 16 | set->file,
	} };
}

struct rowword { uint32_t row; struct words words; };

static int by_row(const void *a, const void *b)
{
	const struct rowword *x = a, *y = b;

	return x->row < y->row ? -1 : x->row > y->row;
}

/* One chunk of one column: the rows [0, n) of one chunk, sorted. */
static enum rc put_chunk(struct snap *w, int col, uint64_t org, const struct rowword *rows,
	size_t n, struct err *e)
{
	uint64_t chunk[LOOK_CHUNK];
	unsigned char key[LOOK_KEY];
	MDB_val k = mdb_bytes(key, sizeof key), v;
	size_t have = 0;
	bool changed = false;
	int rc = look_get(w, look_columns[col], org, rows[0].row >> 9, &v);

	if (!rc && v.mv_size > sizeof chunk)
		rc = MDB_CORRUPTED;
	if (rc && rc != MDB_NOTFOUND)
		return db_fail(w->s, e, rc);
	if (rc == 0) {
		have = v.mv_size / 8;
		memcpy(chunk, v.mv_data, have * 8);
	}
	for (size_t i = 0; i < n; i++) {
		size_t slot = rows[i].row & 511;

		while (have <= slot) {
			chunk[have++] = free_row.col[col];
			changed = true;
		}
		changed |= chunk[slot] != rows[i].words.col[col];
		chunk[slot] = rows[i].words.col[col];
	}
	if (!changed)
		return RC_OK;
	look_key(key, look_columns[col], org, rows[0].row >> 9);
	v = mdb_bytes(chunk, have * 8);
	rc = mdb_put(w->txn, w->s->db[DB_LOOK], &k, &v, 0);
	return rc ? db_fail(w->s, e, rc) : RC_OK;
}

static enum rc put_rows(struct snap *w, uint64_t org, struct rowword *rows, size_t n,
	struct err *e)
{
	qsort(rows, n, sizeof *rows, by_row);
	for (size_t i = 0, j; i < n; i = j) {
		for (j = i + 1; j < n && rows[j].row >> 9 == rows[i].row >> 9; j++)
			;
		for (int col = 0; col < LOOK_COLUMNS; col++)
			TRY(put_chunk(w, col, org, rows + i, j - i, e));
	}
	return RC_OK;
}

enum rc look_apply(struct snap *w, struct arena *a, uint64_t family, const struct lookset *set,
	const struct share *share, struct pieces *sums, struct err *e)
{
	struct own was, is;
	struct share before;
	struct rowword *rows;
	uint16_t estate = 0;
	size_t n = 0;
	bool apart, moved;

	TRY(own_read(w, a, family, &was, e));
	TRY(move_rows(w, a, set, &was, &is, e));
	TRY(share_decode(w, a, was.share, &before, e));
	pieces_change(sums, &before, share);
	is.share = share_encode(a, share);
	if (is.n)
		TRY(estate_number(w, a, set->org, estate_text(a, set->estate), true, &estate, e));
	apart = scattered(&is);
	rows = ARENA_ARRAY(a, struct rowword, was.n + is.n + 1);
	moved = was.n && was.org != is.org;
	for (size_t i = moved ? 0 : is.n; i < was.n; i++)
		rows[n++] = (struct rowword){ was.row[i], free_row };
	if (moved) {
		TRY(put_rows(w, was.org, rows, n, e));
		n = 0;
	}
	for (size_t i = 0; i < is.n; i++)
		rows[n++] = (struct rowword){ is.row[i], row_words(family, set, i, estate, apart) };
	if (n)
		TRY(put_rows(w, is.n ? is.org : was.org, rows, n, e));
	if (was.n == is.n && was.org == is.org && was.on == is.on && str_eq(was.share, is.share))
		return RC_OK;
	return own_write(w, a, family, &is, e);
}

/* ---- checking ------------------------------------------------------------------------------- */

static bool row_read(struct snap *v, uint64_t org, uint32_t row, struct words *out)
{
	for (int col = 0; col < LOOK_COLUMNS; col++) {
		MDB_val got;

		if (look_get(v, look_columns[col], org, row >> 9, &got) != 0 ||
		    (row & 511) >= got.mv_size / 8)
			return false;
		out->col[col] = ((const word *)got.mv_data)[row & 511];
	}
	return true;
}

enum rc look_verify(struct snap *v, struct arena *a, uint64_t family, const struct lookset *set,
	const struct share *share, void (*say)(void *, str), void *arg, uint64_t *bad, struct err *e)
{
	struct own own;
	uint16_t estate = 0;
	bool apart;

	TRY(own_read(v, a, family, &own, e));
	if (share && !str_eq(own.share, share_encode(a, share))) {
		++*bad;
		say(arg, arena_printf(a, "看板合计：family:%llu 计入看板的与记录不符",
			(unsigned long long)family));
	}
	if (own.n != (set->org ? set->n : 0) || (own.n && own.org != set->org)) {
		++*bad;
		say(arg, arena_printf(a, "查找索引：family:%llu 应有%zu行，实有%zu行",
			(unsigned long long)family, set->org ? set->n : 0, own.n));
		return RC_OK;
	}
	if (own.n)
		TRY(estate_number(v, a, set->org, estate_text(a, set->estate), false, &estate, e));
	apart = scattered(&own);
	for (size_t i = 0; i < own.n; i++) {
		struct words want = row_words(family, set, i, estate, apart), have;

		if (!row_read(v, own.org, own.row[i], &have)) {
			++*bad;
			say(arg, arena_printf(a, "查找索引：family:%llu 的第%zu行不在",
				(unsigned long long)family, i + 1));
			continue;
		}
		for (int col = 0; col < LOOK_COLUMNS; col++)
			if (want.col[col] != have.col[col]) {
				++*bad;
				say(arg, arena_printf(a, "查找索引：family:%llu 第%zu行的%c列与记录不符",
					(unsigned long long)family, i + 1, look_columns[col]));
			}
	}
	return RC_OK;
}

static bool owns(const struct own *own, uint64_t org, uint32_t row)
{
	for (size_t i = 0; i < own->n; i++)
		if (own->org == org && own->row[i] == row)
			return true;
	return false;
}

/* One chunk: columns of one length, every used row owned by its family. */
static enum rc sweep_chunk(struct snap *v, struct arena *a, uint64_t org, uint32_t chunk,
	MDB_val m, void (*say)(void *, str), void *arg, uint64_t *bad, struct err *e)
{
	const word *family = m.mv_data;

	for (int col = 0; col < LOOK_COLUMNS; col++) {
		MDB_val other;

		if (look_get(v, look_columns[col], org, chunk, &other) != 0 ||
		    other.mv_size != m.mv_size) {
			++*bad;
			say(arg, arena_printf(a, "查找索引：%012llu 第%u块的%c列长短不一",
				(unsigned long long)org, chunk, look_columns[col]));
		}
	}
	for (uint32_t slot = 0; slot < m.mv_size / 8; slot++) {
		struct own own;

		if (!family[slot])
			continue;
		TRY(own_read(v, a, family[slot] >> 24, &own, e));
		if (!owns(&own, org, chunk << 9 | slot)) {
			++*bad;
			say(arg, arena_printf(a, "查找索引：%012llu 第%u行不属于任何家庭",
				(unsigned long long)org, chunk << 9 | slot));
		}
	}
	return RC_OK;
}

/* ---- what nobody owns ----------------------------------------------------------------------- */

struct sweep {
	struct snap *v;
	struct arena a;            /* one chunk or pool at a time */
	void (*say)(void *, str);
	void *arg;
	uint64_t *bad;
};

static void sweep_say(struct sweep *s, str line)
{
	++*s->bad;
	s->say(s->arg, line);
}

/* Is this row one of the chunks', and free? */
static bool row_is_free(struct snap *v, uint64_t org, uint32_t row)
{
	struct words have;

	return row_read(v, org, row, &have) && have.col[COL_M] == 0;
}

/* Rows to be given away must not be somebody's: those handed back, and all from next on. */
static enum rc sweep_pool(struct sweep *s, uint64_t org, struct err *e)
{
	struct pool pool;
	struct words have;
	bool good;

	TRY(pool_read(s->v, &s->a, org, 0, &pool, e));
	good = !row_read(s->v, org, pool.next, &have);
	for (size_t i = 0; good && i < pool.n; i++) {
		good = pool.spare[i] < pool.next && row_is_free(s->v, org, pool.spare[i]);
		for (size_t k = 0; good && k < i; k++)
			good = pool.spare[k] != pool.spare[i];
	}
	if (!good)
		sweep_say(s, arena_printf(&s->a, "查找索引：%012llu 的空行不对",
			(unsigned long long)org));
	return RC_OK;
}

static enum rc sweep_entry(struct sweep *s, MDB_val k, MDB_val v, struct err *e)
{
	const unsigned char *key = k.mv_data;
	uint64_t org = 0;
	uint32_t chunk;
	MDB_val m;

	if ((k.mv_size == SUM_KEY && key[0] == 's') || (k.mv_size == OWED_KEY && key[0] == 'o'))
		return RC_OK; /* sum.c looks at them */
	if (k.mv_size != LOOK_KEY || !memchr("qn" "wpdbmt", key[0], 8)) {
		sweep_say(s, S("查找索引：有一条不认得"));
		return RC_OK;
	}
	for (int i = 1; i <= 5; i++)
		org = org << 8 | key[i];
	chunk = (uint32_t)(key[6] << 8 | key[7]);
	if (key[0] == 'm')
		return sweep_chunk(s->v, &s->a, org, chunk, v, s->say, s->arg, s->bad, e);
	if (key[0] == 'n')
		return sweep_pool(s, org, e);
	if (key[0] != 'q' && look_get(s->v, 'm', org, chunk, &m) != 0)
		sweep_say(s, arena_printf(&s->a, "查找索引：%012llu 第%u块的%c列多余",
			(unsigned long long)org, chunk, key[0]));
	return RC_OK;
}

enum rc look_sweep(struct snap *v, void (*say)(void *, str), void *arg, uint64_t *bad,
	struct err *e)
{
	struct sweep s = { .v = v, .say = say, .arg = arg, .bad = bad };
	MDB_cursor *cur;
	MDB_val k, got;
	enum rc verdict = RC_OK;
	int rc = mdb_cursor_open(v->txn, v->s->db[DB_LOOK], &cur);

	if (rc)
		return db_fail(v->s, e, rc);
	for (rc = mdb_cursor_get(cur, &k, &got, MDB_FIRST); rc == 0 && verdict == RC_OK;
	     rc = mdb_cursor_get(cur, &k, &got, MDB_NEXT)) {
		verdict = sweep_entry(&s, k, got, e);
		arena_reset(&s.a);
	}
	mdb_cursor_close(cur);
	arena_free(&s.a);
	if (verdict == RC_OK && rc && rc != MDB_NOTFOUND)
		return db_fail(v->s, e, rc);
	return verdict;
}
