/* rec.c - the generic half of records: fields by offset, types, new, copy. */
#include "rec/rec.h"

#include "base/str.h"

#include <assert.h>

/* How a kind lies in a struct: every C type of rec.h is one of these shapes. */
enum shape { SHAPE_STR, SHAPE_NUM, SHAPE_I32, SHAPE_I64, SHAPE_U8, SHAPE_RATIO, SHAPE_DUE };

static const uint8_t shape_of[] = {
	[K_TEXT] = SHAPE_STR,    [K_NOTE] = SHAPE_STR,     [K_CODE] = SHAPE_STR,
	[K_CODES] = SHAPE_STR,   [K_NUM] = SHAPE_NUM,      [K_MONEY] = SHAPE_NUM,
	[K_DATE] = SHAPE_I32,    [K_PDATE] = SHAPE_I32,    [K_MONTH] = SHAPE_I32,
	[K_TIME] = SHAPE_I64,    [K_FLAG] = SHAPE_U8,      [K_REF] = SHAPE_I64,
	[K_REFS] = SHAPE_STR,    [K_TEXTS] = SHAPE_STR,    [K_PHONE] = SHAPE_STR,
	[K_CITIZEN] = SHAPE_STR, [K_CERT] = SHAPE_STR,     [K_DIVISION] = SHAPE_STR,
	[K_LUNAR] = SHAPE_I32,   [K_BYTES] = SHAPE_STR,    [K_RATIO] = SHAPE_RATIO,
	[K_DUE] = SHAPE_DUE,     [K_REASONS] = SHAPE_STR,
};

_Static_assert(sizeof(str) == sizeof(reasons) && offsetof(str, n) == offsetof(reasons, n),
	"reasons lie like a text: where they begin, and how many");

/* Two halves of a val's number. */
static int64_t pack(int32_t high, int32_t low)
{
	return (int64_t)high * ((int64_t)1 << 32) + (uint32_t)low;
}

ratio val_ratio(val v)
{
	return (ratio){ v.set, (int32_t)(v.n >> 32), (int32_t)(uint32_t)v.n };
}

due_on val_due(val v)
{
	return (due_on){ (uint8_t)(v.n >> 32), { (int32_t)(uint32_t)v.n } };
}

reasons val_reasons(val v)
{
	return (reasons){ (const struct reason *)(const void *)v.s.p, v.set ? v.s.n : 0 };
}

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
	ratio q;
	due_on d;

	switch ((enum shape)shape_of[f->kind]) {
	case SHAPE_STR: memcpy(&s, m, sizeof s); return (val){ s.n != 0, 0, s };
	case SHAPE_NUM: memcpy(&n, m, sizeof n); return (val){ n.set, n.set ? n.v : 0, { 0 } };
	case SHAPE_I32: memcpy(&i32, m, sizeof i32); return (val){ i32 != 0, i32, { 0 } };
	case SHAPE_I64: memcpy(&i64, m, sizeof i64); return (val){ i64 != 0, i64, { 0 } };
	case SHAPE_U8: memcpy(&u8, m, sizeof u8); return (val){ u8 != 0, u8, { 0 } };
	case SHAPE_RATIO: memcpy(&q, m, sizeof q); return (val){ q.set, pack(q.num, q.den), { 0 } };
	case SHAPE_DUE: memcpy(&d, m, sizeof d); return (val){ d.state != 0, pack(d.state, d.day.day), { 0 } };
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
	case SHAPE_RATIO: memcpy(m, &(ratio){ v.set, val_ratio(v).num, val_ratio(v).den }, sizeof(ratio)); break;
	case SHAPE_DUE: memcpy(m, &(due_on){ val_due(v).state, val_due(v).day }, sizeof(due_on)); break;
	}
}

bool val_eq(val a, val b)
{
	return a.set == b.set && a.n == b.n && str_eq(a.s, b.s);
}

static int order(int64_t a, int64_t b)
{
	return a < b ? -1 : a > b;
}

int val_cmp(const struct field *f, val a, val b)
{
	ratio p = val_ratio(a), q = val_ratio(b);

	if (!a.set || !b.set)
		return (int)b.set - (int)a.set;
	if (kind_is_text(f->kind))
		return str_cmp(a.s, b.s);
	if (f->kind == K_REASONS)
		return order(a.s.n, b.s.n);
	if (f->kind == K_DUE) /* what presses more is more; the earlier the more */
		return val_due(a).state != val_due(b).state ? order(val_due(a).state, val_due(b).state)
			: order(val_due(b).day.day, val_due(a).day.day);
	if (f->kind != K_RATIO)
		return order(a.n, b.n);
	if (!p.den || !q.den)
		return (q.den != 0) - (p.den != 0);
	return order((int64_t)p.num * q.den, (int64_t)q.num * p.den);
}

const struct field *type_field(const struct rec_type *t, str name)
{
	for EACH_FIELD(f, t)
		if (str_eq(str_of(f->name), name))
			return f;
	return NULL;
}

bool field_owns(const struct field *f, const struct rec_type *t)
{
	return t->owner && strcmp(f->name, t->owner) == 0;
}

bool field_aims(const struct field *f, const struct rec_type *t)
{
	return (f->kind == K_REF || f->kind == K_REFS) && strcmp(f->of, t->name) == 0;
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

const struct rec_type *type_join(struct arena *a, const struct rec_type *base,
	const struct rec_type *row)
{
	struct field *all = ARENA_ARRAY(a, struct field, base->nfields + row->nfields);
	struct rec_type *x = ARENA_NEW(a, struct rec_type);

	memcpy(all, base->fields, base->nfields * sizeof *all);
	memcpy(all + base->nfields, row->fields, row->nfields * sizeof *all);
	*x = *base;
	x->base = base;
	x->size = row->size;
	x->fields = all;
	x->nfields += row->nfields;
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
