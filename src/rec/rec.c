/* rec.c - the generic half of records: fields by offset, types, new, copy. */
#include "rec/rec.h"

#include <assert.h>

/* How a kind lies in a struct: every C type of rec.h is one of these five shapes. */
enum shape { SHAPE_STR, SHAPE_NUM, SHAPE_I32, SHAPE_I64, SHAPE_U8 };

static const uint8_t shape_of[] = {
	[K_TEXT] = SHAPE_STR,    [K_NOTE] = SHAPE_STR,     [K_CODE] = SHAPE_STR,
	[K_CODES] = SHAPE_STR,   [K_NUM] = SHAPE_NUM,      [K_MONEY] = SHAPE_NUM,
	[K_DATE] = SHAPE_I32,    [K_PDATE] = SHAPE_I32,    [K_MONTH] = SHAPE_I32,
	[K_TIME] = SHAPE_I64,    [K_FLAG] = SHAPE_U8,      [K_REF] = SHAPE_I64,
	[K_REFS] = SHAPE_STR,    [K_TEXTS] = SHAPE_STR,    [K_PHONE] = SHAPE_STR,
	[K_CITIZEN] = SHAPE_STR, [K_CERT] = SHAPE_STR,     [K_DIVISION] = SHAPE_STR,
	[K_LUNAR] = SHAPE_I32,   [K_BYTES] = SHAPE_STR,
};

val field_get(const struct field *f, const struct rec *r)
{
	if (!r)
		return (val){ 0 };
	if (f->off < 0) {
		uint32_t slot = (uint32_t)~f->off;

		return slot < r->nextra ? r->extra[slot] : (val){ 0 };
	}

	const void *m = (const char *)r + f->off;
	str s;
	num n;
	int32_t i32;
	int64_t i64;
	uint8_t u8;

	switch ((enum shape)shape_of[f->kind]) {
	case SHAPE_STR: memcpy(&s, m, sizeof s); return (val){ s.n != 0, 0, s };
	case SHAPE_NUM: memcpy(&n, m, sizeof n); return (val){ n.set, n.set ? n.v : 0, { 0 } };
	case SHAPE_I32: memcpy(&i32, m, sizeof i32); return (val){ i32 != 0, i32, { 0 } };
	case SHAPE_I64: memcpy(&i64, m, sizeof i64); return (val){ i64 != 0, i64, { 0 } };
	case SHAPE_U8: memcpy(&u8, m, sizeof u8); return (val){ u8 != 0, u8, { 0 } };
	}
	return (val){ 0 };
}

_Static_assert(sizeof(num) == sizeof(money) && offsetof(num, v) == offsetof(money, fen),
	"a num and a money are one shape");

void field_set(const struct field *f, struct rec *r, val v)
{
	if (!v.set)
		v = (val){ 0 };
	if (f->off < 0) {
		assert((uint32_t)~f->off < r->nextra);
		r->extra[~f->off] = v;
		return;
	}

	void *m = (char *)r + f->off;

	switch ((enum shape)shape_of[f->kind]) {
	case SHAPE_STR: memcpy(m, &v.s, sizeof v.s); break;
	case SHAPE_NUM: memcpy(m, &(num){ v.set, v.n }, sizeof(num)); break;
	case SHAPE_I32: memcpy(m, &(int32_t){ (int32_t)v.n }, sizeof(int32_t)); break;
	case SHAPE_I64: memcpy(m, &v.n, sizeof v.n); break;
	case SHAPE_U8: memcpy(m, &(uint8_t){ (uint8_t)v.n }, sizeof(uint8_t)); break;
	}
}

bool val_eq(val a, val b)
{
	return a.set == b.set && a.n == b.n && str_eq(a.s, b.s);
}

const struct field *type_field(const struct rec_type *t, str name)
{
	for EACH_FIELD(f, t)
		if (str_eq(str_of(f->name), name))
			return f;
	return NULL;
}

val rec_get(const struct rec_type *t, const struct rec *r, const char *field)
{
	const struct field *f = type_field(t, str_of(field));

	assert(f);
	return field_get(f, r);
}

void rec_set(const struct rec_type *t, struct rec *r, const char *field, val v)
{
	const struct field *f = type_field(t, str_of(field));

	assert(f);
	field_set(f, r, v);
}

struct rec_type *type_extend(struct arena *a, const struct rec_type *t, const struct field *office,
	uint32_t n)
{
	struct field *all = ARENA_ARRAY(a, struct field, t->nfields + n);
	struct rec_type *x = ARENA_NEW(a, struct rec_type);

	memcpy(all, t->fields, t->nfields * sizeof *all);
	for (uint32_t i = 0; i < n; i++) {
		all[t->nfields + i] = office[i];
		all[t->nfields + i].off = (int16_t)~(t->nextra + i);
	}
	*x = *t;
	x->fields = all;
	x->nfields += n;
	x->nextra += n;
	return x;
}

struct rec *rec_new(struct arena *a, const struct rec_type *t)
{
	struct rec *r = arena_new(a, t->size);

	r->nextra = t->nextra;
	r->extra = ARENA_ARRAY(a, val, t->nextra);
	return r;
}

struct rec *rec_dup(struct arena *a, const struct rec_type *t, const struct rec *from)
{
	struct rec *r = rec_new(a, t);

	r->id = from->id;
	r->version = from->version;
	r->unknown = arena_str(a, from->unknown);
	for EACH_FIELD(f, t) {
		val v = field_get(f, from);

		if (v.set && kind_is_text(f->kind))
			v.s = arena_str(a, v.s);
		field_set(f, r, v);
	}
	return r;
}
