/* ruleset.c - one text of care.yaml with the day it came into force. */
#include "core/records/types.h"

#include "store/store.h"

static const struct field ruleset_fields[] = {
	FIELD(ruleset, 1, name, .label = "文件", .flags = F_COMPUTED),
	FIELD(ruleset, 2, from, .label = "起用", .flags = F_COMPUTED),
	FIELD(ruleset, 3, text, .label = "内容", .flags = F_COMPUTED),
	FIELDS_VOID(990, 991),
};

static bool newest(void *arg, uint64_t id)
{
	*(uint64_t *)arg = id;
	return true;
}

/* Sets come into force in the order they are written; of two sessions that find care.yaml changed, the
 * second finds here that it has been kept already. */
static enum rc ruleset_check(struct check *c, struct err *e)
{
	const struct ruleset *is = (const struct ruleset *)c->is;
	uint64_t last = 0;
	struct rec *r;

	if (c->was)
		return RC_OK;
	TRY(snap_each(c->view, &ruleset_type, 1, newest, &last, e));
	if (!last)
		return RC_OK;
	TRY(snap_get(c->view, c->a, &ruleset_type, last, &r, e));
	if (((const struct ruleset *)r)->from.day < is->from.day)
		return RC_OK;
	return fail(e, RC_CONFLICT, "规则刚被另一处更新过，请再试一次");
}

const struct rec_type ruleset_type = REC_TYPE(ruleset, 7, "规则", .title = "name", .check = ruleset_check);
