/* counts.c - the table of what reports count, a function each: does this fact count in that part of the tree?
 *
 * A file counts where it lived on the eve of the period, or at its end, and so that in every part begin + opened +
 * moved-in - moved-out - closed = end: who moves about inside a part neither comes nor goes there. */
#include "core/lists/reports/facts.h"

#include "base/str.h"
#include "core/office/means.h"

#define COUNTS(name) static bool name(const struct facts *f, const struct fact *x, struct part p)
#define UNUSED (void)f; (void)x; (void)p

static bool in(const struct facts *f, date d)
{
	return d.day >= f->span.first.day && d.day <= f->on.day;
}

/* ---- files ---------------------------------------------------------------------------------- */

static bool lives(const struct place *at, struct part p)
{
	return at->inside && part_has(p, at->code);
}

static bool began(const struct fact *x, struct part p)
{
	return x->file->begins && lives(x->file->before, p);
}

static bool ended(const struct fact *x, struct part p)
{
	return x->file->ends && lives(x->file->home, p);
}

static bool passed(const struct fact *x, struct part p)
{
	return x->file->passes && !x->file->begins && !x->file->ends && lives(x->file->home, p);
}

COUNTS(begin)
{
	UNUSED;
	return began(x, p);
}

COUNTS(end)
{
	UNUSED;
	return ended(x, p);
}

COUNTS(opened)
{
	UNUSED;
	return passed(x, p) || (ended(x, p) && !x->file->begins);
}

COUNTS(closed)
{
	UNUSED;
	return passed(x, p) || (began(x, p) && !x->file->ends);
}

COUNTS(moved_in)
{
	UNUSED;
	return ended(x, p) && x->file->begins && !began(x, p);
}

COUNTS(moved_out)
{
	UNUSED;
	return began(x, p) && x->file->ends && !ended(x, p);
}

COUNTS(turned)
{
	UNUSED;
	return lives(x->file->home, p) && x->file->turned;
}

/* Of an open file: how many of how many. */
static int32_t met(const struct fact *x, size_t indicator)
{
	return x->stage ? x->stage->n[SUM_COUNTS + 2 * indicator] : 0;
}

static int32_t due_of(const struct fact *x, size_t indicator)
{
	return x->stage ? x->stage->n[SUM_COUNTS + 2 * indicator + 1] : 0;
}

#define WHOLE(name, indicator) \
	COUNTS(name) { (void)f; return ended(x, p) && met(x, indicator) && met(x, indicator) == due_of(x, indicator); }
#define ASKED(name, indicator) COUNTS(name) { (void)f; return ended(x, p) && due_of(x, indicator); }

WHOLE(dual, IN_CONTACTS)
WHOLE(card, IN_CARD)
WHOLE(complete, IN_COMPLETE)
WHOLE(contact_kept, IN_CONTACTED)
WHOLE(meet_kept, IN_MET)
WHOLE(home_kept, IN_VISITED)
ASKED(contact_asked, IN_CONTACTED)
ASKED(meet_asked, IN_MET)
ASKED(home_asked, IN_VISITED)

COUNTS(agreed)
{
	(void)f;
	return ended(x, p) && x->stage && x->stage->n[SUM_AGREED];
}

COUNTS(refused)
{
	(void)f;
	return ended(x, p) && x->refused;
}

/* ---- people --------------------------------------------------------------------------------- */

static const struct person *person_of(const struct fact *x)
{
	return (const struct person *)x->rec;
}

COUNTS(people)
{
	UNUSED;
	return true;
}

static bool aged(const struct facts *f, const struct fact *x, int least)
{
	return age_at(person_of(x)->birth, f->on) >= least;
}

COUNTS(people_60)
{
	UNUSED;
	return aged(f, x, 60);
}

COUNTS(people_80)
{
	UNUSED;
	return aged(f, x, 80);
}

COUNTS(people_alone)
{
	UNUSED;
	return x->alone;
}

COUNTS(people_helpless)
{
	UNUSED;
	return code_means(f->book, person_of(x)->self_care, MEANS_HALF_HELPLESS) ||
	       code_means(f->book, person_of(x)->self_care, MEANS_HELPLESS);
}

COUNTS(people_hospital)
{
	UNUSED;
	return x->in_hospital;
}

COUNTS(people_willing)
{
	UNUSED;
	return x->cared->willing;
}

COUNTS(people_unwilling)
{
	UNUSED;
	return !x->cared->willing;
}

COUNTS(people_doctor)
{
	UNUSED;
	return x->cared->doctor;
}

COUNTS(people_green)
{
	UNUSED;
	return x->cared->green;
}

COUNTS(people_insured)
{
	UNUSED;
	return x->cared->insured;
}

/* ---- visits --------------------------------------------------------------------------------- */

static bool visit_has(const struct facts *f, const struct fact *x, const char *mode, const char *outcome)
{
	const struct visit *v = (const struct visit *)x->rec;

	return in(f, moment_date(v->when)) &&
	       (!mode || code_is(code_find(codebook_find(f->book, S("VISIT_MODE")), v->mode.key), mode)) &&
	       code_is(code_find(codebook_find(f->book, S("OUTCOME")), v->outcome.key), outcome);
}

COUNTS(visits)
{
	UNUSED;
	return visit_has(f, x, "contact", "ok");
}

COUNTS(visits_any)
{
	UNUSED;
	return in(f, moment_date(((const struct visit *)x->rec)->when));
}

COUNTS(attempts)
{
	UNUSED;
	return visit_has(f, x, NULL, "attempt");
}

/* Was it written down when the report of its period had been handed up? */
static bool missed(const struct facts *f, const struct fact *x)
{
	int32_t day = moment_date(((const struct visit *)x->rec)->when).day;

	for (size_t i = 0; i < f->handed.n; i++) {
		const struct handed_up *h = &f->handed.p[i];

		if (day >= h->span.first.day && day <= h->span.last.day && str_starts(x->place, h->place) &&
			(int64_t)x->rec->id > h->seen)
			return true;
	}
	return false;
}

/* Of an earlier period, and written down in this one: after many days, or when its report had been handed up. */
COUNTS(visits_late)
{
	const struct visit *v = (const struct visit *)x->rec;

	UNUSED;
	return moment_date(v->when).day < f->span.first.day && in(f, v->entered) &&
	       (v->late_days.v > f->care->late_days || missed(f, x));
}

/* ---- what else happened ----------------------------------------------------------------------- */

COUNTS(gifts)
{
	UNUSED;
	return in(f, ((const struct gift *)x->rec)->on);
}

COUNTS(psych)
{
	UNUSED;
	return in(f, ((const struct psych *)x->rec)->on);
}

COUNTS(needs_received)
{
	UNUSED;
	return in(f, ((const struct need *)x->rec)->received);
}

COUNTS(needs_closed)
{
	UNUSED;
	return in(f, ((const struct need *)x->rec)->closed);
}

static bool closed_by(const struct facts *f, const struct need *n)
{
	return n->closed.day && n->closed.day <= f->on.day;
}

COUNTS(needs_open)
{
	const struct need *n = (const struct need *)x->rec;

	UNUSED;
	return n->received.day <= f->on.day && !closed_by(f, n);
}

COUNTS(needs_live)
{
	const struct need *n = (const struct need *)x->rec;

	UNUSED;
	return n->received.day <= f->on.day && (!n->closed.day || n->closed.day >= f->span.first.day);
}

COUNTS(needs_overdue)
{
	const struct need *n = (const struct need *)x->rec;

	UNUSED;
	return needs_open(f, x, p) && n->due.day < f->on.day;
}

COUNTS(needs_in_time)
{
	const struct need *n = (const struct need *)x->rec;

	UNUSED;
	return in(f, n->closed) && n->closed.day <= n->due.day;
}

COUNTS(needs_asked)
{
	const struct need *n = (const struct need *)x->rec;

	UNUSED;
	return in(f, n->closed) && n->satisfied.key.n && !code_means(f->book, n->satisfied, MEANS_NOT_ASKED);
}

COUNTS(needs_satisfied)
{
	const struct need *n = (const struct need *)x->rec;

	return needs_asked(f, x, p) && !code_means(f->book, n->satisfied, MEANS_UNSATISFIED);
}

COUNTS(events)
{
	UNUSED;
	return in(f, moment_date(((const struct event *)x->rec)->known_at));
}

COUNTS(alarms)
{
	return events(f, x, p) && ((const struct event *)x->rec)->alarm.v == FLAG_YES;
}

COUNTS(claims_reported)
{
	UNUSED;
	return in(f, ((const struct claim *)x->rec)->reported);
}

COUNTS(claims_paid)
{
	UNUSED;
	return in(f, ((const struct claim *)x->rec)->paid_on);
}

/* Special support is paid month by month, from the first one to the one before it stops. */
static bool paid_in(const struct fact *x, int32_t ym)
{
	const struct tefu *t = (const struct tefu *)x->rec;

	return t->first_month.ym && t->first_month.ym <= ym && (!t->stop_month.ym || t->stop_month.ym > ym);
}

static int32_t month_of(date d)
{
	struct ymd at = date_ymd(d);

	return at.y * 12 + at.m;
}

static bool within(const struct facts *f, month m)
{
	return m.ym && m.ym >= month_of(f->span.first) && m.ym <= month_of(f->on);
}

COUNTS(tefu_begin)
{
	UNUSED;
	return paid_in(x, month_of(f->span.first) - 1);
}

COUNTS(tefu_end)
{
	UNUSED;
	return paid_in(x, month_of(f->on));
}

COUNTS(tefu_new)
{
	UNUSED;
	return within(f, ((const struct tefu *)x->rec)->first_month);
}

COUNTS(tefu_stopped)
{
	UNUSED;
	return within(f, ((const struct tefu *)x->rec)->stop_month);
}

COUNTS(reviews)
{
	UNUSED;
	return ((const struct review *)x->rec)->year.v == date_ymd(f->on).y;
}

COUNTS(activities)
{
	UNUSED;
	return in(f, ((const struct activity *)x->rec)->on);
}

/* ---- the table -------------------------------------------------------------------------------- */

static const struct count counts[] = {
	{ "begin", "期初的户", OF_FILES, false, begin },
	{ "opened", "新建的户", OF_FILES, false, opened },
	{ "moved-in", "迁入的户", OF_FILES, true, moved_in },
	{ "moved-out", "迁出的户", OF_FILES, true, moved_out },
	{ "closed", "销档的户", OF_FILES, false, closed },
	{ "end", "期末的户", OF_FILES, false, end },
	{ "turned", "转类的户", OF_FILES, false, turned },
	{ "dual", "双岗到位的户", OF_FILES, false, dual },
	{ "card", "发了知情卡的户", OF_FILES, false, card },
	{ "complete", "档案完整的户", OF_FILES, false, complete },
	{ "contact-asked", "应联系的户", OF_FILES, false, contact_asked },
	{ "contact-kept", "联系达标的户", OF_FILES, false, contact_kept },
	{ "meet-asked", "应见面的户", OF_FILES, false, meet_asked },
	{ "meet-kept", "见面达标的户", OF_FILES, false, meet_kept },
	{ "home-asked", "应上门的户", OF_FILES, false, home_asked },
	{ "home-kept", "上门达标的户", OF_FILES, false, home_kept },
	{ "agreed", "约定方式的户", OF_FILES, false, agreed },
	{ "refused", "拒访的户", OF_FILES, false, refused },
	{ "people", "关爱对象", OF_PEOPLE, false, people },
	{ "people-60", "60岁以上", OF_PEOPLE, false, people_60 },
	{ "people-80", "80岁以上", OF_PEOPLE, false, people_80 },
	{ "people-alone", "独居", OF_PEOPLE, false, people_alone },
	{ "people-helpless", "失能半失能", OF_PEOPLE, false, people_helpless },
	{ "people-hospital", "住院中", OF_PEOPLE, false, people_hospital },
	{ "people-willing", "愿签家庭医生", OF_PEOPLE, false, people_willing },
	{ "people-unwilling", "不愿签家庭医生", OF_PEOPLE, false, people_unwilling },
	{ "people-doctor", "签了家庭医生", OF_PEOPLE, false, people_doctor },
	{ "people-green", "有绿色通道", OF_PEOPLE, false, people_green },
	{ "people-insured", "参保", OF_PEOPLE, false, people_insured },
	{ "visits", "联系", OF_VISITS, false, visits },
	{ "visits-any", "记下的联系", OF_VISITS, false, visits_any },
	{ "attempts", "没联系上", OF_VISITS, false, attempts },
	{ "visits-late", "补录的联系", OF_VISITS, false, visits_late },
	{ "gifts", "慰问", OF_GIFTS, false, gifts },
	{ "psych", "心理服务", OF_PSYCH, false, psych },
	{ "needs-received", "受理的诉求", OF_NEEDS, false, needs_received },
	{ "needs-closed", "办结的诉求", OF_NEEDS, false, needs_closed },
	{ "needs-open", "在办的诉求", OF_NEEDS, false, needs_open },
	{ "needs-live", "在册的诉求", OF_NEEDS, false, needs_live },
	{ "needs-overdue", "超期的诉求", OF_NEEDS, false, needs_overdue },
	{ "needs-in-time", "按期办结的诉求", OF_NEEDS, false, needs_in_time },
	{ "needs-asked", "问过满意度的诉求", OF_NEEDS, false, needs_asked },
	{ "needs-satisfied", "满意的诉求", OF_NEEDS, false, needs_satisfied },
	{ "events", "重大情况", OF_EVENTS, false, events },
	{ "alarms", "失联核查", OF_EVENTS, false, alarms },
	{ "claims-reported", "报案的理赔", OF_CLAIMS, false, claims_reported },
	{ "claims-paid", "赔付的理赔", OF_CLAIMS, false, claims_paid },
	{ "tefu-begin", "期初领特扶的", OF_TEFU, false, tefu_begin },
	{ "tefu-new", "新领特扶的", OF_TEFU, false, tefu_new },
	{ "tefu-stopped", "停发特扶的", OF_TEFU, false, tefu_stopped },
	{ "tefu-end", "期末领特扶的", OF_TEFU, false, tefu_end },
	{ "reviews", "特扶年审", OF_REVIEWS, false, reviews },
	{ "activities", "活动", OF_ACTIVITIES, false, activities },
};

const struct count *count_find(str name)
{
	for (size_t i = 0; i < COUNT(counts); i++)
		if (str_is(name, counts[i].name))
			return &counts[i];
	return NULL;
}

const char *count_nearest(str name)
{
	return str_nearest(name, &counts->name, COUNT(counts), sizeof *counts);
}

const struct count *count_all(size_t *n)
{
	*n = COUNT(counts);
	return counts;
}
