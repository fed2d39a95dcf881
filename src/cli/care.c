/* care.c - the commands that supervise: who, handover, board, days, eligible, quality. */
#include "cli/print.h"

#include "base/date.h"
#include "base/str.h"
#include "base/tr.h"
#include "core/lists/rows.h"

#include <inttypes.h>

static enum rc day_option(struct cli *c, enum opt o, date usual, date *out, struct err *e)
{
	*out = usual;
	return c->opt[o] ? date_parse(str_of(c->opt[o]), session_today(c->s), out, e) : RC_OK;
}

enum rc cli_period(struct cli *c, struct span *out, struct err *e)
{
	*out = (struct span){ 0 };
	return c->opt[OPT_PERIOD] ? span_parse(str_of(c->opt[OPT_PERIOD]), session_today(c->s), out, e) : RC_OK;
}

static enum rc family_named(struct cli *c, uint64_t *id, struct err *e)
{
	const struct rec_type *t;

	TRY(session_ref(c->s, cli_words(c, 0), &t, id, e));
	if (t->tag != family_type.tag)
		return fail(e, RC_INVALID, "要写一户家庭：档案编号、family:编号或查找的写法");
	return RC_OK;
}

enum rc run_who(struct cli *c, struct err *e)
{
	struct ask a = { .query = query_find(S("who")) };

	TRY(family_named(c, &a.about, e));
	TRY(day_option(c, OPT_ON, session_today(c->s), &a.span.first, e));
	return print_list(c, &a, arena_printf(c->a, "%.*s 这户没有联系人",
		STR_FMT(date_text(c->a, a.span.first))), e);
}

/* ---- handover ------------------------------------------------------------------------------- */

/* --why: one of the reasons for which a contact person changes. */
static enum rc reason_option(struct cli *c, str *key, struct err *e)
{
	const struct rec_type *t = office_type(session_office(c->s), str_of(assignment_type.name));
	val v = { 0 };

	if (c->opt[OPT_WHY])
		TRY(val_parse(session_lex(c->s), c->a, type_field(t, S("reason")),
			str_of(c->opt[OPT_WHY]), &v, e));
	*key = v.s;
	return RC_OK;
}

enum rc run_handover(struct cli *c, struct err *e)
{
	struct ask a = { .query = query_find(S("handover")) };
	struct handover h = { 0 };
	uint64_t *family = ARENA_ARRAY(c->a, uint64_t, c->nargs + 1);
	size_t moved;

	TRY(cli_about(c, "worker", str_of(c->arg[0]), &a.about, e));
	if (!c->opt[OPT_TO])
		return print_list(c, &a, S("这位联系人没有在管的家庭"), e);
	h.from = a.about;
	TRY(cli_about(c, "worker", str_of(c->opt[OPT_TO]), &h.to, e));
	TRY(day_option(c, OPT_ON, session_today(c->s), &h.on, e));
	TRY(reason_option(c, &h.reason, e));
	for (h.n = 0; h.n + 1 < c->nargs; h.n++) {
		const struct rec_type *t;

		TRY(session_ref(c->s, str_of(c->arg[h.n + 1]), &t, &family[h.n], e));
	}
	h.family = family;
	TRY(session_handover(c->s, c->a, &h, &moved, e));
	buf_printf(&c->out, "%s %zu %s\n", tr("已交接"), moved, tr("户；请逐户告知家庭并换发知情卡"));
	return RC_OK;
}

/* ---- one file of two, two of one -------------------------------------------------------------- */

enum rc run_merge(struct cli *c, struct err *e)
{
	const struct rec_type *t;
	uint64_t from, to;
	size_t moved;

	if (!c->opt[OPT_TO])
		return fail(e, RC_INVALID, "要写明并到哪一份：qinqing merge %s --to 梧桐-1", c->arg[0]);
	TRY(family_named(c, &from, e));
	TRY(session_ref(c->s, str_of(c->opt[OPT_TO]), &t, &to, e));
	if (t->tag != family_type.tag)
		return fail(e, RC_INVALID, "--to 要写一户家庭");
	TRY(session_merge(c->s, c->a, from, to, NULL, 0, &moved, e));
	buf_printf(&c->out, "%s %zu %s\n", tr("已并入，移过去"), moved, tr("条记录；qinqing undo 可以分开"));
	return RC_OK;
}

enum rc run_split(struct cli *c, struct err *e)
{
	uint64_t *person = ARENA_ARRAY(c->a, uint64_t, c->nargs), family, made;
	const struct rec_type *t;
	size_t n = 0;

	TRY(session_ref(c->s, str_of(c->arg[0]), &t, &family, e));
	for (size_t i = 1; i < c->nargs; i++)
		TRY(cli_ref(c, str_of(c->arg[i]), &t, &person[n++], e));
	TRY(session_split(c->s, c->a, family, person, n, &made, e));
	buf_printf(&c->out, "family:%" PRIu64 "\n", made);
	return RC_OK;
}

/* ---- boards --------------------------------------------------------------------------------- */

/* Of one unit, where the board has such a list: NAME-of. */
static enum rc board_of(struct cli *c, struct ask *a, struct err *e)
{
	const struct query *of = query_find(arena_printf(c->a, "%s-of", a->query->name));

	if (!of || !of->about)
		return fail(e, RC_INVALID, "看板 %s 后面不写单位，“%.*s”用不上", a->query->name,
			STR_FMT(cli_words(c, 1)));
	a->query = of;
	return cli_about(c, of->about, cli_words(c, 1), &a->about, e);
}

enum rc run_board(struct cli *c, struct err *e)
{
	static const char *const by[] = { "community", "street", "worker" };
	static const struct { const char *name, *by, *query; } boards[] = { /* by NULL: whatever it is */
		{ "organisation", NULL, "organisation" }, { "six-tasks", NULL, "six-tasks" },
		{ "four-entries", NULL, "four-entries" }, { "target-groups", NULL, "target-groups" },
		{ "domains", NULL, "domains" }, { "budget", NULL, "budget" },
		{ "turnover", NULL, "turnover" }, { "ledger", NULL, "ledger" }, { "month", NULL, "month" },
		{ "coverage", "worker", "coverage-workers" }, { "coverage", NULL, "coverage" },
	};
	str how = c->opt[OPT_BY] ? str_of(c->opt[OPT_BY]) : S("community");
	str name = str_of(c->arg[0]);
	bool known = false;
	struct ask a = { 0 };

	for (size_t i = 0; i < COUNT(boards) && !a.query; i++)
		if (str_is(name, boards[i].name) && (!boards[i].by || str_is(how, boards[i].by)))
			a.query = query_find(str_of(boards[i].query));
	if (a.query && c->nargs > 1)
		TRY(board_of(c, &a, e));
	if (!a.query)
		return fail(e, RC_INVALID, "没有看板“%.*s”；有 coverage（三个全覆盖和达标）、month（本月动态）、ledger（经费台账）、organisation（组织）、six-tasks（六项任务）、four-entries（四进）、target-groups（重点人群）、domains（五个领域）、budget（预算）、turnover（队伍变动）",
			STR_FMT(name));
	for (size_t i = 0; i < COUNT(by); i++)
		known |= str_is(how, by[i]);
	if (!known)
		return fail(e, RC_INVALID, "--by 只能是 community、street 或 worker");
	a.line = how;
	cli_order(c, &a);
	TRY(cli_period(c, &a.span, e));
	return print_list(c, &a, S("辖区里还没有家庭"), e);
}

enum rc run_quality(struct cli *c, struct err *e)
{
	return print_list(c, &(struct ask){ .query = query_find(S("quality")) }, S("没有发现问题"), e);
}

/* ---- the association ------------------------------------------------------------------------ */

/* Whose bodies: named, or those of one's own unit, or of the topmost. */
static enum rc council_node(struct cli *c, uint64_t *id, struct err *e)
{
	struct page page;

	if (c->nargs > 1)
		return cli_about(c, "org", cli_words(c, 1), id, e);
	if ((*id = session_me(c->s)->unit))
		return RC_OK;
	TRY(session_list(c->s, c->a, &(struct ask){ .query = query_find(S("orgs")), .n = 1 }, &page, e));
	if (!page.n)
		return fail(e, RC_NOT_FOUND, "还没有组织");
	*id = page.row[0].id;
	return RC_OK;
}

enum rc run_council(struct cli *c, struct err *e)
{
	const struct rec_type *t = office_type(session_office(c->s), str_of(seat_type.name));
	struct ask roster = { .query = query_find(S("council")) }, share;
	struct page page;
	val body;

	TRY(val_parse(session_lex(c->s), c->a, type_field(t, S("body")), str_of(c->arg[0]), &body, e));
	TRY(council_node(c, &roster.about, e));
	TRY(day_option(c, OPT_ON, session_today(c->s), &roster.span.first, e));
	roster.line = body.s;
	cli_order(c, &roster);
	share = roster;
	share.query = query_find(S("shares"));
	share.sort = share.filter = S("");
	if (!c->opt[OPT_JSON]) {
		TRY(session_list(c->s, c->a, &share, &page, e));
		print_page(c, share.query, &page);
		buf_char(&c->out, '\n');
	}
	return print_list(c, &roster, S("这一天没有人在任"), e);
}

enum rc run_prepare(struct cli *c, struct err *e)
{
	uint64_t activity;
	size_t steps;

	TRY(session_prepare(c->s, c->a, str_of(c->arg[0]), &activity, &steps, e));
	buf_printf(&c->out, "activity:%" PRIu64 "\n", activity);
	cli_remark(c, "%s %zu %s", tr("布置了"), steps, tr("件准备的事"));
	return RC_OK;
}

enum rc run_spread(struct cli *c, struct err *e)
{
	uint64_t task;
	size_t n;

	TRY(cli_about(c, "task", str_of(c->arg[0]), &task, e));
	TRY(session_spread(c->s, c->a, task, &n, e));
	buf_printf(&c->out, "%s %zu %s\n", tr("已分解到下面"), n, tr("处"));
	return RC_OK;
}

/* Members and experts who can do something, the nearest to a family first. */
enum rc run_helpers(struct cli *c, struct err *e)
{
	const struct rec_type *t = office_type(session_office(c->s), str_of(member_type.name));
	struct ask a = { .query = query_find(S("helpers")) };
	int64_t limit;
	val skill;

	if (!c->opt[OPT_NEAR])
		return fail(e, RC_INVALID, "要写明离哪一户近：qinqing helpers %s --near 梧桐-1", c->arg[0]);
	TRY(val_parse(session_lex(c->s), c->a, type_field(t, S("skills")), str_of(c->arg[0]), &skill, e));
	TRY(cli_about(c, "family", str_of(c->opt[OPT_NEAR]), &a.about, e));
	TRY(cli_number(c, OPT_LIMIT, 0, LIMIT_MOST, &limit, e));
	a.line = skill.s;
	a.n = (size_t)limit;
	cli_order(c, &a);
	return print_list(c, &a, arena_printf(c->a, "区里还没有会“%s”的会员和专家", c->arg[0]), e);
}

/* ---- days ----------------------------------------------------------------------------------- */

enum { DAYS_AHEAD = 30, DAYS_MOST = 800 };

enum rc run_days(struct cli *c, struct err *e)
{
	struct ask a = { .query = query_find(S("days")) };
	struct page page;

	TRY(day_option(c, OPT_FROM, session_today(c->s), &a.span.first, e));
	TRY(day_option(c, OPT_TO, (date){ a.span.first.day + DAYS_AHEAD }, &a.span.last, e));
	if (a.span.last.day < a.span.first.day || a.span.last.day - a.span.first.day > DAYS_MOST)
		return fail(e, RC_INVALID, "--to 要在 --from 之后，最多%d天", DAYS_MOST);
	if (c->opt[OPT_JSON])
		return print_list(c, &a, S("这段时间没有要关心的日子"), e);
	TRY(session_list(c->s, c->a, &a, &page, e));
	for (size_t i = 0; i < page.n; i++) {
		const struct day_row *d = (const struct day_row *)page.row[i].rec;
		str who = d->family.id ? session_name(c->s, c->a, &family_type, d->family.id) : S("");

		buf_printf(&c->out, "%.*s  %.*s  %.*s%s%.*s\n", STR_FMT(date_long(c->a, d->on)),
			STR_FMT(tr_str(d->label)), STR_FMT(tr_str(d->kind)), who.n ? "  " : "", STR_FMT(who));
	}
	return page.n ? RC_OK : fail(e, RC_NOT_FOUND, "这段时间没有要关心的日子");
}

/* ---- eligible ------------------------------------------------------------------------------- */

enum rc run_eligible(struct cli *c, struct err *e)
{
	const struct code_table *kinds = codebook_find(&session_office(c->s)->codes, S("TEFU_KIND"));
	struct entitled *v;
	uint64_t id;
	size_t n;
	date on;

	TRY(family_named(c, &id, e));
	TRY(day_option(c, OPT_ON, session_today(c->s), &on, e));
	TRY(session_eligible(c->s, c->a, id, on, &v, &n, e));
	for (size_t i = 0; i < n; i++) {
		buf_printf(&c->out, "%.*s  ", STR_FMT(v[i].person->name));
		if (v[i].eligible)
			buf_printf(&c->out, "%s：%.*s %lld%s\n", tr("符合"),
				STR_FMT(tr_str(code_name(kinds, v[i].kind))), (long long)v[i].yuan,
				tr("元/月"));
		else
			buf_printf(&c->out, "%s\n", v[i].unknown ? tr("资料不全，还不能判断") : tr("不符合"));
		for (size_t k = 0; k < v[i].why.n; k++)
			buf_printf(&c->out, "  %s %.*s\n", v[i].why.p[k].holds ? "+" : "-",
				STR_FMT(v[i].why.p[k].text));
	}
	return n ? RC_OK : fail(e, RC_NOT_FOUND, "这户没有登记在世的父母");
}
