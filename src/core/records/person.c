/* person.c - 家庭成员: parents, child, grandchild, relatives (domain.md 2.5). */
#include "core/records/types.h"

#include "base/str.h"
#include "core/records/names.h"
#include "rec/ident.h"
#include "rec/text.h"
#include "store/store.h"

static const struct field person_fields[] = {
	FIELD(person, 1, family, .label = "家庭", .of = "family", .sens = 2, .flags = F_REQUIRED),
	FIELD(person, 2, name, .label = "姓名", .sens = 2, .flags = F_REQUIRED | F_NAME, .max = 20,
		.weight = 8),
	FIELD(person, 3, py, .label = "拼音首字母", .sens = 2, .max = 20, .hint = "自动生成，多音字可改"),
	FIELD(person, 4, relation, .label = "与户主关系", .of = "RELATION", .sens = 2),
	FIELD(person, 5, sex, .label = "性别", .of = "SEX", .sens = 2, .weight = 3,
		.hint = "有身份证号时自动填"),
	FIELD(person, 6, id_kind, .label = "证件类型", .of = "ID_KIND", .sens = 2),
	FIELD(person, 7, id_no, .label = "证件号码", .sens = 3, .weight = 10),
	FIELD(person, 8, birth, .label = "出生日期", .sens = 2, .weight = 5, .hint = "只知道年月也行：1958-03"),
	FIELD(person, 9, birth_lunar, .label = "农历生日", .sens = 2, .hint = "过农历生日的老人：八月十五"),
	FIELD(person, 10, ethnic, .label = "民族", .of = "ETHNIC", .sens = 2),
	FIELD(person, 11, education, .label = "文化程度", .of = "EDU", .sens = 2),
	FIELD(person, 12, marital, .label = "婚姻状况", .of = "MARITAL", .sens = 2, .weight = 4),
	FIELD(person, 13, marital_date, .label = "婚变日期", .sens = 2),
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
	FIELD(person, 24, disab_grade, .label = "残疾等级", .of = "DISAB_GRADE", .sens = 3),
	FIELD(person, 25, medical_ins, .label = "医保", .of = "MED_INS", .sens = 2),
	FIELD(person, 26, pension, .label = "养老保险", .of = "PENSION", .sens = 2),
	FIELD(person, 27, te_fu, .label = "特扶对象", .sens = 2),
	FIELD(person, 28, alive, .label = "是否健在", .sens = 2, .flags = F_USUAL),
	FIELD(person, 29, death_date, .label = "去世日期", .sens = 2),
	FIELD(person, 30, death_cause, .label = "去世原因", .of = "DEATH_CAUSE", .sens = 3,
		.flags = F_OFF),
	FIELD(person, 31, is_only_child, .label = "独生子女", .sens = 2),
	FIELD(person, 32, only_child_cert, .label = "独生子女证号", .sens = 2, .max = 30),
	FIELD(person, 33, has_grandchild, .label = "有第三代", .sens = 2),
	FIELD(person, 34, guardian, .label = "监护人", .sens = 3, .max = 40),
	FIELDS_VOID(990, 991),
};

static const struct index person_indexes[] = {
	{ .name = "family", .key = { "family", "relation" }, .cover = { "name", "alive" } },
	{ .name = "id_no", .key = { "id_no" }, .cover = { "family", "alive" } },
	{ .name = "name", .key = { "name" }, .cover = { "family", "birth", "alive" } },
	{ .name = "phone", .key = { "phone" }, .cover = { "family" } },
};

/* ---- the same id in two open files (domain.md 2.5, AT2) ------------------------------------- */

struct other {
	struct check *c;
	uint64_t me;
	struct family *family; /* the open file that has it already */
};

static bool look_at_other(void *arg, uint64_t id, const val *v)
{
	struct other *o = arg;
	struct rec *r;
	struct err ignored;

	(void)v;
	if (id == o->me || snap_get(o->c->view, o->c->a, &person_type, id, &r, &ignored) != RC_OK)
		return true;

	struct person *p = (struct person *)r;

	if (p->alive.v == FLAG_NO ||
		snap_get(o->c->view, o->c->a, &family_type, p->family.id, &r, &ignored) != RC_OK)
		return true;
	if (((struct family *)r)->closed.day)
		return true;
	o->family = (struct family *)r;
	return false;
}

static enum rc refuse_twice(struct check *c, struct person *p, struct err *e)
{
	struct other o = { .c = c, .me = p->r.id };
	val id = { true, 0, p->id_no.s };
	str label;

	if (!p->id_no.s.n || p->alive.v == FLAG_NO)
		return RC_OK;
	TRY(snap_walk(c->view,
		&(struct walk){ .type = &person_type, .index = "id_no", .prefix = &id, .nprefix = 1,
			.each = look_at_other, .arg = &o },
		e));
	if (!o.family)
		return RC_OK;
	label = o.family->file_no;
	if (c->lex && c->lex->ref_text)
		label = c->lex->ref_text(c->lex->ctx, c->a, "family", o.family->r.id);
	return fail_at(e, "id_no", "这个证件号码已登记在另一份档案：%.*s（family:%u），"
		"一人只能在一份有效档案里；请到那一户核对", STR_FMT(label), (unsigned)o.family->r.id);
}

enum rc person_family(struct check *c, ref person, ref *family, struct err *e)
{
	struct rec *p;

	if (!person.id)
		return RC_OK;
	if (snap_get(c->view, c->a, &person_type, person.id, &p, e) != RC_OK)
		return fail_at(e, "person", "没有这位成员，请重新选择");
	if (family->id && family->id != ((struct person *)p)->family.id)
		return fail_at(e, "person", "这位成员不在这户家庭里，请重新选择");
	*family = ((struct person *)p)->family;
	return RC_OK;
}

/* ---- what the numbers tell ------------------------------------------------------------------ */

static enum rc read_id(struct check *c, struct person *p, struct err *e)
{
	struct idno parts;
	str normal;

	if (!p->id_no.s.n || (p->id_kind.key.n && !str_is(p->id_kind.key, "01")))
		return RC_OK;
	if (idno_parse(c->a, p->id_no.s, moment_date(c->now), &normal, &parts, e) != RC_OK) {
		e->field = "id_no";
		return RC_INVALID;
	}
	p->id_no.s = normal;
	if (!p->birth.ymd)
		p->birth = parts.birth;
	if (!p->sex.key.n)
		p->sex.key = parts.sex == '1' ? S("1") : S("2");
	return RC_OK;
}

static enum rc read_cert(struct check *c, struct person *p, struct err *e)
{
	const struct person *was = WAS(c, person);
	struct cert parts;
	str normal;

	if (!p->disab_cert.s.n || (was && str_eq(was->disab_cert.s, p->disab_cert.s)))
		return RC_OK;
	if (cert_parse(c->a, p->disab_cert.s, moment_date(c->now), &normal, &parts, e) != RC_OK) {
		e->field = "disab_cert";
		return RC_INVALID;
	}
	if (p->id_no.s.n && !str_eq(p->id_no.s, parts.idno))
		return fail_at(e, "disab_cert",
			"残疾人证号的前18位与本人证件号码不同，请核对是不是同一个人");
	p->disab_cert.s = normal;
	p->disab_kind.key = arena_str(c->a, (str){ &parts.kind, 1 });
	p->disab_grade.key = arena_str(c->a, (str){ &parts.grade, 1 });
	if (!p->id_no.s.n)
		p->id_no.s = arena_str(c->a, parts.idno);
	return RC_OK;
}

static enum rc person_check(struct check *c, struct err *e)
{
	struct person *p = IS(c, person);
	const struct person *was = WAS(c, person);
	date today = moment_date(c->now);

	names_fill_py(c->a, p->name, was ? was->name : S(""), was ? was->py : S(""), &p->py);
	TRY(read_cert(c, p, e));
	TRY(read_id(c, p, e));
	if (p->death_date.ymd)
		p->alive.v = FLAG_NO;
	if (!p->alive.v)
		p->alive.v = FLAG_YES;
	if (pdate_first(p->birth).day > today.day)
		return fail_at(e, "birth", "出生日期在今天之后，请核对");
	if (pdate_first(p->death_date).day > today.day)
		return fail_at(e, "death_date", "去世日期在今天之后，请核对");
	if (p->death_date.ymd && p->birth.ymd &&
		p->death_date.ymd / 10000 < p->birth.ymd / 10000)
		return fail_at(e, "death_date", "去世日期早于出生日期，请核对");
	return refuse_twice(c, p, e);
}

const struct rec_type person_type =
	REC_TYPE(person, 4, "成员", .indexes = person_indexes, .nindexes = COUNT(person_indexes),
		.owner = "family", .title = "name", .duty = "family", .check = person_check);
