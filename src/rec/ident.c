/* ident.c - numbers that carry a check (GB 11643-1999 for the citizen id) and their masks. */
#include "rec/ident.h"

#include "base/buf.h"
#include "base/pinyin.h"
#include "base/str.h"
#include "base/utf8.h"
#include "rec/rec.h"

enum { ID_CHARS = 18, AGE_MOST = 120 };

/* ---- citizen id ----------------------------------------------------------------------------- */

static char check_digit(const char *p)
{
	static const int weight[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
	int sum = 0;

	for (int i = 0; i < 17; i++)
		sum += (p[i] - '0') * weight[i];
	return "10X98765432"[sum % 11];
}

static int number(const char *p, int n)
{
	int v = 0;

	while (n-- > 0)
		v = v * 10 + (*p++ - '0');
	return v;
}

/* 230499 580312 002 -> 230499 19580312 002 and its check digit. */
static str long_form(struct arena *a, str old)
{
	char *p = arena_new(a, ID_CHARS + 1);

	memcpy(p, old.p, 6);
	memcpy(p + 6, "19", 2);
	memcpy(p + 8, old.p + 6, 9);
	p[17] = check_digit(p);
	return (str){ p, ID_CHARS };
}

enum rc idno_parse(struct arena *a, str in, date today, str *normal, struct idno *out, struct err *e)
{
	str s = utf8_code(a, in);
	char want;
	int y, m, d;
	date birth;

	memset(out, 0, sizeof *out);
	if (s.n == 15 && str_digits(s))
		s = long_form(a, s);
	if (s.n != ID_CHARS)
		return fail(e, RC_INVALID, "证件号码应为18位，现在是%u位：%.*s", utf8_count(s), STR_FMT(s));
	if (!str_digits((str){ s.p, 17 }) || !strchr("0123456789X", s.p[17]))
		return fail(e, RC_INVALID, "证件号码只能是17位数字加1位数字或X：%.*s", STR_FMT(s));
	want = check_digit(s.p);
	if (s.p[17] != want)
		return fail(e, RC_INVALID, "证件号码末位不对：校验码应为%c；请核对全部数字", want);
	y = number(s.p + 6, 4);
	m = number(s.p + 10, 2);
	d = number(s.p + 12, 2);
	birth = date_of(y, m, d);
	if (!birth.day)
		return fail(e, RC_INVALID, "证件号码里的出生日期%04d-%02d-%02d不存在；请核对", y, m, d);
	if (birth.day > today.day)
		return fail(e, RC_INVALID, "证件号码里的出生日期%04d-%02d-%02d还没有到；请核对", y, m, d);
	if (age_at(pdate_of(y, m, d), today) > AGE_MOST)
		return fail(e, RC_INVALID, "按证件号码出生于%04d-%02d-%02d，超过%d岁；请核对", y, m, d,
			AGE_MOST);
	*normal = s;
	out->birth = pdate_of(y, m, d);
	out->male = (s.p[16] - '0') % 2;
	out->area = (str){ s.p, 6 };
	return RC_OK;
}

/* ---- other documents ------------------------------------------------------------------------ */

enum { DOC_LEAST = 5, DOC_MOST = 18, PERMIT_DIGITS = 10 };

enum rc document_parse(struct arena *a, str in, date today, str *normal, struct err *e)
{
	str s = utf8_code(a, in);
	bool digit = s.n && s.p[0] >= '0' && s.p[0] <= '9';
	struct idno id;

	if (s.n < DOC_LEAST || s.n > DOC_MOST || (digit && s.n > PERMIT_DIGITS))
		return idno_parse(a, in, today, normal, &id, e);
	for (uint32_t i = 0; i < s.n; i++)
		if (!(s.p[i] >= '0' && s.p[i] <= '9') && !(s.p[i] >= 'A' && s.p[i] <= 'Z'))
			return fail(e, RC_INVALID, "证件号码只能是数字和字母：“%.*s”", STR_FMT(in));
	*normal = s;
	return RC_OK;
}

/* ---- disability certificate ----------------------------------------------------------------- */

enum rc cert_parse(struct arena *a, str in, date today, str *normal, struct cert *out, struct err *e)
{
	str s = utf8_code(a, in), id;

	memset(out, 0, sizeof *out);
	if (s.n < ID_CHARS + 2)
		return fail(e, RC_INVALID, "残疾人证号至少20位（18位证件号码+类别1位+等级1位），现在是%u位",
			utf8_count(s));
	for (uint32_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return fail(e, RC_INVALID, "残疾人证号只能是数字和字母：“%.*s”", STR_FMT(s));
	TRY(idno_parse(a, (str){ s.p, ID_CHARS }, today, &id, &out->person, e));
	out->kind = s.p[18] - '0';
	out->grade = s.p[19] - '0';
	if (out->kind < 1 || out->kind > 7)
		return fail(e, RC_INVALID, "残疾人证号第19位（残疾类别）应为1到7，现在是%c", s.p[18]);
	if (out->grade < 1 || out->grade > 4)
		return fail(e, RC_INVALID, "残疾人证号第20位（残疾等级）应为1到4，现在是%c", s.p[19]);
	if (s.n > 20 && !(s.n <= 23 && s.p[20] == 'B' && str_digits(str_from(s, 21))))
		return fail(e, RC_INVALID, "残疾人证号第20位以后只能是补证标记B和次数（如B1），现在是%.*s",
			STR_FMT(str_from(s, 20)));
	out->idno = id;
	*normal = s;
	return RC_OK;
}

/* ---- phone ---------------------------------------------------------------------------------- */

enum rc phone_parse(struct arena *a, str in, str *normal, struct err *e)
{
	str typed = utf8_code(a, in);
	struct buf b = { .a = a };
	str s;

	if (str_starts(typed, S("+86")))
		typed = str_from(typed, 3);
	for (uint32_t i = 0; i < typed.n; i++) {
		if (strchr("-()/.", typed.p[i]))
			continue;
		if (typed.p[i] < '0' || typed.p[i] > '9')
			return fail(e, RC_INVALID, "电话只能有数字：“%.*s”", STR_FMT(in));
		buf_char(&b, typed.p[i]);
	}
	s = buf_view(&b);
	if (s.n == 13 && str_starts(s, S("86")))
		s = str_from(s, 2);
	if (s.n == 0)
		return fail(e, RC_INVALID, "电话里没有数字：“%.*s”", STR_FMT(in));
	if (s.p[0] == '1' && s.n > 5 && s.n != 11)
		return fail(e, RC_INVALID, "手机号应为11位，现在是%u位：%.*s", s.n, STR_FMT(s));
	if (s.p[0] == '0' && (s.n < 10 || s.n > 12))
		return fail(e, RC_INVALID, "带区号的座机应为10到12位，现在是%u位：%.*s", s.n, STR_FMT(s));
	if (s.n < 3 || s.n > 12)
		return fail(e, RC_INVALID, "电话的位数不对（%u位）：%.*s", s.n, STR_FMT(s));
	*normal = s;
	return RC_OK;
}

str phone_text(struct arena *a, str s)
{
	uint32_t area;

	if (s.n == 11 && (s.p[0] == '1' || str_starts(s, S("000"))))
		return arena_printf(a, "%.3s %.4s %.4s", s.p, s.p + 3, s.p + 7);
	if (s.n >= 10 && s.p[0] == '0') {
		area = s.p[1] == '1' || s.p[1] == '2' ? 3 : 4; /* 010, 02x; all others have four */
		return arena_printf(a, "%.*s-%.*s", (int)area, s.p, (int)(s.n - area), s.p + area);
	}
	return s;
}

/* ---- division code -------------------------------------------------------------------------- */

enum rc division_parse(struct arena *a, str in, str *normal, struct err *e)
{
	str s = utf8_code(a, in);

	if (!str_digits(s))
		return fail(e, RC_INVALID, "区划代码只能是数字：“%.*s”", STR_FMT(in));
	/* 230402001000 is the street 230402001; 230402000000 the district. */
	if (s.n == 12 && str_ends(s, S("000")))
		s.n = 9;
	if (s.n == 9 && str_ends(s, S("000")))
		s.n = 6;
	if (s.n != 6 && s.n != 9 && s.n != 12 && s.n != 15)
		return fail(e, RC_INVALID, "区划代码应为6、9、12或15位，现在是%u位：%.*s", s.n, STR_FMT(s));
	*normal = s;
	return RC_OK;
}

/* ---- masks ---------------------------------------------------------------------------------- */

/* Each character between head and tail becomes stars of its own width, so that tables keep still. */
static str stars(struct arena *a, str s, uint32_t head, uint32_t tail)
{
	struct buf b = { .a = a };
	uint32_t n = utf8_count(s), i = 0;

	for (uint32_t at = 0; at < s.n; i++) {
		uint32_t from = at, c = utf8_next(s, &at);
		if (i < head || i + tail >= n)
			buf_put(&b, s.p + from, at - from);
		else
			buf_put(&b, "**", utf8_width(c) == 2 ? 2 : 1);
	}
	return buf_view(&b);
}

/* Everything from the first digit on, or all but the surname. */
static str mask_text(struct arena *a, str s)
{
	struct pyname name;

	for (uint32_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return stars(a, s, utf8_count((str){ s.p, i }), 0);
	pinyin_name(s, &name);
	return stars(a, s, name.surname ? name.surname : 1, 0);
}

str ident_mask(struct arena *a, int kind, str s)
{
	switch (kind) {
	case K_PHONE:
		if (s.n == 11 && s.p[0] == '1')
			return stars(a, s, 3, 4);
		return s.n > 2 ? arena_printf(a, "%.*s**", (int)s.n - 2, s.p) : S("**");
	case K_CITIZEN:
		return stars(a, s, 4, 2);
	case K_CERT:
		return stars(a, s, 4, 0);
	default:
		return mask_text(a, s);
	}
}
