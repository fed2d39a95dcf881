/* crash_test.c - processes that die, stop, or write at the same time: what was acknowledged is there, and
 * check finds nothing wrong.  Real files, real processes. */
#include "../office.h"
#include <fcntl.h>
#include <lmdb.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

enum { COMMITS = 200, ROUNDS = 8 };

static uint64_t new_family(struct session *s)
{
	struct arena a = { 0 };
	struct save save[2] = { { .type = &family_type }, { .type = &person_type } };
	struct err e = { 0 };

	assert_int_equal(session_new(s, &a, &family_type, 0, &save[0].rec, &e), RC_OK);
	assert_int_equal(session_new(s, &a, &person_type, 0, &save[1].rec, &e), RC_OK);
	((struct person *)save[1].rec)->name = S("阿卜杜拉·买买提");
	((struct family *)save[0].rec)->community.id = 3;
	if (session_save(s, &a, S(""), save, 2, &e) != RC_OK)
		fail_msg("%s", e.msg);
	arena_free(&a);
	return save[0].id;
}

static enum rc new_visit(struct session *s, uint64_t family, int number, uint64_t *id, struct err *e)
{
	struct arena a = { 0 };
	struct save save = { .type = &visit_type };
	struct visit *v;
	enum rc rc = session_new(s, &a, &visit_type, family, &save.rec, e);

	if (rc == RC_OK) {
		v = (struct visit *)save.rec;
		v->mode.key = S("21");
		v->outcome.key = S("1");
		v->talk.s = arena_printf(&a, "第%d次：精神尚好，夜里有时睡不踏实，𠮷䶮", number);
		rc = session_save(s, &a, S(""), &save, 1, e);
	}
	*id = save.id;
	arena_free(&a);
	return rc;
}

/* Commits and tells the parent of each only after it is on the disk. */
static void write_visits(uint64_t family, int tell)
{
	struct arena a = { 0 };
	struct session *s = office_open(&a, false);
	struct err e = { 0 };

	for (int i = 0; i < COMMITS; i++) {
		uint64_t id;

		if (new_visit(s, family, i, &id, &e) != RC_OK || write(tell, &id, sizeof id) != sizeof id)
			_exit(1);
	}
	_exit(0);
}

static void test_kill_in_the_middle_of_commits(void **state)
{
	struct arena a = { 0 };
	struct session *s = office_open(&a, true);
	uint64_t family = new_family(s), *acked = ARENA_ARRAY(&a, uint64_t, ROUNDS * COMMITS);
	size_t n = 0;

	(void)state;
	session_close(s);
	for (int round = 0; round < ROUNDS; round++) {
		int p[2], limit = 3 + round * 23;
		pid_t pid;

		assert_int_equal(pipe(p), 0);
		pid = fork();
		if (pid == 0)
			write_visits(family, p[1]);
		close(p[1]);
		for (int i = 0; read(p[0], &acked[n], sizeof *acked) == sizeof *acked; i++, n++)
			if (i == limit)
				kill(pid, SIGKILL);
		close(p[0]);
		assert_int_equal(waitpid(pid, NULL, 0), pid);
	}
	assert_true(n > ROUNDS * 3);
	s = office_open(&a, false);
	for (size_t i = 0; i < n; i++) {
		struct err e = { 0 };
		struct rec *r;

		assert_int_equal(session_get(s, &a, &visit_type, acked[i], &r, &e), RC_OK);
		assert_true(str_starts(((struct visit *)r)->talk.s, S("第")));
	}
	assert_sound(s);
	session_close(s);
	arena_free(&a);
}

static void test_two_writers_and_a_reader(void **state)
{
	struct arena a = { 0 }, page_arena = { 0 };
	struct session *s = office_open(&a, true);
	uint64_t family = new_family(s), tick = session_tick(s);
	struct page page;
	struct err e = { 0 };
	int p[2], status;
	pid_t pid[2];
	uint64_t id;

	(void)state;
	session_close(s); /* not across fork() */
	assert_int_equal(pipe(p), 0);
	for (int i = 0; i < 2; i++)
		if ((pid[i] = fork()) == 0)
			write_visits(family, p[1]);
	close(p[1]);
	s = office_open(&a, false);
	for (int n = 0; read(p[0], &id, sizeof id) == sizeof id; n++) {
		struct rec *r;

		if (n % 20 == 0) { /* what one process has on the disk the other sees at once */
			assert_int_equal(session_get(s, &page_arena, &visit_type, id, &r, &e), RC_OK);
			assert_true(session_stale(s, tick)); /* since before they began */
			arena_reset(&page_arena);
		}
	}
	for (int i = 0; i < 2; i++) {
		assert_int_equal(waitpid(pid[i], &status, 0), pid[i]);
		assert_int_equal(status, 0);
	}
	assert_int_equal(session_list(s, &page_arena, &(struct ask){ .query = query_find(S("visits-of")),
		.about = family, .n = 1 }, &page, &e), RC_OK);
	assert_int_equal(page.total, 2 * COMMITS);
	assert_sound(s);
	session_close(s);
	arena_free(&page_arena);
	arena_free(&a);
}

/* The watched descriptor becomes readable when another process commits. */
static void test_a_commit_wakes_the_others(void **state)
{
	struct arena a = { 0 };
	struct session *s = office_open(&a, true);
	uint64_t family = new_family(s), tick, id;
	struct err e = { 0 };
	struct pollfd f = { .events = POLLIN };
	int status;
	pid_t pid;

	(void)state;
	session_drain(s);
	tick = session_tick(s);
	f.fd = session_fd(s);
	pid = fork();
	if (pid == 0) {
		struct arena b = { 0 };

		_exit(new_visit(office_open(&b, false), family, 1, &id, &e) != RC_OK);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	assert_int_equal(poll(&f, 1, 5000), 1);
	session_drain(s);
	assert_true(session_stale(s, tick));
	session_close(s);
	arena_free(&a);
}

/* A writer that was stopped holds LMDB's lock for ever; the deadline lock in front names it. */
static void test_a_stopped_writer_makes_the_others_say_so(void **state)
{
	struct arena a = { 0 };
	struct session *s = office_open(&a, true);
	uint64_t family = new_family(s), id;
	struct flock all = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	struct err e = { 0 };
	char path[100], pid_text[20], ready;
	int p[2];
	pid_t pid;

	(void)state;
	snprintf(path, sizeof path, "%s/write.lock", office_data);
	assert_int_equal(pipe(p), 0);
	pid = fork();
	if (pid == 0) { /* as a writer that is stopped in the middle holds it */
		int fd = open(path, O_RDWR);

		if (fd < 0 || fcntl(fd, F_SETLK, &all) != 0 || write(p[1], "r", 1) != 1)
			_exit(1);
		raise(SIGSTOP);
		_exit(0);
	}
	assert_int_equal(read(p[0], &ready, 1), 1);
	assert_int_equal(new_visit(s, family, 1, &id, &e), RC_BUSY);
	snprintf(pid_text, sizeof pid_text, "%d", (int)pid);
	assert_non_null(strstr(e.msg, pid_text));
	assert_non_null(strstr(e.msg, "没有存上"));
	kill(pid, SIGCONT);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	assert_int_equal(new_visit(s, family, 1, &id, &e), RC_OK);
	assert_sound(s);
	session_close(s);
	arena_free(&a);
}

/* ---- damage --------------------------------------------------------------------------------- */

/* One value of a table of the store, changed or removed behind its back: the last one, or the last whose key
 * begins so. */
static void damage(const char *table, char first, bool remove_it)
{
	MDB_env *env;
	MDB_txn *txn;
	MDB_dbi dbi;
	MDB_cursor *cur;
	MDB_val k, v;
	char *changed;

	assert_int_equal(mdb_env_create(&env), 0);
	mdb_env_set_maxdbs(env, 16);
	mdb_env_set_mapsize(env, (size_t)1 << 30);
	assert_int_equal(mdb_env_open(env, office_data, 0, 0600), 0);
	assert_int_equal(mdb_txn_begin(env, NULL, 0, &txn), 0);
	assert_int_equal(mdb_dbi_open(txn, table, 0, &dbi), 0);
	assert_int_equal(mdb_cursor_open(txn, dbi, &cur), 0);
	assert_int_equal(mdb_cursor_get(cur, &k, &v, MDB_LAST), 0);
	while (first && *(const char *)k.mv_data != first)
		assert_int_equal(mdb_cursor_get(cur, &k, &v, MDB_PREV), 0);
	if (remove_it) {
		assert_int_equal(mdb_cursor_del(cur, 0), 0);
	} else {
		changed = malloc(v.mv_size);
		memcpy(changed, v.mv_data, v.mv_size);
		changed[v.mv_size - 1] ^= 1;
		v.mv_data = changed;
		assert_int_equal(mdb_cursor_put(cur, &k, &v, MDB_CURRENT), 0);
		free(changed);
	}
	mdb_cursor_close(cur);
	assert_int_equal(mdb_txn_commit(txn), 0);
	mdb_env_close(env);
}

static void test_planted_damage_is_found(void **state)
{
	static const struct { const char *table; char first; bool remove_it; } plants[] = {
		{ "rec", 0, false }, { "rec", 0, true }, { "idx", 0, true }, { "look", 0, false }, { "look", 0, true },
		{ "own", 0, true }, { "own", 0, false }, { "look", 's', false }, { "look", 's', true },
		{ "log", 0, false }, { "log", 0, true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(plants); i++) {
		struct arena a = { 0 };
		struct session *s;
		uint64_t family, id, bad = 0;
		struct err e = { 0 };
		char command[100];
		enum rc rc;

		snprintf(command, sizeof command, "rm -rf %s", office_data);
		assert_int_equal(system(command), 0);
		s = office_open(&a, true);
		family = new_family(s);
		assert_int_equal(new_visit(s, family, 1, &id, &e), RC_OK);
		session_close(s);
		damage(plants[i].table, plants[i].first, plants[i].remove_it);
		s = office_open(&a, false);
		rc = session_check(s, office_say, NULL, &bad, &e);
		if (rc == RC_OK && bad == 0)
			fail_msg("%s %s: not found", plants[i].table, plants[i].remove_it ? "removed" : "changed");
		session_close(s);
		arena_free(&a);
	}
}

/* Written by a newer program: refused with what to do, and nothing is touched. */
static void test_a_newer_format_is_refused(void **state)
{
	struct arena a = { 0 };
	struct session *s = office_open(&a, true);
	unsigned char format[8] = { 0, 0, 0, 0, 0, 0, 0, 99 };
	struct err e = { 0 };
	MDB_env *env;
	MDB_txn *txn;
	MDB_dbi dbi;
	char name[] = "format";
	MDB_val k = { 6, name }, v = { sizeof format, format };

	(void)state;
	session_close(s);
	assert_int_equal(mdb_env_create(&env), 0);
	mdb_env_set_maxdbs(env, 16);
	assert_int_equal(mdb_env_open(env, office_data, 0, 0600), 0);
	assert_int_equal(mdb_txn_begin(env, NULL, 0, &txn), 0);
	assert_int_equal(mdb_dbi_open(txn, "meta", 0, &dbi), 0);
	assert_int_equal(mdb_put(txn, dbi, &k, &v, 0), 0);
	assert_int_equal(mdb_txn_commit(txn), 0);
	mdb_env_close(env);
	assert_int_equal(session_open(&a, &(struct session_opts){ .data = office_data }, &s, &e), RC_INVALID);
	assert_non_null(strstr(e.msg, "升级"));
	arena_free(&a);
}

/* A process that dies leaves its place among the readers, which keeps old pages: how many are there? */
static int dead_readers(void)
{
	MDB_env *env;
	int dead = -1;

	assert_int_equal(mdb_env_create(&env), 0);
	mdb_env_set_maxdbs(env, 16);
	assert_int_equal(mdb_env_open(env, office_data, 0, 0600), 0);
	assert_int_equal(mdb_reader_check(env, &dead), 0);
	mdb_env_close(env);
	return dead;
}

/* A process with the office open; it waits to be killed. */
static pid_t start_reader(void)
{
	int p[2];
	char ready;
	pid_t pid;

	assert_int_equal(pipe(p), 0);
	pid = fork();
	if (pid == 0) {
		struct arena a = { 0 };
		struct session *s = office_open(&a, false);

		session_tick(s);
		if (write(p[1], "r", 1) == 1)
			pause();
		_exit(1);
	}
	assert_int_equal(read(p[0], &ready, 1), 1);
	close(p[0]);
	close(p[1]);
	return pid;
}

static void kill_reader(pid_t pid)
{
	kill(pid, SIGKILL);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
}

static void test_places_of_dead_readers_are_cleared(void **state)
{
	struct arena a = { 0 };
	pid_t alive;

	(void)state;
	session_close(office_open(&a, true));
	alive = start_reader(); /* without it LMDB would begin a new table of readers */
	kill_reader(start_reader());
	assert_int_equal(dead_readers(), 1); /* it was there, and this has cleared it */
	kill_reader(start_reader());
	session_close(office_open(&a, false)); /* whoever opens clears them */
	assert_int_equal(dead_readers(), 0);
	kill_reader(alive);
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest crash[] = {
		cmocka_unit_test_setup_teardown(
			test_places_of_dead_readers_are_cleared, office_set_up, office_tear_down),
		cmocka_unit_test_setup_teardown(test_a_newer_format_is_refused, office_set_up, office_tear_down),
		cmocka_unit_test_setup_teardown(test_kill_in_the_middle_of_commits, office_set_up, office_tear_down),
		cmocka_unit_test_setup_teardown(test_two_writers_and_a_reader, office_set_up, office_tear_down),
		cmocka_unit_test_setup_teardown(test_a_commit_wakes_the_others, office_set_up, office_tear_down),
		cmocka_unit_test_setup_teardown(test_a_stopped_writer_makes_the_others_say_so, office_set_up, office_tear_down),
		cmocka_unit_test_setup_teardown(test_planted_damage_is_found, office_set_up, office_tear_down),
	};

	return cmocka_run_group_tests(crash, NULL, NULL);
}
