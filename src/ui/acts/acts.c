/* acts.c - what keys can do on every screen, and the tables of what they can do on each kind of it. */
#include "ui/acts/acts.h"

static void do_back(struct view *v, const struct bind *b)
{
	(void)b;
	if (v->below)
		view_leave(v, false);
}

static void do_quit(struct view *v, const struct bind *b)
{
	(void)b;
	view_leave(v, false);
}

static void do_home(struct view *v, const struct bind *b)
{
	(void)b;
	/* Forms ask before they are left; the rest goes at once. */
	for (; v->below; v = v->below)
		if (v->screen && v->screen->kind == SCREEN_FORM)
			return;
	for (v = v->ui->top; v->below; v = v->below)
		view_leave(v, false);
}

static void do_help(struct view *v, const struct bind *b)
{
	(void)b;
	help_open(v->ui, v);
}

static void do_search(struct view *v, const struct bind *b)
{
	(void)b;
	if (v->screen && v->screen->search)
		list_search_anew(v);
	else
		ui_open(v->ui, S("find"), 0, 0);
}

static void do_command(struct view *v, const struct bind *b)
{
	(void)b;
	command_open(v);
}

static void do_go(struct view *v, const struct bind *b)
{
	ui_open(v->ui, b->screen, 0, 0);
}

static void do_month(struct view *v, const struct bind *b)
{
	(void)b;
	month_open(v->ui);
}

static void do_undo(struct view *v, const struct bind *b)
{
	(void)b;
	undo_open(v->ui);
}

static void do_drafts(struct view *v, const struct bind *b)
{
	(void)b;
	drafts_open(v->ui, false);
}

static void do_redraw(struct view *v, const struct bind *b)
{
	struct err e = { 0 };

	(void)b;
	if (v->kind->load && v->kind->load(v, &e) != RC_OK)
		ui_fail(v->ui, &e);
	term_repaint(v->ui->term);
}

static void do_hide(struct view *v, const struct bind *b)
{
	(void)b;
	v->ui->hidden = true;
}

static void do_suspend(struct view *v, const struct bind *b)
{
	struct err e = { 0 };

	(void)b;
	if (session_looks_write(v->ui->s, &e) != RC_OK) /* nobody knows for how long */
		ui_fail(v->ui, &e);
	term_suspend(v->ui->term);
}

static void do_mouse(struct view *v, const struct bind *b)
{
	struct ui *ui = v->ui;

	(void)b;
	ui->mouse = !ui->mouse;
	term_mouse(ui->term, ui->mouse);
	ui_say(ui, INK_NOTICE, "%s", ui->mouse ? tr("鼠标已打开") : tr("鼠标已关闭"));
}

static const struct action common_acts[] = {
	ACT("back", "返回", do_back),
	ACT("home", "回到今日", do_home),
	ACT("quit", "退出", do_quit),
	ACT("help", "帮助", do_help),
	ACT("search", "查找", do_search),
	ACT("command", "命令", do_command),
	ACT("go", "打开", do_go, .opens = OPENS_ALONE),
	ACT("menu", "菜单", menu_open),
	ACT("month", "日历", do_month),
	ACT("undo", "撤销", do_undo),
	ACT("drafts", "草稿", do_drafts),
	ACT("redraw", "重画", do_redraw, .anytime = true),
	ACT("hide", "遮住屏幕", do_hide, .anytime = true),
	ACT("suspend", "挂起", do_suspend),
	ACT("mouse", "鼠标开关", do_mouse),
	{ 0 },
};

const struct acts all_acts = { {
	[SCREEN_LIST] = { list_actions, list_acts, report_acts, reveal_acts, dial_acts, common_acts },
	[SCREEN_CARD] = { card_actions, helper_acts, emergency_acts, reveal_acts, dial_acts, common_acts },
	[SCREEN_FORM] = { form_actions, common_acts },
} };
