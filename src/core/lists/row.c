/* row.c - one family as a row of a list: who, where, whose, when due and why. */
#include "core/impl.h"

#include "rec/ident.h"

enum fact_no {
	FACT_FILE, FACT_HEAD, FACT_COMMUNITY, FACT_CONTACTS, FACT_PHONE, FACT_STATE, FACT_REASON,
	FACT_LAST, FACT_SCORE, FACT_WISH, FACT_LEVEL, FACT_COUNT
};

const char *const family_facts[] = {
	[FACT_FILE] = "file_no",   [FACT_HEAD] = "head",   [FACT_COMMUNITY] = "community",
	[FACT_CONTACTS] = "contacts", [FACT_PHONE] = "phone", [FACT_STATE] = "state",
	[FACT_REASON] = "reason",  [FACT_LAST] = "last",   [FACT_SCORE] = "score",
	[FACT_WISH] = "wish",      [FACT_LEVEL] = "level", [FACT_COUNT] = NULL,
};

static str contacts(struct session *s, struct arena *a, uint64_t family)
{
	static const char *const order[] = { "2", "1" };
	struct parts live;
	struct buf b = { .a = a };
	struct err ignored;

	if (family_assignments(s, a, family, true, &live, &ignored) != RC_OK)
		return S("");
	for (size_t k = 0; k < COUNT(order); k++)
		for (size_t i = 0; i < live.n; i++) {
			const struct assignment *as = (const struct assignment *)live.rec[i];
			struct worker *w = str_is(as->post.key, order[k])
						   ? peek_worker(s, a, as->worker.id) : NULL;

			if (w)
				buf_printf(&b, "%s%.*s", b.n ? tr("、") : "", STR_FMT(w->name));
		}
	return buf_view(&b);
}

static str state_text(struct arena *a, const struct due *d, date today)
{
	switch (d->state) {
	case DUE_OVERDUE:
		return arena_printf(a, "%s%d%s", tr("超期"), today.day - d->due.day, tr("天"));
	case DUE_SOFT:
	case DUE_OPEN:
		return arena_printf(a, "%.*s%s", STR_FMT(date_short(a, d->due, today)), tr("前"));
	case DUE_MET:
		return str_of(tr("已达标"));
	case DUE_NOT_ASKED:
		break;
	}
	return S("");
}

static str reason_text(struct arena *a, const struct due *d)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < d->nwhy; i++)
		buf_printf(&b, "%s%.*s +%d", i ? ", " : "", STR_FMT(d->why[i].text),
			(int)d->why[i].points);
	return buf_view(&b);
}

static enum tone tone_of(enum due_state st)
{
	return st == DUE_OVERDUE ? TONE_RED : st == DUE_SOFT ? TONE_YELLOW
	       : st == DUE_MET ? TONE_GREEN : TONE_NONE;
}

static str code_text(struct session *s, const char *table, code c)
{
	return c.key.n ? tr_str(code_name(codebook_find(&s->office->codes, str_of(table)), c.key))
		       : S("");
}

enum rc family_row(struct session *s, struct arena *a, uint64_t family, struct row *out,
	struct due *due_or_null, struct err *e)
{
	const struct rec_type *t = type_of(s, &family_type);
	date today = session_today(s);
	struct due due;
	struct rec *r;
	struct family *f;
	str *fact = ARENA_ARRAY(a, str, FACT_COUNT);

	TRY(snap_get(s->view, a, t, family, &r, e));
	f = (struct family *)r;
	TRY(family_due(s, a, f, &due, e));
	rights_mask(s, a, t, r);
	*out = (struct row){ .type = t, .id = family, .rec = r, .fact = fact };
	if (due_or_null)
		*due_or_null = due;
	fact[FACT_FILE] = family_short(s, a, f);
	fact[FACT_HEAD] = f->head.id ? lex_ref_text(s, a, "person", f->head.id) : S("");
	fact[FACT_COMMUNITY] = org_short(s, a, f->community.id);
	fact[FACT_CONTACTS] = contacts(s, a, family);
	if (rights_reach(s, family) == REACH_OUTSIDE) /* whom to call, and no more */
		return RC_OK;
	fact[FACT_PHONE] = phone_text(a, f->phone1.s);
	fact[FACT_STATE] = state_text(a, &due, today);
	fact[FACT_REASON] = reason_text(a, &due);
	fact[FACT_LAST] = due.last_contact.v
				  ? date_short(a, moment_date(due.last_contact), today) : S("");
	fact[FACT_SCORE] = arena_printf(a, "%d", (int)due.score);
	fact[FACT_WISH] = f->wish_no.keys.n
				  ? val_text(&s->lex, a, type_field(t, S("wish_no")),
					    (val){ true, 0, f->wish_no.keys })
				  : S("");
	fact[FACT_LEVEL] = code_text(s, "CARE_LEVEL", f->care_level);
	out->tone = tone_of(due.state);
	return RC_OK;
}
