/* print.c - the prints there are, what each may name, and how one is made and logged. */
#include "core/exchange/print.h"

#include "base/data.h"
#include "core/exchange/template.h"
#include "core/office/settings.h"
#include "core/read/rights.h"
#include "core/records/organisation.h"

const struct print prints[] = {
	{ "family-file", SAY("家庭档案"), &family_type, false, false },
	{ "person-file", SAY("本人信息查询单"), &person_type, false, true },
	{ "contact-card", SAY("联系知情卡"), &family_type, true, false },
	{ "handover-list", SAY("联系人工作交接清单"), &worker_type, false, false },
	{ "visit-sheet", SAY("走访单"), NULL, false, false },
	{ 0 },
};
const struct print print_of_report = { "report", SAY("报表"), NULL, true, false };

const char *const visit_asks[VISIT_ASKS] = { "mode", "outcome", "body", "mood" };

size_t print_count(void)
{
	return COUNT(prints) - 1;
}

const struct print *print_find(str name)
{
	for (const struct print *p = prints; p->name; p++)
		if (str_is(name, p->name))
			return p;
	return NULL;
}

/* ---- what stands beside the record ------------------------------------------------------------------------ */

enum word { WORD_OFFICE, WORD_TITLE, WORD_TODAY, WORD_BY, WORD_NUMBER, WORD_PURPOSE, WORD_PERIOD, WORD_PAPER,
	WORD_WIDTH, WORD_STYLE, WORDS };
static const char *const word_names[WORDS] = { [WORD_OFFICE] = "office", [WORD_TITLE] = "title", [WORD_TODAY] = "today",
	[WORD_BY] = "by", [WORD_NUMBER] = "number", [WORD_PURPOSE] = "purpose", [WORD_PERIOD] = "period",
	[WORD_PAPER] = "paper", [WORD_WIDTH] = "width",
	[WORD_STYLE] = "style" };
enum { LISTS_MOST = 4, WIDE_COLUMNS = 8, VERY_WIDE_COLUMNS = 20 };

/* The number is known when the print is in the log, and it is in the log when all of it has been written: until
 * then this stands for it, which no text can have in it. */
static const char number_mark[] = "\x01";

/* One place, its words and lists; root: what is beside the record, which stands in place. */
struct root {
	struct tword word[WORDS];
	struct tlist list[LISTS_MOST];
	struct tplace beside, place;
};

static struct tplace words(struct arena *a, const char *const *name, const str *text, size_t n)
{
	struct tword *w = ARENA_ARRAY(a, struct tword, n);

	for (size_t i = 0; i < n; i++)
		w[i] = (struct tword){ name[i], text ? text[i] : S("") };
	return (struct tplace){ .word = w, .nwords = n };
}

static const struct tplace *kept(struct arena *a, struct tplace p)
{
	struct tplace *out = ARENA_NEW(a, struct tplace);

	*out = p;
	return out;
}

static void add_list(struct root *r, const char *name, struct arena *a, struct tplace like, const struct tplace *row,
	size_t n)
{
	r->list[r->beside.nlists++] = (struct tlist){ name, kept(a, like), row, n };
	r->beside.list = r->list;
}

/* The same card twice, a sheet cut in two. */
static void add_copies(struct root *r, struct arena *a)
{
	enum { COPIES = 2 };

	add_list(r, "copies", a, (struct tplace){ 0 }, ARENA_ARRAY(a, struct tplace, COPIES), COPIES);
}

/* What the form of a visit asks, and what can be answered. */
static void add_asks(struct root *r, struct arena *a, const struct office *o)
{
	static const char *const label[] = { "label" }, *const text[] = { "text" };
	const struct rec_type *t = office_own(o, &visit_type);
	struct tplace *row = ARENA_ARRAY(a, struct tplace, VISIT_ASKS);

	for (size_t i = 0; i < VISIT_ASKS; i++) {
		const struct field *f = type_field(t, str_of(visit_asks[i]));
		const struct code_table *choices = codebook_find(&o->codes, str_of(f->of));
		struct tplace *choice = ARENA_ARRAY(a, struct tplace, choices->n + 1);
		struct tlist *list = ARENA_NEW(a, struct tlist);

		for (size_t k = 0; k < choices->n; k++)
			choice[k] = words(a, text, (const str[]){ tr_str(choices->item[k].name) }, 1);
		*list = (struct tlist){ "choices", kept(a, words(a, text, NULL, 1)), choice, choices->n };
		row[i] = words(a, label, (const str[]){ str_of(tr(f->label)) }, 1);
		row[i].list = list;
		row[i].nlists = 1;
	}
	add_list(r, "asks", a, row[0], row, VISIT_ASKS);
}

/* ---- reports ---------------------------------------------------------------------------------------------- */

static const char *const column_words[] = { "title", "kind" }, *const cell_words[] = { "text", "kind" },
	*const check_words[] = { "text" };

static const char *kind_of(const struct field *f)
{
	switch (f ? f->kind : K_TEXT) {
	case K_NUM: case K_MONEY: case K_RATIO: return "number";
	default: return "text";
	}
}

struct columns { const struct export_column *p; size_t n; };

/* Whoever prints a roster of people for others says what for. */
static str cell_text(struct session *s, struct arena *a, const struct printing *x, const struct export_column *c,
	const struct row *r)
{
	str text = c->field ? val_text(session_lex(s), a, c->field, field_get(c->field, r->rec))
			    : session_name(s, a, r->type, r->id);

	return text.n && c->field && template_private(s->office, c->field) && !x->purpose.n ? S("**") : text;
}

static struct tplace report_row(struct session *s, struct arena *a, const struct printing *x, const struct columns *all,
	const struct row *r)
{
	struct tplace *cell = ARENA_ARRAY(a, struct tplace, all->n + 1);
	struct tlist *list = ARENA_NEW(a, struct tlist);

	for (size_t i = 0; r && i < all->n; i++)
		cell[i] = words(a, cell_words, (const str[]){ cell_text(s, a, x, &all->p[i], r),
			str_of(kind_of(all->p[i].field)) }, COUNT(cell_words));
	*list = (struct tlist){ "cells", kept(a, words(a, cell_words, NULL, COUNT(cell_words))), cell, all->n };
	return (struct tplace){ .list = list, .nlists = 1, .type = r ? x->page->type : NULL, .rec = r ? r->rec : NULL,
		.of = r ? r->type : NULL, .id = r ? r->id : 0 };
}

static void add_checks(struct root *root, struct arena *a, const struct printing *x)
{
	struct report_checks all = { 0 };
	struct tplace *row;

	if (x->page)
		report_check(a, x->report, x->page, &all);
	row = ARENA_ARRAY(a, struct tplace, all.n + 1);
	for (size_t i = 0; i < all.n; i++)
		row[i] = words(a, check_words, (const str[]){ all.p[i].text }, 1);
	add_list(root, "checks", a, words(a, check_words, NULL, 1), row, all.n);
}

static enum rc report_columns(struct arena *a, const struct printing *x, struct columns *out, struct err *e)
{
	struct export_column *p;

	if (!x->page)
		return RC_OK;
	TRY(export_columns(a, report_query(a, x->report), x->page->type, S(""), &p, &out->n, e));
	out->p = p;
	return RC_OK;
}

/* s, the report and its page may be missing while a template is judged. */
static enum rc add_report(struct root *r, struct session *s, struct arena *a, const struct printing *x,
	const struct office *o, struct err *e)
{
	size_t n = x->page ? x->page->n : 0;
	struct tplace *row = ARENA_ARRAY(a, struct tplace, n + 1), *column, like = { 0 };
	struct columns all = { 0 };

	TRY(report_columns(a, x, &all, e));
	column = ARENA_ARRAY(a, struct tplace, all.n + 1);
	for (size_t i = 0; i < all.n; i++)
		column[i] = words(a, column_words, (const str[]){ all.p[i].title, str_of(kind_of(all.p[i].field)) },
			COUNT(column_words));
	add_list(r, "columns", a, words(a, column_words, NULL, COUNT(column_words)), column, all.n);
	for (size_t i = 0; i < n; i++)
		row[i] = report_row(s, a, x, &all, &x->page->row[i]);
	like = report_row(s, a, x, &all, NULL);
	if (x->report)
		like.type = query_row(a, o, report_query(a, x->report));
	add_list(r, "rows", a, like, row, n);
	add_checks(r, a, x);
	r->word[WORD_PAPER].text = all.n > WIDE_COLUMNS ? S("A4 landscape") : S("A4");
	r->word[WORD_WIDTH].text = all.n > VERY_WIDE_COLUMNS ? S("wide") : S("");
	return RC_OK;
}

/* ---- a page ----------------------------------------------------------------------------------------------- */

/* r is filled in place: its parts point at one another. */
static enum rc make_root(struct root *r, struct session *s, struct arena *a, const struct office *o,
	const struct printing *x, struct err *e)
{
	*r = (struct root){ 0 };
	for (enum word w = 0; w < WORDS; w++)
		r->word[w] = (struct tword){ word_names[w], S("") };
	r->word[WORD_PAPER].text = S("A4");
	r->beside = (struct tplace){ .word = r->word, .nwords = WORDS };
	if (x->print == &print_of_report)
		TRY(add_report(r, s, a, x, o, e));
	else
		add_copies(r, a);
	add_asks(r, a, o);
	r->place = x->print->about ? template_about(office_own(o, x->print->about)) : (struct tplace){ 0 };
	r->place.up = &r->beside;
	return RC_OK;
}

static void say_words(struct root *r, struct session *s, struct arena *a, const struct printing *x)
{
	/* Escaped like all others: without quotes and angle brackets it says the same. */
	r->word[WORD_STYLE].text = settings_text(a, s->office->dir, S("config/print.css")).text;
	r->word[WORD_OFFICE].text = s->office->name;
	r->word[WORD_TITLE].text = x->report ? tr_str(x->report->title) : str_of(tr(x->print->title));
	r->word[WORD_TODAY].text = date_long(a, session_today(s));
	r->word[WORD_BY].text = s->me.name;
	r->word[WORD_NUMBER].text = str_of(number_mark);
	r->word[WORD_PURPOSE].text = x->purpose;
	r->word[WORD_PERIOD].text = x->span.first.day ? span_text(a, x->span) : S("");
}

static str file_of(struct arena *a, const struct office *o, const struct printing *x)
{
	str own = x->report ? arena_printf(a, "config/prints/%.*s.html", STR_FMT(x->report->name)) : S("");

	return own.n && data_exists(o->dir, own) ? own : arena_printf(a, "config/prints/%s.html", x->print->name);
}

static enum rc all_shown(struct session *s, struct arena *a, const struct rec_type *t, uint64_t id, struct err *e)
{
	struct rec *clear;

	TRY(snap_get(s->view, a, t, id, &clear, e));
	for EACH_FIELD(f, t)
		if (rights_hides(s, a, t, clear, f))
			return fail(e, RC_DENIED, "%.*s看不到“%s”的明文，印不全：给本人的要写全，请由联系人或看得到的主管来印",
				STR_FMT(s->me.name), tr(f->label));
	return RC_OK;
}

/* Beyond one's part of the tree there is whom to call, and nothing to print. */
static enum rc may_print(struct session *s, struct arena *a, const struct print *p, const struct rec_type *t,
	const struct rec *rec, struct err *e)
{
	uint64_t family = rights_family(s, t, rec);

	if (reach_of(s, t, rec) >= REACH_OUTSIDE)
		return fail(e, RC_DENIED, "%s不在%.*s的辖区内，不能打印", t->owner ? "这户" : t->label,
			STR_FMT(s->me.name));
	if (!p->whole)
		return RC_OK;
	TRY(all_shown(s, a, t, rec->id, e));
	return family ? all_shown(s, a, type_of(s, &family_type), family, e) : RC_OK;
}

static enum rc read_about(struct session *s, struct arena *a, struct root *r, const struct printing *x, struct err *e)
{
	const struct rec_type *t = r->place.of;
	struct rec *rec;

	TRY(session_get(s, a, t, x->id, &rec, e));
	TRY(enter(s, e));
	TRY(leave_with(s, may_print(s, a, x->print, t, rec, e), e));
	r->place.rec = rec;
	r->place.id = x->id;
	return RC_OK;
}

static str with_number(struct arena *a, str page, uint64_t number)
{
	struct buf out = { .a = a };
	str piece;

	for (bool first = true; str_cut(&page, number_mark[0], &piece); first = false) {
		if (!first)
			buf_printf(&out, "%llu", (unsigned long long)number);
		buf_str(&out, piece);
	}
	return buf_view(&out);
}

/* The families on the page, but for the one that the first entry names. */
static size_t others(struct tfill *fill, const struct printing *x)
{
	size_t n = 0;

	for (size_t i = 0; i < fill->families.n; i++)
		if (x->print->about != &family_type || fill->families.p[i] != x->id)
			fill->families.p[n++] = fill->families.p[i];
	return n;
}

enum rc print_make(struct session *s, struct arena *a, const struct printing *x, struct exported *out, struct err *e)
{
	struct tfill fill = { .s = s, .a = a, .colleagues = x->colleagues };
	const struct template *t;
	struct buf page = { .a = a };
	struct root root;
	str log;

	if (s->read_only)
		return fail(e, RC_DENIED, "只看不改的时候不能打印：印了什么要记入日志");
	TRY(make_root(&root, s, a, s->office, x, e));
	TRY(template_load(a, s->office, file_of(a, s->office, x), &root.place, x->print->shared, &t, e));
	say_words(&root, s, a, x);
	if (x->print->about)
		TRY(read_about(s, a, &root, x, e));
	TRY(template_fill(&fill, t, &root.place, &page, e));
	log = arena_printf(a, "%.*s%s%.*s", STR_FMT(x->report ? x->report->title : str_of(x->print->title)),
		x->purpose.n ? " 用途：" : "", STR_FMT(x->purpose));
	TRY(session_log_about(s, S("print"), log, x->print->about, x->id, fill.families.p, others(&fill, x), &out->number,
		e));
	out->bytes = with_number(a, buf_view(&page), out->number);
	out->name = export_name(s, a, root.word[WORD_TITLE].text, out->number, "html");
	return RC_OK;
}

/* ---- config check ----------------------------------------------------------------------------------------- */

static const char *near_name(struct arena *a, const struct office *o, str name)
{
	const char *near = str_nearest(name, &prints->name, print_count(), sizeof *prints);
	struct report_names all = report_all(a, o);

	for (size_t i = 0; i < all.n && !near; i++)
		near = str_nearest(name, (const char *[]){ arena_z(a, all.p[i]) }, 1, sizeof(char *));
	return near;
}

str print_problems(struct arena *a, const struct office *o, str file)
{
	str name = str_sub(file, S("config/prints/").n, file.n - S("config/prints/").n - S(".html").n);
	struct printing x = { .print = print_find(name) };
	const char *near;
	struct root root;
	struct err e;

	if (!x.print && str_is(name, print_of_report.name))
		x.print = &print_of_report;
	if (!x.print && report_there(a, o, name)) {
		x.print = &print_of_report;
		if (report_load(a, o, name, &x.report, &e) != RC_OK)
			return S(""); /* the report says so itself */
	}
	if (x.print && make_root(&root, NULL, a, o, &x, &e) == RC_OK)
		return template_problems(a, o, file, &root.place, x.print->shared);
	near = near_name(a, o, name);
	return arena_printf(a, "%.*s: %s%s%s\n", STR_FMT(settings_text(a, o->dir, file).path),
		near ? "没有这种打印件，是不是 " : "没有这种打印件，里面写的不起作用；打印件见 qinqing print", near ? near : "",
		near ? ".html？" : "");
}
