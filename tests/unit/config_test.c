/* config_test.c - the shipped settings and the tables of records belong together: every code has a
 * table, every reference a type, and every rule of care.yaml is one that something lives by. */
#include "../office.h"

#include "base/buf.h"
#include "core/rules/days.h"
#include "rec/text.h"

static struct office *shipped(struct arena *a)
{
	struct office *o;
	struct err e = { 0 };

	if (office_load(a, core_types, NULL, &o, &e) != RC_OK)
		fail_msg("%s", e.msg);
	return o;
}

static void test_every_code_has_a_table(void **state)
{
	struct arena a = { 0 };
	struct office *o = shipped(&a);
	int found = 0;

	(void)state;
	for (size_t i = 0; o->types[i]; i++)
		for EACH_FIELD(f, o->types[i]) {
			bool coded = f->kind == K_CODE || f->kind == K_CODES;
			bool refers = f->kind == K_REF || f->kind == K_REFS;

			if (coded && (!f->of || !codebook_find(&o->codes, str_of(f->of))))
				fail_msg("%s.%s: no table %s", o->types[i]->name, f->name, f->of);
			if (refers && (!f->of || !office_type(o, str_of(f->of))))
				fail_msg("%s.%s: no type %s", o->types[i]->name, f->name, f->of);
			if (coded && f->flags & F_USUAL &&
				!code_usual(codebook_find(&o->codes, str_of(f->of))).n)
				fail_msg("%s.%s starts with no code", o->types[i]->name, f->name);
			found += coded;
		}
	assert_in_range(found, 60, 500);
	arena_free(&a);
}

static void test_every_type_is_written_by_some_role(void **state)
{
	struct arena a = { 0 };
	struct office *o = shipped(&a);

	(void)state;
	for (size_t i = 0; o->types[i]; i++) {
		const char *duty = o->types[i]->duty;
		bool known = !duty;

		for (size_t k = 0; k < o->nroles; k++)
			for (size_t j = 0; j < o->role[k].may.n; j++)
				known |= duty && str_is(o->role[k].may.p[j], duty);
		if (!known)
			fail_msg("%s: nobody may %s", o->types[i]->name, duty);
	}
	arena_free(&a);
}

/* A family to whom every day of care.yaml speaks: bereaved, old, both parents living, opted in. */
static void test_every_day_comes_and_goes(void **state)
{
	struct arena a = { 0 };
	struct office *o = shipped(&a);
	struct family f = { .kind.key = S("11") };
	struct person mother = { .sex.key = S("2"), .relation.key = S("02"), .birth = pdate_of(1950, 3, 1),
		.alive.v = FLAG_YES };
	struct person father = { .sex.key = S("1"), .relation.key = S("11"), .birth = pdate_of(1948, 7, 1),
		.alive.v = FLAG_YES };
	struct person child = { .sex.key = S("1"), .relation.key = S("21"), .birth = pdate_of(1985, 6, 1),
		.alive.v = FLAG_NO, .death_date = pdate_of(2020, 12, 31) };
	struct rec *persons[] = { &mother.r, &father.r, &child.r };
	struct buf on = { .a = &a };

	(void)state;
	for (size_t i = 0; i < o->care.ndays; i++)
		buf_printf(&on, "%s%.*s", i ? " " : "", STR_FMT(o->care.day[i].name));
	f.days_on.keys = buf_view(&on);
	assert_in_range(o->care.ndays, 15, 100);
	for (size_t i = 0; i < o->care.ndays; i++) {
		const struct care_day *d = &o->care.day[i];
		int days = 0, year = 366;
		date from = date_of(2026, 1, 1);

		for (int k = 0; k < year; k++) {
			const struct person *whose;
			date when;

			days += day_calls(&o->codes, d, &f, persons, COUNT(persons),
				(date){ from.day + k }, &when, &whose);
		}
		/* At least its window; twice that when two people have the day. */
		if (days < d->to - d->from + 1 || days > 3 * (d->to - d->from + 1))
			fail_msg("%.*s: %d days of the year", STR_FMT(d->name), days);
	}
	arena_free(&a);
}

static void test_every_rule_is_used(void **state)
{
	struct arena a = { 0 };
	struct office *o = shipped(&a);
	const struct care *c = &o->care;
	const struct code_table *kinds = codebook_find(&o->codes, S("TEFU_KIND"));

	(void)state;
	for (size_t k = 0; k < c->ncounters; k++) {
		bool asked = false;

		for (size_t i = 0; i < c->npresets; i++)
			asked |= c->preset[i].quota[k].times > 0;
		if (!asked)
			fail_msg("counter %.*s is in no preset", STR_FMT(c->counter[k].name));
	}
	for (size_t i = 0; i < c->nlevels; i++)
		assert_non_null(code_find(codebook_find(&o->codes, S("CARE_LEVEL")), c->level[i].level));
	for (size_t i = 0; i < c->silence_flags.n; i++)
		assert_non_null(code_find(codebook_find(&o->codes, S("CARE_FLAG")), c->silence_flags.p[i]));
	for (size_t i = 0; i < kinds->n; i++) {
		bool paid = false;

		for (size_t k = 0; k < c->support.namounts; k++)
			paid |= str_eq(c->support.amount[k].kind, kinds->item[i].key);
		assert_true(paid);
	}
	/* Settings that a rule divides by or counts to are there. */
	assert_true(c->event_contact_hours > 0 && c->event_visit_days > 0 && c->silence_attempts > 0 &&
		c->silence_hours > 0 && c->claim_days > 0 && c->sign_warn_days > 0 &&
		c->sign_idle_months > 0 && c->after_care_months > 0 && c->seal_years > 0 && c->debrief_days > 0 && c->load_most > 0 &&
		c->heavy_week > 0 && c->quiet_hint.n > 0);
	arena_free(&a);
}

/* An office with one file of its own: what is wrong with its settings, "" when nothing is. */
static char *problems_with(struct arena *a, const char *file, const char *text)
{
	char path[200];
	FILE *f;

	snprintf(path, sizeof path, "%s/%s", office_dir, file);
	f = fopen(path, "w");
	assert_non_null(f);
	fputs(text, f);
	fclose(f);
	return arena_z(a, office_problems(a, core_types, office_dir));
}

#define assert_says(said, what) \
	do { \
		if (!strstr(said, what)) \
			fail_msg("no \"%s\" in: %s", what, said); \
	} while (0)

/* A role says how far it reaches, what it may give to others, and which one is usual. */
static void test_roles_say_everything(void **state)
{
	struct arena a = { 0 };
	struct office *o = shipped(&a);
	const struct role *usual = office_role(o, S(""));
	size_t given = 0, most = 0;

	(void)state;
	assert_non_null(usual);
	assert_null(office_role(o, S("nobody")));
	assert_int_equal(usual->reach, 12);
	for (size_t i = 0; i < o->nroles; i++) {
		const struct role *r = &o->role[i];

		assert_true(r->reach == 12 || r->reach == 9 || r->reach == 6 || r->reach == 0);
		assert_true(r == usual || !r->usual);
		assert_true(!r->log || r->families == FAMILIES_NONE); /* who reads the log reads no family */
		most = r->grants.n > most ? r->grants.n : most;
		given += r->grants.n != 0;
	}
	assert_int_equal(most, o->nroles); /* somebody may give every role */
	assert_true(given > 1);
	arena_free(&a);
}

static void test_a_role_with_mistakes(void **state)
{
	struct arena a = { 0 };
	char *said = problems_with(&a, "roles.yaml",
		"worker: {reach: comunity, grants: [boss, chef], families: some, clear: own, sens: 3, may: [visits, family]}\n"
		"street: {default: true, reach: street, clear: scoop, sens: 3, may: []}\n"
		"district: {default: true, reach: city, clear: scope, sens: 4, may: [], home: todai}\n"
		"boss: {reach: office, clear: none, sens: 1, may: []}\n");

	(void)state;
	assert_says(said, "roles.yaml:1:17: reach 没有“comunity”，是不是 community？");
	assert_says(said, "roles.yaml:1:92: may 没有“visits”，是不是 visit？");
	assert_says(said, "roles.yaml:2:47: clear 没有“scoop”，是不是 scope？");
	assert_says(said, "roles.yaml:2:1: default: true 只能写在一个角色上，worker 已经写了");
	assert_says(said, "roles.yaml:3:34: reach 只能是 community、street、district、office");
	assert_says(said, "roles.yaml:3:78: 没有画面“todai”");
	assert_says(said, "roles.yaml:1:42: grants 只能是 worker、street、district、health");
	assert_says(said, "roles.yaml:1:59: families 没有“some”");
	assert_says(said, "roles.yaml:4:1: codes.yaml 的 ROLE 里没有 boss");
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_code_has_a_table),
		cmocka_unit_test(test_every_type_is_written_by_some_role),
		cmocka_unit_test(test_every_day_comes_and_goes),
		cmocka_unit_test(test_every_rule_is_used),
		cmocka_unit_test(test_roles_say_everything),
		cmocka_unit_test_setup_teardown(test_a_role_with_mistakes, office_set_up, office_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
