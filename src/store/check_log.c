/* check_log.c - the log: nothing missing, its chain whole, and what it says was written is there. */
#include "store/check_impl.h"
#include "store/counter.h"
#include "store/salvage.h"

#include "base/str.h"

#include <inttypes.h>

enum rc is_gone(struct recount *r, const struct rec_type *t, uint64_t id, uint64_t after, bool *gone, struct err *e)
{
	struct entry **all;
	size_t n;

	*gone = false;
	TRY(snap_history(r->sn, &r->a, t, id, &all, &n, e));
	for (size_t i = 0; i < n && all[i]->r.id > after; i++)
		*gone |= all[i]->was.b.n && !all[i]->is.b.n;
	return RC_OK;
}

/* A salvage notes which entries it could not save: "12-15". */
static void hear_salvage(struct recount *r, const struct entry *en)
{
	str rest = en->part, first;
	int64_t from, to;

	if (str_is(en->act.key, SALVAGE) && str_cut(&rest, '-', &first) && str_int(first, &from) && str_int(rest, &to))
		*vec_add(&r->all, &r->lost) = (struct lost){ (uint64_t)from, (uint64_t)to };
}

static enum rc hear_salvages(struct recount *r, struct err *e)
{
	val who = { true, 0, S("qinqing") };
	struct cursor c;
	const struct rec *rec;
	struct entry *en;
	enum rc rc;

	TRY(cursor_open(r->sn, &r->a, &(struct walk){ .type = &entry_type, .index = "who", .prefix = &who, .nprefix = 1 }, &c,
		e));
	while ((rc = cursor_next(&c, &rec, e)) == RC_OK) {
		rc = snap_entry(r->sn, &r->a, rec->id, &en, e);
		if (rc != RC_OK)
			break;
		hear_salvage(r, en);
	}
	cursor_close(&c);
	TRY_END(rc);
	return RC_OK;
}

static bool known_lost(const struct recount *r, uint64_t n)
{
	for (size_t i = 0; i < r->lost.n; i++)
		if (r->lost.p[i].first <= n && n <= r->lost.p[i].last)
			return true;
	return false;
}

/* What the log says was written is there, unless the log also says that it was removed. */
static enum rc check_presence(struct recount *r, const struct rec_type *t, const struct entry *en,
	struct err *e)
{
	uint64_t id = (uint64_t)en->rec_id.v;
	struct rec *rec;
	bool gone;

	TRY(see_number(r, counter_of_ids(&r->a, t), id, e));
	if (!en->is.b.n || snap_get(r->sn, &r->a, t, id, &rec, e) != RC_NOT_FOUND)
		return RC_OK; /* a damaged one has been told of */
	TRY(is_gone(r, t, id, en->r.id, &gone, e));
	if (!gone)
		complain(r, "日志第%" PRIu64 "条写下的 %s:%" PRIu64 " 不见了", en->r.id, t->name, id);
	return RC_OK;
}

static void check_entry(struct recount *r, const struct entry *previous, struct entry *en)
{
	const struct rec_type *t = en->type.n ? type_named(r->sn, en->type) : NULL;
	struct err e;

	if ((previous || en->r.id == 1) && !log_chain_holds(&r->a, previous, en))
		complain(r, "日志第%" PRIu64 "条的链断了：它或它前面的内容被改过", en->r.id);
	check_entries(r, &entry_type, &en->r);
	if (t && en->rec_id.v && check_presence(r, t, en, &e) != RC_OK)
		complain(r, "日志第%" PRIu64 "条核对不了：%s", en->r.id, e.msg);
}

void check_log(struct recount *r)
{
	struct arena keep[2] = { { 0 }, { 0 } };
	struct entry *previous = NULL;
	uint64_t last;
	struct err e;

	if (snap_last_entry(r->sn, &last, &e) != RC_OK) {
		complain(r, "日志读不出来：%s", e.msg);
		return;
	}
	if (hear_salvages(r, &e) != RC_OK)
		complain(r, "日志读不出来：%s", e.msg);
	for (uint64_t n = 1; n <= last; n++) {
		struct arena *a = &keep[n & 1];
		struct entry *en;
		enum rc rc;

		arena_reset(a);
		rc = snap_entry(r->sn, a, n, &en, &e);
		if (rc == RC_OK)
			check_entry(r, previous, en);
		else if (rc != RC_NOT_FOUND || !known_lost(r, n))
			complain(r, rc == RC_NOT_FOUND ? "日志中间缺了一条：第%" PRIu64 "条"
						       : "日志第%" PRIu64 "条读不出来", n);
		previous = rc == RC_OK ? en : NULL;
		arena_reset(&r->a);
	}
	arena_free(&keep[0]);
	arena_free(&keep[1]);
}
