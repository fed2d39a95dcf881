/* private.c - what private.h says: one set of all that is private, and a look at each piece of a text. */
#include "core/exchange/private.h"

#include "base/utf8.h"
#include "core/records/organisation.h"

enum { LONGEST = 40, NAME_LEAST = 2, PHONE_LEAST = 7, ADDRESS_LEAST = 4 };

/* ---- texts as they are compared ------------------------------------------------------------------------ */

static bool is_mark(str c)
{
	static const char *const marks[] = { "·", "—", "，", "。", "、", "：", "；", "“", "”", "（", "）", "《", "》" };

	if (c.n == 1)
		return !((c.p[0] >= '0' && c.p[0] <= '9') || (c.p[0] >= 'a' && c.p[0] <= 'z'));
	for (size_t i = 0; i < COUNT(marks); i++)
		if (str_is(c, marks[i]))
			return true;
	return false;
}

static bool is_of_address(str c)
{
	static const char *const words[] = { "栋", "幢", "楼", "号", "单", "元", "室", "座", "门" };

	for (size_t i = 0; i < COUNT(words); i++)
		if (str_is(c, words[i]))
			return true;
	return false;
}

static uint32_t char_at(str s, uint32_t at)
{
	uint32_t n = 1;

	while (at + n < s.n && ((unsigned char)s.p[at + n] & 0xC0) == 0x80)
		n++;
	return n;
}

static str plain(struct arena *a, str text, bool address)
{
	str s = utf8_fold(a, text);
	struct buf b = { .a = a };

	for (uint32_t at = 0, n; at < s.n; at += n) {
		str c = str_sub(s, at, n = char_at(s, at));

		if (!is_mark(c) && !(address && is_of_address(c)))
			buf_str(&b, c);
	}
	return buf_view(&b);
}

static size_t chars(str s)
{
	size_t n = 0;

	for (uint32_t at = 0; at < s.n; at += char_at(s, at))
		n++;
	return n;
}

/* ---- the set ------------------------------------------------------------------------------------------- */

static size_t hash(str s)
{
	uint64_t h = 14695981039346656037u; /* FNV-1a */

	for (uint32_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 1099511628211u;
	return (size_t)h;
}

static str *place(const struct private *x, str s)
{
	size_t at = hash(s) & (x->room - 1);

	while (x->slot[at].n && !str_eq(x->slot[at], s))
		at = (at + 1) & (x->room - 1);
	return &x->slot[at];
}

static void put(struct arena *a, struct private *x, str s, size_t least)
{
	size_t n = chars(s);

	if (n < least || n > LONGEST)
		return;
	if (x->n * 2 >= x->room) {
		struct private more = { .room = x->room ? x->room * 2 : 1024 };

		more.slot = ARENA_ARRAY(a, str, more.room);
		for (size_t i = 0; i < x->room; i++)
			if (x->slot[i].n)
				*place(&more, x->slot[i]) = x->slot[i];
		more.n = x->n;
		*x = more;
	}
	if (!place(x, s)->n) {
		*place(x, s) = s;
		x->n++;
	}
}

/* ---- what is private ------------------------------------------------------------------------------------ */

enum what { NAME, PHONE, ADDRESS };
static const struct { const struct rec_type *type; const char *field; enum what what; } holds[] = {
	{ &person_type, "name", NAME },            { &person_type, "phone", PHONE },
	{ &person_type, "id_no", PHONE },          { &person_type, "guardian", NAME },
	{ &family_type, "phone1", PHONE },         { &family_type, "phone2", PHONE },
	{ &family_type, "phone3", PHONE },         { &family_type, "emergency_phone", PHONE },
	{ &family_type, "emergency_name", NAME },  { &family_type, "phone1_owner", NAME },
	{ &family_type, "live_addr", ADDRESS },    { &family_type, "hukou_addr", ADDRESS },
	{ &member_type, "name", NAME },            { &member_type, "phone", PHONE },
	{ &member_type, "address", ADDRESS },      { &link_type, "household", NAME },
	{ &link_type, "phone", PHONE },            { &link_type, "address", ADDRESS },
};

static void take(struct arena *a, const struct rec_type *t, const struct rec *r, struct private *out)
{
	static const size_t least[] = { [NAME] = NAME_LEAST, [PHONE] = PHONE_LEAST, [ADDRESS] = ADDRESS_LEAST };

	for (size_t i = 0; i < COUNT(holds); i++)
		if (holds[i].type->tag == t->tag)
			put(a, out, plain(a, rec_get(t, r, holds[i].field).s, holds[i].what == ADDRESS),
				least[holds[i].what]);
}

enum rc private_load(struct session *s, struct arena *a, struct private *out, struct err *e)
{
	static const struct rec_type *const types[] = { &person_type, &family_type, &member_type, &link_type };

	*out = (struct private){ 0 };
	for (size_t i = 0; i < COUNT(types); i++) {
		const struct rec_type *t = type_of(s, types[i]);
		struct cursor c;
		const struct rec *r;
		enum rc rc;

		TRY(cursor_open(s->view, a, &(struct walk){ .type = t }, &c, e));
		while ((rc = cursor_next(&c, &r, e)) == RC_OK)
			take(a, t, r, out);
		TRY_END(rc);
	}
	return RC_OK;
}

static str found(const struct private *x, str s)
{
	for (uint32_t from = 0; x->n && from < s.n; from += char_at(s, from)) {
		uint32_t n = 0;

		for (size_t k = 0; k < LONGEST && from + n < s.n; k++) {
			n += char_at(s, from + n);
			if (place(x, str_sub(s, from, n))->n)
				return str_sub(s, from, n);
		}
	}
	return (str){ 0 };
}

str private_in(const struct private *x, struct arena *a, str text)
{
	str first = found(x, plain(a, text, false));

	return first.n ? first : found(x, plain(a, text, true));
}
