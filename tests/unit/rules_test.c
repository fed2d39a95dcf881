/* rules_test.c - every text of care.yaml is kept with its day, once, in order, and read when a day of its
 * time is asked for. */
#include "../office.h"
#include "base/data.h"
#include "core/work/save.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void on(int m, int d)
{
	char now[32];

	snprintf(now, sizeof now, "2026-%02d-%02dT09:00", m, d);
	setenv("QINQING_NOW", now, 1);
}

/* The office's own care.yaml from now on. */
static void write_care(const char *text)
{
	char path[200];
	FILE *f;

	snprintf(path, sizeof path, "%s/config", office_data);
	mkdir(path, 0700);
	snprintf(path, sizeof path, "%s/config/care.yaml", office_data);
	f = fopen(path, "w");
	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static int64_t share_on(struct session *s, int m, int d)
{
	const struct care *care;
	struct err e = { 0 };

	if (office_care_at(session_office(s), date_of(2026, m, d), &care, &e) != RC_OK)
		fail_msg("%s", e.msg);
	return care->soft_share;
}

static bool count(void *n, uint64_t id)
{
	(void)id;
	++*(size_t *)n;
	return true;
}

static size_t sets(struct session *s)
{
	struct err e = { 0 };
	size_t n = 0;

	assert_int_equal(enter(s, &e), RC_OK);
	assert_int_equal(snap_each(s->view, &ruleset_type, 1, count, &n, &e), RC_OK);
	leave(s);
	return n;
}

static void open_and_close(int m, int d, const char *care)
{
	struct arena a = { 0 };

	on(m, d);
	write_care(care);
	session_close(office_open(&a, false));
	arena_free(&a);
}

static void new_office(int m, int d)
{
	struct arena a = { 0 };

	on(m, d);
	session_close(office_open(&a, true));
	arena_free(&a);
}

/* A day is judged by the rules of its time: those before the first change go back for ever, a change
 * counts from its day on, two changes of one day are one. */
static void test_a_day_has_the_rules_of_its_time(void **state)
{
	struct arena a = { 0 };
	struct session *s;

	(void)state;
	new_office(3, 1);
	open_and_close(4, 10, "soft_share: 60\n");
	open_and_close(5, 5, "soft_share: 50\n");
	open_and_close(5, 5, "soft_share: 40\n");
	on(5, 6);
	s = office_open(&a, false);
	assert_int_equal(sets(s), 3);
	assert_int_equal(share_on(s, 1, 1), 75);
	assert_int_equal(share_on(s, 4, 9), 75);
	assert_int_equal(share_on(s, 4, 10), 60);
	assert_int_equal(share_on(s, 5, 4), 60);
	assert_int_equal(share_on(s, 5, 5), 40);
	assert_int_equal(share_on(s, 5, 6), 40);
	assert_sound(s);
	session_close(s);
	arena_free(&a);
}

/* Another comment, another order, a number written at length: the same rules. */
static void test_what_says_the_same_is_no_change(void **state)
{
	struct arena a = { 0 };
	struct session *s;
	const struct data *shipped = data_find(S("config/care.yaml"));

	(void)state;
	new_office(3, 1);
	open_and_close(4, 10, "# nothing\nsoft_share: 75\n");
	open_and_close(4, 11, arena_z(&a, (str){ shipped->bytes, shipped->n }));
	s = office_open(&a, false);
	assert_int_equal(sets(s), 1);
	session_close(s);
	arena_free(&a);
}

/* The clock was wrong when the rules changed: they still follow those before them. */
static void test_a_clock_set_back_keeps_the_order(void **state)
{
	struct arena a = { 0 };
	struct session *s;

	(void)state;
	new_office(3, 1);
	open_and_close(5, 5, "soft_share: 60\n");
	open_and_close(2, 1, "soft_share: 50\n"); /* three months back */
	on(5, 6);
	s = office_open(&a, false);
	assert_int_equal(share_on(s, 5, 4), 75);
	assert_int_equal(share_on(s, 5, 5), 50);
	assert_int_equal(session_office(s)->care_from.day, date_of(2026, 5, 5).day);
	session_close(s);
	arena_free(&a);
}

/* ... nor do they count before what has been noted under the old ones. */
static void test_new_rules_leave_what_was_noted(void **state)
{
	struct arena a = { 0 };
	struct session *s;
	struct err e = { 0 };

	(void)state;
	new_office(3, 1);
	on(6, 1);
	s = office_open(&a, false);
	assert_int_equal(session_log(s, S("search"), S("x"), NULL, 0, &e), RC_OK);
	session_close(s);
	open_and_close(4, 1, "soft_share: 50\n"); /* two months back */
	on(6, 2);
	s = office_open(&a, false);
	assert_int_equal(share_on(s, 5, 31), 75);
	assert_int_equal(share_on(s, 6, 1), 50);
	session_close(s);
	arena_free(&a);
}

/* Looking without writing: the new rules count from today, the past stays what it was. */
static void test_read_only_leaves_the_past(void **state)
{
	struct arena a = { 0 };
	struct session *s;
	struct err e = { 0 };

	(void)state;
	new_office(3, 1);
	on(5, 5);
	write_care("soft_share: 60\n");
	assert_int_equal(session_open(&a, &(struct session_opts){ .data = office_data, .read_only = true }, &s, &e),
		RC_OK);
	assert_int_equal(sets(s), 1);
	assert_int_equal(share_on(s, 5, 4), 75);
	assert_int_equal(share_on(s, 5, 5), 60);
	session_close(s);
	arena_free(&a);
}

/* Six sessions find care.yaml changed at the same moment: one rule set. */
static void test_sessions_at_once_keep_it_once(void **state)
{
	enum { SESSIONS = 6 };
	struct arena a = { 0 };
	struct session *s;
	int gate[2], failed = 0;

	(void)state;
	new_office(3, 1);
	on(5, 5);
	write_care("soft_share: 60\n");
	assert_int_equal(pipe(gate), 0);
	for (int i = 0; i < SESSIONS; i++)
		if (fork() == 0) {
			struct arena mine = { 0 };
			struct err e = { 0 };
			char go;

			close(gate[1]);
			if (read(gate[0], &go, 1) < 0) /* until all are there: the end of the pipe */
				_exit(2);
			if (session_open(&mine, &(struct session_opts){ .data = office_data }, &s, &e) != RC_OK) {
				fprintf(stderr, "%s\n", e.msg);
				_exit(1);
			}
			session_close(s);
			_exit(0);
		}
	close(gate[0]);
	close(gate[1]);
	for (int i = 0, status; i < SESSIONS; i++) {
		assert_true(wait(&status) > 0);
		failed += status != 0;
	}
	assert_int_equal(failed, 0);
	s = office_open(&a, false);
	assert_int_equal(sets(s), 2);
	assert_sound(s);
	session_close(s);
	arena_free(&a);
}

/* A rule set as an older program kept it: the text of the file, without keys that came later. */
static void add_old(struct session *s, date from, str text)
{
	struct arena a = { 0 };
	const struct rec_type *t = type_of(s, &ruleset_type);
	struct ruleset *r = (struct ruleset *)rec_new(&a, t);
	struct err e = { 0 };

	r->name = S("care.yaml");
	r->from = from;
	r->text.s = text;
	if (commit_ops(s, &a, &(struct act){ .name = S("config") }, S(""), &(struct op){ .type = t, .rec = &r->r }, 1, &e) != RC_OK)
		fail_msg("%s", e.msg);
	arena_free(&a);
}

/* What an older text does not speak of is as in the rules in force; one that cannot be read is told, and
 * only to whoever asks about its days. */
static void test_older_texts(void **state)
{
	struct arena a = { 0 };
	struct session *s;
	const struct care *care;
	struct err e = { 0 };
	str old = S("counters: [{name: contact, label: x, counts: contact}]\n"
		"presets: [{name: p, label: p, contact: 1/year}]\nusual: p\nlevels: []\nsoft_share: 30\n");

	(void)state;
	new_office(1, 1);
	on(2, 1);
	s = office_open(&a, false);
	add_old(s, date_of(2026, 2, 1), old);
	add_old(s, date_of(2026, 3, 1), S("counters: [\n"));
	session_close(s);
	open_and_close(4, 1, "soft_share: 60\n");
	s = office_open(&a, false);
	assert_int_equal(share_on(s, 4, 1), 60);
	assert_int_equal(share_on(s, 2, 28), 30);
	assert_int_equal(office_care_at(session_office(s), date_of(2026, 2, 2), &care, &e), RC_OK);
	assert_int_equal(care->ncounters, 1);
	assert_int_equal(care->seal_years, session_office(s)->care.seal_years);
	assert_int_equal(share_on(s, 1, 31), 75);
	assert_int_equal(office_care_at(session_office(s), date_of(2026, 3, 31), &care, &e), RC_IO);
	assert_non_null(strstr(e.msg, "2026-03-01 起的旧规则读不懂了：旧规则 care.yaml:"));
	session_close(s);
	arena_free(&a);
}

/* No number of rule sets is too many (64 once were), and none is read before it is asked for. */
static void test_many_sets(void **state)
{
	enum { SETS = 200 };
	struct arena a = { 0 }, text = { 0 };
	struct session *s;
	size_t before, after;

	(void)state;
	new_office(1, 1);
	on(2, 1);
	s = office_open(&a, false);
	before = arena_size(&a);
	for (int i = 0; i < SETS; i++)
		add_old(s, (date){ date_of(2026, 1, 2).day + i }, arena_printf(&text, "%.*s# %d\n",
			STR_FMT(office_care_text(&text, session_office(s))), i));
	session_close(s);
	arena_free(&a);
	on(12, 1);
	s = office_open(&a, false);
	after = arena_size(&a);
	assert_true(after < before + 64 * 1024);
	assert_int_equal(sets(s), 1 + SETS);
	assert_int_equal(share_on(s, 1, 1), 75);
	session_close(s);
	arena_free(&a);
	arena_free(&text);
}

int main(void)
{
#define EACH(t) cmocka_unit_test_setup_teardown(t, office_set_up, office_tear_down)
	const struct CMUnitTest rules[] = {
		EACH(test_a_day_has_the_rules_of_its_time),
		EACH(test_what_says_the_same_is_no_change),
		EACH(test_a_clock_set_back_keeps_the_order),
		EACH(test_new_rules_leave_what_was_noted),
		EACH(test_read_only_leaves_the_past),
		EACH(test_sessions_at_once_keep_it_once),
		EACH(test_older_texts),
		EACH(test_many_sets),
	};

	return cmocka_run_group_tests(rules, NULL, NULL);
}
