/* ident_test.c - numbers that carry a check: ids, certificates, phones,
 * division codes, masks; and choosing a code by what a person types. */
#include "base/str.h"
#include "base/utf8.h"
#include "rec/code.h"
#include "rec/ident.h"
#include "rec/rec.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static struct arena a;

static int clean(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static const date *today(void)
{
	static date d;

	d = date_of(2026, 5, 6);
	return &d;
}

/* "normal form birth sex", or the sentence. */
static const char *id(const char *in)
{
	struct idno parts;
	struct err e = { 0 };
	str normal;

	if (idno_parse(&a, str_of(in), *today(), &normal, &parts, &e) != RC_OK)
		return arena_z(&a, str_of(e.msg));
	return arena_z(&a, arena_printf(&a, "%.*s %.*s %c %.*s", STR_FMT(normal),
		STR_FMT(pdate_text(&a, parts.birth)), parts.male ? '1' : '2', STR_FMT(parts.area)));
}

static void test_numbers_of_the_domain(void **state)
{
	(void)state;
	assert_string_equal(id("230499195803120022"), "230499195803120022 1958-03-12 2 230499");
	assert_string_equal(id("230499195611050015"), "230499195611050015 1956-11-05 1 230499");
	assert_string_equal(id("230499198506010031"), "230499198506010031 1985-06-01 1 230499");
	assert_string_equal(id("230499196509200069"), "230499196509200069 1965-09-20 2 230499");
	assert_string_equal(id("230499199010100054"), "230499199010100054 1990-10-10 1 230499");
	assert_string_equal(id("230499194901080074"), "230499194901080074 1949-01-08 1 230499");
	assert_string_equal(id("230499197907150081"), "230499197907150081 1979-07-15 2 230499");
	assert_string_equal(id("23049919600505001X"), "23049919600505001X 1960-05-05 1 230499");
}

static void test_how_they_are_typed(void **state)
{
	(void)state;
	assert_string_equal(id("23049919600505001x"), id("23049919600505001X"));
	assert_string_equal(id(" 230499 19580312 0022 "), id("230499195803120022"));
	assert_string_equal(id("２３０４９９１９５８０３１２００２２"), id("230499195803120022"));
	assert_string_equal(id("230499580312002"), "230499195803120022 1958-03-12 2 230499"); /* 15 digits */
}

static void test_what_is_wrong_with_them(void **state)
{
	(void)state;
	assert_non_null(strstr(id("230499195803120023"), "校验码应为2"));
	assert_non_null(strstr(id("230499196202290047"), "出生日期1962-02-29不存在"));
	assert_non_null(strstr(id("23049919580312002"), "应为18位，现在是17位"));
	assert_non_null(strstr(id("23049919580312X022"), "17位数字加1位数字或X"));
	assert_non_null(strstr(id(""), "现在是0位"));
}

/* A number with this birth and the right check digit. */
static const char *born(const char *birth)
{
	for (char c = '0'; c <= '9' + 1; c++) {
		const char *in = arena_z(&a, arena_printf(&a, "230499%s001%c", birth, c > '9' ? 'X' : c));
		const char *got = id(in);

		if (!strstr(got, "校验码"))
			return got;
	}
	return "none";
}

static void test_births_at_the_edges(void **state)
{
	(void)state;
	assert_non_null(strstr(born("20260506"), "2026-05-06 1"));
	assert_non_null(strstr(born("20260507"), "还没有到"));
	assert_non_null(strstr(born("20000229"), "2000-02-29 1"));
	assert_non_null(strstr(born("19000229"), "不存在"));
	assert_non_null(strstr(born("19051231"), "1905-12-31 1")); /* 120 */
	assert_non_null(strstr(born("19050506"), "超过120岁"));    /* 121 today */
	assert_non_null(strstr(born("19050507"), "1905-05-07 1")); /* 120 till tomorrow */
	assert_non_null(strstr(born("19581301"), "不存在"));
}

static const char *cert(const char *in)
{
	struct cert parts;
	struct err e = { 0 };
	str normal;

	if (cert_parse(&a, str_of(in), *today(), &normal, &parts, &e) != RC_OK)
		return arena_z(&a, str_of(e.msg));
	return arena_z(&a, arena_printf(&a, "%.*s %d%d %.*s", STR_FMT(normal), parts.kind, parts.grade,
		STR_FMT(parts.idno)));
}

static void test_certificates(void **state)
{
	(void)state;
	assert_string_equal(cert("23049919901010005443"), "23049919901010005443 43 230499199010100054");
	assert_string_equal(cert("23049919901010005443b1"), "23049919901010005443B1 43 230499199010100054");
	assert_non_null(strstr(cert("2304991990101000544"), "至少20位"));
	assert_non_null(strstr(cert("77200011651222688(年2360t"), "只能是数字和字母")); /* found by fuzzing */
	assert_non_null(strstr(cert("23049919901010005483"), "第19位"));
	assert_non_null(strstr(cert("23049919901010005445"), "第20位"));
	assert_non_null(strstr(cert("23049919901010005443C1"), "补证标记"));
	assert_non_null(strstr(cert("23049919901010005543"), "校验码应为4"));
}

static const char *tel(const char *in)
{
	struct err e = { 0 };
	str normal;

	if (phone_parse(&a, str_of(in), &normal, &e) != RC_OK)
		return arena_z(&a, str_of(e.msg));
	return arena_z(&a, phone_text(&a, normal));
}

static void test_phones(void **state)
{
	(void)state;
	assert_string_equal(tel("13900005678"), "139 0000 5678");
	assert_string_equal(tel("+86 139-0000-5678"), "139 0000 5678");
	assert_string_equal(tel("１３９００００５６７８"), "139 0000 5678");
	assert_string_equal(tel("0468-3345612"), "0468-3345612");
	assert_string_equal(tel("(010)12345678"), "010-12345678");
	assert_string_equal(tel("3345612"), "3345612");
	assert_string_equal(tel("12345"), "12345");
	assert_string_equal(tel("000 0000 5678"), "000 0000 5678");
	assert_non_null(strstr(tel("1390000567"), "应为11位，现在是10位"));
	assert_non_null(strstr(tel("139000056789"), "应为11位，现在是12位"));
	assert_non_null(strstr(tel("不详"), "只能有数字"));
	assert_non_null(strstr(tel("-"), "没有数字"));
	assert_non_null(strstr(tel("046833"), "10到12位"));
}

/* An extension is kept; two numbers are never glued together. */
static void test_phones_of_a_cell(void **state)
{
	struct phone_parts all;

	(void)state;
	assert_string_equal(tel("0468-3345612-801"), "0468-3345612 转 801");
	assert_string_equal(tel("0468-3345612转801"), "0468-3345612 转 801");
	assert_non_null(strstr(tel("0468-3345612转8011111"), "分机号最多6位"));
	assert_non_null(strstr(tel("13900005678 13900005679"), "这里有2个号码"));
	assert_non_null(strstr(tel("13900005678/13900005679"), "这里有2个号码"));
	all = phone_split(&a, S("13900005678（女儿），0468-3345612"));
	assert_int_equal(all.n, 2);
	assert_string_equal(arena_z(&a, all.p[0].number), "13900005678");
	assert_string_equal(arena_z(&a, all.p[0].owner), "女儿");
	assert_string_equal(arena_z(&a, all.p[1].number), "04683345612");
}

static const char *code_of(const char *in)
{
	struct err e = { 0 };
	str normal;

	return division_parse(&a, str_of(in), &normal, &e) == RC_OK ? arena_z(&a, normal)
								    : arena_z(&a, str_of(e.msg));
}

static void test_division_codes(void **state)
{
	(void)state;
	assert_string_equal(code_of("230402001001"), "230402001001");
	assert_string_equal(code_of("230402001000"), "230402001");
	assert_string_equal(code_of("230402000000"), "230402");
	assert_string_equal(code_of("230402001001012"), "230402001001012");
	assert_string_equal(code_of("230402001"), "230402001");
	assert_non_null(strstr(code_of("2304020"), "6、9、12或15位"));
	assert_non_null(strstr(code_of("23040A"), "只能是数字"));
}

/* Masks keep the columns, so that tables keep still. */
static void test_masks(void **state)
{
	static const struct { int kind; const char *in, *out; } masks[] = {
		{ K_PHONE, "13800005678", "138****5678" },
		{ K_PHONE, "04683345612", "046833456**" },
		{ K_CITIZEN, "230499195803120022", "2304************22" },
		{ K_CERT, "23049919901010005443", "2304****************" },
		{ K_TEXT, "王秀兰", "王****" },
		{ K_TEXT, "欧阳娜娜", "欧阳****" },
		{ K_TEXT, "𠮷田", "𠮷**" },
		{ K_TEXT, "惠民家园12-3-501", "惠民家园********" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(masks); i++) {
		str out = ident_mask(&a, masks[i].kind, str_of(masks[i].in));

		assert_string_equal(arena_z(&a, out), masks[i].out);
		assert_int_equal(utf8_cols(out), utf8_cols(str_of(masks[i].in)));
	}
}

static void test_choosing_a_code(void **state)
{
	static struct code_item items[] = {
		{ .key = { "11", 2 }, .name = { "上门走访", 12 } },
		{ .key = { "12", 2 }, .name = { "医院探视", 12 } },
		{ .key = { "13", 2 }, .name = { "机构探视", 12 } },
		{ .key = { "14", 2 }, .name = { "上门", 6 }, .retired = true },
		{ .key = { "21", 2 }, .name = { "电话", 6 } },
	};
	const struct code_table t = { .item = items, .n = COUNT(items) };
	static const struct { const char *typed, *key; } right[] = { { "11", "11" }, { "上门走访", "11" },
		{ "医院", "12" }, { "电", "21" }, { "smzf", "11" }, { "DH", "21" }, { "上门", "14" }, { "", "" } };
	struct err e = { 0 };
	str key;

	(void)state;
	for (size_t i = 0; i < COUNT(right); i++) {
		assert_int_equal(code_parse(&t, &a, str_of(right[i].typed), &key, &e), RC_OK);
		assert_string_equal(arena_z(&a, key), right[i].key);
	}
	assert_int_equal(code_parse(&t, &a, S("探视"), &key, &e), RC_INVALID);
	assert_non_null(strstr(e.msg, "12 医院探视、13 机构探视"));
	assert_int_equal(code_parse(&t, &a, S("飞鸽"), &key, &e), RC_INVALID);
	assert_non_null(strstr(e.msg, "11 上门走访"));
}

int main(void)
{
	const struct CMUnitTest ident[] = {
		cmocka_unit_test_teardown(test_numbers_of_the_domain, clean),
		cmocka_unit_test_teardown(test_how_they_are_typed, clean),
		cmocka_unit_test_teardown(test_what_is_wrong_with_them, clean),
		cmocka_unit_test_teardown(test_births_at_the_edges, clean),
		cmocka_unit_test_teardown(test_certificates, clean),
		cmocka_unit_test_teardown(test_phones, clean),
		cmocka_unit_test_teardown(test_phones_of_a_cell, clean),
		cmocka_unit_test_teardown(test_division_codes, clean),
		cmocka_unit_test_teardown(test_masks, clean),
		cmocka_unit_test_teardown(test_choosing_a_code, clean),
	};

	return cmocka_run_group_tests(ident, NULL, NULL);
}
