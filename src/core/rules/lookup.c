/* lookup.c - what a family contributes to the look-up index: names, phones, ids, address, when it
 * is due; and to the sums of the boards.  A pure function of the family's records and a day (struct schema's derive). */
#include "core/rules/lookup.h"

#include "core/read/parts.h"
#include "core/rules/indicators.h"
#include "core/rules/view_due.h"

#include <stdlib.h>

enum { PHONES_MAX = 3 };

static uint16_t small_number(str s)
{
	int64_t n = 0;

	while (s.n && s.p[0] >= '0' && s.p[0] <= '9' && n < 60000) {
		n = n * 10 + (s.p[0] - '0');
		s = str_from(s, 1);
	}
	return n > 0 && n < 60000 ? (uint16_t)(n + 1) : 0;
}

static uint8_t code_number(code c)
{
	int64_t n;

	return str_int(c.key, &n) && n >= 0 && n < 256 ? (uint8_t)n : 0;
}

static uint16_t file_number(str file_no)
{
	str rest = file_no, community;
	int64_t n;

	if (!str_cut(&rest, '-', &community) || !str_int(rest, &n) || n < 0 || n > UINT16_MAX)
		return 0;
	return (uint16_t)n;
}

/* Rows of one member: one per reading of the name; the first carries the phone and the id, and
 * every further phone gets a row of its own with the plain name. */
static void add_member(struct arena *a, struct lookrows *rows, const struct person *p, bool head,
	const uint64_t *phones, size_t nphones)
{
	size_t from = rows->n, end;
	uint64_t own = look_phone(p->phone.s), idno = look_idno(p->id_no.s);
	bool dead = p->alive.v == FLAG_NO;

	look_name_rows(a, p->name, rows);
	if (rows->n == from)
		*vec_add(a, rows) = (struct lookrow){ 0 };
	end = rows->n;
	for (size_t i = from; i < end; i++) {
		struct lookrow *r = &rows->p[i];

		r->phone = own != UINT64_MAX ? own : nphones ? phones[0] : UINT64_MAX;
		r->idno = idno;
		r->dead = dead;
		r->member = !dead;
		r->head = head && i == from;
	}
	for (size_t k = own != UINT64_MAX ? 0 : 1; k < nphones; k++) {
		struct lookrow *r = vec_add(a, rows);

		*r = rows->p[from];
		r->phone = phones[k];
		r->alias = true;
		r->head = false;
	}
}

static void add_address(struct lookset *out, const struct family *f)
{
	if (f->place.n) {
		out->estate = f->place;
		out->building = small_number(f->building);
		out->unit = small_number(f->unit);
		out->room = small_number(f->room);
	} else {
		out->estate = f->live_addr; /* an address nobody could take apart stays whole */
	}
}

enum rc lookup_derive(void *session, struct snap *view, struct arena *a, uint64_t family,
	struct lookset *out, struct share *share, struct err *e)
{
	struct session *s = session;
	struct snap *outer = s->view;
	struct lookrows rows = { 0 };
	struct family_view v;
	struct parts persons;
	struct due due;
	struct family *f;
	struct org *org;
	const phone *phone_of[PHONES_MAX];
	uint64_t phones[PHONES_MAX];
	size_t nphones = 0;
	bool headed = false;
	enum rc rc;

	*out = (struct lookset){ .on = out->on.day ? out->on : session_today(s) };
	if (share)
		*share = (struct share){ 0 };
	s->view = view;
	s->depth++;
	f = peek_family(s, a, family);
	org = f ? peek_org(s, a, f->community.id) : NULL;
	if (!org) {
		rc = RC_OK;
		goto out;
	}
	rc = family_persons(s, a, family, &persons, e);
	if (rc == RC_OK)
		rc = view_open(s, a, f, out->on, &v, e);
	if (rc == RC_OK)
		rc = view_due(&v, (struct span){ 0 }, &due, e);
	if (rc == RC_OK && share)
		rc = family_share(&v, share, e);
	if (rc != RC_OK)
		goto out;
	out->org = look_org(org->code.s);
	out->file = file_number(f->file_no);
	out->kind = code_number(f->kind);
	out->level = code_number(f->care_level);
	out->closed = f->closed.day != 0;
	out->soft = due.soft.day;
	out->due = due.due.day;
	add_address(out, f);
	phone_of[0] = &f->phone1;
	phone_of[1] = &f->phone2;
	phone_of[2] = &f->phone3;
	for (size_t i = 0; i < PHONES_MAX; i++)
		if (phone_of[i]->s.n)
			phones[nphones++] = look_phone(phone_of[i]->s);
	for (size_t i = 0; i < persons.n; i++) {
		const struct person *p = (const struct person *)persons.rec[i];
		bool head = f->head.id ? p->r.id == f->head.id : i == 0;

		headed |= head;
		add_member(a, &rows, p, head, phones, nphones);
	}
	if (!headed) { /* a file without a head is found by phone, address and number all the same */
		struct person nobody = { .alive = { FLAG_YES } };

		add_member(a, &rows, &nobody, true, phones, nphones);
	}
	out->row = rows.p;
	out->n = rows.n;
out:
	s->depth--;
	s->view = outer;
	return rc;
}
