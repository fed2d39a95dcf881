/* founding.c - reading what a new office begins with, checking it by the rules of its records, planting it. */
#include "core/founding.h"

#include "core/office/load.h"
#include "core/office/means.h"
#include "core/work/save.h"

struct founder {
	struct arena *a;
	const struct office *o;
	struct lex lex;
	struct founding *out;
	struct yfile *f;      /* NULL: nobody reads what is wrong */
};

/* ---- units ---------------------------------------------------------------------------------- */

static const uint32_t code_steps[] = { 2, 4, 6, 9, 12, 15 };

static str parent_code(str child)
{
	for (size_t i = COUNT(code_steps); i-- > 1;)
		if (child.n == code_steps[i])
			return str_sub(child, 0, code_steps[i - 1]);
	return S("");
}

static const struct org *org_at(const struct founder *w, size_t i)
{
	return (const struct org *)w->out->all.p[i].rec;
}

/* The unit of that code, as the record that its operation will create; 0: none. */
static uint64_t org_of_code(const struct founder *w, str number)
{
	for (size_t i = 0; number.n && i < w->out->norgs; i++)
		if (str_eq(org_at(w, i)->code.s, number))
			return REF_OP(i);
	return 0;
}

static struct rec *plant(struct founder *w, const struct rec_type *shipped, str what)
{
	struct planting *p = vec_add(w->a, &w->out->all);

	p->type = office_own(w->o, shipped);
	p->rec = rec_new(w->a, p->type);
	p->what = what;
	return p->rec;
}

static void plant_org(struct founder *w, const struct org_seed *seed)
{
	struct org *o = (struct org *)plant(w, &org_type, seed->name);
	struct buf alias = { .a = w->a };

	o->code.s = seed->code;
	o->name = seed->name;
	o->short_name = seed->short_name;
	for (size_t k = 0; k < seed->alias.n; k++)
		buf_printf(&alias, "%s%.*s", k ? "\n" : "", STR_FMT(seed->alias.p[k]));
	o->alias.s = alias.n ? buf_view(&alias) : S("");
	w->out->norgs++;
}

static void join_orgs(struct founder *w)
{
	for (size_t i = 0; i < w->out->norgs; i++) {
		struct org *o = (struct org *)w->out->all.p[i].rec;

		o->parent.id = org_of_code(w, parent_code(o->code.s));
	}
}

/* ---- what is wrong with a record ------------------------------------------------------------ */

/* By the rules that the commit will ask, at the place of the field. */
static bool judge(struct founder *w, const struct planting *p, const struct ynode *at)
{
	struct check c = { .lex = &w->lex, .now = w->lex.now, .is = p->rec, .a = w->a };
	const struct ynode *field;
	struct err e = { 0 };

	if (rec_check(p->type, &c, &e) == RC_OK)
		return true;
	field = e.field ? ynode_get(at, str_of(e.field)) : NULL;
	yaml_problem(w->f, field ? field : at, "%s", e.msg);
	return false;
}

static void judge_org(struct founder *w, size_t i, const struct ynode *at)
{
	struct org *o = (struct org *)w->out->all.p[i].rec;
	const struct ynode *number = ynode_get(at, S("code"));
	const struct field *f = type_field(w->out->all.p[i].type, S("code"));
	struct err e = { 0 };
	val v = { 0 };

	if (!number || !o->name.n)
		return; /* has been said */
	if (val_parse(&w->lex, w->a, f, o->code.s, &v, &e) != RC_OK) {
		yaml_problem(w->f, number, "%s", e.msg);
		return;
	}
	o->code.s = v.s;
	if (!judge(w, &w->out->all.p[i], at))
		return;
	for (size_t k = 0; k < i; k++) {
		const struct org *other = org_at(w, k);

		if (str_eq(other->code.s, o->code.s))
			yaml_problem(w->f, number, "区划代码 %.*s 已经给了%.*s", STR_FMT(o->code.s), STR_FMT(other->name));
		else if (str_eq(other->short_name, o->short_name) && str_eq(other->level.key, o->level.key))
			yaml_problem(w->f, at, "简称“%.*s”和%.*s的一样，档案编号会分不清；请给其中一个写上 short",
				STR_FMT(o->short_name), STR_FMT(other->name));
	}
}

static void judge_parents(struct founder *w, const struct ynode *orgs)
{
	const uint32_t top = 6; /* a district may stand alone, what is below it may not */

	for (size_t i = 0; i < w->out->norgs; i++) {
		str above = parent_code(org_at(w, i)->code.s);

		if (above.n >= top && !org_of_code(w, above))
			yaml_problem(w->f, &orgs->kid[i], "%.*s的上级 %.*s 没有写；请在它前面补上", STR_FMT(org_at(w, i)->name),
				STR_FMT(above));
	}
}

static void take_orgs(struct founder *w, const struct ynode *orgs)
{
	size_t n = 0;
	struct org_seed *seed = yaml_seq(w->f, orgs, sizeof *seed, &n, org_take);

	for (size_t i = 0; i < n; i++)
		plant_org(w, &seed[i]);
	for (size_t i = 0; i < n; i++)
		judge_org(w, i, &orgs->kid[i]);
	if (!w->f->nproblems)
		judge_parents(w, orgs);
	join_orgs(w);
}

/* ---- workers -------------------------------------------------------------------------------- */

static bool called(const struct org *o, str word)
{
	str rest = o->alias.s, alias;

	if (str_eq(o->name, word) || str_eq(o->short_name, word) || str_eq(o->code.s, word))
		return true;
	while (str_cut(&rest, '\n', &alias))
		if (alias.n && str_eq(alias, word))
			return true;
	return false;
}

static enum rc find_org(const struct founder *w, str word, uint64_t *id, struct err *e)
{
	const char **names = ARENA_ARRAY(w->a, const char *, w->out->norgs * 2), *near;
	size_t n = 0, found = 0;

	for (size_t i = 0; i < w->out->norgs; i++) {
		names[n++] = arena_z(w->a, org_at(w, i)->name);
		names[n++] = arena_z(w->a, org_at(w, i)->short_name);
		if (called(org_at(w, i), word)) {
			*id = REF_OP(i);
			found++;
		}
	}
	if (found == 1)
		return RC_OK;
	if (found)
		return fail(e, RC_INVALID, "叫“%.*s”的单位有%zu个，请写区划代码", STR_FMT(word), found);
	near = str_nearest(word, names, n, sizeof *names);
	return fail(e, RC_INVALID, near ? "没有单位“%.*s”，是不是“%s”？" : "没有单位“%.*s”；要先写进 orgs",
		STR_FMT(word), near);
}

static enum rc find_worker(const struct founder *w, str word, uint64_t *id, struct err *e)
{
	const struct planted *all = &w->out->all;

	for (size_t i = w->out->norgs; i < all->n; i++)
		if (str_eq(((struct worker *)all->p[i].rec)->name, word)) {
			*id = REF_OP(i);
			return RC_OK;
		}
	return fail(e, RC_INVALID, "前面没有工作人员“%.*s”", STR_FMT(word));
}

/* What is named in the file stands in it. */
static enum rc ref_find(void *ctx, struct arena *a, const char *type, str typed, uint64_t *id, struct err *e)
{
	const struct founder *w = ctx;
	const struct rec_type *t = office_type(w->o, str_of(type));

	(void)a;
	if (t && t->tag == org_type.tag)
		return find_org(w, typed, id, e);
	if (t && t->tag == worker_type.tag)
		return find_worker(w, typed, id, e);
	return fail(e, RC_INVALID, "新的办公室里还没有“%.*s”", STR_FMT(typed));
}

static void take_field(struct founder *w, const struct rec_type *t, const struct ynode *key,
	const struct ynode *n, struct rec *r)
{
	const struct field *f = type_field(t, key->text);
	struct err e = { 0 };
	const char *near;
	val v;

	if (!f || f->flags & F_COMPUTED) {
		near = str_nearest(key->text, &t->fields->name, t->nfields, sizeof *t->fields);
		yaml_problem(w->f, key, near ? "%s没有字段“%.*s”，是不是 %s？" : "%s没有字段“%.*s”", tr(t->label),
			STR_FMT(key->text), near);
	} else if (n->kind != Y_SCALAR) {
		yaml_problem(w->f, n, "“%s”要写一个值", tr(f->label));
	} else if (val_parse(&w->lex, w->a, f, n->text, &v, &e) != RC_OK) {
		yaml_problem(w->f, n, "%s", e.msg);
	} else {
		field_set(f, r, v);
	}
}

static void judge_worker(struct founder *w, size_t i, const struct ynode *at)
{
	const struct planted *all = &w->out->all;
	const struct worker *me = (struct worker *)all->p[i].rec;
	const struct ynode *role = ynode_get(at, S("role")), *login = ynode_get(at, S("login"));

	if (!judge(w, &all->p[i], at))
		return;
	if (role && !office_role(w->o, me->role.key))
		yaml_problem(w->f, role, "roles.yaml 里没有角色“%.*s”", STR_FMT(role->text));
	for (size_t k = w->out->norgs; login && k < i; k++)
		if (str_eq(((struct worker *)all->p[k].rec)->login, me->login))
			yaml_problem(w->f, login, "登录名“%.*s”已经给了%.*s", STR_FMT(me->login),
				STR_FMT(((struct worker *)all->p[k].rec)->name));
}

static void start_usual(struct founder *w, const struct rec_type *t, struct rec *r)
{
	for EACH_FIELD(f, t)
		if (f->flags & F_USUAL && f->kind == K_CODE) {
			str key = code_usual(codebook_find(&w->o->codes, str_of(f->of)));

			field_set(f, r, (val){ key.n != 0, 0, key });
		}
}

static void take_worker(struct founder *w, const struct ynode *n)
{
	const struct rec_type *t = office_own(w->o, &worker_type);
	size_t before = w->f->nproblems, at = w->out->all.n;
	const struct ynode *name;
	struct rec *r;

	if (n->kind != Y_MAP) {
		yaml_problem(w->f, n, "一位工作人员要写成 {name: 周敏, org: 梧桐社区, mobile: ...}");
		return;
	}
	name = ynode_get(n, S("name"));
	r = plant(w, &worker_type, name && name->kind == Y_SCALAR ? name->text : S(""));
	start_usual(w, t, r);
	for (uint32_t i = 0; i < n->n; i++)
		take_field(w, t, &n->key[i], &n->kid[i], r);
	w->out->nworkers++;
	if (w->f->nproblems == before)
		judge_worker(w, at, n);
	if (((struct worker *)r)->login.n)
		w->out->logins.p[w->out->logins.n++] = ((struct worker *)r)->login;
}

static void take_workers(struct founder *w, const struct ynode *n)
{
	if (n && n->kind != Y_SEQ) {
		yaml_problem(w->f, n, "workers 要写成一行一位：- {name: 周敏, ...}");
		return;
	}
	w->out->logins.p = ARENA_ARRAY(w->a, str, n ? n->n : 0);
	for (uint32_t i = 0; n && i < n->n; i++)
		take_worker(w, &n->kid[i]);
}

/* ---- the whole ------------------------------------------------------------------------------ */

struct raw { str name, tel_area, language; const struct ynode *orgs, *workers; };

static const struct ykey keys[] = {
	{ "name", take_str, offsetof(struct raw, name), false },
	{ "tel_area", take_str, offsetof(struct raw, tel_area), false },
	{ "language", take_str, offsetof(struct raw, language), false },
	{ "orgs", take_node, offsetof(struct raw, orgs), false },
	{ "workers", take_node, offsetof(struct raw, workers), false },
};

static void judge_settings(struct yfile *f, const struct raw *raw, bool own)
{
	static const char *const settings[] = { "name", "tel_area", "language" };
	const struct ynode *area = ynode_get(f->root, S("tel_area")), *language = ynode_get(f->root, S("language"));
	const uint32_t area_least = 3, area_most = 4;

	for (size_t i = 0; own && i < COUNT(settings); i++) {
		const struct ynode *n = ynode_get(f->root, str_of(settings[i]));

		if (n)
			yaml_problem(f, n, "设置目录里已经有 office.yaml，“%s”以它为准；请删掉这里的，或者先移走那个文件", settings[i]);
	}
	if (raw->tel_area.n && (!str_digits(raw->tel_area) || raw->tel_area.p[0] != '0' ||
				       raw->tel_area.n < area_least || raw->tel_area.n > area_most))
		yaml_problem(f, area, "区号是0开头的三四位数字，要加引号，例如 \"0468\"");
	if (raw->language.n && !str_is(raw->language, "zh") && !str_is(raw->language, "en"))
		yaml_problem(f, language, "语言只有 zh 和 en，没有“%.*s”", STR_FMT(raw->language));
}

static struct founder begin(struct arena *a, const struct office *o, struct yfile *f)
{
	struct founder w = { .a = a, .o = o, .out = ARENA_NEW(a, struct founding), .f = f };

	w.lex = (struct lex){ .codes = &o->codes, .now = clock_now(), .tel_area = o->tel_area, .sheet = true,
		.ref_find = ref_find };
	return w;
}

struct founding *founding_read(struct arena *a, const struct office *o, struct yfile *f, bool own, bool whole)
{
	struct founder w = begin(a, o, f);
	struct raw raw = { 0 };

	w.lex.ctx = &w;
	if (f->nproblems || !f->root)
		return w.out; /* nothing can be read from it */
	yaml_map(f, f->root, keys, COUNT(keys), &raw);
	judge_settings(f, &raw, own);
	w.out->name = raw.name;
	w.out->tel_area = raw.tel_area;
	w.out->language = raw.language;
	if (!own)
		w.lex.tel_area = raw.tel_area;
	if (raw.orgs)
		take_orgs(&w, raw.orgs);
	for (size_t i = 0; !raw.orgs && own && i < o->norgs; i++)
		plant_org(&w, &o->org[i]);
	if (!raw.orgs)
		join_orgs(&w);
	take_workers(&w, raw.workers);
	if (whole && !own && !raw.name.n)
		yaml_problem(f, f->root, "缺少“name”：单位的名称");
	if (whole && !own && !raw.orgs)
		yaml_problem(f, f->root, "缺少“orgs”：区、街道和社区，各有区划代码");
	return w.out;
}

struct founding *founding_usual(struct arena *a, const struct office *o)
{
	struct founder w = begin(a, o, NULL);

	for (size_t i = 0; i < o->norgs; i++)
		plant_org(&w, &o->org[i]);
	join_orgs(&w);
	return w.out;
}

str founding_quoted(struct arena *a, str s)
{
	struct buf b = { .a = a };

	buf_char(&b, '"');
	for (uint32_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			buf_char(&b, '\\');
		buf_char(&b, s.p[i]);
	}
	buf_char(&b, '"');
	return buf_view(&b);
}

str founding_settings(struct arena *a, const struct founding *o)
{
	const struct { const char *name; str value; } said[] = {
		{ "name", o->name }, { "tel_area", o->tel_area }, { "language", o->language },
	};
	struct buf b = { .a = a };

	for (size_t i = 0; i < COUNT(said); i++)
		if (said[i].value.n)
			buf_printf(&b, "%s: %.*s\n", said[i].name, STR_FMT(founding_quoted(a, said[i].value)));
	return b.n ? buf_view(&b) : S("");
}

enum rc founding_plant(struct session *s, const struct founding *o, struct err *e)
{
	struct arena a = { 0 };
	struct op *ops = ARENA_ARRAY(&a, struct op, o->all.n);
	size_t refused = o->all.n;
	enum rc rc;

	for (size_t i = 0; i < o->all.n; i++)
		ops[i] = (struct op){ .type = o->all.p[i].type, .rec = o->all.p[i].rec };
	rc = commit_ops(s, &a, &(struct act){ .name = S("create"), .refused = &refused }, S("建立办公室"), ops,
		o->all.n, e);
	if (rc != RC_OK && refused < o->all.n) {
		struct err why = *e;

		fail(e, rc, "%.*s：%s", STR_FMT(o->all.p[refused].what), why.msg);
	}
	arena_free(&a);
	return rc;
}
