/* orgpath.c - which community is meant by its name as people write it: with or without what it ends in, behind
 * the names of its street and district, by its code, by a name it had. */
#include "core/find/orgpath.h"

#include "base/utf8.h"
#include "core/office/means.h"
#include "core/read/parts.h"
#include "rec/ident.h"

enum how { NOT, FORMERLY, LONGER, SO }; /* how a name was meant, better ones last */

enum { CANDIDATES = 5 };

struct naming {
	struct session *s;
	struct arena *a;
	str word, code;        /* folded, without what parts the names of a path; "" when it is no code */
	uint64_t id;
	enum how how;
	size_t n;              /* communities that are meant in this way */
	struct buf names;      /* they */
	struct org *other;     /* what is named is no community */
	struct buf near;       /* communities with the word as a part of their name */
};

/* Blanks and the marks of a path say nothing. */
static str folded(struct arena *a, str s)
{
	static const char *const marks[] = { "-", "/", "\\", ">", "_", "·", "、", "," };
	struct buf b = { .a = a };

	s = utf8_fold(a, s);
	for (uint32_t at = 0; at < s.n;) {
		str rest = str_from(s, at);
		size_t i = 0;

		while (i < COUNT(marks) && !str_starts(rest, str_of(marks[i])))
			i++;
		if (i < COUNT(marks))
			at += (uint32_t)strlen(marks[i]);
		else if (rest.p[0] == ' ')
			at++;
		else
			buf_char(&b, s.p[at++]);
	}
	return buf_view(&b);
}

/* Without what names of this level end in; what is nothing else stays. */
static str bare(const struct naming *q, code level, str name)
{
	const struct code_table *t = codebook_find(&q->s->office->codes, S("ORG_SUFFIX"));

	for (size_t i = 0; t && i < t->n; i++)
		if (str_eq(code_attr(&t->item[i], "level"), level.key) && str_ends(name, t->item[i].name) &&
			name.n > t->item[i].name.n)
			return str_sub(name, 0, name.n - t->item[i].name.n);
	return name;
}

static bool same(const struct naming *q, const struct org *o, str word, str name)
{
	return name.n && str_eq(bare(q, o->level, word), bare(q, o->level, folded(q->a, name)));
}

static enum how called(const struct naming *q, const struct org *o, str word)
{
	str rest = o->alias.s, alias;

	if (str_eq(word, folded(q->a, o->name)) || str_eq(word, folded(q->a, o->short_name)))
		return SO;
	if (same(q, o, word, o->name) || same(q, o, word, o->short_name))
		return LONGER;
	while (str_cut(&rest, '\n', &alias))
		if (same(q, o, word, alias))
			return FORMERLY;
	return NOT;
}

/* The word behind the name of an org above; the whole word when it is not named. */
static str behind(const struct naming *q, const struct org *above, str word)
{
	const str names[] = { folded(q->a, above->name), folded(q->a, above->short_name) };
	const struct code_table *t = codebook_find(&q->s->office->codes, S("ORG_SUFFIX"));

	for (size_t k = 0; k < COUNT(names); k++) {
		str stem = bare(q, above->level, names[k]);
		int at = stem.n ? str_find(word, stem) : -1;

		if (at < 0)
			continue;
		word = str_from(word, (uint32_t)at + stem.n);
		for (size_t i = 0; t && i < t->n; i++)
			if (str_eq(code_attr(&t->item[i], "level"), above->level.key) &&
				str_starts(word, t->item[i].name))
				return str_from(word, t->item[i].name.n);
		return word;
	}
	return word;
}

/* The province and the city that stand in front of the district are not ours to know. */
static enum how meant(const struct naming *q, const struct org *o)
{
	enum how how = called(q, o, q->word);
	str own = o->code.s, word = q->word;

	if (q->code.n)
		return str_eq(q->code, own) ? SO : NOT;
	for (uint32_t n = 6; how == NOT && n < own.n; n += 3) {
		struct org *above = peek_org(q->s, q->a, org_by_code(q->s, str_sub(own, 0, n)));

		if (above)
			word = behind(q, above, word);
	}
	if (how == NOT && word.n && word.n < q->word.n) {
		how = called(q, o, word);
		how = how == SO ? LONGER : how;
	}
	return how;
}

static str path_of(const struct naming *q, const struct org *o)
{
	struct org *street = peek_org(q->s, q->a, org_by_code(q->s, str_sub(o->code.s, 0, 9)));

	return arena_printf(q->a, "%.*s%.*s", STR_FMT(street ? street->name : S("")), STR_FMT(o->name));
}

static void add_name(struct buf *b, str name)
{
	buf_printf(b, "%s%.*s", b->n ? "、" : "", STR_FMT(name));
}

static bool consider(void *arg, uint64_t id)
{
	struct naming *q = arg;
	struct org *o = peek_org(q->s, q->a, id), *next;
	enum how how = o ? meant(q, o) : NOT;

	if (!o)
		return true;
	/* One that has gone over to another is that one, by the name it had. */
	for (int hops = 0; how && o->valid_to.day && o->successor.id && hops < 8; hops++) {
		next = peek_org(q->s, q->a, o->successor.id);
		if (!next)
			break;
		o = next;
		how = FORMERLY;
	}
	if (!code_means(&q->s->office->codes, o->level, MEANS_COMMUNITY)) {
		if (how >= LONGER)
			q->other = o;
		return true;
	}
	if (!how && str_has(folded(q->a, o->name), q->word))
		add_name(&q->near, o->name);
	if (!how || how < q->how || (how == q->how && o->r.id == q->id))
		return true;
	if (how > q->how) {
		q->n = 0;
		q->names = (struct buf){ .a = q->a };
	}
	q->how = how;
	q->id = o->r.id;
	if (q->n++ < CANDIDATES)
		add_name(&q->names, path_of(q, o));
	return true;
}

static enum rc no_such(const struct naming *q, str typed, struct err *e)
{
	if (q->other)
		return fail(e, RC_NOT_FOUND, "“%.*s”不是社区；家庭要落在社区上，请写它下面的社区", STR_FMT(typed));
	if (q->near.n)
		return fail(e, RC_NOT_FOUND, "没有叫“%.*s”的社区，是不是%.*s？请写全名", STR_FMT(typed),
			STR_FMT(buf_view(&q->near)));
	return fail(e, RC_NOT_FOUND, "没有叫“%.*s”的社区；请写本单位的社区名称或12位区划代码，"
		"新设的社区先在组织里建好", STR_FMT(typed));
}

enum rc community_named(struct session *s, struct arena *a, str typed, uint64_t *id, bool *before,
	struct err *e)
{
	struct naming q = { .s = s, .a = a, .word = folded(a, typed), .names = { .a = a }, .near = { .a = a } };
	struct err no_code = { 0 };

	if (str_digits(q.word) && division_parse(a, q.word, &q.code, &no_code) != RC_OK)
		return fail(e, RC_INVALID, "%s", no_code.msg);
	TRY(snap_each(s->view, type_of(s, &org_type), 1, consider, &q, e));
	if (!q.n)
		return no_such(&q, typed, e);
	if (q.n > 1)
		return fail(e, RC_INVALID, "“%.*s”对上了%zu个社区：%.*s；请连街道一起写，或写12位区划代码",
			STR_FMT(typed), q.n, STR_FMT(buf_view(&q.names)));
	*id = q.id;
	*before = q.how == FORMERLY;
	return RC_OK;
}
