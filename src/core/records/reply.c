/* reply.c - 问卷答复: what a family answered to a survey, or what is known of it without a knock at its door. */
#include "core/records/types.h"

#include "rec/text.h"
#include "store/store.h"

static const struct field reply_fields[] = {
	FIELD(reply, 1, family, .label = "家庭", .of = "family", .sens = 2, .flags = F_REQUIRED),
	FIELD(reply, 2, survey, .label = "问卷", .flags = F_REQUIRED, .max = 40, .hint = "写名称：qinqing survey 列出全部"),
	FIELD(reply, 3, title, .label = "标题", .flags = F_COMPUTED),
	FIELD(reply, 4, source, .label = "怎么知道的", .of = "REPLY_SOURCE", .sens = 1, .flags = F_REQUIRED | F_USUAL),
	FIELD(reply, 5, on, .label = "日期", .sens = 1, .flags = F_REQUIRED | F_TODAY | F_PAST),
	FIELD(reply, 6, by, .label = "记录人", .of = "worker", .sens = 1, .flags = F_ME),
	FIELD(reply, 7, answers, .label = "回答", .sens = 3, .flags = F_REQUIRED, .max = 4000,
		.hint = "一题一行：题=回答；不用问的空着"),
	FIELDS_VOID(990, 991),
};

static const struct index reply_indexes[] = {
	{ .name = "family", .key = { "family", "on" }, .cover = { "survey" } },
	{ .name = "survey", .key = { "survey", "family" } },
};

/* One a family and survey: what is answered later is written there. */
static enum rc given_twice(struct check *c, const struct reply *r, struct err *e)
{
	const val key[] = { { true, 0, r->survey }, VAL_REF(r->family.id) };
	struct cursor at;
	const struct rec *other;
	enum rc rc;

	TRY(cursor_open(c->view, c->a, &(struct walk){ .type = &reply_type, .index = "survey", .prefix = key,
		.nprefix = COUNT(key) }, &at, e));
	while ((rc = cursor_next(&at, &other, e)) == RC_OK)
		if (other->id != r->r.id)
			return fail_at(e, "survey", "这户已经答过“%.*s”（reply:%llu），请改那一份", STR_FMT(r->title),
				(unsigned long long)other->id);
	TRY_END(rc);
	return RC_OK;
}

static enum rc reply_check(struct check *c, struct err *e)
{
	struct reply *r = IS(c, reply);

	if (!r->survey.n || rec_voided(&r->r))
		return RC_OK;
	if (!c->undoing && c->lex->answers)
		TRY(c->lex->answers(c->lex->ctx, c->a, &r->survey, &r->title, &r->answers.s, e));
	return given_twice(c, r, e);
}

const struct rec_type reply_type = REC_TYPE(reply, 57, "问卷答复", .indexes = reply_indexes,
	.nindexes = COUNT(reply_indexes), .owner = "family", .title = "title", .duty = "visit", .check = reply_check);
