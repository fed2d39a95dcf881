/* standing.c - what standing.h says, from one walk over each kind of record. */
#include "core/rules/standing.h"

#include "base/str.h"
#include "core/office/means.h"
#include "core/read/parts.h"
#include "core/read/reach.h"
#include "core/rules/activity.h"

struct load {
	struct session *s;
	struct arena *a;
	struct standings *all;
	struct span span;
	date today;
	struct err *e;
};

/* ---- the places --------------------------------------------------------------------------------- */

static void add_place(struct load *q, const struct org *o, size_t *cap)
{
	struct standings *all = q->all;
	size_t up = all->n - 1, n = all->n;

	all->p = vec_room(q->a, all->p, n, cap, sizeof *all->p);
	while (n && up != all->p[up].up && !str_starts(o->code.s, all->p[up].o->code.s))
		up = all->p[up].up;
	if (!n || !str_starts(o->code.s, all->p[up].o->code.s))
		up = n;
	all->p[all->n++] = (struct standing){ .o = o, .up = up };
}

/* A unit that was merged is the one it was merged into, over several steps. */
static size_t merged_into(struct load *q, const struct org *o)
{
	for (int hop = 0; o && hop <= 8; hop++) {
		if (o->r.id < q->all->nat && q->all->at[o->r.id])
			return q->all->at[o->r.id];
		o = peek_org(q->s, q->a, o->successor.id);
	}
	return 0;
}

static enum rc places(struct load *q)
{
	const struct rec_type *t = type_of(q->s, &org_type);
	struct { VEC(const struct org *); } gone = { 0 };
	size_t cap = 0;
	struct cursor c;
	const struct rec *r;
	struct rec *whole;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = t, .index = "code" }, &c, q->e));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		const struct org *o;

		q->all->nat = r->id >= q->all->nat ? r->id + 1 : q->all->nat;
		TRY(snap_get(q->s->view, q->a, t, r->id, &whole, q->e));
		o = (const struct org *)whole;
		if (o->successor.id || (o->valid_to.day && o->valid_to.day <= q->today.day))
			*vec_add(q->a, &gone) = o;
		else if (rights_org(q->s, r->id))
			add_place(q, o, &cap);
	}
	TRY_END(rc);
	q->all->at = ARENA_ARRAY(q->a, size_t, q->all->nat + 1);
	for (size_t i = 0; i < q->all->n; i++)
		q->all->at[q->all->p[i].o->r.id] = i + 1;
	for (size_t i = 0; i < gone.n; i++)
		q->all->at[gone.p[i]->r.id] = merged_into(q, gone.p[i]);
	return RC_OK;
}

struct standing *standing_of(const struct standings *all, uint64_t org)
{
	return org < all->nat && all->at[org] ? &all->p[all->at[org] - 1] : NULL;
}

bool standing_lies_in(const struct standing *p, str div)
{
	return str_starts(p->o->code.s, div);
}

/* ---- what there is ------------------------------------------------------------------------------- */

static void lived(struct load *q, struct standing *p, date on)
{
	if (p && on.day > p->life.day && on.day <= q->today.day)
		p->life = on;
}

/* Is it over, by the field that says since when? */
static bool over(const struct load *q, date end)
{
	return end.day && end.day <= q->today.day;
}

static void take_association(struct load *q, const struct rec *r)
{
	const struct association *as = (const struct association *)r;
	struct standing *p = standing_of(q->all, as->node.id);

	if (p && p->o->r.id == as->node.id && !over(q, as->ended))
		p->as = (const struct association *)rec_dup(q->a, type_of(q->s, &association_type), r);
}

static void take_worker(struct load *q, const struct rec *r)
{
	const struct worker *w = (const struct worker *)r;
	struct standing *p = worker_in_post(w, q->today) ? standing_of(q->all, w->org.id) : NULL;

	if (p)
		*vec_add(q->a, &p->staff) = (const struct worker *)rec_dup(q->a, type_of(q->s, &worker_type), r);
}

static void count(struct load *q, uint64_t org, int number)
{
	struct standing *p = standing_of(q->all, org);

	if (p)
		p->n[number]++;
}

static void take_member(struct load *q, const struct rec *r)
{
	const struct member *m = (const struct member *)r;

	if (!over(q, m->left))
		count(q, m->org.id, STANDING_MEMBERS);
}

static void take_group(struct load *q, const struct rec *r)
{
	const struct group *g = (const struct group *)r;

	if (!over(q, g->ended))
		count(q, g->org.id, STANDING_GROUPS);
}

static void take_link(struct load *q, const struct rec *r)
{
	const struct link *l = (const struct link *)r;

	if (!over(q, l->to))
		count(q, l->org.id, STANDING_LINKS);
}

static void take_activity(struct load *q, const struct rec *r)
{
	const struct activity *act = (const struct activity *)r;
	struct standing *p = standing_of(q->all, act->org.id);

	if (!activity_held(act, q->today))
		return;
	if (p && act->on.day >= q->span.first.day && act->on.day <= q->span.last.day)
		p->n[STANDING_ACTIVITIES]++;
	lived(q, p, act->on);
}

static void take_meeting(struct load *q, const struct rec *r)
{
	const struct meeting *m = (const struct meeting *)r;

	lived(q, standing_of(q->all, m->node.id), m->on);
}

static void take_call(struct load *q, const struct rec *r)
{
	const struct call *x = (const struct call *)r;

	lived(q, standing_of(q->all, x->org.id), x->on);
}

static void take_training(struct load *q, const struct rec *r)
{
	const struct training *t = (const struct training *)r;

	lived(q, standing_of(q->all, t->org.id), t->on);
}

static void take_liaison(struct load *q, const struct rec *r)
{
	const struct liaison *l = (const struct liaison *)r;
	struct standing *p = l->node.id && !over(q, l->to) ? standing_of(q->all, l->org.id) : NULL;

	if (p)
		p->liaisons++;
}

/* By the index that has what is looked at; NULL: the whole records. */
static const struct {
	const struct rec_type *type;
	const char *index;
	void (*take)(struct load *, const struct rec *);
} walks[] = {
	{ &association_type, NULL, take_association }, { &worker_type, NULL, take_worker },
	{ &member_type, "org", take_member },          { &group_type, "org", take_group },
	{ &link_type, "org", take_link },              { &activity_type, NULL, take_activity },
	{ &meeting_type, "on", take_meeting },         { &call_type, "on", take_call },
	{ &liaison_type, "org", take_liaison },        { &training_type, "on", take_training },
};

static enum rc walk_all(struct load *q)
{
	for (size_t i = 0; i < COUNT(walks); i++) {
		struct cursor c;
		const struct rec *r;
		enum rc rc;

		TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, walks[i].type),
			.index = walks[i].index }, &c, q->e));
		while ((rc = cursor_next(&c, &r, q->e)) == RC_OK)
			if (!rec_voided(r))
				walks[i].take(q, r);
		TRY_END(rc);
	}
	return RC_OK;
}

/* The last visit of each who works there. */
static enum rc visits(struct load *q, struct standing *p, uint64_t worker)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, &visit_type), .index = "by",
		.prefix = &VAL_REF(worker), .nprefix = 1, .backward = true }, &c, q->e));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		if (rec_voided(r))
			continue;
		lived(q, p, moment_date(((const struct visit *)r)->when));
		cursor_close(&c);
		return RC_OK;
	}
	TRY_END(rc);
	return RC_OK;
}

/* ---- posts ---------------------------------------------------------------------------------------- */

/* Whoever holds a post that carries this attribute of codes.yaml. */
static uint64_t holder(const struct session *s, const struct standing *p, const char *attribute)
{
	const struct code_table *posts = codebook_find(&s->office->codes, S("POST"));

	for (size_t i = 0; i < p->staff.n; i++) {
		str rest = p->staff.p[i]->post.keys, key;

		while (str_word(&rest, &key))
			if (code_is(code_find(posts, key), attribute))
				return p->staff.p[i]->r.id;
	}
	return 0;
}

int64_t standing_holds(const struct standing *p, const struct required_post *post)
{
	int64_t n = 0;

	for (size_t i = 0; i < p->staff.n; i++) {
		const struct worker *w = p->staff.p[i];
		bool kind = !post->kinds.n;

		for (size_t k = 0; k < post->kinds.n; k++)
			kind |= str_eq(w->staff_kind.key, post->kinds.p[k]);
		n += kind && has_key(w->post.keys, post->post);
	}
	return n;
}

static void posts(struct load *q, struct standing *p)
{
	static const struct { const char *attribute; int number; } kinds[] = {
		{ "full", STANDING_FULL }, { "seconded", STANDING_SECONDED }, { "part", STANDING_PART },
	};
	const struct association_rules *rules = &q->s->office->association;
	const struct code_table *t = codebook_find(&q->s->office->codes, S("STAFF_KIND"));

	for (size_t i = 0; i < p->staff.n; i++)
		for (size_t k = 0; k < COUNT(kinds); k++)
			p->n[kinds[k].number] += code_is(code_find(t, p->staff.p[i]->staff_kind.key), kinds[k].attribute);
	for (size_t i = 0; i < rules->nposts; i++) {
		int64_t has = standing_holds(p, &rules->post[i]);

		if (str_eq(rules->post[i].level, p->o->level.key) && has < rules->post[i].count)
			p->n[STANDING_VACANT] += rules->post[i].count - has;
	}
	p->chair = holder(q->s, p, "chair");
	p->secretary = holder(q->s, p, "secretary");
}

/* ---- what follows from it -------------------------------------------------------------------------- */

static void judge(struct load *q, struct standing *p)
{
	int64_t quiet = q->s->office->association.dormant_days;
	date since = p->life.day ? p->life : p->as ? p->as->founded : (date){ 0 };
	const struct { enum means means; bool is; } wrong[] = {
		{ MEANS_ASSOCIATION_NONE, !p->as },
		{ MEANS_ASSOCIATION_TERM_OVER, p->as && p->as->term_end.day && p->as->term_end.day < q->today.day },
		{ MEANS_ASSOCIATION_NO_SECRETARY, p->as && !p->secretary },
		{ MEANS_ASSOCIATION_DORMANT, p->as && quiet && since.day + quiet <= q->today.day },
	};
	struct buf b = { .a = q->a };

	for (size_t i = 0; i < COUNT(wrong); i++)
		if (wrong[i].is)
			buf_printf(&b, "%s%.*s", b.n ? " " : "",
				STR_FMT(code_meant(&q->s->office->codes, wrong[i].means).key));
	p->state.keys = b.n ? buf_view(&b) : code_meant(&q->s->office->codes, MEANS_ASSOCIATION_ACTIVE).key;
}

enum rc standings_load(struct session *s, struct arena *a, struct span activities, struct standings *out,
	struct err *e)
{
	struct load q = { .s = s, .a = a, .all = out, .span = activities, .today = session_today(s), .e = e };

	*out = (struct standings){ 0 };
	TRY(places(&q));
	TRY(walk_all(&q));
	for (size_t i = 0; i < out->n; i++) {
		struct standing *p = &out->p[i];

		for (size_t k = 0; k < p->staff.n; k++)
			TRY(visits(&q, p, p->staff.p[k]->r.id));
		posts(&q, p);
		judge(&q, p);
	}
	return RC_OK;
}
