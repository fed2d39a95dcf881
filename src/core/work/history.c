/* history.c - what happened to a record, and taking back one's own last change. */
#include "core/impl.h"

#include <stdlib.h>

struct list { struct arena *a; struct past *past; size_t n, cap; };

static struct past *add(struct list *l)
{
	if (l->n == l->cap) {
		struct past *more = ARENA_ARRAY(l->a, struct past, l->cap = l->cap * 2 + 16);

		if (l->n)
			memcpy(more, l->past, l->n * sizeof *more);
		l->past = more;
	}
	return &l->past[l->n++];
}

static enum rc decode(struct arena *a, const struct rec_type *t, bytes b, struct rec **out,
	struct err *e)
{
	*out = NULL;
	return b.b.n ? rec_decode(a, t, b.b, out, e) : RC_OK;
}

/* As the record shows it; where that is nothing, that there was something. */
static str told(struct session *s, struct arena *a, const struct field *f, val v, val shown)
{
	return v.set && !shown.set ? S("有") : val_text(&s->lex, a, f, shown);
}

/* The lines of one entry: one per changed field, or one for the act itself. */
static enum rc tell(struct session *s, struct list *l, const struct rec_type *t,
	const struct rec *last, const struct entry *en, enum reach reach, struct err *e)
{
	struct past head = { .entry = en->r.id, .commit = (uint64_t)en->commit.v, .at = en->at,
		.who = en->who, .act = tr_str(code_name(codebook_find(&s->office->codes, S("AUDIT")),
					 en->act.key)), .why = en->why };
	struct change *ch = ARENA_ARRAY(l->a, struct change, t->nfields);
	struct rec *was, *is;
	size_t n;

	TRY(decode(l->a, t, en->was, &was, e));
	TRY(decode(l->a, t, en->is, &is, e));
	n = rec_diff(t, was, is, ch);
	if (n == 0)
		*add(l) = head;
	for (size_t i = 0; i < n; i++) {
		struct past *p = add(l);
		const struct field *f = ch[i].field;

		*p = head;
		p->field = f;
		p->was = told(s, l->a, f, ch[i].was, rights_value(s, l->a, t, last, reach, f, ch[i].was));
		p->is = told(s, l->a, f, ch[i].is, rights_value(s, l->a, t, last, reach, f, ch[i].is));
	}
	return RC_OK;
}

enum rc session_history(struct session *s, struct arena *a, const struct rec_type *shipped,
	uint64_t id, struct past **out, size_t *n, struct err *e)
{
	const struct rec_type *t = type_of(s, shipped);
	struct list l = { .a = a };
	struct entry **entry;
	struct rec *last;
	size_t count = 0;
	enum reach reach;
	enum rc rc;

	session_lex(s);
	TRY(enter(s, e));
	rc = read_past(s, a, t, id, &last, &reach, e);
	if (rc == RC_OK)
		rc = snap_history(s->view, a, t, id, &entry, &count, e);
	for (size_t i = 0; rc == RC_OK && i < count; i++)
		rc = tell(s, &l, t, last, entry[i], reach, e);
	rc = leave_with(s, rc, e);
	*out = rc == RC_OK ? l.past : NULL;
	*n = rc == RC_OK ? l.n : 0;
	return rc;
}

/* ---- undo ----------------------------------------------------------------------------------- */

enum { LOOK_BACK = 5000 }; /* entries; who has not changed anything for so long asks a colleague */

static bool is_change(const struct entry *en)
{
	return en->was.b.n || en->is.b.n;
}

struct undone { uint64_t commit[64]; size_t n; };

static bool was_undone(const struct undone *u, uint64_t commit)
{
	for (size_t i = 0; i < u->n; i++)
		if (u->commit[i] == commit)
			return true;
	return false;
}

/* My newest commit that neither is an undo nor has been undone. */
static enum rc last_own(struct session *s, struct arena *a, uint64_t *commit, struct err *e)
{
	struct undone undone = { 0 };
	struct entry *en;
	uint64_t last;

	TRY(snap_last_entry(s->view, &last, e));
	for (uint64_t n = last; n > 0 && last - n < LOOK_BACK; n--) {
		TRY(snap_entry(s->view, a, n, &en, e));
		if (!str_eq(en->who, s->me.login) || !is_change(en))
			continue;
		if (en->undoes.v) {
			if (undone.n < COUNT(undone.commit))
				undone.commit[undone.n++] = (uint64_t)en->undoes.v;
			continue;
		}
		if (was_undone(&undone, (uint64_t)en->commit.v))
			continue;
		*commit = (uint64_t)en->commit.v;
		return RC_OK;
	}
	return fail(e, RC_NOT_FOUND, "没有可以撤销的：你最近没有改过什么");
}

/* Entries of one commit follow each other in the log. */
static enum rc entries_of(struct session *s, struct arena *a, uint64_t commit,
	struct entry ***out, size_t *n, struct err *e)
{
	size_t cap = 0;
	uint64_t last;

	TRY(snap_last_entry(s->view, &last, e));
	*n = 0;
	*out = NULL;
	for (uint64_t at = commit; at <= last; at++) {
		struct entry *en;

		TRY(snap_entry(s->view, a, at, &en, e));
		if ((uint64_t)en->commit.v != commit)
			break;
		if (*n == cap) {
			struct entry **more = ARENA_ARRAY(a, struct entry *, cap = cap * 2 + 16);

			if (*n)
				memcpy(more, *out, *n * sizeof *more);
			*out = more;
		}
		(*out)[(*n)++] = en;
	}
	return RC_OK;
}

enum rc session_undo_peek(struct session *s, struct arena *a, struct undo *out, struct err *e)
{
	struct list l = { .a = a };
	struct entry **entry;
	size_t n = 0;
	enum rc rc;

	*out = (struct undo){ 0 };
	session_lex(s);
	TRY(enter(s, e));
	rc = last_own(s, a, &out->commit, e);
	if (rc == RC_OK)
		rc = entries_of(s, a, out->commit, &entry, &n, e);
	for (size_t i = 0; rc == RC_OK && i < n; i++) {
		const struct rec_type *t = office_type(s->office, entry[i]->type);

		if (!t)
			continue;
		if (!out->title.n) {
			str name = lex_ref_text(s, a, t->name, (uint64_t)entry[i]->rec_id.v);

			out->title = arena_printf(a, "%.*s %s %.*s",
				STR_FMT(tr_str(code_name(codebook_find(&s->office->codes, S("AUDIT")),
					entry[i]->act.key))),
				tr(t->label), STR_FMT(name));
		}
		/* What undoing does: what is now becomes what was. */
		size_t from = l.n;
		enum reach reach;
		struct rec *last;

		rc = read_past(s, a, t, (uint64_t)entry[i]->rec_id.v, &last, &reach, e);
		if (rc == RC_OK)
			rc = tell(s, &l, t, last, entry[i], reach, e);
		for (size_t k = from; k < l.n; k++) {
			str is = l.past[k].is;

			l.past[k].is = l.past[k].was;
			l.past[k].was = is;
		}
	}
	rc = leave_with(s, rc, e);
	if (rc == RC_OK && n > 1)
		out->title = arena_printf(a, "%.*s 等%zu条", STR_FMT(out->title), n);
	out->past = rc == RC_OK ? l.past : NULL;
	out->n = rc == RC_OK ? l.n : 0;
	return rc;
}

/* The operation that takes one entry back.  What the entry changed is put on the record as it is
 * now; a field somebody changed since is a conflict, as everywhere. */
static enum rc reverse(struct session *s, struct arena *a, const struct entry *en, struct op *op,
	struct err *e)
{
	const struct rec_type *t = office_type(s->office, en->type);
	uint64_t id = (uint64_t)en->rec_id.v;
	struct rec *was, *is, *now;
	struct change *ch;
	size_t n;

	*op = (struct op){ .type = t };
	TRY(decode(a, t, en->was, &was, e));
	TRY(decode(a, t, en->is, &is, e));
	if (!is) { /* an older program removed it */
		op->rec = rec_dup(a, t, was);
		op->rec->version = 0;
		op->id = id;
		return RC_OK;
	}
	TRY(snap_get(s->view, a, t, id, &now, e));
	ch = ARENA_ARRAY(a, struct change, t->nfields);
	if (!was) { /* it was created: void it, unless it has grown since */
		if (rec_diff(t, now, is, ch))
			return fail(e, RC_CONFLICT, "这条%s建立以后又有人改过，不能撤销；"
				"请改为作废或销档", t->label);
		op->base = now;
		op->rec = rec_dup(a, t, now);
		op->rec->void_why = S("撤销");
		op->rec->void_by.id = s->me.worker;
		return RC_OK;
	}
	n = rec_diff(t, was, is, ch);
	op->base = rec_dup(a, t, now);
	op->rec = rec_dup(a, t, now);
	for (size_t i = 0; i < n; i++) {
		/* base says what this entry left; the merge then sees any later change. */
		field_set(ch[i].field, (struct rec *)(uintptr_t)op->base, ch[i].is);
		field_set(ch[i].field, op->rec, ch[i].was);
	}
	return RC_OK;
}

enum rc session_undo(struct session *s, uint64_t commit, struct err *e)
{
	struct arena a = { 0 };
	struct entry **entry;
	struct op *ops = NULL;
	size_t n = 0;
	enum rc rc;

	TRY(enter(s, e));
	rc = entries_of(s, &a, commit, &entry, &n, e);
	if (rc == RC_OK && (n == 0 || !str_eq(entry[0]->who, s->me.login)))
		rc = fail(e, RC_DENIED, "只能撤销自己的最近一次修改");
	ops = ARENA_ARRAY(&a, struct op, n);
	/* Backwards: what was created last goes first. */
	for (size_t i = 0; rc == RC_OK && i < n; i++)
		rc = reverse(s, &a, entry[n - 1 - i], &ops[i], e);
	rc = leave_with(s, rc, e);
	if (rc == RC_OK)
		rc = commit_ops(s, &a, &(struct act){ .name = S("update"), .may = rights_may_undo,
			.rules = true, .undoes = commit }, S("撤销"), ops, n, e);
	if (rc == RC_CONFLICT && e->field)
		rc = fail(e, RC_CONFLICT, "撤销不了：这一项后来又有人改过；请直接修改");
	arena_free(&a);
	return rc;
}
