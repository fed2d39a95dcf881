/* refer.c - which record was meant by what was typed. */
#include "core/find/refer.h"

#include "base/pinyin.h"
#include "base/utf8.h"
#include "core/find/find.h"
#include "core/find/orgpath.h"
#include "core/read/lex.h"
#include "core/read/reach.h"
#include "core/records/organisation.h"

struct search {
	struct session *s;
	struct arena *a;
	const struct rec_type *type;
	str typed, folded;
	bool letters;            /* initials are worth a try */
	uint64_t exact, some;    /* ids */
	size_t nexact, nsome;
	struct buf names;        /* the candidates, for the sentence */
};

static bool only_letters(str s)
{
	for (uint32_t i = 0; i < s.n; i++)
		if ((s.p[i] | 32) < 'a' || (s.p[i] | 32) > 'z')
			return false;
	return s.n > 0;
}

/* One candidate with the names it goes by; an exact name beats a part of one. */
static void consider(struct search *q, uint64_t id, str show, const str *names, size_t n)
{
	bool exact = false, some = false;

	for (size_t i = 0; i < n; i++) {
		str name = utf8_fold(q->a, names[i]);

		if (!name.n)
			continue;
		exact |= str_eq(name, q->folded);
		some |= str_has(name, q->folded);
		if (q->letters)
			some |= str_starts(pinyin_initials(q->a, names[i]), q->folded);
	}
	if (exact) {
		q->exact = id;
		q->nexact++;
	}
	if (some || exact) {
		q->some = id;
		if (q->nsome++ < 5) {
			if (q->names.n)
				buf_str(&q->names, S("、"));
			buf_str(&q->names, show);
		}
	}
}

struct names { VEC(str); };

static bool consider_org(void *arg, uint64_t id)
{
	struct search *q = arg;
	struct org *o = peek_org(q->s, q->a, id);
	struct names names = { 0 };
	str rest, alias;

	if (!o)
		return true;
	*vec_add(q->a, &names) = o->name;
	*vec_add(q->a, &names) = o->short_name;
	*vec_add(q->a, &names) = o->code.s;
	rest = o->alias.s;
	while (str_cut(&rest, '\n', &alias))
		*vec_add(q->a, &names) = alias;
	consider(q, id, o->name, names.p, names.n);
	return true;
}

static bool consider_worker(void *arg, uint64_t id)
{
	struct search *q = arg;
	struct worker *w = peek_worker(q->s, q->a, id);

	if (!w)
		return true;

	str names[] = { w->name, w->login, w->mobile.s, w->py };

	consider(q, id, w->name, names, COUNT(names));
	return true;
}

/* Policies and campaigns go by their titles. */
static bool consider_titled(void *arg, uint64_t id)
{
	struct search *q = arg;
	struct rec *r = peek(q->s, q->a, q->type, id);
	str title = r ? rec_get(q->type, r, q->type->title).s : S("");

	if (title.n && reach_of(q->s, q->type, r) != REACH_ABSENT)
		consider(q, id, title, &title, 1);
	return true;
}

static bool consider_person(void *arg, uint64_t id, const val *v)
{
	struct search *q = arg;

	if (rights_reach(q->s, (uint64_t)v[1].n) < REACH_OUTSIDE) /* behind name: family */
		consider(q, id, lex_ref_text(q->s, q->a, "family", (uint64_t)v[1].n), &q->typed, 1);
	return true;
}

static enum rc find_person(struct search *q, struct err *e)
{
	val name = { true, 0, q->typed };

	return snap_walk(q->s->view,
		&(struct walk){ .type = q->type, .index = "name", .prefix = &name, .nprefix = 1,
			.each = consider_person, .arg = q },
		e);
}

static const struct {
	const struct rec_type *type;
	bool (*each)(void *, uint64_t id); /* NULL: find_person */
	const char *nobody;
} searched[] = {
	{ &org_type, consider_org, "没有叫“%.*s”的社区或单位，请核对名称" },
	{ &worker_type, consider_worker, "没有叫“%.*s”的工作人员，请核对姓名" },
	{ &policy_type, consider_titled, "没有叫“%.*s”的保单，请核对名称" },
	{ &campaign_type, consider_titled, "没有叫“%.*s”的专项，请核对名称" },
	{ &member_type, consider_titled, "没有叫“%.*s”的会员，请写全名" },
	{ &expert_type, consider_titled, "专家库里没有“%.*s”，请核对姓名" },
	{ &group_type, consider_titled, "没有叫“%.*s”的会员小组，请核对名称" },
	{ &venue_type, consider_titled, "没有叫“%.*s”的阵地，请核对名称" },
	{ &person_type, NULL, "没有叫“%.*s”的成员，请写全名" },
};

static enum rc find_family(struct session *s, struct arena *a, str typed, uint64_t *id,
	struct err *e)
{
	struct found found;

	TRY(find_families(s, a, typed, 2, &found, e));
	if (found.total == 0)
		return fail(e, RC_NOT_FOUND, "找不到“%.*s”这户；可以试姓名、拼音首字母、电话后四位、"
			"门牌或档案编号", STR_FMT(typed));
	if (found.total > 1)
		return fail(e, RC_INVALID, "“%.*s”对上了%zu户，请写得再具体些，或用档案编号",
			STR_FMT(typed), found.total);
	*id = found.hit[0].family;
	return RC_OK;
}

enum rc refer_find(void *session, struct arena *a, const char *type, str typed, uint64_t *id,
	struct err *e)
{
	struct session *s = session;
	struct search q = { .s = s, .a = a, .typed = typed, .folded = utf8_fold(a, typed),
		.letters = only_letters(typed), .names = { .a = a }, .type = office_type(s->office, str_of(type)) };
	bool before;
	size_t k = 0;
	enum rc rc;

	TRY(enter(s, e));
	if (q.type && q.type->tag == family_type.tag)
		return leave_with(s, find_family(s, a, typed, id, e), e);
	while (k < COUNT(searched) && q.type && searched[k].type->tag != q.type->tag)
		k++;
	if (!q.type || k == COUNT(searched))
		return leave_with(s, fail(e, RC_INVALID, "请写编号，例如 %s:12", type), e);
	rc = searched[k].each ? snap_each(s->view, q.type, 1, searched[k].each, &q, e)
			      : find_person(&q, e);
	/* 梧桐社区居委会: whose name is not all that was typed. */
	if (rc == RC_OK && !q.nsome && q.type->tag == org_type.tag) {
		rc = community_named(s, a, typed, id, &before, e);
		if (rc != RC_NOT_FOUND)
			return leave_with(s, rc, e);
		rc = RC_OK;
	}
	TRY(leave_with(s, rc, e));
	if (q.nexact == 1 || q.nsome == 1) {
		*id = q.nexact == 1 ? q.exact : q.some;
		return RC_OK;
	}
	if (q.nsome == 0)
		return fail(e, RC_NOT_FOUND, searched[k].nobody, STR_FMT(typed));
	return fail(e, RC_INVALID, "“%.*s”对上了%zu个：%.*s；请写全名", STR_FMT(typed), q.nsome,
		STR_FMT(buf_view(&q.names)));
}

enum rc session_ref(struct session *s, str text, const struct rec_type **type, uint64_t *id,
	struct err *e)
{
	struct arena a = { 0 };
	str name;
	enum rc rc;

	if (ref_parse(text, &name, id)) {
		*type = office_type(s->office, name);
		if (!*type && name.n)
			return fail(e, RC_INVALID, "没有“%.*s”这种记录；有 org worker family person "
				"assignment visit", STR_FMT(name));
		return RC_OK;
	}
	*type = type_of(s, &family_type);
	rc = refer_find(s, &a, "family", text, id, e);
	arena_free(&a);
	return rc;
}
