/* person.c - 家庭成员: parents, child, grandchild, relatives. */
#include "core/records/types.h"

#include "base/str.h"
#include "core/office/means.h"
#include "core/records/household.h"
#include "core/records/identity.h"
#include "core/records/names.h"
#include "store/store.h"

static const struct field person_fields[] = {
	FIELD(person, 1, family, .label = "家庭", .of = "family", .sens = 2, .flags = F_REQUIRED),
	FIELD(person, 2, name, .label = "姓名", .sens = 2, .flags = F_REQUIRED | F_NAME, .max = 20,
		.weight = 8),
	FIELD(person, 3, py, .label = "拼音首字母", .sens = 2, .max = 20, .hint = "自动生成，多音字可改"),
	FIELD(person, 4, relation, .label = "与户主关系", .of = "RELATION", .sens = 2, .flags = F_DATED),
	FIELD(person, 5, sex, .label = "性别", .of = "SEX", .sens = 2, .weight = 3,
		.hint = "有身份证号时自动填"),
	FIELD(person, 6, id_kind, .label = "证件类型", .of = "ID_KIND", .sens = 2),
	FIELD(person, 7, id_no, .label = "证件号码", .sens = 3, .weight = 10),
	FIELD(person, 8, birth, .label = "出生日期", .sens = 2, .weight = 5, .flags = F_PAST,
		 .hint = "只知道年月也行：1958-03"),
	FIELD(person, 9, birth_lunar, .label = "农历生日", .sens = 2, .hint = "过农历生日的老人：八月十五"),
	FIELD(person, 10, ethnic, .label = "民族", .of = "ETHNIC", .sens = 2),
	FIELD(person, 11, education, .label = "文化程度", .of = "EDU", .sens = 2),
	FIELD(person, 12, marital, .label = "婚姻状况", .of = "MARITAL", .sens = 2, .weight = 4, .flags = F_DATED,
		.since = "marital_date"),
	FIELD(person, 13, marital_date, .label = "婚变日期", .sens = 2, .flags = F_PAST | F_DATED,
		.since = "marital_date"),
	FIELD(person, 14, hukou_kind, .label = "户口性质", .of = "HUKOU", .sens = 2),
	FIELD(person, 15, work_unit, .label = "工作单位", .sens = 2, .max = 40),
	FIELD(person, 16, work_state, .label = "从业状况", .of = "WORK", .sens = 2),
	FIELD(person, 17, party, .label = "政治面貌", .of = "PARTY", .sens = 3, .flags = F_OFF),
	FIELD(person, 18, phone, .label = "电话", .sens = 2),
	FIELD(person, 19, health, .label = "健康状况", .of = "HEALTH", .sens = 3, .weight = 5),
	FIELD(person, 20, diseases, .label = "主要疾病", .sens = 3, .max = 60),
	FIELD(person, 21, self_care, .label = "自理能力", .of = "SELF_CARE", .sens = 3, .weight = 5),
	FIELD(person, 22, disab_cert, .label = "残疾人证号", .sens = 3),
	FIELD(person, 23, disab_kind, .label = "残疾类别", .of = "DISAB_KIND", .sens = 3),
	FIELD(person, 24, disab_grade, .label = "残疾等级", .of = "DISAB_GRADE", .sens = 3, .flags = F_DATED),
	FIELD(person, 25, medical_ins, .label = "医保", .of = "MED_INS", .sens = 2),
	FIELD(person, 26, pension, .label = "养老保险", .of = "PENSION", .sens = 2),
	FIELD(person, 27, te_fu, .label = "特扶对象", .sens = 2),
	FIELD(person, 28, alive, .label = "是否健在", .sens = 2, .flags = F_USUAL | F_DATED,
		.since = "death_date"),
	FIELD(person, 29, death_date, .label = "去世日期", .sens = 2, .flags = F_PAST | F_DATED,
		.since = "death_date"),
	FIELD(person, 30, death_cause, .label = "去世原因", .of = "DEATH_CAUSE", .sens = 3,
		.flags = F_OFF),
	FIELD(person, 31, is_only_child, .label = "独生子女", .sens = 2, .flags = F_DATED),
	FIELD(person, 32, only_child_cert, .label = "独生子女证号", .sens = 2, .max = 30),
	FIELD(person, 33, has_grandchild, .label = "有第三代", .sens = 2),
	FIELD(person, 34, guardian, .label = "监护人", .sens = 3, .max = 40),
	FIELD(person, 35, entered, .label = "登记日期", .sens = 1, .flags = F_COMPUTED),
	FIELDS_VOID(990, 991),
};

static const struct index person_indexes[] = {
	{ .name = "family", .key = { "family", "relation" }, .cover = { "name", "alive" } },
	{ .name = "id_no", .key = { "id_no" }, .cover = { "family", "alive" } },
	{ .name = "name", .key = { "name" }, .cover = { "family", "birth", "alive" } },
	{ .name = "phone", .key = { "phone" }, .cover = { "family" } },
};

static const struct order person_order[] = {
	ORDER(birth, death_date),
	ORDER(birth, marital_date),
	ORDER(marital_date, death_date),
};

/* ---- the same id in two open files ---------------------------------------------------------- */

/* An open file, or one that is being made in this very save. */
static enum rc open_file(struct check *c, uint64_t id, struct family **out, struct err *e)
{
	struct rec *r;
	enum rc rc = snap_get(c->view, c->a, &family_type, id, &r, e);

	*out = rc == RC_OK ? (struct family *)r : NULL;
	if (*out && (rec_voided(r) || (*out)->closed.day))
		*out = NULL;
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

static enum rc twice(struct check *c, const struct family *there, struct err *e)
{
	str label = c->lex->ref_text ? c->lex->ref_text(c->lex->ctx, c->a, "family", there->r.id)
				     : there->file_no;

	return fail_at(e, "id_no", "这个证件号码已登记在另一份档案：%.*s，"
		"一人只能在一份有效档案里；请到那一户核对", STR_FMT(label));
}

enum rc person_once(struct check *c, const struct person *p, uint64_t family, struct err *e)
{
	struct cursor at;
	const struct rec *r;
	enum rc rc;

	if (!p->id_no.s.n || p->alive.v == FLAG_NO)
		return RC_OK;
	TRY(cursor_open(c->view, c->a, &(struct walk){ .type = &person_type, .index = "id_no",
		.prefix = &(val){ true, 0, p->id_no.s }, .nprefix = 1 }, &at, e));
	while ((rc = cursor_next(&at, &r, e)) == RC_OK) {
		const struct person *other = (const struct person *)r;
		struct family *there;
		struct rec *whole;

		if (r->id == p->r.id || other->alive.v == FLAG_NO)
			continue;
		TRY(open_file(c, other->family.id, &there, e));
		if (!there && other->family.id != family)
			continue;
		if (there && there->r.id != p->family.id)
			return twice(c, there, e);
		TRY(snap_get(c->view, c->a, &person_type, r->id, &whole, e));
		return fail_at(e, "id_no", "这一户里%.*s和%.*s的证件号码相同，请核对", STR_FMT(p->name),
			STR_FMT(((struct person *)whole)->name));
	}
	TRY_END(rc);
	return RC_OK;
}

/* What the file says of its member: who is the head, since when somebody else is in it - a member who is
 * added later was not before, the head has been from the beginning; and in one that is closed, a number
 * stands in nobody's way.  A row of a roster is judged before its file is there. */
static enum rc in_file(struct check *c, struct person *p, struct err *e)
{
	struct family *f;
	struct rec *r;
	enum rc rc = snap_get(c->view, c->a, &family_type, p->family.id, &r, e);

	if (rc == RC_NOT_FOUND)
		return person_once(c, p, p->family.id, e);
	TRY(rc);
	f = (struct family *)r;
	person_name_head(c->lex->codes, p, f);
	if (!c->was && !p->entered.day)
		p->entered = f->head.id == p->r.id ? (date){ 0 } : moment_date(c->now);
	return rec_voided(r) || f->closed.day ? RC_OK : person_once(c, p, p->family.id, e);
}

enum rc person_family(struct check *c, ref person, ref *family, struct err *e)
{
	struct rec *p;
	enum rc rc;

	if (!person.id)
		return RC_OK;
	rc = snap_get(c->view, c->a, &person_type, person.id, &p, e);
	if (rc == RC_NOT_FOUND || (rc == RC_OK && rec_voided(p)))
		return fail_at(e, "person", "没有这位成员，请重新选择");
	TRY(rc);
	if (family->id && family->id != ((struct person *)p)->family.id)
		return fail_at(e, "person", "这位成员不在这户家庭里，请重新选择");
	*family = ((struct person *)p)->family;
	return RC_OK;
}

enum rc person_lived(struct check *c, const struct rec_type *t, ref person, date on, const char *day_field,
	struct err *e)
{
	const struct field *who = type_field(t, S("person")), *day = type_field(t, str_of(day_field));
	const struct person *p;
	struct rec *r;

	if (c->undoing || !person.id || !on.day || (!check_changed(c, who) && !check_changed(c, day)))
		return RC_OK;
	TRY(snap_get(c->view, c->a, &person_type, person.id, &r, e));
	p = (const struct person *)r;
	if (p->alive.v != FLAG_NO || !p->death_date.ymd || on.day <= pdate_last(p->death_date).day)
		return RC_OK;
	return fail_at(e, day_field, "%.*s已于%.*s去世，“%s”不能是%.*s；请核对成员和日期", STR_FMT(p->name),
		STR_FMT(pdate_text(c->a, p->death_date)), day->label, STR_FMT(date_text(c->a, on)));
}

/* ---- what the numbers tell ------------------------------------------------------------------ */

/* At the field that was touched; when the number was, or both are new, at `field`. */
static const char *touched(const struct check *c, const char *field, const char *number)
{
	bool old = c->was && !check_changed(c, type_field(&person_type, str_of(field)));

	return old ? number : field;
}

/* Birth and sex of a number: filled in where they are not known, compared where they are.  A birth of
 * which only the year or the month is known is completed. */
static enum rc compare(struct check *c, struct person *p, const struct identity *who,
	const char *number, const char *label, struct err *e)
{
	struct ymd typed = pdate_ymd(p->birth), told = pdate_ymd(who->birth);
	const struct code_table *sexes = codebook_find(c->lex->codes, S("SEX"));
	bool sexed = code_means(c->lex->codes, p->sex, MEANS_MALE) ||
		     code_means(c->lex->codes, p->sex, MEANS_FEMALE);

	if (p->birth.ymd && (typed.y != told.y || (typed.m && typed.m != told.m) ||
		(typed.d && typed.d != told.d)))
		return fail_at(e, touched(c, "birth", number), "出生日期%.*s与%s里的%.*s不同；"
			"%s没有写错就改出生日期，否则改%s", STR_FMT(pdate_text(c->a, p->birth)), label,
			STR_FMT(pdate_text(c->a, who->birth)), label, label);
	if (sexed && !str_eq(p->sex.key, who->sex.key))
		return fail_at(e, touched(c, "sex", number), "性别“%.*s”与%s里的“%.*s”不同；"
			"%s没有写错就改性别，否则改%s", STR_FMT(code_name(sexes, p->sex.key)), label,
			STR_FMT(code_name(sexes, who->sex.key)), label, label);
	p->birth = who->birth;
	if (!sexed)
		p->sex = who->sex;
	return RC_OK;
}

static enum rc at_field(enum rc rc, const char *field, struct err *e)
{
	if (rc == RC_INVALID)
		e->field = field;
	return rc;
}

/* Another document than the citizen id says nothing of its holder. */
static bool is_citizen_id(const struct check *c, const struct person *p)
{
	return !p->id_kind.key.n || code_means(c->lex->codes, p->id_kind, MEANS_CITIZEN_ID);
}

static enum rc read_id(struct check *c, struct person *p, struct err *e)
{
	struct identity who;

	if (!p->id_no.s.n || !is_citizen_id(c, p))
		return RC_OK;
	TRY(at_field(identity_of_id(c->a, c->lex, p->id_no.s, &who, e), "id_no", e));
	p->id_no.s = who.number;
	return compare(c, p, &who, "id_no", "证件号码", e);
}

/* Kind and grade of a certificate: filled in, and compared with what was typed; the grade of one that
 * is issued again may be another. */
static enum rc of_cert(struct check *c, code *mine, code told, const char *field, bool again, struct err *e)
{
	const struct field *f = type_field(&person_type, str_of(field));
	const struct code_table *t = codebook_find(c->lex->codes, str_of(f->of));

	if (!mine->key.n || (again && !check_changed(c, f)))
		*mine = told;
	if (str_eq(mine->key, told.key))
		return RC_OK;
	return fail_at(e, touched(c, field, "disab_cert"), "%s“%.*s”与残疾人证号里的“%.*s”不同；"
		"残疾人证号没有写错就改%s，否则改残疾人证号", f->label, STR_FMT(code_name(t, mine->key)),
		STR_FMT(code_name(t, told.key)), f->label);
}

/* The first 18 places of a certificate are its holder's id. */
static enum rc read_cert(struct check *c, struct person *p, struct err *e)
{
	const struct person *was = WAS(c, person);
	bool again = was && !rec_voided(&was->r) && was->disab_cert.s.n &&
		     !str_eq(was->disab_cert.s, p->disab_cert.s);
	struct identity who;

	if (!p->disab_cert.s.n)
		return RC_OK;
	TRY(at_field(identity_of_cert(c->a, c->lex, p->disab_cert.s, &who, e), "disab_cert", e));
	if (p->id_no.s.n && is_citizen_id(c, p) && !str_eq(p->id_no.s, who.id_no))
		return fail_at(e, touched(c, "disab_cert", "id_no"), "残疾人证号的前18位%.*s与证件号码%.*s"
			"不同；请核对是不是同一个人，改写错的那个", STR_FMT(who.id_no), STR_FMT(p->id_no.s));
	p->disab_cert.s = who.number;
	TRY(of_cert(c, &p->disab_kind, who.disab_kind, "disab_kind", again, e));
	TRY(of_cert(c, &p->disab_grade, who.disab_grade, "disab_grade", again, e));
	if (!p->id_no.s.n && is_citizen_id(c, p))
		p->id_no.s = who.id_no;
	return compare(c, p, &who, "disab_cert", "残疾人证号", e);
}

/* A number that was there before and is not what is corrected now keeps nobody from writing the rest. */
static bool told_of(const struct check *c)
{
	static const char *const fields[] = { "id_kind", "id_no", "disab_cert", "birth", "sex",
		"disab_kind", "disab_grade" };

	for (size_t i = 0; i < COUNT(fields); i++)
		if (check_changed(c, type_field(&person_type, str_of(fields[i]))))
			return true;
	return false;
}

static enum rc person_check(struct check *c, struct err *e)
{
	struct person *p = IS(c, person);
	const struct person *was = WAS(c, person);

	names_fill_py(c->a, p->name, was ? was->name : S(""), was ? was->py : S(""), &p->py);
	if (told_of(c)) {
		TRY(read_id(c, p, e));
		TRY(read_cert(c, p, e));
	}
	if (was && was->alive.v == FLAG_NO && p->alive.v == FLAG_YES && p->death_date.ymd)
		return fail_at(e, "alive", "去世日期写着%.*s；%.*s健在就先清空去世日期",
			STR_FMT(pdate_text(c->a, p->death_date)), STR_FMT(p->name));
	if (p->death_date.ymd)
		p->alive.v = FLAG_NO;
	if (!p->alive.v)
		p->alive.v = FLAG_YES;
	return in_file(c, p, e);
}

const struct rec_type person_type =
	REC_TYPE(person, 4, "成员", .indexes = person_indexes, .nindexes = COUNT(person_indexes),
		.orders = person_order, .norders = COUNT(person_order), .owner = "family",
		.title = "name", .duty = "family", .check = person_check);
