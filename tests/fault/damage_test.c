/* damage_test.c - a data file with damage of every kind on every page: check finds it or says where it
 * could not read on, and nothing that reads or writes ends by a signal.  Each try has a process of its own. */
#include "../office.h"
#include "base/buf.h"

#include <fcntl.h>
#include <lmdb.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FAMILIES = 24, PAGE = 4096, META_PAGES = 2 };

/* LMDB copies by sizes that damage has changed; that its process then ends with a sentence is what is
 * tried here, so the sanitizer must not end it first. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
	return "replace_intrin=0";
}

static struct arena all;
static char *whole;           /* the file as it was */
static size_t npages;
static char copy_data[100];   /* the data directory a damaged copy lies in */
static str content;           /* all keys and values of the whole file */

static void new_family(struct session *s, int n)
{
	struct arena a = { 0 };
	struct save save[2] = { { .type = &family_type }, { .type = &person_type } };
	struct err e = { 0 };

	assert_int_equal(session_new(s, &a, &family_type, 0, &save[0].rec, &e), RC_OK);
	assert_int_equal(session_new(s, &a, &person_type, 0, &save[1].rec, &e), RC_OK);
	((struct person *)save[1].rec)->name = arena_printf(&a, "王秀%d", n);
	((struct family *)save[0].rec)->community.id = 3;
	((struct family *)save[0].rec)->live_addr = arena_printf(&a, "惠民家园%d-1-101", n % 5 + 1);
	if (session_save(s, &a, S(""), save, 2, &e) != RC_OK)
		fail_msg("%s", e.msg);
	arena_free(&a);
}

/* Every key and value of every table, LMDB's own two included: what a store means. */
static str dump(const char *dir)
{
	struct buf b = { .a = &all };
	MDB_env *env;
	MDB_txn *txn;
	MDB_dbi main_db;
	MDB_cursor *names, *c;
	MDB_val k, v;

	assert_int_equal(mdb_env_create(&env), 0);
	mdb_env_set_maxdbs(env, 16);
	assert_int_equal(mdb_env_open(env, dir, MDB_RDONLY, 0600), 0);
	assert_int_equal(mdb_txn_begin(env, NULL, MDB_RDONLY, &txn), 0);
	assert_int_equal(mdb_dbi_open(txn, NULL, 0, &main_db), 0);
	assert_int_equal(mdb_cursor_open(txn, 0, &c), 0);
	while (mdb_cursor_get(c, &k, &v, MDB_NEXT) == 0) { /* free pages */
		buf_put(&b, k.mv_data, k.mv_size);
		buf_put(&b, v.mv_data, v.mv_size);
	}
	mdb_cursor_close(c);
	assert_int_equal(mdb_cursor_open(txn, main_db, &names), 0);
	while (mdb_cursor_get(names, &k, &v, MDB_NEXT) == 0) {
		MDB_dbi db;

		buf_put(&b, k.mv_data, k.mv_size);
		assert_int_equal(mdb_dbi_open(txn, arena_z(&all, (str){ k.mv_data, (uint32_t)k.mv_size }), 0, &db), 0);
		assert_int_equal(mdb_cursor_open(txn, db, &c), 0);
		while (mdb_cursor_get(c, &k, &v, MDB_NEXT) == 0) {
			buf_put(&b, k.mv_data, k.mv_size);
			buf_put(&b, v.mv_data, v.mv_size);
		}
		mdb_cursor_close(c);
	}
	mdb_cursor_close(names);
	mdb_txn_abort(txn);
	mdb_env_close(env);
	return buf_view(&b);
}

static int set_up(void **state)
{
	struct arena a = { 0 };
	struct session *s;
	char path[120];
	struct stat st;
	int fd;

	if (office_set_up(state) != 0)
		return -1;
	s = office_open(&a, true);
	for (int i = 0; i < FAMILIES; i++)
		new_family(s, i);
	assert_sound(s);
	session_close(s);
	arena_free(&a);
	content = dump(office_data);
	snprintf(path, sizeof path, "%s/data.mdb", office_data);
	fd = open(path, O_RDONLY);
	assert_int_equal(fstat(fd, &st), 0);
	npages = (size_t)st.st_size / PAGE;
	whole = arena_new(&all, (size_t)st.st_size);
	assert_int_equal(read(fd, whole, (size_t)st.st_size), st.st_size);
	close(fd);
	snprintf(copy_data, sizeof copy_data, "%s/copy", office_dir);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(&all);
	return office_tear_down(state);
}

static void put_copy(const char *file)
{
	char path[120];
	int fd;

	mkdir(copy_data, 0700); /* the second time it is there */
	snprintf(path, sizeof path, "%s/lock.mdb", copy_data);
	unlink(path);
	snprintf(path, sizeof path, "%s/data.mdb", copy_data);
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_int_equal(write(fd, file, npages * PAGE), npages * PAGE);
	close(fd);
}

/* ---- what is tried on a copy, in a process of its own: returns its exit status ---------------- */

enum { CLEAN, FOUND, STOPPED = 3 /* in the middle of a change, with a sentence */ };

static void hush(void *arg, str line)
{
	(void)arg;
	(void)line;
}

static int try_check(void)
{
	struct arena a = { 0 };
	struct session *s;
	struct err e = { 0 };
	uint64_t bad = 0;

	if (session_open(&a, &(struct session_opts){ .data = copy_data }, &s, &e) != RC_OK)
		return e.msg[0] ? FOUND : 99;
	if (session_check(s, hush, NULL, &bad, &e) != RC_OK)
		return e.msg[0] ? FOUND : 99;
	return bad ? FOUND : CLEAN;
}

static int try_work(void)
{
	static const char *const lists[] = { "today", "families", "find", "workers", "orgs" };
	struct arena a = { 0 };
	struct session *s;
	struct err e = { 0 };
	struct rec *r;
	struct page page;
	struct save save = { .type = &family_type };

	if (session_open(&a, &(struct session_opts){ .data = copy_data }, &s, &e) != RC_OK)
		return e.msg[0] ? 0 : 99;
	for (size_t i = 0; i < COUNT(lists); i++) {
		e.msg[0] = 0;
		if (session_list(s, &a, &(struct ask){ .query = query_find(str_of(lists[i])),
			.line = S("王"), .n = 100 }, &page, &e) != RC_OK && !e.msg[0])
			return 99;
		if (strstr(e.msg, "没有存上")) /* nobody saved anything */
			return 98;
	}
	for (uint64_t id = 1; id <= FAMILIES; id++) {
		enum rc rc = session_get(s, &a, &family_type, id, &r, &e);

		if (rc != RC_OK && !e.msg[0])
			return 99;
		if (rc == RC_OK && id % 8 == 0) { /* and a change */
			save.base = r;
			save.rec = rec_dup(&a, &family_type, r);
			((struct family *)save.rec)->phone1.s = arena_printf(&a, "1390000%04d", (int)id);
			if (session_save(s, &a, S(""), &save, 1, &e) != RC_OK && !e.msg[0])
				return 99;
		}
	}
	session_close(s);
	return 0;
}

static int in_a_process(int (*what)(void))
{
	int status;
	pid_t pid;

	fflush(NULL);
	pid = fork();
	if (pid == 0)
		_exit(what());
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static void try_copy(const char *file, const char *what, size_t page, size_t *found, size_t *harmless)
{
	int status;

	put_copy(file);
	status = in_a_process(try_check);
	if (!WIFEXITED(status) || WEXITSTATUS(status) > FOUND)
		fail_msg("%s, page %zu: check ended with %x", what, page, (unsigned)status);
	if (WEXITSTATUS(status) == FOUND) {
		++*found;
	} else { /* then nothing that anybody could read is different */
		++*harmless;
		if (!str_eq(dump(copy_data), content))
			fail_msg("%s, page %zu: not found", what, page);
		return;
	}
	put_copy(file);
	status = in_a_process(try_work);
	if (!WIFEXITED(status) || (WEXITSTATUS(status) && WEXITSTATUS(status) != STOPPED))
		fail_msg("%s, page %zu: work ended with %x", what, page, (unsigned)status);
}

/* ---- damages -------------------------------------------------------------------------------- */

static void zero_page(char *b, size_t p)
{
	memset(b + p * PAGE, 0, PAGE);
}

static void random_page(char *b, size_t p)
{
	uint32_t x = (uint32_t)p * 2654435761u + 1;

	for (size_t i = 0; i < PAGE; i++) {
		x = x * 1664525u + 1013904223u;
		b[p * PAGE + i] = (char)(x >> 24);
	}
}

static void swap_pages(char *b, size_t p)
{
	size_t q = p + 1 < npages ? p + 1 : META_PAGES;
	char keep[PAGE];

	memcpy(keep, b + p * PAGE, PAGE);
	memcpy(b + p * PAGE, b + q * PAGE, PAGE);
	memcpy(b + q * PAGE, keep, PAGE);
}

static void flip_header(char *b, size_t p)
{
	b[p * PAGE + 10 + p % 6] ^= (char)(1 << p % 8); /* flags, and where free space lies */
}

static void flip_pointer(char *b, size_t p)
{
	b[p * PAGE + 16 + 2 * (p % 3) + p % 2] ^= (char)(1 << p % 7); /* where a node begins */
}

static void flip_content(char *b, size_t p)
{
	b[p * PAGE + PAGE - 1 - p * 37 % 500] ^= (char)(1 << p % 8);
}

static void test_every_page(void **state)
{
	static const struct { const char *what; void (*damage)(char *, size_t page); } kinds[] = {
		{ "zeroes", zero_page }, { "random bytes", random_page }, { "swapped", swap_pages },
		{ "header flipped", flip_header }, { "pointer flipped", flip_pointer },
		{ "content flipped", flip_content },
	};
	size_t found = 0, harmless = 0;

	(void)state;
	for (size_t k = 0; k < COUNT(kinds); k++)
		for (size_t p = META_PAGES; p < npages; p++) {
			char *b = arena_new(&all, npages * PAGE);

			memcpy(b, whole, npages * PAGE);
			kinds[k].damage(b, p);
			try_copy(b, kinds[k].what, p, &found, &harmless);
		}
	print_message("# %zu pages: %zu damages found, %zu on free pages or in gaps\n", npages, found, harmless);
	assert_true(found > harmless / 4);
}

int main(void)
{
	const struct CMUnitTest damage[] = {
		cmocka_unit_test(test_every_page),
	};

	return cmocka_run_group_tests(damage, set_up, tear_down);
}
