/* row.c - one family as a row of a list: who, where, whose, when due and why. */
#include "core/lists/job.h"
#include "core/office/means.h"
#include "core/read/reach.h"
#include "core/rules/view_due.h"

void add_id(struct arena *a, refs *to, uint64_t id)
{
	to->ids = arena_printf(a, "%.*s%s%llu", STR_FMT(to->ids), to->ids.n ? " " : "", (unsigned long long)id);
}

static const enum means near_first[] = { MEANS_POST_COMMUNITY, MEANS_POST_STREET };

/* Whom to call: who is nearest first. */
static enum rc workers(struct session *s, struct arena *a, uint64_t family, refs *out, struct err *e)
{
	struct parts live;

	TRY(family_assignments(s, a, family, true, &live, e));
	for (size_t k = 0; k < COUNT(near_first); k++)
		for (size_t i = 0; i < live.n; i++) {
			const struct assignment *as = (const struct assignment *)live.rec[i];

			if (code_means(&s->office->codes, as->post, near_first[k]))
				add_id(a, out, as->worker.id);
		}
	return RC_OK;
}

enum tone due_tone(enum due_state st)
{
	return st >= DUE_OVERDUE ? TONE_RED : st == DUE_SOFT ? TONE_YELLOW
	       : st == DUE_MET ? TONE_GREEN : TONE_NONE;
}

enum rc family_fill(struct session *s, struct arena *a, struct family *f, struct family_row *out,
	struct due *due_or_null, struct err *e)
{
	struct due due;
	const struct person *head;
	int age;

	memcpy(&out->f, f, sizeof *f);
	TRY(family_due(s, a, f, &due, e));
	if (due_or_null)
		*due_or_null = due;
	out->file = family_short(s, a, f);
	TRY(workers(s, a, f->r.id, &out->workers, e));
	if (rights_reach(s, f->r.id) >= REACH_OUTSIDE) /* whom to call, and no more */
		return RC_OK;
	out->state = (due_on){ (uint8_t)due.state, due.due };
	out->why = due.why;
	out->last = moment_date(due.last_contact);
	out->score = (num){ true, due.score };
	if ((head = peek_person(s, a, f->head.id)) && (age = age_at(head->birth, session_today(s))) >= 0)
		out->age = (num){ true, age };
	return RC_OK;
}

int by_building(const struct family *a, const struct family *b)
{
	const str parts[][2] = { { a->place, b->place }, { a->building, b->building }, { a->unit, b->unit },
		{ a->room, b->room } };

	for (size_t i = 0; i < COUNT(parts); i++) {
		int64_t m, n;
		int d = str_int(parts[i][0], &m) && str_int(parts[i][1], &n) ? (m > n) - (m < n)
			: str_cmp(parts[i][0], parts[i][1]);

		if (d)
			return d;
	}
	return a->r.id < b->r.id ? -1 : a->r.id > b->r.id;
}
