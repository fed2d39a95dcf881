/* findparse.c - from words to conditions of the look-up index. */
#include "core/find/findparse.h"

#include "base/utf8.h"
#include "core/find/refer.h"
#include "core/read/parts.h"
#include "core/read/rights.h"
#include "core/records/names.h"

#include <stdlib.h>

struct conds { VEC(struct lookcond); };
struct terms { VEC(struct conds); };

struct parse {
	struct session *s;
	struct arena *a;
	struct lookquery *q;
	struct terms terms;
};

/* A term by its place: more of them may move those there are. */
static size_t new_term(struct parse *p)
{
	*vec_add(p->a, &p->terms) = (struct conds){ 0 };
	return p->terms.n - 1;
}

static void add(struct parse *p, size_t term, struct lookcond c)
{
	*vec_add(p->a, &p->terms.p[term]) = c;
}

/* ---- communities and workers by name -------------------------------------------------------- */

/* w, wt, wutong: what stands in front of the number of a file. */
static bool org_spelled(struct arena *a, const struct org *o, str letters)
{
	struct buf full = { .a = a };
	str rest = pinyin_full(a, o->short_name), syllable;

	if (str_starts(pinyin_initials(a, o->short_name), letters))
		return true;
	while (str_word(&rest, &syllable))
		buf_str(&full, syllable);
	return letters.n > 1 && str_starts(buf_view(&full), letters);
}

static bool org_named(struct arena *a, const struct org *o, str name, bool whole)
{
	str rest = o->alias.s, one;

	if (whole && name.n && name.p[0] >= 'a' && name.p[0] <= 'z')
		return org_spelled(a, o, name);
	if (whole ? str_eq(o->name, name) || str_eq(o->short_name, name)
		  : str_has(o->name, name) || str_starts(o->short_name, name))
		return true;
	while (rest.p && str_cut(&rest, '\n', &one))
		if (one.n && (whole ? str_eq(one, name) : str_starts(one, name)))
			return true;
	return false;
}

struct seek { struct parse *p; str word; bool whole; size_t term; };

static bool each_org(void *arg, uint64_t id, const val *v)
{
	struct seek *k = arg;
	struct org *o = peek_org(k->p->s, k->p->a, id);
	struct lookrange r;

	(void)v;
	if (!o || !org_named(k->p->a, o, k->word, k->whole))
		return true;
	r = look_range(o->code.s);
	add(k->p, k->term, (struct lookcond){ .kind = LOOK_ORG, .worth = LOOK_PREFIX, .number = r.lo, .upto = r.hi });
	return true;
}

static enum rc add_orgs(struct parse *p, size_t t, str word, bool whole, struct err *e)
{
	struct seek k = { p, word, whole, t };

	return snap_walk(p->s->view, &(struct walk){ .type = type_of(p->s, &org_type),
		.index = "code", .each = each_org, .arg = &k }, e);
}

static void add_families(struct parse *p, size_t t, struct held *l, uint8_t worth)
{
	if (l->n > 1)
		qsort(l->p, l->n, sizeof *l->p, by_number);
	add(p, t, (struct lookcond){ .kind = LOOK_FAMILIES, .ids = l->p, .nids = l->n, .worth = worth });
}

/* The live families of one worker. */
static enum rc add_worker(struct parse *p, size_t t, uint64_t worker, struct err *e)
{
	struct held held;

	TRY(worker_families(p->s, p->a, worker, session_today(p->s), &held, e));
	add_families(p, t, &held, LOOK_PREFIX);
	return RC_OK;
}

static enum rc add_workers(struct parse *p, size_t t, str name, struct err *e)
{
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(p->s->view, p->a, &(struct walk){ .type = type_of(p->s, &worker_type),
		.index = "name" }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK)
		if (str_eq(((const struct worker *)r)->name, name))
			TRY(add_worker(p, t, r->id, e));
	TRY_END(rc);
	return RC_OK;
}

/* ---- kinds of words ------------------------------------------------------------------------- */

enum { READINGS = 40 }; /* of one word: every way to cut letters into syllables */

static void add_names(struct parse *p, size_t t, str word, bool fuzzy)
{
	struct lookcond *way = ARENA_ARRAY(p->a, struct lookcond, READINGS);
	size_t n = find_name_conds(word, fuzzy, way, READINGS);

	for (size_t i = 0; i < n; i++)
		add(p, t, way[i]);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static uint16_t place_number(str s)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < s.n && is_digit(s.p[i]) && n < 60000; i++)
		n = n * 10 + (uint32_t)(s.p[i] - '0');
	return n && n < 60000 ? (uint16_t)(n + 1) : 0;
}

/* Digits, perhaps with the X of a citizen id at the end. */
static void digits(struct parse *p, str w)
{
	size_t t = new_term(p);
	bool number = str_digits(w);
	uint8_t worth = w.n >= 11 ? LOOK_EXACT : LOOK_PREFIX; /* the whole of it */
	int64_t file;

	/* Who works in one community says 7 for 梧桐-7. */
	if (number && w.n <= 4 && rights_scope(p->s).lo == rights_scope(p->s).hi && str_int(w, &file))
		add(p, t, (struct lookcond){ .kind = LOOK_FILE, .number = (uint64_t)file });
	if (number && w.n <= 12)
		add(p, t, (struct lookcond){ .kind = LOOK_PHONE_HEAD, .text = w, .worth = worth });
	if (number && w.n >= 4 && w.n <= 12)
		add(p, t, (struct lookcond){ .kind = LOOK_PHONE_TAIL, .text = w, .worth = worth });
	if (w.n >= 4)
		add(p, t, (struct lookcond){ .kind = LOOK_ID_TAIL, .text = w, .worth = worth });
	if (number && w.n <= 3 && place_number(w)) { /* 501: a room, a building */
		uint16_t n = place_number(w);

		add(p, t, (struct lookcond){ .kind = LOOK_PLACE, .worth = LOOK_PREFIX, .place = { n, 0, 0 } });
		add(p, t, (struct lookcond){ .kind = LOOK_PLACE, .worth = LOOK_PREFIX, .place = { 0, 0, n } });
	}
	if (number && (w.n == 6 || w.n == 9 || w.n == 12)) {
		struct lookrange r = look_range(w);

		add(p, t, (struct lookcond){ .kind = LOOK_ORG, .worth = LOOK_PREFIX, .number = r.lo, .upto = r.hi });
	}
}

/* 12-3-501, 12-501, 0468-3345612 */
static bool dashed_digits(struct parse *p, str w)
{
	uint16_t n[4] = { 0 };
	size_t parts = 0;
	str rest = w, one;
	struct buf all = { .a = p->a };
	size_t t;

	while (str_cut(&rest, '-', &one)) {
		if (parts == 3 || (one.n && !is_digit(one.p[0])))
			return false;
		n[parts++] = place_number(one);
		buf_str(&all, one);
	}
	if (parts < 2)
		return false;
	t = new_term(p);
	if (w.p[0] == '0')
		add(p, t, (struct lookcond){ .kind = LOOK_PHONE_HEAD, .text = buf_view(&all) });
	else if (parts == 3)
		add(p, t, (struct lookcond){ .kind = LOOK_PLACE, .place = { n[0], n[1], n[2] } });
	else {
		add(p, t, (struct lookcond){ .kind = LOOK_PLACE, .place = { n[0], 0, n[1] } });
		add(p, t, (struct lookcond){ .kind = LOOK_PLACE, .place = { n[0], n[1], 0 } });
	}
	return true;
}

struct files { struct parse *p; str word; int64_t number; bool known; struct held found; };

/* The file of that number, wherever its family lives by now. */
static enum rc find_file(struct files *l, str division_code, struct err *e)
{
	struct session *s = l->p->s;
	val key = { true, 0, arena_printf(l->p->a, "%.*s-%04lld", STR_FMT(division_code), (long long)l->number) };
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	l->known = true;
	TRY(cursor_open(s->view, l->p->a, &(struct walk){ .type = type_of(s, &family_type), .index = "file_no",
		.prefix = &key, .nprefix = 1 }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK)
		*vec_add(l->p->a, &l->found) = r->id;
	TRY_END(rc);
	return RC_OK;
}

/* In every community of that name. */
static enum rc find_files(struct files *l, struct err *e)
{
	struct session *s = l->p->s;
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(s->view, l->p->a, &(struct walk){ .type = type_of(s, &org_type), .index = "code" }, &c,
		e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		struct org *o = peek_org(s, l->p->a, r->id);

		if (o && o->code.s.n == 12 && org_named(l->p->a, o, l->word, true))
			TRY(find_file(l, o->code.s, e));
	}
	TRY_END(rc);
	return RC_OK;
}

/* 梧桐-7 wt-7 wt7 230402001001-0007: the community and the number; false for anything else. */
static bool file_parts(str w, str *community, int64_t *number)
{
	uint32_t at = w.n;

	while (at && is_digit(w.p[at - 1]))
		at--;
	if (!at || at == w.n || !str_int(str_from(w, at), number) || *number < 1 || *number > UINT16_MAX)
		return false;
	*community = str_sub(w, 0, w.p[at - 1] == '-' ? at - 1 : at);
	return community->n && (!str_digits(*community) || community->n == 12);
}

/* Is what was typed a file's number, and no more than that?  Where it is not certain - 王7 may be a name
 * and a digit - the files are another meaning of the words that follow. */
static enum rc file_number(struct parse *p, str w, struct held *found, bool *certain, struct err *e)
{
	struct files l = { .p = p };

	*certain = false;
	if (!file_parts(w, &l.word, &l.number))
		return RC_OK;
	if (str_digits(l.word))
		TRY(find_file(&l, l.word, e));
	else
		TRY(find_files(&l, e));
	*found = l.found;
	*certain = l.known && str_has(w, S("-")); /* no such community: perhaps an address */
	return RC_OK;
}

/* 松鹤园3栋2单元501 */
static bool address(struct parse *p, str w)
{
	struct place at;
	size_t t;

	if (!names_place(p->a, w, &at) || !at.building.n)
		return false;
	t = new_term(p);
	add(p, t, (struct lookcond){ .kind = LOOK_ESTATE, .text = arena_str(p->a, at.place) });
	add(p, new_term(p), (struct lookcond){ .kind = LOOK_PLACE, .place = {
		place_number(at.building), place_number(at.unit), place_number(at.room) } });
	return true;
}

static bool has_han(str w)
{
	for (uint32_t at = 0; at < w.n;)
		if (utf8_is_han(utf8_next(w, &at)))
			return true;
	return false;
}

static enum rc text_word(struct parse *p, str w, str as_typed, bool fuzzy, struct err *e)
{
	size_t t = new_term(p);

	add_names(p, t, w, fuzzy);
	if (!has_han(w))
		return RC_OK;
	add(p, t, (struct lookcond){ .kind = LOOK_ESTATE, .text = as_typed, .worth = LOOK_PREFIX });
	if (utf8_count(w) > 1) {
		TRY(add_orgs(p, t, as_typed, false, e));
		TRY(add_workers(p, t, as_typed, e));
	}
	return RC_OK;
}

/* ---- filters -------------------------------------------------------------------------------- */

/* Every code of a table whose name has the text in it, or that is the key. */
static enum rc coded(struct parse *p, const char *table, enum lookkind kind, str value,
	struct err *e)
{
	const struct code_table *all = codebook_find(&p->s->office->codes, str_of(table));
	size_t t = new_term(p);
	str key;
	int64_t n;

	for (size_t i = 0; all && i < all->n; i++)
		if ((str_eq(all->item[i].key, value) || str_has(all->item[i].name, value)) &&
		    str_int(all->item[i].key, &n))
			add(p, t, (struct lookcond){ .kind = kind, .number = (uint64_t)n });
	if (all && !p->terms.p[t].n)
		return code_parse(all, p->a, value, &key, e) == RC_OK ? RC_OK : e->rc;
	return RC_OK;
}

static enum rc by_kind(struct parse *p, str v, struct err *e)
{
	return coded(p, "FAMILY_KIND", LOOK_KIND, v, e);
}

static enum rc by_level(struct parse *p, str v, struct err *e)
{
	return coded(p, "CARE_LEVEL", LOOK_LEVEL, v, e);
}

static enum rc by_due(struct parse *p, str v, struct err *e)
{
	bool overdue = str_is(v, "overdue") || str_is(v, "超期");

	if (!overdue && !str_is(v, "soft") && !str_is(v, "临期"))
		return fail(e, RC_INVALID, "due: 后面写 overdue（超期）或 soft（临期）");
	add(p, new_term(p), (struct lookcond){ .kind = overdue ? LOOK_OVERDUE : LOOK_SOFT });
	return RC_OK;
}

static enum rc by_closed(struct parse *p, str v, struct err *e)
{
	(void)e;
	p->q->closed_too = true;
	if (str_is(v, "yes") || str_is(v, "是"))
		add(p, new_term(p), (struct lookcond){ .kind = LOOK_CLOSED });
	return RC_OK;
}

static enum rc by_org(struct parse *p, str v, struct err *e)
{
	return add_orgs(p, new_term(p), v, false, e);
}

static enum rc by_worker(struct parse *p, str v, struct err *e)
{
	size_t t = new_term(p);
	uint64_t id;

	TRY(refer_find(p->s, p->a, "worker", v, &id, e));
	return add_worker(p, t, id, e);
}

static const struct {
	const char *name, *zh;
	enum rc (*take)(struct parse *, str value, struct err *);
} filters[] = {
	{ "kind", "类别", by_kind },     { "level", "级别", by_level }, { "due", "到期", by_due },
	{ "closed", "销档", by_closed }, { "org", "社区", by_org },     { "worker", "联系人", by_worker },
};

static enum rc filter(struct parse *p, str name, str value, struct err *e)
{
	for (size_t i = 0; i < COUNT(filters); i++)
		if (str_is(name, filters[i].name) || str_is(name, filters[i].zh))
			return value.n ? filters[i].take(p, value, e) : RC_OK;
	return fail(e, RC_INVALID, "没有“%.*s:”这种条件；有 kind: level: due: closed: org: worker:",
		STR_FMT(name));
}

/* ---- a word --------------------------------------------------------------------------------- */

/* Where digits begin behind something else: 王5678 is two words. */
static uint32_t split_at(str w)
{
	for (uint32_t i = 1; i < w.n; i++)
		if (is_digit(w.p[i]) && !is_digit(w.p[i - 1]))
			return i;
	return w.n;
}

static bool is_number(str w)
{
	return str_digits(w) || (w.n >= 4 && (w.p[w.n - 1] | 32) == 'x' && str_digits(str_sub(w, 0, w.n - 1)));
}

static enum rc word(struct parse *p, str typed, struct err *e);

/* 12-3-501, 松鹤园3栋2单元501, 12栋501 */
static bool place_word(struct parse *p, str w)
{
	if ((is_digit(w.p[0]) && dashed_digits(p, w)) || address(p, w))
		return true;
	if (!is_digit(w.p[0]) || !address(p, arena_printf(p->a, "楼%.*s", STR_FMT(w))))
		return false;
	p->terms.n--; /* a place without its estate */
	p->terms.p[p->terms.n - 1] = p->terms.p[p->terms.n];
	return true;
}

/* Names, addresses, numbers; and the file whose number it may be is another meaning of all of them. */
static enum rc plain_word(struct parse *p, str w, bool fuzzy, struct err *e)
{
	struct held files = { 0 };
	size_t first = p->terms.n;
	uint32_t at = split_at(w);
	bool certain;

	TRY(file_number(p, w, &files, &certain, e));
	if (certain) {
		new_term(p);
	} else if (!place_word(p, w)) {
		TRY(text_word(p, str_sub(w, 0, at), str_sub(w, 0, at), fuzzy, e));
		if (at < w.n)
			TRY(word(p, str_from(w, at), e));
	}
	for (size_t t = first; (files.n || certain) && t < p->terms.n; t++)
		add_families(p, t, &files, LOOK_EXACT);
	return RC_OK;
}

static enum rc word(struct parse *p, str typed, struct err *e)
{
	str w = utf8_fold(p->a, typed), value = w, name;
	bool fuzzy = str_starts(w, S("~"));

	if (fuzzy)
		w = str_from(w, 1);
	if (w.n == 0)
		return RC_OK;
	if (str_find(w, S(":")) > 0) {
		str_cut(&value, ':', &name);
		return filter(p, name, value, e);
	}
	if (!is_number(w))
		return plain_word(p, w, fuzzy, e);
	digits(p, utf8_code(p->a, w));
	return RC_OK;
}

enum rc find_parse(struct session *s, struct arena *a, str line, struct lookquery *q, struct err *e)
{
	struct parse p = { .s = s, .a = a, .q = q };
	struct lookterm *term;
	str rest = line, w;

	while (str_word(&rest, &w))
		TRY(word(&p, w, e));
	q->term = term = ARENA_ARRAY(a, struct lookterm, p.terms.n);
	q->nterms = p.terms.n;
	for (size_t i = 0; i < p.terms.n; i++)
		term[i] = (struct lookterm){ p.terms.p[i].p, p.terms.p[i].n };
	return RC_OK;
}
