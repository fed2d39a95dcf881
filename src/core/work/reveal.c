/* reveal.c - asking to see what is masked: what there is, and one value for a reason, logged before it is shown. */
#include "core/read/looks.h"
#include "core/read/may.h"
#include "core/read/reveal.h"
#include "core/read/rights.h"
#include "core/work/save.h"

/* The record as it is, when it is there for this person. */
static enum rc whole(struct session *s, struct arena *a, const struct rec_type *t, uint64_t id, struct rec **out,
	struct err *e)
{
	enum rc rc = snap_get(s->view, a, t, id, out, e);

	if (rc == RC_NOT_FOUND)
		return rights_not_there(t, id, e);
	TRY(rc);
	return rights_may_open(s, t, *out, e);
}

static enum rc loggable(const struct session *s, struct err *e)
{
	return s->read_only ? fail(e, RC_DENIED, "现在是只读方式，写不了日志，不能看明文") : RC_OK;
}

static enum rc list_masked(struct session *s, struct arena *a, const struct rec_type *t, uint64_t id,
	const struct field **out, size_t *n, struct err *e)
{
	struct err refused = { 0 };
	struct rec *r;

	TRY(loggable(s, e));
	TRY(whole(s, a, t, id, &r, e));
	for EACH_FIELD(f, t) {
		struct err why = { 0 };

		if (!rights_hides(s, a, t, r, f))
			continue;
		if (rights_may_reveal(s, t, r, f, &why) == RC_OK)
			out[(*n)++] = f;
		else
			refused = why;
	}
	if (*n)
		return RC_OK;
	if (refused.rc != RC_OK) {
		*e = refused;
		return e->rc;
	}
	return fail(e, RC_NOT_FOUND, "这里没有遮住的内容");
}

enum rc session_masked(struct session *s, struct arena *a, const struct rec_type *shipped, uint64_t id,
	const struct field ***out, size_t *n, struct err *e)
{
	const struct rec_type *t = type_of(s, shipped);

	*n = 0;
	*out = ARENA_ARRAY(a, const struct field *, t->nfields);
	TRY(enter(s, e));
	return leave_with(s, list_masked(s, a, t, id, *out, n, e), e);
}

/* A reason out of the table; one that says nothing by itself needs words. */
enum rc reason_given(struct session *s, const struct reason_for *why, struct err *e)
{
	const struct code_item *it = code_find(codebook_find(&s->office->codes, S("LOOK_WHY")), why->code.key);

	TRY(loggable(s, e));
	if (!it)
		return fail_at(e, "reason", "要写明为什么要看，记入日志");
	if (code_is(it, "explain") && !str_trim(why->words).n)
		return fail_at(e, "reason", "原因是“%.*s”，要再写几个字说明，记入日志", STR_FMT(it->name));
	return RC_OK;
}

struct reason_for reason_of(const struct session *s, str text)
{
	const struct code_table *t = codebook_find(&s->office->codes, S("LOOK_WHY"));
	struct reason_for why = { .words = str_trim(text) };

	for (size_t i = 0; why.words.n && t && i < t->n; i++) {
		if (str_eq(t->item[i].name, why.words) || str_eq(t->item[i].key, why.words))
			return (struct reason_for){ .code.key = t->item[i].key };
		if (code_is(&t->item[i], "explain"))
			why.code.key = t->item[i].key;
	}
	return why;
}

static enum rc reveal(struct session *s, struct arena *a, const struct rec_type *t, uint64_t id, const struct field *f,
	const struct reason_for *why, val *out, struct err *e)
{
	struct rec *r;

	TRY(reason_given(s, why, e));
	TRY(whole(s, a, t, id, &r, e));
	TRY(rights_may_reveal(s, t, r, f, e));
	*out = field_get(f, r);
	look_note(s, (struct note){ .act = S("reveal"), .why = str_trim(why->words), .reason = why->code,
		.part = arena_printf(a, "%s:%llu %s", t->name, (unsigned long long)id, f->name),
		.type = t->owner ? type_of(s, &family_type) : t, .id = t->owner ? rights_family(s, t, r) : id });
	return RC_OK;
}

enum rc session_reveal(struct session *s, struct arena *a, const struct rec_type *shipped, uint64_t id, str field,
	const struct reason_for *why, val *out, struct err *e)
{
	const struct rec_type *t = type_of(s, shipped);
	const struct field *f = type_field(t, field);

	if (!f)
		return fail(e, RC_INVALID, "%s没有“%.*s”这一项", t->label, STR_FMT(field));
	TRY(enter(s, e));
	TRY(leave_with(s, reveal(s, a, t, id, f, why, out, e), e));
	TRY(session_looks_write(s, e)); /* not before the disk has it */
	reveal_begin(s, t, id, f);
	return RC_OK;
}

/* ---- an emergency --------------------------------------------------------------------------- */

enum { HOUR = 60 * 2 }; /* of a moment */

static enum rc may_break(struct session *s, const struct rec_type *t, const struct rec *was, const struct rec *is,
	struct err *e)
{
	(void)t;
	return was ? RC_OK : rights_may_emergency(s, ((const struct glass *)is)->family.id, e);
}

enum rc session_may_emergency(struct session *s, uint64_t family, struct err *e)
{
	TRY(enter(s, e));
	return leave_with(s, rights_may_emergency(s, family, e), e);
}

enum rc session_emergency(struct session *s, uint64_t family, const struct reason_for *why, struct err *e)
{
	struct arena a = { 0 };
	struct glass *g = (struct glass *)rec_new(&a, type_of(s, &glass_type));
	struct save save = { .type = type_of(s, &glass_type), .rec = &g->r };
	enum rc rc = session_may_emergency(s, family, e);

	if (rc == RC_OK)
		rc = reason_given(s, why, e);
	g->family.id = family;
	g->by.id = s->me.worker;
	g->from = session_now(s);
	g->until = (moment){ g->from.v + s->office->emergency_hours * HOUR };
	g->reason = why->code;
	g->words = str_trim(why->words);
	if (rc == RC_OK) {
		look_note(s, (struct note){ .act = S("glass"), .why = g->words, .reason = g->reason,
			.type = type_of(s, &family_type), .id = family });
		rc = save_act(s, &a, &(struct act){ .name = S("glass"), .may = may_break, .rules = true }, g->words,
			&save, 1, e);
	}
	arena_free(&a);
	s->reveals += rc == RC_OK;
	return rc;
}
