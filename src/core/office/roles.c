/* roles.c - roles.yaml: what each role reaches, sees, may do and may give to others. */
#include "core/office/load.h"

#include "base/buf.h"
#include "base/data.h"
#include "base/str.h"
#include "base/vec.h"

/* How far a role reaches, in digits of the division code: a community has twelve. */
static const struct { const char *name; uint32_t digits; } reaches[] = {
	{ "community", 12 }, { "street", 9 }, { "district", 6 }, { "office", 0 },
};

static const char *const clears[] = { [CLEAR_NONE] = "none", [CLEAR_OWN] = "own", [CLEAR_SCOPE] = "scope" };
static const char *const families[] = { [FAMILIES_REACH] = "reach", [FAMILIES_LINKED] = "linked",
	[FAMILIES_NONE] = "none" };

/* What no record asks for by itself: taking over families, and everything there is. */
static const char *const more_duties[] = { "accept", "access", "emergency", "approve", "export", "freeze", "all" };

struct words { VEC(const char *); };

/* The sentence for a word that is none of these. */
static void wrong(struct yfile *f, const struct ynode *n, const char *what, const struct words *w)
{
	const char *near = n->kind == Y_SCALAR ? str_nearest(n->text, w->p, w->n, sizeof *w->p) : NULL;
	struct buf all = { .a = f->a };

	for (size_t i = 0; i < w->n; i++)
		buf_printf(&all, "%s%s", i ? "、" : "", w->p[i]);
	if (near)
		yaml_problem(f, n, "%s 没有“%.*s”，是不是 %s？", what, STR_FMT(n->text), near);
	else
		yaml_problem(f, n, "%s 只能是 %.*s", what, STR_FMT(buf_view(&all)));
}

static bool among(const struct ynode *n, const struct words *w)
{
	for (size_t i = 0; n->kind == Y_SCALAR && i < w->n; i++)
		if (str_is(n->text, w->p[i]))
			return true;
	return false;
}

static void take_reach(struct yfile *f, const struct ynode *n, void *digits)
{
	struct words names = { 0 };

	for (size_t i = 0; i < COUNT(reaches); i++) {
		*vec_add(f->a, &names) = reaches[i].name;
		if (n->kind == Y_SCALAR && str_is(n->text, reaches[i].name))
			*(uint32_t *)digits = reaches[i].digits;
	}
	if (!among(n, &names))
		wrong(f, n, "reach", &names);
}

/* A word's place in the table of its names. */
static void take_named(struct yfile *f, const struct ynode *n, const char *what, const char *const *name, size_t count,
	int *out)
{
	struct words names = { 0 };

	for (size_t i = 0; i < count; i++) {
		*vec_add(f->a, &names) = name[i];
		if (n->kind == Y_SCALAR && str_is(n->text, name[i]))
			*out = (int)i;
	}
	if (!among(n, &names))
		wrong(f, n, what, &names);
}

static void take_clear(struct yfile *f, const struct ynode *n, void *dst)
{
	int at = 0;

	take_named(f, n, "clear", clears, COUNT(clears), &at);
	*(enum clear *)dst = (enum clear)at;
}

static void take_families(struct yfile *f, const struct ynode *n, void *dst)
{
	int at = 0;

	take_named(f, n, "families", families, COUNT(families), &at);
	*(enum families_of *)dst = (enum families_of)at;
}

/* The duties there are: those that records ask for. */
static void take_duties(struct yfile *f, const struct ynode *n, void *dst)
{
	const struct rec_type *const *types = office_of(f)->types;
	struct words duties = { 0 };

	for (size_t i = 0; types[i]; i++) {
		struct ynode duty = { .kind = Y_SCALAR, .text = str_of(types[i]->duty) };

		if (duty.text.n && !among(&duty, &duties))
			*vec_add(f->a, &duties) = types[i]->duty;
	}
	for (size_t i = 0; i < COUNT(more_duties); i++)
		*vec_add(f->a, &duties) = more_duties[i];
	take_strs(f, n, dst);
	for (uint32_t i = 0; n->kind == Y_SEQ && i < n->n; i++)
		if (!among(&n->kid[i], &duties))
			wrong(f, &n->kid[i], "may", &duties);
}

static void take_home(struct yfile *f, const struct ynode *n, void *dst)
{
	take_str(f, n, dst);
	if (n->kind == Y_SCALAR &&
		!data_exists(office_of(f)->dir, arena_printf(f->a, "screens/%.*s.yaml", STR_FMT(n->text))))
		yaml_problem(f, n, "没有画面“%.*s”", STR_FMT(n->text));
}

/* The codes that a worker's record chooses from and the roles are the same ones. */
static void match_codes(struct yfile *f, const struct ynode *root)
{
	const struct code_table *t = codebook_find(&office_of(f)->codes, S("ROLE"));

	for (uint32_t i = 0; i < root->n; i++)
		if (!t || !code_find(t, root->key[i].text))
			yaml_problem(f, &root->key[i], "codes.yaml 的 ROLE 里没有 %.*s",
				STR_FMT(root->key[i].text));
	for (size_t i = 0; t && i < t->n; i++)
		if (!t->item[i].retired && !ynode_get(root, t->item[i].key))
			yaml_problem(f, root, "缺少角色 %.*s（codes.yaml 的 ROLE 里有）",
				STR_FMT(t->item[i].key));
}

/* What a role gives must be there to be given. */
static void match_grants(struct yfile *f, const struct ynode *root)
{
	struct words names = { 0 };

	for (uint32_t i = 0; i < root->n; i++)
		*vec_add(f->a, &names) = arena_z(f->a, root->key[i].text);
	for (uint32_t i = 0; i < root->n; i++) {
		const struct ynode *grants = ynode_get(&root->kid[i], S("grants"));

		for (uint32_t k = 0; grants && grants->kind == Y_SEQ && k < grants->n; k++)
			if (!among(&grants->kid[k], &names))
				wrong(f, &grants->kid[k], "grants", &names);
	}
}

/* A new worker's record starts with the usual role. */
static void start_with(struct arena *a, const struct codebook *book, str role)
{
	const struct code_item *it = code_find(codebook_find(book, S("ROLE")), role);
	struct code_item *own = (struct code_item *)(uintptr_t)it; /* the office is still being filled */
	struct codeattr *attr = ARENA_ARRAY(a, struct codeattr, it ? it->nattr + 1 : 1);

	if (!own)
		return;
	if (own->nattr)
		memcpy(attr, own->attr, own->nattr * sizeof *attr);
	attr[own->nattr++] = (struct codeattr){ S("usual"), S("true") };
	own->attr = attr;
}

void roles_load(struct yfile *f, const struct ynode *root)
{
	static const struct ykey keys[] = {
		{ "reach", take_reach, offsetof(struct role, reach), true },
		{ "families", take_families, offsetof(struct role, families), false },
		{ "grants", take_strs, offsetof(struct role, grants), false },
		{ "log", take_bool, offsetof(struct role, log), false },
		{ "supervises", take_bool, offsetof(struct role, supervises), false },
		{ "default", take_bool, offsetof(struct role, usual), false },
		{ "clear", take_clear, offsetof(struct role, clear), true },
		{ "sens", take_int, offsetof(struct role, sens), true },
		{ "may", take_duties, offsetof(struct role, may), true },
		{ "home", take_home, offsetof(struct role, home), false },
		{ "sealed", take_bool, offsetof(struct role, sealed), false },
	};
	struct office *o = office_of(f);
	const struct ynode *usual = NULL;

	o->role = ARENA_ARRAY(f->a, struct role, root->n);
	for (uint32_t i = 0; i < root->n; i++) {
		struct role *r = &o->role[o->nroles++];

		r->name = root->key[i].text;
		yaml_map(f, &root->kid[i], keys, COUNT(keys), r);
		if (r->usual && usual)
			yaml_problem(f, &root->key[i], "default: true 只能写在一个角色上，%.*s 已经写了",
				STR_FMT(usual->text));
		usual = r->usual ? &root->key[i] : usual;
	}
	if (usual)
		start_with(f->a, &o->codes, usual->text);
	else
		yaml_problem(f, root, "要有一个角色写 default: true，没有写角色的工作人员就用它");
	match_codes(f, root);
	match_grants(f, root);
}

const struct role *office_role(const struct office *o, str name)
{
	for (size_t i = 0; i < o->nroles; i++)
		if (name.n ? str_eq(o->role[i].name, name) : o->role[i].usual)
			return &o->role[i];
	return NULL;
}

const char *role_reach_name(const struct role *r)
{
	size_t i = 0;

	while (reaches[i].digits != r->reach) /* read from these names */
		i++;
	return reaches[i].name;
}

const char *role_families_name(const struct role *r)
{
	return families[r->families];
}

const char *role_clear_name(const struct role *r)
{
	return clears[r->clear];
}
