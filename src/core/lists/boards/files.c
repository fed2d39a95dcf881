/* files.c - counts the files a community had before a period and at its end, as they then were. */
#include "core/lists/boards/files.h"

#include "base/str.h"
#include "core/office/means.h"
#include "core/read/reach.h"
#include "rec/text.h"

#include <stdlib.h>

static const struct place *place_of(struct job *q, struct files *fs, uint64_t org)
{
	struct place *p;
	struct org *o;

	for (size_t i = 0; i < fs->place.n; i++)
		if (fs->place.p[i]->org == org)
			return fs->place.p[i];
	p = ARENA_NEW(q->a, struct place);
	o = peek_org(q->s, q->a, org);
	*p = (struct place){ org, o ? o->code.s : S(""), o && rights_community(q->s, org) };
	*vec_add(q->a, &fs->place) = p;
	return p;
}

static bool open_on(const struct family *f, date on)
{
	return f->opened.day <= on.day && (!f->closed.day || f->closed.day > on.day);
}

static bool in(struct span s, date d)
{
	return d.day >= s.first.day && d.day <= s.last.day;
}

static bool kind_turned(const struct turns *turns, struct span span)
{
	for (size_t i = 0; i < turns->n; i++)
		if (turns->p[i].type->tag == family_type.tag && strcmp(turns->p[i].field->name, "kind") == 0 &&
			in(span, turns->p[i].effective))
			return true;
	return false;
}

/* f is as the index keeps it: of what is asked here, all. */
static enum rc add_file(struct job *q, struct files *fs, const struct turns *later,
	const struct family *f, struct err *e)
{
	const struct rec_type *t = type_of(q->s, &family_type);
	const struct codebook *book = &q->s->office->codes;
	date eve = { fs->span.first.day - 1 };
	struct turns mine = turns_of(later, f->r.id);
	struct family before = *f, end = *f;
	struct file *x = vec_add(q->a, &fs->file);

	TRY(turn_back(q->s, q->a, &mine, t, &before.r, eve, e));
	TRY(turn_back(q->s, q->a, &mine, t, &end.r, fs->span.last, e));
	*x = (struct file){
		.id = f->r.id,
		.before = place_of(q, fs, before.community.id),
		.home = place_of(q, fs, end.community.id),
		.begins = open_on(&before, eve),
		.ends = open_on(&end, fs->span.last),
		.passes = in(fs->span, end.opened) && in(fs->span, end.closed),
		.bereaved = code_means(book, end.kind, MEANS_BEREAVED),
		.disabled = code_means(book, end.kind, MEANS_CHILD_DISABLED),
		.turned = kind_turned(&mine, fs->span),
	};
	return RC_OK;
}

static int by_file(const void *x, const void *y)
{
	const struct file *a = x, *b = y;

	return a->id < b->id ? -1 : a->id > b->id;
}

/* ---- what has gone over to another family since ---------------------------------------------- */

static int by_owned(const void *x, const void *y)
{
	const struct owned *a = x, *b = y;

	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	return a->no < b->no ? -1 : a->no > b->no;
}

/* The first of its changes says whose it was. */
static void take_moved(struct job *q, const struct files *fs, const struct turns *later,
	const struct rec_type *t, struct owners *out)
{
	size_t n = 0;

	for (size_t i = 0; i < later->n; i++) {
		const struct turn *turn = &later->p[i];
		uint64_t family;

		if (turn->effective.day > fs->span.last.day && turn_moved(turn, t) &&
			ref_is(turn->was, &family_type, &family))
			*vec_add(q->a, out) = (struct owned){ turn->id, turn->no, family };
	}
	if (out->n > 1)
		qsort(out->p, out->n, sizeof *out->p, by_owned);
	for (size_t i = 0; i < out->n; i++)
		if (!n || out->p[n - 1].id != out->p[i].id)
			out->p[n++] = out->p[i];
	out->n = n;
}

static int by_id(const void *x, const void *y)
{
	const struct owned *a = x, *b = y;

	return a->id < b->id ? -1 : a->id > b->id;
}

uint64_t files_owner(const struct owners *l, uint64_t id, uint64_t now)
{
	struct owned key = { .id = id };
	const struct owned *was = l->n ? bsearch(&key, l->p, l->n, sizeof key, by_id) : NULL;

	return was ? was->family : now;
}

/* ---- all of them ---------------------------------------------------------------------------- */

enum rc files_load(struct job *q, struct span span, struct files *fs, struct err *e)
{
	struct turns later;
	struct cursor c;
	const struct rec *r;
	enum rc rc;

	*fs = (struct files){ .span = span };
	TRY(turns_after(q->s, q->a, (date){ span.first.day - 1 }, &later, e));
	TRY(cursor_open(q->s->view, q->a,
		&(struct walk){ .type = type_of(q->s, &family_type), .index = "community" }, &c, e));
	while ((rc = cursor_next(&c, &r, e)) == RC_OK)
		TRY(add_file(q, fs, &later, (const struct family *)r, e));
	TRY_END(rc);
	if (fs->file.n > 1)
		qsort(fs->file.p, fs->file.n, sizeof *fs->file.p, by_file);
	take_moved(q, fs, &later, &visit_type, &fs->visits);
	take_moved(q, fs, &later, &event_type, &fs->events);
	return RC_OK;
}

static bool lies_in(const struct place *p, str div)
{
	return p->inside && str_starts(p->code, div);
}

/* Begin and in less out is end, in every division: who moves inside it neither comes nor goes. */
void file_counts(const struct file *f, str div, bool is[FILE_COUNTS])
{
	bool home = lies_in(f->home, div);
	bool begins = f->begins && lies_in(f->before, div), ends = f->ends && home;
	bool passes = f->passes && home && !begins && !ends;

	is[FILE_BEGIN] = begins;
	is[FILE_IN] = (ends && !begins) || passes;
	is[FILE_OUT] = (begins && !ends) || passes;
	is[FILE_END] = ends;
	is[FILE_BEREAVED] = ends && f->bereaved;
	is[FILE_DISABLED] = ends && f->disabled;
	is[FILE_TURNED] = home && f->turned;
}

const struct place *files_home(const struct files *fs, uint64_t family)
{
	struct file key = { .id = family };
	const struct file *f = fs->file.n
		? bsearch(&key, fs->file.p, fs->file.n, sizeof key, by_file) : NULL;

	return f && f->home->inside ? f->home : NULL;
}
