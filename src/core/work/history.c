/* history.c - what happened to a record, and taking back one's own last change. */
#include "core/read/door.h"
#include "core/read/lex.h"
#include "core/read/looks.h"
#include "core/read/may.h"
#include "core/read/rights.h"
#include "core/work/save.h"

#include <stdlib.h>

struct list { struct arena *a; struct told { VEC(struct past); } told; };

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
		*vec_add(l->a, &l->told) = head;
	for (size_t i = 0; i < n; i++) {
		struct past *p = vec_add(l->a, &l->told);
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
	if (rc == RC_OK) {
		look_at(s, "view", rights_family(s, t, last));
		rc = snap_history(s->view, a, t, id, &entry, &count, e);
	}
	for (size_t i = 0; rc == RC_OK && i < count; i++)
		if (entry[i]->version.set) /* who looked at it is another question */
			rc = tell(s, &l, t, last, entry[i], reach, e);
	rc = leave_with(s, rc, e);
	*out = rc == RC_OK ? l.told.p : NULL;
	*n = rc == RC_OK ? l.told.n : 0;
	return rc;
}

/* ---- undo: which ------------------------------------------------------------------------------ */

struct commits { VEC(uint64_t); };

static bool among(const struct commits *list, uint64_t commit)
{
	for (size_t i = list->n; i-- > 0;)
		if (list->p[i] == commit)
			return true;
	return false;
}

/* My newest commit that neither is an undo nor has been undone; 0: there is none. */
static enum rc last_own(struct session *s, struct arena *a, uint64_t *commit, struct err *e)
{
	struct commits undone = { 0 };
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	*commit = 0;
	TRY(cursor_open(s->view, a, &(struct walk){ .type = &entry_type, .index = "who",
		.prefix = &(val){ true, 0, s->me.login }, .nprefix = 1, .backward = true }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		const struct entry *en = (const struct entry *)r;

		if (en->undoes.set) {
			if (!among(&undone, (uint64_t)en->undoes.v))
				*vec_add(a, &undone) = (uint64_t)en->undoes.v;
		} else if (en->version.set && !among(&undone, (uint64_t)en->commit.v)) {
			*commit = (uint64_t)en->commit.v;
			cursor_close(&c);
			return RC_OK;
		} /* else it was a look, or has been undone */
	}
	TRY_END(rc);
	return RC_OK;
}

/* Inside the transaction: another session of mine may have been quicker. */
static enum rc still_last(struct session *s, struct arena *a, const struct act *act, struct err *e)
{
	uint64_t commit;

	TRY(last_own(s, a, &commit, e));
	return commit == act->undoes ? RC_OK
				     : fail(e, RC_CONFLICT, "这次修改已经撤销过，或者后来又改了别的；"
					"请再看一次要撤销的是什么");
}

static bool is_change(const struct entry *en)
{
	return en->was.b.n || en->is.b.n;
}

/* ---- undo: what a commit did -------------------------------------------------------------------- */

/* All that one commit did to one record, however many of its entries speak of it. */
struct deed {
	const struct rec_type *type;
	uint64_t id;
	struct rec *was, *is; /* what changed, and nothing else; was NULL: the record was created */
	bool *known;          /* by field: was is what stood before the commit */
	bool removed;         /* by a program of old times */
	size_t rank, at;
};
struct deeds { VEC(struct deed); };

static size_t rank_of(const struct session *s, const struct rec_type *t)
{
	size_t i = 0;

	while (s->office->types[i] && s->office->types[i] != t)
		i++;
	return i;
}

static enum rc learn(struct session *s, struct arena *a, const struct entry *en, struct deeds *out,
	struct err *e)
{
	const struct rec_type *t = office_type(s->office, en->type);
	struct rec *was, *is;
	struct deed *d = NULL;

	if (!t || !is_change(en))
		return RC_OK;
	TRY(decode(a, t, en->was, &was, e));
	TRY(decode(a, t, en->is, &is, e));
	for (size_t i = 0; i < out->n; i++)
		if (out->p[i].type == t && out->p[i].id == (uint64_t)en->rec_id.v)
			d = &out->p[i];
	if (!d) {
		d = vec_add(a, out);
		*d = (struct deed){ .type = t, .id = (uint64_t)en->rec_id.v, .was = was,
			.is = rec_new(a, t), .known = ARENA_ARRAY(a, bool, t->nfields),
			.rank = rank_of(s, t), .at = out->n };
	}
	d->removed = !is;
	for EACH_FIELD(f, t) {
		size_t i = (size_t)(f - t->fields);

		if (val_eq(field_get(f, was), field_get(f, is)))
			continue;
		if (d->was && !d->known[i])
			field_set(f, d->was, field_get(f, was));
		d->known[i] = true;
		field_set(f, d->is, field_get(f, is));
	}
	return RC_OK;
}

/* What others belong to stands before them in the table of types and goes back before them; of one type,
 * what was done last goes back first. */
static int by_turn(const void *x, const void *y)
{
	const struct deed *a = x, *b = y;

	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	return a->at > b->at ? -1 : a->at < b->at;
}

/* Entries of one commit follow each other in the log. */
static enum rc deeds_of(struct session *s, struct arena *a, uint64_t commit, struct deeds *out,
	struct err *e)
{
	for (uint64_t at = commit;; at++) {
		struct entry *en;
		enum rc rc = snap_entry(s->view, a, at, &en, e);

		if (rc == RC_NOT_FOUND || (rc == RC_OK && (uint64_t)en->commit.v != commit))
			return RC_OK;
		TRY(rc);
		TRY(learn(s, a, en, out, e));
	}
}

/* ---- undo: showing it --------------------------------------------------------------------------- */

/* What undoing one entry does: what is now becomes what was. */
static enum rc foretell(struct session *s, struct list *l, const struct entry *en, struct undo *out,
	struct err *e)
{
	const struct rec_type *t = office_type(s->office, en->type);
	size_t from = l->told.n;
	enum reach reach;
	struct rec *last;

	if (!t)
		return RC_OK;
	if (!out->title.n) {
		str name = lex_ref_text(s, l->a, t->name, (uint64_t)en->rec_id.v);

		out->title = arena_printf(l->a, "%.*s %s %.*s",
			STR_FMT(tr_str(code_name(codebook_find(&s->office->codes, S("AUDIT")), en->act.key))),
			tr(t->label), STR_FMT(name));
	}
	TRY(read_past(s, l->a, t, (uint64_t)en->rec_id.v, &last, &reach, e));
	TRY(tell(s, l, t, last, en, reach, e));
	for (size_t k = from; k < l->told.n; k++) {
		str is = l->told.p[k].is;

		l->told.p[k].is = l->told.p[k].was;
		l->told.p[k].was = is;
	}
	return RC_OK;
}

static enum rc peek_undo(struct session *s, struct list *l, struct undo *out, struct err *e)
{
	size_t n = 0;

	TRY(last_own(s, l->a, &out->commit, e));
	if (!out->commit)
		return fail(e, RC_NOT_FOUND, "没有可以撤销的：你最近没有改过什么");
	for (uint64_t at = out->commit;; at++, n++) {
		struct entry *en;
		enum rc rc = snap_entry(s->view, l->a, at, &en, e);

		if (rc == RC_NOT_FOUND || (rc == RC_OK && (uint64_t)en->commit.v != out->commit))
			break;
		TRY(rc);
		TRY(foretell(s, l, en, out, e));
	}
	if (n > 1)
		out->title = arena_printf(l->a, "%.*s 等%zu条", STR_FMT(out->title), n);
	out->past = l->told.p;
	out->n = l->told.n;
	return RC_OK;
}

static enum rc may_undo(struct session *, struct arena *, uint64_t commit, struct err *);

enum rc session_undo_peek(struct session *s, struct arena *a, struct undo *out, struct err *e)
{
	struct list l = { .a = a };
	enum rc rc;

	*out = (struct undo){ 0 };
	session_lex(s);
	TRY(enter(s, e));
	rc = peek_undo(s, &l, out, e);
	if (rc == RC_OK)
		rc = may_undo(s, a, out->commit, e);
	return leave_with(s, rc, e);
}

/* ---- undo: doing it ------------------------------------------------------------------------------ */

/* The void mark is the program's, but no check fills it in. */
static bool is_mark(const struct field *f)
{
	return f->off >= 0 && (size_t)f->off < sizeof(struct rec);
}

/* What the program reckons is reckoned again from what else is there, so a later value of it was nobody's
 * change. */
static bool reckoned_since(const struct field *f, val left, const struct rec *now)
{
	return f->flags & F_COMPUTED && !is_mark(f) && !val_eq(left, field_get(f, now));
}

static bool grown_since(const struct rec_type *t, const struct rec *left, const struct rec *now)
{
	for EACH_FIELD(f, t)
		if (!val_eq(field_get(f, left), field_get(f, now)) &&
			!reckoned_since(f, field_get(f, left), now))
			return true;
	return false;
}

/* The operation that takes a deed back.  What it changed is put on the record as it is now; a field that
 * somebody changed since is a conflict, as everywhere. */
static enum rc reverse(struct session *s, struct arena *a, const struct deed *d, struct op *op,
	struct err *e)
{
	const struct rec_type *t = d->type;
	struct rec *now, *base;

	*op = (struct op){ .type = t };
	if (d->removed) {
		op->rec = rec_dup(a, t, d->was);
		op->rec->version = 0;
		op->id = d->id;
		return RC_OK;
	}
	TRY(snap_get(s->view, a, t, d->id, &now, e));
	op->rec = rec_dup(a, t, now);
	op->base = base = rec_dup(a, t, now);
	if (!d->was) {
		if (grown_since(t, d->is, now))
			return fail(e, RC_CONFLICT, "这条%s建立以后又有人改过，不能撤销；请改为作废或销档",
				t->label);
		op->rec->void_why = S("撤销");
		op->rec->void_by.id = s->me.worker;
		return RC_OK;
	}
	for EACH_FIELD(f, t) {
		if (!d->known[f - t->fields] || reckoned_since(f, field_get(f, d->is), now))
			continue;
		/* base says what the deed left; the merge then sees any later change. */
		field_set(f, base, field_get(f, d->is));
		field_set(f, op->rec, field_get(f, d->was));
	}
	return RC_OK;
}

static enum rc reverse_all(struct session *s, struct arena *a, struct act *act, struct op **ops,
	size_t *n, struct err *e)
{
	struct deeds deeds = { 0 };
	struct entry *first;

	TRY(snap_entry(s->view, a, act->undoes, &first, e));
	act->rules = act_follows(first->act.key);
	TRY(deeds_of(s, a, act->undoes, &deeds, e));
	if (deeds.n)
		qsort(deeds.p, deeds.n, sizeof *deeds.p, by_turn);
	*ops = ARENA_ARRAY(a, struct op, deeds.n + 1);
	for (*n = 0; *n < deeds.n; ++*n)
		TRY(reverse(s, a, &deeds.p[*n], &(*ops)[*n], e));
	return RC_OK;
}

/* What could be taken back but may not is said before it is offered. */
static enum rc may_undo(struct session *s, struct arena *a, uint64_t commit, struct err *e)
{
	struct act act = { .undoes = commit };
	struct op *ops = NULL;
	struct rec *now = NULL;
	size_t n = 0;
	enum rc rc = reverse_all(s, a, &act, &ops, &n, e);

	if (rc == RC_CONFLICT) /* told when it is done, with what has been changed since */
		return RC_OK;
	TRY(rc);
	for (size_t i = 0; i < n; i++) {
		if (ops[i].base)
			TRY(snap_get(s->view, a, ops[i].type, ops[i].base->id, &now, e));
		TRY(rights_may_undo(s, ops[i].type, ops[i].base ? now : NULL, ops[i].rec, e));
	}
	return RC_OK;
}

/* Where everything was as before already, the log still says that it has been undone. */
static enum rc note_undone(struct session *s, struct arena *a, const struct act *act, struct err *e)
{
	uint64_t last = 0;
	enum rc rc;

	TRY(enter(s, e));
	rc = last_own(s, a, &last, e);
	rc = leave_with(s, rc, e);
	if (rc == RC_OK && last == act->undoes)
		rc = commit_ops(s, a, act, S("撤销"), &(struct op){ 0 }, 1, e);
	return rc;
}

static enum rc tell_conflict(const struct op *ops, size_t n, struct err *e)
{
	for (size_t i = 0; i < n; i++)
		if (ops[i].nconflict)
			return fail(e, RC_CONFLICT, "撤销不了：%s的“%s”后来又有人改过；请直接修改",
				ops[i].type->label, ops[i].conflict[0]->label);
	return RC_CONFLICT;
}

enum rc session_undo(struct session *s, uint64_t commit, struct err *e)
{
	struct act act = { .name = S("update"), .first = still_last, .may = rights_may_undo,
		.undoes = commit };
	struct arena a = { 0 };
	struct op *ops = NULL;
	size_t n = 0;
	enum rc rc;

	TRY(enter(s, e));
	rc = reverse_all(s, &a, &act, &ops, &n, e);
	rc = leave_with(s, rc, e);
	if (rc == RC_OK) {
		rc = commit_ops(s, &a, &act, S("撤销"), ops, n, e);
		if (rc == RC_CONFLICT)
			rc = tell_conflict(ops, n, e);
	}
	if (rc == RC_OK)
		rc = note_undone(s, &a, &act, e);
	arena_free(&a);
	return rc;
}
