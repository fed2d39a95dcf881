/* drafts.c - unfinished records of one person: packed for store/draft, and offered again. */
#include "core/read/lex.h"
#include "core/read/reach.h"
#include "core/work/work.h"
#include "store/draft.h"

/* A record with its number in front: "7 " and the encoded fields; "" for none. */
static str pack(struct arena *a, const struct rec_type *t, const struct rec *r)
{
	struct buf b = { .a = a };

	if (!r)
		return S("");
	buf_printf(&b, "%llu ", (unsigned long long)r->id);
	buf_str(&b, rec_encode(a, t, r));
	return buf_view(&b);
}

static enum rc unpack(struct arena *a, const struct rec_type *t, str packed, struct rec **out,
	struct err *e)
{
	str number;
	int64_t id;

	*out = NULL;
	if (!packed.n)
		return RC_OK;
	if (!str_cut(&packed, ' ', &number) || !str_int(number, &id) || id < 0)
		return fail(e, RC_IO, "一份草稿读不出来，已跳过");
	TRY(rec_decode(a, t, packed, out, e));
	(*out)->id = (uint64_t)id;
	return RC_OK;
}

enum rc session_draft_save(struct session *s, const struct unsaved *u, struct err *e)
{
	const struct rec_type *t = type_of(s, u->type);
	struct arena a = { 0 };
	enum rc rc;

	rc = draft_save(s->data,
		&(struct draft){
			.who = s->me.login,
			.key = u->key,
			.screen = arena_printf(&a, "%s %.*s", t->name, STR_FMT(u->screen)),
			.at = clock_now(),
			.base = pack(&a, t, u->base),
			.rec = pack(&a, t, u->rec),
			.field = u->field,
		},
		e);
	arena_free(&a);
	return rc;
}

static str ago(struct arena *a, moment at, moment now)
{
	int64_t minutes = now.v / 2 - at.v / 2;

	if (minutes < 1)
		return S("刚才");
	if (minutes < 60)
		return arena_printf(a, "%d分钟前", (int)minutes);
	if (minutes < 24 * 60)
		return arena_printf(a, "%d小时前", (int)(minutes / 60));
	return arena_printf(a, "%d天前", (int)(minutes / (24 * 60)));
}

/* What the draft is about, for the list that offers it. */
static str title_of(struct session *s, struct arena *a, const struct unsaved *u)
{
	uint64_t family = rights_family(s, u->type, u->rec);
	str name = { 0 };

	if (family)
		name = lex_ref_text(s, a, "family", family);
	else if (u->rec->id)
		name = lex_ref_text(s, a, u->type->name, u->rec->id);
	return arena_printf(a, "%s %.*s %.*s", u->type->label, STR_FMT(name),
		STR_FMT(ago(a, u->at, clock_now())));
}

/* What one began to write of a family that has gone out of reach since is no longer shown; a file that
 * is not there yet is out of nobody's reach. */
static bool beyond(struct session *s, const struct rec_type *t, const struct rec *r)
{
	return r && rights_family(s, t, r) && reach_of(s, t, r) >= REACH_OUTSIDE;
}

enum rc session_drafts(struct session *s, struct arena *a, struct unsaved **out, size_t *n,
	struct err *e)
{
	struct draft *d;
	size_t count;

	*n = 0;
	TRY(draft_list(a, s->data, s->me.login, &d, &count, e));
	TRY(enter(s, e));
	*out = ARENA_ARRAY(a, struct unsaved, count);
	for (size_t i = 0; i < count; i++) {
		struct unsaved *u = &(*out)[*n];
		struct err why; /* a draft of a newer program, or a spoilt one, stays where it is */
		struct rec *base;
		str screen = d[i].screen, type;

		if (!str_cut(&screen, ' ', &type))
			continue;
		*u = (struct unsaved){ .type = office_type(s->office, type), .screen = screen,
			.field = d[i].field, .key = d[i].key, .at = d[i].at };
		if (!u->type || unpack(a, u->type, d[i].base, &base, &why) != RC_OK ||
			unpack(a, u->type, d[i].rec, &u->rec, &why) != RC_OK || !u->rec)
			continue;
		if (beyond(s, u->type, base) || beyond(s, u->type, u->rec))
			continue;
		u->base = base;
		u->title = title_of(s, a, u);
		(*n)++;
	}
	return leave_with(s, RC_OK, e);
}

void session_draft_drop(struct session *s, str key)
{
	draft_drop(s->data, s->me.login, key);
}
