/* rights_test.c - every list, every record and every act, as every role, of a family of one's own, of the
 * same community, of the same street, of the same district and of elsewhere.
 *
 * What must hold is read from roles.yaml and from the tables of the fields; nothing of it is written here
 * a second time but the two rules themselves: what may be seen, and what may be written. */
#include "../staff.h"
#include "core/lists/rows.h"
#include "core/read/may.h"
#include "core/read/parts.h"
#include "core/read/reach.h"
#include "core/records/kinds.h"
#include "core/rules/remind.h"
#include "demo/demo.h"
#include "rec/ident.h"

#include <unistd.h>

enum { FAMILIES = 60, OWN = 0, COMMUNITY, STREET, DISTRICT, ELSEWHERE, PLACES };

/* The same in every family but for the name of its head, which tells whose it is. */
static const str heads[PLACES] = { { "甲一", 6 }, { "乙二", 6 }, { "丙三", 6 }, { "丁四", 6 }, { "戊五", 6 } };
static const struct { const char *type, *field; str text; } secrets[] = {
	{ "person", "name", { "", 0 } },           { "family", "phone1", { "139 0000 1", 10 } },
	{ "family", "live_addr", { "12-3-501", 8 } }, { "family", "key_holder", { "邻居老张", 12 } },
	{ "person", "diseases", { "高血压", 9 } },
};

static const char *const place_names[PLACES] = { "own", "community", "street", "district", "elsewhere" };

static struct arena program;
static struct session *owner;
static uint64_t home, next_door, far_away, abroad, street_of_home; /* orgs */
static uint64_t families[PLACES];

static void hush(void *arg, str line)
{
	(void)arg;
	(void)line;
}

static struct err e;

#define OK(call) \
	do { \
		if ((call) != RC_OK) \
			fail_msg("%s:%d: %s", __FILE__, __LINE__, e.msg); \
	} while (0)

/* ---- the office ----------------------------------------------------------------------------- */

static uint64_t add_org(str number, str name)
{
	struct org *o = (struct org *)rec_new(&program, type_of(owner, &org_type));

	o->code.s = number;
	o->name = name;
	return office_save(owner, &org_type, &o->r);
}

static uint64_t add_family(uint64_t community, str name)
{
	struct family *f = (struct family *)rec_new(&program, type_of(owner, &family_type));
	struct person *p = (struct person *)rec_new(&program, type_of(owner, &person_type));
	struct save saves[] = { { .type = type_of(owner, &family_type), .rec = &f->r },
		{ .type = type_of(owner, &person_type), .rec = &p->r } };
	struct arena a = { 0 };

	f->community.id = community;
	f->kind.key = S("11");
	f->phone1.s = S("13900001234");
	f->live_addr = S("惠民家园12-3-501");
	f->key_holder = S("邻居老张");
	p->name = name;
	p->relation.key = S("02");
	p->diseases = S("高血压");
	OK(session_save(owner, &a, S(""), saves, 2, &e));
	arena_free(&a);
	return saves[0].id;
}

/* A record of every type that belongs to a family, made of what a form would start with. */
static void fill(struct session *s, const struct rec_type *t, struct rec *r, uint64_t family, uint64_t person)
{
	for EACH_FIELD(f, t) {
		const struct code_table *table = f->of ? codebook_find(&s->office->codes, str_of(f->of)) : NULL;

		if (!(f->flags & F_REQUIRED) || field_get(f, r).set)
			continue;
		if (f->kind == K_REF && strcmp(f->of, "person") == 0)
			field_set(f, r, VAL_REF(person));
		else if (f->kind == K_REF && strcmp(f->of, "family") == 0)
			field_set(f, r, VAL_REF(family));
		else if (f->kind == K_REF)
			field_set(f, r, VAL_REF(1));
		else if (f->kind == K_CODE && table)
			field_set(f, r, (val){ true, 0, table->item[table->n - 1].key });
		else if (f->kind == K_DATE)
			field_set(f, r, (val){ true, session_today(s).day, { 0 } });
		else if (f->kind == K_MONEY)
			field_set(f, r, (val){ true, 100, { 0 } });
		else if (f->kind == K_TEXT || f->kind == K_NOTE)
			field_set(f, r, (val){ true, 0, S("密语") });
	}
}

static uint64_t head_of(uint64_t family)
{
	struct arena a = { 0 };
	struct rec *r;
	uint64_t id;

	OK(session_get(owner, &a, &family_type, family, &r, &e));
	id = ((struct family *)r)->head.id;
	arena_free(&a);
	return id;
}

/* A session a role.  All stay open to the end: in one process, closing one of them would take the places
 * of the others among the readers. */
static struct session **sessions;

static struct session *as(const struct role *role)
{
	return sessions[role - owner->office->role];
}

static void open_all(void)
{
	sessions = ARENA_ARRAY(&program, struct session *, owner->office->nroles);
	for (size_t i = 0; i < owner->office->nroles; i++)
		sessions[i] = office_enter_as(&program, owner->office->role[i].name);
}

static int set_up(void **state)
{
	if (office_set_up(state))
		return -1;
	setenv("QINQING_NOW", "2026-05-06T09:00", 1);
	owner = office_open(&program, true);
	OK(demo_fill(owner, FAMILIES, 7, hush, NULL, &e));
	OK(enter(owner, &e));
	home = org_by_code(owner, S("230402001001"));
	street_of_home = org_by_code(owner, S("230402001"));
	far_away = org_by_code(owner, S("230402002005"));
	leave(owner);
	next_door = add_org(S("230402001077"), S("隔壁社区"));
	add_org(S("230403"), S("隔壁区"));
	add_org(S("230403001"), S("隔壁区街道"));
	abroad = add_org(S("230403001001"), S("隔壁区社区"));
	families[OWN] = add_family(home, heads[OWN]);
	families[COMMUNITY] = add_family(home, heads[COMMUNITY]);
	families[STREET] = add_family(next_door, heads[STREET]);
	families[DISTRICT] = add_family(far_away, heads[DISTRICT]);
	families[ELSEWHERE] = add_family(abroad, heads[ELSEWHERE]);
	for (size_t i = 0; i < owner->office->nroles; i++)
		office_hire(owner, &owner->office->role[i], home, families[OWN]);
	open_all();
	return 0;
}

static int tear_down(void **state)
{
	for (size_t i = 0; i < owner->office->nroles; i++)
		session_close(sessions[i]);
	session_close(owner);
	arena_free(&program);
	return office_tear_down(state);
}


/* ---- what roles.yaml says ------------------------------------------------------------------- */

/* Everybody works in the same community; how much of the code their role covers decides. */
static bool reaches(const struct role *role, int place)
{
	static const uint32_t digits[PLACES] = { 12, 12, 9, 6, 0 };

	if (role->families != FAMILIES_REACH)
		return role->families == FAMILIES_LINKED && place == OWN;
	return place == OWN || role->reach <= digits[place];
}

/* Is it not there for this role at all?  Else, beyond reach, there is the file's number and whom to call. */
static bool absent(const struct role *role, int place)
{
	return role->families != FAMILIES_REACH && !reaches(role, place);
}

static bool clear_of(const struct role *role, int place, const struct field *f)
{
	enum clear needed = place == OWN ? CLEAR_OWN : CLEAR_SCOPE;

	return f->sens <= 1 || (reaches(role, place) && f->sens <= role->sens && role->clear >= needed);
}

static int place_of(uint64_t community)
{
	struct arena a = { 0 };
	struct rec *o;
	str number;
	int place = ELSEWHERE;

	OK(session_get(owner, &a, &org_type, community, &o, &e));
	number = ((struct org *)o)->code.s;
	if (str_is(number, "230402001001"))
		place = COMMUNITY;
	else if (str_starts(number, S("230402001")))
		place = STREET;
	else if (str_starts(number, S("230402")))
		place = DISTRICT;
	arena_free(&a);
	return place;
}

static int place_of_family(uint64_t family)
{
	struct arena a = { 0 };
	struct rec *r;
	int place;

	if (family == families[OWN])
		return OWN;
	OK(session_get(owner, &a, &family_type, family, &r, &e));
	place = place_of(((struct family *)r)->community.id);
	arena_free(&a);
	return place;
}

/* ---- what goes out -------------------------------------------------------------------------- */

/* No value in clear that this role does not see in clear there: it is not the stored one, or it is of
 * the kinds that stay within one's part of the tree (links, flags, codes of level 2). */
static void assert_masked(const struct role *role, int place, const struct rec_type *t, const struct rec *shown,
	const char *where)
{
	struct arena a = { 0 };
	struct rec *whole;

	OK(session_get(owner, &a, t, shown->id, &whole, &e));
	for EACH_FIELD(f, t) {
		val v = field_get(f, shown), truth = field_get(f, whole);
		bool everyday = reaches(role, place) && f->sens <= 2 &&
				(f->kind == K_REF || f->kind == K_REFS || f->kind == K_FLAG ||
					f->kind == K_CODE || f->kind == K_CODES);
		bool author = false;

		for EACH_FIELD(by, t)
			author |= by->flags & F_ME && f->sens == 4 && field_get(by, whole).set;
		if (clear_of(role, place, f) || everyday || author || !v.set || !truth.set)
			continue;
		if (val_eq(v, truth) && !str_is(truth.s, "有"))
			fail_msg("%s: %.*s sees %s.%s of a family %s", where, STR_FMT(role->name), t->name, f->name,
				place_names[place]);
	}
	arena_free(&a);
}

/* Nor in any column of a list, as people read it. */
static void assert_silent(struct session *s, const struct role *role, const struct query *q,
	const struct page *page, const struct row *row, int place)
{
	struct arena a = { 0 };

	for EACH_FIELD(column, page->type)
		for (size_t k = 0; k < COUNT(secrets); k++) {
			str told = val_text(session_lex(s), &a, column, field_get(column, row->rec));
			const struct field *f = type_field(office_type(owner->office, str_of(secrets[k].type)),
				str_of(secrets[k].field));
			str secret = secrets[k].text.n ? secrets[k].text : heads[place];

			if (!clear_of(role, place, f) && str_has(told, secret))
				fail_msg("%s: %.*s reads %s in %s of a family %s", q->name, STR_FMT(role->name),
					f->name, column->name, place_names[place]);
		}
	arena_free(&a);
}

static int named(uint64_t family)
{
	int place = 0;

	while (place < PLACES && families[place] != family)
		place++;
	return place;
}

/* The same of every record of a list, whatever it is about. */
static size_t walk_list(struct session *s, const struct role *role, const struct query *q,
	const struct rec_type *about_type, uint64_t about)
{
	struct arena a = { 0 };
	struct page page;
	struct err why;
	enum rc rc = session_list(s, &a, &(struct ask){ .query = q, .about = about, .about_type = about_type }, &page,
		&why);
	size_t n = 0;

	for (size_t i = 0; rc == RC_OK && i < page.n; i++) {
		const struct row *row = &page.row[i];
		/* Is the row the record itself, with or without more about it? */
		bool whole_record = row->type && page.type->tag == row->type->tag;
		uint64_t family = page.type->owner ? rights_family(s, page.type, row->rec)
			: about_type && about_type->tag == family_type.tag ? about : 0;
		int place;

		if (page.type->tag == entry_type.tag)
			continue;
		if (whole_record && row->type->owner && !family) { /* masked away: ask the record itself */
			struct rec *whole;

			OK(session_get(owner, &a, row->type, row->id, &whole, &e));
			family = rights_family(owner, row->type, whole);
		}
		if (!family)
			continue;
		place = place_of_family(family);
		if (absent(role, place))
			fail_msg("%s: %.*s finds a row of a family %s", q->name, STR_FMT(role->name), place_names[place]);
		if (whole_record)
			assert_masked(role, place, row->type, row->rec, q->name);
		if (named(family) < PLACES)
			assert_silent(s, role, q, &page, row, named(family));
		/* Parts of a family beyond reach are in no list, but for whom to call. */
		if (!reaches(role, place) && whole_record && row->type->tag != family_type.tag &&
			!row->type->contact)
			fail_msg("%s: %.*s finds %s:%llu of a family %s", q->name, STR_FMT(role->name),
				row->type->name, (unsigned long long)row->id, place_names[place]);
		n++;
	}
	arena_free(&a);
	return n;
}

static bool about_is(const struct query *q, const char *type)
{
	str rest = str_of(q->about ? q->about : ""), one;

	while (str_cut(&rest, '|', &one))
		if (str_is(one, type))
			return true;
	return false;
}

/* Every list x every role x every place: no row of a family beyond reach where it must not be, no field
 * in clear that the role does not see in clear there. */
static void test_lists(void **state)
{
	const uint64_t orgs[] = { home, next_door, far_away, abroad };
	size_t rows = 0;

	(void)state;
	for (size_t i = 0; i < owner->office->nroles; i++) {
		const struct role *role = &owner->office->role[i];
		struct session *s = as(role);

		for (const struct query *const *q = query_all(); *q; q++) {
			if (!(*q)->about)
				rows += walk_list(s, role, *q, NULL, 0);
			for (int p = 0; p < PLACES && about_is(*q, "family"); p++)
				rows += walk_list(s, role, *q, &family_type, families[p]);
			for (size_t k = 0; k < COUNT(orgs) && about_is(*q, "org"); k++)
				rows += walk_list(s, role, *q, &org_type, orgs[k]);
			for (uint64_t w = 1; w < 12 && about_is(*q, "worker"); w++)
				rows += walk_list(s, role, *q, &worker_type, w);
		}
	}
	assert_true(rows > 1000);
}

static void without_digits(char *out, const char *said)
{
	for (; *said; said++)
		if (*said < '0' || *said > '9')
			*out++ = *said;
	*out = 0;
}

/* Of what is not there for this person no road tells more than of what nobody ever wrote. */
static void same_as_nothing(struct session *s, const struct rec_type *t, uint64_t id)
{
	const uint64_t ids[] = { id, 9999999 };
	enum { ROADS = 4 };
	char said[2][ROADS][sizeof e.msg];
	enum rc rc[2][ROADS];
	struct arena a = { 0 };

	for (size_t i = 0; i < COUNT(ids); i++)
		for (int k = 0; k < ROADS; k++) {
			struct rec *r;
			struct past *past;
			size_t n;

			rc[i][k] = k == 0 ? session_get(s, &a, t, ids[i], &r, &e)
				: k == 1 ? session_history(s, &a, t, ids[i], &past, &n, &e)
				: k == 2 ? session_may_change(s, t, ids[i], &e) : session_may_void(s, t, ids[i], &e);
			without_digits(said[i][k], rc[i][k] == RC_OK ? "" : e.msg);
		}
	for (int k = 0; k < ROADS; k++) {
		assert_int_equal(rc[0][k], rc[1][k]);
		assert_string_equal(said[0][k], said[1][k]);
		assert_int_not_equal(rc[0][k], RC_OK);
	}
	assert_false(session_name(s, &a, t, id).n);
	arena_free(&a);
}

/* ---- what belongs to a unit ----------------------------------------------------------------- */

/* Members, seats, trainings: there for its unit, for those above it and for those below it, and for nobody else.
 * What a type says to be open is not asked here, nor what is of a family. */
static bool of_a_unit(const struct rec_type *t, const struct rec *r)
{
	return t->unit && *t->unit && !t->open && !(t->owner && rec_get(t, r, t->owner).set);
}

static bool in_line(const struct role *role, const struct rec_type *t, const struct rec *r)
{
	static const char mine[] = "230402001001";
	uint64_t unit = (uint64_t)rec_get(t, r, t->unit).n;
	struct arena a = { 0 };
	struct rec *o;
	uint32_t k = 0;
	str its;

	if (!unit)
		return true; /* the whole office's */
	OK(session_get(owner, &a, &org_type, unit, &o, &e));
	its = ((struct org *)o)->code.s;
	while (k < its.n && k < role->reach && k < sizeof mine - 1 && its.p[k] == mine[k])
		k++;
	arena_free(&a);
	return k == its.n || k == role->reach || k == sizeof mine - 1;
}

/* One in every place, where no more is needed than what a form asks for. */
static void make_some(void)
{
	const uint64_t places[] = { home, next_door, far_away, abroad, street_of_home };

	for (size_t k = 0; owner->office->types[k]; k++)
		for (size_t p = 0; p < COUNT(places); p++) {
			const struct rec_type *t = owner->office->types[k];
			struct arena a = { 0 };
			struct save save = { .type = t };

			OK(session_new(owner, &a, t, 0, &save.rec, &e));
			if (of_a_unit(t, save.rec)) {
				rec_set(t, save.rec, t->unit, VAL_REF(places[p]));
				fill(owner, t, save.rec, 0, 0);
				if (session_save(owner, &a, S(""), &save, 1, &e) != RC_OK)
					assert_int_equal(e.rc, RC_INVALID); /* it takes more than that */
			}
			arena_free(&a);
		}
}

/* Every road to it, as for what is of a family. */
static void by_every_road(struct session *s, const struct role *role, const struct rec_type *t, uint64_t id, bool line)
{
	struct arena a = { 0 };
	struct rec *r;

	if (!line) {
		same_as_nothing(s, t, id);
		assert_int_not_equal(session_may_export(s, t, id, &e), RC_OK);
	} else if (session_get(s, &a, t, id, &r, &e) != RC_OK) {
		fail_msg("%s:%llu as %.*s: %s", t->name, (unsigned long long)id, STR_FMT(role->name), e.msg);
	}
	arena_free(&a);
}

/* Every record of every such type x every role; and no list tells of one that is not there, but the one that finds
 * help for a family wherever it is. */
static void test_units(void **state)
{
	enum { IDS = 400 };

	(void)state;
	make_some();
	for (size_t k = 0; owner->office->types[k]; k++) {
		const struct rec_type *t = owner->office->types[k];
		size_t there = 0, beside = 0;
		bool any = t->unit && *t->unit && !t->open;

		for (uint64_t id = 1; any && id < IDS; id++)
			for (size_t i = 0; i < owner->office->nroles; i++) {
				const struct role *role = &owner->office->role[i];
				struct arena a = { 0 };
				struct rec *r;

				if (session_get(owner, &a, t, id, &r, &e) == RC_OK && of_a_unit(t, r)) {
					bool line = in_line(role, t, r);

					by_every_road(as(role), role, t, id, line);
					*(line ? &there : &beside) += 1;
				}
				arena_free(&a);
			}
		if (any && (!there || !beside))
			fail_msg("%s: there %zu, beside %zu: it takes some of both to show who reads them", t->name, there, beside);
	}
}

static size_t rows_of_units(struct session *s, const struct role *role, const struct query *q, uint64_t about)
{
	struct arena a = { 0 };
	struct page page;
	struct err why;
	size_t n = 0;

	if (session_list(s, &a, &(struct ask){ .query = q, .about = about }, &page, &why) != RC_OK)
		page.n = 0;
	for (size_t i = 0; i < page.n; i++) {
		const struct rec_type *t = page.row[i].type;
		struct rec *r;

		if (!t || session_get(owner, &a, t, page.row[i].id, &r, &e) != RC_OK || !of_a_unit(t, r))
			continue;
		if (!in_line(role, t, r))
			fail_msg("%s of %llu: %.*s finds %s:%llu", q->name, (unsigned long long)about, STR_FMT(role->name),
				t->name, (unsigned long long)r->id);
		n++;
	}
	arena_free(&a);
	return n;
}

static void test_lists_of_units(void **state)
{
	size_t rows = 0;

	(void)state;
	for (size_t i = 0; i < owner->office->nroles; i++) {
		const struct role *role = &owner->office->role[i];
		struct arena a = { 0 };

		for (const struct query *const *q = query_all(); *q; q++)
			for (uint64_t about = (*q)->about ? 1 : 0; about < ((*q)->about ? 40 : 1); about++)
				if (strcmp((*q)->name, "helpers"))
					rows += rows_of_units(as(role), role, *q, about);
		for (size_t k = 0; owner->office->types[k]; k++)
			rows += rows_of_units(as(role), role, query_of_type(&a, owner->office->types[k]), 0);
		arena_free(&a);
	}
	assert_true(rows > 1000);
}

/* ---- acts ----------------------------------------------------------------------------------- */

static bool has(const struct role *role, const char *duty)
{
	for (size_t i = 0; duty && i < role->may.n; i++)
		if (str_is(role->may.p[i], duty))
			return true;
	return false;
}

static struct rec *made(struct session *s, struct arena *a, const struct rec_type *t, int place)
{
	struct rec *r;

	OK(session_new(s, a, t, families[place], &r, &e));
	fill(s, t, r, families[place], head_of(families[place]));
	return r;
}

/* What this type needs before one of it can be there. */
static bool simple(const struct rec_type *t)
{
	for EACH_FIELD(f, t)
		if (f->kind == K_REF && f->flags & F_REQUIRED && strcmp(f->of, "family") &&
			strcmp(f->of, "person") && strcmp(f->of, "worker"))
			return false;
	return t->owner && *t->owner && t->duty && !kind_of(t)->follows;
}

/* What one is told before one begins is what the save answers: refused or not, and with the same words. */
static void same_answer(const char *act, const struct role *role, const char *type, int place, enum rc early,
	const struct err *said, enum rc late)
{
	if ((early == RC_DENIED) != (late == RC_DENIED))
		fail_msg("%s %s as %.*s, %s: early %d %s, late %d %s", act, type, STR_FMT(role->name),
			place_names[place], early, early ? said->msg : "", late, late ? e.msg : "");
	/* A field may fill in another that is asked of first. */
	if (early == RC_DENIED && !e.field)
		assert_string_equal(said->msg, e.msg);
}

/* What lies elsewhere does not become one's own by writing one's own family into it: what was there is asked
 * for as well as what is to be.  1: that was the reason. */
static size_t refuses_to_take(struct session *s, const struct rec_type *t, uint64_t id, const struct role *role,
	int place)
{
	struct arena a = { 0 };
	struct rec *base;
	enum rc rc;

	if (reaches(role, place))
		return 0;
	OK(session_get(owner, &a, t, id, &base, &e));
	struct save save = { .type = t, .base = base, .rec = rec_dup(&a, t, base) };
	rec_set(t, save.rec, "family", VAL_REF(families[0]));
	rc = session_save(s, &a, S(""), &save, 1, &e);
	if (rc == RC_OK)
		fail_msg("took %s of %s as %.*s", t->name, place_names[place], STR_FMT(role->name));
	arena_free(&a);
	return rc == RC_DENIED || absent(role, place);
}

/* Creating, history, reading, changing, voiding and undoing a record of every type, as every role, of a
 * family in every place: exactly as duty and reach say. */
static void test_acts(void **state)
{
	size_t asked = 0, taken = 0;

	(void)state;
	for (size_t i = 0; i < owner->office->nroles; i++) {
		const struct role *role = &owner->office->role[i];
		struct arena a = { 0 };
		struct session *s = as(role);

		for (size_t k = 0; owner->office->types[k]; k++)
			for (int p = 0; p < PLACES && simple(owner->office->types[k]); p++) {
				const struct rec_type *t = owner->office->types[k];
				struct save save = { .type = t, .rec = made(s, &a, t, p) };
				bool reach = reaches(role, p), may = has(role, t->duty) && reach;
				struct past *past;
				struct rec *there, *r;
				uint64_t id;
				size_t n;
				struct err said = { 0 };
				enum rc rc, early;

				if (t->contact) /* a worker of elsewhere is a refusal of its own */
					rec_set(t, save.rec, "worker", VAL_REF(s->me.worker));
				early = session_may_create(s, t, save.rec, &said);
				rc = session_save(s, &a, S(""), &save, 1, &e);
				same_answer("new", role, t->name, p, early, &said, rc);
				if ((rc == RC_OK) != may && rc != RC_INVALID)
					fail_msg("new %s as %.*s, %s: %d %s", t->name, STR_FMT(role->name), place_names[p],
						rc, e.msg);
				asked++;
				if (rc == RC_OK) {
					struct undo u;

					OK(session_undo_peek(s, &a, &u, &e));
					OK(session_undo(s, u.commit, &e));
				}
				r = made(owner, &a, t, p);
				save = (struct save){ .type = t, .rec = r };
				if (session_save(owner, &a, S(""), &save, 1, &e) != RC_OK)
					continue; /* it takes more than that */
				id = save.id;
				rc = session_get(s, &a, t, id, &there, &e);
				assert_int_equal(rc == RC_OK, reach || (t->contact && !absent(role, p)));
				if (absent(role, p))
					same_as_nothing(s, t, id);
				if (rc == RC_OK)
					assert_masked(role, p, t, there, "get");
				rc = session_history(s, &a, t, id, &past, &n, &e);
				if ((rc == RC_OK) != reach)
					fail_msg("history of %s as %.*s, %s", t->name, STR_FMT(role->name), place_names[p]);
				taken += refuses_to_take(s, t, id, role, p);
				early = session_may_change(s, t, id, &said);
				assert_int_equal(early == RC_OK, may);
				early = session_may_void(s, t, id, &said);
				rc = session_void(s, t, id, S("试"), &e);
				same_answer("void", role, t->name, p, early, &said, rc);
				if ((rc == RC_OK) != may)
					fail_msg("void %s as %.*s, %s: %s", t->name, STR_FMT(role->name), place_names[p],
						rc == RC_OK ? "allowed" : e.msg);
				/* A void one is as private as it was. */
				if (rc != RC_OK)
					OK(session_void(owner, t, id, S("试"), &e));
				rc = session_history(s, &a, t, id, &past, &n, &e);
				assert_int_equal(rc == RC_OK, reach);
				asked++;
			}
		arena_free(&a);
	}
	assert_true(asked > 300);
	assert_true(taken > 20);
}

/* What belongs to no family, and a new file: begun before it is said where it lies, it is refused early to whom
 * the role refuses it for good, and to nobody else; what is typed decides the rest. */
static void test_new_beside_families(void **state)
{
	const uint64_t place[] = { home, next_door, far_away };
	size_t told = 0, later = 0, made_some = 0;

	(void)state;
	for (size_t i = 0; i < owner->office->nroles; i++)
		for (size_t k = 0; owner->office->types[k]; k++)
			for (size_t p = 0; p < COUNT(place); p++) {
				const struct role *role = &owner->office->role[i];
				const struct rec_type *t = owner->office->types[k];
				struct arena a = { 0 };
				struct session *s = as(role);
				struct save save = { .type = t };
				struct err said = { 0 };
				enum rc early, late;

				if (!t->duty || (t->owner && *t->owner))
					continue;
				OK(session_new(s, &a, t, 0, &save.rec, &e));
				early = session_may_create(s, t, save.rec, &said);
				assert_int_equal(early == RC_DENIED, !has(role, t->duty));
				if (t->tag == family_type.tag)
					((struct family *)save.rec)->community.id = place[p];
				else if (t->tag == org_type.tag)
					((struct org *)save.rec)->code.s = arena_printf(&a, "%s%02zu%zu",
						p < 2 ? "230402001" : "230402002", i, p);
				else if (t->unit)
					rec_set(t, save.rec, t->unit, VAL_REF(place[p]));
				fill(s, t, save.rec, 0, 0);
				late = session_save(s, &a, S(""), &save, 1, &e);
				if (early == RC_DENIED && late == RC_DENIED)
					assert_string_equal(said.msg, e.msg);
				else if (early == RC_DENIED) /* what is typed may be wrong as well */
					assert_int_equal(late, RC_INVALID);
				told += early == RC_DENIED;
				later += early == RC_OK && late == RC_DENIED;
				made_some += late == RC_OK;
				if (late == RC_OK) {
					struct undo u;

					OK(session_undo_peek(s, &a, &u, &e));
					OK(session_undo(s, u.commit, &e));
				}
				arena_free(&a);
			}
	assert_true(told > 20);
	assert_true(later > 5);
	assert_true(made_some > 5);
}

/* Every way of dealing with a reminder: a record of its own, or a day taken off the family's. */
static void test_dealing(void **state)
{
	const struct code_table *states = codebook_find(&owner->office->codes, S("WAIVER_STATE"));
	size_t refused = 0, done = 0;

	(void)state;
	for (size_t i = 0; i < owner->office->nroles; i++)
		for (size_t n = 0; n < states->n * PLACES * 2; n++) {
			const struct role *role = &owner->office->role[i];
			size_t way = n / PLACES / 2;
			int p = (int)(n % PLACES);
			bool day = n / PLACES % 2;
			struct arena a = { 0 };
			struct session *s = as(role);
			struct due_row *r = (struct due_row *)rec_new(&a, &due_row_type);
			code answer = { states->item[way].key };
			struct err said = { 0 };
			enum rc early, late;

			r->family.id = families[p];
			r->rule.key = day ? S(REMIND_DAY) : S("card");
			r->detail = day ? S("midautumn") : S("");
			r->target = arena_printf(&a, "family:%llu", (unsigned long long)families[p]);
			early = session_may_waive(s, r, answer, &said);
			late = session_waive(s, r, answer, &e);
			same_answer("deal", role, day ? "day" : "card", p, early, &said, late);
			refused += late == RC_DENIED;
			done += late == RC_OK;
			if (late == RC_OK) {
				struct undo u;

				OK(session_undo_peek(s, &a, &u, &e));
				OK(session_undo(s, u.commit, &e));
			}
			arena_free(&a);
		}
	assert_true(refused > 20);
	assert_true(done > 20);
}

static void settle(const char *act, const struct role *role, int place, struct session *s, enum rc early,
	enum rc rc, bool may)
{
	if ((early == RC_DENIED) != (rc == RC_DENIED))
		fail_msg("%s as %.*s, %s: early %d, late %d", act, STR_FMT(role->name), place_names[place], early, rc);

	struct arena a = { 0 };
	struct undo u;

	if ((rc == RC_OK) != may)
		fail_msg("%s as %.*s, %s: %s", act, STR_FMT(role->name), place_names[place],
			rc == RC_OK ? "allowed" : e.msg);
	if (rc == RC_OK) {
		OK(session_undo_peek(s, &a, &u, &e));
		OK(session_undo(s, u.commit, &e));
	}
	arena_free(&a);
}

static uint64_t hire_named(const char *name, uint64_t family)
{
	struct worker *w = (struct worker *)rec_new(&program, type_of(owner, &worker_type));
	struct assignment *as = (struct assignment *)rec_new(&program, type_of(owner, &assignment_type));

	w->name = str_of(name);
	w->org.id = home;
	w->mobile.s = S("13800000001");
	w->on_from.day = 1;
	as->worker.id = office_save(owner, &worker_type, &w->r);
	as->family.id = family;
	as->post.key = S("4"); /* one that who takes over does not hold already */
	if (family)
		office_save(owner, &assignment_type, &as->r);
	return as->worker.id;
}

/* The acts on several records: handing over to oneself and to somebody else, merging, splitting. */
static void test_acts_on_many(void **state)
{
	uint64_t before[PLACES], twin[PLACES], mother[PLACES], next = hire_named("接手人", 0);

	(void)state;
	for (int p = 0; p < PLACES; p++) {
		struct person *m = (struct person *)rec_new(&program, type_of(owner, &person_type));
		uint64_t place = p <= COMMUNITY ? home : p == STREET ? next_door : p == DISTRICT ? far_away : abroad;

		before[p] = hire_named("移交人", families[p]);
		twin[p] = add_family(place, S("重复"));
		m->name = S("前妻");
		m->family.id = families[p];
		m->relation.key = S("99");
		mother[p] = office_save(owner, &person_type, &m->r);
	}
	for (size_t i = 0; i < owner->office->nroles; i++)
		for (int p = 0; p < PLACES; p++) {
			const struct role *role = &owner->office->role[i];
			bool reach = reaches(role, p), assign = has(role, assignment_type.duty) && reach;
			bool family = has(role, family_type.duty) && reach;
			struct arena a = { 0 };
			struct session *s = as(role);
			struct handover hand = { .from = before[p], .to = next, .on = session_today(s),
				.reason = S("02") };
			uint64_t made_family;
			struct err said;
			size_t moved;
			enum rc early = session_may_hand_over(s, &hand, &said);

			settle("handover", role, p, s, early, session_handover(s, &a, &hand, &moved, &e), assign);
			hand.to = session_me(s)->worker;
			early = session_may_hand_over(s, &hand, &said);
			settle("acceptance", role, p, s, early, session_handover(s, &a, &hand, &moved, &e),
				assign || (has(role, "accept") && reach));
			early = session_may_merge(s, twin[p], families[p], &said);
			settle("merge", role, p, s, early,
				session_merge(s, &a, twin[p], families[p], NULL, 0, &moved, &e),
				family && role->supervises);
			early = family && assign ? RC_OK : RC_DENIED; /* no screen splits */
			settle("split", role, p, s, early,
				session_split(s, &a, families[p], &mother[p], 1, &made_family, &e),
				family && assign); /* its contact persons go along */
			arena_free(&a);
		}
}

/* Another value of a field, as somebody might type it. */
static val another(struct session *s, const struct field *f, val v)
{
	const struct code_table *table = f->of ? codebook_find(&s->office->codes, str_of(f->of)) : NULL;

	switch (f->kind) {
	case K_CODE: return (val){ true, 0, table->item[str_eq(v.s, table->item[0].key)].key };
	case K_TEXT:
	case K_NOTE: return (val){ true, 0, S("另一句") };
	case K_FLAG: return (val){ true, v.n == FLAG_YES ? FLAG_NO : FLAG_YES, { 0 } };
	case K_DATE: return (val){ true, session_today(s).day - 1, { 0 } };
	case K_NUM: return (val){ true, v.n + 1, { 0 } };
	case K_REF:
		if (strcmp(f->of, "org") == 0)
			return VAL_REF((uint64_t)v.n == next_door ? home : next_door);
		return strcmp(f->of, "worker") ? (val){ 0 } : VAL_REF(s->me.worker); /* what else: by what it is */
	default: return (val){ 0 };
	}
}

/* Which fields a form locks: every field x role x place.  Locked is what no value is taken for; what is seen
 * masked is not written over. */
static void test_fields(void **state)
{
	size_t locked = 0, open = 0, moved = 0;

	(void)state;
	for (size_t i = 0; i < owner->office->nroles; i++)
		for (int p = 0; p < PLACES; p += 1 + (p == COMMUNITY)) { /* a street is as its communities */
			const struct role *role = &owner->office->role[i];
			const struct rec_type *const types[] = { &family_type, &person_type, &worker_type };
			const uint64_t ids[] = { families[p], head_of(families[p]), session_me(as(role))->worker };
			struct session *s = as(role);

			for (size_t k = 0; k < COUNT(types); k++) {
				const struct rec_type *t = type_of(s, types[k]);

				for EACH_FIELD(f, t) {
					struct arena a = { 0 };
					struct save save = { .type = t };
					struct err said = { 0 };
					struct rec *base;
					enum rc early, late;
					val v;

					/* The days of one's own post end the session, which is another test. */
					if ((k < 2 || f->kind != K_DATE) && session_get(s, &a, t, ids[k], &base, &e) == RC_OK) {
						v = another(s, f, field_get(f, base));
						save.base = base;
						save.rec = rec_dup(&a, t, base);
						field_set(f, save.rec, v);
						early = session_may_change(s, t, ids[k], &said);
						if (early == RC_OK)
							early = session_may_set(s, t, base, base, f, &said);
						late = val_eq(v, field_get(f, base)) || f->flags & F_COMPUTED ? RC_INVALID
							: session_save(s, &a, S(""), &save, 1, &e);
						if (late == RC_DENIED && v.set && f->kind == K_REF && !strcmp(f->of, "org"))
							moved += early == RC_OK; /* another unit might do */
						else if (late == RC_OK || late == RC_DENIED)
							same_answer(f->name, role, t->name, p, early, &said, late);
						locked += late == RC_DENIED && session_may_change(s, t, ids[k], &said) == RC_OK;
						open += late == RC_OK;
						if (late == RC_OK) {
							struct undo u;

							OK(session_undo_peek(s, &a, &u, &e));
							OK(session_undo(s, u.commit, &e));
						}
					}
					arena_free(&a);
				}
			}
		}
	assert_true(locked > 30);
	assert_true(open > 200);
	assert_true(moved > 0);
}

/* One field opens another: nobody signs what they did themselves, until somebody else stands there. */
static void test_field_opens_another(void **state)
{
	const struct role *role = office_role(owner->office, S("street"));
	struct session *s = as(role);
	const struct rec_type *t = type_of(s, &visit_type);
	const struct field *sign = type_field(t, S("sign"));
	struct arena a = { 0 };
	struct save save = { .type = t, .rec = made(s, &a, t, OWN) };
	struct rec *base, *typed;

	(void)state;
	OK(session_save(s, &a, S(""), &save, 1, &e));
	OK(session_get(s, &a, t, save.id, &base, &e));
	assert_int_equal(((struct visit *)base)->by.id, session_me(s)->worker);
	assert_int_equal(session_may_set(s, t, base, base, sign, &e), RC_DENIED);
	assert_string_equal(e.field, "sign");
	typed = rec_dup(&a, t, base);
	((struct visit *)typed)->by.id = 1;
	OK(session_may_set(s, t, base, typed, sign, &e));
	((struct visit *)typed)->sign.id = session_me(s)->worker;
	save = (struct save){ .type = t, .base = base, .rec = typed };
	OK(session_save(s, &a, S(""), &save, 1, &e));
	OK(session_void(owner, t, base->id, S("试"), &e));
	arena_free(&a);
}

/* Whoever supervises may what only a supervisor may, field by field; nobody else. */
static void test_supervised_fields(void **state)
{
	(void)state;
	for (size_t i = 0; i < owner->office->nroles; i++) {
		const struct role *role = &owner->office->role[i];
		struct arena a = { 0 };
		struct session *s = as(role);

		for (size_t k = 0; owner->office->types[k]; k++)
			for EACH_FIELD(f, owner->office->types[k]) {
				const struct rec_type *t = owner->office->types[k];
				struct rec *was = rec_new(&a, t), *is;
				enum rc rc;

				if (!(f->flags & F_SUPERVISED) || !has(role, t->duty))
					continue;
				if (!t->owner)
					rec_set(t, was, t->unit, VAL_REF(s->me.unit));
				else if (*t->owner)
					rec_set(t, was, t->owner, VAL_REF(families[COMMUNITY]));
				else
					OK(session_get(owner, &a, t, families[COMMUNITY], &was, &e));
				is = rec_dup(&a, t, was);
				field_set(f, is, (val){ true, f->kind != K_REF ? session_today(s).day
					: field_aims(f, &worker_type) ? (int64_t)s->me.worker : INT32_MAX, S("1") });
				OK(enter(s, &e));
				rc = rights_may_write(s, t, was, is, &e);
				leave(s);
				if ((rc == RC_OK) != role->supervises)
					fail_msg("%s.%s as %.*s: %s", t->name, f->name, STR_FMT(role->name), e.msg);
			}
		arena_free(&a);
	}
}

/* ---- who gives which role --------------------------------------------------------------------- */

static bool gives(const struct role *role, const struct role *given)
{
	for (size_t i = 0; i < role->grants.n; i++)
		if (str_eq(role->grants.p[i], given->name))
			return true;
	return false;
}

/* Of every role, from every role to every role: what its own role grants, and nothing more. */
static void test_grants(void **state)
{
	const struct office *o = owner->office;
	const struct rec_type *t = type_of(owner, &worker_type);
	size_t given = 0;

	(void)state;
	for (size_t n = 0; n < o->nroles * o->nroles * o->nroles; n++) {
		const struct role *role = &o->role[n % o->nroles], *from = &o->role[n / o->nroles % o->nroles];
		const struct role *to = &o->role[n / o->nroles / o->nroles];
		struct arena a = { 0 };
		struct session *s = as(role);
		struct worker *was = (struct worker *)rec_new(&a, t), *is;
		bool may = has(role, t->duty) && (from == to || (gives(role, from) && gives(role, to)));
		enum rc rc;

		was->r.id = 9999;
		was->org.id = home;
		was->role.key = from->name;
		is = (struct worker *)rec_dup(&a, t, &was->r);
		is->role.key = to->name;
		OK(enter(s, &e));
		rc = rights_may_write(s, t, &was->r, &is->r, &e);
		leave(s);
		if ((rc == RC_OK) != may)
			fail_msg("%.*s makes %.*s %.*s: %s", STR_FMT(role->name), STR_FMT(from->name), STR_FMT(to->name),
				rc == RC_OK ? "allowed" : e.msg);
		given += rc == RC_OK && from != to;
		arena_free(&a);
	}
	assert_true(given > 10);
}

/* ---- who is at work ------------------------------------------------------------------------- */

static void change_worker(uint64_t id, const char *field, val v)
{
	struct arena a = { 0 };
	const struct rec_type *t = type_of(owner, &worker_type);
	struct save save = { .type = t };
	struct rec *base;

	OK(session_get(owner, &a, t, id, &base, &e));
	save.base = base;
	save.rec = rec_dup(&a, t, base);
	rec_set(t, save.rec, field, v);
	OK(session_save(owner, &a, S(""), &save, 1, &e));
	arena_free(&a);
}

static enum rc look(struct session *s)
{
	struct arena a = { 0 };
	struct rec *r;
	enum rc rc = session_get(s, &a, &family_type, families[OWN], &r, &e);

	arena_free(&a);
	return rc;
}

/* Whose post has ended, has not begun, whose login is another or none, loses the open session at the
 * next act; a role that changed is followed. */
static void test_open_session_ends(void **state)
{
	const struct { const char *field; val gone, back; } ends[] = {
		{ "on_to", { true, session_today(owner).day - 1, { 0 } }, { false, 0, { 0 } } },
		{ "on_from", { true, session_today(owner).day + 1, { 0 } }, { true, 1, { 0 } } },
		{ "login", { true, 0, { "anders", 6 } }, { true, 0, { 0 } } },
		{ "login", { false, 0, { 0 } }, { true, 0, { 0 } } },
	};
	const struct role *role = office_role(owner->office, S("")), *other = role;
	struct arena a = { 0 };
	struct session *s = as(role);
	uint64_t me = session_me(s)->worker;
	struct save save = { .type = type_of(s, &visit_type), .rec = made(s, &a, &visit_type, OWN) };

	(void)state;
	for (size_t i = 0; i < COUNT(ends); i++) {
		val back = ends[i].back.set && !ends[i].back.n ? (val){ true, 0, role->name } : ends[i].back;

		OK(look(s));
		change_worker(me, ends[i].field, ends[i].gone);
		assert_int_equal(session_save(s, &a, S(""), &save, 1, &e), RC_DENIED);
		assert_int_equal(look(s), RC_DENIED);
		assert_true(session_ended(s));
		assert_true(e.msg[0]);
		change_worker(me, ends[i].field, back);
		OK(look(s));
		assert_false(session_ended(s));
	}
	for (size_t i = 0; i < owner->office->nroles; i++)
		if (owner->office->role[i].reach == 6 && owner->office->role[i].supervises)
			other = &owner->office->role[i];
	assert_int_equal(session_me(s)->scope.n, role->reach);
	change_worker(me, "role", (val){ true, 0, other->name });
	OK(look(s));
	assert_int_equal(session_me(s)->scope.n, other->reach);
	change_worker(me, "role", (val){ true, 0, role->name });
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_units),
		cmocka_unit_test(test_lists_of_units),
		cmocka_unit_test(test_acts),
		cmocka_unit_test(test_new_beside_families),
		cmocka_unit_test(test_dealing),
		cmocka_unit_test(test_acts_on_many),
		cmocka_unit_test(test_fields),
		cmocka_unit_test(test_field_opens_another),
		cmocka_unit_test(test_supervised_fields),
		cmocka_unit_test(test_grants),
		cmocka_unit_test(test_open_session_ends),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
