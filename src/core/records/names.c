/* names.c - what several record types do alike with names, addresses and family files. */
#include "core/records/names.h"

#include "base/pinyin.h"
#include "base/str.h"
#include "base/utf8.h"

void names_fill_py(struct arena *a, str name, str was_name, str was_py, str *py)
{
	bool changed = was_name.n && !str_eq(name, was_name);

	if (!py->n || (changed && str_eq(*py, was_py)))
		*py = pinyin_initials(a, name);
}

/* The separators people write between building, unit and room. */
static bool skip_mark(str *s)
{
	static const char *const marks[] = {
		"-", "－", "—", "号楼", "栋", "幢", "楼", "单元", "室", "户", "号", "#", "门",
	};

	for (size_t i = 0; i < COUNT(marks); i++)
		if (str_starts(*s, str_of(marks[i]))) {
			*s = str_from(*s, (uint32_t)strlen(marks[i]));
			return true;
		}
	return false;
}

static str take_number(str *s)
{
	uint32_t n = 0;

	while (n < s->n && n < 6 && s->p[n] >= '0' && s->p[n] <= '9')
		n++;
	/* 12A栋 */
	if (n && n < s->n && n < 6 && (s->p[n] | 32) >= 'a' && (s->p[n] | 32) <= 'z')
		n++;

	str number = str_sub(*s, 0, n);

	*s = str_from(*s, n);
	return number;
}

bool names_place(struct arena *a, str address, struct place *out)
{
	str parts[3] = { { 0 } }, s = { 0 };
	uint32_t at = 0;
	size_t n = 0;
	char *text;

	*out = (struct place){ 0 };
	address = str_trim(address);
	/* Full-width digits: addresses come from phones and sheets. */
	text = arena_z(a, address);
	for (str from = address; at < from.n;) {
		uint32_t was = at, c = utf8_next(from, &at);

		if ((c >= 0xFF10 && c <= 0xFF19) || c == 0xFF0D) {
			char half = c == 0xFF0D ? '-' : (char)('0' + (c - 0xFF10));

			memset(text + was, 0, 3);
			text[was] = half;
		}
	}
	uint32_t len = 0;
	for (uint32_t i = 0; i < address.n; i++)
		if (text[i])
			text[len++] = text[i];
	s = (str){ text, len };

	uint32_t digit = 0;
	while (digit < s.n && !(s.p[digit] >= '0' && s.p[digit] <= '9'))
		digit++;
	if (digit == 0 || digit == s.n)
		return false;
	out->place = str_trim(str_sub(s, 0, digit));
	s = str_from(s, digit);
	while (n < 3 && (parts[n] = take_number(&s)).n) {
		n++;
		while (skip_mark(&s))
			;
	}
	if (s.n)
		return false; /* something else follows: leave the address whole */
	out->building = parts[0];
	out->unit = n == 3 ? parts[1] : (str){ 0 };
	out->room = n == 3 ? parts[2] : n == 2 ? parts[1] : (str){ 0 };
	return true;
}

str names_file_short(struct arena *a, str file_no, str community_short)
{
	str rest = file_no, community;
	int64_t n;

	if (!str_cut(&rest, '-', &community) || !str_int(rest, &n) || !community_short.n)
		return file_no;
	return arena_printf(a, "%.*s-%d", STR_FMT(community_short), (int)n);
}
