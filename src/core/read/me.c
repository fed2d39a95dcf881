/* me.c - who is at work, with what role and reach, and whether they still are. */
#include "core/read/me.h"

#include "base/utf8.h"
#include "core/records/assignment.h"

#include <stdlib.h>

const struct me *session_me(const struct session *s)
{
	return &s->me;
}

const struct office *session_office(const struct session *s)
{
	return s->office;
}

const struct lex *session_lex(struct session *s)
{
	s->lex.now = clock_now();
	return &s->lex;
}

moment session_now(const struct session *s)
{
	(void)s;
	return clock_now();
}

date session_today(const struct session *s)
{
	return moment_date(session_now(s));
}

bool session_ended(const struct session *s)
{
	return s->ended;
}

enum rc session_here(struct session *s, struct err *e)
{
	TRY(enter(s, e));
	leave(s);
	return RC_OK;
}

/* ---- the record of who is at work ------------------------------------------------------------ */

enum rc worker_with_login(struct session *s, struct arena *a, str login, uint64_t *id, struct err *e)
{
	val key = { true, 0, login };
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	*id = 0;
	TRY(cursor_open(s->view, a, &(struct walk){ .type = type_of(s, &worker_type), .index = "login",
		.prefix = &key, .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK)
		*id = r->id;
	TRY_END(rc);
	return RC_OK;
}

/* From the first day in post to the last, under this login. */
static bool works_here(const struct worker *w, str login, date today)
{
	return !rec_voided(&w->r) && str_eq(w->login, login) && worker_in_post(w, today);
}

/* Name, role and scope follow the record; RC_NOT_FOUND when it says that nobody works here so. */
static enum rc be(struct session *s, uint64_t id, str login, struct err *e)
{
	struct arena a = { 0 };
	struct rec *w = NULL, *o = NULL;
	const struct role *role = NULL;
	const struct worker *me;
	str scope = S("?");
	enum rc rc = snap_get(s->view, &a, type_of(s, &worker_type), id, &w, e);

	if (rc == RC_OK && !works_here((const struct worker *)w, login, session_today(s)))
		rc = RC_NOT_FOUND;
	me = (const struct worker *)w;
	if (rc == RC_OK && !(role = office_role(s->office, me->role.key)))
		rc = fail(e, RC_DENIED, "%.*s的角色在 roles.yaml 里没有，请找管理员补上", STR_FMT(me->name));
	if (rc == RC_OK) {
		rc = snap_get(s->view, &a, type_of(s, &org_type), me->org.id, &o, e);
		if (rc == RC_OK)
			scope = str_sub(((struct org *)o)->code.s, 0, role->reach);
		rc = rc == RC_NOT_FOUND ? RC_OK : rc; /* of nowhere: reaches nothing */
	}
	if (rc == RC_OK && (s->role != role || s->me.unit != me->org.id || !str_eq(s->me.name, me->name) ||
				   !str_eq(s->me.scope, scope))) {
		s->me = (struct me){ .login = arena_str(s->a, login), .name = arena_str(s->a, me->name),
			.worker = id, .unit = me->org.id, .home = role->home.n ? role->home : S("today"),
			.scope = arena_str(s->a, scope), .families = role->families != FAMILIES_NONE };
		s->role = role;
		s->orgs.at = s->above.at = s->mine.at = (struct seen_at){ 0 };
	}
	arena_free(&a);
	return rc;
}

enum rc me_become(struct session *s, const char *as, struct err *e)
{
	struct arena a = { 0 };
	uint64_t id = 0;
	enum rc rc;

	TRY(enter(s, e));
	rc = worker_with_login(s, &a, str_of(as), &id, e);
	if (rc == RC_OK)
		rc = id ? be(s, id, str_of(as), e) : RC_NOT_FOUND;
	if (rc == RC_NOT_FOUND)
		rc = fail(e, RC_DENIED, "没有登录名“%s”，或者还没到岗、已经离岗；请找管理员开通", as);
	arena_free(&a);
	return leave_with(s, rc, e);
}

enum rc still_here(struct session *s, struct err *e)
{
	struct seen_at now = { snap_tick(s->view), session_today(s).day };
	enum rc rc;

	if (!s->me.worker || (s->me_at.tick == now.tick && s->me_at.day == now.day))
		return RC_OK;
	rc = be(s, s->me.worker, s->me.login, e);
	s->ended = rc == RC_NOT_FOUND;
	if (s->ended)
		return fail(e, RC_DENIED, "%.*s的岗位或登录名已经变了，不能再用这次登录；请退出，有疑问找管理员",
			STR_FMT(s->me.name));
	if (rc == RC_OK)
		s->me_at = now;
	return rc;
}

void me_owner(struct session *s)
{
	const char *user = getenv("USER");
	str name = user && *user && utf8_bad(str_of(user)) < 0 ? arena_str(s->a, str_of(user))
								: S("owner");

	/* Names itself in the log only; rights come from owning the directory. */
	s->me = (struct me){ .login = name, .name = name, .home = S("today"), .scope = S(""),
		.families = true, .admin = true };
}
