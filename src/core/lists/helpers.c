/* helpers.c - 找帮手: members and experts with a skill, those nearest to a family first. */
#include "core/lists/job.h"

#include "core/office/means.h"
#include "core/read/parts.h"
#include "core/read/reach.h"
#include "core/read/rights.h"

#include <stdlib.h>

/* The family's community, its street, its district, by how many digits of a code they share; farther ones are asked
 * only where too few are nearer. */
static const uint32_t rings[] = { 12, 9, 6 };
static const enum means ring_means[] = { MEANS_SAME_COMMUNITY, MEANS_SAME_STREET, MEANS_FARTHER };
enum { ENOUGH = 30 };

struct helper { struct helper_row row; const struct rec_type *type; uint64_t id; str py; };
struct search {
	struct job *q;
	const struct family *f;
	str skill;             /* "": any */
	bool quiet;            /* the neighbours are not to know */
	enum means ring;
	struct { VEC(struct helper); } found;
};

static int by_nearness(const void *x, const void *y)
{
	const struct helper *a = x, *b = y;
	int near = str_cmp(a->row.near.key, b->row.near.key);

	if (near)
		return near;
	if (a->row.load.v != b->row.load.v)
		return a->row.load.v < b->row.load.v ? -1 : 1;
	return str_cmp(a->py, b->py) ? str_cmp(a->py, b->py) : a->id < b->id ? -1 : a->id > b->id;
}

static code meant(const struct search *w, enum means m)
{
	return code_meant(&w->q->s->office->codes, m);
}

static bool skilled(const struct search *w, codes skills)
{
	return w->skill.n ? has_key(skills.keys, w->skill) : skills.keys.n != 0;
}

static bool over(const struct search *w, date end)
{
	return end.day && end.day <= session_today(w->q->s).day;
}

/* ---- members ----------------------------------------------------------------------------------------- */

static enum rc load_of(struct search *w, uint64_t member, num *out)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	*out = (num){ true, 0 };
	TRY(job_open(w->q, &link_type, "member", member, false, &c));
	while ((rc = cursor_next(&c, &r, w->q->e)) == RC_OK)
		out->v += !over(w, ((const struct link *)r)->to);
	TRY_END(rc);
	return RC_OK;
}

static enum means nearness(const struct search *w, const struct member *m)
{
	if (w->ring != MEANS_SAME_COMMUNITY || !m->place.n || !str_eq(m->place, w->f->place))
		return w->ring;
	return m->building.n && str_eq(m->building, w->f->building) ? MEANS_SAME_BUILDING : MEANS_SAME_ESTATE;
}

/* Whoever belongs to the family itself helps it anyway. */
static bool of_the_family(const struct search *w, const struct member *m)
{
	const struct person *p = m->person.id ? peek_person(w->q->s, w->q->a, m->person.id) : NULL;

	return p && p->family.id == w->f->r.id;
}

static enum rc take_member(struct search *w, struct rec *r)
{
	const struct rec_type *t = type_of(w->q->s, &member_type);
	struct member *m = (struct member *)r;
	enum means near = nearness(w, m);
	struct helper h = { .type = &member_type, .id = r->id, .py = m->py };

	if (!skilled(w, m->skills) || of_the_family(w, m))
		return RC_OK;
	TRY(load_of(w, r->id, &h.row.load));
	rights_mask(w->q->s, w->q->a, t, r);
	h.row.near = meant(w, near);
	h.row.kind = meant(w, MEANS_HELPER_MEMBER);
	h.row.name = m->name;
	h.row.skills = m->skills;
	h.row.phone = m->phone;
	h.row.org = m->org;
	if (w->quiet && (near == MEANS_SAME_BUILDING || near == MEANS_SAME_ESTATE))
		h.row.caution = S(SAY("这户不愿让邻居知道"));
	*vec_add(w->q->a, &w->found) = h;
	return RC_OK;
}

/* ---- experts ----------------------------------------------------------------------------------------- */

static enum rc take_expert(struct search *w, struct rec *r)
{
	struct expert *x = (struct expert *)r;
	struct helper h = { .type = &expert_type, .id = r->id, .py = x->py };

	if (!skilled(w, x->skills))
		return RC_OK;
	rights_mask(w->q->s, w->q->a, type_of(w->q->s, &expert_type), r);
	h.row.near = meant(w, w->ring);
	h.row.kind = meant(w, MEANS_HELPER_EXPERT);
	h.row.name = x->name;
	h.row.skills = x->skills;
	h.row.phone = x->phone;
	h.row.org = x->org;
	h.row.topics = x->topics;
	*vec_add(w->q->a, &w->found) = h;
	return RC_OK;
}

/* ---- ring by ring ------------------------------------------------------------------------------------ */

static const struct {
	const struct rec_type *type;
	const char *ended;
	enum rc (*take)(struct search *, struct rec *);
} kinds[] = { { &member_type, "left", take_member }, { &expert_type, "to", take_expert } };

static enum rc of_org(struct search *w, uint64_t org)
{
	struct job *q = w->q;

	for (size_t k = 0; k < COUNT(kinds); k++) {
		const struct rec_type *t = type_of(q->s, kinds[k].type);
		struct cursor c;
		const struct rec *r;
		struct rec *whole;
		enum rc rc;

		TRY(job_open(q, kinds[k].type, "org", org, false, &c));
		while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
			if (over(w, (date){ (int32_t)rec_get(t, r, kinds[k].ended).n }))
				continue;
			TRY(snap_get(q->s->view, q->a, t, r->id, &whole, q->e));
			TRY(kinds[k].take(w, whole));
		}
		TRY_END(rc);
	}
	return RC_OK;
}

/* The units whose codes begin like the family's community's, but not those of the ring before. */
static enum rc ring(struct search *w, str within, str nearer)
{
	const val from = { true, 0, within };
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(w->q->s->view, w->q->a, &(struct walk){ .type = type_of(w->q->s, &org_type), .index = "code",
		.from = &from }, &c, w->q->e));
	while ((rc = cursor_next(&c, &r, w->q->e)) == RC_OK) {
		str at = ((const struct org *)r)->code.s;

		if (!str_starts(at, within)) {
			cursor_close(&c);
			return RC_OK;
		}
		if (!nearer.n || !str_starts(at, nearer))
			TRY(of_org(w, r->id));
	}
	TRY_END(rc);
	return RC_OK;
}

static enum rc search(struct search *w)
{
	const struct org *home = peek_org(w->q->s, w->q->a, w->f->community.id);
	str nearer = { 0 };

	for (size_t i = 0; home && i < COUNT(rings) && w->found.n < ENOUGH; i++) {
		str within = str_sub(home->code.s, 0, rings[i] < home->code.s.n ? rings[i] : home->code.s.n);

		w->ring = ring_means[i];
		TRY(ring(w, within, nearer));
		nearer = within;
	}
	return RC_OK;
}

/* The skill is the ask's line. */
enum rc job_helpers(struct job *q)
{
	struct search w = { .q = q, .f = peek_family(q->s, q->a, q->ask->about), .skill = q->ask->line };

	job_whole(q);
	if (!w.f)
		return RC_OK;
	w.quiet = codes_mean(&q->s->office->codes, w.f->wish_no, MEANS_NO_NEIGHBOURS);
	TRY(search(&w));
	if (w.found.n > 1)
		qsort(w.found.p, w.found.n, sizeof *w.found.p, by_nearness);
	for (size_t i = 0; i < w.found.n; i++) {
		const struct helper *h = &w.found.p[i];
		struct helper_row *row;

		q->page->total++;
		row = job_row(q, h->type, h->id);
		*row = h->row;
		row->r.id = h->id;
		job_last(q)->tone = h->row.caution.n ? TONE_YELLOW : TONE_NONE;
	}
	return RC_OK;
}
