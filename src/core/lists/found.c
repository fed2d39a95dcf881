/* found.c - what a search found: the best families by rank, and by what each of them was found. */
#include "core/find/find.h"
#include "core/lists/job.h"

#include "rec/text.h"

enum { FIND_MOST = 500 };

struct found_by { VEC(struct reason); };

static bool was_asked(const struct lookhit *h, enum lookkind kind)
{
	return h->by >> kind & 1;
}

static bool has_name(struct arena *a, str name, uint64_t word)
{
	struct lookrows rows = { 0 };

	look_name_rows(a, name, &rows);
	for (size_t i = 0; i < rows.n; i++)
		if (rows.p[i].word == word)
			return true;
	return false;
}

static void add(struct job *q, struct found_by *to, const char *text, const struct said *parts)
{
	*vec_add(q->a, to) = *reasons_one(q->a, (struct reason){ .text = text, .part = parts }).p;
}

/* The first column shows the head; whoever else it was has to be named. */
static void add_member(struct job *q, struct found_by *to, const struct person *p)
{
	struct said of = said_code("RELATION", p->relation);

	add(q, to, p->alive.v == FLAG_NO ? SAY("%s %s（已故）") : SAY("%s %s"),
		SAID(said_text(p->name), of.v.set ? of : said_text(S(""))));
}

static enum rc by_members(struct job *q, const struct family *f, const struct lookhit *h,
	struct found_by *to)
{
	bool name = was_asked(h, LOOK_NAME), named = false;
	bool called = was_asked(h, LOOK_PHONE_HEAD) || was_asked(h, LOOK_PHONE_TAIL);
	struct parts persons;

	TRY(family_persons(q->s, q->a, f->r.id, &persons, q->e));
	for (size_t i = 0; i < persons.n; i++) {
		const struct person *p = (const struct person *)persons.rec[i];

		if (name && !named && has_name(q->a, p->name, h->word)) {
			named = true;
			if (p->r.id != f->head.id)
				add_member(q, to, p);
		}
		if (called && p->phone.s.n && look_phone(p->phone.s) == h->phone)
			add(q, to, SAY("%s %s"), SAID(said_text(p->name),
				said_field(type_field(type_of(q->s, &person_type), S("phone")), &p->r)));
		if (was_asked(h, LOOK_ID_TAIL) && look_idno(p->id_no.s) == h->idno && p->id_no.s.n)
			add(q, to, SAY("%s 证件尾号%s"), SAID(said_text(p->name),
				said_text(str_from(p->id_no.s, p->id_no.s.n > 4 ? p->id_no.s.n - 4 : 0))));
	}
	return RC_OK;
}

/* The first telephone has its column. */
static void by_phones(struct job *q, const struct family *f, const struct lookhit *h, struct found_by *to)
{
	const struct { const phone *p; str owner; const char *name; } more[] = {
		{ &f->phone2, f->phone2_owner, "phone2" }, { &f->phone3, f->phone3_owner, "phone3" },
	};

	for (size_t i = 0; i < COUNT(more); i++)
		if (more[i].p->s.n && look_phone(more[i].p->s) == h->phone)
			add(q, to, SAY("%s %s"), SAID(said_text(more[i].owner.n ? more[i].owner : S("")),
				said_field(type_field(type_of(q->s, &family_type), str_of(more[i].name)), &f->r)));
}

static enum rc tell_by(struct job *q, const struct family *f, const struct lookhit *h, reasons *out)
{
	struct found_by by = { 0 };

	TRY(by_members(q, f, h, &by));
	if (was_asked(h, LOOK_PHONE_HEAD) || was_asked(h, LOOK_PHONE_TAIL))
		by_phones(q, f, h, &by);
	if ((was_asked(h, LOOK_ESTATE) || was_asked(h, LOOK_PLACE)) && f->live_addr.n)
		add(q, &by, "%s", SAID(said_text(f->live_addr)));
	*out = (reasons){ by.p, (uint32_t)by.n };
	return RC_OK;
}

/* Whom to call, with the number: what a caller is told. */
static enum rc tell_contacts(struct job *q, refs workers, reasons *out)
{
	struct found_by to = { 0 };
	str rest = workers.ids, one;
	int64_t id;

	while (str_word(&rest, &one)) {
		const struct worker *w = str_int(one, &id) ? peek_worker(q->s, q->a, (uint64_t)id) : NULL;

		if (w)
			add(q, &to, SAY("%s %s"), SAID(said_text(w->name),
				said_text(w->mobile.s.n ? w->mobile.s : w->tel.s)));
	}
	*out = (reasons){ to.p, (uint32_t)to.n };
	return RC_OK;
}

enum rc job_find(struct job *q)
{
	size_t most = q->ask->n && q->ask->at + q->ask->n < FIND_MOST ? q->ask->at + q->ask->n : FIND_MOST;
	struct found found;

	TRY(find_families(q->s, q->a, q->ask->line, most, &found, q->e));
	for (size_t i = 0; i < found.n; i++) {
		size_t shown = q->page->n;
		struct found_row *row;

		TRY(job_family(q, found.hit[i].family));
		if (q->page->n == shown)
			continue; /* outside the window */
		row = (struct found_row *)job_last(q)->rec;
		TRY(tell_contacts(q, row->f.workers, &row->call));
		TRY(tell_by(q, &row->f.f, &found.hit[i], &row->by));
	}
	q->page->total = found.total < FIND_MOST ? found.total : FIND_MOST;
	q->page->beyond = found.total - q->page->total;
	return RC_OK;
}
