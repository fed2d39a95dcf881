/* codes.c - codes.yaml: the code tables, and what their codes mean to the rules. */
#include "core/office/load.h"

#include "base/str.h"
#include "core/office/means.h"

static void read_item(struct yfile *f, const struct ynode *key, const struct ynode *value,
	struct code_item *out)
{
	out->key = key->text;
	if (value->kind == Y_SCALAR) {
		out->name = value->text;
		return;
	}
	if (value->kind != Y_MAP) {
		yaml_problem(f, value, "代码 %.*s 要写成 名称 或 {name: 名称, ...}", STR_FMT(key->text));
		return;
	}
	out->attr = ARENA_ARRAY(f->a, struct codeattr, value->n);
	for (uint32_t i = 0; i < value->n; i++) {
		str name = value->key[i].text;

		if (value->kid[i].kind != Y_SCALAR)
			yaml_problem(f, &value->kid[i], "“%.*s”要写成一个值", STR_FMT(name));
		else if (str_is(name, "name"))
			out->name = value->kid[i].text;
		else
			out->attr[out->nattr++] = (struct codeattr){ name, value->kid[i].text };
		out->retired |= str_is(name, "valid_to");
	}
	if (!out->name.n)
		yaml_problem(f, value, "代码 %.*s 缺少 name", STR_FMT(key->text));
}

static void read_table(struct yfile *f, const struct ynode *name, const struct ynode *map)
{
	struct codebook *book = &office_of(f)->codes;
	struct code_table *t = &book->table[book->n++];

	*t = (struct code_table){ .name = name->text };
	t->item = ARENA_ARRAY(f->a, struct code_item, map->n);
	for (uint32_t i = 0; i < map->n; i++)
		read_item(f, &map->key[i], &map->kid[i], &t->item[t->n++]);
}

/* The look-up keeps these two of every family in a byte each (rules/lookup.c). */
static void judge_numbers(struct yfile *f, const struct ynode *name, const struct ynode *map)
{
	static const char *const tables[] = { "FAMILY_KIND", "CARE_LEVEL" };
	int64_t n;

	for (size_t t = 0; t < COUNT(tables); t++)
		for (uint32_t i = 0; str_is(name->text, tables[t]) && i < map->n; i++)
			if (!str_int(map->key[i].text, &n) || n < 1 || n > 255)
				yaml_problem(f, &map->key[i], "%s 的代码要是1到255的数字，“%.*s”查找时找不到", tables[t],
					STR_FMT(map->key[i].text));
}

/* EDU_SHORT: what a form offers first of EDU. */
static void read_short(struct yfile *f, const struct ynode *name, const struct ynode *list)
{
	str base = str_sub(name->text, 0, name->text.n - (uint32_t)strlen("_SHORT"));
	struct code_table *t = (struct code_table *)(uintptr_t)codebook_find(&office_of(f)->codes, base);

	if (!t) {
		yaml_problem(f, name, "没有代码表 %.*s", STR_FMT(base));
		return;
	}
	t->first = ARENA_ARRAY(f->a, struct code_item *, list->n);
	for (uint32_t i = 0; i < list->n; i++) {
		const struct code_item *it = code_find(t, list->kid[i].text);

		if (it)
			t->first[t->nfirst++] = (struct code_item *)(uintptr_t)it;
		else
			yaml_problem(f, &list->kid[i], "%.*s 没有代码 %.*s", STR_FMT(base),
				STR_FMT(list->kid[i].text));
	}
}

/* The codes of a table that mean this, live ones first. */
static struct meaning read_meaning(struct arena *a, const struct code_table *t, const char *name)
{
	str *key = ARENA_ARRAY(a, str, t ? t->n : 0);
	size_t n = 0;

	for (int retired = 0; retired <= 1; retired++)
		for (size_t i = 0; t && i < t->n; i++) {
			str rest = code_attr(&t->item[i], "means"), word;

			while (t->item[i].retired == retired && str_word(&rest, &word))
				if (str_is(word, name))
					key[n++] = t->item[i].key;
		}
	return (struct meaning){ key, n };
}

static const char *nearest_meaning(str table, str word)
{
	const char *names[MEANS_COUNT];
	size_t n = 0;

	for (size_t m = 0; m < MEANS_COUNT; m++)
		if (str_is(table, means_table[m].table))
			names[n++] = means_table[m].name;
	return str_nearest(word, names, n, sizeof *names);
}

static bool meaning_known(str table, str word)
{
	for (size_t m = 0; m < MEANS_COUNT; m++)
		if (str_is(table, means_table[m].table) && str_is(word, means_table[m].name))
			return true;
	return false;
}

/* What the rules ask for must be there, and what is said must be something they know. */
static void read_meanings(struct yfile *f, const struct ynode *root)
{
	struct codebook *book = &office_of(f)->codes;
	struct meaning *meaning = ARENA_ARRAY(f->a, struct meaning, MEANS_COUNT);

	for (size_t m = 0; m < MEANS_COUNT; m++) {
		str table = str_of(means_table[m].table);
		const struct ynode *at = ynode_get(root, table);

		meaning[m] = read_meaning(f->a, codebook_find(book, table), means_table[m].name);
		if (!meaning[m].n)
			yaml_problem(f, at ? at : root, "%.*s 缺 means: %s，规则要靠它", STR_FMT(table),
				means_table[m].name);
	}
	for (size_t i = 0; i < book->n; i++)
		for (size_t k = 0; k < book->table[i].n; k++) {
			const struct code_table *t = &book->table[i];
			str rest = code_attr(&t->item[k], "means"), word;

			while (str_word(&rest, &word)) {
				const char *near = nearest_meaning(t->name, word);

				if (!meaning_known(t->name, word))
					yaml_problem(f, ynode_get(ynode_get(root, t->name), t->item[k].key),
						"不认识的 means：“%.*s”%s%s", STR_FMT(word),
						near ? "，是不是 " : "", near ? near : "");
			}
		}
	book->meaning = meaning;
}

/* Stands in older copies of the file; the amounts are in care.yaml. */
#define MOVED "TEFU_AMOUNT"

void codes_load(struct yfile *f, const struct ynode *root)
{
	office_of(f)->codes.table = ARENA_ARRAY(f->a, struct code_table, root->n);
	for (uint32_t i = 0; i < root->n; i++)
		if (root->kid[i].kind == Y_MAP) {
			read_table(f, &root->key[i], &root->kid[i]);
			judge_numbers(f, &root->key[i], &root->kid[i]);
		}
	for (uint32_t i = 0; i < root->n; i++)
		if (root->kid[i].kind == Y_SEQ && str_ends(root->key[i].text, S("_SHORT")))
			read_short(f, &root->key[i], &root->kid[i]);
		else if (root->kid[i].kind != Y_MAP && !str_is(root->key[i].text, MOVED))
			yaml_problem(f, &root->kid[i], "代码表 %.*s 要写成“代码: 名称”，一行一个",
				STR_FMT(root->key[i].text));
	read_meanings(f, root);
}
