/* staff.h - one worker a role, for tests of what roles may: each with a login of the role's name and a family of
 * their own. */
#ifndef TESTS_STAFF_H
#define TESTS_STAFF_H

#include "core/read/view.h"
#include "core/work/work.h"
#include "office.h"

static inline uint64_t office_save(struct session *s, const struct rec_type *t, struct rec *r)
{
	struct save save = { .type = type_of(s, t), .rec = r };
	struct arena a = { 0 };
	struct err e = { 0 };

	if (session_save(s, &a, S(""), &save, 1, &e) != RC_OK)
		fail_msg("%s: %s", t->name, e.msg);
	arena_free(&a);
	return save.id;
}

static inline void office_hire(struct session *s, const struct role *role, uint64_t org, uint64_t family)
{
	struct arena a = { 0 };
	struct worker *w = (struct worker *)rec_new(&a, type_of(s, &worker_type));
	struct assignment *as = (struct assignment *)rec_new(&a, type_of(s, &assignment_type));

	w->name = arena_printf(&a, "试用%.*s", STR_FMT(role->name));
	w->login = w->role.key = role->name;
	w->org.id = org;
	w->mobile.s = S("13800000000");
	w->on_from.day = 1;
	as->worker.id = office_save(s, &worker_type, &w->r);
	as->family.id = family;
	as->post.key = S("5"); /* a post that many may hold */
	office_save(s, &assignment_type, &as->r);
	arena_free(&a);
}

static inline struct session *office_enter_as(struct arena *a, str login)
{
	struct session *s;
	struct err e = { 0 };

	if (session_open(a, &(struct session_opts){ .data = office_data, .as = arena_z(a, login) }, &s, &e) != RC_OK)
		fail_msg("%s", e.msg);
	return s;
}

#endif
