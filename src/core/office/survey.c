/* survey.c - reads a survey as an office wrote it, and what was answered to it. */
#include "core/office/survey.h"

#include "base/buf.h"
#include "base/str.h"
#include "core/office/settings.h"

#include <stdlib.h>

static const char folder[] = "config/surveys/";
static const struct { const char *name; bool chosen; } kinds[] = {
	[ASKS_TEXT] = { "text", false },       [ASKS_CHOICE] = { "choice", true }, [ASKS_CHOICES] = { "choices", true },
	[ASKS_NUMBER] = { "number", false },   [ASKS_DATE] = { "date", false },
};

const char *survey_kind(enum asks k)
{
	return kinds[k].name;
}

/* ---- as it is written ------------------------------------------------------------------------- */

struct raw { struct question q; const struct ynode *at, *kind, *choices, *when; };
struct raw_survey { str title; struct raw *question; size_t n; };

static void take_question(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "name", take_str, offsetof(struct raw, q.name), true },
		{ "ask", take_str, offsetof(struct raw, q.ask), true },
		{ "kind", take_scalar, offsetof(struct raw, kind), true },
		{ "choices", take_node, offsetof(struct raw, choices), false },
		{ "least", take_int, offsetof(struct raw, q.least), false },
		{ "most", take_int, offsetof(struct raw, q.most), false },
		{ "when", take_node, offsetof(struct raw, when), false },
	};

	((struct raw *)dst)->at = n;
	yaml_map(f, n, keys, COUNT(keys), dst);
}

static void take_questions(struct yfile *f, const struct ynode *n, void *dst)
{
	struct raw_survey *r = dst;

	r->question = yaml_seq(f, n, sizeof *r->question, &r->n, take_question);
}

static bool has(const struct strs *all, str word)
{
	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->p[i], word))
			return true;
	return false;
}

static void read_kind(struct yfile *f, struct raw *r)
{
	size_t k = 0;

	while (r->kind && k < COUNT(kinds) && !str_is(r->kind->text, kinds[k].name))
		k++;
	if (!r->kind || k == COUNT(kinds)) {
		if (r->kind)
			yaml_problem(f, r->kind, "kind 只能是 text、choice、choices、number 或 date");
		return;
	}
	r->q.kind = (enum asks)k;
	if (r->choices)
		take_strs(f, r->choices, &r->q.choices);
	for (size_t i = 0; i < r->q.choices.n; i++)
		if (str_has(r->q.choices.p[i], S("、")) || has(&(struct strs){ r->q.choices.p, i }, r->q.choices.p[i]))
			yaml_problem(f, r->choices, "选项“%.*s”写了两遍，或者里面有顿号", STR_FMT(r->q.choices.p[i]));
	if (kinds[k].chosen && r->q.choices.n < 2)
		yaml_problem(f, r->at, "%s 要写 choices，至少两项", kinds[k].name);
	if (!kinds[k].chosen && r->choices)
		yaml_problem(f, r->choices, "%s 没有选项，不写 choices", kinds[k].name);
	if (r->q.most && r->q.least > r->q.most)
		yaml_problem(f, r->at, "least 不能大于 most");
}

/* By an earlier question that has choices. */
static void read_when(struct yfile *f, struct raw_survey *s, size_t at, struct question *q)
{
	const struct ynode *n = s->question[at].when;
	size_t i = 0;

	if (!n)
		return;
	if (n->kind != Y_MAP || n->n != 1) {
		yaml_problem(f, n, "when 要写一道前面的题和它的回答，例如 {lives: 独居}");
		return;
	}
	while (i < at && !str_eq(s->question[i].q.name, n->key[0].text))
		i++;
	if (i == at) {
		yaml_problem(f, &n->key[0], "前面没有“%.*s”这道题", STR_FMT(n->key[0].text));
		return;
	}
	if (!kinds[s->question[i].q.kind].chosen)
		yaml_problem(f, &n->key[0], "“%.*s”没有选项，不能按它跳题", STR_FMT(n->key[0].text));
	take_strs(f, &n->kid[0], &q[at].is);
	for (size_t k = 0; k < q[at].is.n; k++)
		if (!has(&s->question[i].q.choices, q[at].is.p[k]))
			yaml_problem(f, &n->kid[0], "“%.*s”没有选项“%.*s”", STR_FMT(n->key[0].text), STR_FMT(q[at].is.p[k]));
	q[at].when = &q[i];
}

static struct yfile *read_survey(struct arena *a, const struct office *o, str name, struct survey *out)
{
	static const struct ykey keys[] = {
		{ "title", take_str, offsetof(struct raw_survey, title), true },
		{ "questions", take_questions, 0, true },
	};
	struct raw_survey raw = { 0 };
	struct yfile *f = settings_read(a, o->dir, arena_printf(a, "%s%.*s.yaml", folder, STR_FMT(name)));

	if (!f || !f->root)
		return f;
	yaml_map(f, f->root, keys, COUNT(keys), &raw);
	*out = (struct survey){ arena_str(a, name), raw.title, ARENA_ARRAY(a, struct question, raw.n + 1), raw.n };
	for (size_t i = 0; i < raw.n; i++) {
		read_kind(f, &raw.question[i]);
		for (size_t k = 0; k < i; k++)
			if (str_eq(raw.question[k].q.name, raw.question[i].q.name))
				yaml_problem(f, raw.question[i].at, "“%.*s”这道题写了两遍", STR_FMT(raw.question[i].q.name));
		out->question[i] = raw.question[i].q;
		read_when(f, &raw, i, out->question);
	}
	return f;
}

static str name_of(str file)
{
	uint32_t before = str_of(folder).n;

	return str_sub(file, before, file.n - before - S(".yaml").n);
}

static int by_name(const void *x, const void *y)
{
	return str_cmp(*(const str *)x, *(const str *)y);
}

struct survey_names survey_all(struct arena *a, const struct office *o)
{
	struct settings_names all = settings_all(a, o->dir);
	struct survey_names out = { 0 };

	for (size_t i = 0; i < all.n; i++)
		if (str_starts(all.p[i], str_of(folder)))
			*vec_add(a, &out) = name_of(all.p[i]);
	if (out.n > 1)
		qsort(out.p, out.n, sizeof *out.p, by_name);
	return out;
}

str survey_problems(struct arena *a, const struct office *o, str file)
{
	struct survey s;
	struct yfile *f = read_survey(a, o, name_of(file), &s);

	return f ? yaml_problems(f, a) : S("");
}

enum rc survey_load(struct arena *a, const struct office *o, str name, const struct survey **out, struct err *e)
{
	struct survey_names all = survey_all(a, o);
	struct buf there = { .a = a };

	for (size_t i = 0; i < all.n; i++) {
		struct survey *s = ARENA_NEW(a, struct survey);
		struct yfile *f = read_survey(a, o, all.p[i], s);
		str wrong = f ? yaml_problems(f, a) : S("");

		buf_printf(&there, "%s%.*s %.*s", i ? "、" : "", STR_FMT(all.p[i]), STR_FMT(s->title));
		if (!str_eq(name, s->name) && !str_eq(name, s->title) && !str_eq(name, all.p[i]))
			continue;
		if (wrong.n)
			return fail(e, RC_INVALID, "问卷“%.*s”写得不对，请先改好：%.*s", STR_FMT(name), STR_FMT(wrong));
		*out = s;
		return RC_OK;
	}
	return fail_at(e, "survey", "没有问卷“%.*s”；有 %.*s", STR_FMT(name), STR_FMT(buf_view(&there)));
}

/* ---- what was answered ------------------------------------------------------------------------ */

/* The choice that is meant: its words, or its number from 1. */
static enum rc choose(struct arena *a, const struct question *q, str typed, str *out, struct err *e)
{
	struct buf all = { .a = a };
	int64_t at;

	for (size_t i = 0; i < q->choices.n; i++)
		if (str_eq(q->choices.p[i], typed)) {
			*out = q->choices.p[i];
			return RC_OK;
		}
	if (str_int(typed, &at) && at >= 1 && at <= (int64_t)q->choices.n) {
		*out = q->choices.p[at - 1];
		return RC_OK;
	}
	for (size_t i = 0; i < q->choices.n; i++)
		buf_printf(&all, "%s%zu %.*s", i ? "、" : "", i + 1, STR_FMT(q->choices.p[i]));
	return fail_at(e, "answers", "“%.*s”没有“%.*s”这个选项；有 %.*s", STR_FMT(q->ask), STR_FMT(typed),
		STR_FMT(buf_view(&all)));
}

/* The next of several words with 、 between them. */
static bool next_word(str *rest, str *word)
{
	int at = str_find(*rest, S("、"));

	if (!rest->n)
		return false;
	*word = str_trim(at < 0 ? *rest : str_sub(*rest, 0, (uint32_t)at));
	*rest = at < 0 ? S("") : str_from(*rest, (uint32_t)at + S("、").n);
	return true;
}

/* Several, in the order in which they are written in the survey. */
static enum rc choose_some(struct arena *a, const struct question *q, str typed, str *out, struct err *e)
{
	bool *is = ARENA_ARRAY(a, bool, q->choices.n + 1);
	struct buf b = { .a = a };
	str rest = typed, one, word;

	while (next_word(&rest, &one)) {
		TRY(choose(a, q, one, &word, e));
		for (size_t i = 0; i < q->choices.n; i++)
			is[i] |= str_eq(q->choices.p[i], word);
	}
	for (size_t i = 0; i < q->choices.n; i++)
		if (is[i])
			buf_printf(&b, "%s%.*s", b.n ? "、" : "", STR_FMT(q->choices.p[i]));
	*out = buf_view(&b);
	return RC_OK;
}

static enum rc read_answer(struct arena *a, const struct question *q, str typed, date today, str *out, struct err *e)
{
	int64_t n;
	date d;

	switch (q->kind) {
	case ASKS_CHOICE: return choose(a, q, typed, out, e);
	case ASKS_CHOICES: return choose_some(a, q, typed, out, e);
	case ASKS_NUMBER:
		if (!str_int(typed, &n))
			return fail_at(e, "answers", "“%.*s”要写数字，“%.*s”不是", STR_FMT(q->ask), STR_FMT(typed));
		if (q->most && (n < q->least || n > q->most))
			return fail_at(e, "answers", "“%.*s”要在%lld到%lld之间", STR_FMT(q->ask), (long long)q->least,
				(long long)q->most);
		*out = arena_printf(a, "%lld", (long long)n);
		return RC_OK;
	case ASKS_DATE:
		if (date_parse(typed, today, &d, e) != RC_OK)
			return fail_at(e, "answers", "“%.*s”要写日期，“%.*s”不是", STR_FMT(q->ask), STR_FMT(typed));
		*out = date_text(a, d);
		return RC_OK;
	case ASKS_TEXT: break;
	}
	*out = typed;
	return RC_OK;
}

bool survey_chose(str answer, str choice)
{
	str word;

	while (next_word(&answer, &word))
		if (str_eq(word, choice))
			return true;
	return false;
}

bool survey_asks(const struct survey *s, const str *answer, const struct question *q)
{
	if (!q->when)
		return true;
	for (size_t i = 0; i < q->is.n; i++)
		if (survey_chose(answer[q->when - s->question], q->is.p[i]))
			return survey_asks(s, answer, q->when);
	return false;
}

static enum rc read_line(struct arena *a, const struct survey *s, str line, date today, str *answer, struct err *e)
{
	str rest = line, name;
	size_t i = 0;

	if (!str_has(line, S("=")) || !str_cut(&rest, '=', &name))
		return fail_at(e, "answers", "“%.*s”要写成 题=回答，一题一行", STR_FMT(line));
	name = str_trim(name);
	while (i < s->n && !str_eq(s->question[i].name, name))
		i++;
	if (i == s->n)
		return fail_at(e, "answers", "“%.*s”没有“%.*s”这道题；qinqing survey %.*s 列出全部", STR_FMT(s->title),
			STR_FMT(name), STR_FMT(s->name));
	if (answer[i].n)
		return fail_at(e, "answers", "“%.*s”回答了两遍", STR_FMT(name));
	rest = str_trim(rest);
	return rest.n ? read_answer(a, &s->question[i], rest, today, &answer[i], e) : RC_OK;
}

enum rc survey_read(struct arena *a, const struct survey *s, str text, date today, str *answer, struct err *e)
{
	str line;

	for (size_t i = 0; i < s->n; i++)
		answer[i] = S("");
	while (str_cut(&text, '\n', &line))
		if (str_trim(line).n)
			TRY(read_line(a, s, str_trim(line), today, answer, e));
	for (size_t i = 0; i < s->n; i++)
		if (answer[i].n && !survey_asks(s, answer, &s->question[i]))
			return fail_at(e, "answers", "“%.*s”不用问：前面“%.*s”的回答是“%.*s”；请把这一题空着",
				STR_FMT(s->question[i].ask), STR_FMT(s->question[i].when->ask),
				STR_FMT(answer[s->question[i].when - s->question].n
					? answer[s->question[i].when - s->question] : S("没有回答")));
	return RC_OK;
}

str survey_text(struct arena *a, const struct survey *s, const str *answer)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < s->n; i++)
		if (answer[i].n)
			buf_printf(&b, "%s%.*s=%.*s", b.n ? "\n" : "", STR_FMT(s->question[i].name), STR_FMT(answer[i]));
	return b.n ? buf_view(&b) : S("");
}
