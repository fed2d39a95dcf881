/* numfmt.c - numbers of a workbook as text, by the format they were shown in. */
#include "rec/numfmt.h"

#include "base/date.h"
#include "base/str.h"

#include <math.h>
#include <stdlib.h>

/* What numbers of formats mean in a Chinese spreadsheet; nobody writes their codes into the file. */
static const struct { int from, to; const char *code; } known[] = {
	{ 14, 15, "ymd" }, { 16, 16, "md" }, { 17, 17, "ym" }, { 18, 21, "hs" }, { 22, 22, "ymdh" }, { 27, 27, "ym" },
	{ 28, 29, "md" }, { 30, 31, "ymd" }, { 32, 35, "hs" }, { 36, 36, "ym" }, { 45, 47, "hs" }, { 50, 50, "ym" },
	{ 51, 51, "md" }, { 52, 52, "ym" }, { 53, 54, "md" }, { 55, 56, "hs" }, { 57, 57, "ym" }, { 58, 58, "md" },
};

struct numfmt numfmt_read(str code)
{
	struct numfmt f = { 0 };
	bool quoted = false, zeros = code.n > 1;

	for (uint32_t i = 0; i < code.n; i++) {
		char c = code.p[i];

		zeros &= c == '0';
		if (c == '"')
			quoted = !quoted;
		else if (!quoted && c == '\\')
			i++;
		else if (!quoted && c == '[')
			while (i + 1 < code.n && code.p[i] != ']')
				i++;
		else if (!quoted && c == ';')
			break; /* of positive numbers only */
		else if (!quoted && !zeros) {
			f.year |= c == 'y' || c == 'Y';
			f.month |= c == 'm' || c == 'M';
			f.day |= c == 'd' || c == 'D';
			f.clock |= c == 'h' || c == 'H' || c == 's' || c == 'S';
		}
	}
	if (f.clock && !f.day && !f.year)
		f.month = false; /* minutes */
	f.zeros = zeros && code.n < 30 ? (uint8_t)code.n : 0;
	return f;
}

struct numfmt numfmt_known(int id)
{
	for (size_t i = 0; i < COUNT(known); i++)
		if (id >= known[i].from && id <= known[i].to)
			return numfmt_read(str_of(known[i].code));
	return (struct numfmt){ 0 };
}

enum { FALSE_LEAP_DAY = 60, SERIAL_MOST = 2958466, MINUTES = 24 * 60 };

/* 1900 was no leap year, but the first spreadsheet took it for one, and all others after it. */
static str day_text(struct arena *a, struct numfmt f, double v, bool since1904, str *why)
{
	int serial = (int)v, minute = (int)lround((v - serial) * MINUTES);
	date d = { since1904 ? date_of(1904, 1, 1).day + serial
		: date_of(1899, 12, serial > FALSE_LEAP_DAY ? 30 : 31).day + serial };
	struct ymd p;
	str text;

	if (minute == MINUTES) {
		minute = 0;
		d.day++;
	}
	if (!f.year && !f.month && !f.day)
		return arena_printf(a, "%02d:%02d", minute / 60, minute % 60);
	if (!since1904 && serial == FALSE_LEAP_DAY) {
		*why = S("表格软件写的是1900年2月29日，没有这一天");
		return S("");
	}
	p = date_ymd(d);
	text = f.day || !f.year ? date_text(a, d) : f.month ? arena_printf(a, "%04d-%02d", p.y, p.m)
		: arena_printf(a, "%04d", p.y);
	return f.clock && minute ? arena_printf(a, "%.*s %02d:%02d", STR_FMT(text), minute / 60, minute % 60) : text;
}

/* Digits, a sign, a point and a power: nothing else that strtod() knows. */
static bool is_number(str s)
{
	for (uint32_t i = 0; i < s.n; i++)
		if (!memchr("0123456789+-.eE", s.p[i], 15))
			return false;
	return s.n > 0 && s.n < 64;
}

str numfmt_text(struct arena *a, struct numfmt f, str number, bool since1904, str *why)
{
	double v = is_number(number) ? strtod(arena_z(a, number), NULL) : NAN;

	*why = S("");
	if (!isfinite(v)) {
		*why = arena_printf(a, "“%.*s”不是数字，工作簿坏了", STR_FMT(str_sub(number, 0, 30)));
		return S("");
	}
	if (f.year || f.month || f.day || f.clock) {
		if (v >= 0 && v < SERIAL_MOST)
			return day_text(a, f, v, since1904, why);
		*why = arena_printf(a, "%.*s 超出了表格软件的日期范围", STR_FMT(number));
		return S("");
	}
	if (fabs(v) >= 1e15) {
		*why = arena_printf(a, "数字格里只存得下15位，%.*s 后面的几位已经丢了；请从原来的系统重新导出，"
			"打开前先把这一列设为“文本”格式", STR_FMT(number));
		return number;
	}
	if (v == floor(v))
		return arena_printf(a, "%0*.0f", f.zeros, v);
	return arena_printf(a, "%.15g", v);
}
