/* council.c - who sits in the bodies of an association on a day, and how many of them come from the people. */
#include "core/lists/job.h"
#include "core/read/reach.h"
#include "core/rules/council.h"

static date asked(const struct job *q)
{
	return q->ask->span.first.day ? q->ask->span.first : session_today(q->s);
}

static const struct code_table *bodies(const struct job *q)
{
	return codebook_find(&q->s->office->codes, S("BODY"));
}

/* One body when the ask's line names it, else all of them, the widest first. */
static bool wanted(const struct job *q, const struct code_item *body)
{
	return q->ask->line.n ? str_eq(q->ask->line, body->key) : !body->retired;
}

enum rc job_council(struct job *q)
{
	const struct code_table *t = bodies(q);

	for (size_t b = 0; t && b < t->n; b++) {
		struct council c;

		if (!wanted(q, &t->item[b]))
			continue;
		TRY(council_on(q->s, q->a, q->ask->about, t->item[b].key, asked(q), NULL, &c, q->e));
		for (size_t i = 0; i < c.n; i++) {
			struct council_row *row = job_record(q, &seat_type, &c.seat[i]->r);

			if (!row)
				continue;
			row->grassroots.v = seat_grassroots(q->s, c.seat[i]) ? FLAG_YES : FLAG_NO;
			job_last(q)->group = t->item[b].name;
		}
	}
	return RC_OK;
}

enum rc job_shares(struct job *q)
{
	const struct code_table *t = rights_line(q->s, q->ask->about) ? bodies(q) : NULL;

	for (size_t b = 0; t && b < t->n; b++) {
		struct share_row *row;
		struct council c;

		if (!wanted(q, &t->item[b]) || !job_window(q))
			continue;
		TRY(council_on(q->s, q->a, q->ask->about, t->item[b].key, asked(q), NULL, &c, q->e));
		row = job_row(q, NULL, 0);
		row->body.key = t->item[b].key;
		row->seats = (num){ true, (int64_t)c.n };
		row->share = (ratio){ true, (int32_t)c.grassroots, (int32_t)c.n };
		row->percent = (num){ true, c.percent };
		row->need = (num){ true, c.need };
		if (c.lacking)
			row->lacking = (num){ true, c.lacking };
		job_last(q)->tone = c.lacking ? TONE_RED : TONE_NONE;
	}
	return RC_OK;
}
