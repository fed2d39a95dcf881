/* lmdb_test.c - every call into LMDB fails once: for each N the Nth call of a commit says no, the store
 * keeps its old state, says a sentence, and the same save succeeds afterwards.  The linker puts the
 * functions below in front of the library's (Makefile, FAULT_WRAP). */
#include "../office.h"
#include <errno.h>
#include <lmdb.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

static long calls, failing_call; /* failing_call 0: none fails */
static bool for_ever;                 /* all that follow fail, too */
static int fail_with = EIO;

static bool now_fails(void)
{
	calls++;
	return failing_call && (for_ever ? calls >= failing_call : calls == failing_call);
}

#define WRAP(name, args, names) \
	int __real_##name args; \
	int __wrap_##name args; \
	int __wrap_##name args \
	{ \
		return now_fails() ? fail_with : __real_##name names; \
	}

WRAP(mdb_txn_begin, (MDB_env *e, MDB_txn *p, unsigned f, MDB_txn **t), (e, p, f, t))
WRAP(mdb_txn_renew, (MDB_txn *t), (t))
WRAP(mdb_get, (MDB_txn *t, MDB_dbi d, MDB_val *k, MDB_val *v), (t, d, k, v))
WRAP(mdb_put, (MDB_txn *t, MDB_dbi d, MDB_val *k, MDB_val *v, unsigned f), (t, d, k, v, f))
WRAP(mdb_del, (MDB_txn *t, MDB_dbi d, MDB_val *k, MDB_val *v), (t, d, k, v))
WRAP(mdb_cursor_open, (MDB_txn *t, MDB_dbi d, MDB_cursor **c), (t, d, c))
WRAP(mdb_cursor_get, (MDB_cursor *c, MDB_val *k, MDB_val *v, MDB_cursor_op o), (c, k, v, o))

/* A commit that fails has still freed its transaction. */
int __real_mdb_txn_commit(MDB_txn *t);
int __wrap_mdb_txn_commit(MDB_txn *t);
int __wrap_mdb_txn_commit(MDB_txn *t)
{
	if (!now_fails())
		return __real_mdb_txn_commit(t);
	mdb_txn_abort(t);
	return fail_with;
}

/* A family with its head: two records, their indexes, the log and the look-up rows. */
static enum rc new_family(struct session *s, str name, struct err *e)
{
	struct arena a = { 0 };
	struct save save[2] = { { .type = &family_type }, { .type = &person_type } };
	enum rc rc = session_new(s, &a, &family_type, 0, &save[0].rec, e);

	if (rc == RC_OK)
		rc = session_new(s, &a, &person_type, 0, &save[1].rec, e);
	if (rc == RC_OK) {
		((struct person *)save[1].rec)->name = name;
		((struct family *)save[0].rec)->community.id = 3;
		((struct family *)save[0].rec)->phone1.s = S("13900005678");
		rc = session_save(s, &a, S(""), save, 2, e);
	}
	arena_free(&a);
	return rc;
}

static size_t families(struct session *s)
{
	struct arena a = { 0 };
	struct page page;
	struct err e = { 0 };

	assert_int_equal(session_list(s, &a, &(struct ask){ .query = query_find(S("families")) }, &page, &e),
		RC_OK);
	arena_free(&a);
	return page.total;
}

static void every_call_fails_once(int with)
{
	struct arena a = { 0 };
	struct session *s = office_open(&a, true);
	struct err e = { 0 };
	size_t there;
	long n;

	assert_int_equal(new_family(s, S("王秀兰"), &e), RC_OK);
	there = families(s);
	fail_with = with;
	for (n = 1;; n++) {
		enum rc rc;

		e.msg[0] = 0;
		calls = 0;
		failing_call = n;
		rc = new_family(s, S("阿卜杜拉·买买提"), &e);
		failing_call = 0;
		if (rc == RC_OK && calls < n)
			break; /* there are no more calls */
		if (rc == RC_OK) { /* what failed could be done without */
			there++;
		} else {
			assert_true(rc == RC_IO || rc == RC_BUSY);
			assert_true(strlen(e.msg) > 0);
		}
		assert_int_equal(families(s), there);
	}
	assert_true(n > 50); /* a commit is more than a few calls */
	assert_int_equal(families(s), there + 1);
	assert_sound(s);
	session_close(s);
	arena_free(&a);
}

static void test_every_call_fails_once(void **state)
{
	(void)state;
	every_call_fails_once(EIO);
}

static void test_every_call_finds_the_map_full(void **state)
{
	(void)state;
	every_call_fails_once(MDB_MAP_FULL);
}

/* The disk has gone: a session says so, again and again, and whoever comes when it is back finds all
 * that was acknowledged. */
static void test_every_call_from_one_on_fails(void **state)
{
	struct arena a = { 0 };
	struct session *s = office_open(&a, true);
	struct err e = { 0 };
	size_t there;
	bool ended = false;

	(void)state;
	assert_int_equal(new_family(s, S("王秀兰"), &e), RC_OK);
	there = families(s);
	for (long n = 1; !ended; n += 11) {
		struct arena b = { 0 };
		struct page page;
		enum rc rc;

		calls = 0;
		failing_call = n;
		for_ever = true;
		fail_with = EIO;
		rc = new_family(s, S("阿卜杜拉·买买提"), &e);
		ended = rc == RC_OK && calls < n;
		if (!ended) {
			assert_true(rc == RC_IO || rc == RC_BUSY || rc == RC_OK);
			e.msg[0] = 0;
			rc = session_list(s, &b, &(struct ask){ .query = query_find(S("families")) }, &page, &e);
			assert_true(rc != RC_OK && e.msg[0]);
			assert_null(strstr(e.msg, "没有存上")); /* nobody saved anything */
		} else {
			there++;
		}
		failing_call = 0;
		for_ever = false;
		session_close(s);
		s = office_open(&a, false);
		assert_int_equal(families(s), there);
		arena_free(&b);
	}
	assert_sound(s);
	session_close(s);
	arena_free(&a);
}

/* The file may not grow: what a full disk looks like to a write. */
static void test_a_file_that_cannot_grow(void **state)
{
	struct arena a = { 0 };
	struct session *s = office_open(&a, true);
	struct rlimit was, small;
	struct err e = { 0 };
	enum rc rc = RC_OK;
	size_t there;

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &was), 0);
	small = was;
	small.rlim_cur = 400 * 1024;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	for (int i = 0; i < 2000 && rc == RC_OK; i++)
		rc = new_family(s, S("𠮷田秀英"), &e);
	assert_int_equal(rc, RC_IO);
	assert_non_null(strstr(e.msg, "没有存上"));
	there = families(s);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &was), 0);
	assert_int_equal(new_family(s, S("𠮷田秀英"), &e), RC_OK);
	assert_int_equal(families(s), there + 1);
	assert_sound(s);
	session_close(s);
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest lmdb[] = {
		cmocka_unit_test_setup_teardown(test_every_call_fails_once, office_set_up, office_tear_down),
		cmocka_unit_test_setup_teardown(test_every_call_finds_the_map_full, office_set_up, office_tear_down),
		cmocka_unit_test_setup_teardown(test_every_call_from_one_on_fails, office_set_up, office_tear_down),
		cmocka_unit_test_setup_teardown(test_a_file_that_cannot_grow, office_set_up, office_tear_down),
	};

	return cmocka_run_group_tests(lmdb, NULL, NULL);
}
