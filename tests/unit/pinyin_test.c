/* pinyin_test.c - readings: the gold lists of surnames and given names, polyphones, runs of ranks, ways
 * to cut letters, one sort order. */
#include "base/pinyin.h"
#include "base/str.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static struct arena a;

static int clean(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static const char *full(const char *name)
{
	return arena_z(&a, pinyin_full(&a, str_of(name)));
}

/* "单 shan" a line: as a surname when a given name is put behind it, else among the readings. */
static int gold(const char *file, bool surname)
{
	char path[300], line[200];
	int wrong = 0, n = 0;
	FILE *f;

	snprintf(path, sizeof path, "%s/tests/data/%s", getenv("TOP") ? getenv("TOP") : ".", file);
	f = fopen(path, "r");
	assert_non_null(f);
	while (fgets(line, sizeof line, f)) {
		str rest = str_trim(str_of(line)), word, reading;
		str want;

		if (!str_word(&rest, &word))
			continue;
		reading = str_trim(rest);
		want = surname ? arena_printf(&a, "%.*s yi fan", STR_FMT(reading)) : reading;
		if (surname)
			word = arena_printf(&a, "%.*s一凡", STR_FMT(word));
		if (!str_eq(pinyin_full(&a, word), want) && surname) {
			print_message("%.*s: %.*s, not %.*s\n", STR_FMT(word), STR_FMT(pinyin_full(&a, word)),
				STR_FMT(want));
			wrong++;
		}
		if (!surname) {
			uint16_t rank[PY_READINGS];
			uint32_t at = 0;
			size_t k = pinyin_ranks(utf8_next(word, &at), rank);
			bool found = false;

			while (k-- > 0)
				found |= str_is(reading, pinyin_syllable(rank[k]));
			if (!found)
				print_message("%.*s does not read %.*s\n", STR_FMT(word), STR_FMT(reading));
			wrong += !found;
		}
		n++;
	}
	fclose(f);
	assert_true(n > 50);
	return wrong;
}

static void test_gold_surnames(void **state)
{
	(void)state;
	assert_int_equal(gold("gold_surnames.txt", true), 0);
}

static void test_gold_given_names(void **state)
{
	(void)state;
	assert_int_equal(gold("gold_given.txt", false), 0);
}

static void test_names_are_read_as_names(void **state)
{
	(void)state;
	assert_string_equal(full("曾志军"), "zeng zhi jun");
	assert_string_equal(full("单雄信"), "shan xiong xin");
	assert_string_equal(full("王乐"), "wang le");
	assert_string_equal(full("尉迟恭"), "yu chi gong");
	assert_string_equal(full("万俟卨"), "mo qi xie");
	assert_string_equal(full("欧阳修"), "ou yang xiu");
	assert_string_equal(full("𠮷田秀英"), "ji tian xiu ying");
	assert_string_equal(full("阿卜杜拉·买买提"), "a bu du la mai mai ti");
	assert_string_equal(arena_z(&a, pinyin_initials(&a, S("阿卜杜拉·买买提"))), "abdlmmt");
	assert_string_equal(arena_z(&a, pinyin_initials(&a, S("王秀兰"))), "wxl");
	assert_string_equal(arena_z(&a, pinyin_initials(&a, S("李Tom"))), "ltom");
	assert_string_equal(arena_z(&a, pinyin_initials(&a, S(""))), "");
	assert_string_equal(full("吕布"), "lv bu");
}

/* Each syllable is one run, and so is every prefix of letters. */
static void test_runs(void **state)
{
	static const struct { const char *prefix; uint32_t in[3], out; } prefixes[] = {
		{ "z", { 0x66FE, 0x5F20, 0x5468 }, 0x738B },   /* 曾 张 周, not 王 */
		{ "zh", { 0x5F20, 0x5468, 0x90D1 }, 0x81E7 },  /* 臧 is z */
		{ "lu", { 0x5362, 0x5415, 0x7F57 }, 0x674E },  /* 卢 吕 罗 */
		{ "lv", { 0x5415, 0x5F8B, 0x7EFF }, 0x5362 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(prefixes); i++) {
		struct run r = pinyin_prefix(str_of(prefixes[i].prefix));

		for (size_t k = 0; k < 4; k++) {
			uint32_t c = k < 3 ? prefixes[i].in[k] : prefixes[i].out;
			uint16_t rank[PY_READINGS];
			size_t n = pinyin_ranks(c, rank);
			bool inside = false;

			while (n-- > 0)
				inside |= rank[n] >= r.lo && rank[n] <= r.hi;
			if (inside != (k < 3))
				fail_msg("%s: character %x", prefixes[i].prefix, c);
		}
	}
	for (uint32_t c = 0x4E00; c < 0x9FA6; c++) {
		uint16_t rank[PY_READINGS];
		size_t n = pinyin_ranks(c, rank);

		while (n-- > 0) {
			struct run r = pinyin_exact(str_of(pinyin_syllable(rank[n])));

			assert_true(rank[n] >= r.lo && rank[n] <= r.hi);
		}
	}
	assert_true(pinyin_exact(S("lv")).lo > pinyin_exact(S("lu")).hi);
	assert_true(pinyin_exact(S("q")).lo > pinyin_exact(S("q")).hi);
	assert_true(pinyin_prefix(S("")).lo > pinyin_prefix(S("")).hi);
	assert_true(pinyin_prefix(S("v")).lo > pinyin_prefix(S("v")).hi);
}

static bool has_cut(const char *letters, const char *want)
{
	uint8_t cuts[16][PY_CUT];
	size_t n = pinyin_cuts(str_of(letters), cuts, 16);

	for (size_t i = 0; i < n; i++) {
		char text[80] = "";
		const char *at = letters;

		for (size_t k = 0; cuts[i][k]; k++) {
			snprintf(text + strlen(text), sizeof text - strlen(text), "%s%.*s", k ? " " : "",
				cuts[i][k], at);
			at += cuts[i][k];
		}
		if (strcmp(text, want) == 0)
			return true;
	}
	return false;
}

static void test_cuts(void **state)
{
	(void)state;
	assert_true(has_cut("wxl", "w x l"));
	assert_true(has_cut("wangxl", "wang x l"));
	assert_true(has_cut("wangxiulan", "wang xiu lan"));
	assert_true(has_cut("xian", "xian"));
	assert_true(has_cut("xian", "xi an"));
	assert_true(has_cut("fangan", "fang an"));
	assert_true(has_cut("fangan", "fan gan"));
	assert_true(has_cut("zhangx", "zhang x"));
	assert_true(has_cut("zh", "zh"));
	assert_true(has_cut("zh", "z h"));
	assert_false(has_cut("uvw", "u v w"));
	assert_int_equal(pinyin_cuts(S(""), (uint8_t[1][PY_CUT]){ { 0 } }, 1), 0);
}

static void test_one_sort_order(void **state)
{
	/* a .. z by syllable; 曾 under zeng, 单 under shan; characters of other planes in their place. */
	static const char *const names[] = { "阿卜杜拉·买买提", "卜文", "蔡芳", "𠮷田秀英", "李静", "卢明",
		"吕布", "欧阳娜娜", "单雄信", "王秀兰", "王秀英", "䶮红", "曾志军", "张伟", "周敏" };

	(void)state;
	for (size_t i = 1; i < COUNT(names); i++) {
		str before = pinyin_key(&a, str_of(names[i - 1])), now = pinyin_key(&a, str_of(names[i]));

		if (str_cmp(before, now) >= 0)
			fail_msg("%s is not before %s", names[i - 1], names[i]);
	}
}

static void test_traditional(void **state)
{
	(void)state;
	assert_int_equal(pinyin_simple(0x5289), 0x5218); /* 劉 刘 */
	assert_int_equal(pinyin_simple(0x5CEF), 0x5CF0); /* 峯 峰 */
	assert_int_equal(pinyin_simple(0x738B), 0x738B);
	assert_int_equal(pinyin_simple('x'), 'x');
}

int main(void)
{
	const struct CMUnitTest pinyin[] = {
		cmocka_unit_test_teardown(test_gold_surnames, clean),
		cmocka_unit_test_teardown(test_gold_given_names, clean),
		cmocka_unit_test_teardown(test_names_are_read_as_names, clean),
		cmocka_unit_test_teardown(test_runs, clean),
		cmocka_unit_test_teardown(test_cuts, clean),
		cmocka_unit_test_teardown(test_one_sort_order, clean),
		cmocka_unit_test_teardown(test_traditional, clean),
	};

	return cmocka_run_group_tests(pinyin, NULL, NULL);
}
