/* quality.c - what is wrong with the data: families nobody can reach, signings that ran out, files and
 * visits that look alike, workers with too many families. */
#include "base/utf8.h"
#include "core/lists/job.h"
#include "core/read/parts.h"
#include "core/read/reach.h"
#include "core/records/household.h"

#include <stdlib.h>

enum { LOOK_BACK = 92, SAME_TEXT = 3, TEXT_LEAST = 4 };

static void found(struct job *q, const struct rec_type *t, uint64_t id, uint64_t family, const char *text,
	const struct said *part)
{
	struct problem_row *row;

	if (!job_window(q))
		return;
	row = job_row(q, t, id);
	row->family.id = family;
	row->problem = reasons_one(q->a, (struct reason){ .type = t->name, .id = id, .text = text,
		.part = part });
	job_last(q)->tone = TONE_YELLOW;
}

/* A whole office is read: what is only looked at is given back family by family. */
typedef enum rc each_file(struct job *, struct arena *work, const struct family *, const struct parts *persons,
	void *arg);

static enum rc files(struct job *q, each_file *each, void *arg)
{
	struct arena work = { 0 };
	struct file_ids open = { 0 };
	enum rc rc = job_open_files(q, &open);

	for (size_t i = 0; i < open.n && rc == RC_OK; i++) {
		const struct family *f = peek_family(q->s, &work, open.p[i]);
		struct parts persons;

		if (f)
			rc = family_persons(q->s, &work, f->r.id, &persons, q->e);
		if (f && rc == RC_OK)
			rc = each(q, &work, f, &persons, arg);
		arena_reset(&work);
	}
	arena_free(&work);
	return rc;
}

static enum rc look_at(struct job *q, struct arena *work, const struct family *f, const struct parts *persons,
	void *arg)
{
	date today = session_today(q->s);
	uint64_t id = f->r.id;
	struct parts signs;

	(void)arg;
	TRY(family_parts(q->s, work, &sign_type, id, &signs, q->e));
	if (!f->phone1.s.n && !f->phone2.s.n && !f->phone3.s.n && !f->emergency_phone.s.n)
		found(q, &family_type, id, id, SAY("没有电话"), NULL);
	if (!f->head.id)
		found(q, &family_type, id, id, SAY("没有户主"), NULL);
	if (!f->kind.key.n)
		found(q, &family_type, id, id, SAY("没有家庭类别"), NULL);
	for (size_t i = 0; i < persons->n; i++) {
		const struct person *p = (const struct person *)persons->rec[i];

		if (p->alive.v != FLAG_NO && !person_is_child(&q->s->office->codes, p) && !p->id_no.s.n)
			found(q, &person_type, p->r.id, id, SAY("没有证件号码"), NULL);
		if (p->death_date.ymd == 0 && p->alive.v == FLAG_NO)
			found(q, &person_type, p->r.id, id, SAY("没有去世日期"), NULL);
	}
	for (size_t i = 0; i < signs.n; i++) {
		const struct sign *g = (const struct sign *)signs.rec[i];

		if (g->expires.day && g->expires.day < today.day &&
			sign_last_word(signs.rec, signs.n, g->person.id, today) == g)
			found(q, &sign_type, g->r.id, id, SAY("家庭医生签约已过期"), NULL);
	}
	return RC_OK;
}

/* ---- files that look alike ----------------------------------------------------------------------- */

/* One person in the words of two files: the name as it is looked for, with the birth or the phone. */
struct alike_key { str key; uint64_t family; };
struct keys { VEC(struct alike_key); };

static void add_key(struct job *q, struct arena *work, struct keys *l, str name, str with, uint64_t family)
{
	if (name.n && with.n)
		*vec_add(q->a, l) = (struct alike_key){ arena_printf(q->a, "%.*s %.*s",
			STR_FMT(utf8_fold(work, name)), STR_FMT(with)), family };
}

static enum rc take_keys(struct job *q, struct arena *work, const struct family *f,
	const struct parts *persons, void *arg)
{
	for (size_t i = 0; i < persons->n; i++) {
		const struct person *p = (const struct person *)persons->rec[i];

		if (person_is_child(&q->s->office->codes, p))
			continue; /* divorced parents both keep the child */
		add_key(q, work, arg, p->name, p->birth.ymd ? pdate_text(work, p->birth) : S(""), f->r.id);
		add_key(q, work, arg, p->name, f->phone1.s, f->r.id);
	}
	return RC_OK;
}

static int by_key(const void *x, const void *y)
{
	const struct alike_key *a = x, *b = y;
	int d = str_cmp(a->key, b->key);

	return d ? d : a->family < b->family ? -1 : a->family > b->family;
}

struct pair { uint64_t one, two; };
struct pairs { VEC(struct pair); };

static int by_pair(const void *x, const void *y)
{
	const struct pair *a = x, *b = y;

	if (a->one != b->one)
		return a->one < b->one ? -1 : 1;
	return a->two < b->two ? -1 : a->two > b->two;
}

static void tell(struct job *q, uint64_t family, uint64_t other)
{
	found(q, &family_type, family, family, SAY("可能重复建档：%s"),
		SAID(said_ref(family_type.name, other)));
}

/* Both rows stand together, so that two keys tag them and a third puts them side by side. */
static enum rc files_alike(struct job *q)
{
	struct keys l = { 0 };
	struct pairs pairs = { 0 };

	TRY(files(q, take_keys, &l));
	if (l.n > 1)
		qsort(l.p, l.n, sizeof *l.p, by_key);
	for (size_t i = 1; i < l.n; i++)
		if (str_eq(l.p[i - 1].key, l.p[i].key) && l.p[i - 1].family != l.p[i].family)
			*vec_add(q->a, &pairs) = (struct pair){ l.p[i - 1].family, l.p[i].family };
	if (pairs.n > 1)
		qsort(pairs.p, pairs.n, sizeof *pairs.p, by_pair);
	for (size_t i = 0; i < pairs.n; i++) {
		if (i && by_pair(&pairs.p[i - 1], &pairs.p[i]) == 0)
			continue; /* by birth and by phone */
		tell(q, pairs.p[i].one, pairs.p[i].two);
		tell(q, pairs.p[i].two, pairs.p[i].one);
	}
	return RC_OK;
}

/* ---- what one worker wrote -------------------------------------------------------------------- */

struct talk { str text; uint64_t id, family; };
struct texts_of { VEC(struct talk); };

static int by_text(const void *x, const void *y)
{
	const struct talk *a = x, *b = y;
	int d = str_cmp(a->text, b->text);

	return d ? d : a->id < b->id ? -1 : a->id > b->id;
}

/* The same text in several visits, told of the last of them. */
static void tell_same(struct job *q, struct texts_of *all)
{
	if (all->n > 1)
		qsort(all->p, all->n, sizeof *all->p, by_text);
	for (size_t first = 0, i = 0; i < all->n; i++) {
		if (!str_eq(all->p[i].text, all->p[first].text))
			first = i;
		if ((i + 1 == all->n || !str_eq(all->p[i + 1].text, all->p[first].text)) &&
			i + 1 - first >= SAME_TEXT)
			found(q, &visit_type, all->p[i].id, all->p[i].family, SAY("同样的谈话要点写了 %s 次"),
				SAID(said_num((int64_t)(i + 1 - first))));
	}
}

struct visit_day { date day; int64_t homes; uint64_t last, family; };

static void tell_day(struct job *q, const struct visit_day *d)
{
	int64_t most = q->s->office->care.home_visits_a_day;

	if (most && d->homes > most)
		found(q, &visit_type, d->last, d->family, SAY("一天上门 %s 户，请核对"), SAID(said_num(d->homes)));
}

static enum rc visits_of(struct job *q, uint64_t worker)
{
	const struct code_table *modes = codebook_find(&q->s->office->codes, S("VISIT_MODE"));
	struct visit_day day = { 0 };
	struct texts_of all = { 0 };
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(job_open(q, &visit_type, "by", worker, true, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		const struct visit *v = (const struct visit *)r, *whole;
		date on = moment_date(v->when);

		if (on.day < session_today(q->s).day - LOOK_BACK)
			break;
		if (rec_voided(r) || rights_reach(q->s, v->family.id) >= REACH_OUTSIDE)
			continue;
		if (on.day != day.day.day) {
			tell_day(q, &day);
			day = (struct visit_day){ .day = on };
		}
		if (code_is(code_find(modes, v->mode.key), "home")) {
			day.homes++;
			day.last = r->id;
			day.family = v->family.id;
		}
		whole = (const struct visit *)peek(q->s, q->a, &visit_type, r->id);
		if (whole && utf8_count(whole->talk.s) >= TEXT_LEAST)
			*vec_add(q->a, &all) = (struct talk){ whole->talk.s, r->id, v->family.id };
	}
	if (rc == RC_OK)
		cursor_close(&c);
	else
		TRY_END(rc);
	tell_day(q, &day);
	tell_same(q, &all);
	return RC_OK;
}

static enum rc load_of(struct job *q, uint64_t worker)
{
	int64_t most = q->s->office->care.load_most, n;

	TRY(job_load(q, worker, NULL, &n));
	if (most && n > most)
		found(q, &worker_type, worker, 0, SAY("%s 联系 %s 户（超过%s户）"),
			SAID(said_ref(worker_type.name, worker), said_num(n), said_num(most)));
	return RC_OK;
}

enum rc job_quality(struct job *q)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	job_whole(q);
	TRY(files_alike(q));
	TRY(files(q, look_at, NULL));
	if (!q->s->me.admin && !q->s->role->supervises)
		return RC_OK; /* what colleagues wrote is for the supervisor */
	TRY(job_open(q, &worker_type, NULL, 0, false, &c));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		if (rec_voided(r) || reach_of(q->s, type_of(q->s, &worker_type), r) >= REACH_OUTSIDE)
			continue; /* somebody else's to supervise */
		TRY(visits_of(q, r->id));
		TRY(load_of(q, r->id));
	}
	TRY_END(rc);
	return RC_OK;
}
