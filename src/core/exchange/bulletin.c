/* bulletin.c - what bulletin.h says: the items, a look at each for what is private, and the pages. */
#include "core/exchange/bulletin.h"

#include "core/exchange/html.h"
#include "core/exchange/private.h"
#include "core/office/means.h"
#include "core/read/may.h"
#include "core/read/reach.h"
#include "core/records/organisation.h"
#include "rec/ident.h"

#include <stdlib.h>

enum part { NOTICES, PLANNED, HELD, POLICIES, HOTLINES, PARTS };
struct item { enum part part; const struct rec_type *type; uint64_t id; date on; str title, under, text; };
struct bulletin {
	struct session *s;
	struct arena *a;
	date today;
	struct { VEC(struct item); } all;
};

static struct item *add(struct bulletin *b, enum part part, const struct rec_type *t, const struct rec *r, date on)
{
	struct item *it = vec_add(b->a, &b->all);

	*it = (struct item){ .part = part, .type = t, .id = r->id, .on = on };
	return it;
}

static str unit_name(struct bulletin *b, uint64_t org)
{
	const struct org *o = peek_org(b->s, b->a, org);

	return o ? o->name : S("");
}

/* ---- what there is ---------------------------------------------------------------------------------------- */

static void take_notice(struct bulletin *b, const struct rec *r)
{
	const struct notice *n = (const struct notice *)r;
	const struct codebook *book = &b->s->office->codes;
	struct item *it;

	if (!notice_in_force(n, b->today))
		return;
	it = add(b, code_means(book, n->kind, MEANS_NOTICE_POLICY) ? POLICIES
		: code_means(book, n->kind, MEANS_NOTICE_HOTLINE) ? HOTLINES : NOTICES, &notice_type, r, n->from);
	it->title = n->title;
	it->text = n->text.s;
	it->under = unit_name(b, n->node.id);
}

/* What was called off is not announced; of what was held, how many came and nothing of who they were. */
static void take_activity(struct bulletin *b, const struct rec *r)
{
	const struct activity *act = (const struct activity *)r;
	const struct codebook *book = &b->s->office->codes;
	const struct venue *v = (const struct venue *)peek(b->s, b->a, &venue_type, act->place.id);
	bool held = act->on.day < b->today.day;
	struct item *it;
	struct buf text = { .a = b->a };

	if (act->cancelled.day || act->on.day < period_of(PERIOD_YEAR, 0, b->today).first.day)
		return;
	it = add(b, held ? HELD : PLANNED, &activity_type, r, act->on);
	it->title = act->title;
	it->under = unit_name(b, act->org.id);
	buf_str(&text, code_name(codebook_find(book, S("SIX_TASK")), act->task.key));
	if (v || act->venue.n)
		buf_printf(&text, "　地点：%.*s", STR_FMT(v ? v->name : act->venue));
	if (held && act->people.v)
		buf_printf(&text, "　%d人次", (int)act->people.v);
	it->text = buf_view(&text);
}

static void take_policy(struct bulletin *b, const struct rec *r)
{
	const struct policy *p = (const struct policy *)r;
	struct item *it;

	if (p->from.day > b->today.day || (p->to.day && p->to.day < b->today.day))
		return;
	it = add(b, POLICIES, &policy_type, r, p->from);
	it->title = p->name;
	it->under = p->insurer;
	it->text = p->hotline.s.n ? arena_printf(b->a, "报案电话：%.*s", STR_FMT(phone_text(b->a, p->hotline.s))) : S("");
}

static void take_org(struct bulletin *b, const struct rec *r)
{
	const struct org *o = (const struct org *)r;
	struct item *it;

	if (!o->phone.s.n || o->successor.id || (o->valid_to.day && o->valid_to.day <= b->today.day))
		return;
	it = add(b, HOTLINES, &org_type, r, (date){ 0 });
	it->title = o->name;
	it->under = o->address;
	it->text = phone_text(b->a, o->phone.s);
}

static const struct { const struct rec_type *type; void (*take)(struct bulletin *, const struct rec *); } kinds[] = {
	{ &notice_type, take_notice }, { &activity_type, take_activity }, { &policy_type, take_policy },
	{ &org_type, take_org },
};

static enum rc gather(struct bulletin *b, struct err *e)
{
	for (size_t i = 0; i < COUNT(kinds); i++) {
		const struct rec_type *t = type_of(b->s, kinds[i].type);
		struct cursor c;
		const struct rec *r;
		enum rc rc;

		TRY(cursor_open(b->s->view, b->a, &(struct walk){ .type = t }, &c, e));
		while ((rc = cursor_next(&c, &r, e)) == RC_OK)
			if (!rec_voided(r) && reach_of(b->s, t, r) < REACH_OUTSIDE)
				kinds[i].take(b, rec_dup(b->a, t, r));
		TRY_END(rc);
	}
	return RC_OK;
}

static enum rc look_through(struct bulletin *b, struct err *e)
{
	struct private private;

	TRY(private_load(b->s, b->a, &private, e));
	for (size_t i = 0; i < b->all.n; i++) {
		const struct item *it = &b->all.p[i];
		const str said[] = { it->title, it->under, it->text };

		for (size_t k = 0; k < COUNT(said); k++) {
			str what = private_in(&private, b->a, said[k]);

			if (what.n)
				return fail(e, RC_INVALID, "%s“%.*s”（%s:%llu）里的“%.*s”和一户家庭或一位会员的姓名、电话或住址相同，"
					"不能公布：请改了再来", it->type->label, STR_FMT(it->title), it->type->name,
					(unsigned long long)it->id, STR_FMT(what));
		}
	}
	return RC_OK;
}

/* ---- pages ------------------------------------------------------------------------------------------------ */

static void html(struct buf *b, str text)
{
	str line;

	for (bool first = true; str_cut(&text, '\n', &line); first = false) {
		buf_str(b, first ? S("") : S("<br/>"));
		html_text(b, line);
	}
}

static const char *const part_titles[PARTS] = {
	[NOTICES] = "通知公告", [PLANNED] = "近期活动", [HELD] = "今年开展的活动", [POLICIES] = "政策和保障", [HOTLINES] = "联系我们",
};
static const struct { const char *file, *title; enum part part[PARTS]; size_t n; } pages[] = {
	{ "index.html", "首页", { NOTICES, PLANNED }, 2 }, { "activities.html", "活动", { PLANNED, HELD }, 2 },
	{ "policies.html", "政策和热线", { POLICIES, HOTLINES }, 2 },
};
_Static_assert(COUNT(pages) + 1 == BULLETIN_PAGES, "and the style sheet");

static const char style[] =
	"body{margin:0 auto;max-width:44rem;padding:0 1rem 2rem;font:1rem/1.7 sans-serif;color:#222;background:#fff}\n"
	"header{border-bottom:2px solid #a33}\nh1{font-size:1.4rem;margin:1rem 0 .3rem}\n"
	"h2{font-size:1.15rem;margin:1.5rem 0 .5rem}\nh3{font-size:1rem;margin:1rem 0 0}\np{margin:.2rem 0;overflow-wrap:anywhere}\n"
	"nav a{display:inline-block;padding:.5rem 1rem .5rem 0;color:#a33}\n.under,footer{color:#555;font-size:.9rem}\n"
	"@media print{nav{display:none}body{max-width:none}article{break-inside:avoid}}\n";

/* What is to come stands in the order in which it comes, the rest the newest first. */
static int by_day(const void *x, const void *y)
{
	const struct item *a = x, *b = y;
	int sign = a->part == PLANNED ? 1 : -1;

	if (a->part != b->part)
		return a->part < b->part ? -1 : 1;
	if (a->on.day != b->on.day)
		return a->on.day < b->on.day ? -sign : sign;
	return a->id < b->id ? -1 : a->id > b->id;
}

static void show_item(struct bulletin *b, struct buf *out, const struct item *it)
{
	buf_str(out, S("<article><h3>"));
	html(out, it->title);
	buf_str(out, S("</h3><p class=\"under\">"));
	if (it->on.day)
		html(out, date_text(b->a, it->on));
	buf_str(out, it->on.day && it->under.n ? S("　") : S(""));
	html(out, it->under);
	buf_str(out, S("</p><p>"));
	html(out, it->text);
	buf_str(out, S("</p></article>\n"));
}

static void show_part(struct bulletin *b, struct buf *out, enum part part)
{
	bool any = false;

	buf_printf(out, "<section><h2>%s</h2>\n", part_titles[part]);
	for (size_t i = 0; i < b->all.n; i++)
		if (b->all.p[i].part == part) {
			show_item(b, out, &b->all.p[i]);
			any = true;
		}
	buf_str(out, any ? S("</section>\n") : S("<p>暂时没有。</p></section>\n"));
}

static str page(struct bulletin *b, size_t at)
{
	struct buf out = { .a = b->a };

	buf_str(&out, S("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"/>"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>"
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'\"/><title>"));
	html(&out, b->s->office->name);
	buf_printf(&out, " %s</title><link rel=\"stylesheet\" href=\"style.css\"/></head>\n<body><header><h1>", pages[at].title);
	html(&out, b->s->office->name);
	buf_str(&out, S("</h1><nav>"));
	for (size_t i = 0; i < COUNT(pages); i++)
		buf_printf(&out, "<a href=\"%s\">%s</a>", pages[i].file, pages[i].title);
	buf_str(&out, S("</nav></header>\n<main>\n"));
	for (size_t i = 0; i < pages[at].n; i++)
		show_part(b, &out, pages[at].part[i]);
	buf_printf(&out, "</main>\n<footer><p>更新于 %.*s</p></footer></body></html>\n", STR_FMT(date_text(b->a, b->today)));
	return buf_view(&out);
}

static enum rc make(struct bulletin *b, struct bulletin_page *out, struct err *e)
{
	TRY(rights_may_export(b->s, e));
	if (!b->s->me.admin && !b->s->role->supervises)
		return fail(e, RC_DENIED, "网上公布要由主管来做，%.*s不能；请找街道主管", STR_FMT(b->s->me.name));
	TRY(gather(b, e));
	TRY(look_through(b, e));
	if (b->all.n > 1)
		qsort(b->all.p, b->all.n, sizeof *b->all.p, by_day);
	for (size_t i = 0; i < COUNT(pages); i++)
		out[i] = (struct bulletin_page){ pages[i].file, page(b, i) };
	out[COUNT(pages)] = (struct bulletin_page){ "style.css", str_of(style) };
	return RC_OK;
}

enum rc bulletin_make(struct session *s, struct arena *a, struct bulletin_page out[BULLETIN_PAGES], struct err *e)
{
	struct bulletin b = { .s = s, .a = a, .today = session_today(s) };

	TRY(enter(s, e));
	TRY(leave_with(s, make(&b, out, e), e));
	return session_log(s, S("export"), S("网上公告"), NULL, 0, e);
}
