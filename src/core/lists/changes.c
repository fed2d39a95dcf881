/* changes.c - what became of a file, change by change: kept as stored, told in the words of today. */
#include "core/lists/job.h"

#include "rec/text.h"

enum { CHANGE_WHAT, CHANGE_WAS, CHANGE_IS, CHANGE_EVIDENCE, CHANGE_FACTS };
const char *const change_facts[] = { "what", "was", "is", "evidence", NULL };
_Static_assert(COUNT(change_facts) == CHANGE_FACTS + 1, "a fact each");

/* The field a change is about; *t its type.  NULL for what no field tells. */
static const struct field *field_of(struct job *q, const struct status *st, const struct rec_type **t)
{
	str type;
	uint64_t id;

	if (!st->field.n || !ref_parse(st->about, &type, &id))
		return NULL;
	*t = office_type(q->s->office, type);
	return *t ? type_field(*t, st->field) : NULL;
}

static str told(struct job *q, const struct field *f, str raw)
{
	struct err why;
	val v;

	if (!raw.n || val_parse(&q->s->lex, q->a, f, raw, &v, &why) != RC_OK)
		return raw; /* a code that is no longer in its table */
	return val_text(&q->s->lex, q->a, f, v);
}

static enum rc change_row(struct job *q, const struct status *st)
{
	const struct rec_type *t;
	const struct field *f = field_of(q, st, &t);
	const struct field *why = f && f->evidence ? type_field(t, str_of(f->evidence)) : NULL;
	struct row *row;
	str *fact;

	if (f && !f->evidence && !st->was.n && (!f->since || str_is(str_of(f->since), f->name)))
		return RC_OK; /* filled in for the first time: nothing was otherwise before */
	if (!job_window(q) || !(row = job_record(q, &status_type, st->r.id, CHANGE_FACTS, &fact)))
		return RC_OK;
	st = (const struct status *)row->rec; /* masked */
	fact[CHANGE_WHAT] = f ? str_of(tr(f->label)) : job_text(q, row, "what");
	fact[CHANGE_WAS] = f ? told(q, f, st->was) : st->was;
	fact[CHANGE_IS] = f ? told(q, f, st->is) : st->is;
	fact[CHANGE_EVIDENCE] = why ? told(q, why, st->evidence) : st->evidence;
	return RC_OK;
}

/* Of the file itself, the newest first; what happened to its visits and needs stands there. */
enum rc job_changes(struct job *q)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	if (rights_reach(q->s, q->ask->about) == REACH_OUTSIDE)
		return RC_OK;
	TRY(cursor_open(q->s->view, q->a,
		&(struct walk){ .type = type_of(q->s, &status_type), .index = "family",
			.prefix = &VAL_REF(q->ask->about), .nprefix = 1, .backward = true },
		&c, q->e));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK)
		if (str_starts(((const struct status *)r)->about, S("family:")) ||
			!((const struct status *)r)->about.n)
			TRY(change_row(q, (const struct status *)r));
	TRY_END(rc);
	return RC_OK;
}
