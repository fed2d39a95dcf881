/* door_test.c - what one may not do is said before anything opens: every key that writes, on every screen, as
 * every role and with --read-only, of a family within reach and of one elsewhere.
 *
 * What a role may is read from roles.yaml; that the commit would answer the same is shown in rights_test.c. */
#include "../staff.h"

#include "base/data.h"
#include "core/read/parts.h"
#include "core/read/reach.h"
#include "demo/demo.h"
#include "ui/acts/acts.h"
#include "ui/views/list.h"

enum { FAMILIES = 60, IDS = 3000, HERE = 0, FAR, PLACES };

/* A community of everybody's street, and another street. */
static const str place_code[PLACES] = { { "230402001001", 12 }, { "230402002", 9 } };
static const char *const place_names[PLACES] = { "here", "far" };

static struct arena program;
static struct session *owner;
static struct err e;

/* role NULL: the administrator; reads: with --read-only. */
struct person_at_work { struct session *s; str name; const struct role *role; bool reads; };
static struct { VEC(struct person_at_work); } all;

#define OK(call) \
	do { \
		if ((call) != RC_OK) \
			fail_msg("%s:%d: %s", __FILE__, __LINE__, e.msg); \
	} while (0)

static void hush(void *arg, str line)
{
	(void)arg;
	(void)line;
}

/* ---- where records lie ---------------------------------------------------------------------- */

static bool lies(const struct rec_type *t, const struct rec *r, int place)
{
	struct arena a = { 0 };
	struct rec *family, *org;
	bool in;

	if (rec_voided(r) || (t->tag == assignment_type.tag && ((const struct assignment *)r)->to.day))
		return false;
	if (!t->owner)
		return true;
	OK(session_get(owner, &a, &family_type, rights_family(owner, t, r), &family, &e));
	OK(session_get(owner, &a, &org_type, ((struct family *)family)->community.id, &org, &e));
	in = str_starts(((struct org *)org)->code.s, place_code[place]);
	arena_free(&a);
	return in;
}

/* The first record of a type there; 0: the office has none. */
static uint64_t found(const struct rec_type *t, int place)
{
	static struct { const struct rec_type *type; int place; uint64_t id; } known[100];
	size_t n = 0;

	while (n < COUNT(known) && known[n].type && (known[n].type != t || known[n].place != place))
		n++;
	assert_true(n < COUNT(known));
	for (uint64_t id = 1; !known[n].type && id < IDS; id++) {
		struct arena a = { 0 };
		struct rec *r;

		if (session_get(owner, &a, t, id, &r, &e) == RC_OK && lies(t, r, place))
			known[n].id = id;
		arena_free(&a);
		if (known[n].id)
			break;
	}
	known[n].type = t;
	known[n].place = place;
	return known[n].id;
}

/* ---- who is at work ------------------------------------------------------------------------- */

/* All stay open to the end: in one process, closing one of them would take the places of the others among
 * the readers. */
static void begin_work(str name, const struct role *role, bool reads)
{
	struct session *s;

	OK(session_open(&program, &(struct session_opts){ .data = office_data, .read_only = reads,
		.as = role ? arena_z(&program, name) : NULL }, &s, &e));
	*vec_add(&program, &all) = (struct person_at_work){ s, name, role, reads };
}

static int set_up(void **state)
{
	uint64_t home;

	if (office_set_up(state))
		return -1;
	setenv("QINQING_NOW", "2026-05-06T09:00", 1);
	owner = office_open(&program, true);
	OK(demo_fill(owner, FAMILIES, 7, hush, NULL, &e));
	OK(enter(owner, &e));
	home = org_by_code(owner, place_code[HERE]);
	leave(owner);
	*vec_add(&program, &all) = (struct person_at_work){ owner, S("owner"), NULL, false };
	for (size_t i = 0; i < owner->office->nroles; i++)
		office_hire(owner, &owner->office->role[i], home, found(&family_type, HERE));
	for (size_t i = 0; i < owner->office->nroles; i++)
		begin_work(owner->office->role[i].name, &owner->office->role[i], false);
	begin_work(S("reader"), NULL, true);
	return 0;
}

static int tear_down(void **state)
{
	while (all.n)
		session_close(all.p[--all.n].s);
	arena_free(&program);
	return office_tear_down(state);
}

/* Whom a list may be about; of the workers one who has a family there. */
static uint64_t subject(const struct rec_type *t, int place)
{
	struct arena a = { 0 };
	struct rec *r;
	uint64_t id;

	if (t->tag != worker_type.tag)
		return found(t, place);
	OK(session_get(owner, &a, &assignment_type, found(&assignment_type, place), &r, &e));
	id = ((struct assignment *)r)->worker.id;
	arena_free(&a);
	return id;
}

/* ---- one screen ----------------------------------------------------------------------------- */

static void close_above(struct ui *ui, const struct view *v)
{
	while (ui->top && ui->top != v) {
		view_leave(ui->top, false);
		ui_settle(ui);
	}
}

/* The screen as a role comes to it: about a record, or one of it.  NULL: there is nothing to show there. */
static struct view *opened(struct ui *ui, const struct screen *s, int place)
{
	uint64_t about = 0;
	str rest, first;

	if (s->kind == SCREEN_CARD) {
		about = found(s->type, place);
	} else if (s->query->about) {
		rest = str_of(s->query->about);
		str_cut(&rest, '|', &first);
		about = subject(office_type(owner->office, first), place);
	}
	if (!about && (s->kind == SCREEN_CARD || s->query->about))
		return NULL;
	ui_open(ui, s->name, about, 0);
	if (ui->top)
		ui_settle(ui);
	return ui->quit ? NULL : ui->top;
}

static bool is(const struct bind *b, const char *action)
{
	return strcmp(b->action->name, action) == 0;
}

static const struct bind *bind_of(const struct view *v, const char *action)
{
	for (size_t i = 0; i < v->keys->n; i++)
		if (is(&v->keys->bind[i], action))
			return &v->keys->bind[i];
	return NULL;
}

/* What the loop does of an event. */
static void press(struct ui *ui, const struct bind *b)
{
	arena_reset(&ui->event);
	ui->notice[0] = 0;
	ui_act(ui->top, b);
	ui_settle(ui);
}

static bool has(const struct role *role, const char *duty)
{
	for (size_t i = 0; i < role->may.n; i++)
		if (str_is(role->may.p[i], duty))
			return true;
	return false;
}

/* By roles.yaml; dealing with a reminder may be a record of its own or a day taken off the family's, and a
 * family is taken over by whoever assigns or accepts. */
static bool may_ever(const struct person_at_work *p, const struct bind *b)
{
	if (p->reads || !p->role)
		return !p->reads;
	if (b->writes)
		return has(p->role, b->writes->duty);
	if (is(b, "export"))
		return has(p->role, "export");
	if (is(b, "emergency"))
		return has(p->role, "emergency");
	if (is(b, "reveal"))
		return p->role->clear != CLEAR_NONE;
	return b->action->needs ? has(p->role, waiver_type.duty) || has(p->role, family_type.duty)
				: has(p->role, assignment_type.duty) || has(p->role, "accept");
}

/* Everybody works in the same community; how much of its code their role covers decides. */
static bool reaches(const struct person_at_work *p, int place)
{
	return !p->role || place == HERE || p->role->reach <= 6;
}

static const struct action *acts[40]; /* those that write */
static size_t nacts, times_opened[40], times_refused[40];

static size_t counted(const struct action *a)
{
	size_t i = 0;

	while (i < nacts && acts[i] != a)
		i++;
	assert_true(i < COUNT(acts));
	acts[i] = a;
	nacts += i == nacts;
	return i;
}

static void press_and_look(struct ui *ui, struct view *v, const struct person_at_work *p, int place,
	const struct bind *b)
{
	const struct list *l = v->screen->kind == SCREEN_LIST ? list_of(v) : NULL;
	bool of_family = v->screen->kind == SCREEN_CARD ? v->screen->type->owner != NULL
		: v->screen->query->about && query_is_about(v->screen->query, &family_type);
	bool far = of_family && !reaches(p, place), opens;

	if (is(b, "keep"))
		narrow_to(list_of(v), S(""), str_of(v->screen->column[0].field->name));
	press(ui, b);
	opens = ui->top != v || (is(b, "keep") && ui->notice[0] && ui->notice_ink == INK_NOTICE);
	if (opens && !may_ever(p, b))
		fail_msg("%.*s, %s, %s: opens though %.*s may not", STR_FMT(v->screen->name), place_names[place],
			b->action->name, STR_FMT(p->name));
	if (opens && far && (!b->writes || b->writes->owner))
		fail_msg("%.*s, %s, %s: opens beyond the reach of %.*s", STR_FMT(v->screen->name),
			place_names[place], b->action->name, STR_FMT(p->name));
	if (!opens && !may_ever(p, b) && (!l || list_selected(l) || b->writes)) {
		if (!ui->notice[0] || ui->notice_ink != INK_ERROR)
			fail_msg("%.*s, %s: %.*s is not told why", STR_FMT(v->screen->name), b->action->name,
				STR_FMT(p->name));
		times_refused[counted(b->action)]++;
	}
	times_opened[counted(b->action)] += opens;
	close_above(ui, v);
}

static bool to_be_asked(const struct bind *b)
{
	return b->writes || b->action->may;
}

static void try_screen(const struct person_at_work *p, str name, int place)
{
	struct ui ui = { .s = p->s, .acts = &all_acts, .rows = 24, .cols = 80 };
	const struct screen *screen = ui_screen(&ui, name);
	struct view *v = NULL;
	bool any = false;

	if (!screen)
		fail_msg("%.*s: %s", STR_FMT(name), ui.notice);
	for (size_t i = 0; i < screen->keys.n; i++)
		any |= to_be_asked(&screen->keys.bind[i]);
	if (any && screen->kind != SCREEN_FORM)
		v = opened(&ui, screen, place);
	for (size_t i = 0; v && i < v->keys->n; i++) {
		const struct bind *b = &v->keys->bind[i], *tag = bind_of(v, "tag");

		if (!to_be_asked(b))
			continue;
		for (int two = 0; two < 2 && is(b, "merge"); two++)
			press(&ui, tag);
		press_and_look(&ui, v, p, place, b);
		if (v->screen->kind == SCREEN_LIST)
			list_of(v)->tags.n = 0;
	}
	close_above(&ui, NULL);
	arena_free(&ui.event);
	arena_free(&ui.a);
}

static void try_all(const struct person_at_work *p)
{
	static const char folder[] = "screens/", end[] = ".yaml";

	for (const struct data *d = data_table; d->name; d++) {
		str name = str_of(d->name);

		if (!str_starts(name, str_of(folder)))
			continue;
		name = str_sub(name, sizeof folder - 1, name.n - (uint32_t)(sizeof folder + sizeof end - 2));
		for (int place = 0; place < PLACES; place++)
			try_screen(p, name, place);
	}
}

/* No form, question or choice opens for what one may not; one is told why instead.  Of every act that writes
 * somebody is shown both. */
static void test_every_key(void **state)
{
	(void)state;
	for (size_t i = 0; i < all.n; i++)
		try_all(&all.p[i]);
	assert_true(nacts >= 7);
	for (size_t i = 0; i < nacts; i++)
		if (strcmp(acts[i]->name, "emergency") == 0) /* everybody here is a contact person: they see it anyway */
			assert_true(times_refused[i] && !times_opened[i]);
		else if (!times_opened[i] || !times_refused[i])
			fail_msg("%s: opened %zu times, refused %zu times", acts[i]->name, times_opened[i],
				times_refused[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_every_key) };

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
