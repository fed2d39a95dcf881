/* merge.c - two files of one family made one, and one family made two; each a single commit that undo
 * takes back (domain.md 3.5). */
#include "core/impl.h"

struct batch { struct save *save; size_t n, cap; struct arena *a; };

static struct save *add(struct batch *b)
{
	if (b->n == b->cap) {
		struct save *more = ARENA_ARRAY(b->a, struct save, b->cap = b->cap * 2 + 32);

		if (b->n)
			memcpy(more, b->save, b->n * sizeof *more);
		b->save = more;
	}
	b->save[b->n] = (struct save){ 0 };
	return &b->save[b->n++];
}

static void change(struct session *s, struct batch *b, const struct rec_type *shipped,
	const struct rec *base, struct rec **rec)
{
	const struct rec_type *t = type_of(s, shipped);
	struct save *save = add(b);

	*rec = rec_dup(b->a, t, base);
	*save = (struct save){ .type = t, .base = base, .rec = *rec };
}

static void record(struct session *s, struct batch *b, uint64_t family, const char *what, str was,
	str is)
{
	struct status *st = (struct status *)rec_new(b->a, type_of(s, &status_type));
	struct save *save = add(b);

	st->family.id = family;
	st->what.key = str_of(what);
	st->was = was;
	st->is = is;
	st->effective = session_today(s);
	st->approved_by.id = s->me.worker;
	*save = (struct save){ .type = type_of(s, &status_type), .rec = &st->r };
}

/* ---- merging -------------------------------------------------------------------------------- */

/* An assignment to a post the other file has filled ends; everything else goes over as it is. */
static enum rc move_all(struct session *s, struct batch *b, const struct rec_type *t, uint64_t from,
	uint64_t to, struct err *e)
{
	bool posts = strcmp(t->name, assignment_type.name) == 0;
	struct parts list, there = { 0 };
	date today = session_today(s);

	TRY(family_parts(s, b->a, t, from, &list, e));
	if (posts)
		TRY(family_assignments(s, b->a, to, true, &there, e));
	for (size_t i = 0; i < list.n; i++) {
		struct rec *r;

		change(s, b, t, list.rec[i], &r);
		if (posts) {
			struct assignment *as = (struct assignment *)r;

			if (as->to.day && as->to.day < today.day) {
				b->n--; /* the past stays with the file it was kept in */
				continue;
			}
			as->to = (date){ today.day - 1 < as->from.day ? as->from.day : today.day - 1 };
			as->reason.key = S("10");
			continue;
		}
		rec_set(t, r, t->owner, (val){ true, (int64_t)to, { 0 } });
	}
	return RC_OK;
}

enum rc session_merge(struct session *s, struct arena *a, uint64_t from, uint64_t to, size_t *moved,
	struct err *e)
{
	struct batch b = { .a = a };
	struct family *f, *into;
	enum rc rc = RC_OK;

	*moved = 0;
	if (from == to)
		return fail(e, RC_INVALID, "两份档案是同一份，不用合并");
	TRY(enter(s, e));
	f = peek_family(s, a, from);
	into = peek_family(s, a, to);
	if (!f || !into)
		rc = fail(e, RC_NOT_FOUND, "没有这户家庭");
	else if (f->closed.day || into->closed.day)
		rc = fail(e, RC_INVALID, "已销档的档案不能合并，请先恢复");
	for (size_t i = 0; rc == RC_OK && s->office->types[i]; i++) {
		const struct rec_type *t = s->office->types[i];

		if (t->owner && *t->owner && strcmp(t->owner, "family") == 0)
			rc = move_all(s, &b, t, from, to, e);
	}
	*moved = b.n;
	if (rc == RC_OK) {
		struct rec *r;

		change(s, &b, &family_type, &f->r, &r);
		((struct family *)r)->closed = session_today(s);
		((struct family *)r)->close_reason.key = S("09");
		((struct family *)r)->head.id = 0;
		record(s, &b, to, "merged", f->file_no, into->file_no);
	}
	leave(s);
	if (rc == RC_OK)
		rc = session_save(s, a, arena_printf(a, "并入 %.*s", STR_FMT(into->file_no)), b.save, b.n, e);
	return rc;
}

/* ---- splitting ------------------------------------------------------------------------------ */

static bool goes(const uint64_t *person, size_t n, uint64_t id)
{
	for (size_t i = 0; i < n; i++)
		if (person[i] == id)
			return true;
	return false;
}

static void new_file(struct session *s, struct batch *b, const struct family *f, uint64_t head)
{
	struct family *made = (struct family *)rec_new(b->a, type_of(s, &family_type));
	struct save *save = add(b);

	made->community = f->community;
	made->kind = f->kind;
	made->head.id = head;
	made->opened = session_today(s);
	made->care_level = f->care_level;
	made->care_reason = S("离婚分户");
	made->wish_no = f->wish_no;
	made->needs_text.s = arena_printf(b->a, "由 %.*s 分户", STR_FMT(f->file_no));
	*save = (struct save){ .type = type_of(s, &family_type), .rec = &made->r };
}

enum rc session_split(struct session *s, struct arena *a, uint64_t family, const uint64_t *person,
	size_t n, uint64_t *made, struct err *e)
{
	struct batch b = { .a = a };
	struct parts persons, live;
	struct family *f;
	struct rec *r;
	size_t moved = 0;
	enum rc rc;

	*made = 0;
	TRY(enter(s, e));
	f = peek_family(s, a, family);
	rc = f ? family_persons(s, a, family, &persons, e) : fail(e, RC_NOT_FOUND, "没有这户家庭");
	if (rc == RC_OK)
		rc = family_assignments(s, a, family, true, &live, e);
	if (rc == RC_OK)
		new_file(s, &b, f, person[0]);
	for (size_t i = 0; rc == RC_OK && i < persons.n; i++) {
		const struct person *p = (const struct person *)persons.rec[i];

		if (goes(person, n, p->r.id)) {
			change(s, &b, &person_type, &p->r, &r);
			((struct person *)r)->family.id = REF_OP(0);
			moved++;
		} else if (person_is_child(p)) { /* both parents keep the child */
			struct person *copy = (struct person *)rec_dup(a, type_of(s, &person_type), &p->r);

			copy->r.id = copy->r.version = 0;
			copy->family.id = REF_OP(0);
			copy->id_no.s = copy->disab_cert.s = (str){ 0 }; /* one file holds the numbers */
			*add(&b) = (struct save){ .type = type_of(s, &person_type), .rec = &copy->r };
		}
	}
	if (rc == RC_OK && moved != n)
		rc = fail(e, RC_INVALID, "要分出去的成员不都在这户里，请核对");
	if (rc == RC_OK && f->head.id && goes(person, n, f->head.id))
		rc = fail(e, RC_INVALID, "户主留在原来的档案里；请写要分出去的另一方");
	for (size_t i = 0; rc == RC_OK && i < live.n; i++) {
		struct assignment *as = (struct assignment *)rec_dup(a, type_of(s, &assignment_type),
			live.rec[i]);

		as->r.id = as->r.version = 0;
		as->family.id = REF_OP(0);
		as->from = session_today(s);
		*add(&b) = (struct save){ .type = type_of(s, &assignment_type), .rec = &as->r };
	}
	if (rc == RC_OK)
		record(s, &b, REF_OP(0), "split", f->file_no, S(""));
	leave(s);
	if (rc == RC_OK)
		rc = session_save(s, a, S("分户"), b.save, b.n, e);
	if (rc == RC_OK)
		*made = b.save[0].id;
	return rc;
}
