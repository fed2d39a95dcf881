/* fill.c - what one field tells of others: an id holds birth and sex, a certificate kind
 * and grade.  The core fills in the same when it saves; here people see it at once. */
#include "ui/views/fill.h"

#include "rec/ident.h"

static bool fill(const struct rec_type *t, struct rec *r, const char *name, int kind, val v)
{
	const struct field *f = type_field(t, str_of(name));

	if (!f || f->kind != kind || !v.set || field_get(f, r).set)
		return false;
	field_set(f, r, v);
	return true;
}

static val text(struct arena *a, const char *p, uint32_t n)
{
	return (val){ true, 0, arena_str(a, (str){ p, n }) };
}

static bool fill_person(struct arena *a, const struct rec_type *t, struct rec *r,
	const struct idno *id)
{
	bool birth = fill(t, r, "birth", K_PDATE, (val){ id->birth.ymd != 0, id->birth.ymd, { 0 } });
	bool sex = fill(t, r, "sex", K_CODE, text(a, &id->sex, 1));

	return birth || sex;
}

bool fill_from(struct arena *a, const struct lex *lex, const struct rec_type *t,
	const struct field *f, struct rec *r)
{
	date today = moment_date(lex->now);
	val v = field_get(f, r);
	struct idno id;
	struct cert cert;
	struct err ignored;
	bool any = false;
	str normal;

	if (f->kind == K_CITIZEN && v.set &&
		idno_parse(a, v.s, today, &normal, &id, &ignored) == RC_OK)
		return fill_person(a, t, r, &id);
	if (f->kind == K_CERT && v.set &&
		cert_parse(a, v.s, today, &normal, &cert, &ignored) == RC_OK) {
		any |= fill(t, r, "id_no", K_CITIZEN, text(a, cert.idno.p, cert.idno.n));
		any |= fill(t, r, "disab_kind", K_CODE, text(a, &cert.kind, 1));
		any |= fill(t, r, "disab_grade", K_CODE, text(a, &cert.grade, 1));
		any |= fill_person(a, t, r, &cert.person);
	}
	return any;
}
