/* lex.c - how records are named to people. */
#include "core/read/lex.h"

#include "core/office/survey.h"
#include "core/read/parts.h"
#include "core/read/reach.h"
#include "core/read/rights.h"

static str name_by_id(struct session *s, struct arena *a, const struct rec_type *shipped, uint64_t id);

static str name_family(struct session *s, struct arena *a, const struct rec_type *t, struct rec *r)
{
	struct family *f = (struct family *)r;
	str head = name_by_id(s, a, &person_type, f->head.id), file = family_short(s, a, f);

	(void)t;
	return head.n ? arena_printf(a, "%.*s (%.*s)", STR_FMT(head), STR_FMT(file)) : file;
}

static str name_visit(struct session *s, struct arena *a, const struct rec_type *t, struct rec *r)
{
	struct visit *v = (struct visit *)r;

	(void)t;
	return arena_printf(a, "%.*s %.*s", STR_FMT(name_by_id(s, a, &family_type, v->family.id)),
		STR_FMT(date_text(a, moment_date(v->when))));
}

static str name_assignment(struct session *s, struct arena *a, const struct rec_type *t, struct rec *r)
{
	struct assignment *as = (struct assignment *)r;
	str post = code_name(codebook_find(&s->office->codes, S("ASSIGN_POST")), as->post.key);

	(void)t;
	return arena_printf(a, "%.*s %.*s %.*s", STR_FMT(name_by_id(s, a, &family_type, as->family.id)),
		STR_FMT(post), STR_FMT(name_by_id(s, a, &worker_type, as->worker.id)));
}

enum { SAID_MOST = 4 };

static bool is_day(const struct field *f)
{
	return f->kind == K_DATE || f->kind == K_TIME || f->kind == K_PDATE;
}

/* By its title where that is a text, else by its first few fields, one day among them. */
static str name_by_fields(struct session *s, struct arena *a, const struct rec_type *t, struct rec *r)
{
	const struct field *title = type_field(t, str_of(t->title));
	struct buf b = { .a = a };
	int said = 0;
	bool dated = false;

	rights_mask(s, a, t, r);
	if (title->kind == K_TEXT)
		return field_get(title, r).s;
	for EACH_FIELD(f, t) {
		val v = field_get(f, r);

		if (!v.set || said == SAID_MOST || f->kind == K_BYTES || f->kind == K_FLAG || (dated && is_day(f)) ||
			field_owns(f, t))
			continue;
		dated |= is_day(f);
		buf_printf(&b, "%s%.*s", b.n ? " " : "", STR_FMT(val_text(&s->lex, a, f, v)));
		said++;
	}
	return buf_view(&b);
}

/* What has more to its name than its fields. */
static const struct {
	const struct rec_type *type;
	str (*name)(struct session *, struct arena *, const struct rec_type *, struct rec *);
} namers[] = {
	{ &family_type, name_family }, { &visit_type, name_visit }, { &assignment_type, name_assignment },
};

/* Beyond one's reach a family's parts have no name, and the family is its file number; nor has what is not there. */
static str name_by_id(struct session *s, struct arena *a, const struct rec_type *shipped, uint64_t id)
{
	const struct rec_type *t = type_of(s, shipped);
	struct rec *r = peek(s, a, t, id);
	bool part = r && t->owner && *t->owner && !t->contact && rights_family(s, t, r);
	size_t i = 0;

	if (!r || reach_of(s, t, r) >= (part ? REACH_OUTSIDE : REACH_ABSENT))
		return S("");
	while (i < COUNT(namers) && namers[i].type->tag != t->tag)
		i++;
	return i < COUNT(namers) ? namers[i].name(s, a, t, r) : name_by_fields(s, a, t, r);
}

str session_name(struct session *s, struct arena *a, const struct rec_type *t, uint64_t id)
{
	struct err e;
	str out;

	if (enter(s, &e) != RC_OK) {
		trouble(s, &e);
		return S("");
	}
	out = name_by_id(s, a, t, id);
	leave(s);
	return out;
}

str lex_ref_text(void *session, struct arena *a, const char *type, uint64_t id)
{
	struct session *s = session;
	const struct rec_type *t = office_type(s->office, str_of(type));

	return t ? session_name(s, a, t, id) : S("");
}

enum rc lex_answers(void *session, struct arena *a, str *survey, str *title, str *text, struct err *e)
{
	struct session *s = session;
	const struct survey *of;
	str *answer;

	TRY(survey_load(a, s->office, *survey, &of, e));
	answer = ARENA_ARRAY(a, str, of->n + 1);
	TRY(survey_read(a, of, *text, session_today(s), answer, e));
	*survey = of->name;
	*title = of->title;
	*text = survey_text(a, of, answer);
	return RC_OK;
}
