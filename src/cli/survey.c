/* survey.c - survey: which there are, their questions, what a family answered, and all answers added up. */
#include "cli/print.h"

#include "base/str.h"
#include "base/tr.h"
#include "core/office/survey.h"
#include "core/records/types.h"

#include <inttypes.h>

static enum rc list_surveys(struct cli *c, struct err *e)
{
	struct survey_names all = survey_all(c->a, session_office(c->s));

	for (size_t i = 0; i < all.n; i++) {
		const struct survey *s;

		TRY(survey_load(c->a, session_office(c->s), all.p[i], &s, e));
		buf_printf(&c->out, "%.*s  %.*s\n", STR_FMT(s->name), STR_FMT(s->title));
	}
	return RC_OK;
}

static void words(struct cli *c, const struct strs *all)
{
	for (size_t i = 0; i < all->n; i++)
		buf_printf(&c->out, "%s%.*s", i ? "、" : "", STR_FMT(all->p[i]));
}

static void show_questions(struct cli *c, const struct survey *s)
{
	buf_printf(&c->out, "%.*s\n", STR_FMT(s->title));
	for (size_t i = 0; i < s->n; i++) {
		const struct question *q = &s->question[i];

		buf_printf(&c->out, "%.*s  %.*s  %s", STR_FMT(q->name), STR_FMT(q->ask), survey_kind(q->kind));
		if (q->choices.n)
			buf_str(&c->out, S("  "));
		words(c, &q->choices);
		if (q->most)
			buf_printf(&c->out, "  %lld-%lld", (long long)q->least, (long long)q->most);
		if (q->when) {
			buf_printf(&c->out, "  (%s %.*s=", tr("只问"), STR_FMT(q->when->name));
			words(c, &q->is);
			buf_char(&c->out, ')');
		}
		buf_char(&c->out, '\n');
	}
}

/* What the family answered to it before, or a new record. */
static enum rc begin(struct cli *c, const struct survey *s, uint64_t family, struct save *save, struct err *e)
{
	struct page page;

	save->type = office_type(session_office(c->s), str_of(reply_type.name));
	TRY(session_list(c->s, c->a, &(struct ask){ .query = query_find(S("replies-of")), .about = family }, &page, e));
	for (size_t i = 0; i < page.n; i++)
		if (str_eq(((const struct reply *)page.row[i].rec)->survey, s->name) && !rec_voided(page.row[i].rec)) {
			TRY(session_get(c->s, c->a, save->type, page.row[i].id, &save->rec, e));
			save->base = save->rec;
			save->rec = rec_dup(c->a, save->type, save->base);
			return RC_OK;
		}
	TRY(session_new(c->s, c->a, save->type, family, &save->rec, e));
	((struct reply *)save->rec)->survey = s->name;
	return RC_OK;
}

/* The line of a question that is answered anew replaces the one there was; an empty answer takes it off. */
static enum rc answer(struct cli *c, struct reply *r, str arg, struct err *e)
{
	struct buf b = { .a = c->a };
	str rest = arg, old = r->answers.s, name, line;

	if (!str_has(arg, S("=")) || !str_cut(&rest, '=', &name) || str_has(arg, S("\n")))
		return fail(e, RC_INVALID, "“%.*s”要写成 题=回答", STR_FMT(arg));
	while (str_cut(&old, '\n', &line))
		if (line.n && !str_starts(line, arena_printf(c->a, "%.*s=", STR_FMT(name))))
			buf_printf(&b, "%.*s\n", STR_FMT(line));
	buf_str(&b, rest.n ? arg : S(""));
	r->answers.s = b.n ? str_trim(buf_view(&b)) : S("");
	return RC_OK;
}

static enum rc fill_in(struct cli *c, const struct survey *s, struct err *e)
{
	struct save save = { 0 };
	struct reply *r;
	uint64_t family;
	val source;

	TRY(cli_about(c, "family", str_of(c->arg[1]), &family, e));
	TRY(begin(c, s, family, &save, e));
	r = (struct reply *)save.rec;
	for (size_t i = 2; i < c->nargs; i++)
		TRY(answer(c, r, str_of(c->arg[i]), e));
	if (c->opt[OPT_KNOWN]) {
		TRY(val_parse(session_lex(c->s), c->a, type_field(save.type, S("source")), S("按掌握的情况"), &source, e));
		r->source.key = source.s;
	}
	TRY(session_save(c->s, c->a, c->opt[OPT_WHY] ? str_of(c->opt[OPT_WHY]) : S(""), &save, 1, e));
	buf_printf(&c->out, "reply:%" PRIu64 "\n", save.id);
	return RC_OK;
}

enum rc run_survey(struct cli *c, struct err *e)
{
	const struct survey *s;
	bool places = c->opt[OPT_BY] != NULL;
	struct ask totals = { .query = query_find(places ? S("survey-places") : S("survey-totals")) };

	if (places && strcmp(c->opt[OPT_BY], "community") != 0)
		return fail(e, RC_INVALID, "--by 只能是 community");
	if (!c->nargs)
		return list_surveys(c, e);
	TRY(survey_load(c->a, session_office(c->s), str_of(c->arg[0]), &s, e));
	if (c->opt[OPT_TOTALS]) {
		totals.line = s->name;
		cli_order(c, &totals);
		return print_list(c, &totals, S("还没有看得到的答复"), e);
	}
	if (c->nargs == 2)
		return fail(e, RC_INVALID, "要写回答：qinqing survey %s %s %.*s=...", c->arg[0], c->arg[1],
			STR_FMT(s->n ? s->question[0].name : S("")));
	if (c->nargs > 2)
		return fill_in(c, s, e);
	show_questions(c, s);
	return RC_OK;
}
