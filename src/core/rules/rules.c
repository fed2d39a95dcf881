/* rules.c - rule sets: every text care.yaml has had, with the day it came into force, so that a past
 * month is counted by the rules of its time (domain.md 2.19 RuleSet, AT4). */
#include "core/impl.h"

#include <stdlib.h>

static const struct field ruleset_fields[] = {
	FIELD(ruleset, 1, name, .label = "文件", .flags = F_COMPUTED),
	FIELD(ruleset, 2, from, .label = "起用", .flags = F_COMPUTED),
	FIELD(ruleset, 3, text, .label = "内容", .flags = F_COMPUTED),
	FIELDS_VOID(990, 991),
};

const struct rec_type ruleset_type = REC_TYPE(ruleset, 7, "规则", .title = "name");

struct all { struct session *s; struct ruleset *rule[64]; size_t n; };

static bool take(void *arg, uint64_t id)
{
	struct all *all = arg;
	struct ruleset *r = (struct ruleset *)peek(all->s, all->s->a, &ruleset_type, id);

	if (r && all->n < COUNT(all->rule))
		all->rule[all->n++] = r;
	return all->n < COUNT(all->rule);
}

static int newest_first(const void *x, const void *y)
{
	const struct ruleset *a = *(const struct ruleset *const *)x;
	const struct ruleset *b = *(const struct ruleset *const *)y;

	if (a->from.day != b->from.day)
		return a->from.day > b->from.day ? -1 : 1;
	return a->r.id > b->r.id ? -1 : 1;
}

/* The text in force is not the newest one kept: keep it, from today on. */
static enum rc keep(struct session *s, const struct all *all, str text, struct err *e)
{
	const struct rec_type *t = type_of(s, &ruleset_type);
	struct ruleset *newest = all->n ? all->rule[0] : NULL, *r;
	bool same_day = newest && newest->from.day == session_today(s).day;
	struct op op = { .type = t };

	r = same_day ? (struct ruleset *)rec_dup(s->a, t, &newest->r)
		     : (struct ruleset *)rec_new(s->a, t);
	op.base = same_day ? &newest->r : NULL;
	op.rec = &r->r;
	r->name = S("care.yaml");
	r->from = newest ? session_today(s) : (date){ 0 };
	r->text.s = text;
	s->office->care_from = r->from;
	return commit_ops(s, s->a, &(struct act){ .name = S("config") }, S("规则有变"), &op, 1, e);
}

enum rc rules_open(struct session *s, struct err *e)
{
	struct office *o = s->office;
	str text = office_care_text(s->a, o);
	struct all all = { .s = s };
	size_t from = 0;
	bool current;
	enum rc rc = RC_OK;

	TRY(enter(s, e));
	rc = snap_each(s->view, type_of(s, &ruleset_type), 1, take, &all, e);
	leave(s);
	if (rc != RC_OK)
		return rc;
	if (all.n > 1)
		qsort(all.rule, all.n, sizeof *all.rule, newest_first);
	current = all.n && str_eq(str_trim(all.rule[0]->text.s), str_trim(text));
	if (current) {
		o->care_from = all.rule[0]->from;
		from = 1;
	} else if (!s->read_only) {
		TRY(keep(s, &all, text, e));
		from = all.n && all.rule[0]->from.day == o->care_from.day;
	}
	o->past = ARENA_ARRAY(s->a, struct rules, all.n + 1);
	for (size_t i = from; i < all.n; i++) {
		struct rules *p = &o->past[o->npast++];

		p->from = all.rule[i]->from;
		TRY(office_read_care(s->a, o, S("旧规则 care.yaml"), all.rule[i]->text.s, &p->care, e));
	}
	/* The look-up index keeps due days; other rules, other days. */
	return current || s->read_only || !all.n ? RC_OK : store_reindex(s->store, e);
}
