/* memory_test.c - libyaml runs out of memory at each of its calls in turn, while an office's settings are
 * read: the file and the reason are told, nothing crashes, and no setting is silently the usual one.
 *
 * libyaml takes all its memory through the functions below, which stand in the program's place before
 * the library's own. */
#include "../office.h"

#include "core/office/settings.h"

static long calls, failing_call; /* failing_call 0: none fails */

void *yaml_malloc(size_t);
void *yaml_realloc(void *, size_t);
void yaml_free(void *);
char *yaml_strdup(const char *);

static bool now_fails(void)
{
	return ++calls == failing_call;
}

void *yaml_malloc(size_t n)
{
	return now_fails() ? NULL : malloc(n ? n : 1);
}

void *yaml_realloc(void *p, size_t n)
{
	return now_fails() ? NULL : realloc(p, n ? n : 1);
}

void yaml_free(void *p)
{
	free(p);
}

char *yaml_strdup(const char *z)
{
	return z && !now_fails() ? strdup(z) : NULL;
}

static void write_own(const char *name, const char *text)
{
	char path[200];
	FILE *f;

	snprintf(path, sizeof path, "%s/%s", office_dir, name);
	f = fopen(path, "w");
	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

/* Every call of the whole load: some file says so, with its place. */
static void test_an_office(void **state)
{
	struct arena a = { 0 };
	struct office *o;
	struct err e = { 0 };
	long all, n;

	(void)state;
	write_own("care.yaml", "soft_share: 60\nquiet_hint: \"\\u6625\"\n");
	calls = failing_call = 0;
	assert_int_equal(office_load(&a, core_types, office_dir, &o, &e), RC_OK);
	all = calls;
	assert_true(all > 1000);
	/* The first ones, and every 37th of some nine thousand more. */
	for (n = 1; n <= all; n += n < 60 ? 1 : 37) {
		arena_reset(&a);
		e = (struct err){ 0 };
		calls = 0;
		failing_call = n;
		if (office_load(&a, core_types, office_dir, &o, &e) == RC_OK)
			fail_msg("call %ld: read without memory", n);
		if (!strstr(e.msg, ".yaml:") || !strstr(e.msg, "内存不足"))
			fail_msg("call %ld: %s", n, e.msg);
	}
	failing_call = 0;
	assert_int_equal(office_load(&a, core_types, office_dir, &o, &e), RC_OK);
	assert_int_equal(o->care.soft_share, 60);
	arena_free(&a);
}

/* Each call of one file of every shape, its own over the shipped one. */
static void test_one_file(void **state)
{
	struct arena a = { 0 };
	long n;

	(void)state;
	write_own("theme.yaml", "plain: 'x'\ntitle: |\n  two\n  lines\nlabel: >-\n  folded\nnotes: [a, {b: c}, \"d\\te\"]\n"
		"? long\n: - a\n  - &x b\n");
	calls = failing_call = 0;
	settings_read(&a, office_dir, S("config/theme.yaml"));
	for (n = calls; n > 0; n--) {
		struct yfile *f;

		arena_reset(&a);
		calls = 0;
		failing_call = n;
		f = settings_read(&a, office_dir, S("config/theme.yaml"));
		assert_true(f->nproblems > 0);
		if (!strstr(arena_z(&a, yaml_problems(f, &a)), "内存不足"))
			fail_msg("call %ld: %s", n, arena_z(&a, yaml_problems(f, &a)));
	}
	failing_call = 0;
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest memory[] = {
		cmocka_unit_test_setup_teardown(test_an_office, office_set_up, office_tear_down),
		cmocka_unit_test_setup_teardown(test_one_file, office_set_up, office_tear_down),
	};

	return cmocka_run_group_tests(memory, NULL, NULL);
}
