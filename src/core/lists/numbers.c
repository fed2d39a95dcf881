/* numbers.c - every telephone number of a family's case that may be called: contact persons first, then
 * the family's own, its members', its doctors', and whom to call in an emergency.
 *
 * Only whole numbers: what somebody may see but a part of cannot be dialled, and is left out. */
#include "core/lists/job.h"
#include "core/read/rights.h"
#include "core/records/household.h"

#define SHOWN(T, q, r) ((const struct T *)shown(q, &T##_type, r))

static const struct rec *shown(struct job *q, const struct rec_type *shipped, const struct rec *r)
{
	const struct rec_type *t = type_of(q->s, shipped);
	struct rec *dup = rec_dup(q->a, t, r);

	rights_mask(q->s, q->a, t, dup);
	return dup;
}

struct whose { const struct rec_type *type; uint64_t id; str label, who, hours; };

/* Once: a family writes one number in several places. */
static bool is_told(const struct job *q, str number)
{
	for (size_t i = 0; i < q->page->n; i++)
		if (str_eq(((const struct number_row *)q->page->row[i].rec)->phone.s, number))
			return true;
	return false;
}

static void number(struct job *q, struct whose whose, phone clear, phone seen)
{
	struct number_row *row;

	if (!clear.s.n || !str_eq(clear.s, seen.s) || is_told(q, clear.s))
		return;
	row = job_row(q, whose.type, whose.id);
	row->label = whose.label;
	row->who = whose.who;
	row->phone = clear;
	row->hours = whose.hours;
}

static void numbers_of_worker(struct job *q, str label, str hours, const struct worker *w)
{
	struct whose whose = { &worker_type, w->r.id, label, w->name, hours };

	number(q, whose, w->mobile, w->mobile);
	number(q, whose, w->tel, w->tel);
}

static enum rc contact_persons(struct job *q)
{
	struct page page = { .type = &contact_row_type };
	struct job contacts = { .s = q->s, .a = q->a, .ask = q->ask, .page = &page, .e = q->e };

	TRY(job_contacts(&contacts));
	for (size_t i = 0; i < page.n; i++) {
		const struct contact_row *c = (const struct contact_row *)page.row[i].rec;
		struct worker *w = peek_worker(q->s, q->a, c->worker.id);

		if (w)
			numbers_of_worker(q, c->label, c->hours, w);
	}
	return RC_OK;
}

static void own(struct job *q, const struct family *clear, const struct family *f, str head)
{
	const struct { phone clear, seen; str owner; } all[] = {
		{ clear->phone1, f->phone1, f->phone1_owner },
		{ clear->phone2, f->phone2, f->phone2_owner },
		{ clear->phone3, f->phone3, f->phone3_owner },
	};

	for (size_t i = 0; i < COUNT(all); i++)
		number(q, (struct whose){ &family_type, f->r.id, S(SAY("家庭")),
			all[i].owner.n ? all[i].owner : head, f->wish_time }, all[i].clear, all[i].seen);
}

static enum rc members(struct job *q)
{
	date today = session_today(q->s);
	struct parts persons;

	TRY(family_persons(q->s, q->a, q->ask->about, &persons, q->e));
	for (size_t i = 0; i < persons.n; i++) {
		const struct person *clear = (const struct person *)persons.rec[i];
		const struct person *p = SHOWN(person, q, persons.rec[i]);
		const struct code_table *t = codebook_find(&q->s->office->codes, S("RELATION"));

		if (person_lives(clear, today))
			number(q, (struct whose){ &person_type, p->r.id, code_name(t, p->relation.key), p->name, S("") },
				clear->phone, p->phone);
	}
	return RC_OK;
}

static enum rc doctors(struct job *q)
{
	struct doctors all = { 0 };

	TRY(job_family_doctors(q, &all));
	for (size_t i = 0; i < all.n; i++) {
		struct sign *clear;

		TRY(snap_get(q->s->view, q->a, type_of(q->s, &sign_type), all.p[i]->r.id, (struct rec **)&clear, q->e));
		number(q, (struct whose){ &sign_type, clear->r.id, S(SAY("家庭医生")), all.p[i]->doctor, S("") },
			clear->phone, all.p[i]->phone);
	}
	return RC_OK;
}

enum rc job_numbers(struct job *q)
{
	struct rec *r;
	const struct family *clear, *f;
	struct person *head;

	job_whole(q);
	TRY(contact_persons(q));
	if (rights_reach(q->s, q->ask->about) < REACH_OUTSIDE) {
		TRY(snap_get(q->s->view, q->a, type_of(q->s, &family_type), q->ask->about, &r, q->e));
		clear = (const struct family *)r;
		f = SHOWN(family, q, r);
		head = peek_person(q->s, q->a, f->head.id);
		own(q, clear, f, head ? SHOWN(person, q, &head->r)->name : S(""));
		TRY(members(q));
		TRY(doctors(q));
		number(q, (struct whose){ &family_type, f->r.id, S(SAY("紧急")), f->emergency_name, S("") },
			clear->emergency_phone, f->emergency_phone);
	}
	q->page->total = q->page->n;
	return RC_OK;
}

/* Of people who belong to no family: a worker has two numbers, the others one.  Who offers to help is found for a
 * family from anywhere (helpers.c), and called. */
static const struct { const struct rec_type *type; const char *label; } people[] = {
	{ &member_type, SAY("会员") }, { &expert_type, SAY("专家") },
};

static enum rc number_of_one(struct job *q, const struct rec_type *t, const char *label)
{
	const struct field *tel = type_field(type_of(q->s, t), S("phone")), *name = type_field(type_of(q->s, t), S("name"));
	struct rec *r;

	TRY(snap_get(q->s->view, q->a, type_of(q->s, t), q->ask->about, &r, q->e));
	if (reach_of(q->s, type_of(q->s, t), r) == REACH_ABSENT && !rec_get(type_of(q->s, t), r, "skills").set)
		return rights_not_there(t, r->id, q->e);
	number(q, (struct whose){ t, r->id, str_of(label), field_get(name, r).s, S("") },
		(phone){ field_get(tel, r).s }, (phone){ field_get(tel, shown(q, t, r)).s });
	return RC_OK;
}

enum rc job_numbers_of(struct job *q)
{
	struct worker *w;

	job_whole(q);
	for (size_t i = 0; q->ask->about_type && i < COUNT(people); i++)
		if (q->ask->about_type->tag == people[i].type->tag) {
			TRY(number_of_one(q, people[i].type, people[i].label));
			q->page->total = q->page->n;
			return RC_OK;
		}
	if (!(w = peek_worker(q->s, q->a, q->ask->about)))
		return fail(q->e, RC_NOT_FOUND, "没有这位工作人员");
	numbers_of_worker(q, S(SAY("工作人员")), w->duty_time, w);
	q->page->total = q->page->n;
	return RC_OK;
}
