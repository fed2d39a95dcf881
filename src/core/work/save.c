/* save.c - the one way anything is written: rights, references within one save, the commit. */
#include "core/work/save.h"

#include "core/office/means.h"
#include "core/read/looks.h"
#include "core/read/may.h"
#include "core/read/me.h"
#include "core/read/rights.h"
#include "core/rules/after/after.h"
#include "core/work/guard.h"

#include <stdlib.h>
#include <unistd.h>

str client_address(struct arena *a)
{
	const char *ssh = getenv("SSH_CLIENT");
	const char *tty = isatty(0) ? ttyname(0) : NULL;

	if (ssh && *ssh) {
		str rest = str_of(ssh), address;

		return str_word(&rest, &address) ? arena_str(a, str_sub(address, 0, 60)) : S("ssh");
	}
	return tty ? arena_str(a, str_of(tty)) : S("local");
}

/* An act while it is carried out: the write transaction sees the office through its own view. */
struct acting { struct session *s; const struct act *act; bool begun; struct scans scans; };

/* Runs with the session looking through the transaction's view; what it remembers of another is forgotten
 * before and after. */
static enum rc inside(struct txn *x, enum rc (*job)(struct acting *, struct txn *, const struct rec_type *,
	const struct rec *, const struct rec *, struct err *), const struct rec_type *t,
	const struct rec *was, const struct rec *is, struct err *e)
{
	struct acting *acting = x->commit->ctx;
	struct session *s = acting->s;
	struct snap *outer = s->view;
	enum rc rc;

	s->view = x->view;
	s->depth++;
	forget_view(s);
	rc = troubled(s, job(acting, x, t, was, is, e), e);
	forget_view(s);
	s->depth--;
	s->view = outer;
	return rc;
}

/* What was read masked is not written over, not even with what stands there: that would tell it. */
static enum rc ask_masked(struct acting *p, struct txn *x, const struct rec_type *t, const struct rec *now,
	struct err *e)
{
	const struct op *op = &x->commit->ops[x->commit->at_op];

	for EACH_FIELD(f, t) {
		val base = field_get(f, op->base);

		if (!val_eq(base, field_get(f, op->rec)) && !val_eq(base, field_get(f, now)))
			TRY(rights_may_overwrite(p->s, t, now, f, e));
	}
	return RC_OK;
}

static enum rc ask(struct acting *p, struct txn *x, const struct rec_type *t, const struct rec *was,
	const struct rec *is, struct err *e)
{
	if (!p->act->may)
		return RC_OK;
	TRY(still_here(p->s, e));
	if (!p->begun && p->act->first)
		TRY(p->act->first(p->s, x->a, p->act, e));
	p->begun = true;
	TRY(p->act->may(p->s, t, was, is, e));
	return was && !is ? ask_masked(p, x, t, was, e) : RC_OK;
}

static enum rc allow(struct txn *x, const struct rec_type *t, const struct rec *was,
	const struct rec *is, struct err *e)
{
	return inside(x, ask, t, was, is, e);
}

static enum rc follow(struct acting *p, struct txn *x, const struct rec_type *t, const struct rec *was,
	const struct rec *is, struct err *e)
{
	/* What is taken back brings back its dated past itself. */
	bool dated = (!p->act->undoes || x->at >= x->nasked) && !x->done[x->at].settled;

	TRY(guard_voided(p->s, x->a, &p->scans, t, was, is, p->act->undoes != 0, e));
	return rules_after(p->s, x, t, was, is, dated, p->act->rules, e);
}

static enum rc after(struct txn *x, const struct rec_type *t, const struct rec *was,
	const struct rec *is, struct err *e)
{
	return inside(x, follow, t, was, is, e);
}

bool act_follows(str name)
{
	/* What was brought in happened long ago; what goes over to another file has been followed in its own. */
	static const char *const settled[] = { "import", "merge", "split" };

	for (size_t i = 0; i < COUNT(settled); i++)
		if (str_is(name, settled[i]))
			return false;
	return true;
}

enum rc commit_ops(struct session *s, struct arena *a, const struct act *act, str why, struct op *ops,
	size_t n, struct err *e)
{
	struct acting acting = { .s = s, .act = act };
	struct commit c = {
		.a = a,
		.who = s->me.login,
		.from = client_address(a),
		.act = act->name,
		.why = why,
		.at = clock_now(),
		.ops = ops,
		.nops = n,
		.notes = s->looks.p,
		.nnotes = s->looks.n,
		.undoes = act->undoes,
		.at_op = n, /* none of them, unless it comes to them */
		.allow = allow,
		.after = after,
		.ctx = &acting,
	};
	enum rc rc;

	s->lex.now = c.at;
	rc = store_commit(s->store, &c, e);
	if (rc == RC_OK)
		looks_written(s);
	if (act->refused)
		*act->refused = c.at_op;
	if (act->number)
		*act->number = c.number;
	return rc;
}

/* ---- references within one save ------------------------------------------------------------- */

/* An unset required reference means the record of that type saved just before; a family whose head
 * is not known yet takes the first person saved for it. */
static void link_saves(struct session *s, struct save *saves, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct rec_type *t = saves[i].type;

		for EACH_FIELD(f, t) {
			const struct rec_type *to;

			if (f->kind != K_REF || !(f->flags & F_REQUIRED) || !saves[i].rec ||
				field_get(f, saves[i].rec).set)
				continue;
			to = office_type(s->office, str_of(f->of));
			for (size_t k = i; k-- > 0;)
				if (to && saves[k].type->tag == to->tag && !saves[k].base) {
					field_set(f, saves[i].rec, (val){ true, (int64_t)REF_OP(k), { 0 } });
					break;
				}
		}
		if (t->tag != person_type.tag || saves[i].base || !saves[i].rec)
			continue;

		uint64_t family = ((struct person *)saves[i].rec)->family.id;

		for (size_t k = 0; k < i; k++) {
			struct family *f = (struct family *)saves[k].rec;

			if (family != REF_OP(k) || !f)
				continue;
			if (!f->head.id)
				f->head.id = REF_OP(i);
			/* Who comes with the file has been in it since it was opened. */
			((struct person *)saves[i].rec)->entered = f->opened;
		}
	}
}

enum rc save_act(struct session *s, struct arena *a, const struct act *act, str why, struct save *saves,
	size_t n, struct err *e)
{
	struct op *ops = ARENA_ARRAY(a, struct op, n);
	enum rc rc;

	link_saves(s, saves, n);
	for (size_t i = 0; i < n; i++)
		ops[i] = (struct op){ .type = type_of(s, saves[i].type), .base = saves[i].base,
			.rec = saves[i].rec };
	rc = commit_ops(s, a, act, why, ops, n, e);
	for (size_t i = 0; i < n; i++) {
		saves[i].id = ops[i].id;
		saves[i].merged = ops[i].merged;
		saves[i].conflict = ops[i].conflict;
		saves[i].nconflict = ops[i].nconflict;
	}
	return rc;
}

/* The checks of a record may tell of what it refers to; whoever may not write it, or refer to that, hears so before
 * they are asked.  What is saved together refers to one another: it is asked in the commit alone. */
static enum rc ask_before(struct session *s, const struct save *save, struct err *e)
{
	const struct rec_type *t = type_of(s, save->type);
	enum rc rc;

	if (s->me.admin || !save->rec)
		return RC_OK;
	TRY(enter(s, e));
	rc = save->base || rights_placed(t, save->rec) ? rights_may_save(s, t, save->base, save->rec, e)
		: rights_may_refer(s, t, save->rec, e);
	return leave_with(s, rc, e);
}

enum rc session_save(struct session *s, struct arena *a, str why, struct save *saves, size_t n,
	struct err *e)
{
	bool creates = n && !saves[0].base;

	if (n == 1)
		TRY(ask_before(s, saves, e));
	return save_act(s, a, &(struct act){ .name = creates ? S("create") : S("update"),
		.may = rights_may_save, .rules = true }, why, saves, n, e);
}

/* What a list that was brought in changes of a family's kind and level rests on that list. */
static void rest_on(str why, const struct save *save)
{
	const struct family *was = (const struct family *)save->base;
	struct family *f = (struct family *)save->rec;

	if (save->type->tag != family_type.tag || !was)
		return;
	if (!str_eq(was->kind.key, f->kind.key) && str_eq(was->kind_evidence, f->kind_evidence))
		f->kind_evidence = str_sub(why, 0, 60);
	if (!str_eq(was->care_level.key, f->care_level.key) && str_eq(was->care_reason, f->care_reason))
		f->care_reason = str_sub(why, 0, 60);
}

enum rc session_import(struct session *s, struct arena *a, str why, bool follows, struct save *saves, size_t n,
	size_t *refused, struct err *e)
{
	for (size_t i = 0; i < n; i++)
		rest_on(why, &saves[i]);
	return save_act(s, a, &(struct act){ .name = S("import"), .may = rights_may_write,
		.rules = follows, .refused = refused }, why, saves, n, e);
}

/* ---- voiding -------------------------------------------------------------------------------- */

struct voiding { struct rec *base, *rec; };

/* The record as it is, and with the mark on it. */
static enum rc mark(struct session *s, struct arena *a, const struct rec_type *t, uint64_t id, str why,
	struct voiding *out, struct err *e)
{
	const struct rec_kind *kind = kind_of(t);
	enum rc rc;

	if (kind->voids == VOID_NO)
		return fail(e, RC_INVALID, "%s", kind->instead);
	rc = snap_get(s->view, a, t, id, &out->base, e);
	if (rc == RC_NOT_FOUND || (rc == RC_OK && reach_of(s, t, out->base) == REACH_ABSENT))
		return rights_not_there(t, id, e);
	TRY(rc);
	if (rec_voided(out->base))
		return fail(e, RC_CONFLICT, "这条%s已经作废了", t->label);
	out->rec = rec_dup(a, t, out->base);
	out->rec->void_why = str_trim(why);
	out->rec->void_by.id = s->me.worker;
	return RC_OK;
}

enum rc session_may_void(struct session *s, const struct rec_type *shipped, uint64_t id, struct err *e)
{
	const struct rec_type *t = type_of(s, shipped);
	struct arena a = { 0 };
	struct voiding v;
	enum rc rc;

	TRY(enter(s, e));
	rc = mark(s, &a, t, id, S("?"), &v, e);
	if (rc == RC_OK)
		rc = rights_may_write(s, t, v.base, v.rec, e);
	arena_free(&a);
	return leave_with(s, rc, e);
}

enum rc session_void(struct session *s, const struct rec_type *shipped, uint64_t id, str why,
	struct err *e)
{
	const struct rec_type *t = type_of(s, shipped);
	struct arena a = { 0 };
	struct voiding v;
	enum rc rc;

	if (!str_trim(why).n)
		return fail_at(e, "void_why", "作废要写明原因");
	TRY(enter(s, e));
	rc = leave_with(s, mark(s, &a, t, id, why, &v, e), e);
	if (rc == RC_OK)
		rc = commit_ops(s, &a, &(struct act){ .name = S("void"), .may = rights_may_write,
			.rules = true }, str_trim(why), &(struct op){ .type = t, .base = v.base, .rec = v.rec },
			1, e);
	arena_free(&a);
	return rc;
}

enum rc session_log_about(struct session *s, str act, str text, const struct rec_type *t, uint64_t id,
	const uint64_t *family, size_t n, uint64_t *number, struct err *e)
{
	struct arena a = { 0 };
	struct op *ops = ARENA_ARRAY(&a, struct op, n + 1);
	enum rc rc;

	if (s->read_only)
		return RC_OK;
	ops[0] = (struct op){ .type = t ? type_of(s, t) : NULL, .id = id };
	for (size_t i = 0; i < n; i++)
		ops[i + 1] = (struct op){ .type = type_of(s, &family_type), .id = family[i] };
	rc = commit_ops(s, &a, &(struct act){ .name = act, .number = number }, text, ops, n + 1, e);
	arena_free(&a);
	return rc;
}

enum rc session_log(struct session *s, str act, str text, const struct rec_type *t, uint64_t id,
	struct err *e)
{
	return session_log_about(s, act, text, t, id, NULL, 0, NULL, e);
}

void session_look(struct session *s, const char *act, str text, const struct rec_type *t, uint64_t id)
{
	look_note(s, (struct note){ .act = str_of(act), .why = text, .type = t ? type_of(s, t) : NULL, .id = id });
}

enum rc session_looks_write(struct session *s, struct err *e)
{
	struct arena a = { 0 };
	enum rc rc = RC_OK;

	if (s->looks.n)
		rc = commit_ops(s, &a, &(struct act){ .name = S("view") }, S(""), NULL, 0, e);
	arena_free(&a);
	return rc;
}

/* ---- what is usual in a new record ---------------------------------------------------------- */

/* Whoever works in a street or a district knows no community that is theirs: 0. */
static enum rc my_community(struct session *s, struct arena *a, uint64_t *out, struct err *e)
{
	const struct org *o;

	*out = 0;
	TRY(enter(s, e));
	o = s->me.unit ? peek_org(s, a, s->me.unit) : NULL;
	if (o && code_means(&s->office->codes, o->level, MEANS_COMMUNITY))
		*out = o->r.id;
	return leave_with(s, RC_OK, e);
}

static void start(struct session *s, const struct field *f, uint64_t community, struct rec *r)
{
	if (f->flags & F_HERE && community)
		field_set(f, r, VAL_REF(community));
	if (f->flags & F_TODAY)
		field_set(f, r, (val){ true, f->kind == K_TIME ? moment_of(session_today(s), -1).v
						       : session_today(s).day, { 0 } });
	if (f->flags & F_ME && s->me.worker)
		field_set(f, r, (val){ true, (int64_t)s->me.worker, { 0 } });
	if (f->flags & F_USUAL && f->kind == K_FLAG) {
		field_set(f, r, (val){ true, FLAG_YES, { 0 } });
	} else if (f->flags & F_USUAL) {
		str key = code_usual(codebook_find(&s->office->codes, str_of(f->of)));

		field_set(f, r, (val){ key.n != 0, 0, key });
	}
}

enum rc session_new(struct session *s, struct arena *a, const struct rec_type *shipped,
	uint64_t about, struct rec **out, struct err *e)
{
	const struct rec_type *t = type_of(s, shipped);
	uint64_t community;

	TRY(my_community(s, a, &community, e));
	*out = rec_new(a, t);
	for EACH_FIELD(f, t)
		start(s, f, community, *out);
	if (t->owner && *t->owner)
		rec_set(t, *out, t->owner, (val){ about != 0, (int64_t)about, { 0 } });
	if (t->unit && *t->unit && s->me.unit)
		rec_set(t, *out, t->unit, VAL_REF(s->me.unit));
	return RC_OK;
}
