/* import_row.c - judges one row of a roster: whom it means, what changes. */
#include "core/exchange/import_row.h"

#include "core/read/lex.h"
#include "core/read/may.h"
#include "core/read/parts.h"
#include "core/work/save.h"

/* A check refused a field: name the column it came from. */
static void refuse_field(struct judge *j, enum part part, const struct err *e)
{
	for (size_t c = 0; c < j->map->n && e->field; c++)
		if (j->map->column[c].to.part == part && j->told[c].given &&
			strcmp(j->map->column[c].to.field->name, e->field) == 0) {
			judge_note(j, true, judge_column(j, c), judge_sentence(j, e));
			return;
		}
	judge_note(j, true, S(""), judge_sentence(j, e));
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
	str id = judge_text(j, "id_no"), name = judge_text(j, "name");
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
	if (!id) {
		TRY(session_new(j->s, j->a, j->type[p], 0, &j->is[p], e));
		for EACH_FIELD(f, j->type[p]) /* a sheet says itself where a family lives */
			if (f->flags & F_HERE)
				field_set(f, j->is[p], (val){ 0 });
		return RC_OK;
	}
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
		judge_note(j, true, S(""), judge_sentence(j, &e));
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
			judge_note(j, true, S(""), judge_sentence(j, &e));
			return;
		}
}

static enum rc decide(struct judge *j, struct err *e)
{
	struct import_row *r = j->row;
	bool fresh = !r->family;

	r->save = ARENA_ARRAY(j->a, struct save, PARTS + j->map->ncontacts);
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
	check_rights(j);
	if (r->verdict == ROW_REFUSED)
		return RC_OK;
	TRY(judge_contacts(j, e));
	r->verdict = fresh ? ROW_NEW : r->nsaves ? ROW_CHANGED : ROW_SAME;
	return RC_OK;
}

enum rc judge_row(struct judge *j, struct err *e)
{
	TRY(judge_cells(j, e));
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
			TRY(judge_read(j, c, e));
			put(j, c);
		}
	check_family(j);
	return j->row->verdict == ROW_REFUSED ? RC_OK : decide(j, e);
}
