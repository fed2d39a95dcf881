/* import_cells.c - what the cells of a row say: what stands for the cell above, several numbers in one, words
 * that mean a code, and every cell cleaned and read by the kind of its field. */
#include "core/exchange/import_row.h"

#include "base/utf8.h"
#include "core/find/orgpath.h"
#include "core/read/view.h"
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

str judge_place(const struct judge *j, int at)
{
	char letters[8];
	int i = sizeof letters;

	for (int n = at + 1; n > 0; n = (n - 1) / 26)
		letters[--i] = (char)('A' + (n - 1) % 26);
	return arena_printf(j->a, "%.*s（%.*s列）", STR_FMT(j->titles.p[at]),
		(int)sizeof letters - i, letters + i);
}

str judge_column(const struct judge *j, size_t column)
{
	int at = j->at[column];

	return at < 0 ? str_of(tr(j->map->column[column].to.field->label)) : judge_place(j, at);
}

str judge_sentence(const struct judge *j, const struct err *e)
{
	return arena_str(j->a, str_of(e->msg));
}

const struct told *judge_told(const struct judge *j, enum part part, const char *field)
{
	for (size_t c = 0; c < j->map->n; c++)
		if (j->told[c].given && j->map->column[c].to.part == part &&
			strcmp(j->map->column[c].to.field->name, field) == 0)
			return &j->told[c];
	return NULL;
}

str judge_text(const struct judge *j, const char *field)
{
	const struct told *t = judge_told(j, PART_HEAD, field);

	return t ? t->v.s : S("");
}

/* ---- one cell ------------------------------------------------------------------------------- */

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
			judge_note(j, false, judge_column(j, column), notes[i].value
				? arena_printf(j->a, notes[i].text, STR_FMT(t->cell), STR_FMT(is))
				: arena_printf(j->a, notes[i].text, STR_FMT(t->cell)));
	/* Its check digit is right, by chance one time in eleven. */
	if (j->map->column[column].to.field->kind == K_CITIZEN && ident_cut(t->v.s))
		judge_note(j, false, judge_column(j, column), S("末三位是000，可能被表格软件截成了15位，请核对原件"));
}

/* The code of the field this column goes with, of the record as the row leaves it. */
static str with_code(const struct judge *j, const struct map_column *c)
{
	const struct rec *r = j->is[c->with.part];

	return r ? field_get(c->with.field, r).s : S("");
}

/* The same few communities stand in thousands of rows. */
static enum rc find_community(struct judge *j, str word, const struct place_named **out, struct err *e)
{
	struct place_named *p;
	struct err why = { 0 };
	enum rc rc;

	for (size_t i = 0; i < j->places.n; i++) {
		*out = &j->places.p[i];
		if (str_eq((*out)->word, word))
			return RC_OK;
	}
	p = vec_add(j->a, &j->places);
	p->word = word;
	rc = community_named(j->s, j->a, word, &p->id, &p->before, &why);
	if (rc == RC_NOT_FOUND || rc == RC_INVALID)
		p->why = judge_sentence(j, &why);
	else if (rc != RC_OK)
		*e = why;
	*out = p;
	return p->why.n ? RC_OK : rc;
}

static enum rc read_community(struct judge *j, size_t column, str word, struct err *e)
{
	const struct field *f = j->map->column[column].to.field;
	const struct code_table *nothing = codebook_find(j->s->lex.codes, S("NOTHING"));
	struct told *t = &j->told[column];
	const struct place_named *p;
	unsigned did = 0;

	word = clean_text(j->a, f, word, true, nothing, &did);
	note_cleaned(j, column, did);
	if (!word.n)
		return RC_OK;
	TRY(find_community(j, word, &p, e));
	if (p->why.n) {
		judge_note(j, true, judge_column(j, column), p->why);
		return RC_OK;
	}
	t->v = VAL_REF(p->id);
	t->given = true;
	/* 三社区 became 梧桐社区: say so, the roster may mean something else. */
	if (p->before)
		judge_note(j, false, judge_column(j, column), arena_printf(j->a, "%.*s → %.*s", STR_FMT(word),
			STR_FMT(val_text(&j->s->lex, j->a, f, t->v))));
	return RC_OK;
}

/* False: refused, and why is in e. */
static bool read_value(struct judge *j, size_t column, str word, unsigned *did, struct err *e)
{
	struct told *t = &j->told[column];
	struct lex lex = j->s->lex;

	lex.sheet = true;
	if (val_read(&lex, j->a, j->map->column[column].to.field, word, &t->v, did, e) != RC_OK)
		return false;
	t->given = t->v.set;
	return true;
}

enum rc judge_read(struct judge *j, size_t column, struct err *e)
{
	const struct map_column *c = &j->map->column[column];
	const struct map_value *v = NULL;
	str word = j->told[column].cell;
	struct err why = { 0 };
	unsigned did = 0;

	if (c->with.field)
		v = map_value(c, arena_printf(j->a, "%.*s/%.*s", STR_FMT(word),
			STR_FMT(with_code(j, c))));
	if (!v)
		v = map_value(c, word);
	if (v && !v->means.n) {
		judge_note(j, false, judge_column(j, column), arena_printf(j->a,
			"只写了“%.*s”，不够定到哪一类，先空着", STR_FMT(word)));
		return RC_OK;
	}
	if (v)
		word = v->means;
	if (!word.n)
		return RC_OK;
	if (field_aims(c->to.field, &org_type))
		return read_community(j, column, word, e);
	if (read_value(j, column, word, &did, &why))
		note_cleaned(j, column, did);
	else
		judge_note(j, true, judge_column(j, column), judge_sentence(j, &why));
	return RC_OK;
}

/* ---- several numbers in one cell ------------------------------------------------------------ */

/* The words beside a number go to the column of its owner, when nobody stands there. */
static void put_owner(struct judge *j, size_t column, str owner)
{
	int to = j->map->column[column].owner;
	struct err why = { 0 };
	unsigned did = 0;

	if (!owner.n || (to >= 0 && !j->told[to].given && read_value(j, (size_t)to, owner, &did, &why)))
		return;
	judge_note(j, false, judge_column(j, column), arena_printf(j->a, "“%.*s”没有写入：机主一栏%s",
		STR_FMT(owner), to >= 0 && j->told[to].given ? "已有内容" : "写不下"));
}

/* 13900000001、13900000002(女儿): each goes into a column of its own along `next`; what a column says itself
 * comes first, and what finds no place is named. */
static void spread_phones(struct judge *j, size_t column, const struct phone_parts *parts)
{
	str where = judge_column(j, column);
	int at = (int)column;

	for (size_t i = 0; i < parts->n; i++) {
		const struct phone_part *p = &parts->p[i];
		struct err why = { 0 };
		unsigned did = 0;

		while (at >= 0 && (j->told[at].given || (at != (int)column && j->told[at].cell.n)))
			at = j->map->column[at].next;
		if (at < 0) {
			judge_note(j, false, where, arena_printf(j->a, "第%zu个号码 %.*s 没有地方放，没有写入；"
				"请记到成员的电话里", i + 1, STR_FMT(p->number)));
		} else if (!read_value(j, (size_t)at, p->number, &did, &why)) {
			judge_note(j, true, where, judge_sentence(j, &why));
			return;
		} else {
			put_owner(j, (size_t)at, p->owner);
		}
	}
	if (parts->n > 1)
		judge_note(j, false, where, arena_printf(j->a, "一格里有%zu个号码，分别写入", parts->n));
}

static bool has_several(struct judge *j, size_t column, struct phone_parts *parts)
{
	const struct map_column *c = &j->map->column[column];
	str cell = j->told[column].cell;

	if (c->to.field->kind != K_PHONE || (c->next < 0 && c->owner < 0) || ident_scientific(j->a, cell))
		return false;
	*parts = phone_split(j->a, cell);
	return parts->n > 1 || (parts->n && parts->p[0].owner.n);
}

/* ---- what stands for the cell above ---------------------------------------------------------- */

static str above(const struct judge *j, size_t cell)
{
	return j->above && cell < j->above->cells.n ? j->above->cells.cell[cell].text : S("");
}

static void set_cell(struct judge *j, size_t at, str text)
{
	struct csv_row *r = &j->row->cells;
	struct cell *more;

	if (at >= r->n) {
		more = ARENA_ARRAY(j->a, struct cell, at + 1);
		memcpy(more, r->cell, r->n * sizeof *more);
		r->cell = more;
		r->n = at + 1;
	}
	r->cell[at].text = text;
}

/* An empty cell where cells are merged, and 同上: the sheet of refused rows has what is meant, too. */
static str cell_of(struct judge *j, size_t column)
{
	const struct map_column *c = &j->map->column[column];
	size_t at = (size_t)j->at[column];
	str text = at < j->row->cells.n ? utf8_clean(j->a, j->row->cells.cell[at].text) : S("");
	bool ditto = false, merged = c->merged && !text.n;

	for (size_t i = 0; i < j->map->ditto.n && !ditto; i++)
		ditto = str_eq(text, j->map->ditto.p[i]);
	if ((!ditto && !merged) || !above(j, at).n)
		return text;
	set_cell(j, at, above(j, at));
	judge_note(j, false, judge_column(j, column), arena_printf(j->a, merged
		? "空着，按上一行的“%.*s”读" : "同上，按上一行的“%.*s”读", STR_FMT(above(j, at))));
	return utf8_clean(j->a, above(j, at));
}

/* ---- all of them ---------------------------------------------------------------------------- */

/* What a workbook says of a cell instead of its text: digits that were lost, a formula without a value. */
static void note_bad(struct judge *j, size_t column)
{
	size_t at = (size_t)j->at[column];

	if (at >= j->row->cells.n || !j->row->cells.cell[at].bad.n)
		return;
	judge_note(j, true, judge_column(j, column), j->row->cells.cell[at].bad);
	j->told[column].cell = S("");
}

enum rc judge_cells(struct judge *j, struct err *e)
{
	struct phone_parts parts;

	memset(j->told, 0, j->map->n * sizeof *j->told);
	if (j->row->cells.hidden)
		judge_note(j, false, S(""), S("这一行在表里是隐藏的，照样读"));
	for (size_t c = 0; c < j->map->n; c++)
		if (j->at[c] >= 0) {
			j->told[c].cell = cell_of(j, c);
			note_bad(j, c);
		}
	for (size_t c = 0; c < j->map->n; c++)
		if (!j->map->column[c].with.field && !has_several(j, c, &parts))
			TRY(judge_read(j, c, e));
	for (size_t c = 0; c < j->map->n; c++)
		if (has_several(j, c, &parts))
			spread_phones(j, c, &parts);
	j->row->name = judge_text(j, "name");
	return RC_OK;
}
