/* import_contact.c - the columns of a roster that name the family's contact persons (双岗联系人): who is meant, and
 * the arrangements that are to be made of it.
 *
 * A family is not refused for a contact person whom nobody knows: it comes in, and what is left to do is said. */
#include "core/exchange/import_row.h"

#include "core/read/lex.h"
#include "core/read/may.h"
#include "core/read/parts.h"
#include "core/read/view.h"
#include "core/records/assignment.h"
#include "core/work/save.h"
#include "rec/clean.h"
#include "rec/ident.h"

#include "base/utf8.h"

/* Whom a row names for a post. */
struct named {
	struct judge *j;
	const struct map_contact *map;
	str where, name, phone;
	const struct org *home;  /* the family's community */
	struct { VEC(struct worker *); } all;
};

static void say(const struct named *w, str text)
{
	judge_note(w->j, false, w->where, text);
}

static str post_name(const struct named *w)
{
	return code_name(codebook_find(&w->j->s->office->codes, S("ASSIGN_POST")), w->map->post);
}

/* ---- what the cells say ---------------------------------------------------------------------- */

static str cell_at(const struct judge *j, int at, const struct field *f)
{
	const struct code_table *nothing = codebook_find(j->s->lex.codes, S("NOTHING"));
	unsigned did = 0;

	return at >= 0 && (size_t)at < j->row->cells.n
		? clean_text(j->a, f, j->row->cells.cell[at].text, true, nothing, &did) : S("");
}

/* A name with its number in one cell, or in two. */
static void read_cells(struct named *w, const struct contact_at *at)
{
	struct judge *j = w->j;
	const struct rec_type *t = type_of(j->s, &worker_type);
	struct phone_parts parts;
	struct err e = { 0 };

	w->where = judge_place(j, at->name);
	w->name = cell_at(j, at->name, type_field(t, S("name")));
	w->phone = cell_at(j, at->phone, type_field(t, S("mobile")));
	parts = phone_split(j->a, w->name);
	if (parts.n && parts.p[0].owner.n) {
		w->name = parts.p[0].owner;
		w->phone = parts.p[0].number;
	}
	if (w->phone.n && phone_parse(j->a, w->phone, &w->phone, &e) != RC_OK)
		w->phone = S("");
}

/* ---- who is meant ---------------------------------------------------------------------------- */

static enum rc find_all(struct named *w, struct err *e)
{
	struct judge *j = w->j;
	const struct rec_type *t = type_of(j->s, &worker_type);
	val name = { true, 0, w->name };
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(cursor_open(j->s->view, j->a, &(struct walk){ .type = t, .index = "name", .prefix = &name, .nprefix = 1 },
		&c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		struct worker *one = peek_worker(j->s, j->a, r->id);
		const struct org *unit = one ? peek_org(j->s, j->a, one->org.id) : NULL;

		if (unit && str_eq(one->name, w->name) && worker_in_post(one, session_today(j->s)) &&
			post_fits(&j->s->office->codes, (code){ w->map->post }, unit, w->home))
			*vec_add(j->a, &w->all) = one;
	}
	TRY_END(rc);
	return RC_OK;
}

static bool has_phone(const struct named *w, const struct worker *one)
{
	return w->phone.n && (str_eq(one->mobile.s, w->phone) || str_eq(one->tel.s, w->phone));
}

/* Their unit is the family's community, or above it. */
static bool from_here(const struct named *w, const struct worker *one)
{
	const struct org *unit = peek_org(w->j->s, w->j->a, one->org.id);

	return str_starts(w->home->code.s, unit->code.s);
}

/* Leaves those of whom it is true, unless that is nobody. */
static void narrow(struct named *w, bool (*is)(const struct named *, const struct worker *))
{
	size_t n = 0;

	for (size_t i = 0; i < w->all.n; i++)
		n += is(w, w->all.p[i]);
	if (!n)
		return;
	for (size_t i = n = 0; i < w->all.n; i++)
		if (is(w, w->all.p[i]))
			w->all.p[n++] = w->all.p[i];
	w->all.n = n;
}

/* NULL: nobody, or more than one; what to do has been said. */
static enum rc who_is_meant(struct named *w, struct worker **out, struct err *e)
{
	struct judge *j = w->j;
	str post = post_name(w);

	*out = NULL;
	TRY(find_all(w, e));
	narrow(w, has_phone);
	narrow(w, from_here);
	if (!w->all.n) {
		say(w, arena_printf(j->a, "没有能做%.*s的在岗工作人员“%.*s”，没有安排；请先登记这个人，再导入一次",
			STR_FMT(post), STR_FMT(w->name)));
	} else if (w->all.n > 1) {
		say(w, arena_printf(j->a, "在岗的“%.*s”有%zu位，没有安排；请在名册里加上联系人电话，或到那一户安排",
			STR_FMT(w->name), w->all.n));
	} else {
		*out = w->all.p[0];
		if (w->phone.n && !has_phone(w, *out))
			say(w, arena_printf(j->a, "名册写的电话 %.*s 和%.*s登记的不一样，没有改",
				STR_FMT(phone_text(j->a, w->phone)), STR_FMT(w->name)));
	}
	return RC_OK;
}

/* ---- the arrangement -------------------------------------------------------------------------- */

/* Has somebody the post today? */
static enum rc held_already(const struct named *w, uint64_t worker, bool *held, struct err *e)
{
	struct judge *j = w->j;
	struct parts all = { 0 };

	*held = false;
	if (j->row->family)
		TRY(family_assignments_on(j->s, j->a, j->row->family, session_today(j->s), &all, e));
	for (size_t i = 0; i < all.n && !*held; i++) {
		const struct assignment *as = (const struct assignment *)all.rec[i];

		if (!str_eq(as->post.key, w->map->post))
			continue;
		*held = true;
		if (as->worker.id != worker)
			say(w, arena_printf(j->a, "这户的%.*s现在是%.*s，名册写的是%.*s，没有改；换人请用交接",
				STR_FMT(post_name(w)), STR_FMT(lex_ref_text(j->s, j->a, worker_type.name, as->worker.id)),
				STR_FMT(w->name)));
	}
	return RC_OK;
}

/* The rules of the commit, early; the rights too.  What they refuse is said and left out. */
static bool allowed(const struct named *w, struct save *save)
{
	struct judge *j = w->j;
	struct check c = { .view = j->s->view, .lex = &j->s->lex, .now = j->s->lex.now, .is = save->rec, .a = j->a,
		.ctx = j->s };
	struct assignment *as = (struct assignment *)save->rec;
	struct err e = { 0 };
	enum rc rc = j->row->family ? early_may_save(j->s, save, &e) : rights_has_duty(j->s, save->type, &e);

	if (rc == RC_OK && as->family.id)
		rc = rec_check(save->type, &c, &e);
	if (rc != RC_OK)
		say(w, arena_printf(j->a, "没有安排%.*s：%s", STR_FMT(w->name), e.msg));
	return rc == RC_OK;
}

static bool named_before(const struct judge *j, uint64_t worker)
{
	for (size_t i = 0; i < j->row->nsaves; i++)
		if (j->row->save[i].type->tag == assignment_type.tag &&
			((const struct assignment *)j->row->save[i].rec)->worker.id == worker)
			return true;
	return false;
}

static enum rc arrange(struct named *w, struct worker *who, struct err *e)
{
	struct judge *j = w->j;
	struct save save = { .type = type_of(j->s, &assignment_type) };
	struct assignment *as;
	bool held;

	TRY(held_already(w, who->r.id, &held, e));
	if (held)
		return RC_OK;
	if (named_before(j, who->r.id)) {
		say(w, arena_printf(j->a, "双岗要两个人，%.*s写了两次；%.*s没有安排", STR_FMT(w->name),
			STR_FMT(post_name(w))));
		return RC_OK;
	}
	TRY(session_new(j->s, j->a, &assignment_type, j->row->family, &save.rec, e));
	as = (struct assignment *)save.rec;
	as->post.key = w->map->post;
	as->worker.id = who->r.id;
	if (!allowed(w, &save))
		return RC_OK;
	if (j->row->family)
		say(w, arena_printf(j->a, "补上%.*s %.*s", STR_FMT(post_name(w)), STR_FMT(w->name)));
	j->row->save[j->row->nsaves++] = save;
	return RC_OK;
}

enum rc judge_contacts(struct judge *j, struct err *e)
{
	const struct family *f = (const struct family *)j->is[PART_FAMILY];

	for (size_t i = 0; i < j->map->ncontacts; i++) {
		struct named w = { .j = j, .map = &j->map->contact[i], .home = peek_org(j->s, j->a, f->community.id) };
		struct worker *who;

		if (j->contact[i].name < 0 || !w.home)
			continue;
		read_cells(&w, &j->contact[i]);
		if (!w.name.n)
			continue;
		TRY(who_is_meant(&w, &who, e));
		if (who)
			TRY(arrange(&w, who, e));
	}
	return RC_OK;
}
