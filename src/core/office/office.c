/* office.c - the files of config/ to struct office: the org tree, the office's own fields; codes.c,
 * care.c and roles.c read the rest.  Every problem of every file is reported at once. */
#include "core/office/office.h"

#include "base/buf.h"
#include "base/str.h"
#include "base/yaml.h"
#include "core/office/load.h"
#include "core/office/settings.h"

/* ---- office.yaml ---------------------------------------------------------------------------- */

void org_take(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "code", take_str, offsetof(struct org_seed, code), true },
		{ "name", take_str, offsetof(struct org_seed, name), true },
		{ "short", take_str, offsetof(struct org_seed, short_name), false },
		{ "level", take_str, offsetof(struct org_seed, level), false },
		{ "alias", take_strs, offsetof(struct org_seed, alias), false },
	};

	yaml_map(f, n, keys, COUNT(keys), dst);
}

static void take_orgs(struct yfile *f, const struct ynode *n, void *dst)
{
	struct office *o = dst;

	o->org = yaml_seq(f, n, sizeof *o->org, &o->norgs, org_take);
}

static void take_backup_keys(struct yfile *f, const struct ynode *n, void *dst)
{
	struct office *o = dst;
	struct strs keys = { 0 };

	take_strs(f, n, &keys);
	for (size_t i = 0; i < keys.n; i++) {
		if (i == SEAL_MOST)
			yaml_problem(f, n, "备份最多写给 %d 把公钥", SEAL_MOST);
		else if (i < SEAL_MOST && !seal_key_read(keys.p[i], false, &o->backup_key[i]))
			yaml_problem(f, n, "“%.*s”不是备份的公钥（qk1 开头，qinqing backup --keygen 打印的），或者抄错了",
				STR_FMT(keys.p[i]));
		else if (i < SEAL_MOST)
			o->nbackup_keys = i + 1;
	}
}

static void load_office(struct yfile *f, const struct ynode *root)
{
	static const struct ykey keys[] = {
		{ "name", take_str, offsetof(struct office, name), true },
		{ "language", take_str, offsetof(struct office, language), false },
		{ "tel_area", take_str, offsetof(struct office, tel_area), false },
		{ "orgs", take_orgs, 0, true },
		{ "emergency_hours", take_count, offsetof(struct office, emergency_hours), false },
		{ "hide_minutes", take_int, offsetof(struct office, hide_minutes), false },
		{ "leave_minutes", take_int, offsetof(struct office, leave_minutes), false },
		{ "backup_keys", take_backup_keys, 0, false },
		{ "backup_warn_days", take_int, offsetof(struct office, backup_warn_days), false },
		{ "dormant_days", take_int, offsetof(struct office, dormant_days), false },
	};

	yaml_map(f, root, keys, COUNT(keys), office_of(f));
}

/* ---- fields.yaml ---------------------------------------------------------------------------- */

static const struct { const char *name; uint8_t kind; } kinds[] = {
	{ "text", K_TEXT },   { "note", K_NOTE },   { "code", K_CODE },   { "codes", K_CODES },
	{ "num", K_NUM },     { "money", K_MONEY }, { "date", K_DATE },   { "pdate", K_PDATE },
	{ "month", K_MONTH }, { "time", K_TIME },   { "flag", K_FLAG },   { "phone", K_PHONE },
};

struct own { int64_t tag, sens, max; str name, label, kind, of; };

static void take_own(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "tag", take_int, offsetof(struct own, tag), true },
		{ "name", take_str, offsetof(struct own, name), true },
		{ "label", take_str, offsetof(struct own, label), true },
		{ "kind", take_str, offsetof(struct own, kind), true },
		{ "of", take_str, offsetof(struct own, of), false },
		{ "sens", take_int, offsetof(struct own, sens), false },
		{ "max", take_int, offsetof(struct own, max), false },
	};
	struct field *out = dst;
	struct own in = { 0 };
	bool known = false;

	yaml_map(f, n, keys, COUNT(keys), &in);
	*out = (struct field){ .tag = (uint16_t)in.tag, .sens = (uint8_t)in.sens,
		.max = (uint16_t)in.max, .name = arena_z(f->a, in.name),
		.label = arena_z(f->a, in.label), .of = in.of.n ? arena_z(f->a, in.of) : NULL };
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (str_is(in.kind, kinds[i].name)) {
			out->kind = kinds[i].kind;
			known = true;
		}
	if (!known)
		yaml_problem(f, n, "没有这种字段：“%.*s”", STR_FMT(in.kind));
	if (in.tag < 1000 || in.tag > UINT16_MAX)
		yaml_problem(f, n, "tag 要在 1000 到 65535 之间");
	if (in.max < 0 || in.max > UINT16_MAX)
		yaml_problem(f, n, "max 要在 0 到 65535 之间");
	if (in.sens < 0 || in.sens > 4)
		yaml_problem(f, n, "sens 要在 0 到 4 之间");
	if (out->of && !codebook_find(&office_of(f)->codes, in.of))
		yaml_problem(f, n, "没有代码表 %.*s", STR_FMT(in.of));
}

static void load_fields(struct yfile *f, const struct ynode *root)
{
	struct office *o = office_of(f);

	for (uint32_t i = 0; i < root->n; i++) {
		size_t at = 0, n;
		struct field *own;

		while (o->types[at] && !str_is(root->key[i].text, o->types[at]->name))
			at++;
		if (!o->types[at]) {
			yaml_problem(f, &root->key[i], "没有“%.*s”这种记录", STR_FMT(root->key[i].text));
			continue;
		}
		own = yaml_seq(f, &root->kid[i], sizeof *own, &n, take_own);
		if (!n)
			continue;
		for (size_t k = 0; k < n; k++)
			for (size_t j = 0; j < k + o->types[at]->nfields; j++) {
				const struct field *other = j < k ? &own[j]
								  : &o->types[at]->fields[j - k];

				if (other->tag == own[k].tag ||
					strcmp(other->name, own[k].name) == 0)
					yaml_problem(f, &root->kid[i], "字段 %s 的 name 或 tag 已用过",
						own[k].name);
			}
		o->types[at] = type_extend(f->a, o->types[at], own, (uint32_t)n);
	}
}

/* ---- all files ------------------------------------------------------------------------------ */

static const struct {
	const char *name;
	void (*load)(struct yfile *, const struct ynode *root);
	bool counts; /* does what a family counts for depend on it? */
} files[] = {
	{ "config/codes.yaml", codes_load, true },   { "config/office.yaml", load_office, false },
	{ "config/care.yaml", care_load, true },     { "config/roles.yaml", roles_load, false },
	{ "config/fields.yaml", load_fields, true },
	{ "config/association.yaml", association_load, false },
};

const struct rec_type *office_type(const struct office *o, str name)
{
	for (size_t i = 0; o->types[i]; i++)
		if (str_is(name, o->types[i]->name))
			return o->types[i];
	return NULL;
}

const struct rec_type *office_own(const struct office *o, const struct rec_type *shipped)
{
	const struct rec_type *t = o->by_tag[shipped->tag];

	return t ? t : shipped;
}

static struct office *load_all(struct arena *a, const struct rec_type *const *types, const char *dir,
	struct yfile *out[COUNT(files)])
{
	struct office *o = ARENA_NEW(a, struct office);
	struct loader l = { .o = o, .care = &o->care };
	struct buf b = { .a = a };
	size_t n = 0;

	while (types[n])
		n++;
	o->types = ARENA_ARRAY(a, const struct rec_type *, n + 1);
	for (size_t i = 0; i < n; i++)
		o->types[i] = types[i];
	o->dir = dir;
	for (size_t i = 0; i < COUNT(files); i++) {
		out[i] = settings_read(a, dir, str_of(files[i].name));
		out[i]->ctx = &l;
		if (out[i]->root)
			files[i].load(out[i], out[i]->root);
		if (out[i]->root && files[i].counts)
			buf_str(&b, yaml_text(a, out[i]->root, true));
	}
	o->counted_by = buf_view(&b);
	for (size_t i = 0; i < n; i++)
		o->by_tag[o->types[i]->tag] = o->types[i];
	return o;
}

enum rc office_load(struct arena *a, const struct rec_type *const *types, const char *dir,
	struct office **out, struct err *e)
{
	struct yfile *read[COUNT(files)];

	*out = load_all(a, types, dir, read);
	for (size_t i = 0; i < COUNT(files); i++)
		TRY(yaml_verdict(read[i], e));
	return RC_OK;
}

str office_problems(struct arena *a, const struct rec_type *const *types, const char *dir)
{
	struct yfile *read[COUNT(files)];
	struct buf b = { .a = a };

	load_all(a, types, dir, read);
	for (size_t i = 0; i < COUNT(files); i++)
		buf_str(&b, yaml_problems(read[i], a));
	return buf_view(&b);
}
