/* yaml_merge.c - one file of settings laid over another, node by node, and nodes as text. */
#include "base/yaml.h"

#include "base/buf.h"
#include "base/str.h"
#include "base/utf8.h"

/* ---- nodes as text -------------------------------------------------------------------------- */

/* Bytes a word may consist of and need no quotes, wherever it stands. */
static bool plain_byte(unsigned char c)
{
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       c == '_' || c == '/' || c == '.' || c == '+' || c == '-' || c == ' ';
}

/* What YAML takes for the end of a line, and what nobody sees, is never plain. */
static bool strange(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x2028 || c == 0x2029 || utf8_forbidden(c);
}

static bool is_plain(str s)
{
	if (!s.n || strchr(" -./+", s.p[0]) || s.p[s.n - 1] == ' ')
		return false;
	for (uint32_t i = 0; i < s.n; i++)
		if (!plain_byte((unsigned char)s.p[i]))
			return false;
	for (uint32_t at = 0; at < s.n;)
		if (strange(utf8_next(s, &at)))
			return false;
	return true;
}

static void put_word(struct buf *b, str s)
{
	if (is_plain(s)) {
		buf_str(b, s);
		return;
	}
	buf_char(b, '"');
	for (uint32_t at = 0, from = 0; at < s.n; from = at) {
		uint32_t c = utf8_next(s, &at);

		if (c == '"' || c == '\\')
			buf_printf(b, "\\%c", (char)c);
		else if (c == '\n')
			buf_str(b, S("\\n"));
		else if (strange(c))
			buf_printf(b, c > 0xFFFF ? "\\U%08X" : "\\u%04X", (unsigned)c);
		else
			buf_put(b, s.p + from, at - from);
	}
	buf_char(b, '"');
}

static void put_node(struct buf *b, const struct ynode *n)
{
	if (n->kind == Y_SCALAR) {
		put_word(b, n->text);
		return;
	}
	buf_char(b, n->kind == Y_MAP ? '{' : '[');
	for (uint32_t i = 0; i < n->n; i++) {
		buf_str(b, i ? S(", ") : S(""));
		if (n->kind == Y_MAP) {
			put_word(b, n->key[i].text);
			buf_str(b, S(": "));
		}
		put_node(b, &n->kid[i]);
	}
	buf_char(b, n->kind == Y_MAP ? '}' : ']');
}

str yaml_text(struct arena *a, const struct ynode *n, bool lines)
{
	struct buf b = { .a = a };

	if (!lines || n->kind != Y_MAP) {
		put_node(&b, n);
		return buf_view(&b);
	}
	for (uint32_t i = 0; i < n->n; i++) {
		put_word(&b, n->key[i].text);
		buf_str(&b, S(": "));
		put_node(&b, &n->kid[i]);
		buf_char(&b, '\n');
	}
	return b.n ? buf_view(&b) : S("");
}

/* ---- where we are --------------------------------------------------------------------------- */

struct at { const struct at *up; str name; };

struct merge {
	struct yfile *f;
	const struct yrule *rule;
	size_t nrules;
	bool replace; /* own is taken as it is; what shipped has and it lacks is only told */
};

static bool fits(const struct yrule *r, const struct at *at)
{
	size_t n = 0;

	while (n < COUNT(r->path) && r->path[n])
		n++;
	for (; n && at; n--, at = at->up)
		if (strcmp(r->path[n - 1], "*") != 0 && !str_is(at->name, r->path[n - 1]))
			return false;
	return !n && !at;
}

static const struct yrule *rule_at(const struct merge *m, const struct at *at)
{
	static const struct yrule none;

	for (size_t i = 0; i < m->nrules; i++)
		if (fits(&m->rule[i], at))
			return &m->rule[i];
	return &none;
}

/* The names on the way, elements of lists by what identifies them: orgs 230402 name. */
static void put_path(struct buf *b, const struct at *at)
{
	if (at->up)
		put_path(b, at->up);
	if (at->name.n)
		buf_printf(b, "%s%.*s", b->n ? " " : "", STR_FMT(at->name));
}

static void note(struct merge *m, const struct at *at, const struct ynode *shipped,
	const struct ynode *own)
{
	struct buf b = { .a = m->f->a };

	if (at)
		put_path(&b, at);
	*vec_add(m->f->a, &m->f->over) = (struct yoverride){ b.n ? buf_view(&b) : S(""), shipped, own };
}

/* ---- what identifies an element -------------------------------------------------------------- */

/* `x` spelled out as {brief: x}. */
static const struct ynode *spelled(struct arena *a, const struct ynode *n, const char *brief)
{
	struct ynode *map;

	if (!brief || n->kind != Y_SCALAR)
		return n;
	map = ARENA_NEW(a, struct ynode);
	*map = *n;
	map->kind = Y_MAP;
	map->n = 1;
	map->key = ARENA_NEW(a, struct ynode);
	*map->key = *n;
	map->key->text = str_of(brief);
	map->kid = ARENA_NEW(a, struct ynode);
	*map->kid = *n;
	return map;
}

static str word_of(const struct ynode *map, str key)
{
	const struct ynode *n = ynode_get(map, key);

	return n && n->kind == Y_SCALAR ? n->text : S("");
}

/* Of "a+b" what both say, of "a|b" what the first says that is there; "" when nothing does. */
static str identity(struct arena *a, const struct ynode *n, const char *id)
{
	str rest = str_of(id), key;
	struct buf b = { .a = a };

	if (strchr(id, '+')) {
		while (str_cut(&rest, '+', &key))
			buf_printf(&b, "%s%.*s", b.n ? " " : "", STR_FMT(word_of(n, key)));
		return b.n ? buf_view(&b) : S("");
	}
	while (str_cut(&rest, '|', &key))
		if (ynode_get(n, key))
			return word_of(n, key);
	return S("");
}

/* The key that identifies: a column of a field is not the column of a fact of that name. */
static str identified_by(const struct ynode *n, const char *id)
{
	str rest = str_of(id), key;

	while (str_cut(&rest, '|', &key))
		if (ynode_get(n, key))
			return key;
	return S("");
}

static bool same(struct arena *a, const struct ynode *x, const struct ynode *y, const char *id)
{
	return str_eq(identified_by(x, id), identified_by(y, id)) &&
	       str_eq(identity(a, x, id), identity(a, y, id));
}

static bool dropped(const struct ynode *n)
{
	const struct ynode *d = n->kind == Y_MAP ? ynode_get(n, S("drop")) : NULL;

	return d && d->kind == Y_SCALAR &&
	       (str_is(d->text, "true") || str_is(d->text, "yes") || str_is(d->text, "是"));
}

/* ---- merging -------------------------------------------------------------------------------- */

struct kids { VEC(struct ynode); };

static struct ynode merged(struct merge *, const struct ynode *shipped, const struct ynode *own,
	const struct at *);

static void nothing_to_drop(struct merge *m, const struct ynode *own, const struct at *at)
{
	yaml_problem(m->f, own, "这里要去掉“%.*s”，可是随程序来的设置里没有它", STR_FMT(at->name));
}

static struct ynode merged_map(struct merge *m, const struct ynode *shipped, const struct ynode *own,
	const struct at *up)
{
	struct kids key = { 0 }, kid = { 0 };
	struct ynode out = *own;

	for (uint32_t i = 0; i < shipped->n; i++) {
		const struct ynode *mine = ynode_get(own, shipped->key[i].text);
		struct at at = { up, shipped->key[i].text };

		if (mine ? dropped(mine) : m->replace) {
			note(m, &at, &shipped->kid[i], NULL);
			continue;
		}
		*vec_add(m->f->a, &key) = mine ? own->key[mine - own->kid] : shipped->key[i];
		*vec_add(m->f->a, &kid) = mine ? merged(m, &shipped->kid[i], mine, &at) : shipped->kid[i];
	}
	for (uint32_t i = 0; i < own->n; i++) {
		struct at at = { up, own->key[i].text };

		if (ynode_get(shipped, own->key[i].text))
			continue;
		if (dropped(&own->kid[i])) {
			nothing_to_drop(m, &own->kid[i], &at);
			continue;
		}
		note(m, &at, NULL, &own->kid[i]);
		*vec_add(m->f->a, &key) = own->key[i];
		*vec_add(m->f->a, &kid) = own->kid[i];
	}
	out.key = key.p;
	out.kid = kid.p;
	out.n = (uint32_t)key.n;
	return out;
}

/* Where own elements stand: place[k] is 1 + the shipped one it is, or 0; kids[i] is what comes of shipped
 * element i, with the new ones behind it. */
struct places { uint32_t *place; struct kids *kids; };

/* The own element that is this shipped one; own->n when there is none. */
static uint32_t own_of(struct merge *m, const struct ynode *own, const struct places *p,
	const struct ynode *shipped, const struct yrule *r)
{
	uint32_t k = 0;

	while (k < own->n && (p->place[k] ||
			!same(m->f->a, spelled(m->f->a, &own->kid[k], r->brief), shipped, r->id)))
		k++;
	return k;
}

static void merge_element(struct merge *m, const struct ynode *own, const struct ynode *shipped,
	uint32_t i, const struct yrule *r, struct places *p, const struct at *up)
{
	struct arena *a = m->f->a;
	uint32_t k = own_of(m, own, p, shipped, r);
	const struct ynode *mine = k < own->n ? spelled(a, &own->kid[k], r->brief) : NULL;
	struct at at = { up, identity(a, shipped, r->id) };

	if (mine)
		p->place[k] = i + 1;
	if (mine ? dropped(mine) : m->replace)
		note(m, &at, shipped, NULL);
	else
		*vec_add(a, &p->kids[i]) = mine ? merged(m, shipped, mine, &at) : *shipped;
}

/* A new element stands behind the one it was written behind, or last. */
static void add_new(struct merge *m, const struct ynode *shipped, const struct ynode *own,
	const struct yrule *r, struct places *p, const struct at *up)
{
	struct arena *a = m->f->a;
	uint32_t behind = shipped->n;

	for (uint32_t k = 0; k < own->n; k++) {
		const struct ynode *mine = spelled(a, &own->kid[k], r->brief);
		struct at at = { up, identity(a, mine, r->id) };
		bool twice = false;

		if (p->place[k]) {
			behind = p->place[k] - 1;
			continue;
		}
		for (uint32_t i = 0; at.name.n && i < shipped->n; i++)
			twice |= same(a, mine, spelled(a, &shipped->kid[i], r->brief), r->id);
		if (twice) {
			yaml_problem(m->f, &own->kid[k], "“%.*s”写了两次", STR_FMT(at.name));
		} else if (dropped(mine)) {
			nothing_to_drop(m, mine, &at);
		} else {
			note(m, &at, NULL, &own->kid[k]);
			*vec_add(a, &p->kids[behind]) = own->kid[k];
		}
	}
}

static struct ynode merged_seq(struct merge *m, const struct ynode *shipped, const struct ynode *own,
	const struct at *up, const struct yrule *r)
{
	struct arena *a = m->f->a;
	struct places p = { .place = ARENA_ARRAY(a, uint32_t, own->n),
		.kids = ARENA_ARRAY(a, struct kids, (size_t)shipped->n + 1) };
	struct ynode out = *own;
	struct kids kids = { 0 };

	for (uint32_t i = 0; i < shipped->n; i++)
		merge_element(m, own, spelled(a, &shipped->kid[i], r->brief), i, r, &p, up);
	add_new(m, shipped, own, r, &p, up);
	for (uint32_t i = 0; i <= shipped->n; i++)
		for (size_t k = 0; k < p.kids[i].n; k++)
			*vec_add(a, &kids) = p.kids[i].p[k];
	out.kid = kids.p;
	out.n = (uint32_t)kids.n;
	return out;
}

static bool equal(struct arena *a, const struct ynode *x, const struct ynode *y)
{
	return x->kind == y->kind && str_eq(yaml_text(a, x, false), yaml_text(a, y, false));
}

static struct ynode merged(struct merge *m, const struct ynode *shipped, const struct ynode *own,
	const struct at *at)
{
	struct arena *a = m->f->a;
	const struct yrule *r = rule_at(m, at);
	const char *brief = r->id ? NULL : r->brief; /* of a list it is for its elements */

	if (shipped->kind == Y_SEQ && own->kind == Y_SEQ && r->id)
		return merged_seq(m, shipped, own, at, r);
	if (brief && shipped->kind != own->kind) {
		shipped = spelled(a, shipped, brief);
		own = spelled(a, own, brief);
	}
	if (shipped->kind == Y_MAP && own->kind == Y_MAP &&
		(!r->whole || !ynode_get(own, str_of(r->whole)) ||
			str_eq(word_of(own, str_of(r->whole)), word_of(shipped, str_of(r->whole)))))
		return merged_map(m, shipped, own, at);
	if (!equal(a, shipped, own))
		note(m, at, shipped, own);
	return *own;
}

/* A root without the key that is only for us. */
static struct ynode *without(struct arena *a, const struct ynode *root, str key, bool *was)
{
	struct ynode *out = ARENA_NEW(a, struct ynode);
	struct kids keys = { 0 }, kids = { 0 };

	*out = *root;
	for (uint32_t i = 0; i < root->n; i++) {
		if (str_eq(root->key[i].text, key))
			continue;
		*vec_add(a, &keys) = root->key[i];
		*vec_add(a, &kids) = root->kid[i];
	}
	*was = keys.n < root->n;
	out->key = keys.p;
	out->kid = kids.p;
	out->n = (uint32_t)keys.n;
	return out;
}

void yaml_merge(struct yfile *f, struct yfile *own, const struct yrule *rules, size_t nrules)
{
	struct merge m = { .f = f, .rule = rules, .nrules = nrules };
	struct ynode *root = own->root, *out;
	bool there;

	f->name = own->name;
	for (size_t i = 0; i < own->nproblems; i++)
		yaml_problem(f, &(struct ynode){ .file = own->problem[i].file, .line = own->problem[i].line,
			.col = own->problem[i].col }, "%.*s", STR_FMT(own->problem[i].msg));
	if (!root || !f->root)
		return;
	if (root->kind != Y_MAP) {
		yaml_problem(f, root, "这里应是“键: 值”，一行一个");
		return;
	}
	if (ynode_get(root, S("replace")))
		take_bool(f, ynode_get(root, S("replace")), &m.replace);
	root = without(f->a, root, S("replace"), &there);
	out = ARENA_NEW(f->a, struct ynode);
	*out = merged(&m, f->root, root, NULL);
	f->root = m.replace ? root : out;
}
