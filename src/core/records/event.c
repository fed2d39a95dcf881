/* event.c - 重大情况: accident, illness, hospital, death, nobody answers; who learnt of it when, and how
 * soon somebody was there. */
#include "core/records/types.h"

#include "base/str.h"
#include "core/office/means.h"
#include "rec/text.h"

static const struct field event_fields[] = {
	FIELD(event, 1, family, .label = "家庭", .of = "family", .sens = 2, .flags = F_REQUIRED),
	FIELD(event, 2, person, .label = "成员", .of = "person", .sens = 2),
	FIELD(event, 3, kind, .label = "情况", .of = "EVENT_KIND", .sens = 3, .flags = F_REQUIRED),
	FIELD(event, 4, happened, .label = "发生日期", .sens = 3, .flags = F_TODAY | F_PAST),
	FIELD(event, 5, known_at, .label = "得知时间", .sens = 1, .flags = F_PAST),
	FIELD(event, 6, reported_to, .label = "报告给", .of = "worker", .sens = 1),
	FIELD(event, 7, first_contact, .label = "首次联系", .sens = 1, .flags = F_PAST),
	FIELD(event, 8, first_visit, .label = "首次看望", .sens = 1, .flags = F_PAST),
	FIELD(event, 9, hospital, .label = "医院", .sens = 3, .max = 30),
	FIELD(event, 10, ward, .label = "科室床号", .sens = 3, .max = 10),
	FIELD(event, 11, admit, .label = "入院日期", .sens = 3, .flags = F_PAST),
	FIELD(event, 12, discharge, .label = "出院日期", .sens = 3, .flags = F_PAST),
	FIELD(event, 13, alarm, .label = "失联警报", .sens = 1, .flags = F_COMPUTED),
	FIELD(event, 14, closed, .label = "结束日期", .sens = 1, .flags = F_PAST),
	FIELD(event, 15, outcome, .label = "结果", .of = "EVENT_RESULT", .sens = 2),
	FIELD(event, 16, note, .label = "说明", .sens = 3, .max = 300),
	FIELD(event, 17, open, .label = "未结束", .sens = 1, .flags = F_COMPUTED),
	FIELD(event, 18, cause, .label = "由来", .sens = 3, .flags = F_COMPUTED),
	FIELDS_VOID(990, 991),
};

static const struct index event_indexes[] = {
	{ .name = "family", .key = { "family", "known_at" }, .cover = { "closed", "kind" } },
	{ .name = "known", .key = { "known_at" }, .cover = { "family", "alarm", "first_contact" } },
	{ .name = "open", .key = { "open", "known_at" }, .cover = { "family", "kind" } },
};

static const struct order event_order[] = {
	ORDER(happened, known_at), ORDER(happened, first_contact),
	ORDER(happened, first_visit), ORDER(happened, closed),
	ORDER(admit, discharge),
};

/* How soon somebody was there is counted later on: whoever ends an alarm because they have reached the
 * family has reached it by then, and no end takes away what was noted. */
static enum rc keep_first_contact(struct check *c, struct event *v, struct err *e)
{
	const struct event *was = WAS(c, event);
	const struct codebook *book = c->lex->codes;
	bool reached = code_means(book, v->outcome, MEANS_REACHED) ||
		       code_means(book, v->outcome, MEANS_FOUND_AWAY);

	if (!v->closed.day)
		return RC_OK;
	if (was && was->first_contact.v && !v->first_contact.v)
		return fail_at(e, "first_contact", "首次联系已记为%.*s，结束以后仍要统计，请不要清空",
			STR_FMT(moment_said(c->a, was->first_contact)));
	if (v->alarm.v == FLAG_YES && reached && !v->first_contact.v)
		v->first_contact = v->closed.day < moment_date(c->now).day ? moment_of(v->closed, -1)
									   : c->now;
	return RC_OK;
}

static enum rc event_check(struct check *c, struct err *e)
{
	struct event *v = IS(c, event);
	date today = moment_date(c->now);

	if (!v->known_at.v)
		v->known_at = c->now;
	if (!v->happened.day)
		v->happened = moment_date(v->known_at);
	TRY(person_lived(c, &event_type, v->person, v->happened, "happened", e));
	if (!c->was && !v->admit.day && code_is(code_find(codebook_find(c->lex->codes,
		S("EVENT_KIND")), v->kind.key), "stay"))
		v->admit = v->happened;
	if (v->discharge.day && !v->admit.day)
		return fail_at(e, "admit", "有出院日期就要有入院日期");
	if (v->outcome.key.n && !v->closed.day)
		v->closed = today;
	if (v->closed.day && !v->outcome.key.n)
		return fail_at(e, "outcome", "结束一件重大情况要写明结果");
	TRY(keep_first_contact(c, v, e));
	v->open.v = v->closed.day ? 0 : FLAG_YES;
	return RC_OK;
}

const struct rec_type event_type = REC_TYPE(event, 10, "重大情况", .indexes = event_indexes,
	.nindexes = COUNT(event_indexes), .orders = event_order, .norders = COUNT(event_order),
	.owner = "family", .title = "kind", .duty = "visit",
	.check = event_check);
