/* psych.c - 精神慰藉: talks, scales and referrals; read by their author, the counsellor and the
 * secretary-general only; everybody else sees that there is one and the next day. */
#include "core/records/types.h"

#include "base/str.h"
#include "core/office/means.h"
#include "rec/text.h"

static const struct field psych_fields[] = {
	FIELD(psych, 1, family, .label = "家庭", .of = "family", .sens = 2, .flags = F_REQUIRED),
	FIELD(psych, 2, person, .label = "成员", .of = "person", .sens = 2),
	FIELD(psych, 3, on, .label = "日期", .sens = 1, .flags = F_REQUIRED | F_TODAY | F_PAST,
		.later = "next"),
	FIELD(psych, 4, by, .label = "记录人", .of = "worker", .sens = 1, .flags = F_ME),
	FIELD(psych, 5, form, .label = "形式", .of = "PSY_FORM", .sens = 4),
	FIELD(psych, 6, scale, .label = "量表", .of = "PSY_SCALE", .sens = 4),
	FIELD(psych, 7, score, .label = "得分", .sens = 4),
	FIELD(psych, 8, item9, .label = "第9题得分", .sens = 4, .most = 3,
		.hint = "PHQ-9 第9题；大于0当天要有人跟进"),
	FIELD(psych, 9, band, .label = "程度", .sens = 4, .flags = F_COMPUTED),
	FIELD(psych, 10, level, .label = "风险", .of = "PSY_LEVEL", .sens = 4),
	FIELD(psych, 11, grief_stage, .label = "哀伤", .of = "GRIEF", .sens = 4),
	FIELD(psych, 12, referral, .label = "转介", .of = "REFERRAL", .sens = 4),
	FIELD(psych, 13, next, .label = "下次", .sens = 1),
	FIELD(psych, 14, note, .label = "记录", .sens = 4, .max = 800),
	FIELDS_VOID(990, 991),
};

static const struct index psych_indexes[] = {
	{ .name = "family", .key = { "family", "on" }, .cover = { "level", "next" } },
};

/* Which band of the scale a score falls in: cuts of codes.yaml are the first score of each band
 * above the lowest (PHQ-9: 5 10 15 20). */
static int band_of(const struct code_item *scale, int64_t score)
{
	str rest = code_attr(scale, "cuts"), word;
	int band = 0;
	int64_t cut;

	while (str_word(&rest, &word))
		if (str_int(word, &cut) && score >= cut)
			band++;
	return band;
}

/* The word of that band in a list of one a band: its name, the level of risk; "" where it ends. */
static str band_word(const struct code_item *scale, const char *list, int band)
{
	str rest = code_attr(scale, list), word = { 0 };

	for (int i = 0; i <= band; i++)
		if (!str_word(&rest, &word))
			return (str){ 0 };
	return word;
}

static const struct order psych_order[] = {
	ORDER(on, next, .apart = true),
};

static const struct code_item *scale_of(const struct check *c, const struct psych *p)
{
	return code_find(codebook_find(c->lex->codes, S("PSY_SCALE")), p->scale.key);
}

static bool thinks_of_death(const struct psych *p)
{
	return p->item9.set && p->item9.v > 0;
}

/* What the answers say of the risk; {0}: nothing.  Thoughts of death are no matter of points. */
static code risk_of(const struct check *c, const struct psych *p)
{
	const struct code_item *scale = scale_of(c, p);

	if (thinks_of_death(p))
		return code_meant(c->lex->codes, MEANS_RISK_HIGH);
	if (!p->score.set || !scale || !code_attr(scale, "cuts").n)
		return (code){ 0 };
	return (code){ band_word(scale, "levels", band_of(scale, p->score.v)) };
}

/* A risk that followed from the answers follows when they are put right; one that somebody set is theirs, but for
 * thoughts of death. */
static void set_risk(struct check *c, struct psych *p)
{
	const struct psych *was = WAS(c, psych);
	code said = risk_of(c, p);
	bool followed = was && str_eq(was->level.key, risk_of(c, was).key) && str_eq(p->level.key, was->level.key);

	if (!p->level.key.n || followed || thinks_of_death(p))
		p->level = said;
}

static enum rc psych_check(struct check *c, struct err *e)
{
	struct psych *p = IS(c, psych);
	const struct code_item *scale = scale_of(c, p);
	int64_t most = 0;

	TRY(person_family(c, p->person, &p->family, e));
	TRY(person_lived(c, &psych_type, p->person, p->on, "on", e));
	set_risk(c, p);
	p->band = (str){ 0 };
	if (!p->score.set || !scale || !code_attr(scale, "cuts").n)
		return RC_OK;
	if (!str_int(code_attr(scale, "most"), &most) || p->score.v < 0 || p->score.v > most)
		return fail_at(e, "score", "%.*s 的得分要在0到%lld之间", STR_FMT(scale->name),
			(long long)most);
	p->band = band_word(scale, "bands", band_of(scale, p->score.v));
	return RC_OK;
}

const struct rec_type psych_type = REC_TYPE(psych, 18, "心理记录", .indexes = psych_indexes,
	.nindexes = COUNT(psych_indexes), .orders = psych_order, .norders = COUNT(psych_order),
	.owner = "family", .title = "on", .duty = "psych",
	.check = psych_check);
