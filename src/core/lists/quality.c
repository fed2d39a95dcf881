/* quality.c - what is wrong with the data: families nobody can reach, signings that ran out, visits
 * that look alike, workers with too many families. */
#include "core/lists/job.h"

#include "base/utf8.h"

#include <stdlib.h>

const char *const quality_facts[] = { "family_name", "problem", NULL };

enum { LOOK_BACK = 92, SAME_TEXT = 3, TEXT_LEAST = 4, TEXTS_MOST = 400 };

static void found(struct job *q, const struct rec_type *t, uint64_t id, uint64_t family, str problem)
{
	struct row *row;
	str *fact;

	if (!job_window(q) || !(row = job_record(q, t, id, COUNT(quality_facts), &fact)))
		return;
	fact[0] = family ? lex_ref_text(q->s, q->a, "family", family)
			 : lex_ref_text(q->s, q->a, t->name, id);
	fact[1] = problem;
	row->tone = TONE_YELLOW;
}

/* A whole office is read: what is only looked at is given back family by family. */
struct reading { struct job *q; struct arena work; };

static bool each_family(void *arg, uint64_t id)
{
	struct reading *l = arg;
	struct job *q = l->q;
	date today = session_today(q->s);
	struct parts persons, signs;
	struct family *f;

	arena_reset(&l->work);
	f = peek_family(q->s, &l->work, id);
	if (!f || f->closed.day || rights_reach(q->s, id) == REACH_OUTSIDE)
		return true;
	q->rc = family_persons(q->s, &l->work, id, &persons, q->e);
	if (q->rc == RC_OK)
		q->rc = family_parts(q->s, &l->work, &sign_type, id, &signs, q->e);
	if (q->rc != RC_OK)
		return false;
	if (!f->phone1.s.n && !f->phone2.s.n && !f->phone3.s.n && !f->emergency_phone.s.n)
		found(q, &family_type, id, id, str_of(tr("没有电话")));
	if (!f->head.id)
		found(q, &family_type, id, id, str_of(tr("没有户主")));
	if (!f->kind.key.n)
		found(q, &family_type, id, id, str_of(tr("没有家庭类别")));
	for (size_t i = 0; i < persons.n; i++) {
		const struct person *p = (const struct person *)persons.rec[i];

		if (p->alive.v != FLAG_NO && !person_is_child(&q->s->office->codes, p) && !p->id_no.s.n)
			found(q, &person_type, p->r.id, id, str_of(tr("没有证件号码")));
		if (p->death_date.ymd == 0 && p->alive.v == FLAG_NO)
			found(q, &person_type, p->r.id, id, str_of(tr("没有去世日期")));
	}
	for (size_t i = 0; i < signs.n; i++) {
		const struct sign *g = (const struct sign *)signs.rec[i];
		bool last = i + 1 == signs.n ||
			((const struct sign *)signs.rec[i + 1])->person.id != g->person.id;

		if (last && g->expires.day && g->expires.day < today.day)
			found(q, &sign_type, g->r.id, id, str_of(tr("家庭医生签约已过期")));
	}
	return true;
}

/* ---- files that look alike ----------------------------------------------------------------------- */

/* One person in the words of two files: the name as it is looked for, with the birth or the phone. */
struct alike_key { str key; uint64_t family; };
struct files { struct reading r; struct alike_key *key; size_t n, cap; };

static void add_key(struct files *l, str name, str with, uint64_t family)
{
	if (!name.n || !with.n)
		return;
	if (l->n == l->cap) {
		struct alike_key *more = ARENA_ARRAY(l->r.q->a, struct alike_key, l->cap = l->cap * 2 + 256);

		if (l->n)
			memcpy(more, l->key, l->n * sizeof *more);
		l->key = more;
	}
	l->key[l->n++] = (struct alike_key){ arena_printf(l->r.q->a, "%.*s %.*s",
		STR_FMT(utf8_fold(&l->r.work, name)), STR_FMT(with)), family };
}

static bool each_file(void *arg, uint64_t id)
{
	struct files *l = arg;
	struct job *q = l->r.q;
	struct parts persons;
	struct family *f;

	arena_reset(&l->r.work);
	f = peek_family(q->s, &l->r.work, id);
	if (!f || f->closed.day || rights_reach(q->s, id) == REACH_OUTSIDE)
		return true;
	q->rc = family_persons(q->s, &l->r.work, id, &persons, q->e);
	for (size_t i = 0; q->rc == RC_OK && i < persons.n; i++) {
		const struct person *p = (const struct person *)persons.rec[i];

		if (person_is_child(&q->s->office->codes, p))
			continue; /* divorced parents both keep the child */
		add_key(l, p->name, p->birth.ymd ? pdate_text(&l->r.work, p->birth) : S(""), id);
		add_key(l, p->name, f->phone1.s, id);
	}
	return q->rc == RC_OK;
}

static int by_key(const void *x, const void *y)
{
	const struct alike_key *a = x, *b = y;
	int d = str_cmp(a->key, b->key);

	return d ? d : a->family < b->family ? -1 : a->family > b->family;
}

struct pair { uint64_t one, two; };

static int by_pair(const void *x, const void *y)
{
	const struct pair *a = x, *b = y;

	if (a->one != b->one)
		return a->one < b->one ? -1 : 1;
	return a->two < b->two ? -1 : a->two > b->two;
}

static void tell(struct job *q, uint64_t family, uint64_t other)
{
	found(q, &family_type, family, family, arena_printf(q->a, "%s %.*s", tr("可能重复建档："),
		STR_FMT(lex_ref_text(q->s, q->a, "family", other))));
}

/* Both rows stand together, so that two keys tag them and a third puts them side by side. */
static enum rc files_alike(struct job *q)
{
	struct files l = { .r.q = q };
	struct pair *pair;
	size_t n = 0;
	enum rc rc = snap_each(q->s->view, type_of(q->s, &family_type), 1, each_file, &l, q->e);

	arena_free(&l.r.work);
	TRY(rc);
	TRY(q->rc);
	if (l.n > 1)
		qsort(l.key, l.n, sizeof *l.key, by_key);
	pair = ARENA_ARRAY(q->a, struct pair, l.n + 1);
	for (size_t i = 1; i < l.n; i++)
		if (str_eq(l.key[i - 1].key, l.key[i].key) && l.key[i - 1].family != l.key[i].family)
			pair[n++] = (struct pair){ l.key[i - 1].family, l.key[i].family };
	if (n > 1)
		qsort(pair, n, sizeof *pair, by_pair);
	for (size_t i = 0; i < n; i++) {
		if (i && by_pair(&pair[i - 1], &pair[i]) == 0)
			continue; /* by birth and by phone */
		tell(q, pair[i].one, pair[i].two);
		tell(q, pair[i].two, pair[i].one);
	}
	return RC_OK;
}

/* ---- visits that look alike ------------------------------------------------------------------- */

struct alike {
	struct job *q;
	date today;
	struct { str text; int n; uint64_t id, family; } seen[TEXTS_MOST];
	size_t n;
	date day;
	int homes;
	uint64_t home_visit;
	const struct code_table *modes;
};

static void end_day(struct alike *l)
{
	int64_t most = l->q->s->office->care.home_visits_a_day;

	if (most && l->homes > most)
		found(l->q, &visit_type, l->home_visit, 0, arena_printf(l->q->a, "%s %d %s",
			tr("一天上门"), l->homes, tr("户，请核对")));
	l->homes = 0;
}

static bool each_visit(void *arg, uint64_t id, const val *v)
{
	struct alike *l = arg;
	const val *cover = v + 2; /* behind by, when: family, mode, outcome, void_why */
	date day = moment_date((moment){ v[1].n });
	struct visit *visit;

	if (day.day < l->today.day - LOOK_BACK)
		return false;
	if (cover[3].set || rights_reach(l->q->s, (uint64_t)cover[0].n) == REACH_OUTSIDE)
		return true;
	if (day.day != l->day.day)
		end_day(l);
	l->day = day;
	if (code_is(code_find(l->modes, cover[1].s), "home")) {
		l->homes++;
		l->home_visit = id;
	}
	visit = (struct visit *)peek(l->q->s, l->q->a, &visit_type, id);
	if (!visit || utf8_count(visit->talk.s) < TEXT_LEAST)
		return true;
	for (size_t i = 0; i < l->n; i++)
		if (str_eq(l->seen[i].text, visit->talk.s)) {
			l->seen[i].n++;
			return true;
		}
	if (l->n < TEXTS_MOST) {
		l->seen[l->n].text = visit->talk.s;
		l->seen[l->n].id = id;
		l->seen[l->n].family = visit->family.id;
		l->seen[l->n++].n = 1;
	}
	return true;
}

static bool each_worker(void *arg, uint64_t id)
{
	struct job *q = arg;
	struct alike *l = ARENA_NEW(q->a, struct alike);
	struct held held = { 0 };
	val by = { true, (int64_t)id, { 0 } };
	int64_t most = q->s->office->care.load_most;
	struct worker *w = peek_worker(q->s, q->a, id);

	if (!w || reach_of(q->s, type_of(q->s, &worker_type), &w->r) == REACH_OUTSIDE)
		return true; /* somebody else's to supervise */
	*l = (struct alike){ .q = q, .today = session_today(q->s),
		.modes = codebook_find(&q->s->office->codes, S("VISIT_MODE")) };
	q->rc = snap_walk(q->s->view,
		&(struct walk){ .type = type_of(q->s, &visit_type), .index = "by", .prefix = &by,
			.nprefix = 1, .backward = true, .each = each_visit, .arg = l },
		q->e);
	if (q->rc == RC_OK)
		q->rc = worker_families(q->s, q->a, id, session_today(q->s), &held, q->e);
	if (q->rc != RC_OK)
		return false;
	end_day(l);
	for (size_t i = 0; i < l->n; i++)
		if (l->seen[i].n >= SAME_TEXT)
			found(q, &visit_type, l->seen[i].id, l->seen[i].family, arena_printf(q->a,
				"%s %d %s", tr("同样的谈话要点写了"), l->seen[i].n, tr("次")));
	if (most && (int64_t)held.n > most)
		found(q, &worker_type, id, 0, arena_printf(q->a, "%s %zu %s%lld%s", tr("联系"), held.n,
			 tr("户（超过"), (long long)most, tr("户）")));
	return true;
}

enum rc job_quality(struct job *q)
{
	struct reading r = { .q = q };
	enum rc rc;

	job_whole(q);
	TRY(files_alike(q));
	rc = snap_each(q->s->view, type_of(q->s, &family_type), 1, each_family, &r, q->e);
	arena_free(&r.work);
	TRY(rc);
	TRY(q->rc);
	if (!q->s->me.admin && !q->s->role->supervises)
		return RC_OK; /* what colleagues wrote is for the supervisor */
	TRY(snap_each(q->s->view, type_of(q->s, &worker_type), 1, each_worker, q, q->e));
	return q->rc;
}
