/* list_act.c - what is done with the rows of a list: reminders dealt with, families handed over, two
 * files joined, boards looked at to the right and month by month. */
#include "ui/acts/acts.h"

#include "core/lists/rows.h"
#include "core/office/means.h"
#include "ui/views/list.h"

/* ---- reminders and handover ------------------------------------------------------------------- */

static const struct choice deals[] = { { 'd', "已办" }, { 'n', "不需要" }, { 'l', "家庭不愿意" },
	{ 'q', "先不处理" } };

static code state_of(struct ui *ui, uint32_t key)
{
	const struct codebook *book = &session_office(ui->s)->codes;

	return key == 'l' ? code_meant(book, MEANS_UNWANTED)
		: key == 'd' ? (code){ code_usual(codebook_find(book, S("WAIVER_STATE"))) }
			     : code_meant(book, MEANS_NOT_NEEDED);
}

static void answer_deal(struct view *v, uint32_t key)
{
	const struct row *r = list_selected(list_of(v));
	struct err e = { 0 };

	if (key == 'q' || !r)
		return;
	if (session_waive(v->ui->s, (const struct due_row *)r->rec, state_of(v->ui, key), &e) != RC_OK)
		ui_fail(v->ui, &e);
	else
		ui_say(v->ui, INK_NOTICE, "%s", tr("已处理；u 可以撤销"));
}

/* In one way at least; what is said is why it cannot be done with. */
static enum rc may_deal(struct view *v, const struct bind *b, struct err *e)
{
	const struct row *r = list_selected(list_of(v));
	enum rc rc = RC_OK;

	(void)b;
	for (size_t i = COUNT(deals) - 1; r && i-- > 0;) {
		rc = session_may_waive(v->ui->s, (const struct due_row *)r->rec,
			state_of(v->ui, deals[i].key), e);
		if (rc != RC_DENIED)
			return rc;
	}
	return rc;
}

static void do_deal(struct view *v, const struct bind *b)
{
	(void)b;
	if (list_selected(list_of(v)))
		ask_open(v, str_of(tr("这条提醒怎么处理？")), deals, COUNT(deals), answer_deal);
}

static const struct choice yes_accept[] = { { 'y', "接收" }, { 'n', "不接收" } };

/* The tagged families, or the selected one. */
static struct handover handing(const struct list *l, uint64_t to)
{
	size_t n = l->tags.n ? l->tags.n : 1;
	uint64_t *family = ARENA_ARRAY(&l->v.ui->event, uint64_t, n);

	family[0] = list_selected(l)->id;
	for (size_t i = 0; i < l->tags.n; i++)
		family[i] = l->tags.p[i].id;
	return (struct handover){ .from = l->about, .to = to, .on = session_today(l->v.ui->s),
		.family = family, .n = n };
}

static enum rc may_hand_over(struct list *l, uint64_t to, struct err *e)
{
	struct handover h;

	if (!list_selected(l))
		return RC_OK;
	h = handing(l, to);
	return session_may_hand_over(l->v.ui->s, &h, e);
}

/* They go to somebody else in one commit. */
static void hand_over(struct list *l, uint64_t to, enum means reason)
{
	struct ui *ui = l->v.ui;
	struct handover h = handing(l, to);
	struct err e = { 0 };
	size_t moved;

	h.reason = code_meant(&session_office(ui->s)->codes, reason).key;
	if (session_handover(ui->s, &ui->event, &h, &moved, &e) != RC_OK)
		ui_fail(ui, &e);
	else
		ui_say(ui, INK_NOTICE, "%s %zu %s", tr("已交接"), moved, tr("户；请逐户告知家庭并换发知情卡"));
	l->tags.n = 0;
	list_reload(l);
}

static void answer_accept(struct view *v, uint32_t key)
{
	if (key == 'y' && list_selected(list_of(v)))
		hand_over(list_of(v), session_me(v->ui->s)->worker, MEANS_NEW_JOB);
}

static enum rc may_accept(struct view *v, const struct bind *b, struct err *e)
{
	uint64_t me = session_me(v->ui->s)->worker;

	(void)b;
	if (!me)
		return fail(e, RC_DENIED, "要以接收人的身份登录才能接收；管理员请用 qinqing handover");
	return may_hand_over(list_of(v), me, e);
}

static void do_accept(struct view *v, const struct bind *b)
{
	(void)b;
	if (list_selected(list_of(v)))
		ask_open(v, str_of(tr("接收选中的家庭？从今天起由我联系，原来的安排保留到昨天。")),
			yes_accept, COUNT(yes_accept), answer_accept);
}

/* ---- giving families to somebody, and joining two files of one ------------------------------------ */

static void answer_give(struct view *v, const struct option *o, size_t n)
{
	if (n && list_selected(list_of(v)))
		hand_over(list_of(v), o->id, MEANS_LOAD);
}

static enum rc may_give(struct view *v, const struct bind *b, struct err *e)
{
	(void)b;
	return may_hand_over(list_of(v), 0, e);
}

/* The supervisor's way: the tagged families, in one commit, to whom they choose. */
static void do_give(struct view *v, const struct bind *b)
{
	(void)b;
	if (list_selected(list_of(v)))
		choose_record(v, str_of(tr("交给谁？")), query_find(S("workers")), 0, S(""), false, answer_give);
}

/* Are two families tagged?  A list of what is wrong has rows of other kinds as well. */
static bool two_families(const struct list *l)
{
	return l->tags.n == 2 && l->tags.p[0].type->tag == family_type.tag &&
	       l->tags.p[1].type == l->tags.p[0].type;
}

static enum rc may_merge(struct view *v, const struct bind *b, struct err *e)
{
	const struct list *l = list_of(v);

	(void)b;
	return two_families(l) ? session_may_merge(v->ui->s, l->tags.p[1].id, l->tags.p[0].id, e) : RC_OK;
}

static void do_merge(struct view *v, const struct bind *b)
{
	struct list *l = list_of(v);

	(void)b;
	if (two_families(l)) {
		merge_open(v->ui, l->tags.p[0].id, l->tags.p[1].id);
		l->tags.n = 0;
	} else {
		ui_say(v->ui, INK_NOTICE, "%s", tr("并档：先用空格选中留下的那份，再选中要并进来的那份"));
	}
}

/* ---- boards are wider than the screen --------------------------------------------------------- */

static void do_wider(struct view *v, const struct bind *b)
{
	struct list *l = list_of(v);

	(void)b;
	if (l->skip + 2 < v->screen->ncolumns)
		l->skip++;
}

static void do_narrower(struct view *v, const struct bind *b)
{
	(void)b;
	if (list_of(v)->skip)
		list_of(v)->skip--;
	else
		view_leave(v, false);
}

/* ---- boards of another month ------------------------------------------------------------------ */

static void move_month(struct list *l, int by)
{
	struct span now = period_of(PERIOD_MONTH, 0, session_today(l->v.ui->s));
	date at = l->span.first.day ? l->span.first : now.first;

	l->span = period_of(PERIOD_MONTH, 0, date_add_months(at, by));
	if (l->span.first.day > now.first.day) {
		ui_say(l->v.ui, INK_NOTICE, "%s", tr("以后的月份还没有"));
		l->span = now;
	}
	if (l->span.first.day == now.first.day)
		l->span = (struct span){ 0 };
	list_reload(l);
}

static void do_earlier(struct view *v, const struct bind *b)
{
	(void)b;
	move_month(list_of(v), -1);
}

static void do_later(struct view *v, const struct bind *b)
{
	(void)b;
	move_month(list_of(v), 1);
}

/* ---- tasks ------------------------------------------------------------------------------------ */

static const struct choice yes_spread[] = { { 'y', "分解" }, { 'n', "不分解" } };

static void answer_spread(struct view *v, uint32_t key)
{
	const struct row *r = list_selected(list_of(v));
	struct err e = { 0 };
	size_t n;

	if (key != 'y' || !r)
		return;
	if (session_spread(v->ui->s, &v->ui->event, r->id, &n, &e) != RC_OK)
		ui_fail(v->ui, &e);
	else
		ui_say(v->ui, INK_NOTICE, tr("已分解到下面 %zu 处；u 可以撤销"), n);
}

static enum rc may_spread(struct view *v, const struct bind *b, struct err *e)
{
	const struct row *r = list_selected(list_of(v));
	size_t n;

	(void)b;
	return r ? session_may_spread(v->ui->s, r->id, &n, e) : RC_OK;
}

static void do_spread(struct view *v, const struct bind *b)
{
	(void)b;
	if (list_selected(list_of(v)))
		ask_open(v, str_of(tr("把这个任务分解到直接下级，每处一个？")), yes_spread, COUNT(yes_spread),
			answer_spread);
}

/* ---- the days of the association -------------------------------------------------------------- */

static str day_of(struct view *v)
{
	const struct row *r = list_selected(list_of(v));

	return r ? ((const struct campaign_day_row *)r->rec)->name : S("");
}

static const struct choice yes_prepare[] = { { 'y', "准备" }, { 'n', "不准备" } };

static void answer_prepare(struct view *v, uint32_t key)
{
	struct err e = { 0 };
	uint64_t activity;
	size_t steps;

	if (key != 'y' || !list_selected(list_of(v)))
		return;
	if (session_prepare(v->ui->s, &v->ui->event, day_of(v), &activity, &steps, &e) != RC_OK) {
		ui_fail(v->ui, &e);
		return;
	}
	list_reload(list_of(v));
	ui_say(v->ui, INK_NOTICE, tr("已计划活动，布置 %zu 件准备的事；u 可以撤销"), steps);
	ui_open(v->ui, S("activity_form"), activity, 0);
}

static enum rc may_prepare(struct view *v, const struct bind *b, struct err *e)
{
	(void)b;
	return list_selected(list_of(v)) ? session_may_prepare(v->ui->s, day_of(v), e) : RC_OK;
}

static void do_prepare(struct view *v, const struct bind *b)
{
	(void)b;
	if (list_selected(list_of(v)))
		ask_open(v, str_of(tr("计划这一天的活动，并按提前的天数布置准备的事？")), yes_prepare, COUNT(yes_prepare),
			answer_prepare);
}

/* ---- behind a row of sums ------------------------------------------------------------------------ */

/* The code that the row is about; "-": it is about what has none; nothing: about all. */
static str code_of(const struct list *l, const struct row *r)
{
	for EACH_FIELD(f, l->page.type) {
		val v = f->kind == K_CODE ? field_get(f, r->rec) : (val){ 0 };

		if (v.set)
			return v.s;
	}
	return r->group.n ? S("") : S("-");
}

static void do_behind(struct view *v, const struct bind *b)
{
	const struct row *r = list_selected(list_of(v));
	const struct screen *s = ui_screen(v->ui, b->screen);
	struct view *next;

	if (!r || !s)
		return;
	next = list_open(v->ui, s, 0, code_of(list_of(v), r));
	list_of(next)->span = list_of(v)->span;
	ui_push(v->ui, next);
}

const struct action list_acts[] = {
	ACT("prepare", "准备", do_prepare, .may = may_prepare, .writes = &activity_type, .needs = &campaign_day_row_type),
	ACT("behind", "名单", do_behind, .opens = OPENS_ALONE),
	ACT("spread", "分解", do_spread, .may = may_spread, .writes = &task_type, .rows = &task_type),
	ACT("deal", "处理", do_deal, .may = may_deal, .rows = &family_type, .needs = &due_row_type),
	ACT("accept", "接收", do_accept, .may = may_accept, .rows = &family_type, .about = "worker"),
	ACT("give", "交给别人", do_give, .may = may_give, .writes = &assignment_type,
		.rows = &family_type, .about = "worker"),
	ACT("merge", "并档", do_merge, .may = may_merge, .writes = &family_type, .rows = &family_type),
	ACT("export", "导出", do_export, .may = may_export),
	ACT("wider", "往右看", do_wider, .moves = true),
	ACT("narrower", "往左看", do_narrower, .moves = true),
	ACT("earlier", "上个月", do_earlier),
	ACT("later", "下个月", do_later),
	{ 0 },
};
