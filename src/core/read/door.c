/* door.c - the door through which records, and what became of them, leave the core: what lies beyond one's
 * reach stays behind it, what one does not see in clear goes out masked. */
#include "core/read/door.h"

#include "core/read/looks.h"
#include "core/read/rights.h"

enum { SENS_PERSONAL = 2 };

enum rc read_get(struct session *s, struct arena *a, const struct rec_type *shipped, uint64_t id,
	struct rec **out, struct err *e)
{
	const struct rec_type *t = type_of(s, shipped);
	enum rc rc = snap_get(s->view, a, t, id, out, e);

	if (rc == RC_NOT_FOUND)
		return rights_not_there(t, id, e);
	TRY(rc);
	rc = rights_may_open(s, t, *out, e);
	if (rc == RC_OK || rc == RC_DENIED)
		look_at(s, rc == RC_OK ? "view" : "denied", rights_family(s, t, *out));
	TRY(rc);
	rights_mask(s, a, t, *out);
	return RC_OK;
}

enum rc session_get(struct session *s, struct arena *a, const struct rec_type *t, uint64_t id,
	struct rec **out, struct err *e)
{
	TRY(enter(s, e));
	return leave_with(s, read_get(s, a, t, id, out, e), e);
}

/* ---- what became of a record ---------------------------------------------------------------- */

enum rc read_last(struct session *s, struct arena *a, const struct rec_type *shipped, uint64_t id,
	struct rec **out, struct err *e)
{
	const struct rec_type *t = type_of(s, shipped);
	struct entry **entry;
	size_t n = 0;
	enum rc rc = snap_get(s->view, a, t, id, out, e);

	if (rc != RC_NOT_FOUND)
		return rc;
	TRY(snap_history(s->view, a, t, id, &entry, &n, e));
	for (size_t i = 0; i < n; i++)
		if (entry[i]->was.b.n && !entry[i]->is.b.n) { /* removed; the entry has all of it */
			TRY(rec_decode(a, t, entry[i]->was.b, out, e));
			(*out)->id = id;
			return RC_OK;
		}
	return rights_not_there(t, id, e);
}

/* Whose a record is: what is removed, and what belongs to a file that is, stays as private as it was. */
static enum rc reach_of_last(struct session *s, struct arena *a, const struct rec_type *t,
	const struct rec *r, enum reach *out, struct err *e)
{
	const struct rec_type *family = type_of(s, &family_type);
	uint64_t id = rights_family(s, t, r);
	struct rec *file;
	enum rc rc;

	*out = reach_of(s, t, r);
	if (*out < REACH_OUTSIDE || !t->owner || s->me.admin)
		return RC_OK;
	rc = read_last(s, a, family, id, &file, e);
	if (rc == RC_OK)
		*out = reach_of(s, family, file);
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

enum rc read_past(struct session *s, struct arena *a, const struct rec_type *shipped, uint64_t id,
	struct rec **last, enum reach *reach, struct err *e)
{
	const struct rec_type *t = type_of(s, shipped);

	TRY(read_last(s, a, t, id, last, e));
	TRY(reach_of_last(s, a, t, *last, reach, e));
	if (*reach == REACH_ABSENT)
		return rights_not_there(t, id, e);
	if (*reach >= REACH_OUTSIDE)
		return fail(e, RC_DENIED, t->owner ? "这户不在%.*s的辖区内，看不到修改经过"
						   : "这不在%.*s的辖区内，看不到修改经过", STR_FMT(s->me.name));
	return RC_OK;
}

/* ---- the log -------------------------------------------------------------------------------- */

static enum rc reach_of_entry(struct session *s, struct arena *a, const struct entry *en, enum reach *out,
	struct err *e)
{
	const struct rec_type *t = office_type(s->office, en->type);
	struct rec *r;
	enum rc rc;

	*out = REACH_OUTSIDE;
	if (!t || !en->rec_id.v)
		return RC_OK; /* of a kind this office no longer has, or of no record */
	rc = read_last(s, a, t, (uint64_t)en->rec_id.v, &r, e);
	if (rc == RC_OK)
		return reach_of_last(s, a, t, r, out, e);
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

/* One's own acts, and what was done with the families of one's own, or whom one supervises with; the whole
 * office's are for the administrator, and for whom the role says. */
static bool shows(const struct session *s, const struct entry *en, enum reach reach)
{
	const struct rec_type *t = office_type(s->office, en->type);

	return str_eq(en->who, s->me.login) || (t && t->owner && reach == REACH_OWN) ||
	       (s->role->supervises && reach < REACH_OUTSIDE);
}

/* An entry says who did what to which record; what was typed is as personal as the record. */
static void mask_entry(struct session *s, enum reach reach, struct entry *en)
{
	const struct field personal = { .sens = SENS_PERSONAL };
	bool of_people = en->rec_id.v || str_is(en->act.key, "search");

	if (of_people && en->why.n && !str_eq(en->who, s->me.login) && !rights_clear(s, reach, &personal))
		en->why = S("有");
	en->was.b = en->is.b = en->sum.b = en->chain.b = (str){ 0 };
}

/* A look has no version: it changed nothing. */
enum rc read_looks(struct session *s, struct arena *a, uint64_t family, struct span in, struct entries *out,
	struct err *e)
{
	val prefix[] = { { true, 0, str_of(family_type.name) }, VAL_REF(family) };
	enum reach reach = rights_reach(s, family);
	struct entry *en;
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	TRY(looks_may_know(s, family, e));
	TRY(cursor_open(s->view, a, &(struct walk){ .type = &entry_type, .index = "record", .prefix = prefix,
		.nprefix = COUNT(prefix), .backward = true }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK) {
		int32_t day;

		TRY(snap_entry(s->view, a, r->id, &en, e));
		day = moment_date(en->at).day;
		if (en->version.set || (in.first.day && (day < in.first.day || day > in.last.day)))
			continue;
		if (!s->me.admin)
			mask_entry(s, reach, en);
		*vec_add(a, out) = en;
	}
	TRY_END(rc);
	return RC_OK;
}

enum rc read_log(struct session *s, struct arena *a, size_t at, size_t n, struct entries *out, size_t *total,
	struct err *e)
{
	struct arena work = { 0 };
	uint64_t last;
	bool all = s->me.admin || s->role->log;
	enum rc rc = snap_last_entry(s->view, &last, e);

	if (rc != RC_OK)
		return rc;
	*total = all ? last : 0;
	for (uint64_t i = all ? at : 0; rc == RC_OK && i < last; i++) {
		enum reach reach = REACH_OWN;
		struct entry *en;
		size_t place = (size_t)i;

		if (all && out->n == n)
			break;
		arena_reset(&work);
		rc = snap_entry(s->view, &work, last - i, &en, e);
		if (rc == RC_OK && !s->me.admin)
			rc = reach_of_entry(s, &work, en, &reach, e);
		if (rc == RC_OK && !all) {
			if (!shows(s, en, reach))
				continue;
			place = (*total)++;
		}
		if (rc != RC_OK || place < at || out->n >= n)
			continue;
		rc = snap_entry(s->view, a, last - i, &en, e);
		if (rc == RC_OK && !s->me.admin)
			mask_entry(s, reach, en);
		*vec_add(a, out) = en;
	}
	arena_free(&work);
	return rc;
}
