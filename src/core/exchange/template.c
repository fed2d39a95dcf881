/* template.c - reads a template and judges every name in it, then fills it in. */
#include "core/exchange/template.h"

#include "base/buf.h"
#include "base/str.h"
#include "base/utf8.h"
#include "core/exchange/html.h"
#include "core/lists/rows.h"
#include "core/lists/table.h"
#include "core/office/settings.h"
#include "core/read/reach.h"

/* A stretch of text, a field, or a list with what stands in it. */
struct tpart {
	enum { PART_TEXT, PART_FIELD, PART_LIST } kind;
	str text;              /* or the name */
	uint32_t line, col;
	struct tpart *part;
	size_t n;
};

/* ---- what a name means at a place ------------------------------------------------------------------------- */

static const char own_word[] = "name", own_list[] = "fields";
enum { ROW_WORDS = 2 };
static const struct tword row_words[ROW_WORDS] = { { "no", { 0 } }, { "group", { 0 } } };

static const struct tword *word_at(const struct tplace *p, str name)
{
	for (size_t i = 0; i < p->nwords; i++)
		if (str_is(name, p->word[i].name))
			return &p->word[i];
	return NULL;
}

/* The place where a name is a field, from here outwards. */
static const struct tplace *place_of(const struct tplace *p, str name)
{
	while (p && !word_at(p, name) && !(p->type && type_field(p->type, name)) && !(p->of && str_is(name, own_word)))
		p = p->up;
	return p;
}

/* What a list is: with the print, a reference, all fields of a record, or a list of lists. */
struct tfound {
	const struct tplace *at;
	const struct tlist *made;
	const struct field *ref;
	const struct query *query;
	bool fields;
};

static bool is_ref(const struct field *f)
{
	return f && (f->kind == K_REF || f->kind == K_REFS);
}

static bool find_list(const struct tplace *p, str name, struct tfound *out)
{
	const struct query *q = query_find(name);

	for (; p; p = p->up) {
		*out = (struct tfound){ .at = p };
		for (size_t i = 0; i < p->nlists && !out->made; i++)
			if (str_is(name, p->list[i].name))
				out->made = &p->list[i];
		if (p->type && is_ref(type_field(p->type, name)))
			out->ref = type_field(p->type, name);
		if (q && p->of && query_is_about(q, p->of))
			out->query = q;
		out->fields = p->of && str_is(name, own_list);
		if (out->made || out->ref || out->query || out->fields)
			return true;
	}
	*out = (struct tfound){ .query = q && !q->about && !q->words ? q : NULL };
	return out->query;
}

struct names { VEC(const char *); };

static void names_at(struct arena *a, const struct tplace *p, bool lists, struct names *out)
{
	for (; p; p = p->up) {
		for (size_t i = 0; !lists && i < p->nwords; i++)
			*vec_add(a, out) = p->word[i].name;
		for (size_t i = 0; lists && i < p->nlists; i++)
			*vec_add(a, out) = p->list[i].name;
		for (uint32_t i = 0; p->type && i < p->type->nfields; i++)
			if (!lists || is_ref(&p->type->fields[i]))
				*vec_add(a, out) = p->type->fields[i].name;
		for (size_t i = 0; lists && p->of && query_all()[i]; i++)
			if (query_is_about(query_all()[i], p->of))
				*vec_add(a, out) = query_all()[i]->name;
	}
}

/* ---- reading ---------------------------------------------------------------------------------------------- */

struct reading {
	struct arena *a;
	const struct office *o;
	struct yfile *f;
	str text;
	uint32_t at, line, col;
	bool shared;
};
struct tparts { VEC(struct tpart); };

static void problem(struct reading *r, const struct tpart *at, const char *what)
{
	yaml_problem(r->f, &(struct ynode){ .file = r->f->name.p, .line = at->line, .col = at->col }, "%s", what);
}

static void pass(struct reading *r, uint32_t to)
{
	while (r->at < to) {
		uint32_t c = utf8_next(r->text, &r->at);

		r->col = c == '\n' ? 1 : r->col + 1;
		r->line += c == '\n';
	}
}

/* The next {{name}}, and the text before it; false at the end. */
static bool next_name(struct reading *r, struct tparts *out, struct tpart *name)
{
	str rest = str_from(r->text, r->at), inside;
	int open = str_find(rest, S("{{")), close;
	str before = open < 0 ? rest : str_sub(rest, 0, (uint32_t)open);

	if (before.n)
		*vec_add(r->a, out) = (struct tpart){ .kind = PART_TEXT, .text = before };
	pass(r, r->at + before.n);
	*name = (struct tpart){ .line = r->line, .col = r->col };
	if (open < 0)
		return false;
	inside = str_from(r->text, r->at + 2);
	close = str_find(inside, S("}}"));
	if (close < 0 || str_has(str_sub(inside, 0, (uint32_t)close), S("\n"))) {
		problem(r, name, "“{{”后面没有“}}”：名字要写在同一行的 {{ 和 }} 之间");
		pass(r, r->text.n);
		return false;
	}
	name->text = str_trim(str_sub(inside, 0, (uint32_t)close));
	pass(r, r->at + (uint32_t)close + 4);
	return true;
}

static str without_sign(str name)
{
	return str_trim(str_from(name, 1));
}

/* Up to the end of the list `of` (NULL: of the text). */
static void read_parts(struct reading *r, const struct tpart *of, struct tparts *out)
{
	struct tpart name;

	while (next_name(r, out, &name)) {
		bool begins = str_starts(name.text, S("#")), ends = str_starts(name.text, S("/"));
		struct tparts inner = { 0 };

		if (begins || ends)
			name.text = without_sign(name.text);
		if (ends && of && str_eq(name.text, of->text))
			return;
		if (ends) {
			problem(r, &name, arena_printf(r->a, of ? "{{/%.*s}} 对不上：这里要先写 {{/%.*s}}"
				: "{{/%.*s}} 前面没有 {{#%.*s}}", STR_FMT(name.text), STR_FMT(of ? of->text : name.text)).p);
			continue;
		}
		name.kind = begins ? PART_LIST : PART_FIELD;
		if (begins) {
			read_parts(r, &name, &inner);
			name.part = inner.p;
			name.n = inner.n;
		}
		*vec_add(r->a, out) = name;
	}
	if (of)
		problem(r, of, arena_printf(r->a, "{{#%.*s}} 没有结束：要有 {{/%.*s}}", STR_FMT(of->text), STR_FMT(of->text)).p);
}

/* ---- judging ---------------------------------------------------------------------------------------------- */

enum { SENS_PERSONAL = 2 };

bool template_private(const struct office *o, const struct field *f)
{
	const struct rec_type *to = is_ref(f) ? office_type(o, str_of(f->of)) : NULL;

	return f->sens >= SENS_PERSONAL || f->kind == K_REASONS || (to && to->owner);
}

/* What is public inside the association may stand on what goes out, too; of a family's own lists nothing else. */
static bool private_list(const struct query *q)
{
	const struct named *named = (const struct named *)(const void *)q;

	return query_is_about(q, &family_type) && (!named->outside || named->within);
}

static void unknown(struct reading *r, const struct tpart *p, const struct tplace *at)
{
	bool list = p->kind == PART_LIST;
	struct names all = { 0 };
	const char *near;

	names_at(r->a, at, list, &all);
	near = str_nearest(p->text, all.p, all.n, sizeof *all.p);
	if (near)
		problem(r, p, arena_printf(r->a, "没有%s“%.*s”，是不是 %s？", list ? "名单" : "这一项", STR_FMT(p->text), near).p);
	else
		problem(r, p, arena_printf(r->a, "没有%s“%.*s”", list ? "名单" : "这一项", STR_FMT(p->text)).p);
}

static void judge_field(struct reading *r, const struct tpart *p, const struct tplace *at)
{
	const struct tplace *place = place_of(at, p->text);
	const struct field *f = place && place->type && !word_at(place, p->text) ? type_field(place->type, p->text) : NULL;
	struct tfound list;
	bool named = place && !word_at(place, p->text) && str_is(p->text, own_word);

	if (!place && find_list(at, p->text, &list)) {
		problem(r, p, arena_printf(r->a, "“%.*s”是名单，要写 {{#%.*s}}...{{/%.*s}}", STR_FMT(p->text),
			STR_FMT(p->text), STR_FMT(p->text)).p);
		return;
	}
	if (!place)
		unknown(r, p, at);
	else if (r->shared && (f ? template_private(r->o, f) : named && place->of && place->of->owner))
		problem(r, p, arena_printf(r->a, "这一页是给别人看的，不能印“%s”：说得出是谁、家里怎么样",
			f ? f->label : "姓名").p);
}

static void judge(struct reading *, const struct tpart *, size_t n, const struct tplace *);

struct tplace template_about(const struct rec_type *t)
{
	return (struct tplace){ .type = t, .of = t };
}

/* What a row of the list is, before there is one. */
static struct tplace like_row(struct reading *r, const struct tfound *list)
{
	static const struct tword line[] = { { "label", S("") }, { "text", S("") } };
	const struct rec_type *row = list->query ? query_row(r->a, r->o, list->query) : NULL;

	if (list->made)
		return *list->made->like;
	if (list->ref)
		return template_about(office_type(r->o, str_of(list->ref->of)));
	if (list->fields)
		return (struct tplace){ .word = line, .nwords = COUNT(line) };
	return (struct tplace){ .type = row, .of = row->tag ? office_own(r->o, list->query->type) : NULL };
}

static void judge_list(struct reading *r, const struct tpart *p, const struct tplace *at)
{
	const struct tplace around = { .up = at, .word = row_words, .nwords = ROW_WORDS };
	struct tfound list;
	struct tplace row;

	if (!find_list(at, p->text, &list)) {
		unknown(r, p, at);
		return;
	}
	if (r->shared && ((list.query && private_list(list.query)) || (list.fields && list.at->of->owner) ||
				 (list.ref && template_private(r->o, list.ref))))
		problem(r, p, arena_printf(r->a, "这一页是给别人看的，不能印名单“%.*s”：说得出是谁、家里怎么样", STR_FMT(p->text)).p);
	row = like_row(r, &list);
	row.up = &around;
	judge(r, p->part, p->n, &row);
}

static void judge(struct reading *r, const struct tpart *part, size_t n, const struct tplace *at)
{
	for (size_t i = 0; i < n; i++)
		if (part[i].kind == PART_LIST)
			judge_list(r, &part[i], at);
		else if (part[i].kind == PART_FIELD)
			judge_field(r, &part[i], at);
}

static struct template *read_template(struct arena *a, const struct office *o, str name, const struct tplace *root,
	bool shared)
{
	struct template *t = ARENA_NEW(a, struct template);
	struct own_file file = settings_text(a, o->dir, name);
	struct reading r = { .a = a, .o = o, .text = file.text, .line = 1, .col = 1, .shared = shared };
	struct tparts parts = { 0 };
	int bad = utf8_bad(file.text);

	t->file = r.f = file.why ? yaml_unread(a, file.path, file.why) : yaml_read(a, file.path, S(""));
	if (file.why)
		return t;
	if (bad >= 0) {
		r.text = str_sub(file.text, 0, (uint32_t)bad);
		pass(&r, r.text.n);
		problem(&r, &(struct tpart){ .line = r.line, .col = r.col }, "不是 UTF-8 文字：请存成 UTF-8 编码");
		return t;
	}
	read_parts(&r, NULL, &parts);
	judge(&r, parts.p, parts.n, root);
	t->part = parts.p;
	t->n = parts.n;
	return t;
}

enum rc template_load(struct arena *a, const struct office *o, str name, const struct tplace *root, bool shared,
	const struct template **out, struct err *e)
{
	const struct template *t = read_template(a, o, name, root, shared);

	TRY(yaml_verdict(t->file, e));
	*out = t;
	return RC_OK;
}

str template_problems(struct arena *a, const struct office *o, str name, const struct tplace *root, bool shared)
{
	return yaml_problems(read_template(a, o, name, root, shared)->file, a);
}

/* ---- filling in ------------------------------------------------------------------------------------------- */

static enum rc fill(struct tfill *x, const struct tpart *, size_t n, const struct tplace *, struct buf *, struct err *)
	MUST_CHECK;

static void write_field(struct tfill *x, str name, const struct tplace *at, struct buf *out)
{
	const struct tplace *p = place_of(at, name);
	const struct tword *w = p ? word_at(p, name) : NULL;
	const struct field *f = p && p->type ? type_field(p->type, name) : NULL;

	if (w)
		html_text(out, w->text);
	else if (f && p->rec)
		html_text(out, val_text(session_lex(x->s), x->a, f, field_get(f, p->rec)));
	else if (p && p->of && str_is(name, own_word))
		html_text(out, session_name(x->s, x->a, p->of, p->id));
}

static void remember(struct tfill *x, const struct tplace *row)
{
	uint64_t family = row->rec ? rights_family(x->s, row->type, row->rec) : 0;

	for (size_t i = 0; i < x->families.n; i++)
		if (x->families.p[i] == family)
			return;
	if (family)
		*vec_add(x->a, &x->families) = family;
}

/* One row: its number, the heading it stands under, and what is in it. */
static enum rc fill_row(struct tfill *x, const struct tpart *list, struct tplace row, const struct tplace *around,
	size_t no, str group, struct buf *out, struct err *e)
{
	const struct tword words[ROW_WORDS] = { { row_words[0].name, arena_printf(x->a, "%zu", no) },
		{ row_words[1].name, group } };
	const struct tplace inner = { .up = around, .word = words, .nwords = ROW_WORDS };

	remember(x, &row);
	row.up = &inner;
	return fill(x, list->part, list->n, &row, out, e);
}

/* All that a record says, a line each. */
static enum rc fill_fields(struct tfill *x, const struct tpart *list, const struct tplace *of, const struct tplace *around,
	struct buf *out, struct err *e)
{
	size_t no = 0;

	for EACH_FIELD(f, of->type) {
		val v = field_get(f, of->rec);
		const struct tword line[] = { { "label", str_of(tr(f->label)) },
			{ "text", v.set && f->kind != K_BYTES ? val_text(session_lex(x->s), x->a, f, v) : S("") } };

		if (line[1].text.n)
			TRY(fill_row(x, list, (struct tplace){ .word = line, .nwords = COUNT(line) }, around, ++no, S(""),
				out, e));
	}
	return RC_OK;
}

/* What is not there, or not for this person, is no row. */
static enum rc fill_refs(struct tfill *x, const struct tpart *list, const struct tfound *found, const struct tplace *around,
	struct buf *out, struct err *e)
{
	const struct rec_type *t = office_type(session_office(x->s), str_of(found->ref->of));
	val v = field_get(found->ref, found->at->rec);
	str ids = found->ref->kind == K_REF ? arena_printf(x->a, "%lld", (long long)v.n) : v.s, word;
	size_t no = 0;

	while (v.set && str_word(&ids, &word)) {
		struct err why = { 0 };
		struct rec *r;
		int64_t id;
		enum rc rc;

		if (!str_int(word, &id))
			continue;
		rc = session_get(x->s, x->a, t, (uint64_t)id, &r, &why);
		if (rc == RC_NOT_FOUND || rc == RC_DENIED)
			continue;
		if (rc != RC_OK)
			return fail(e, rc, "%s", why.msg);
		TRY(fill_row(x, list, (struct tplace){ .type = t, .rec = r, .of = t, .id = r->id }, around, ++no, S(""),
			out, e));
	}
	return RC_OK;
}

/* Who looked is told by name only when that was asked for. */
static void hide_colleague(const struct tfill *x, const struct page *page, const struct rec *r)
{
	struct log_row *row;

	if (x->colleagues || page->type->tag != entry_type.tag || page->type->size != log_row_type.size)
		return;
	row = (struct log_row *)(uintptr_t)r;
	row->person = row->en.who = S("工作人员");
	row->en.from = S("");
}

/* What is void stands in no file on paper. */
static enum rc fill_query(struct tfill *x, const struct tpart *list, const struct tfound *found,
	const struct tplace *around, struct buf *out, struct err *e)
{
	const struct tplace *at = found->at;
	struct page page;
	size_t no = 0;

	TRY(session_list(x->s, x->a, &(struct ask){ .query = found->query, .about = at ? at->id : 0, .span = x->span },
		&page, e));
	for (size_t i = 0; i < page.n; i++) {
		const struct row *r = &page.row[i];

		if (rec_voided(r->rec))
			continue;
		hide_colleague(x, &page, r->rec);
		TRY(fill_row(x, list, (struct tplace){ .type = page.type, .rec = r->rec, .of = r->type, .id = r->id },
			around, ++no, r->group.n ? tr_str(r->group) : S(""), out, e));
	}
	return RC_OK;
}

static enum rc fill_list(struct tfill *x, const struct tpart *list, const struct tplace *at, struct buf *out,
	struct err *e)
{
	struct tfound found;

	if (!find_list(at, list->text, &found))
		return RC_OK; /* this row is about nothing */
	if (found.fields)
		return fill_fields(x, list, found.at, at, out, e);
	if (found.ref)
		return fill_refs(x, list, &found, at, out, e);
	if (found.query)
		return fill_query(x, list, &found, at, out, e);
	for (size_t i = 0; i < found.made->n; i++)
		TRY(fill_row(x, list, found.made->row[i], at, i + 1, S(""), out, e));
	return RC_OK;
}

static enum rc fill(struct tfill *x, const struct tpart *part, size_t n, const struct tplace *at, struct buf *out,
	struct err *e)
{
	for (size_t i = 0; i < n; i++)
		if (part[i].kind == PART_TEXT)
			buf_str(out, part[i].text);
		else if (part[i].kind == PART_FIELD)
			write_field(x, part[i].text, at, out);
		else
			TRY(fill_list(x, &part[i], at, out, e));
	return RC_OK;
}

enum rc template_fill(struct tfill *x, const struct template *t, const struct tplace *root, struct buf *out, struct err *e)
{
	remember(x, root);
	return fill(x, t->part, t->n, root, out, e);
}
