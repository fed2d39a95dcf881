/* effects.c - what a save brings with it, in the same commit and the same undo: a death opens an event
 * and turns the family's kind, a change of kind leaves its dated record, a third call that nobody
 * answers raises the alarm, a visit answers it (domain.md 3.5, F12, AT7, AT11). */
#include "core/impl.h"

struct effects {
	struct session *s;
	struct arena *a;
	struct save *save;
	size_t n, cap;
};

static void push(struct effects *x, const struct rec_type *t, const struct rec *base, struct rec *rec)
{
	if (x->n == x->cap) {
		struct save *more = ARENA_ARRAY(x->a, struct save, x->cap = x->cap * 2 + 4);

		if (x->n)
			memcpy(more, x->save, x->n * sizeof *more);
		x->save = more;
	}
	x->save[x->n++] = (struct save){ .type = type_of(x->s, t), .base = base, .rec = rec };
}

static struct rec *begin(struct effects *x, const struct rec_type *t, uint64_t family)
{
	struct rec *r = rec_new(x->a, type_of(x->s, t));

	rec_set(t, r, "family", (val){ true, (int64_t)family, { 0 } });
	return r;
}

/* A record to change: the one this save already changes, or a copy of what is stored. */
static struct rec *change(struct effects *x, const struct rec_type *shipped, uint64_t id)
{
	const struct rec_type *t = type_of(x->s, shipped);
	struct rec *base;

	for (size_t i = 0; i < x->n; i++)
		if (x->save[i].base && x->save[i].base->id == id && x->save[i].type == t)
			return x->save[i].rec;
	base = peek(x->s, x->a, shipped, id);
	if (!base)
		return NULL;
	push(x, shipped, base, rec_dup(x->a, t, base));
	return x->save[x->n - 1].rec;
}

static struct event *open_event(struct effects *x, uint64_t family, uint64_t person, const char *kind,
	date happened, moment known)
{
	struct event *v = (struct event *)begin(x, &event_type, family);

	v->person.id = person;
	v->kind.key = str_of(kind);
	v->happened = happened;
	v->known_at = known;
	v->reported_to.id = 0;
	push(x, &event_type, NULL, &v->r);
	return v;
}

/* ---- a death -------------------------------------------------------------------------------- */

static enum rc stop_insurance(struct effects *x, const struct person *p, date on, struct err *e)
{
	struct parts list;

	TRY(family_parts(x->s, x->a, &insured_type, p->family.id, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		struct insured *in = (struct insured *)list.rec[i];

		if (in->person.id != p->r.id || in->removed.day)
			continue;
		in = (struct insured *)change(x, &insured_type, in->r.id);
		in->removed = on.day < in->added.day ? in->added : on;
		in->remove_why = S("本人去世");
	}
	return RC_OK;
}

/* Special support stops from the month after (domain.md 3.5): for one person, or for all (0). */
static enum rc stop_tefu(struct effects *x, uint64_t family, uint64_t person, date on, str reason,
	struct err *e)
{
	struct ymd d = date_ymd(on);
	struct parts list;

	TRY(family_parts(x->s, x->a, &tefu_type, family, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		struct tefu *t = (struct tefu *)list.rec[i];

		if ((person && t->person.id != person) || t->stop_month.ym)
			continue;
		t = (struct tefu *)change(x, &tefu_type, t->r.id);
		t->stop_month.ym = d.y * 12 + d.m + 1;
		t->stop_reason.key = reason;
	}
	return RC_OK;
}

static enum rc child_died(struct effects *x, const struct person *p, date on, struct err *e)
{
	struct family *f = peek_family(x->s, x->a, p->family.id);

	open_event(x, p->family.id, p->r.id, "05", on, clock_now());
	if (!f || !f->kind.key.n || f->kind.key.p[0] != '2')
		return RC_OK;
	f = (struct family *)change(x, &family_type, f->r.id);
	f->kind.key = S("11");
	f->kind_since = on;
	f->kind_evidence = arena_printf(x->a, "%.*s %.*s去世", STR_FMT(p->name),
		STR_FMT(date_text(x->a, on)));
	(void)e;
	return RC_OK;
}

static enum rc on_person(struct effects *x, size_t at, struct err *e)
{
	const struct person *was = (const struct person *)x->save[at].base;
	const struct person *p = (const struct person *)x->save[at].rec;
	date on = p->death_date.ymd ? pdate_first(p->death_date) : session_today(x->s);
	bool dead = p->alive.v == FLAG_NO || p->death_date.ymd;

	if (!was || !dead || was->alive.v == FLAG_NO)
		return RC_OK;
	TRY(stop_insurance(x, p, on, e));
	TRY(stop_tefu(x, p->family.id, p->r.id, on, S("06"), e));
	if (person_is_child(&x->s->office->codes, p))
		return child_died(x, p, on, e);
	if (person_leaves_spouse(&x->s->office->codes, p))
		open_event(x, p->family.id, p->r.id, "08", on, clock_now());
	return RC_OK;
}

/* ---- a family's kind, level, community, end -------------------------------------------------- */

/* In the words of the office, whatever language this screen speaks. */
static str words(struct effects *x, const struct field *f, val v)
{
	return f->kind == K_CODE ? code_name(codebook_find(&x->s->office->codes, str_of(f->of)), v.s)
				 : val_text(&x->s->lex, x->a, f, v);
}

static void record_change(struct effects *x, const struct family *f, const char *what,
	const char *field, const struct family *was, date effective, str evidence)
{
	const struct rec_type *t = type_of(x->s, &family_type);
	const struct field *fd = type_field(t, str_of(field));
	struct status *st = (struct status *)begin(x, &status_type, f->r.id);

	st->what.key = str_of(what);
	st->was = words(x, fd, field_get(fd, &was->r));
	st->is = words(x, fd, field_get(fd, &f->r));
	st->effective = effective;
	st->evidence = evidence;
	st->approved_by.id = x->s->me.worker;
	push(x, &status_type, NULL, &st->r);
}

/* Nobody is the contact person of a closed file. */
static enum rc end_posts(struct effects *x, uint64_t family, date on, struct err *e)
{
	struct parts live;

	TRY(family_assignments_on(x->s, x->a, family, on, &live, e));
	for (size_t i = 0; i < live.n; i++) {
		struct assignment *as = (struct assignment *)change(x, &assignment_type, live.rec[i]->id);

		if (as->to.day && as->to.day <= on.day)
			continue; /* this very save has ended it */
		as->to = on;
		as->reason.key = S("10");
	}
	return RC_OK;
}

/* The money stops and the posts end, but for a file that goes on in another one (merge.c). */
static enum rc close_file(struct effects *x, const struct family *was, struct family *f, struct err *e)
{
	date on = f->closed.day ? f->closed : session_today(x->s);

	record_change(x, f, "closed", "close_reason", was, on, S(""));
	if (str_is(f->close_reason.key, "09"))
		return RC_OK;
	TRY(stop_tefu(x, f->r.id, 0, on, f->close_reason.key, e));
	return end_posts(x, f->r.id, on, e);
}

/* Where a new family came from, with the day it arrived (domain.md 3.5, 迁入). */
static void moved_in(struct effects *x, size_t at)
{
	const struct family *f = (const struct family *)x->save[at].rec;
	struct status *st;

	if (!f->moved_from.n)
		return;
	st = (struct status *)begin(x, &status_type, REF_OP(at));
	st->what.key = S("in");
	st->was = f->moved_from;
	st->is = lex_ref_text(x->s, x->a, "org", f->community.id);
	st->effective = f->opened.day ? f->opened : session_today(x->s);
	st->approved_by.id = x->s->me.worker;
	push(x, &status_type, NULL, &st->r);
}

static enum rc on_family(struct effects *x, size_t at, struct err *e)
{
	const struct family *was = (const struct family *)x->save[at].base;
	struct family *f = (struct family *)x->save[at].rec;
	date today = session_today(x->s);

	if (!was) {
		moved_in(x, at);
		return RC_OK;
	}
	if (was->kind.key.n && !str_eq(was->kind.key, f->kind.key)) {
		if (!f->kind_evidence.n || str_eq(was->kind_evidence, f->kind_evidence))
			return fail_at(e, "kind_evidence", "变更家庭类别要写明依据，"
				"如“死亡证明”“残疾人证换发为四级”");
		if (f->kind_since.day == was->kind_since.day)
			f->kind_since = today;
		record_change(x, f, "kind", "kind", was, f->kind_since, f->kind_evidence);
		if (str_is(f->kind.key, "90")) /* birth, adoption, recovery: care goes on, money stops */
			TRY(stop_tefu(x, f->r.id, 0, f->kind_since, S("04"), e));
	}
	if (was->care_level.key.n && !str_eq(was->care_level.key, f->care_level.key)) {
		if (!f->care_reason.n || str_eq(was->care_reason, f->care_reason))
			return fail_at(e, "care_reason", "改关爱级别要写明理由");
		record_change(x, f, "level", "care_level", was, f->care_since.day == was->care_since.day
			? today : f->care_since, f->care_reason);
	}
	if (was->community.id && f->community.id != was->community.id)
		record_change(x, f, "community", "community", was, today, S(""));
	if (!was->closed.day && (f->closed.day || f->close_reason.key.n))
		TRY(close_file(x, was, f, e));
	if (was->closed.day && !f->closed.day)
		record_change(x, f, "opened", "closed", was, today, S(""));
	return RC_OK;
}

/* ---- visits: events answered, alarms ---------------------------------------------------------- */

static const struct code_item *item(struct effects *x, const char *table, str key)
{
	return code_find(codebook_find(&x->s->office->codes, str_of(table)), key);
}

static enum rc answer_events(struct effects *x, const struct visit *v, bool *silent, struct err *e)
{
	const struct code_item *mode = item(x, "VISIT_MODE", v->mode.key);
	bool ok = code_is(item(x, "OUTCOME", v->outcome.key), "ok");
	struct parts events;

	*silent = false;
	TRY(family_parts(x->s, x->a, &event_type, v->family.id, &events, e));
	for (size_t i = 0; i < events.n; i++) {
		struct event *v2 = (struct event *)events.rec[i];
		bool alarm = v2->alarm.v == FLAG_YES;

		if (v2->closed.day)
			continue;
		*silent |= str_is(v2->kind.key, "06");
		if (!ok || moment_date(v->when).day < v2->happened.day ||
			(!code_is(mode, "contact") && !code_is(mode, "meet")))
			continue;
		if (v2->first_contact.v && (v2->first_visit.v || !code_is(mode, "meet")) && !alarm)
			continue;
		v2 = (struct event *)change(x, &event_type, v2->r.id);
		if (!v2->first_contact.v)
			v2->first_contact = v->when;
		if (!v2->first_visit.v && code_is(mode, "meet"))
			v2->first_visit = v->when;
		if (alarm) { /* somebody was reached: the alarm has its answer */
			v2->closed = moment_date(v->when);
			v2->outcome.key = str_is(v->outcome.key, "7") ? S("4") : S("3");
		}
	}
	return RC_OK;
}

static bool watched(struct effects *x, const struct family *f)
{
	const struct strs *flags = &x->s->office->care.silence_flags;

	for (size_t i = 0; f && i < flags->n; i++)
		if (has_key(f->care_flags.keys, flags->p[i]))
			return true;
	return false;
}

static int64_t minutes_of(moment m)
{
	int minute = moment_minute(m);

	return (int64_t)moment_date(m).day * 24 * 60 + (minute > 0 ? minute : 0);
}

/* F12: so many attempts in so many hours, this one included, and nobody reached between them. */
static enum rc raise_alarm(struct effects *x, const struct visit *v, struct err *e)
{
	const struct care *care = &x->s->office->care;
	struct family *f = peek_family(x->s, x->a, v->family.id);
	struct visits seen;
	struct event *alarm;
	int64_t now = minutes_of(v->when), attempts = 1;

	if (!care->silence_attempts || !watched(x, f))
		return RC_OK;
	TRY(family_visits(x->s, x->a, v->family.id, 64, &seen, e));
	for (size_t i = 0; i < seen.n; i++) {
		int64_t then = minutes_of(seen.seen[i].when);

		if (then > now)
			continue;
		if (then < now - care->silence_hours * 60 || code_is(seen.seen[i].outcome, "ok"))
			break;
		attempts += code_is(seen.seen[i].outcome, "attempt");
	}
	if (attempts < care->silence_attempts)
		return RC_OK;
	alarm = open_event(x, v->family.id, f->head.id, "06", moment_date(v->when), v->when);
	alarm->alarm.v = FLAG_YES;
	alarm->note.s = arena_printf(x->a, "%lld小时内%lld次未联系上，当天两人同去敲门",
		(long long)care->silence_hours, (long long)attempts);
	return RC_OK;
}

static enum rc on_visit(struct effects *x, size_t at, struct err *e)
{
	const struct visit *v = (const struct visit *)x->save[at].rec;
	bool silent;

	if (x->save[at].base || !v->family.id)
		return RC_OK;
	TRY(answer_events(x, v, &silent, e));
	if (code_is(item(x, "MOOD_OBS", v->mood.key), "crisis"))
		open_event(x, v->family.id, 0, "07", moment_date(v->when), clock_now());
	if (!silent && code_is(item(x, "OUTCOME", v->outcome.key), "attempt"))
		TRY(raise_alarm(x, v, e));
	return RC_OK;
}

/* ---- the rest ------------------------------------------------------------------------------- */

/* PHQ-9 item 9 above 0: a person follows up the same day (P3). */
static enum rc on_psych(struct effects *x, size_t at, struct err *e)
{
	const struct psych *p = (const struct psych *)x->save[at].rec;
	const struct psych *was = (const struct psych *)x->save[at].base;

	(void)e;
	if (p->item9.set && p->item9.v > 0 && !(was && was->item9.set && was->item9.v > 0))
		open_event(x, p->family.id, p->person.id, "07", p->on, clock_now());
	return RC_OK;
}

/* A step hands the need on, or takes it back. */
static enum rc on_step(struct effects *x, size_t at, struct err *e)
{
	const struct step *st = (const struct step *)x->save[at].rec;
	struct need *n = x->save[at].base ? NULL : (struct need *)change(x, &need_type, st->need.id);
	struct buf b = { .a = x->a };

	(void)e;
	if (!n)
		return RC_OK;
	n->waiting = st->dept;
	if (st->dept.key.n && !has_key(n->helper_dept.keys, st->dept.key)) {
		buf_printf(&b, "%.*s%s%.*s", STR_FMT(n->helper_dept.keys),
			n->helper_dept.keys.n ? " " : "", STR_FMT(st->dept.key));
		n->helper_dept.keys = buf_view(&b);
	}
	return RC_OK;
}

struct moving { struct effects *x; uint64_t to; };

static bool move_family(void *arg, uint64_t id, const val *v)
{
	struct moving *m = arg;
	struct family *f = (struct family *)change(m->x, &family_type, id);

	(void)v;
	if (f && !f->closed.day)
		f->community.id = m->to;
	return true;
}

/* A community that is merged hands its families on; file numbers stay (domain.md 3.5). */
static enum rc on_org(struct effects *x, size_t at, struct err *e)
{
	const struct org *was = (const struct org *)x->save[at].base;
	const struct org *o = (const struct org *)x->save[at].rec;
	struct moving m = { x, o->successor.id };
	val key = { true, was ? (int64_t)was->r.id : 0, { 0 } };

	if (!was || !o->successor.id || was->successor.id == o->successor.id)
		return RC_OK;
	return snap_walk(x->s->view,
		&(struct walk){ .type = type_of(x->s, &family_type), .index = "community",
			.prefix = &key, .nprefix = 1, .each = move_family, .arg = &m },
		e);
}

static const struct {
	const struct rec_type *type;
	enum rc (*on)(struct effects *, size_t at, struct err *);
} effects[] = {
	{ &person_type, on_person }, { &family_type, on_family }, { &visit_type, on_visit },
	{ &psych_type, on_psych },   { &step_type, on_step },     { &org_type, on_org },
};

enum rc effects_add(struct session *s, struct arena *a, struct save **saves, size_t *n, struct err *e)
{
	struct effects x = { .s = s, .a = a, .save = *saves, .n = *n, .cap = *n };

	/* An effect may have effects: a child's death turns the kind, whose change is recorded. */
	for (size_t i = 0; i < x.n; i++)
		for (size_t k = 0; x.save[i].rec && k < COUNT(effects); k++)
			if (strcmp(effects[k].type->name, x.save[i].type->name) == 0)
				TRY(effects[k].on(&x, i, e));
	*saves = x.save;
	*n = x.n;
	return RC_OK;
}
