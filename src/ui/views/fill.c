/* fill.c - what one field tells of others: an id holds birth and sex, a certificate the id, kind and
 * grade.  The core fills in the same when it saves; here people see it at once. */
#include "ui/views/fill.h"

#include "core/records/identity.h"

static bool fill(const struct rec_type *t, struct rec *r, const char *name, int kind, val v)
{
	const struct field *f = type_field(t, str_of(name));

	if (!f || f->kind != kind || !v.set || field_get(f, r).set)
		return false;
	field_set(f, r, v);
	return true;
}

static val text(str s)
{
	return (val){ s.n != 0, 0, s };
}

bool fill_from(struct arena *a, const struct lex *lex, const struct rec_type *t,
	const struct field *f, struct rec *r)
{
	val v = field_get(f, r);
	struct identity who;
	struct err half; /* a number that is still being typed tells nothing */
	bool any = false;

	if (!v.set || (f->kind != K_CITIZEN && f->kind != K_CERT) ||
		(f->kind == K_CITIZEN ? identity_of_id : identity_of_cert)(a, lex, v.s, &who, &half) != RC_OK)
		return false;
	any |= fill(t, r, "id_no", K_CITIZEN, text(arena_str(a, who.id_no)));
	any |= fill(t, r, "birth", K_PDATE, (val){ who.birth.ymd != 0, who.birth.ymd, { 0 } });
	any |= fill(t, r, "sex", K_CODE, text(who.sex.key));
	any |= fill(t, r, "disab_kind", K_CODE, text(who.disab_kind.key));
	any |= fill(t, r, "disab_grade", K_CODE, text(who.disab_grade.key));
	return any;
}
