/* visit.c - what follows from a visit or call: events learn who was there first, a mood that must be
 * reported opens one, too many unanswered calls raise the alarm and somebody reached answers it.
 *
 * All of it follows from the family's visits as they are, in whatever order they were entered and
 * however they were corrected. */
#include "core/rules/after/after.h"

#include "base/str.h"
#include "rec/text.h"

/* The visits of a family that count, the oldest first; and the one that was written, NULL when it is something
 * else that asks. */
struct calls {
	struct visits v;
	uint64_t family;
	const struct visit *was, *is;
	bool late; /* asked for an event that is written down after them: only those since it was known answer */
};

static enum rc read_calls(struct after *q, uint64_t family, struct calls *out, struct err *e)
{
	out->family = family;
	TRY(family_visits(q->s, q->a, family, SIZE_MAX, &out->v, e));
	for (size_t i = 0, k = out->v.n; i + 1 < k; i++) {
		struct seen seen = out->v.seen[i];
		uint64_t id = out->v.id[i];

		out->v.seen[i] = out->v.seen[--k];
		out->v.seen[k] = seen;
		out->v.id[i] = out->v.id[k];
		out->v.id[k] = id;
	}
	return RC_OK;
}

static bool reached(const struct seen *v)
{
	return code_is(v->outcome, "ok");
}

static bool tried(const struct seen *v)
{
	return code_is(v->outcome, "attempt");
}

/* Somebody of the family was spoken with: what answers an event. */
static bool contact(const struct seen *v)
{
	return reached(v) && (code_is(v->mode, "contact") || code_is(v->mode, "meet"));
}

static int64_t minutes_of(moment m)
{
	int minute = moment_minute(m);

	return (int64_t)moment_date(m).day * 24 * 60 + (minute > 0 ? minute : 0);
}

/* ---- runs of calls that nobody answered ------------------------------------------------------ */

/* Calls in a row without anybody reached; raised: the one that makes them an alarm, or SIZE_MAX. */
struct silence { size_t first, last, raised; };
struct runs { VEC(struct silence); };

static void find_runs(struct after *q, const struct calls *c, date closed, struct runs *out)
{
	const struct care *care = &q->s->office->care;
	struct silence *run = NULL;

	for (size_t i = 0; i < c->v.n; i++) {
		const struct seen *v = &c->v.seen[i];
		int64_t count = 0;

		if (reached(v) || moment_date(v->when).day <= closed.day)
			run = NULL;
		if (!tried(v) || moment_date(v->when).day <= closed.day)
			continue;
		if (!run) {
			run = vec_add(q->a, out);
			*run = (struct silence){ i, i, SIZE_MAX };
		}
		run->last = i;
		for (size_t k = run->first; k <= i; k++)
			count += tried(&c->v.seen[k]) && minutes_of(c->v.seen[k].when) >=
				minutes_of(v->when) - care->silence_hours * 60;
		if (count >= care->silence_attempts && run->raised == SIZE_MAX)
			run->raised = i;
	}
}

bool after_watched(const struct after *q, const struct family *f)
{
	const struct strs *flags = &q->s->office->care.silence_flags;

	for (size_t i = 0; i < flags->n; i++)
		if (has_key(f->care_flags.keys, flags->p[i]) ||
			(code_means(q->codes, (code){ flags->p[i] }, MEANS_FLAG_ALONE) &&
			 code_means(q->codes, f->live_state, MEANS_LIVES_ALONE)))
			return true;
	return false;
}

static enum rc raise_alarm(struct after *q, const struct calls *c, const struct silence *run, struct err *e)
{
	struct edit x = after_new(q, &event_type, c->family);
	struct event *v = (struct event *)x.rec;
	struct edit f;

	TRY(after_edit(q, &family_type, c->family, &f, e));
	v->person = ((const struct family *)f.base)->head;
	v->kind = code_meant(q->codes, MEANS_SILENCE);
	v->happened = moment_date(c->v.seen[run->raised].when);
	v->known_at = c->v.seen[run->raised].when;
	v->alarm.v = FLAG_YES;
	v->cause = after_cause(q, &visit_type, c->v.id[run->raised]);
	v->note.s = arena_printf(q->a, "%lld小时内%lld次未联系上，当天两人同去敲门",
		(long long)q->s->office->care.silence_hours,
		(long long)q->s->office->care.silence_attempts);
	return after_put(q, &x, e);
}

/* The call that raised an alarm, by its number; 0 when an older program did not say. */
static uint64_t raised_by(const struct event *v)
{
	str type;
	uint64_t id;

	return ref_parse(v->cause, &type, &id) ? id : 0;
}

static bool within(const struct calls *c, const struct silence *run, moment when)
{
	return c->v.seen[run->first].when.v <= when.v && when.v <= c->v.seen[run->last].when.v;
}

/* Did the program close it, because somebody was reached? */
static bool answered(const struct after *q, const struct event *v)
{
	return v->closed.day && v->first_contact.v &&
	       v->closed.day == moment_date(v->first_contact).day &&
	       (code_means(q->codes, v->outcome, MEANS_REACHED) ||
		code_means(q->codes, v->outcome, MEANS_FOUND_AWAY));
}

/* Does the visit lie in the hours that an alarm looked at? */
static bool concerns(const struct after *q, const struct visit *visit, const struct event *v)
{
	return visit && visit->when.v <= v->known_at.v && minutes_of(visit->when) >=
		minutes_of(v->known_at) - q->s->office->care.silence_hours * 60;
}

/* An alarm whose calls were put right was none; one that other rules raised is let be. */
static enum rc call_off(struct after *q, const struct runs *runs, const struct calls *c,
	const struct event *v, struct err *e)
{
	struct edit x;

	if ((v->closed.day && !answered(q, v)) || (!concerns(q, c->was, v) && !concerns(q, c->is, v)))
		return RC_OK;
	for (size_t i = 0; i < runs->n; i++)
		if (runs->p[i].raised != SIZE_MAX && within(c, &runs->p[i], v->known_at))
			return RC_OK;
	TRY(after_edit(q, &event_type, v->r.id, &x, e));
	x.rec->void_why = S("引起它的记录已更正");
	x.rec->void_by.id = q->s->me.worker;
	return after_put(q, &x, e);
}

/* What somebody has closed by hand is dealt with: calls up to that day raise nothing again. */
static date dealt_with(const struct after *q, const struct parts *events)
{
	date day = { 0 };

	for (size_t i = 0; i < events->n; i++) {
		const struct event *v = (const struct event *)events->rec[i];

		if (v->alarm.v == FLAG_YES && v->closed.day > day.day && !answered(q, v))
			day = v->closed;
	}
	return day;
}

static bool has_alarm(const struct parts *events, const struct calls *c, const struct silence *run)
{
	for (size_t i = 0; i < events->n; i++) {
		const struct event *v = (const struct event *)events->rec[i];

		if (v->alarm.v == FLAG_YES && (!v->closed.day || within(c, run, v->known_at)))
			return true;
	}
	return false;
}

/* The call that was written is one of them; where none was, the last hours count: of a family that is watched from
 * today on, old calls are no alarm. */
static bool is_asked(const struct after *q, const struct calls *c, const struct silence *run)
{
	if (c->is)
		return within(c, run, c->is->when);
	return minutes_of(c->v.seen[run->raised].when) >=
		minutes_of(q->txn->commit->at) - q->s->office->care.silence_hours * 60;
}

static enum rc judge_alarms(struct after *q, const struct calls *c, struct err *e)
{
	const struct care *care = &q->s->office->care;
	struct parts events;
	struct runs runs = { 0 };
	const struct silence *last;
	struct edit f;

	if (!care->silence_attempts)
		return RC_OK;
	TRY(family_parts(q->s, q->a, &event_type, c->family, &events, e));
	find_runs(q, c, dealt_with(q, &events), &runs);
	for (size_t i = 0; i < events.n; i++)
		if (((const struct event *)events.rec[i])->alarm.v == FLAG_YES)
			TRY(call_off(q, &runs, c, (const struct event *)events.rec[i], e));
	if (!runs.n)
		return RC_OK;
	/* Only the run that still goes on: who was reached since needs nobody at the door. */
	last = &runs.p[runs.n - 1];
	for (size_t i = last->last; i < c->v.n; i++)
		if (reached(&c->v.seen[i]))
			return RC_OK;
	TRY(after_edit(q, &family_type, c->family, &f, e));
	TRY(family_parts(q->s, q->a, &event_type, c->family, &events, e));
	if (last->raised == SIZE_MAX || !is_asked(q, c, last) || has_alarm(&events, c, last) ||
		!after_watched(q, (const struct family *)f.base))
		return RC_OK;
	return raise_alarm(q, c, last, e);
}

/* ---- events learn who was there first --------------------------------------------------------- */

/* Is this visit later than what opened the event? */
static bool later(const struct event *v, const struct calls *c, size_t i)
{
	moment when = c->v.seen[i].when;

	if (c->late && when.v < v->known_at.v)
		return false;
	if (v->alarm.v != FLAG_YES)
		return moment_date(when).day >= v->happened.day;
	return when.v > v->known_at.v || (when.v == v->known_at.v && c->v.id[i] > raised_by(v));
}

/* The first visit that answers, SIZE_MAX when none does; none that a clock put back has yet to see. */
static size_t first_answer(const struct after *q, const struct event *v, const struct calls *c, bool meeting)
{
	for (size_t i = 0; i < c->v.n; i++)
		if (contact(&c->v.seen[i]) && (!meeting || code_is(c->v.seen[i].mode, "meet")) &&
			later(v, c, i) && c->v.seen[i].when.v <= q->txn->commit->at.v)
			return i;
	return SIZE_MAX;
}

static size_t by_then(const struct event *v, const struct calls *c, size_t first)
{
	return first != SIZE_MAX && moment_date(c->v.seen[first].when).day <= v->closed.day ? first
										      : SIZE_MAX;
}

/* A time that came from a visit follows the visits; one that somebody typed stays unless a visit came
 * before it. */
static void follow(moment *time, const struct calls *c, size_t first)
{
	moment found = first == SIZE_MAX ? (moment){ 0 } : c->v.seen[first].when;

	if (!time->v || (c->was && c->was->when.v == time->v) || (found.v && found.v < time->v))
		*time = found;
}

static enum rc answer_events(struct after *q, const struct calls *c, struct err *e)
{
	struct parts events;

	TRY(family_parts(q->s, q->a, &event_type, c->family, &events, e));
	for (size_t i = 0; i < events.n; i++) {
		const struct event *there = (const struct event *)events.rec[i];
		bool alarm = there->alarm.v == FLAG_YES, ours = answered(q, there);
		bool done = there->closed.day && !ours;
		size_t first = first_answer(q, there, c, false), meeting = first_answer(q, there, c, true);
		struct event *v;
		struct edit x;

		if (done) { /* closed by hand: only what was done by then, and written down later */
			first = by_then(there, c, first);
			meeting = by_then(there, c, meeting);
		}
		TRY(after_edit(q, &event_type, there->r.id, &x, e));
		v = (struct event *)x.rec;
		follow(&v->first_contact, c, first);
		follow(&v->first_visit, c, meeting);
		if (alarm && !done && v->first_contact.v) { /* somebody was reached: the alarm has its answer */
			v->closed = moment_date(v->first_contact);
			v->outcome = code_meant(q->codes, first != SIZE_MAX &&
				code_means(q->codes, (code){ c->v.seen[first].outcome->key }, MEANS_AWAY) ? MEANS_FOUND_AWAY
									  : MEANS_REACHED);
		} else if (alarm && ours) {
			v->closed = (date){ 0 };
			v->outcome = (code){ 0 };
		}
		TRY(after_put(q, &x, e));
	}
	return RC_OK;
}

/* ---- the table's entries ----------------------------------------------------------------------- */

static bool in_crisis(const struct after *q, const struct visit *v)
{
	const struct code_table *moods = codebook_find(q->codes, S("MOOD_OBS"));

	return v && !rec_voided(&v->r) && code_is(code_find(moods, v->mood.key), "crisis");
}

static enum rc judge(struct after *q, uint64_t family, const struct visit *was, const struct visit *is, struct err *e)
{
	struct calls calls = { .was = was, .is = is };

	TRY(read_calls(q, family, &calls, e));
	TRY(judge_alarms(q, &calls, e));
	return answer_events(q, &calls, e);
}

enum rc after_calls(struct after *q, uint64_t family, struct err *e)
{
	return judge(q, family, NULL, NULL, e);
}

enum rc after_known_late(struct after *q, uint64_t family, struct err *e)
{
	struct calls calls = { .late = true };

	TRY(read_calls(q, family, &calls, e));
	return answer_events(q, &calls, e);
}

/* A visit that was another family's was never theirs. */
enum rc after_visit(struct after *q, struct err *e)
{
	const struct visit *was = (const struct visit *)q->was, *v = (const struct visit *)q->is;
	str cause = after_cause(q, &visit_type, v->r.id);
	bool moved = was && was->family.id != v->family.id;

	if (in_crisis(q, was) && (moved || !in_crisis(q, v)))
		TRY(after_no_event(q, cause, was->family.id, e));
	if (in_crisis(q, v))
		TRY(after_event(q, cause, v->family.id, 0, MEANS_CRISIS, moment_date(v->when), e));
	if (moved)
		TRY(judge(q, was->family.id, was, v, e));
	return judge(q, v->family.id, was, v, e);
}

/* Thoughts of death in the questionnaire: a person follows up the same day. */
static bool thinks_of_death(const struct psych *p)
{
	return p && !rec_voided(&p->r) && p->item9.set && p->item9.v > 0;
}

enum rc after_psych(struct after *q, struct err *e)
{
	const struct psych *was = (const struct psych *)q->was, *p = (const struct psych *)q->is;
	str cause = after_cause(q, &psych_type, p->r.id);

	if (thinks_of_death(was) && (!thinks_of_death(p) || was->family.id != p->family.id))
		TRY(after_no_event(q, cause, was->family.id, e));
	return thinks_of_death(p) ? after_event(q, cause, p->family.id, p->person.id, MEANS_CRISIS, p->on, e) : RC_OK;
}
