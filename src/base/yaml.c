/* yaml.c - from YAML text to nodes with positions; the only user of libyaml.
 *
 * The events are read one by one, so that depth is limited before anything is built, and aliases
 * cannot multiply.  What the nodes mean is yaml_take.c's business. */
#include "base/yaml.h"

#include "base/str.h"
#include "base/utf8.h"

#include <stdlib.h>

#include <yaml.h>

enum { DEPTH_MAX = 32 };

struct reader {
	yaml_parser_t p;
	struct yfile *f;
	str text; /* the whole file */
};

/* Children being collected. */
struct nodes { VEC(struct ynode); };

static struct ynode node_at(const struct reader *r, yaml_mark_t m)
{
	return (struct ynode){ .file = r->f->name.p, .line = (uint32_t)m.line + 1,
		.col = (uint32_t)m.column + 1 };
}

/* Line and column of a byte: for what is found before libyaml counts for us. */
static struct ynode node_at_byte(const struct reader *r, uint32_t offset)
{
	struct ynode n = { .file = r->f->name.p, .line = 1, .col = 1 };
	uint32_t at = 0;

	while (at < offset && at < r->text.n) {
		if (utf8_next(r->text, &at) == '\n') {
			n.line++;
			n.col = 1;
		} else {
			n.col++;
		}
	}
	return n;
}

/* ---- what libyaml refuses ------------------------------------------------------------------- */

#define NO_MEMORY "内存不足，这个文件没有读完；请关掉别的程序再试"
#define TAB "缩进里有制表符(Tab)，YAML 的缩进只能用空格"

static const struct { const char *en, *zh; } sentences[] = {
	{ "mapping values are not allowed in this context",
		"这里不该有冒号：缩进没有对齐，或者内容里的冒号要加引号" },
	{ "did not find expected key", "缩进没有与上面的键对齐" },
	{ "could not find expected ':'", "键后面缺冒号，应写成“键: 值”" },
	{ "found a tab character that violates indentation", TAB },
	{ "found a tab character where an indentation space is expected", TAB },
	{ "did not find expected ',' or ']'", "方括号里的列表缺逗号，或缺右方括号 ]" },
	{ "did not find expected ',' or '}'", "花括号里缺逗号，或缺右花括号 }" },
	{ "did not find expected '-' indicator", "列表没有对齐：每项都以“- ”开头，左边对齐" },
	{ "block sequence entries are not allowed in this context",
		"“- ”不能写在这一行里，请另起一行" },
	{ "mapping keys are not allowed in this context", "这里不能写键，请检查缩进" },
	{ "did not find expected node content", "这里缺内容" },
	{ "did not find expected <document start>", "这里的内容与前面连不上，请检查缩进" },
	{ "found unexpected end of stream", "引号没有配对，从这里一直到文件末尾" },
	{ "found unexpected document indicator", "引号没有配对，从这里起" },
	{ "found unknown escape character", "双引号里的反斜杠写法不对；不需要转义时请用单引号" },
	{ "control characters are not allowed", "这里有看不见的控制字符，请删掉" },
};

/* ---- full-width colons ---------------------------------------------------------------------- */

static const str wide_colon = { "：", 3 };

/* Where a full-width colon ends the first word of a line, as an offset; -1 when none does. */
static int colon_at(str line)
{
	uint32_t from = 0, at;

	while (from < line.n && (line.p[from] == ' ' || str_starts(str_from(line, from), S("- "))))
		from++;
	for (at = from; at < line.n && !strchr(" \t\"'#{}[],", line.p[at]); at++)
		if (str_starts(str_from(line, at), wide_colon))
			return at > from ? (int)at : -1;
	return -1;
}

/* It stands behind these words, which begin at line and col.  Said once, though a word is a text and then
 * a syntax error. */
static void refuse_colon(struct yfile *f, uint32_t line, uint32_t col, str words)
{
	struct ynode at = { .file = f->name.p, .line = line, .col = col + utf8_count(words) };

	for (size_t i = 0; i < f->nproblems; i++)
		if (f->problem[i].line == at.line && f->problem[i].col == at.col)
			return;
	yaml_problem(f, &at, "这里的冒号是全角的“：”，要写半角的“:”，后面空一格；"
		"如果它是文字的一部分，请加引号");
}

/* In the lines first to last of the file, from 1. */
static bool refuse_colons(struct reader *r, size_t first, size_t last)
{
	str rest = r->text, line;
	bool found = false;

	for (size_t n = 1; n <= last && str_cut(&rest, '\n', &line); n++) {
		int at = n < first ? -1 : colon_at(line);

		if (at < 0)
			continue;
		refuse_colon(r->f, (uint32_t)n, 1, str_sub(line, 0, (uint32_t)at));
		found = true;
	}
	return found;
}

/* To YAML `language：zh` is a text, and a line that begins so goes on with the text above it. */
static void find_colons(struct reader *r, const yaml_event_t *ev, const struct ynode *n, str text)
{
	uint32_t key = 0;

	if (ev->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
		return;
	while (key < text.n && ((text.p[key] >= 'a' && text.p[key] <= 'z') || text.p[key] == '_'))
		key++;
	if (key && str_starts(str_from(text, key), wide_colon))
		refuse_colon(r->f, n->line, n->col, str_sub(text, 0, key));
	refuse_colons(r, n->line + 1, ev->end_mark.line + 1);
}

/* Where the reader stopped: for an open quote, where it began. */
static struct ynode where_refused(const struct reader *r)
{
	const yaml_parser_t *p = &r->p;

	if (p->error == YAML_MEMORY_ERROR)
		return node_at(r, p->mark);
	if (p->error == YAML_READER_ERROR)
		return node_at_byte(r, (uint32_t)p->problem_offset);
	if (p->context && !strcmp(p->context, "while scanning a quoted scalar"))
		return node_at(r, p->context_mark);
	return node_at(r, p->problem_mark);
}

static void refuse_syntax(struct reader *r)
{
	const char *en = r->p.problem ? r->p.problem : "?";
	struct ynode at = where_refused(r);
	size_t byte = r->p.problem_mark.index; /* counts characters */
	uint32_t offset = 0;

	if (r->p.error == YAML_MEMORY_ERROR) {
		yaml_problem(r->f, &at, NO_MEMORY);
		return;
	}
	if (!strcmp(en, "found character that cannot start any token")) {
		while (byte-- && offset < r->text.n)
			utf8_next(r->text, &offset);
		if (offset < r->text.n && r->text.p[offset] == '\t')
			yaml_problem(r->f, &at, TAB);
		else
			yaml_problem(r->f, &at, "“%.*s”不能放在开头；内容以它开头时要加引号",
				STR_FMT(str_sub(r->text, offset, 1)));
		return;
	}
	if (refuse_colons(r, at.line > 1 ? at.line - 1 : 1, at.line))
		return;
	for (size_t i = 0; i < COUNT(sentences); i++)
		if (!strcmp(en, sentences[i].en)) {
			yaml_problem(r->f, &at, "%s", sentences[i].zh);
			return;
		}
	yaml_problem(r->f, &at, "YAML 写法有误（%s）", en);
}

/* The caller deletes *ev.  False after a syntax error, which has become a problem. */
static bool next_event(struct reader *r, yaml_event_t *ev)
{
	if (yaml_parser_parse(&r->p, ev))
		return true;
	refuse_syntax(r);
	return false;
}

/* ---- nodes ---------------------------------------------------------------------------------- */

static bool read_node(struct reader *r, yaml_event_t *ev, int depth, struct ynode *out);

static int by_text(const void *x, const void *y)
{
	const struct ynode *a = *(const struct ynode *const *)x, *b = *(const struct ynode *const *)y;
	int c = str_cmp(a->text, b->text);

	if (c)
		return c;
	return a < b ? -1 : a > b;
}

/* libyaml takes the same key twice without a word. */
static void find_twice(struct yfile *f, const struct ynode *map)
{
	const struct ynode **sorted;

	if (map->n < 2)
		return;
	sorted = ARENA_ARRAY(f->a, const struct ynode *, map->n);
	for (uint32_t i = 0; i < map->n; i++)
		sorted[i] = &map->key[i];
	qsort(sorted, map->n, sizeof *sorted, by_text);
	for (uint32_t i = 1, first = 0; i < map->n; i++) {
		if (!str_eq(sorted[i]->text, sorted[first]->text))
			first = i;
		else
			yaml_problem(f, sorted[i], "“%.*s”重复了，第%u行已经写过",
				STR_FMT(sorted[i]->text), sorted[first]->line);
	}
}

static bool read_map(struct reader *r, int depth, struct ynode *out)
{
	struct nodes keys = { 0 }, kids = { 0 };
	yaml_event_t ev;

	for (;;) {
		if (!next_event(r, &ev))
			return false;
		if (ev.type == YAML_MAPPING_END_EVENT)
			break;

		struct ynode *key = vec_add(r->f->a, &keys), *kid;

		if (!read_node(r, &ev, depth, key))
			return false;
		if (key->kind != Y_SCALAR) {
			yaml_problem(r->f, key, "键应是一个词，不能是列表或另一组键");
			*key = (struct ynode){ .file = key->file, .line = key->line, .col = key->col };
		}
		if (!next_event(r, &ev) || !read_node(r, &ev, depth, (kid = vec_add(r->f->a, &kids))))
			return false;
		/* {失独："11"}: a key, and no value. */
		if (kid->kind == Y_SCALAR && !kid->text.n && str_has(key->text, wide_colon))
			refuse_colon(r->f, key->line, key->col,
				str_sub(key->text, 0, (uint32_t)str_find(key->text, wide_colon)));
	}
	yaml_event_delete(&ev);
	out->key = keys.p;
	out->kid = kids.p;
	out->n = (uint32_t)keys.n;
	find_twice(r->f, out);
	return true;
}

static bool read_seq(struct reader *r, int depth, struct ynode *out)
{
	struct nodes kids = { 0 };
	yaml_event_t ev;

	for (;;) {
		if (!next_event(r, &ev))
			return false;
		if (ev.type == YAML_SEQUENCE_END_EVENT)
			break;
		if (!read_node(r, &ev, depth, vec_add(r->f->a, &kids)))
			return false;
	}
	yaml_event_delete(&ev);
	out->kid = kids.p;
	out->n = (uint32_t)kids.n;
	return true;
}

/* Escapes can say what the file itself may not contain. */
static void read_scalar(struct reader *r, const yaml_event_t *ev, struct ynode *out)
{
	str s = { (const char *)ev->data.scalar.value, (uint32_t)ev->data.scalar.length };
	uint32_t at = 0;

	while (at < s.n) {
		uint32_t c = utf8_next(s, &at);

		if (c != '\n' && utf8_forbidden(c)) {
			yaml_problem(r->f, out, "内容里有看不见的控制字符(U+%04X)，请删掉", (unsigned)c);
			break;
		}
	}
	out->text = arena_str(r->f->a, s);
	find_colons(r, ev, out, out->text);
}

/* Anchors and tags of any node: 0 when it has neither. */
static const char *decoration(const yaml_event_t *ev)
{
	switch (ev->type) {
	case YAML_SCALAR_EVENT: return ev->data.scalar.anchor ? "锚点 &"
				       : ev->data.scalar.tag  ? "标签 !" : NULL;
	case YAML_SEQUENCE_START_EVENT: return ev->data.sequence_start.anchor ? "锚点 &"
					       : ev->data.sequence_start.tag  ? "标签 !" : NULL;
	case YAML_MAPPING_START_EVENT: return ev->data.mapping_start.anchor ? "锚点 &"
					      : ev->data.mapping_start.tag  ? "标签 !" : NULL;
	case YAML_ALIAS_EVENT: return "别名 *";
	default: return NULL;
	}
}

/* Deletes *ev.  False when the rest of the file cannot be read. */
static bool read_node(struct reader *r, yaml_event_t *ev, int depth, struct ynode *out)
{
	const char *extra = decoration(ev);
	yaml_event_type_t type = ev->type;

	*out = node_at(r, ev->start_mark);
	if (extra)
		yaml_problem(r->f, out, "这里不能用%s，请把内容直接写出来", extra);
	if (type == YAML_SCALAR_EVENT)
		read_scalar(r, ev, out);
	yaml_event_delete(ev);
	if (type == YAML_SCALAR_EVENT || type == YAML_ALIAS_EVENT)
		return true;
	if (depth >= DEPTH_MAX) {
		yaml_problem(r->f, out, "嵌套超过%d层，这不像是配置文件", DEPTH_MAX);
		return false;
	}
	out->kind = type == YAML_MAPPING_START_EVENT ? Y_MAP : Y_SEQ;
	return out->kind == Y_MAP ? read_map(r, depth + 1, out) : read_seq(r, depth + 1, out);
}

/* ---- the file ------------------------------------------------------------------------------- */

/* The type of the next event, which is deleted; YAML_NO_EVENT after a syntax error. */
static yaml_event_type_t skip_event(struct reader *r, struct ynode *at)
{
	yaml_event_t ev;
	yaml_event_type_t type;

	if (!next_event(r, &ev))
		return YAML_NO_EVENT;
	type = ev.type;
	*at = node_at(r, ev.start_mark);
	yaml_event_delete(&ev);
	return type;
}

static bool read_document(struct reader *r, struct ynode *root)
{
	struct ynode at;
	yaml_event_t ev;

	*root = (struct ynode){ .kind = Y_MAP, .file = r->f->name.p, .line = 1, .col = 1 };
	if (skip_event(r, &at) != YAML_STREAM_START_EVENT)
		return false;
	switch (skip_event(r, &at)) {
	case YAML_NO_EVENT: return false;
	case YAML_STREAM_END_EVENT: return true; /* nothing but comments */
	default: break;
	}
	if (!next_event(r, &ev) || !read_node(r, &ev, 0, root))
		return false;
	if (root->kind == Y_SCALAR && (!root->text.n || r->f->nproblems))
		root->kind = Y_MAP; /* "---" and nothing more, or what has been refused */
	if (skip_event(r, &at) != YAML_DOCUMENT_END_EVENT)
		return false;
	switch (skip_event(r, &at)) {
	case YAML_NO_EVENT: return false;
	case YAML_STREAM_END_EVENT: return true;
	default: break;
	}
	yaml_problem(r->f, &at, "一个文件只能有一份内容，请去掉这里的“---”");
	return true;
}

static struct yfile *new_file(struct arena *a, str name)
{
	struct yfile *f = ARENA_NEW(a, struct yfile);

	*f = (struct yfile){ .a = a, .name = arena_str(a, name) };
	return f;
}

struct yfile *yaml_unread(struct arena *a, str name, const char *why)
{
	struct yfile *f = new_file(a, name);

	yaml_problem(f, &(struct ynode){ .file = f->name.p, .line = 1, .col = 1 }, "%s", why);
	return f;
}

struct yfile *yaml_read(struct arena *a, str name, str text)
{
	struct yfile *f = new_file(a, name);
	struct reader r = { .f = f, .text = text };
	struct ynode *root = ARENA_NEW(a, struct ynode), at;
	int bad = utf8_bad(text);

	if (bad >= 0) {
		at = node_at_byte(&r, (uint32_t)bad);
		yaml_problem(f, &at, "不是 UTF-8 编码，请用 UTF-8 重新保存这个文件");
		return f;
	}
	if (!yaml_parser_initialize(&r.p))
		return yaml_unread(a, name, NO_MEMORY);
	yaml_parser_set_input_string(&r.p, (const unsigned char *)text.p, text.n);
	if (read_document(&r, root))
		f->root = root;
	yaml_parser_delete(&r.p);
	return f;
}
