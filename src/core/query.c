/* query.c - the named lists that screens and the command line may show. */
#include "core/impl.h"

#include <stdlib.h>

/* What a running query fills. */
struct job {
	struct session *s;
	struct arena *a;
	const struct ask *ask;
	struct page *page;
	size_t cap;
	struct err *e;
	enum rc rc;
};

enum { MOST = 100000, TODAY_MOST = 500 };

static struct row *add_row(struct job *q)
{
	struct page *p = q->page;

	if (p->n == q->cap) {
		struct row *more = ARENA_ARRAY(q->a, struct row, q->cap = q->cap * 2 + 32);

		if (p->n)
			memcpy(more, p->row, p->n * sizeof *more);
		p->row = more;
	}
	p->row[p->n] = (struct row){ 0 };
	return &p->row[p->n++];
}

/* Is the next row of the whole list inside the window?  Counts it either way. */
static bool in_window(struct job *q)
{
	size_t at = q->page->total++, n = q->ask->n ? q->ask->n : MOST;

	return at >= q->ask->at && at < q->ask->at + n;
}

static void add_family(struct job *q, uint64_t id)
{
	if (q->rc == RC_OK && in_window(q))
		q->rc = family_row(q->s, q->a, id, add_row(q), NULL, q->e);
}

static enum rc walk(struct job *q, const struct rec_type *t, const char *index, uint64_t about,
	bool backward, bool (*each)(void *, uint64_t, const val *))
{
	val key = { true, (int64_t)about, { 0 } };

	TRY(snap_walk(q->s->view,
		&(struct walk){ .type = type_of(q->s, t), .index = index, .prefix = &key,
			.nprefix = about ? 1 : 0, .backward = backward, .each = each, .arg = q },
		q->e));
	return q->rc;
}

/* A record as a row, masked; NULL when it is gone. */
static struct row *add_record(struct job *q, const struct rec_type *shipped, uint64_t id,
	size_t nfacts, str **fact)
{
	struct rec *r = peek(q->s, q->a, shipped, id);
	struct row *row;

	if (!r)
		return NULL;
	row = add_row(q);
	row->type = type_of(q->s, shipped);
	row->id = id;
	rights_mask(q->s, q->a, row->type, r);
	row->rec = r;
	row->fact = *fact = ARENA_ARRAY(q->a, str, nfacts);
	return row;
}

static str field_text(struct job *q, const struct row *row, const char *field)
{
	const struct field *f = type_field(row->type, str_of(field));

	return val_text(&q->s->lex, q->a, f, field_get(f, row->rec));
}

/* ---- families ------------------------------------------------------------------------------- */

static bool each_family(void *arg, uint64_t id, const val *v)
{
	struct job *q = arg;

	(void)v;
	if (rights_reach(q->s, id) != REACH_OUTSIDE)
		add_family(q, id);
	return q->rc == RC_OK;
}

static enum rc run_families(struct job *q)
{
	return walk(q, &family_type, "file_no", 0, false, each_family);
}

static bool each_assignment_family(void *arg, uint64_t id, const val *v)
{
	struct job *q = arg;
	const val *cover = v + 2; /* behind worker, family: post, family, from, to */
	date today = session_today(q->s);

	(void)id;
	if (cover[2].n <= today.day && (!cover[3].set || cover[3].n >= today.day))
		add_family(q, (uint64_t)cover[1].n);
	return q->rc == RC_OK;
}

static enum rc run_families_of(struct job *q)
{
	return walk(q, &assignment_type, "worker", q->ask->about, false, each_assignment_family);
}

enum { FIND_MOST = 500 };

static enum rc run_find(struct job *q)
{
	size_t n = q->ask->n ? q->ask->n : FIND_MOST;
	struct found found;

	if (q->ask->at + n > FIND_MOST)
		n = q->ask->at < FIND_MOST ? FIND_MOST - q->ask->at : 0;
	TRY(find_families(q->s, q->a, q->ask->line, q->ask->at + n, &found, q->e));
	for (size_t i = q->ask->at; i < found.n && i < q->ask->at + n; i++)
		TRY(family_row(q->s, q->a, found.hit[i].family, add_row(q), NULL, q->e));
	q->page->total = found.total;
	return RC_OK;
}

/* ---- today ---------------------------------------------------------------------------------- */

static const char *const today_groups[] = { "超期", "本周到期", "临近到期", "我的家庭" };

struct todo { struct row row; struct due due; size_t group; };

static int by_place(const void *x, const void *y)
{
	const struct todo *a = x, *b = y;

	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	if (a->due.score != b->due.score)
		return a->due.score > b->due.score ? -1 : 1;
	if (a->due.due.day != b->due.due.day)
		return a->due.due.day < b->due.due.day ? -1 : 1;
	return a->row.id < b->row.id ? -1 : a->row.id > b->row.id;
}

static size_t group_of(const struct due *d, date today)
{
	struct span week = period_of(PERIOD_WEEK, 0, today);

	if (d->state == DUE_OVERDUE)
		return 0;
	if (d->state != DUE_NOT_ASKED && d->state != DUE_MET && d->due.day <= week.last.day)
		return 1;
	return d->state == DUE_SOFT ? 2 : 3;
}

static int by_number(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

	return a < b ? -1 : a > b;
}

/* A worker's day is their own families; whoever has none supervises: everything due below them. */
static enum rc todo_ids(struct job *q, uint64_t **ids, size_t *n)
{
	const uint64_t *mine;
	struct found found;
	size_t nmine;

	rights_mine(q->s, &mine, &nmine);
	if (nmine) {
		*ids = ARENA_ARRAY(q->a, uint64_t, nmine);
		memcpy(*ids, mine, nmine * sizeof **ids);
		*n = nmine;
	} else {
		TRY(find_due(q->s, q->a, TODAY_MOST, &found, q->e));
		*ids = ARENA_ARRAY(q->a, uint64_t, found.n);
		for (*n = 0; *n < found.n; (*n)++)
			(*ids)[*n] = found.hit[*n].family;
	}
	if (*n > 1)
		qsort(*ids, *n, sizeof **ids, by_number);
	return RC_OK;
}

static enum rc run_today(struct job *q)
{
	date today = session_today(q->s);
	struct todo *todo;
	uint64_t *ids;
	size_t n = 0, count = 0;

	TRY(todo_ids(q, &ids, &n));
	todo = ARENA_ARRAY(q->a, struct todo, n);
	for (size_t i = 0; i < n; i++) {
		struct todo *t = &todo[count];

		if (i && ids[i] == ids[i - 1])
			continue; /* both posts of one family */
		TRY(family_row(q->s, q->a, ids[i], &t->row, &t->due, q->e));
		if (((const struct family *)t->row.rec)->closed.day)
			continue;
		t->group = group_of(&t->due, today);
		t->row.group = str_of(tr(today_groups[t->group]));
		count++;
	}
	qsort(todo, count, sizeof *todo, by_place);
	for (size_t i = 0; i < count; i++)
		if (in_window(q))
			*add_row(q) = todo[i].row;
	return RC_OK;
}

/* ---- workers and orgs ----------------------------------------------------------------------- */

static bool count_family(void *arg, uint64_t id, const val *v)
{
	const val *cover = v + 2;

	(void)id;
	*(int *)arg += !cover[3].set;
	return true;
}

enum { WORKER_FAMILIES, WORKER_ORG };
static const char *const worker_facts[] = { "families", "org_name", NULL };

static bool each_worker(void *arg, uint64_t id, const val *v)
{
	struct job *q = arg;
	val key = { true, (int64_t)id, { 0 } };
	int families = 0;
	struct row *row;
	str *fact;

	(void)v;
	if (!in_window(q) || !(row = add_record(q, &worker_type, id, COUNT(worker_facts), &fact)))
		return true;
	q->rc = snap_walk(q->s->view,
		&(struct walk){ .type = type_of(q->s, &assignment_type), .index = "worker",
			.prefix = &key, .nprefix = 1, .each = count_family, .arg = &families },
		q->e);
	fact[WORKER_FAMILIES] = arena_printf(q->a, "%d", families);
	fact[WORKER_ORG] = org_short(q->s, q->a, ((const struct worker *)row->rec)->org.id);
	row->tone = worker_in_post((const struct worker *)row->rec, session_today(q->s)) ? TONE_NONE
											   : TONE_DIM;
	return q->rc == RC_OK;
}

static enum rc run_workers(struct job *q)
{
	return walk(q, &worker_type, "name", 0, false, each_worker);
}

static bool each_org(void *arg, uint64_t id, const val *v)
{
	struct job *q = arg;
	str *fact;

	(void)v;
	if (in_window(q))
		add_record(q, &org_type, id, 1, &fact);
	return true;
}

static enum rc run_orgs(struct job *q)
{
	return walk(q, &org_type, "code", 0, false, each_org);
}

/* ---- what belongs to a family --------------------------------------------------------------- */

enum { MEMBER_AGE, MEMBER_RELATION };
static const char *const member_facts[] = { "age", "relation_text", NULL };

static enum rc list_members(struct job *q, bool dead_too)
{
	struct parts persons;

	if (rights_reach(q->s, q->ask->about) == REACH_OUTSIDE)
		return RC_OK;
	TRY(family_persons(q->s, q->a, q->ask->about, &persons, q->e));
	for (size_t i = 0; i < persons.n; i++) {
		struct row *row;
		str *fact;
		const struct person *p;
		int age;

		if (!dead_too && ((const struct person *)persons.rec[i])->alive.v == FLAG_NO)
			continue;
		if (!in_window(q) || !(row = add_record(q, &person_type, persons.rec[i]->id,
						    COUNT(member_facts), &fact)))
			continue;
		p = (const struct person *)row->rec;
		age = age_at(p->birth, session_today(q->s));
		fact[MEMBER_AGE] = p->alive.v == FLAG_NO ? str_of(tr("已故"))
				   : age >= 0 ? arena_printf(q->a, "%d%s", age, tr("岁")) : S("");
		fact[MEMBER_RELATION] = field_text(q, row, "relation");
		row->tone = p->alive.v == FLAG_NO ? TONE_DIM : TONE_NONE;
	}
	return RC_OK;
}

static enum rc run_members(struct job *q)
{
	return list_members(q, true);
}

/* A child who has died is not what one wants to see first. */
static enum rc run_living(struct job *q)
{
	return list_members(q, false);
}

enum { VISIT_BY, VISIT_MODE_TEXT, VISIT_VOID };
static const char *const visit_facts[] = { "by_name", "mode_text", "void", NULL };

static bool each_visit(void *arg, uint64_t id, const val *v)
{
	struct job *q = arg;
	struct row *row;
	str *fact;

	(void)v;
	if (!in_window(q) || !(row = add_record(q, &visit_type, id, COUNT(visit_facts), &fact)))
		return true;
	fact[VISIT_BY] = field_text(q, row, "by");
	fact[VISIT_MODE_TEXT] = field_text(q, row, "mode");
	if (((const struct visit *)row->rec)->void_why.n) {
		fact[VISIT_VOID] = str_of(tr("已作废"));
		row->tone = TONE_DIM;
	}
	return q->rc == RC_OK;
}

static enum rc run_visits(struct job *q)
{
	if (rights_reach(q->s, q->ask->about) == REACH_OUTSIDE)
		return RC_OK;
	return walk(q, &visit_type, "family", q->ask->about, true, each_visit);
}

enum { POST_WORKER, POST_LIVE };
static const char *const assignment_facts[] = { "worker_name", "live", NULL };

static bool each_assignment(void *arg, uint64_t id, const val *v)
{
	struct job *q = arg;
	date today = session_today(q->s);
	const struct assignment *as;
	struct row *row;
	str *fact;

	(void)v;
	if (!in_window(q) ||
		!(row = add_record(q, &assignment_type, id, COUNT(assignment_facts), &fact)))
		return true;
	as = (const struct assignment *)row->rec;
	fact[POST_WORKER] = field_text(q, row, "worker");
	fact[POST_LIVE] = !as->to.day || as->to.day >= today.day ? str_of(tr("在岗")) : S("");
	row->tone = fact[POST_LIVE].n ? TONE_NONE : TONE_DIM;
	return true;
}

static enum rc run_assignments(struct job *q)
{
	return walk(q, &assignment_type, "family", q->ask->about, false, each_assignment);
}

/* ---- the log -------------------------------------------------------------------------------- */

enum { LOG_WHAT, LOG_ACT };
static const char *const log_facts[] = { "what", "act_text", NULL };

static enum rc run_log(struct job *q)
{
	uint64_t last = snap_last_entry(q->s->view);
	size_t n = q->ask->n ? q->ask->n : 200;

	q->page->total = last;
	if (!q->s->me.admin && !q->s->role)
		return RC_OK;
	for (uint64_t i = q->ask->at; i < q->ask->at + n && i < last; i++) {
		struct entry *en;
		struct row *row;
		str *fact;

		TRY(snap_entry(q->s->view, q->a, last - i, &en, q->e));
		row = add_row(q);
		row->type = &entry_type;
		row->id = en->r.id;
		row->rec = &en->r;
		row->fact = fact = ARENA_ARRAY(q->a, str, COUNT(log_facts));
		fact[LOG_ACT] = tr_str(code_name(codebook_find(&q->s->office->codes, S("AUDIT")),
			en->act.key));
		if (en->type.n && en->rec_id.v)
			fact[LOG_WHAT] = lex_ref_text(q->s, q->a, arena_z(q->a, en->type),
				(uint64_t)en->rec_id.v);
	}
	return RC_OK;
}

/* ---- the table ------------------------------------------------------------------------------ */

static const struct named {
	struct query query;
	enum rc (*run)(struct job *);
} queries[] = {
	{ { "today", "今日", &family_type, NULL, family_facts }, run_today },
	{ { "find", "查找", &family_type, NULL, family_facts }, run_find },
	{ { "families", "全部家庭", &family_type, NULL, family_facts }, run_families },
	{ { "families-of", "联系的家庭", &family_type, "worker", family_facts }, run_families_of },
	{ { "workers", "工作人员", &worker_type, NULL, worker_facts }, run_workers },
	{ { "orgs", "街道社区", &org_type, NULL, NULL }, run_orgs },
	{ { "members-of", "家庭成员", &person_type, "family", member_facts }, run_members },
	{ { "living-of", "在世成员", &person_type, "family", member_facts }, run_living },
	{ { "visits-of", "走访记录", &visit_type, "family", visit_facts }, run_visits },
	{ { "assignments-of", "联系人安排", &assignment_type, "family", assignment_facts },
		run_assignments },
	{ { "log", "操作日志", &entry_type, NULL, log_facts }, run_log },
};

const struct query *const query_table[] = {
	&queries[0].query, &queries[1].query, &queries[2].query, &queries[3].query,
	&queries[4].query, &queries[5].query, &queries[6].query, &queries[7].query,
	&queries[8].query, &queries[9].query, &queries[10].query, NULL,
};
_Static_assert(COUNT(queries) + 1 == COUNT(query_table), "every query is in the public table");

const struct query *query_find(str name)
{
	for (size_t i = 0; query_table[i]; i++)
		if (str_is(name, query_table[i]->name))
			return query_table[i];
	return NULL;
}

enum rc session_list(struct session *s, struct arena *a, const struct ask *ask, struct page *out,
	struct err *e)
{
	struct job q = { .s = s, .a = a, .ask = ask, .page = out, .e = e };
	enum rc rc = RC_NOT_FOUND;

	*out = (struct page){ .at = ask->at };
	session_lex(s);
	TRY(enter(s, e));
	out->tick = snap_tick(s->view);
	for (size_t i = 0; i < COUNT(queries); i++)
		if (ask->query == &queries[i].query)
			rc = queries[i].run(&q);
	leave(s);
	return rc == RC_OK ? q.rc : rc;
}
