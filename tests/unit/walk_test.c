/* walk_test.c - thousands of requests by random numbers, through every entrance, as every role: nothing of a family
 * beyond reach comes out, but, for who has a part of the tree, its number and whom to call.
 *
 * What may be seen is reckoned here from the records as the owner reads them and from roles.yaml's words, and with
 * nothing of what the program reckons it with. */
#include "../staff.h"
#include "core/lists/rows.h"
#include "core/read/view.h"
#include "demo/demo.h"

#include <stdio.h>

enum { FAMILIES = 80, STEPS = 12000, IDS = 400 };

static struct arena program;
static struct session *owner, **sessions;
static struct err e;
static uint64_t state = 88172645463325252u;

static uint64_t dice(uint64_t n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state % n;
}

static void hush(void *arg, str line)
{
	(void)arg;
	(void)line;
}

/* ---- what may be seen ----------------------------------------------------------------------- */

static uint64_t family_of(const struct rec_type *t, const struct rec *r)
{
	return !t->owner ? 0 : t->owner[0] ? (uint64_t)rec_get(t, r, t->owner).n : r->id;
}

static str code_of(struct arena *a, uint64_t org)
{
	struct rec *o;

	return session_get(owner, a, &org_type, org, &o, &e) == RC_OK ? ((struct org *)o)->code.s : S("?");
}

/* Is this worker a contact person of the family today, or standing in for one who is away? */
static bool linked(struct arena *a, uint64_t family, uint64_t worker)
{
	struct page page;
	int32_t today = session_today(owner).day;

	if (session_list(owner, a, &(struct ask){ .query = query_find(S("assignments-of")), .about = family }, &page,
		&e) != RC_OK)
		return false;
	for (size_t i = 0; i < page.n; i++) {
		const struct assignment *as = &((const struct post_row *)page.row[i].rec)->as;
		struct worker *w;
		struct rec *r;

		if (rec_voided(&as->r) || as->from.day > today || (as->to.day && as->to.day < today))
			continue;
		if (as->worker.id == worker)
			return true;
		if (session_get(owner, a, &worker_type, as->worker.id, &r, &e) != RC_OK)
			continue;
		w = (struct worker *)r;
		if (w->substitute.id == worker && w->away_from.day && w->away_from.day <= today &&
			(!w->away_to.day || w->away_to.day >= today))
			return true;
	}
	return false;
}

enum sight { NOTHING, NUMBER_AND_CONTACTS, THERE };

static enum sight sight_of(struct arena *a, const struct role *role, struct session *s, uint64_t family)
{
	struct rec *r;
	str mine, its;

	if (role->families == FAMILIES_NONE)
		return NOTHING;
	if (linked(a, family, session_me(s)->worker))
		return THERE;
	if (role->families == FAMILIES_LINKED)
		return NOTHING;
	if (session_get(owner, a, &family_type, family, &r, &e) != RC_OK)
		return NOTHING;
	mine = code_of(a, session_me(s)->unit);
	its = code_of(a, ((struct family *)r)->community.id);
	return str_starts(its, str_sub(mine, 0, role->reach)) ? THERE : NUMBER_AND_CONTACTS;
}

/* What is of a unit and not open is there for that unit, those above and those below. */
static bool in_line(struct arena *a, const struct role *role, struct session *s, const struct rec_type *t,
	const struct rec *r)
{
	uint64_t unit = t->unit && *t->unit && !t->open ? (uint64_t)rec_get(t, r, t->unit).n : 0;
	str mine = str_sub(code_of(a, session_me(s)->unit), 0, role->reach), its = unit ? code_of(a, unit) : S("");

	return str_starts(its, mine) || str_starts(mine, its);
}

static size_t seen, refused;

/* Something about a record came out. */
static void came_out(const char *road, const struct role *role, struct session *s, const struct rec_type *t,
	uint64_t id)
{
	struct arena a = { 0 };
	struct rec *r = NULL;
	uint64_t family = session_get(owner, &a, t, id, &r, &e) == RC_OK ? family_of(t, r) : 0;
	enum sight sight = family ? sight_of(&a, role, s, family) : THERE;
	bool contact = t->contact || (t->owner && !t->owner[0]);

	if (!family && r && !in_line(&a, role, s, t, r) && strcmp(road, "helpers"))
		fail_msg("%s: %.*s sees %s:%llu", road, STR_FMT(role->name), t->name, (unsigned long long)id);
	if (sight == NOTHING || (sight == NUMBER_AND_CONTACTS && !contact))
		fail_msg("%s: %.*s sees %s:%llu", road, STR_FMT(role->name), t->name, (unsigned long long)id);
	seen++;
	arena_free(&a);
}

/* ---- roads ---------------------------------------------------------------------------------- */

static void by_get(const struct role *role, struct session *s, const struct rec_type *t, uint64_t id)
{
	struct arena a = { 0 };
	struct rec *r;

	if (session_get(s, &a, t, id, &r, &e) == RC_OK)
		came_out("get", role, s, t, id);
	else
		refused++;
	arena_free(&a);
}

static void by_history(const struct role *role, struct session *s, const struct rec_type *t, uint64_t id)
{
	struct arena a = { 0 };
	struct past *past;
	size_t n;

	if (session_history(s, &a, t, id, &past, &n, &e) == RC_OK && n)
		came_out("history", role, s, t, id);
	else
		refused++;
	arena_free(&a);
}

static void by_name(const struct role *role, struct session *s, const struct rec_type *t, uint64_t id)
{
	struct arena a = { 0 };

	if (session_name(s, &a, t, id).n)
		came_out("name", role, s, t, id);
	else
		refused++;
	arena_free(&a);
}

/* Whether one may change it may only be known of what one sees. */
static void by_asking(const struct role *role, struct session *s, const struct rec_type *t, uint64_t id)
{
	if (session_may_change(s, t, id, &e) == RC_OK || session_may_void(s, t, id, &e) == RC_OK)
		came_out("may", role, s, t, id);
	else
		refused++;
}

static void by_list(const struct role *role, struct session *s, const struct rec_type *t, uint64_t id)
{
	const struct query *q;
	struct arena a = { 0 };
	struct page page;
	size_t n = 0;

	while (query_all()[n])
		n++;
	q = query_all()[dice(n)];
	(void)t;
	if (session_list(s, &a, &(struct ask){ .query = q, .about = q->about ? id : 0, .n = 30 }, &page, &e) != RC_OK)
		page.n = 0;
	for (size_t i = 0; i < page.n; i++) {
		const struct row *row = &page.row[i];
		uint64_t family = family_of(page.type, row->rec);

		if (page.type->tag == entry_type.tag)
			continue; /* says that something was done to a number */
		if (row->type && row->id)
			came_out(q->name, role, s, row->type, row->id);
		if (family)
			came_out(q->name, role, s, &family_type, family);
	}
	refused += !page.n;
	arena_free(&a);
}

static void (*const roads[])(const struct role *, struct session *, const struct rec_type *, uint64_t) = {
	by_get, by_history, by_name, by_asking, by_list,
};

/* ---- the office ----------------------------------------------------------------------------- */

/* One of each role, in a community, and the contact person of a family somewhere. */
static uint64_t some_community(void)
{
	struct rec *o;

	for (;;) {
		uint64_t id = 1 + dice(20);

		if (session_get(owner, &program, &org_type, id, &o, &e) == RC_OK && ((struct org *)o)->code.s.n == 12)
			return id;
	}
}

static int set_up(void **unused)
{
	const struct office *o;

	if (office_set_up(unused))
		return -1;
	setenv("QINQING_NOW", "2026-05-06T09:00", 1);
	owner = office_open(&program, true);
	o = owner->office;
	assert_int_equal(demo_fill(owner, FAMILIES, 11, hush, NULL, &e), RC_OK);
	sessions = ARENA_ARRAY(&program, struct session *, o->nroles);
	for (size_t i = 0; i < o->nroles; i++)
		office_hire(owner, &o->role[i], some_community(), 1 + dice(FAMILIES));
	for (size_t i = 0; i < o->nroles; i++)
		sessions[i] = office_enter_as(&program, o->role[i].name);
	return 0;
}

static int tear_down(void **unused)
{
	for (size_t i = 0; i < owner->office->nroles; i++)
		session_close(sessions[i]);
	session_close(owner);
	arena_free(&program);
	return office_tear_down(unused);
}

static void test_walk(void **unused)
{
	const struct office *o = owner->office;
	size_t ntypes = 0;

	(void)unused;
	while (o->types[ntypes])
		ntypes++;
	for (size_t n = 0; n < STEPS; n++) {
		size_t who = dice(o->nroles);

		roads[dice(COUNT(roads))](&o->role[who], sessions[who], o->types[dice(ntypes)], 1 + dice(IDS));
	}
	assert_true(seen > STEPS / 10);
	assert_true(refused > STEPS / 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_walk) };

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
