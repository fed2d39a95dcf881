/* sums_test.c - what is kept for the boards: the share of a family tells of every day what the rules say of that
 * day, and after some hundreds of acts of every kind the sums are what a count of all families gives, today and
 * on days to come. */
#include "../office.h"

#include "core/lists/boards/scores.h"
#include "core/rules/indicators.h"
#include "demo/demo.h"
#include "core/office/means.h"

#include <unistd.h>

enum { FAMILIES = 36, DAYS = 430, ACTS = 320 };

static struct session *s;
static struct err e;

static uint64_t chance = 7;

static uint32_t below(uint32_t n)
{
	chance = chance * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(chance >> 33) % n;
}

static void say_nothing(void *arg, str line)
{
	(void)arg;
	(void)line;
}

#define OK(call) \
	do { \
		if ((call) != RC_OK) \
			fail_msg("%s:%d: %s", __FILE__, __LINE__, e.msg); \
	} while (0)

/* ---- acts ----------------------------------------------------------------------------------- */

static bool saved(struct save *save)
{
	struct arena a = { 0 };
	enum rc rc = session_save(s, &a, S("试"), save, 1, &e);

	arena_free(&a);
	return rc == RC_OK;
}

/* One field of one record, as the person at the screen would. */
static bool change(const struct rec_type *t, uint64_t id, const char *field, val v)
{
	struct arena a = { 0 };
	struct save save = { .type = type_of(s, t) };
	struct rec *base;
	bool ok = session_get(s, &a, t, id, &base, &e) == RC_OK;

	if (ok) {
		save.base = base;
		save.rec = rec_dup(&a, save.type, base);
		rec_set(save.type, save.rec, field, v);
		ok = saved(&save);
	}
	arena_free(&a);
	return ok;
}

static val on_day(date d)
{
	return (val){ true, d.day, { 0 } };
}

static date around(int back, int ahead)
{
	return (date){ session_today(s).day - back + (int32_t)below((uint32_t)(back + ahead) + 1) };
}

static val key(const char *k)
{
	return (val){ true, 0, str_of(k) };
}

static bool visit(uint64_t family)
{
	static const char *const modes[] = { "11", "21", "22", "31" }, *const outcomes[] = { "1", "1", "2" };
	struct arena a = { 0 };
	struct save save = { .type = &visit_type };
	struct visit *v;
	bool ok;

	OK(session_new(s, &a, &visit_type, family, &save.rec, &e));
	v = (struct visit *)save.rec;
	v->when = moment_of(around(40, 0), -1);
	v->mode.key = str_of(modes[below(COUNT(modes))]);
	v->outcome.key = str_of(outcomes[below(COUNT(outcomes))]);
	ok = saved(&save);
	arena_free(&a);
	return ok;
}

static bool post(uint64_t family)
{
	struct arena a = { 0 };
	struct save save = { .type = &assignment_type };
	struct assignment *as;
	bool ok;

	OK(session_new(s, &a, &assignment_type, family, &save.rec, &e));
	as = (struct assignment *)save.rec;
	as->post.key = below(2) ? S("2") : S("3");
	as->worker.id = below(9) + 1;
	as->from = around(20, 30);
	if (below(2))
		as->to = (date){ as->from.day + (int32_t)below(60) };
	ok = saved(&save);
	arena_free(&a);
	return ok;
}

static bool sign(uint64_t family)
{
	struct arena a = { 0 };
	struct save save = { .type = &sign_type };
	struct parts persons;
	struct sign *g;
	bool ok;

	OK(enter(s, &e));
	OK(family_persons(s, &a, family, &persons, &e));
	leave(s);
	OK(session_new(s, &a, &sign_type, family, &save.rec, &e));
	g = (struct sign *)save.rec;
	g->person.id = persons.n ? persons.rec[below((uint32_t)persons.n)]->id : 0;
	if (below(4) == 0)
		g->refused.v = FLAG_YES;
	else
		g->signed_on = around(300, 0);
	ok = saved(&save);
	arena_free(&a);
	return ok;
}

static bool level(uint64_t family)
{
	struct arena a = { 0 };
	struct save save = { .type = type_of(s, &family_type) };
	struct rec *base;
	struct family *f;
	bool ok = session_get(s, &a, &family_type, family, &base, &e) == RC_OK;

	if (ok) {
		save.base = base;
		save.rec = rec_dup(&a, save.type, base);
		f = (struct family *)save.rec;
		f->care_level.key = below(2) ? S("1") : S("3");
		f->care_since = around(40, 0);
		f->care_reason = S("试");
		ok = saved(&save);
	}
	arena_free(&a);
	return ok;
}

static bool voided(const struct rec_type *t, uint64_t id)
{
	return session_void(s, t, id, S("试"), &e) == RC_OK;
}

static bool undo(void)
{
	struct arena a = { 0 };
	struct undo u;
	bool ok = session_undo_peek(s, &a, &u, &e) == RC_OK && session_undo(s, u.commit, &e) == RC_OK;

	arena_free(&a);
	return ok;
}

static bool merge(uint64_t family, uint64_t into)
{
	struct arena a = { 0 };
	size_t moved;
	bool ok = session_merge(s, &a, family, into, NULL, 0, &moved, &e) == RC_OK;

	arena_free(&a);
	return ok;
}

static bool split(uint64_t family)
{
	struct arena a = { 0 };
	struct parts persons;
	uint64_t made;
	bool ok;

	OK(enter(s, &e));
	OK(family_persons(s, &a, family, &persons, &e));
	leave(s);
	ok = persons.n > 1 && session_split(s, &a, family, &persons.rec[below((uint32_t)persons.n)]->id, 1, &made,
		&e) == RC_OK;
	arena_free(&a);
	return ok;
}

static bool handover(uint64_t from, uint64_t to)
{
	struct arena a = { 0 };
	size_t moved;
	bool ok = session_handover(s, &a, &(struct handover){ .from = from, .to = to, .on = around(5, 5) },
		&moved, &e) == RC_OK;

	arena_free(&a);
	return ok;
}

/* A record of the type, one of the first ones. */
static uint64_t some(uint32_t n)
{
	return below(n) + 1;
}

static bool act(int kind)
{
	uint64_t family = some(FAMILIES);

	switch (kind) {
	case 0: case 1: case 2: return visit(family);
	case 3: return change(&family_type, family, "card_given", on_day(around(30, 0)));
	case 4: return change(&assignment_type, some(2 * FAMILIES), "to", on_day(around(10, 60)));
	case 5: return post(family);
	case 6: return change(&worker_type, some(12), "on_to", below(2) ? on_day(around(3, 40)) : (val){ 0 });
	case 7: return sign(family);
	case 8: return change(&sign_type, some(20), "expires", on_day(around(20, 200)));
	case 9: return change(&need_type, some(12), "closed", on_day(around(3, 0)));
	case 10: return level(family);
	case 11: return change(&family_type, family, "preset", below(2) ? key("light") : (val){ 0 });
	case 12: return change(&family_type, family, "community", VAL_REF(some(8)));
	case 13: return change(&family_type, family, "close_reason", key("05"));
	case 14: return change(&family_type, family, "opened", on_day(around(60, 0)));
	case 15: return merge(family, some(FAMILIES));
	case 16: return split(family);
	case 17: return handover(some(9), some(9));
	case 18: return change(&policy_type, 1, "to", on_day(around(10, 100)));
	case 19: return change(&insured_type, some(20), "removed", on_day(around(10, 30)));
	case 20: return voided(&visit_type, some(100));
	case 21: return voided(&assignment_type, some(2 * FAMILIES));
	case 22: return change(&worker_type, some(12), "org", VAL_REF(some(12)));
	case 23: return change(&person_type, some(2 * FAMILIES), "alive", (val){ true, FLAG_NO, { 0 } });
	case 24: return change(&org_type, some(12), "successor", below(2) ? VAL_REF(some(12)) : (val){ 0 });
	case 25: return change(&person_type, some(2 * FAMILIES), "birth", (val){ true, 19500101, { 0 } });
	case 26: return change(&person_type, some(2 * FAMILIES), "family", VAL_REF(family));
	case 27: return change(&need_type, some(12), "satisfied", key(below(2) ? "1" : "3"));
	default: return undo();
	}
}
enum { KINDS = 29 };

/* ---- counting ------------------------------------------------------------------------------- */

static enum rc of_family(struct arena *a, uint64_t id, date on, uint64_t *place, struct stage *out)
{
	const struct family *f = peek_family(s, a, id);
	struct family_view v;

	*out = (struct stage){ 0 };
	if (!f)
		return RC_OK;
	TRY(view_open(s, a, f, on, &v, &e));
	return indicators_of(&v, (struct span){ 0 }, place, out, &e);
}

struct sum { uint64_t place, person; int64_t n[SUMS_MOST]; };
struct sums { struct arena a; VEC(struct sum); };

static struct sum *sum_of(struct sums *all, uint64_t place, uint64_t person)
{
	struct sum *out;

	for (size_t i = 0; i < all->n; i++)
		if (all->p[i].place == place && all->p[i].person == person)
			return &all->p[i];
	out = vec_add(&all->a, all);
	out->place = place;
	out->person = person;
	return out;
}

/* Every family, by the rules. */
static void count_all(date on, struct sums *out)
{
	struct arena a = { 0 };

	for (uint64_t id = 1; id < 3 * FAMILIES; id++) {
		uint64_t place;
		struct stage st;

		OK(of_family(&a, id, on, &place, &st));
		for (size_t p = 0; st.n[0] && p <= st.npersons; p++) {
			struct sum *sum = sum_of(out, place, p ? st.person[p - 1] : 0);

			for (int i = 0; i < SUMS_MOST; i++)
				sum->n[i] += st.n[i];
		}
		arena_reset(&a);
	}
	arena_free(&a);
}

struct reading_sums { struct sums *counted; uint64_t place; date on; size_t seen; };

static bool compare(void *arg, uint64_t person, const int64_t *n)
{
	struct reading_sums *r = arg;
	bool any = false;

	for (int i = 0; i < SUMS_MOST; i++)
		any |= n[i] != 0;
	if (!any)
		return true;
	r->seen++;
	for (int i = 0; i < SUMS_MOST; i++)
		if (sum_of(r->counted, r->place, person)->n[i] != n[i])
			fail_msg("org:%llu worker:%llu, in %d days, number %d: kept %lld, counted %lld",
				(unsigned long long)r->place, (unsigned long long)person,
				r->on.day - session_today(s).day, i, (long long)n[i],
				(long long)sum_of(r->counted, r->place, person)->n[i]);
	return true;
}

static void sums_are_right(date on)
{
	struct sums counted = { 0 };
	struct reading_sums r = { .counted = &counted, .on = on };
	bool kept;

	OK(enter(s, &e));
	OK(snap_counted(s->view, on, &kept, &e));
	assert_true(kept);
	count_all(on, &counted);
	for (uint64_t place = 1; place < 40; place++) {
		r.place = place;
		OK(snap_sums(s->view, place, on, compare, &r, &e));
	}
	assert_int_equal(r.seen, counted.n);
	leave(s);
	arena_free(&counted.a);
}

/* ---- tests ---------------------------------------------------------------------------------- */

static void begin(struct arena *a)
{
	s = office_open(a, true);
	OK(demo_fill(s, FAMILIES, 11, say_nothing, NULL, &e));
}

static void shares_are_the_rules_day_by_day(void)
{
	struct arena a = { 0 };
	int steps = 0;

	OK(enter(s, &e));
	for (uint64_t id = 1; id <= FAMILIES; id++)
		for (int32_t d = 0, last = 0; d < DAYS; d++) {
			date on = { session_today(s).day + d };
			uint64_t place = 0, asked = 0;
			struct stage kept, is;

			OK(snap_share(s->view, &a, id, on, &place, &kept, &e));
			OK(of_family(&a, id, on, &asked, &is));
			for (int i = 0; i < SUMS_MOST; i++)
				if (kept.n[i] != is.n[i])
					fail_msg("family:%llu in %d days, number %d: kept %d, is %d",
						(unsigned long long)id, d, i, kept.n[i], is.n[i]);
			if (is.n[0]) {
				assert_int_equal(place, asked);
				assert_int_equal(kept.npersons, is.npersons);
				assert_memory_equal(kept.person, is.person, is.npersons * sizeof *is.person);
			}
			steps += is.n[0] && kept.from.day != last;
			last = kept.from.day;
			arena_reset(&a);
		}
	leave(s);
	arena_free(&a);
	assert_true(steps > 3 * FAMILIES); /* signings expire, months end */
}

static void test_a_share_tells_of_every_day(void **state)
{
	struct arena a = { 0 };

	(void)state;
	begin(&a);
	shares_are_the_rules_day_by_day();
	for (int i = 0; i < 60; i++)
		act((int)below(KINDS));
	shares_are_the_rules_day_by_day();
	session_close(s);
	arena_free(&a);
}

static void write_care(const char *text)
{
	struct arena a = { 0 };
	FILE *f;

	assert_int_equal(system(arena_z(&a, arena_printf(&a, "mkdir -p -m 700 %s/config", office_data))), 0);
	f = fopen(arena_z(&a, arena_printf(&a, "%s/config/care.yaml", office_data)), "w");
	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
	arena_free(&a);
}

/* Quotas without a calendar, and of each post by itself; a session that opens finds the sums made by its rules. */
static void test_other_settings(void **state)
{
	static const char *const care[] = {
		"presets:\n  - {name: standard, contact: 2/rolling:30, meet: 1/rolling:10}\n",
		"counts_for: each_post\n",
		"presets:\n  - {name: standard, contact: 1/week, meet: 1/half, home: 2/year}\nsoft_share: 60\n",
	};
	struct arena a = { 0 };

	(void)state;
	begin(&a);
	for (size_t i = 0; i < COUNT(care); i++) {
		session_close(s);
		write_care(care[i]);
		s = office_open(&a, false);
		sums_are_right(session_today(s));
		for (int k = 0; k < 25; k++)
			act((int)below(KINDS));
		shares_are_the_rules_day_by_day();
		sums_are_right(around(0, 400));
		assert_sound(s);
	}
	session_close(s);
	arena_free(&a);
}

static void test_sums_after_all_kinds_of_acts(void **state)
{
	struct arena a = { 0 };

	(void)state;
	begin(&a);
	for (int i = 0, tried = 0; i < ACTS; i++) { /* each kind at least once */
		int kind = i < KINDS ? i : (int)below(KINDS);

		while (!act(kind) && i < KINDS)
			assert_in_range(tried++, 0, 100 * KINDS);
		sums_are_right(session_today(s));
		sums_are_right(around(0, 400));
	}
	assert_sound(s);
	OK(store_reindex(s->store, &e));
	sums_are_right(session_today(s));
	session_close(s);
	arena_free(&a);
}

static str rows_of(struct arena *a, const char *name)
{
	struct ask ask = { .query = query_find(str_of(name)), .about = 1 };
	struct buf b = { .a = a };
	struct page page;

	OK(session_list(s, a, &ask, &page, &e));
	for (size_t i = 0; i < page.n; i++) {
		buf_printf(&b, "%llu", (unsigned long long)page.row[i].id);
		for EACH_FIELD(f, page.type)
			buf_printf(&b, " %.*s", STR_FMT(val_raw(a, f, field_get(f, page.row[i].rec))));
		buf_char(&b, '\n');
	}
	return buf_view(&b);
}

/* A session that began before the settings changed goes on writing: what it writes stands in no sum until
 * somebody who goes by the new ones comes, and is on every board all the same. */
static void test_settings_change_under_a_running_session(void **state)
{
	static const char *const lists[] = { "coverage", "coverage-workers", "no-contact", "no-card", "no-contact" };
	struct arena a = { 0 };
	struct families owed;
	str rules;

	(void)state;
	begin(&a);
	rules = s->schema.rules;
	for (int round = 0; round < 6; round++) {
		s->schema.rules = S("those of yesterday");
		for (int i = 0; i < 5; i++)
			act((int)below(KINDS));
		s->schema.rules = rules;
		OK(enter(s, &e));
		OK(snap_owed(s->view, &a, &owed, &e));
		leave(s);
		assert_true(owed.n > 0);
		assert_sound(s);
		for (size_t i = 0; i < COUNT(lists); i++) {
			str kept = rows_of(&a, lists[i]), counted;

			s->schema.rules = S(""); /* nobody's: every family is counted */
			if (s->scores)
				s->scores->tick = 0;
			counted = rows_of(&a, lists[i]);
			s->schema.rules = rules;
			assert_true(kept.n > 0);
			if (!str_eq(kept, counted))
				fail_msg("%s\nkept:\n%.*s\ncounted:\n%.*s", lists[i], STR_FMT(kept), STR_FMT(counted));
		}
		while (!visit(some(FAMILIES)))
			;
		OK(enter(s, &e));
		OK(snap_owed(s->view, &a, &owed, &e));
		leave(s);
		assert_int_equal(owed.n, 0);
		sums_are_right(session_today(s));
	}
	session_close(s);
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_a_share_tells_of_every_day, office_set_up,
			office_tear_down),
		cmocka_unit_test_setup_teardown(test_other_settings, office_set_up, office_tear_down),
		cmocka_unit_test_setup_teardown(test_sums_after_all_kinds_of_acts, office_set_up,
			office_tear_down),
		cmocka_unit_test_setup_teardown(test_settings_change_under_a_running_session, office_set_up,
			office_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
