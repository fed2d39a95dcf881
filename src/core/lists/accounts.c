/* accounts.c - who could come in and who is in: accounts with their SSH keys, and the sessions that live. */
#include "core/lists/job.h"
#include "core/read/may.h"
#include "core/read/me.h"
#include "core/records/assignment.h"
#include "store/keys.h"
#include "store/present.h"

static bool barred(struct job *q)
{
	struct err refused = { 0 };

	q->page->barred = rights_duty(q->s, "access", "", &refused) != RC_OK;
	return q->page->barred;
}

/* ---- keys ----------------------------------------------------------------------------------- */

/* The day of the last thing that the log has of a login. */
static enum rc last_seen(struct job *q, str login, date *on)
{
	val who = { true, 0, login };
	struct entry *en;
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	*on = (date){ 0 };
	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = &entry_type, .index = "who", .prefix = &who,
		.nprefix = 1, .backward = true }, &c, q->e));
	rc = cursor_next(&c, &r, q->e);
	if (rc == RC_END)
		return RC_OK;
	TRY(rc);
	cursor_close(&c);
	TRY(snap_entry(q->s->view, q->a, r->id, &en, q->e));
	*on = moment_date(en->at);
	return RC_OK;
}

static void remark(struct job *q, struct key_row *row, const struct worker *w, const struct granted *g)
{
	date today = session_today(q->s);
	int64_t idle = today.day - (row->last.day ? row->last.day : w ? w->on_from.day : today.day);
	int64_t most = q->s->office->dormant_days;
	struct reason say = { 0 };

	if (g && !g->login.n)
		say.text = SAY("手写的一行，不归这里管");
	else if (!w || !worker_in_post(w, (date){ w->on_from.day > today.day ? w->on_from.day : today.day }))
		say.text = SAY("已经没有这个人了，请去掉这把密钥");
	else if (g && g->until.day && g->until.day < today.day)
		say.text = SAY("密钥已过期");
	else if (most && idle > most)
		row->remark = reasons_one(q->a, (struct reason){ .text = SAY("%s天没有用过"),
			.part = SAID(said_num(idle)) });
	else if (!g)
		say.text = SAY("没有密钥");
	if (say.text)
		row->remark = reasons_one(q->a, say);
}

static enum rc tell(struct job *q, str login, const struct worker *w, const struct granted *g)
{
	struct key_row *row;

	if (!job_window(q))
		return RC_OK;
	row = job_row(q, w ? &worker_type : NULL, w ? w->r.id : 0);
	row->login = login;
	row->worker.id = w ? w->r.id : 0;
	if (login.n)
		TRY(last_seen(q, login, &row->last));
	if (g) {
		row->kind = g->key.type;
		row->print = g->login.n ? g->key.print : str_sub(g->line, 0, 40);
		row->device = g->key.comment;
		row->from = g->from;
		row->added = g->added;
		row->until = g->until;
	}
	remark(q, row, w, g);
	return RC_OK;
}

static enum rc tell_keys(struct job *q, const struct granteds *all, str login, const struct worker *w)
{
	bool any = false;

	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->p[i].login, login)) {
			any = true;
			TRY(tell(q, login, w, &all->p[i]));
		}
	/* An account of somebody who has left, and that nothing opens, is none. */
	if (!any && w && (!w->on_to.day || w->on_to.day >= session_today(q->s).day))
		TRY(tell(q, login, w, NULL));
	return RC_OK;
}

enum rc job_keys(struct job *q)
{
	struct granteds all;
	struct cursor c;
	const struct rec *r;
	uint64_t id;
	enum rc rc;

	if (barred(q))
		return RC_OK;
	TRY(keys_read(q->a, q->s->data, &all, q->e));
	TRY(cursor_open(q->s->view, q->a, &(struct walk){ .type = type_of(q->s, &worker_type), .index = "login" },
		&c, q->e));
	while ((rc = cursor_next(&c, &r, q->e)) == RC_OK) {
		const struct worker *w = peek_worker(q->s, q->a, r->id);

		if (w && w->login.n)
			TRY(tell_keys(q, &all, w->login, w));
	}
	TRY_END(rc);
	for (size_t i = 0; i < all.n; i++) {
		id = 0;
		if (all.p[i].login.n)
			TRY(worker_with_login(q->s, q->a, all.p[i].login, &id, q->e));
		if (!id || !peek_worker(q->s, q->a, id))
			TRY(tell(q, all.p[i].login, NULL, &all.p[i]));
	}
	return RC_OK;
}

/* ---- who is in ------------------------------------------------------------------------------ */

enum rc job_sessions(struct job *q)
{
	struct present *p;
	size_t n;

	if (barred(q))
		return RC_OK;
	TRY(present_list(q->a, q->s->data, &p, &n, q->e));
	for (size_t i = 0; i < n; i++) {
		struct session_row *row;
		uint64_t id = 0;

		if (!job_window(q))
			continue;
		TRY(worker_with_login(q->s, q->a, p[i].login, &id, q->e));
		row = job_row(q, id ? &worker_type : NULL, id);
		row->number = (num){ true, p[i].pid };
		row->worker.id = id;
		row->login = p[i].login;
		row->from = p[i].from;
		row->since = p[i].since;
		row->what = p[i].what;
	}
	return RC_OK;
}
