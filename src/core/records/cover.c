/* cover.c - family doctor and green channel: two of the three coverages. */
#include "core/records/types.h"

static const struct field sign_fields[] = {
	FIELD(sign, 1, family, .label = "家庭", .of = "family", .sens = 2, .flags = F_REQUIRED),
	FIELD(sign, 2, person, .label = "成员", .of = "person", .sens = 2,
		.flags = F_REQUIRED | F_DATED),
	FIELD(sign, 3, refused, .label = "本人不愿签", .sens = 2, .flags = F_DATED),
	FIELD(sign, 4, refuse_why, .label = "不愿签原因", .sens = 2, .max = 60),
	FIELD(sign, 5, clinic, .label = "服务中心", .sens = 1, .max = 40),
	FIELD(sign, 6, team, .label = "团队", .sens = 1, .max = 30),
	FIELD(sign, 7, doctor, .label = "医生", .sens = 1, .max = 20),
	FIELD(sign, 8, phone, .label = "医生电话", .sens = 1),
	FIELD(sign, 9, signed_on, .label = "签约日期", .sens = 2, .flags = F_PAST | F_DATED,
		.since = "signed_on"),
	FIELD(sign, 10, expires, .label = "到期日期", .sens = 2, .hint = "不填就是签约后一年", .flags = F_DATED),
	FIELD(sign, 11, last_visit, .label = "最近服务", .sens = 2, .flags = F_PAST),
	FIELD(sign, 12, last_exam, .label = "最近体检", .sens = 2, .flags = F_PAST),
	FIELD(sign, 13, entered, .label = "登记日期", .sens = 1, .flags = F_COMPUTED),
	FIELDS_VOID(990, 991),
};

static const struct index sign_indexes[] = {
	{ .name = "family", .key = { "family", "person", "signed_on" },
		.cover = { "refused", "expires", "last_visit" } },
};

static const struct order sign_order[] = {
	ORDER(signed_on, expires),
	ORDER(signed_on, last_visit),
};

static enum rc sign_check(struct check *c, struct err *e)
{
	struct sign *s = IS(c, sign);

	TRY(person_family(c, s->person, &s->family, e));
	TRY(person_lived(c, &sign_type, s->person, s->signed_on, "signed_on", e));
	if (!c->was)
		s->entered = moment_date(c->now);
	if (s->refused.v == FLAG_YES && s->signed_on.day)
		return fail_at(e, "refused", "“本人不愿签”和签约日期只能填一样");
	if (s->signed_on.day && !s->expires.day)
		s->expires = (date){ date_add_months(s->signed_on, 12).day - 1 };
	return RC_OK;
}

static date said_on(const struct sign *s)
{
	return s->signed_on.day ? s->signed_on : s->entered;
}

const struct sign *sign_last_word(struct rec *const *signs, size_t n, uint64_t person, date on)
{
	const struct sign *last = NULL;

	for (size_t i = 0; i < n; i++) {
		const struct sign *s = (const struct sign *)signs[i];
		int32_t day = said_on(s).day;

		if (s->person.id != person || !day || day > on.day)
			continue;
		if (!last || day > said_on(last).day || (day == said_on(last).day && s->r.id > last->r.id))
			last = s;
	}
	return last;
}

const struct rec_type sign_type = REC_TYPE(sign, 11, "家庭医生签约", .indexes = sign_indexes,
	.nindexes = COUNT(sign_indexes), .orders = sign_order, .norders = COUNT(sign_order),
	.owner = "family", .title = "doctor", .duty = "doctor",
	.check = sign_check);

static const struct field green_fields[] = {
	FIELD(green, 1, family, .label = "家庭", .of = "family", .sens = 2, .flags = F_REQUIRED),
	FIELD(green, 2, person, .label = "成员", .of = "person", .sens = 2,
		.hint = "空着就是全家可用", .flags = F_DATED),
	FIELD(green, 3, hospital, .label = "医院", .sens = 1, .flags = F_REQUIRED, .max = 40),
	FIELD(green, 4, card_no, .label = "卡号", .sens = 2, .max = 30),
	FIELD(green, 5, given, .label = "发放日期", .sens = 1, .flags = F_TODAY | F_PAST | F_DATED,
		.since = "given"),
	FIELD(green, 6, expires, .label = "到期日期", .sens = 1, .flags = F_DATED),
	FIELD(green, 7, contact, .label = "医院联系人", .sens = 1, .max = 20),
	FIELD(green, 8, contact_phone, .label = "医院电话", .sens = 1),
	FIELD(green, 9, used, .label = "使用记录", .sens = 2),
	FIELDS_VOID(990, 991),
};

static const struct index green_indexes[] = {
	{ .name = "family", .key = { "family", "given" }, .cover = { "person", "expires" } },
};

static const struct order green_order[] = {
	ORDER(given, expires),
};

static enum rc green_check(struct check *c, struct err *e)
{
	struct green *g = IS(c, green);

	TRY(person_family(c, g->person, &g->family, e));
	return person_lived(c, &green_type, g->person, g->given, "given", e);
}

const struct rec_type green_type = REC_TYPE(green, 12, "绿色通道", .indexes = green_indexes,
	.nindexes = COUNT(green_indexes), .orders = green_order, .norders = COUNT(green_order),
	.owner = "family", .title = "hospital", .duty = "doctor",
	.check = green_check);
