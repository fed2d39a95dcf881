/* yaml_take.c - walking nodes by tables of keys, and the list of everything that is wrong. */
#include "base/yaml.h"

#include "base/buf.h"
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { PROBLEMS_MAX = 200 }; /* a person corrects no more at a time */

/* ---- problems ------------------------------------------------------------------------------- */

static str format(struct arena *a, const char *fmt, va_list ap)
{
	va_list again;
	int n;
	char *p;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	p = arena_new(a, (size_t)(n < 0 ? 0 : n) + 1);
	vsnprintf(p, (size_t)(n < 0 ? 0 : n) + 1, fmt, ap);
	return str_of(p);
}

void yaml_problem(struct yfile *f, const struct ynode *at, const char *fmt, ...)
{
	struct yproblem *p;
	va_list ap;

	if (!f->problem)
		f->problem = ARENA_ARRAY(f->a, struct yproblem, PROBLEMS_MAX);
	if (f->nproblems == PROBLEMS_MAX)
		return;
	p = &f->problem[f->nproblems++];
	*p = (struct yproblem){ at->file, at->line, at->col, { 0 } };
	if (f->nproblems == PROBLEMS_MAX) {
		p->msg = S("问题太多，请先改好前面的再检查");
		return;
	}
	va_start(ap, fmt);
	p->msg = format(f->a, fmt, ap);
	va_end(ap);
}

static int by_place(const void *x, const void *y)
{
	const struct yproblem *a = x, *b = y;
	int file = strcmp(a->file, b->file);

	if (file)
		return file;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	if (a->col != b->col)
		return a->col < b->col ? -1 : 1;
	return str_cmp(a->msg, b->msg);
}

static str line_of(struct arena *a, const struct yproblem *p)
{
	return arena_printf(a, "%s:%u:%u: %.*s", p->file, p->line, p->col, STR_FMT(p->msg));
}

static void sort_problems(struct yfile *f)
{
	if (f->nproblems > 1)
		qsort(f->problem, f->nproblems, sizeof *f->problem, by_place);
}

enum rc yaml_verdict(struct yfile *f, struct err *e)
{
	enum { ROOM_FOR_REST = 32 };
	struct buf b = { .a = f->a };
	size_t shown = 0;

	if (!f->nproblems)
		return RC_OK;
	sort_problems(f);
	for (; shown < f->nproblems; shown++) {
		str line = line_of(f->a, &f->problem[shown]);

		if (shown && b.n + 1 + line.n > sizeof e->msg - ROOM_FOR_REST)
			break;
		buf_printf(&b, "%s%.*s", shown ? "\n" : "", STR_FMT(line));
	}
	if (shown < f->nproblems)
		buf_printf(&b, "\n还有 %zu 处", f->nproblems - shown);
	return fail(e, RC_INVALID, "%.*s", STR_FMT(buf_view(&b)));
}

str yaml_problems(struct yfile *f, struct arena *a)
{
	struct buf b = { .a = a };

	sort_problems(f);
	for (size_t i = 0; i < f->nproblems; i++)
		buf_printf(&b, "%.*s\n", STR_FMT(line_of(a, &f->problem[i])));
	return b.n ? buf_view(&b) : S("");
}

/* ---- walking -------------------------------------------------------------------------------- */

static const struct ykey *known(const struct ykey *keys, size_t nkeys, str name)
{
	for (size_t i = 0; i < nkeys; i++)
		if (str_is(name, keys[i].name))
			return &keys[i];
	return NULL;
}

static void refuse_key(struct yfile *f, const struct ynode *key, const struct ykey *keys, size_t nkeys)
{
	const char *near = nkeys ? str_nearest(key->text, &keys[0].name, nkeys, sizeof *keys) : NULL;

	if (near)
		yaml_problem(f, key, "不认识“%.*s”，是不是“%s”？", STR_FMT(key->text), near);
	else
		yaml_problem(f, key, "不认识“%.*s”", STR_FMT(key->text));
}

void yaml_map(struct yfile *f, const struct ynode *n, const struct ykey *keys, size_t nkeys,
	void *dst)
{
	if (!n)
		return;
	if (n->kind != Y_MAP) {
		yaml_problem(f, n, "这里应是“键: 值”，一行一个");
		return;
	}
	for (size_t i = 0; i < nkeys; i++) {
		const struct ynode *kid = ynode_get(n, str_of(keys[i].name));

		if (kid)
			keys[i].take(f, kid, (char *)dst + keys[i].off);
		else if (keys[i].required)
			yaml_problem(f, n, "缺少“%s”", keys[i].name);
	}
	for (uint32_t i = 0; i < n->n; i++)
		if (!known(keys, nkeys, n->key[i].text))
			refuse_key(f, &n->key[i], keys, nkeys);
}

void *yaml_seq(struct yfile *f, const struct ynode *n, size_t size, size_t *count,
	void (*take)(struct yfile *, const struct ynode *, void *dst))
{
	char *items;

	*count = 0;
	if (!n)
		return NULL;
	if (n->kind != Y_SEQ) {
		yaml_problem(f, n, "这里应是列表，每项以“- ”开头");
		return NULL;
	}
	*count = n->n;
	items = arena_new(f->a, n->n * size);
	for (uint32_t i = 0; i < n->n; i++)
		take(f, &n->kid[i], items + i * size);
	return items;
}

const struct ynode *ynode_get(const struct ynode *map, str key)
{
	if (map && map->kind == Y_MAP)
		for (uint32_t i = 0; i < map->n; i++)
			if (str_eq(map->key[i].text, key))
				return &map->kid[i];
	return NULL;
}

/* ---- takers --------------------------------------------------------------------------------- */

static bool scalar(struct yfile *f, const struct ynode *n)
{
	if (n->kind == Y_SCALAR)
		return true;
	yaml_problem(f, n, "这里应是一个值，不是列表，也不是一组键");
	return false;
}

void take_node(struct yfile *f, const struct ynode *n, void *dst)
{
	(void)f;
	*(const struct ynode **)dst = n;
}

void take_scalar(struct yfile *f, const struct ynode *n, void *dst)
{
	if (scalar(f, n))
		take_node(f, n, dst);
}

void take_str(struct yfile *f, const struct ynode *n, void *dst)
{
	if (scalar(f, n))
		*(str *)dst = n->text;
}

void take_int(struct yfile *f, const struct ynode *n, void *dst)
{
	if (scalar(f, n) && !str_int(n->text, dst))
		yaml_problem(f, n, "这里应是整数，“%.*s”不是", STR_FMT(n->text));
}

void take_count(struct yfile *f, const struct ynode *n, void *dst)
{
	enum { MOST = 100000 };

	take_int(f, n, dst);
	if (*(int64_t *)dst < 0 || *(int64_t *)dst > MOST)
		yaml_problem(f, n, "这里应是 0 到 %d 之间的整数", MOST);
}

void take_bool(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct { const char *word; bool v; } words[] = {
		{ "true", true }, { "yes", true }, { "是", true },
		{ "false", false }, { "no", false }, { "否", false },
	};

	if (!scalar(f, n))
		return;
	for (size_t i = 0; i < COUNT(words); i++)
		if (str_is(n->text, words[i].word)) {
			*(bool *)dst = words[i].v;
			return;
		}
	yaml_problem(f, n, "这里填“是”或“否”（true / false），“%.*s”不明白", STR_FMT(n->text));
}

/* Written dates stay what they are: nothing here is relative to today. */
void take_date(struct yfile *f, const struct ynode *n, void *dst)
{
	struct err e;

	if (!scalar(f, n))
		return;
	if (n->text.n < 8 || !str_digits(str_sub(n->text, 0, 4)))
		yaml_problem(f, n, "日期请写成 2026-05-06，“%.*s”不是", STR_FMT(n->text));
	else if (date_parse(n->text, (date){ 1 }, dst, &e) != RC_OK)
		yaml_problem(f, n, "%s", e.msg);
}

static void take_one(struct yfile *f, const struct ynode *n, void *dst)
{
	take_str(f, n, dst);
}

void take_strs(struct yfile *f, const struct ynode *n, void *dst)
{
	struct strs *out = dst;

	*out = (struct strs){ 0 };
	if (n->kind != Y_SCALAR) {
		out->p = yaml_seq(f, n, sizeof *out->p, &out->n, take_one);
	} else if (n->text.n) {
		out->p = ARENA_NEW(f->a, str);
		*out->p = n->text;
		out->n = 1;
	}
}
