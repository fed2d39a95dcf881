/* stage.c - what is counted from which day on, as bytes: the share of a family, and a sum. */
#include "store/sum_impl.h"

#include "base/str.h"

/* ---- bytes ---------------------------------------------------------------------------------- */

static void put_varint(struct buf *b, uint64_t v)
{
	for (; v >= 128; v >>= 7)
		buf_char(b, (char)(v | 128));
	buf_char(b, (char)v);
}

static void put_zigzag(struct buf *b, int64_t v)
{
	put_varint(b, (uint64_t)v << 1 ^ (uint64_t)(v >> 63));
}

/* What is cut off or too long is broken, and stays so. */
static uint64_t get_varint(struct bytes *b)
{
	uint64_t v = 0;

	for (int shift = 0; b->p < b->end && shift < 64; shift += 7) {
		unsigned char c = *b->p++;

		v |= (uint64_t)(c & 127) << shift;
		if (!(c & 128))
			return v;
	}
	b->broken = true;
	return 0;
}

static int64_t get_zigzag(struct bytes *b)
{
	uint64_t v = get_varint(b);

	return (int64_t)(v >> 1 ^ (0 - (v & 1)));
}

/* ---- stages --------------------------------------------------------------------------------- */

static bool same_persons(const struct stage *a, const struct stage *b)
{
	return a->npersons == b->npersons &&
	       (!a->npersons || memcmp(a->person, b->person, a->npersons * sizeof *a->person) == 0);
}

void put_stage(struct buf *b, const struct stage *before, const struct stage *s)
{
	static const struct stage nothing = { 0 };
	uint64_t changed = 0;

	if (before)
		put_varint(b, (uint64_t)((int64_t)s->from.day - before->from.day));
	else
		put_zigzag(b, s->from.day);
	before = before ? before : &nothing;
	put_varint(b, same_persons(before, s) ? 0 : s->npersons + 1);
	for (size_t i = 0; i < s->npersons && !same_persons(before, s); i++)
		put_varint(b, s->person[i]);
	for (int i = 0; i < SUMS_MOST; i++)
		changed |= (uint64_t)(s->n[i] != before->n[i]) << i;
	put_varint(b, changed);
	for (int i = 0; i < SUMS_MOST; i++)
		if (changed >> i & 1)
			put_zigzag(b, (int64_t)s->n[i] - before->n[i]);
}

void get_stage(struct bytes *b, struct arena *a, bool first, struct stage *s)
{
	int64_t day = first ? get_zigzag(b) : (int64_t)((uint64_t)(int64_t)s->from.day + get_varint(b));
	uint64_t persons = get_varint(b), changed, *person;

	b->broken |= day != (int32_t)day || persons > (uint64_t)(b->end - b->p) + 1;
	if (b->broken)
		return;
	s->from.day = (int32_t)day;
	if (persons) {
		s->npersons = persons - 1;
		s->person = person = ARENA_ARRAY(a, uint64_t, s->npersons + 1);
		for (size_t i = 0; i < s->npersons; i++)
			person[i] = get_varint(b);
	}
	changed = get_varint(b);
	b->broken |= changed >> SUMS_MOST != 0;
	for (int i = 0; i < SUMS_MOST; i++)
		if (changed >> i & 1)
			s->n[i] = plus(s->n[i], (int32_t)get_zigzag(b));
}

static bool counts(const struct stage *s)
{
	for (int i = 0; i < SUMS_MOST; i++)
		if (s->n[i])
			return true;
	return false;
}

str share_encode(struct arena *a, const struct share *s)
{
	struct buf b = { .a = a };

	if (!s->n)
		return S("");
	put_varint(&b, s->place);
	for (size_t i = 0; i < s->n; i++)
		put_stage(&b, i ? &s->p[i - 1] : NULL, &s->p[i]);
	return buf_view(&b);
}

enum rc sums_broken(struct snap *v, struct err *e)
{
	v->s->failed = MDB_CORRUPTED;
	return fail(e, RC_IO, "看板的合计损坏，请运行 qinqing check，再运行 qinqing reindex");
}

enum rc share_decode(struct snap *v, struct arena *a, str from, struct share *out, struct err *e)
{
	struct bytes b = bytes_of(from.p, from.n);
	struct stage s = { 0 };

	*out = (struct share){ 0 };
	if (!from.n)
		return RC_OK;
	out->place = get_varint(&b);
	while (b.p < b.end && !b.broken) {
		get_stage(&b, a, !out->n, &s);
		*vec_add(a, out) = s;
	}
	return b.broken ? sums_broken(v, e) : RC_OK;
}

bool stage_on(struct bytes *b, struct arena *a, date on, struct stage *out)
{
	struct stage s = { 0 };
	bool first = true;

	*out = (struct stage){ 0 };
	for (; b->p < b->end && !b->broken; first = false) {
		get_stage(b, a, first, &s);
		if (b->broken || s.from.day > on.day)
			break;
		*out = s;
	}
	return !b->broken;
}

enum rc share_on(struct snap *v, struct arena *a, str share, date on, uint64_t *place, struct stage *out,
	struct err *e)
{
	struct bytes b = bytes_of(share.p, share.n);

	*place = share.n ? get_varint(&b) : 0;
	if (!stage_on(&b, a, on, out))
		return sums_broken(v, e);
	if (!counts(out))
		*place = 0;
	return RC_OK;
}
