/* ident.c - numbers that carry a check (GB 11643-1999 for the citizen id) and their masks. */
#include "rec/ident.h"

#include "base/buf.h"
#include "base/pinyin.h"
#include "base/str.h"
#include "base/utf8.h"
#include "rec/rec.h"

enum { ID_CHARS = 18, OLD_CHARS = 15, AGE_MOST = 120, OLD_MOST = 100 };

/* ---- what spreadsheets do to numbers --------------------------------------------------------- */

#define EXPORT_AGAIN "；请从原来的系统重新导出，打开前先把这一列设为“文本”格式"

/* 2.3E+17 */
static bool scientific(str s)
{
	uint32_t at = 0;

	while (at < s.n && ((s.p[at] >= '0' && s.p[at] <= '9') || s.p[at] == '.'))
		at++;
	if (!at || at + 1 >= s.n || (s.p[at] | 32) != 'e')
		return false;
	s = str_from(s, at + 1);
	return str_digits(s.p[0] == '+' ? str_from(s, 1) : s);
}

bool ident_cut(str s)
{
	return str_digits(s) && ((s.n == ID_CHARS && str_ends(s, S("000"))) ||
				 (s.n == ID_CHARS + 2 && str_ends(s, S("00000"))));
}

bool ident_scientific(struct arena *a, str typed)
{
	return scientific(utf8_code(a, typed));
}

static enum rc not_scientific(const char *what, str s, struct err *e)
{
	if (!scientific(s))
		return RC_OK;
	return fail(e, RC_INVALID, "“%.*s”是表格软件写的科学记数，%s后面的数字已经丢了" EXPORT_AGAIN, STR_FMT(s),
		what);
}

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

/* 230499 195803 120: no day in six digits, or that of somebody of a hundred years, but one in eight. */
static bool begins_new(str s, date today)
{
	int y = number(s.p + 6, 4);

	date old = date_of(1900 + number(s.p + 6, 2), number(s.p + 8, 2), number(s.p + 10, 2));

	if (old.day && date_ymd(today).y - date_ymd(old).y < OLD_MOST)
		return false;
	return y >= date_ymd(today).y - AGE_MOST && y <= date_ymd(today).y &&
	       date_of(y, number(s.p + 10, 2), number(s.p + 12, 2)).day;
}

/* Which one is no digit, and what it may have been meant for. */
static enum rc only_digits(str s, struct err *e)
{
	uint32_t at = 0;

	while (at < s.n && ((s.p[at] >= '0' && s.p[at] <= '9') || (at == ID_CHARS - 1 && s.p[at] == 'X')))
		at++;
	if (at == s.n)
		return RC_OK;

	str mark = str_sub(s, at, utf8_cluster(str_from(s, at), NULL));
	const char *hint = str_is(mark, "O") ? "，是不是数字0" : str_is(mark, "I") || str_is(mark, "L")
		? "，是不是数字1" : "";

	return fail(e, RC_INVALID, "证件号码只能是17位数字加1位数字或X：%.*s，第%u位是“%.*s”%s", STR_FMT(s),
		utf8_count((str){ s.p, at }) + 1, STR_FMT(mark), hint);
}

enum rc idno_parse(struct arena *a, str in, date today, str *normal, struct idno *out, struct err *e)
{
	str s = utf8_code(a, in);
	char want;
	int y, m, d;
	date birth;

	memset(out, 0, sizeof *out);
	TRY(not_scientific("证件号码", s, e));
	if (s.n == OLD_CHARS && str_digits(s)) {
		if (begins_new(s, today))
			return fail(e, RC_INVALID, "证件号码只有15位，像是18位号码被截掉了后3位：%.*s；请补全18位", STR_FMT(s));
		s = long_form(a, s);
	}
	if (s.n != ID_CHARS)
		return fail(e, RC_INVALID, "证件号码应为18位，现在是%u位：%.*s", utf8_count(s), STR_FMT(s));
	TRY(only_digits(s, e));
	want = check_digit(s.p);
	if (s.p[17] != want && ident_cut(s))
		return fail(e, RC_INVALID, "证件号码末三位是000：表格软件只保留15位数字，后面的已经丢了" EXPORT_AGAIN);
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

	TRY(not_scientific("证件号码", s, e));
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
	TRY(not_scientific("残疾人证号", s, e));
	if (ident_cut(s))
		return fail(e, RC_INVALID, "残疾人证号末尾是%s：表格软件只保留15位数字，后面的已经丢了" EXPORT_AGAIN,
			s.n == ID_CHARS ? "000" : "00000");
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

/* Does it look like all of a number, and not like the first part of one? */
static bool is_whole(str s)
{
	if (!s.n)
		return false;
	if (s.p[0] == '0')
		return s.n >= 10;
	if (s.p[0] == '1')
		return s.n == 11;
	return s.n == 7 || s.n == 8 || (s.n == 13 && str_starts(s, S("86"))) ||
	       (s.n == 10 && (str_starts(s, S("400")) || str_starts(s, S("800"))));
}

/* 转801, ext. 801, #801, 分机801: the bytes of the mark, 0 when there is none. */
static uint32_t extension_mark(str s)
{
	static const char *const marks[] = { "转", "分机", "内线", "EXT.", "EXT", "ext.", "ext", "#" };

	for (size_t i = 0; i < COUNT(marks); i++)
		if (str_starts(s, str_of(marks[i])))
			return (uint32_t)strlen(marks[i]);
	return 0;
}

static uint32_t run_of_digits(str s)
{
	uint32_t n = 0;

	while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	return n;
}

/* What stands beside numbers and names nobody. */
static str owner_of(str s)
{
	static const char *const kinds[] = { "联系电话", "手机号", "手机", "电话", "座机", "宅电", "固话", "住宅",
		"号码", "TEL", "Tel", "tel" };
	bool again = true;

	while (again && s.n) {
		again = false;
		while (s.n && strchr(" :()\"'", s.p[0]))
			s = str_from(s, 1);
		while (s.n && strchr(" :()\"'", s.p[s.n - 1]))
			s.n--;
		for (size_t i = 0; i < COUNT(kinds) && !again; i++)
			if (str_starts(s, str_of(kinds[i]))) {
				s = str_from(s, (uint32_t)strlen(kinds[i]));
				again = true;
			}
	}
	return s;
}

enum { EXT_MOST = 6 };

struct splitting {
	struct phone_parts *out;
	struct arena *a;
	char digits[64];  /* of the number at hand, the extension behind a dash */
	uint32_t n;
	bool extended;
	struct buf words; /* beside it */
	bool named;       /* words stood in front of it, or have been given to it */
};

static void end_number(struct splitting *p)
{
	str owner = owner_of(buf_view(&p->words));

	if (p->n) {
		*vec_add(p->a, p->out) = (struct phone_part){ arena_str(p->a, (str){ p->digits, p->n }), owner };
		p->words = (struct buf){ .a = p->a };
	}
	p->n = 0;
	p->extended = p->named = false;
}

static void take_run(struct splitting *p, str run, char before)
{
	str have = { p->digits, p->n };

	if (!p->extended && before == '#' && is_whole(have)) {
		p->extended = true;
	} else if (!p->extended && before == '-' && is_whole(have) && run.n <= EXT_MOST) {
		p->extended = true;
	} else if (p->extended || before == '#' || is_whole(have)) {
		end_number(p);
	}
	if (!p->n && p->words.n)
		p->named = true;
	if (p->extended && p->n < sizeof p->digits)
		p->digits[p->n++] = '-';
	for (uint32_t i = 0; i < run.n && p->n < sizeof p->digits; i++)
		p->digits[p->n++] = run.p[i];
}

static str half_width(struct arena *a, str s)
{
	struct buf b = { .a = a };
	uint32_t at = 0;
	char out[4];

	while (at < s.n) {
		uint32_t c = utf8_next(s, &at);

		if (c >= 0xFF01 && c <= 0xFF5E)
			c -= 0xFEE0;
		buf_put(&b, out, utf8_put(out, c == 0x3000 || c == 0xA0 || c == '\t' ? ' ' : c));
	}
	return buf_view(&b);
}

struct phone_parts phone_split(struct arena *a, str cell)
{
	struct phone_parts out = { 0 };
	struct splitting p = { .out = &out, .a = a, .words = { .a = a } };
	char before = 0;

	cell = half_width(a, cell);
	for (uint32_t at = 0; at < cell.n;) {
		str rest = str_from(cell, at);
		uint32_t run = run_of_digits(rest), mark = p.n ? extension_mark(rest) : 0, was = at;

		if (run) {
			take_run(&p, str_sub(rest, 0, run), before);
			at += run;
			before = 0;
		} else if (mark) {
			at += mark;
			before = '#';
		} else if (strchr(",;|\n", rest.p[0]) || str_starts(rest, S("、")) || str_starts(rest, S("和")) ||
			   str_starts(rest, S("或"))) {
			utf8_next(cell, &at);
			end_number(&p);
			before = 0;
		} else if (strchr("-/. ()+", rest.p[0])) {
			before = rest.p[0] == '-' || !before ? rest.p[0] : before;
			if (p.words.n && !p.n)
				buf_char(&p.words, rest.p[0]);
			at++;
		} else {
			utf8_next(cell, &at);
			/* A number has its words in front or behind; more of them belong to the next one. */
			if (p.n && p.named)
				end_number(&p);
			buf_put(&p.words, cell.p + was, at - was);
			before = 0;
		}
	}
	end_number(&p);
	return out;
}

static enum rc refuse_length(str s, struct err *e)
{
	if (s.p[0] == '1' && s.n > 5 && s.n != 11)
		return fail(e, RC_INVALID, "手机号应为11位，现在是%u位：%.*s%s", s.n, STR_FMT(s),
			s.n > 16 ? "；像是两个号码连在了一起，请用“、”隔开" : "");
	if (s.p[0] == '0' && (s.n < 10 || s.n > 12))
		return fail(e, RC_INVALID, "带区号的座机应为10到12位，现在是%u位：%.*s", s.n, STR_FMT(s));
	if (s.n < 3 || s.n > 12)
		return fail(e, RC_INVALID, "电话的位数不对（%u位）：%.*s", s.n, STR_FMT(s));
	return RC_OK;
}

enum rc phone_parse(struct arena *a, str in, str *normal, struct err *e)
{
	struct phone_parts parts;
	str s, extension = { 0 };
	int dash;

	TRY(not_scientific("号码", utf8_code(a, in), e));
	parts = phone_split(a, in);
	if (!parts.n)
		return fail(e, RC_INVALID, "电话只能有数字，这里没有数字：“%.*s”", STR_FMT(in));
	if (parts.n > 1)
		return fail(e, RC_INVALID, "这里有%zu个号码：“%.*s”；一栏只写一个，其余的写到另外的电话栏", parts.n,
			STR_FMT(in));
	if (parts.p[0].owner.n)
		return fail(e, RC_INVALID, "电话只能有数字：“%.*s”；是谁的电话请写在机主栏", STR_FMT(in));
	s = parts.p[0].number;
	dash = str_find(s, S("-"));
	if (dash > 0) {
		extension = str_from(s, (uint32_t)dash);
		s.n = (uint32_t)dash;
	}
	if (s.n == 15 && str_starts(s, S("0086")))
		s = str_from(s, 4);
	if (s.n == 13 && str_starts(s, S("86")))
		s = str_from(s, 2);
	TRY(refuse_length(s, e));
	if (extension.n - 1 > EXT_MOST && extension.n)
		return fail(e, RC_INVALID, "分机号最多%d位：%.*s", EXT_MOST, STR_FMT(str_from(extension, 1)));
	*normal = extension.n ? arena_printf(a, "%.*s%.*s", STR_FMT(s), STR_FMT(extension)) : s;
	return RC_OK;
}

str phone_text(struct arena *a, str s)
{
	uint32_t area;
	int dash = str_find(s, S("-"));

	if (dash > 0)
		return arena_printf(a, "%.*s 转 %.*s", STR_FMT(phone_text(a, str_sub(s, 0, (uint32_t)dash))),
			STR_FMT(str_from(s, (uint32_t)dash + 1)));
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
