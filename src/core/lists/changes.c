/* changes.c - what became of a file, change by change: kept as stored, told in the words of today. */
#include "core/lists/job.h"

#include "rec/text.h"

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

/* A stored text as the value of a field; as it is without one. */
static reasons told(struct job *q, const struct field *f, str raw)
{
	struct said part = said_text(raw);
	struct err why;
	val v;

	if (!raw.n)
		return (reasons){ 0 };
	/* A code that is no longer in its table is told as it was kept. */
	if (f && val_parse(&q->s->lex, q->a, f, raw, &v, &why) == RC_OK && v.set)
		part = (struct said){ f->kind, f->flags, f->of, v };
	return reasons_one(q->a, (struct reason){ .text = "%s", .part = SAID(part) });
}

static enum rc change_row(struct job *q, uint64_t id)
{
	const struct codebook *book = &q->s->office->codes;
	const struct rec_type *t = NULL;
	const struct field *f, *why;
	struct change_row *row;
	struct rec *r;
	struct status *st;

	TRY(snap_get(q->s->view, q->a, type_of(q->s, &status_type), id, &r, q->e));
	st = (struct status *)r;
	f = field_of(q, st, &t);
	if (f && !f->evidence && !st->was.n && (!f->since || str_is(str_of(f->since), f->name)))
		return RC_OK; /* filled in for the first time: nothing was otherwise before */
	if (!(row = job_record(q, &status_type, r)))
		return RC_OK;
	why = f && f->evidence ? type_field(t, str_of(f->evidence)) : NULL;
	row->subject = f ? str_of(f->label) : code_name(codebook_find(book, S("STATUS_KIND")), st->what.key);
	row->before = told(q, f, st->was);
	row->after = told(q, f, st->is);
	row->basis = told(q, why, st->evidence);
	return RC_OK;
}

/* Of the file itself, the newest first; what happened to its visits and needs stands there. */
enum rc job_changes(struct job *q)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(job_open(q, &status_type, "family", q->ask->about, true, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		str about = ((const struct status *)r)->about;
		uint64_t id;

		if (!about.n || ref_is(about, &family_type, &id))
			TRY(change_row(q, r->id));
	}
	TRY_END(rc);
	return RC_OK;
}
