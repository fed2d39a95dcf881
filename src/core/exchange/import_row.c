/* import_row.c - judges one row of a roster: cells to values, whom it means, what changes. */
#include "core/exchange/import_row.h"

#include "base/utf8.h"
#include "core/read/lex.h"
#include "core/read/may.h"
#include "core/read/parts.h"
#include "core/work/save.h"
#include "rec/clean.h"
#include "rec/ident.h"

/* ---- notes ---------------------------------------------------------------------------------- */

void judge_note(struct judge *j, bool refuses, str where, str text)
{
	struct import_row *r = j->row;

	if (r->nnotes == j->room) {
		struct import_note *more =
			ARENA_ARRAY(j->a, struct import_note, j->room = j->room * 2 + 4);

		if (r->nnotes)
			memcpy(more, r->note, r->nnotes * sizeof *more);
		r->note = more;
	}
	r->note[r->nnotes++] = (struct import_note){ where, text, refuses };
	if (refuses)
		r->verdict = ROW_REFUSED;
}

/* The column as a spreadsheet names it: 证件号码（B列）. */
static str column_name(struct judge *j, size_t column)
{
	char letters[8];
	int i = sizeof letters, at = j->at[column];

	if (at < 0)
		return str_of(tr(j->map->column[column].to.field->label));
	for (int n = at + 1; n > 0; n = (n - 1) / 26)
		letters[--i] = (char)('A' + (n - 1) % 26);
	return arena_printf(j->a, "%.*s（%.*s列）", STR_FMT(j->titles.p[at]),
		(int)sizeof letters - i, letters + i);
}

static str sentence(struct judge *j, const struct err *e)
{
	return arena_str(j->a, str_of(e->msg));
}

/* A check refused a field: name the column it came from. */
static void refuse_field(struct judge *j, enum part part, const struct err *e)
{
	for (size_t c = 0; c < j->map->n && e->field; c++)
		if (j->map->column[c].to.part == part && j->told[c].given &&
			strcmp(j->map->column[c].to.field->name, e->field) == 0) {
			judge_note(j, true, column_name(j, c), sentence(j, e));
			return;
		}
	judge_note(j, true, S(""), sentence(j, e));
}

const struct told *judge_told(const struct judge *j, enum part part, const char *field)
{
	for (size_t c = 0; c < j->map->n; c++)
		if (j->told[c].given && j->map->column[c].to.part == part &&
			strcmp(j->map->column[c].to.field->name, field) == 0)
			return &j->told[c];
	return NULL;
}

static str told_text(const struct judge *j, const char *field)
{
	const struct told *t = judge_told(j, PART_HEAD, field);

	return t ? t->v.s : S("");
}

/* ---- from cells to values ------------------------------------------------------------------- */

/* 三社区 became 梧桐社区: say so, the roster may mean something else. */
static void note_renamed(struct judge *j, size_t column)
{
	const struct field *f = j->map->column[column].to.field;
	str means;

	if (f->kind != K_REF)
		return;
	means = val_text(&j->s->lex, j->a, f, j->told[column].v);
	if (!str_has(means, j->told[column].cell))
		judge_note(j, false, column_name(j, column), arena_printf(j->a, "%.*s → %.*s",
			STR_FMT(j->told[column].cell), STR_FMT(means)));
}

/* What the cleaning took away or made of a cell, where the sheet may have meant something else. */
static void note_cleaned(struct judge *j, size_t column, unsigned did)
{
	static const struct { enum cleaned did; const char *text; bool value; } notes[] = {
		{ CLEANED_EMPTY, "“%.*s”当作没有填写", false },
		{ CLEANED_LETTER, "“%.*s”里的字母按X读", false },
		{ CLEANED_SERIAL, "“%.*s”是表格软件的日期序号，按从1900年起数的天数读作 %.*s", true },
		{ CLEANED_TIME, "“%.*s”里的时刻不要，只取 %.*s", true },
		{ CLEANED_DECIMAL, "“%.*s”读作 %.*s；如果是10月，请改", true },
	};
	const struct told *t = &j->told[column];
	str is = val_text(&j->s->lex, j->a, j->map->column[column].to.field, t->v);

	for (size_t i = 0; i < COUNT(notes); i++)
		if (did & notes[i].did)
			judge_note(j, false, column_name(j, column), notes[i].value
				? arena_printf(j->a, notes[i].text, STR_FMT(t->cell), STR_FMT(is))
				: arena_printf(j->a, notes[i].text, STR_FMT(t->cell)));
	/* Its check digit is right, by chance one time in eleven. */
	if (j->map->column[column].to.field->kind == K_CITIZEN && ident_cut(t->v.s))
		judge_note(j, false, column_name(j, column), S("末三位是000，可能被表格软件截成了15位，请核对原件"));
}

/* The code of the field this column goes with, of the record as the row leaves it. */
static str with_code(const struct judge *j, const struct map_column *c)
{
	const struct rec *r = j->is[c->with.part];

	return r ? field_get(c->with.field, r).s : S("");
}

static void read_column(struct judge *j, size_t column)
{
	const struct map_column *c = &j->map->column[column];
	struct told *t = &j->told[column];
	const struct map_value *v = NULL;
	struct lex lex = j->s->lex;
	str word = t->cell;
	struct err e = { 0 };
	unsigned did = 0;

	lex.sheet = true;

	if (c->with.field)
		v = map_value(c, arena_printf(j->a, "%.*s/%.*s", STR_FMT(word),
			STR_FMT(with_code(j, c))));
	if (!v)
		v = map_value(c, word);
	if (v && !v->means.n) {
		judge_note(j, false, column_name(j, column), arena_printf(j->a,
			"只写了“%.*s”，不够定到哪一类，先空着", STR_FMT(word)));
		return;
	}
	if (v)
		word = v->means;
	if (!word.n)
		return;
	if (val_read(&lex, j->a, c->to.field, word, &t->v, &did, &e) != RC_OK) {
		judge_note(j, true, column_name(j, column), sentence(j, &e));
		return;
	}
	note_cleaned(j, column, did);
	t->given = t->v.set;
	if (t->given && t->cell.n)
		note_renamed(j, column);
}

static void read_cells(struct judge *j)
{
	memset(j->told, 0, j->map->n * sizeof *j->told);
	for (size_t c = 0; c < j->map->n; c++)
		if (j->at[c] >= 0 && (size_t)j->at[c] < j->row->cells.n)
			j->told[c].cell = utf8_clean(j->a, j->row->cells.cell[j->at[c]].text);
	for (size_t c = 0; c < j->map->n; c++)
		if (!j->map->column[c].with.field)
			read_column(j, c);
	j->row->name = told_text(j, "name");
}

/* ---- whom the row means --------------------------------------------------------------------- */

struct match {
	struct judge *j;
	pdate birth;        /* 0: any */
	bool no_id;         /* only persons without a number */
	uint64_t person, family, closed;
	size_t n;
};

static bool match_one(void *arg, uint64_t id, const val *v)
{
	struct match *m = arg;
	struct person *p = peek_person(m->j->s, m->j->a, id);
	struct family *f = p ? peek_family(m->j->s, m->j->a, p->family.id) : NULL;

	(void)v;
	if (!f || (m->birth.ymd && p->birth.ymd != m->birth.ymd) || (m->no_id && p->id_no.s.n))
		return true;
	if (f->closed.day) {
		m->closed = f->r.id;
		return true;
	}
	m->person = id;
	m->family = f->r.id;
	m->n++;
	return true;
}

static enum rc match_by(struct match *m, const char *index, str key, struct err *e)
{
	val v = { true, 0, key };

	return snap_walk(m->j->s->view,
		&(struct walk){ .type = m->j->type[PART_HEAD], .index = index, .prefix = &v,
			.nprefix = 1, .each = match_one, .arg = m },
		e);
}

static enum rc match_row(struct judge *j, struct err *e)
{
	str id = told_text(j, "id_no"), name = told_text(j, "name");
	const struct told *birth = judge_told(j, PART_HEAD, "birth");
	struct match m = { .j = j };

	if (id.n)
		TRY(match_by(&m, "id_no", id, e));
	if (!m.n && !m.closed && birth && name.n) {
		m.birth.ymd = (int32_t)birth->v.n;
		m.no_id = id.n > 0;
		TRY(match_by(&m, "name", name, e));
	}
	if (m.n > 1)
		judge_note(j, true, S(""), arena_printf(j->a,
			"档案里有%zu个人对得上，分不清是哪一个；请在名册里补上证件号码", m.n));
	else if (!m.n && m.closed)
		judge_note(j, true, S(""), arena_printf(j->a,
			"这个人在已销档的档案 %.*s 里；请先核对那一户，需要时恢复",
			STR_FMT(lex_ref_text(j->s, j->a, "family", m.closed))));
	j->row->family = m.n == 1 ? m.family : 0;
	j->person = m.n == 1 ? m.person : 0;
	return RC_OK;
}

/* ---- the records the row tells of ----------------------------------------------------------- */

static bool is_child(const struct judge *j, const struct person *p)
{
	const struct told *id = judge_told(j, PART_CHILD, "disab_cert");

	if (id && p->id_no.s.n && str_starts(id->v.s, p->id_no.s))
		return true;
	for (size_t i = 0; i < j->map->children.n; i++)
		if (str_eq(p->relation.key, j->map->children.p[i]))
			return true;
	return p->is_only_child.v == FLAG_YES;
}

static enum rc find_child(struct judge *j, uint64_t *child, struct err *e)
{
	struct parts all;
	size_t n = 0;

	*child = 0;
	TRY(family_persons(j->s, j->a, j->row->family, &all, e));
	for (size_t i = 0; i < all.n; i++)
		if (all.rec[i]->id != j->person && is_child(j, (struct person *)all.rec[i])) {
			*child = all.rec[i]->id;
			n++;
		}
	if (n > 1)
		judge_note(j, true, S(""), arena_printf(j->a,
			"这户登记了%zu个子女，分不清名册说的是哪一个；请到那一户改", n));
	return RC_OK;
}

static enum rc open_part(struct judge *j, enum part p, uint64_t id, struct err *e)
{
	if (!id)
		return session_new(j->s, j->a, j->type[p], 0, &j->is[p], e);
	TRY(session_get(j->s, j->a, j->type[p], id, &j->base[p], e));
	j->is[p] = rec_dup(j->a, j->type[p], j->base[p]);
	return RC_OK;
}

static bool tells_of(const struct judge *j, enum part p)
{
	for (size_t c = 0; c < j->map->n; c++)
		if (j->told[c].given && j->map->column[c].to.part == p)
			return true;
	return false;
}

static enum rc open_parts(struct judge *j, struct err *e)
{
	uint64_t child = 0;

	memset(j->base, 0, sizeof j->base);
	memset(j->is, 0, sizeof j->is);
	TRY(open_part(j, PART_FAMILY, j->row->family, e));
	TRY(open_part(j, PART_HEAD, j->person, e));
	if (tells_of(j, PART_CHILD)) {
		if (j->row->family)
			TRY(find_child(j, &child, e));
		TRY(open_part(j, PART_CHILD, child, e));
		/* What is usual in a new person is a living one. */
		if (!child && judge_told(j, PART_CHILD, "death_date"))
			((struct person *)j->is[PART_CHILD])->alive.v = 0;
	}
	for (int p = PART_HEAD; p < PARTS; p++)
		if (j->is[p] && !j->base[p])
			((struct person *)j->is[p])->family.id =
				j->row->family ? j->row->family : REF_OP(0);
	return RC_OK;
}

static void put(struct judge *j, size_t column)
{
	const struct map_column *c = &j->map->column[column];

	if (j->told[column].given)
		field_set(c->to.field, j->is[c->to.part], j->told[column].v);
}

static void put_fresh(struct judge *j, size_t column)
{
	const struct map_column *c = &j->map->column[column];
	struct err e = { 0 };
	val v;

	if (!c->fresh.n || !j->is[c->to.part] || j->base[c->to.part] ||
		field_get(c->to.field, j->is[c->to.part]).set)
		return;
	if (val_parse(&j->s->lex, j->a, c->to.field, c->fresh, &v, &e) != RC_OK)
		judge_note(j, true, S(""), sentence(j, &e));
	else
		field_set(c->to.field, j->is[c->to.part], v);
}

/* The rules the commit will apply, early, and what they fill in (birth and sex from the number). */
static void check_part(struct judge *j, enum part p)
{
	struct check c = { .view = j->s->view, .lex = &j->s->lex, .now = j->s->lex.now,
		.was = j->base[p], .is = j->is[p], .a = j->a, .ctx = j->s };
	struct err e = { 0 };

	if (j->is[p] && rec_check(j->type[p], &c, &e) != RC_OK)
		refuse_field(j, p, &e);
}

/* A new file gets its number in the commit, not before. */
static void check_family(struct judge *j)
{
	struct family *f = (struct family *)j->is[PART_FAMILY];
	struct org *o = peek_org(j->s, j->a, f->community.id);
	struct err e = { 0 };
	bool unnumbered = !f->file_no.n;

	if (o && o->code.s.n < 12) {
		fail_at(&e, "community", "“%.*s”不是社区；家庭要落在社区上", STR_FMT(o->name));
		refuse_field(j, PART_FAMILY, &e);
		return;
	}
	if (unnumbered)
		f->file_no = S("-");
	check_part(j, PART_FAMILY);
	if (unnumbered)
		f->file_no = S("");
}

/* ---- the verdict ---------------------------------------------------------------------------- */

static void note_changes(struct judge *j, const struct change *ch, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		str was = val_text(&j->s->lex, j->a, ch[i].field, ch[i].was);
		str is = val_text(&j->s->lex, j->a, ch[i].field, ch[i].is);

		judge_note(j, false, str_of(tr(ch[i].field->label)),
			arena_printf(j->a, "%.*s → %.*s", STR_FMT(was.n ? was : S("空")),
				STR_FMT(is)));
	}
}

static void add_save(struct judge *j, enum part p)
{
	struct import_row *r = j->row;

	r->save[r->nsaves++] =
		(struct save){ .type = j->type[p], .base = j->base[p], .rec = j->is[p] };
}

/* The rights the commit will ask for, early.  Who may make the file may fill it. */
static void check_rights(struct judge *j)
{
	struct import_row *r = j->row;
	struct err e = { 0 };

	for (size_t i = 0; i < r->nsaves; i++)
		if ((r->family || i == PART_FAMILY ? early_may_save(j->s, &r->save[i], &e)
						   : rights_has_duty(j->s, r->save[i].type, &e)) != RC_OK) {
			judge_note(j, true, S(""), sentence(j, &e));
			return;
		}
}

static void decide(struct judge *j)
{
	struct import_row *r = j->row;
	bool fresh = !r->family;

	for (int p = 0; p < PARTS; p++) {
		struct change *ch;
		size_t n;

		if (!j->is[p])
			continue;
		if (!j->base[p]) {
			add_save(j, (enum part)p);
			if (!fresh)
				judge_note(j, false, S(""), arena_printf(j->a, "补上成员 %.*s",
					STR_FMT(((struct person *)j->is[p])->name)));
			continue;
		}
		ch = ARENA_ARRAY(j->a, struct change, j->type[p]->nfields);
		n = rec_diff(j->type[p], j->base[p], j->is[p], ch);
		if (!n)
			continue;
		note_changes(j, ch, n);
		add_save(j, (enum part)p);
	}
	r->verdict = fresh ? ROW_NEW : r->nsaves ? ROW_CHANGED : ROW_SAME;
	check_rights(j);
}

enum rc judge_row(struct judge *j, struct err *e)
{
	read_cells(j);
	if (j->row->verdict == ROW_REFUSED)
		return RC_OK;
	TRY(match_row(j, e));
	TRY(open_parts(j, e));
	for (size_t c = 0; c < j->map->n; c++)
		put(j, c);
	for (size_t c = 0; c < j->map->n; c++)
		put_fresh(j, c);
	for (int p = PART_HEAD; p < PARTS; p++)
		check_part(j, (enum part)p);
	for (size_t c = 0; c < j->map->n; c++)
		if (j->map->column[c].with.field && j->is[j->map->column[c].to.part] &&
			(j->told[c].cell.n || !j->base[j->map->column[c].to.part])) {
			read_column(j, c);
			put(j, c);
		}
	check_family(j);
	if (j->row->verdict != ROW_REFUSED)
		decide(j);
	return RC_OK;
}
