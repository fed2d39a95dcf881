/* seen.c - what was done in the office, entry by entry; and who looked at one family. */
#include "core/lists/job.h"
#include "core/read/door.h"
#include "core/read/lex.h"
#include "core/read/me.h"

enum { MOST = 100000 };

/* What it was about.  For whom there is no such record, its number */
static str subject(struct job *q, const struct entry *en)
{
	str name = S("");

	if (en->type.n && en->rec_id.v)
		name = lex_ref_text(q->s, q->a, arena_z(q->a, en->type), (uint64_t)en->rec_id.v);
	if (!name.n && en->type.n && en->rec_id.v)
		name = arena_printf(q->a, "%.*s:%lld", STR_FMT(en->type), (long long)en->rec_id.v);
	return name;
}

/* "person:12 id_no": the field, and whose it is where it is not the family's own. */
static str part_of(struct job *q, str part)
{
	const struct rec_type *t;
	const struct field *f;
	str word, type, name = S("");
	uint64_t id;

	if (!str_word(&part, &word) || !ref_parse(word, &type, &id) || !(t = office_type(q->s->office, type)) ||
		!str_word(&part, &word) || !(f = type_field(t, word)))
		return S("");
	if (t->tag != family_type.tag)
		name = lex_ref_text(q->s, q->a, t->name, id);
	return arena_printf(q->a, "%s%s%.*s", tr(f->label), name.n ? " " : "", STR_FMT(name));
}

/* Who has the login now; whom it belonged to once is in the record of the worker. */
static enum rc person(struct job *q, str login, str *out)
{
	struct worker *w;
	uint64_t id;

	TRY(worker_with_login(q->s, q->a, login, &id, q->e));
	w = id ? peek_worker(q->s, q->a, id) : NULL;
	*out = w ? w->name : login;
	return RC_OK;
}

static enum rc tell(struct job *q, const struct entry *en, str what)
{
	struct log_row *row = job_row(q, &entry_type, en->r.id);

	row->en = *en;
	row->what = what;
	return person(q, en->who, &row->person);
}

enum rc job_log(struct job *q)
{
	struct entries list = { 0 };

	TRY(read_log(q->s, q->a, q->ask->at, q->ask->n ? q->ask->n : MOST, &list, &q->page->total, q->e));
	for (size_t i = 0; i < list.n; i++) {
		str of = subject(q, list.p[i]), part = part_of(q, list.p[i]->part);

		TRY(tell(q, list.p[i], arena_printf(q->a, "%.*s%s%.*s", STR_FMT(of), part.n ? " " : "", STR_FMT(part))));
	}
	return RC_OK;
}

enum rc job_seen(struct job *q)
{
	struct entries list = { 0 };

	TRY(read_looks(q->s, q->a, q->ask->about, q->ask->span, &list, q->e));
	for (size_t i = 0; i < list.n; i++)
		if (job_window(q))
			TRY(tell(q, list.p[i], part_of(q, list.p[i]->part)));
	return RC_OK;
}
