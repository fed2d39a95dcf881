/* rec_test.c - records by their tables: what is stored comes back, what a newer program wrote is kept,
 * damage is refused, and two people's changes are merged field by field. */
#include "base/str.h"
#include "core/records/types.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static struct arena a;

static int clean(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static struct visit *some_visit(void)
{
	struct visit *v = (struct visit *)rec_new(&a, &visit_type);

	v->r.id = 7;
	v->r.version = 3;
	v->family.id = 12;
	v->when = moment_of(date_of(2026, 5, 5), 14 * 60 + 5);
	v->mode.key = S("11");
	v->with.ids = S("3 9");
	v->domains.keys = S("01 04");
	v->talk.s = S("精神尚好，夜里有时睡不踏实。\n𠮷䶮");
	v->minutes = (num){ true, 0 }; /* zero is a value */
	v->photo_ok.v = FLAG_NO;
	v->next_due = date_of(2028, 2, 29);
	return v;
}

static size_t differences(const struct rec_type *t, const struct rec *x, const struct rec *y)
{
	return rec_diff(t, x, y, ARENA_ARRAY(&a, struct change, t->nfields));
}

static void test_what_is_stored_comes_back(void **state)
{
	struct visit *v = some_visit();
	struct rec *back;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(rec_decode(&a, &visit_type, rec_encode(&a, &visit_type, &v->r), &back, &e), RC_OK);
	assert_int_equal(differences(&visit_type, &v->r, back), 0);
	assert_int_equal(back->version, 3);
	assert_true(((struct visit *)back)->minutes.set);
	assert_false(((struct visit *)back)->by.id);
}

static void test_every_truncation_is_refused_or_sound(void **state)
{
	str whole = rec_encode(&a, &visit_type, &some_visit()->r);

	(void)state;
	for (uint32_t n = 0; n < whole.n; n++) {
		struct rec *r;
		struct err e = { 0 };
		str cut = arena_str(&a, str_sub(whole, 0, n));

		if (rec_decode(&a, &visit_type, cut, &r, &e) == RC_OK) /* cut between two fields */
			assert_true(rec_encode(&a, &visit_type, r).n <= n);
		else
			assert_int_equal(e.rc, RC_IO);
	}
}

/* A field that this program does not know, written by a newer one. */
static void test_unknown_fields_are_kept(void **state)
{
	static const struct field office[] = {
		{ .tag = 1001, .kind = K_TEXT, .name = "dialect", .label = "方言", .max = 20 },
	};
	const struct rec_type *newer = type_extend(&a, &family_type, office, 1);
	struct rec *f = rec_new(&a, newer), *old, *back;
	struct err e = { 0 };

	(void)state;
	((struct family *)f)->file_no = S("230402001001-0007");
	rec_set(newer, f, "dialect", (val){ true, 0, S("东北话") });
	assert_int_equal(rec_decode(&a, &family_type, rec_encode(&a, newer, f), &old, &e), RC_OK);
	assert_string_equal(arena_z(&a, ((struct family *)old)->file_no), "230402001001-0007");
	((struct family *)old)->grid = S("3"); /* changed by the older program */
	assert_int_equal(rec_decode(&a, newer, rec_encode(&a, &family_type, old), &back, &e), RC_OK);
	assert_string_equal(arena_z(&a, rec_get(newer, back, "dialect").s), "东北话");
	assert_string_equal(arena_z(&a, ((struct family *)back)->grid), "3");
}

static struct family *with(struct family *of, const char *time, const char *remark)
{
	struct family *f = (struct family *)rec_dup(&a, &family_type, &of->r);

	f->wish_time = str_of(time);
	f->wish_note = str_of(remark);
	return f;
}

/* base, mine, theirs of one field -> the result, or NULL for a conflict. */
static void test_three_way_merge(void **state)
{
	static const struct { const char *base, *mine, *theirs, *result; } cases[] = {
		{ "a", "a", "a", "a" }, { "a", "b", "a", "b" }, { "a", "a", "c", "c" },
		{ "a", "b", "b", "b" }, { "a", "b", "c", NULL }, { "", "b", "", "b" },
		{ "a", "", "a", "" }, { "a", "", "c", NULL }, { "", "b", "c", NULL }, { "a", "b", "", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct family *empty = (struct family *)rec_new(&a, &family_type);
		struct family *base = with(empty, cases[i].base, "x");
		struct family *mine = with(empty, cases[i].mine, "mine");
		struct family *theirs = with(empty, cases[i].theirs, "x");
		const struct field *conflict[80];
		size_t n = 0;
		struct err e = { 0 };
		enum rc rc = rec_merge(&family_type, &base->r, &mine->r, &theirs->r, conflict, &n, &e);

		if (cases[i].result) {
			assert_int_equal(rc, RC_OK);
			assert_string_equal(arena_z(&a, theirs->wish_time), cases[i].result);
			assert_string_equal(arena_z(&a, theirs->wish_note), "mine");
		} else {
			assert_int_equal(rc, RC_CONFLICT);
			assert_int_equal(n, 1);
			assert_string_equal(conflict[0]->name, "wish_time");
			assert_string_equal(e.field, "wish_time");
		}
	}
}

static void test_creating_is_merging_onto_nothing(void **state)
{
	struct visit *v = some_visit();
	struct rec *is = rec_new(&a, &visit_type);
	struct err e = { 0 };

	(void)state;
	assert_int_equal(rec_merge(&visit_type, NULL, &v->r, is, NULL, NULL, &e), RC_OK);
	assert_int_equal(differences(&visit_type, &v->r, is), 0);
}

int main(void)
{
	const struct CMUnitTest rec[] = {
		cmocka_unit_test_teardown(test_what_is_stored_comes_back, clean),
		cmocka_unit_test_teardown(test_every_truncation_is_refused_or_sound, clean),
		cmocka_unit_test_teardown(test_unknown_fields_are_kept, clean),
		cmocka_unit_test_teardown(test_three_way_merge, clean),
		cmocka_unit_test_teardown(test_creating_is_merging_onto_nothing, clean),
	};

	return cmocka_run_group_tests(rec, NULL, NULL);
}
