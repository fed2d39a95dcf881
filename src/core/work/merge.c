/* merge.c - two files of one family made one, and one family made two; each a single commit that undo
 * takes back.
 *
 * Nothing of what happened follows anew from records that only go over to another file. */
#include "base/utf8.h"
#include "core/office/means.h"
#include "core/read/may.h"
#include "core/read/parts.h"
#include "core/read/reach.h"
#include "core/records/household.h"
#include "core/work/guard.h"
#include "core/work/save.h"

/* What one commit writes: one save a record, however many things change in it. */
struct batch { struct session *s; struct arena *a; struct { VEC(struct save); } saves; };

static struct rec *create(struct batch *b, const struct rec_type *shipped)
{
	const struct rec_type *t = type_of(b->s, shipped);
	struct rec *r = rec_new(b->a, t);

	*vec_add(b->a, &b->saves) = (struct save){ .type = t, .rec = r };
	return r;
}

static struct rec *change(struct batch *b, const struct rec_type *shipped, const struct rec *base)
{
	const struct rec_type *t = type_of(b->s, shipped);
	struct rec *r;

	for (size_t i = 0; i < b->saves.n; i++) {
		struct save *save = &b->saves.p[i];

		if (save->type == t && save->base && save->base->id == base->id)
			return save->rec;
	}
	r = rec_dup(b->a, t, base);
	*vec_add(b->a, &b->saves) = (struct save){ .type = t, .base = base, .rec = r };
	return r;
}

static void move(struct batch *b, const struct rec_type *t, const struct rec *r, uint64_t to)
{
	rec_set(t, change(b, t, r), t->owner, VAL_REF(to));
}

static bool moves(const struct batch *b, const struct rec_type *t, uint64_t id, uint64_t to)
{
	for (size_t i = 0; i < b->saves.n; i++) {
		const struct save *save = &b->saves.p[i];

		if (save->type == t && save->base && save->base->id == id)
			return (uint64_t)rec_get(t, save->rec, t->owner).n == to;
	}
	return false;
}

/* A line in the file's history that no field tells. */
static void tell_file(struct batch *b, uint64_t family, const char *what, str was, str is)
{
	struct status *st = (struct status *)create(b, &status_type);

	st->family.id = family;
	st->what.key = str_of(what);
	st->was = was;
	st->is = is;
	st->effective = session_today(b->s);
	st->approved_by.id = b->s->me.worker;
}

/* Live records of a type in a family; voided ones stay where they were. */
static enum rc live_parts(struct batch *b, const struct rec_type *t, uint64_t family,
	struct parts *out, struct err *e)
{
	size_t n = 0;

	TRY(family_parts(b->s, b->a, t, family, out, e));
	for (size_t i = 0; i < out->n; i++)
		if (!rec_voided(out->rec[i]))
			out->rec[n++] = out->rec[i];
	out->n = n;
	return RC_OK;
}

static bool is_part(const struct rec_type *t)
{
	return t->owner && t->owner[0];
}

/* Persons and posts have their own ways; what became of a file stays told in it. */
static bool goes_along(const struct rec_type *t)
{
	return is_part(t) && t->tag != person_type.tag && t->tag != assignment_type.tag &&
	       t->tag != status_type.tag;
}

static enum rc write_batch(struct batch *b, str act, str why, struct err *e)
{
	return save_act(b->s, b->a, &(struct act){ .name = act, .may = rights_may_write }, why, b->saves.p,
		b->saves.n, e);
}

/* ---- merging: one person of two --------------------------------------------------------------- */

/* Somebody who stands in both files: what is said of `from` is said of `to` afterwards. */
struct twin { const struct person *from, *to; };
struct merging {
	struct batch b;
	struct family *from, *to;
	struct parts there;     /* the members of the file that stays */
	struct { VEC(struct twin); } twins;
	struct scans scans;
	size_t moved;
};

/* The same name, and nothing that says it is somebody else. */
static const struct person *twin_of(struct merging *m, const struct person *p)
{
	for (size_t i = 0; i < m->there.n; i++) {
		const struct person *q = (const struct person *)m->there.rec[i];

		if (str_eq(utf8_fold(m->b.a, q->name), utf8_fold(m->b.a, p->name)) &&
			(!p->birth.ymd || !q->birth.ymd || p->birth.ymd == q->birth.ymd) &&
			(!p->id_no.s.n || !q->id_no.s.n || str_eq(p->id_no.s, q->id_no.s)) &&
			(!p->sex.key.n || !q->sex.key.n || str_eq(p->sex.key, q->sex.key)))
			return q;
	}
	return NULL;
}

/* The one who stays gains what only the other knew.  A number that nobody else may have is given up
 * first. */
static void join(struct merging *m, const struct person *p, const struct person *kept)
{
	const struct rec_type *t = type_of(m->b.s, &person_type);
	struct rec *r;

	if (p->id_no.s.n && !kept->id_no.s.n)
		((struct person *)change(&m->b, t, &p->r))->id_no.s = (str){ 0 };
	r = change(&m->b, t, &kept->r);
	for EACH_FIELD(f, t)
		if (!field_get(f, r).set)
			field_set(f, r, field_get(f, &p->r));
	*vec_add(m->b.a, &m->twins) = (struct twin){ p, kept };
}

static bool joined(const struct merging *m, uint64_t person)
{
	for (size_t i = 0; i < m->twins.n; i++)
		if (m->twins.p[i].from->r.id == person)
			return true;
	return false;
}

static enum rc merge_persons(struct merging *m, struct err *e)
{
	const struct rec_type *t = type_of(m->b.s, &person_type);
	struct parts list;

	TRY(live_parts(&m->b, t, m->to->r.id, &m->there, e));
	TRY(live_parts(&m->b, t, m->from->r.id, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		const struct person *p = (const struct person *)list.rec[i], *twin = twin_of(m, p);

		if (twin)
			join(m, p, twin);
		else
			move(&m->b, t, &p->r, m->to->r.id);
		m->moved += !twin;
	}
	return RC_OK;
}

/* One id for another, none twice. */
static void swap_ref(struct arena *a, const struct field *f, struct rec *r, uint64_t from, uint64_t to)
{
	struct buf b = { .a = a };
	str rest = field_get(f, r).s, word;
	bool put = false;

	if (f->kind == K_REF) {
		field_set(f, r, VAL_REF(to));
		return;
	}
	while (str_word(&rest, &word)) {
		int64_t id;
		bool ours = str_int(word, &id) && ((uint64_t)id == from || (uint64_t)id == to);

		if (ours && put)
			continue;
		put |= ours;
		buf_printf(&b, "%s%.*s", b.n ? " " : "",
			STR_FMT(ours ? arena_printf(a, "%llu", (unsigned long long)to) : word));
	}
	field_set(f, r, (val){ b.n != 0, 0, buf_view(&b) });
}

/* Does it stand in neither file?  What another family's file says of somebody who left it stays as it was
 * written; and the file that ends keeps its head. */
static bool elsewhere(const struct merging *m, const struct leaning *l)
{
	uint64_t family = rights_family(m->b.s, l->type, l->rec);

	return family && (!is_part(l->type) || (family != m->from->r.id && family != m->to->r.id));
}

/* Whatever speaks of a person who is one with another now. */
static enum rc follow_twin(struct merging *m, const struct twin *w, struct err *e)
{
	struct leanings by;

	TRY(guard_leaning(m->b.s, m->b.a, &m->scans, type_of(m->b.s, &person_type), &w->from->r, &by, e));
	for (size_t i = 0; i < by.n; i++)
		if (!elsewhere(m, &by.p[i]))
			swap_ref(m->b.a, by.p[i].field, change(&m->b, by.p[i].type, by.p[i].rec),
				w->from->r.id, w->to->r.id);
	return RC_OK;
}

/* ---- merging: posts --------------------------------------------------------------------------- */

static bool ended(const struct assignment *as, date today)
{
	return as->to.day && as->to.day < today.day;
}

/* Has the file that stays this post filled, or this worker in some post, from now on? */
static bool taken(const struct parts *there, const struct assignment *as, date today)
{
	for (size_t i = 0; i < there->n; i++) {
		const struct assignment *other = (const struct assignment *)there->rec[i];

		if (!ended(other, today) && (str_eq(other->post.key, as->post.key) ||
						    other->worker.id == as->worker.id))
			return true;
	}
	return false;
}

/* Posts end with their file, and what was planned never begins; a post that the file that stays has not
 * filled goes on there, so that nobody is left without their contact person. */
static enum rc merge_posts(struct merging *m, struct err *e)
{
	date today = session_today(m->b.s);
	code over = code_meant(&m->b.s->office->codes, MEANS_FILE_ENDED);
	struct parts there, list;

	TRY(live_parts(&m->b, &assignment_type, m->to->r.id, &there, e));
	TRY(live_parts(&m->b, &assignment_type, m->from->r.id, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		const struct assignment *as = (const struct assignment *)list.rec[i];
		struct assignment *end, *on;

		if (ended(as, today))
			continue;
		end = (struct assignment *)change(&m->b, &assignment_type, &as->r);
		if (as->from.day > today.day) {
			end->r.void_why = S("档案已并入，没有开始");
			end->r.void_by.id = m->b.s->me.worker;
		} else {
			end->to = today;
			end->reason = over;
		}
		if (taken(&there, as, today))
			continue;
		on = (struct assignment *)create(&m->b, &assignment_type);
		on->family.id = m->to->r.id;
		on->post = as->post;
		on->worker = as->worker;
		on->from = as->from.day > today.day ? as->from : today;
		on->to = as->to;
		on->note = as->note;
	}
	return RC_OK;
}

/* ---- merging ------------------------------------------------------------------------------------ */

/* What the file that stays takes from the other; what must be given a reason has one. */
static void take(struct merging *m, const struct field *const *taken_fields, size_t n)
{
	str why = arena_printf(m->b.a, "并入 %.*s", STR_FMT(m->from->file_no));
	const struct family *into = m->to;
	struct family *f;

	if (!n)
		return;
	f = (struct family *)change(&m->b, &family_type, &into->r);
	for (size_t i = 0; i < n; i++)
		field_set(taken_fields[i], &f->r, field_get(taken_fields[i], &m->from->r));
	if (!str_eq(f->kind.key, into->kind.key) && str_eq(f->kind_evidence, into->kind_evidence))
		f->kind_evidence = why;
	if (!str_eq(f->care_level.key, into->care_level.key) && str_eq(f->care_reason, into->care_reason))
		f->care_reason = why;
}

static void close_file(struct merging *m)
{
	struct family *f = (struct family *)change(&m->b, &family_type, &m->from->r);

	f->closed = session_today(m->b.s);
	f->close_reason = code_meant(&m->b.s->office->codes, MEANS_CLOSED_MERGED);
	if (!joined(m, f->head.id))
		f->head.id = 0; /* gone over */
	tell_file(&m->b, m->to->r.id, "merged", m->from->file_no, m->to->file_no);
}

static enum rc merge_all(struct merging *m, struct err *e)
{
	const struct rec_type *const *types = m->b.s->office->types;

	TRY(merge_persons(m, e));
	close_file(m);
	for (size_t i = 0; types[i]; i++) {
		struct parts list;

		if (!goes_along(types[i]))
			continue;
		TRY(live_parts(&m->b, types[i], m->from->r.id, &list, e));
		for (size_t k = 0; k < list.n; k++)
			move(&m->b, types[i], list.rec[k], m->to->r.id);
		m->moved += list.n;
	}
	for (size_t i = 0; i < m->twins.n; i++)
		TRY(follow_twin(m, &m->twins.p[i], e));
	return merge_posts(m, e);
}

/* All that the commit will write. */
static enum rc prepare(struct merging *m, uint64_t from, uint64_t to, const struct field *const *taken_fields,
	size_t ntaken, struct err *e)
{
	if (from == to)
		return fail(e, RC_INVALID, "两份档案是同一份，不用合并");
	m->from = peek_family(m->b.s, m->b.a, from);
	m->to = peek_family(m->b.s, m->b.a, to);
	if (!m->from || !m->to)
		return fail(e, RC_NOT_FOUND, "没有这户家庭");
	if (m->from->closed.day || m->to->closed.day)
		return fail(e, RC_INVALID, "已销档的档案不能合并，请先恢复");
	take(m, taken_fields, ntaken);
	return merge_all(m, e);
}

enum rc session_may_merge(struct session *s, uint64_t from, uint64_t to, struct err *e)
{
	struct arena a = { 0 };
	struct merging m = { .b = { .s = s, .a = &a } };
	enum rc rc;

	TRY(enter(s, e));
	rc = prepare(&m, from, to, NULL, 0, e);
	for (size_t i = 0; rc == RC_OK && i < m.b.saves.n; i++)
		rc = early_may_save(s, &m.b.saves.p[i], e);
	arena_free(&a);
	return leave_with(s, rc, e);
}

enum rc session_merge(struct session *s, struct arena *a, uint64_t from, uint64_t to,
	const struct field *const *taken_fields, size_t ntaken, size_t *moved, struct err *e)
{
	struct merging m = { .b = { .s = s, .a = a } };
	enum rc rc;

	*moved = 0;
	TRY(enter(s, e));
	rc = leave_with(s, prepare(&m, from, to, taken_fields, ntaken, e), e);
	*moved = m.moved;
	if (rc == RC_OK)
		rc = write_batch(&m.b, S("merge"), arena_printf(a, "并入 %.*s", STR_FMT(m.to->file_no)), e);
	return rc;
}

/* ---- splitting ---------------------------------------------------------------------------------- */

struct splitting {
	struct batch b;
	struct family *f;
	const uint64_t *person; /* who leaves; the first is the head of the new file */
	size_t n;
};

enum { MADE = 0 }; /* the new file is the first thing the commit creates */

static bool leaves(const struct splitting *sp, uint64_t id)
{
	for (size_t i = 0; i < sp->n; i++)
		if (sp->person[i] == id)
			return true;
	return false;
}

static void new_file(struct splitting *sp)
{
	struct family *made = (struct family *)create(&sp->b, &family_type);

	made->community = sp->f->community;
	made->kind = sp->f->kind;
	made->head.id = sp->person[0];
	made->opened = session_today(sp->b.s);
	made->care_level = sp->f->care_level;
	made->care_reason = S("离婚分户");
	made->wish_no = sp->f->wish_no;
	made->needs_text.s = arena_printf(sp->b.a, "由 %.*s 分户", STR_FMT(sp->f->file_no));
}

/* Both parents keep the child; one file holds its numbers. */
static void copy_child(struct splitting *sp, const struct person *p)
{
	const struct rec_type *t = type_of(sp->b.s, &person_type);
	struct person *copy = (struct person *)create(&sp->b, &person_type);

	for EACH_FIELD(f, t)
		field_set(f, &copy->r, field_get(f, &p->r));
	copy->family.id = REF_OP(MADE);
	copy->id_no.s = copy->disab_cert.s = (str){ 0 };
}

/* The first of those who leave is the new file's head: one who lives, and not the child of both. */
static enum rc may_head(const struct splitting *sp, const struct person *p, struct err *e)
{
	if (!person_is_child(&sp->b.s->office->codes, p) && person_lives(p, session_today(sp->b.s)))
		return RC_OK;
	return fail(e, RC_INVALID, "%.*s不能做新档案的户主：子女记在两份档案里，去世的成员留在原来的档案；请先写要分出去的另一方",
		STR_FMT(p->name));
}

static enum rc split_persons(struct splitting *sp, struct err *e)
{
	const struct codebook *book = &sp->b.s->office->codes;
	struct parts list;
	size_t gone = 0;

	TRY(live_parts(&sp->b, type_of(sp->b.s, &person_type), sp->f->r.id, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		const struct person *p = (const struct person *)list.rec[i];

		if (leaves(sp, p->r.id)) {
			struct person *q = (struct person *)change(&sp->b, &person_type, &p->r);

			q->family.id = REF_OP(MADE);
			if (p->r.id == sp->person[0]) {
				TRY(may_head(sp, p, e));
				q->relation = code_meant(book, MEANS_HEAD);
			}
			gone++;
		} else if (person_is_child(book, p)) {
			copy_child(sp, p);
		}
	}
	return gone == sp->n ? RC_OK : fail(e, RC_INVALID, "要分出去的成员不都在这户里，请核对");
}

/* What is said of somebody who leaves goes along, with all that hangs on it: the steps of a need.  What is
 * said of the whole family stays. */
static bool goes(const struct splitting *sp, const struct rec_type *t, const struct rec *r)
{
	const struct rec_type *const *types = sp->b.s->office->types;
	bool hangs = false;

	for EACH_FIELD(f, t) {
		uint64_t id = (uint64_t)field_get(f, r).n;

		if (f->kind != K_REF || !id || f->flags & F_ORIGIN)
			continue;
		if (field_aims(f, &person_type))
			return leaves(sp, id);
		for (size_t i = 0; types[i]; i++)
			hangs |= is_part(types[i]) && field_aims(f, types[i]) &&
				 moves(&sp->b, types[i], id, REF_OP(MADE));
	}
	return hangs;
}

/* A reminder that was dealt with stays dealt with. */
static bool waives(const struct splitting *sp, const struct rec_type *t, const struct rec *r)
{
	str type;
	uint64_t id;
	const struct rec_type *about;

	if (t->tag != waiver_type.tag || !ref_parse(((const struct waiver *)r)->target, &type, &id))
		return false;
	about = office_type(sp->b.s->office, type);
	return about && is_part(about) && moves(&sp->b, about, id, REF_OP(MADE));
}

static enum rc split_parts(struct splitting *sp, struct err *e)
{
	const struct rec_type *const *types = sp->b.s->office->types;

	for (size_t i = 0; types[i]; i++) {
		struct parts list;

		if (!goes_along(types[i]))
			continue;
		TRY(live_parts(&sp->b, types[i], sp->f->r.id, &list, e));
		for (size_t k = 0; k < list.n; k++)
			if (goes(sp, types[i], list.rec[k]) || waives(sp, types[i], list.rec[k]))
				move(&sp->b, types[i], list.rec[k], REF_OP(MADE));
	}
	return RC_OK;
}

/* The new file begins with the same contact persons, and with those that are planned. */
static enum rc split_posts(struct splitting *sp, struct err *e)
{
	const struct rec_type *t = type_of(sp->b.s, &assignment_type);
	date today = session_today(sp->b.s);
	struct parts list;

	TRY(live_parts(&sp->b, t, sp->f->r.id, &list, e));
	for (size_t i = 0; i < list.n; i++) {
		const struct assignment *old = (const struct assignment *)list.rec[i];
		struct assignment *as;

		if (ended(old, today))
			continue;
		as = (struct assignment *)create(&sp->b, &assignment_type);
		as->family.id = REF_OP(MADE);
		as->post = old->post;
		as->worker = old->worker;
		as->from = old->from.day > today.day ? old->from : today;
		as->to = old->to;
		as->note = old->note;
	}
	return RC_OK;
}

static enum rc split_all(struct splitting *sp, struct err *e)
{
	new_file(sp);
	TRY(split_persons(sp, e));
	if (sp->f->head.id && leaves(sp, sp->f->head.id))
		return fail(e, RC_INVALID, "户主留在原来的档案里；请写要分出去的另一方");
	TRY(split_parts(sp, e));
	TRY(split_posts(sp, e));
	tell_file(&sp->b, REF_OP(MADE), "split", sp->f->file_no, S(""));
	return RC_OK;
}

enum rc session_split(struct session *s, struct arena *a, uint64_t family, const uint64_t *person,
	size_t n, uint64_t *made, struct err *e)
{
	struct splitting sp = { .b = { .s = s, .a = a }, .person = person, .n = n };
	enum rc rc;

	*made = 0;
	if (!n)
		return fail(e, RC_INVALID, "请写要分出去的成员");
	TRY(enter(s, e));
	sp.f = peek_family(s, a, family);
	rc = sp.f ? rights_may_write(s, type_of(s, &family_type), &sp.f->r, NULL, e)
		  : fail(e, RC_NOT_FOUND, "没有这户家庭");
	if (rc == RC_OK)
		rc = split_all(&sp, e);
	rc = leave_with(s, rc, e);
	if (rc == RC_OK)
		rc = write_batch(&sp.b, S("split"), S("分户"), e);
	if (rc == RC_OK)
		*made = sp.b.saves.p[MADE].id;
	return rc;
}
