/* salvage_test.c - a damaged data file of every kind: each record whose bytes are whole is in the office that salvage
 * makes, unchanged; what is gone is told; the damaged one is not touched.
 *
 * What is whole is known here by searching the file for a record's own bytes, whatever page they lie on. */
#include "../office.h"
#include "base/buf.h"

#include <fcntl.h>
#include <lmdb.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FAMILIES = 12, PAGE = 4096, META_PAGES = 2, HEADER = 16, NODE = 8 };

struct stored { str node, value; size_t at; bool big; uint8_t tag; uint64_t id; };

static struct arena all;
static char *whole, *room;    /* the file as it was, and for a damaged one */
static size_t npages;
static char copy_data[100], new_data[100];
static struct { VEC(struct stored); } records, entries;

/* ---- the office ----------------------------------------------------------------------------- */

static void save_one(struct session *s, struct arena *a, struct save *save, size_t n)
{
	struct err e = { 0 };

	if (session_save(s, a, S(""), save, n, &e) != RC_OK)
		fail_msg("%s", e.msg);
}

static void new_family(struct session *s, int n)
{
	struct arena a = { 0 };
	struct save save[2] = { { .type = &family_type }, { .type = &person_type } };
	struct save later = { .type = &visit_type }, change = { .type = &family_type };
	struct err e = { 0 };
	struct buf talk = { .a = &a };

	assert_int_equal(session_new(s, &a, &family_type, 0, &save[0].rec, &e), RC_OK);
	assert_int_equal(session_new(s, &a, &person_type, 0, &save[1].rec, &e), RC_OK);
	((struct person *)save[1].rec)->name = arena_printf(&a, "王秀%d", n);
	((struct family *)save[0].rec)->community.id = 3;
	((struct family *)save[0].rec)->live_addr = arena_printf(&a, "惠民家园%d-1-101", n % 5 + 1);
	save_one(s, &a, save, 2);
	for (int i = 0; i < (n % 6 ? 30 : 500); i++) /* of some on pages of their own */
		buf_printf(&talk, "𠮷");
	assert_int_equal(session_new(s, &a, &visit_type, save[0].id, &later.rec, &e), RC_OK);
	((struct visit *)later.rec)->mode.key = S("21");
	((struct visit *)later.rec)->outcome.key = S("1");
	((struct visit *)later.rec)->talk.s = buf_view(&talk);
	save_one(s, &a, &later, 1);
	assert_int_equal(session_get(s, &a, &family_type, save[0].id, &change.rec, &e), RC_OK);
	change.base = rec_dup(&a, &family_type, change.rec);
	((struct family *)change.rec)->phone1.s = arena_printf(&a, "1390000%04d", n);
	if (n % 2)
		((struct family *)change.rec)->live_addr = S("");
	save_one(s, &a, &change, 1);
	arena_free(&a);
}

/* Where the node of a key lies in the file, and its value. */
static void note_place(const char *file, const MDB_val *k, const MDB_val *v, struct stored *out)
{
	str inline_ = { (const char *)k->mv_data - NODE, (uint32_t)(NODE + k->mv_size) };
	bool big = (size_t)((const char *)v->mv_data - (const char *)k->mv_data) != k->mv_size;

	(void)file;
	inline_.n += big ? 8 : (uint32_t)v->mv_size;
	*out = (struct stored){ .node = arena_str(&all, inline_), .big = big,
		.value = arena_str(&all, (str){ v->mv_data, (uint32_t)v->mv_size }),
		.tag = *(const uint8_t *)k->mv_data };
	for (int i = 1; i < 8; i++)
		out->id = out->id << 8 | ((const uint8_t *)k->mv_data)[i];
}

static MDB_env *open_raw(const char *dir, MDB_txn **txn)
{
	MDB_env *env;

	assert_int_equal(mdb_env_create(&env), 0);
	mdb_env_set_maxdbs(env, 16);
	assert_int_equal(mdb_env_open(env, dir, MDB_RDONLY, 0600), 0);
	assert_int_equal(mdb_txn_begin(env, NULL, MDB_RDONLY, txn), 0);
	return env;
}

static void read_table(const char *name, void *list)
{
	struct { VEC(struct stored); } *out = list;
	MDB_txn *txn;
	MDB_env *env = open_raw(office_data, &txn);
	MDB_cursor *c;
	MDB_val k, v;
	MDB_dbi db;

	assert_int_equal(mdb_dbi_open(txn, name, 0, &db), 0);
	assert_int_equal(mdb_cursor_open(txn, db, &c), 0);
	while (mdb_cursor_get(c, &k, &v, MDB_NEXT) == 0) {
		struct stored s;

		note_place(whole, &k, &v, &s);
		*vec_add(&all, out) = s;
	}
	mdb_cursor_close(c);
	mdb_txn_abort(txn);
	mdb_env_close(env);
}

static int set_up(void **state)
{
	struct arena a = { 0 };
	struct session *s;
	char path[240];
	struct stat st;
	size_t nbig = 0;
	int fd;

	if (office_set_up(state) != 0)
		return -1;
	s = office_open(&a, true);
	for (int i = 0; i < FAMILIES; i++)
		new_family(s, i);
	assert_sound(s);
	session_close(s);
	arena_free(&a);
	read_table("rec", &records);
	read_table("log", &entries);
	assert_true(records.n > FAMILIES * 3 && entries.n > records.n);
	for (size_t i = 0; i < records.n; i++)
		nbig += records.p[i].big;
	assert_true(nbig > 0);
	snprintf(path, sizeof path, "%s/data.mdb", office_data);
	fd = open(path, O_RDONLY);
	assert_int_equal(fstat(fd, &st), 0);
	npages = (size_t)st.st_size / PAGE;
	whole = arena_new(&all, (size_t)st.st_size);
	room = arena_new(&all, (size_t)st.st_size + 1);
	assert_int_equal(read(fd, whole, (size_t)st.st_size), st.st_size);
	close(fd);
	snprintf(copy_data, sizeof copy_data, "%s/copy", office_dir);
	snprintf(new_data, sizeof new_data, "%s/new", office_dir);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(&all);
	return office_tear_down(state);
}

/* ---- one try -------------------------------------------------------------------------------- */

static struct { uint64_t lines, bad; struct salvaged out; } seen;
static char last_line[600];

static void count_line(void *arg, str line)
{
	(void)arg;
	seen.lines++;
	snprintf(last_line, sizeof last_line, "%.*s", STR_FMT(line));
}

static void put_copy(const char *file, size_t n)
{
	char path[240];
	int fd;

	snprintf(path, sizeof path, "rm -rf %s %s", copy_data, new_data);
	assert_int_equal(system(path), 0);
	mkdir(copy_data, 0700); /* without lock.mdb */
	snprintf(path, sizeof path, "%s/data.mdb", copy_data);
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0400);
	assert_int_equal(write(fd, file, n), n);
	close(fd);
}

static void assert_untouched(const char *file, size_t n)
{
	struct arena a = { 0 };
	char path[240], *now = arena_new(&a, n + 1);
	int fd;

	snprintf(path, sizeof path, "%s/data.mdb", copy_data);
	fd = open(path, O_RDONLY);
	assert_int_equal(read(fd, now, n + 1), n);
	close(fd);
	assert_memory_equal(now, file, n);
	arena_free(&a);
	snprintf(path, sizeof path, "test $(ls -A %s | wc -l) = 1", copy_data);
	assert_int_equal(system(path), 0);
}

static bool is_in(const char *file, size_t n, str s)
{
	return memmem(file, n, s.p, s.n) != NULL;
}

/* Every record that stands in these bytes, as it was last stored. */
static const struct stored *missing; /* the last of those that are not as they were */
static size_t assert_saved(const char *file, size_t n, const char *what, size_t page)
{
	MDB_txn *txn;
	MDB_env *env = open_raw(new_data, &txn);
	size_t same = 0;
	MDB_dbi db;

	missing = NULL;
	assert_int_equal(mdb_dbi_open(txn, "rec", 0, &db), 0);
	for (size_t i = 0; i < records.n; i++) {
		const struct stored *s = &records.p[i];
		MDB_val k = { 8, (void *)(uintptr_t)(s->node.p + NODE) }, v;
		bool there = mdb_get(txn, db, &k, &v) == 0,
			is_same = there && str_eq(s->value, (str){ v.mv_data, (uint32_t)v.mv_size });

		same += is_same;
		if (!is_same)
			missing = s;
		if (!is_same && is_in(file, n, s->node) && (!s->big || is_in(file, n, s->value)))
			fail_msg("%s, page %zu: %u:%llu was whole and is %s", what, page, s->tag, (unsigned long long)s->id,
				there ? "another" : "lost");
	}
	mdb_txn_abort(txn);
	mdb_env_close(env);
	return same;
}

/* How many records are as they were. */
static size_t try_salvage(const char *file, size_t n, const char *what, size_t page)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	size_t same;

	put_copy(file, n);
	seen.lines = 0;
	if (office_salvage(&a, copy_data, NULL, new_data, count_line, NULL, &seen.out, &seen.bad, &e) != RC_OK)
		fail_msg("%s, page %zu: %s", what, page, e.msg);
	assert_untouched(file, n);
	same = assert_saved(file, n, what, page);
	if (seen.bad)
		fail_msg("%s, page %zu: %llu, %s", what, page, (unsigned long long)seen.bad, last_line);
	if (same < records.n && !(seen.out.lost && seen.lines))
		fail_msg("%s, page %zu: %zu records are not as they were, %u:%llu for one, and nobody is told", what, page,
			records.n - same, missing->tag, (unsigned long long)missing->id);
	arena_free(&a);
	return same;
}

static char *damaged(void)
{
	memcpy(room, whole, npages * PAGE);
	return room;
}

/* ---- damages -------------------------------------------------------------------------------- */

static void zero_page(char *b, size_t p)
{
	memset(b + p * PAGE, 0, PAGE);
}

static void flip_header(char *b, size_t p)
{
	b[p * PAGE + 10 + p % 6] ^= (char)(1 << p % 8);
}

static void flip_content(char *b, size_t p)
{
	b[p * PAGE + PAGE - 1 - p * 37 % 500] ^= (char)(1 << p % 8);
}

static void flip_many(char *b, size_t p)
{
	for (size_t i = 0; i < 40; i++)
		b[p * PAGE + (p * 131 + i * 97) % PAGE] ^= (char)(1 << i % 8);
}

static void swap_pages(char *b, size_t p)
{
	size_t q = p + 1 < npages ? p + 1 : 0;
	char keep[PAGE];

	memcpy(keep, b + p * PAGE, PAGE);
	memcpy(b + p * PAGE, b + q * PAGE, PAGE);
	memcpy(b + q * PAGE, keep, PAGE);
}

/* One page at a time, LMDB's own two included; of each kind every third. */
static void test_every_page(void **state)
{
	static const struct { const char *what; void (*damage)(char *, size_t page); } kinds[] = {
		{ "zeroes", zero_page }, { "header flipped", flip_header }, { "content flipped", flip_content },
		{ "many bits", flip_many }, { "swapped", swap_pages },
	};

	(void)state;
	for (size_t k = 0; k < COUNT(kinds); k++)
		for (size_t p = k % 3; p < npages; p += 3) {
			char *b = damaged();

			kinds[k].damage(b, p);
			assert_int_equal(try_salvage(b, npages * PAGE, kinds[k].what, p), records.n);
			/* One of both, record or log, is always left. */
		}
}

static void test_nothing_wrong(void **state)
{
	(void)state;
	assert_int_equal(try_salvage(whole, npages * PAGE, "whole", 0), records.n);
	assert_int_equal(seen.out.lost, 0);
	assert_int_equal(seen.out.rebuilt, 0);
	assert_int_equal(seen.out.entries, entries.n);
	assert_int_equal(seen.lines, 0);
	print_message("# %zu pages, %zu records, %zu entries\n", npages, records.n, entries.n);
}

/* The keys of these, wherever they lie, old versions of them too. */
static void wipe(char *b, const struct stored *list, size_t n)
{
	enum { FLAGS = 4, BYTES = NODE - FLAGS + 8 };

	for (size_t i = 0; i < n; i++)
		for (char *at = b; (at = memmem(at, (size_t)(b + npages * PAGE - at), list[i].node.p + FLAGS, BYTES));)
			memset(at, 0, BYTES);
}

static void test_all_records_gone(void **state)
{
	char *b = damaged();

	(void)state;
	wipe(b, records.p, records.n);
	assert_int_equal(try_salvage(b, npages * PAGE, "no records", 0), records.n);
	assert_int_equal(seen.out.rebuilt, records.n);
	assert_int_equal(seen.out.lost, 0);
}

/* The records are all there, and people go on with the new one. */
static void test_log_gone(void **state)
{
	char *b = damaged(), was[80];
	struct arena a = { 0 };
	struct session *s;

	(void)state;
	wipe(b, entries.p, entries.n);
	assert_int_equal(try_salvage(b, npages * PAGE, "no log", 0), records.n);
	assert_true(seen.out.entries < entries.n / 2);
	strcpy(was, office_data);
	strcpy(office_data, new_data);
	s = office_open(&a, false);
	new_family(s, 1000);
	assert_sound(s);
	session_close(s);
	strcpy(office_data, was);
	arena_free(&a);
}

static void test_cut(void **state)
{
	(void)state;
	for (size_t n = npages; n > npages / 3; n -= 1 + npages / 40)
		try_salvage(whole, n * PAGE - 100, "cut", n);
}

/* Half of all pages at random: what is lost is told, and what is there is sound. */
static void test_much(void **state)
{
	uint32_t x = 7;
	size_t least = records.n;

	(void)state;
	for (int round = 0; round < 30; round++) {
		char *b = damaged();
		size_t same;

		for (size_t p = 0; p < npages; p++) {
			x = x * 1664525u + 1013904223u;
			if (x >> 31)
				zero_page(b, p);
		}
		same = try_salvage(b, npages * PAGE, "half of it", (size_t)round);
		least = same < least ? same : least;
	}
	assert_true(least < records.n); /* else nothing was tried */
}

static void test_refused(void **state)
{
	struct arena a = { 0 };
	struct err e = { 0 };

	(void)state;
	put_copy(whole, npages * PAGE);
	mkdir(new_data, 0700);
	assert_int_equal(office_salvage(&a, office_dir, NULL, new_data, count_line, NULL, &seen.out, &seen.bad, &e),
		RC_NOT_FOUND);
	assert_int_equal(office_salvage(&a, copy_data, NULL, office_data, count_line, NULL, &seen.out, &seen.bad, &e),
		RC_INVALID);
	put_copy(arena_new(&a, PAGE * 20), PAGE * 20); /* nothing but zeroes */
	assert_int_equal(office_salvage(&a, copy_data, NULL, new_data, count_line, NULL, &seen.out, &seen.bad, &e), RC_IO);
	assert_int_equal(access(new_data, F_OK), -1);
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest salvage[] = {
		cmocka_unit_test(test_nothing_wrong), cmocka_unit_test(test_every_page), cmocka_unit_test(test_all_records_gone),
		cmocka_unit_test(test_log_gone), cmocka_unit_test(test_cut), cmocka_unit_test(test_much),
		cmocka_unit_test(test_refused),
	};

	return cmocka_run_group_tests(salvage, set_up, tear_down);
}
