/* csv_test.c - records, positions, quotes, what spreadsheets do to numbers, charsets, and the way back. */
#include "rec/csv.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static struct arena a;

static int wipe(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static struct csv open_text(const char *z)
{
	struct csv c;

	csv_open(&c, str_of(z));
	return c;
}

static void expect_row(struct csv *c, uint32_t line, const char *const *cells)
{
	struct csv_row row;
	struct err e = { 0 };
	size_t n = 0;

	assert_int_equal(csv_next(c, &a, &row, &e), RC_OK);
	assert_int_equal(row.line, line);
	for (; cells[n]; n++) {
		assert_true(n < row.n);
		if (!str_is(row.cell[n].text, cells[n]))
			fail_msg("cell %zu is '%.*s', not '%s'", n, STR_FMT(row.cell[n].text), cells[n]);
	}
	assert_int_equal(row.n, n);
}
#define ROW(c, line, ...) expect_row(c, line, (const char *const[]){ __VA_ARGS__, NULL })

static void expect_end(struct csv *c)
{
	struct csv_row row;
	struct err e = { 0 };

	assert_int_equal(csv_next(c, &a, &row, &e), RC_NOT_FOUND);
	assert_int_equal(e.rc, RC_OK);
}

static void expect_refused(const char *text, const char *words)
{
	struct csv c = open_text(text);
	struct csv_row row;
	struct err e = { 0 };
	enum rc rc;

	while ((rc = csv_next(&c, &a, &row, &e)) == RC_OK)
		;
	assert_int_equal(rc, RC_INVALID);
	if (!strstr(e.msg, words))
		fail_msg("'%s' does not say '%s'", e.msg, words);
}

static void plain_records(void **state)
{
	struct csv c = open_text("a,b,c\r\n1,,3\n\n\r\n王秀兰,𠮷,阿卜杜拉·买买提");

	(void)state;
	ROW(&c, 1, "a", "b", "c");
	ROW(&c, 2, "1", "", "3");
	ROW(&c, 5, "王秀兰", "𠮷", "阿卜杜拉·买买提");
	expect_end(&c);
	expect_end(&c);
}

static void edges(void **state)
{
	struct csv c = open_text("");

	(void)state;
	expect_end(&c);
	c = open_text("\n\n\n");
	expect_end(&c);
	c = open_text("x");
	ROW(&c, 1, "x");
	expect_end(&c);
	c = open_text(",");
	ROW(&c, 1, "", "");
	c = open_text("\"\"");
	ROW(&c, 1, "");
	c = open_text("a\rb\r"); /* line ends of an old Macintosh */
	ROW(&c, 1, "a");
	ROW(&c, 2, "b");
	expect_end(&c);
	c = open_text("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16\n"
		      "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17\n");
	ROW(&c, 1, "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15",
		"16");
	ROW(&c, 2, "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15",
		"16", "17");
	expect_end(&c);
}

static void quotes(void **state)
{
	struct csv c = open_text("\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\"\nnext,in\"side\n\"\"\"\"\n");

	(void)state;
	ROW(&c, 1, "a,b", "say \"hi\"", "two\r\nlines");
	ROW(&c, 3, "next", "in\"side");
	ROW(&c, 4, "\"");
	expect_end(&c);
}

static void positions(void **state)
{
	struct csv c = open_text("姓名,电话\n\"王\n秀兰\",139,x\n");
	struct csv_row row;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(csv_next(&c, &a, &row, &e), RC_OK);
	assert_int_equal(row.cell[1].line, 1);
	assert_int_equal(row.cell[1].col, 4);
	assert_int_equal(csv_next(&c, &a, &row, &e), RC_OK);
	assert_int_equal(row.line, 2);
	assert_int_equal(row.cell[0].line, 2);
	assert_int_equal(row.cell[1].line, 3);
	assert_int_equal(row.cell[1].col, 5);
	assert_int_equal(row.cell[2].col, 9);
}

static void broken_quotes(void **state)
{
	(void)state;
	expect_refused("a,b\n王,\"never closed\nx,y\n", "第 2 行第 3 个字符");
	expect_refused("a,b\n\"ok\",\"王\"秀\n", "第 2 行第 9 个字符");
	expect_refused("=\"2304", "第 1 行第 1 个字符");
	expect_refused("=\"1\"&A1,2", "引号后面还有文字");
}

static void dressed_cells(void **state)
{
	struct csv c = open_text("=\"230499196006013\",\"=\"\"0468\"\"\",\t00123,\"\t9\",'=1+1,'tis,=A1\n"
				 "=\"a,\"\"b\",=\"\",=,'\n");

	(void)state;
	ROW(&c, 1, "230499196006013", "0468", "00123", "9", "=1+1", "'tis", "=A1");
	ROW(&c, 2, "a,\"b", "", "=", "'");
	expect_end(&c);
}

static void separators(void **state)
{
	struct csv c = open_text("a;b,c;d\n1,5;2;3\n");

	(void)state;
	ROW(&c, 1, "a", "b,c", "d");
	ROW(&c, 2, "1,5", "2", "3");
	c = open_text("a\tb\n1,5\t=\"007\"\n");
	ROW(&c, 1, "a", "b");
	ROW(&c, 2, "1,5", "007");
	c = open_text("\"a;b;c\",d\n");
	ROW(&c, 1, "a;b;c", "d");
}

static void charsets(void **state)
{
	static const struct {
		str bytes;
		const char *charset, *text;
	} cases[] = {
		{ S("\xEF\xBB\xBF\xE7\x8E\x8B"), "UTF-8", "王" },
		{ S("\xE7\x8E\x8B,1"), "UTF-8", "王" ",1" },
		{ S("\xCD\xF5\xD0\xE3\xC0\xBC"), "GB18030", "王秀兰" },
		{ S("\x95\x34\xB2\x35"), "GB18030", "𠮷" },
		{ S("\xFF\xFE\x8B\x73\x31\x00"), "UTF-16LE", "王1" },
		{ S("\xFE\xFF\x73\x8B"), "UTF-16BE", "王" },
		{ S("plain"), "UTF-8", "plain" },
		{ S(""), "UTF-8", "" },
	};
	struct err e = { 0 };
	const char *charset;
	str text;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_int_equal(csv_decode(&a, cases[i].bytes, &text, &charset, &e), RC_OK);
		assert_string_equal(charset, cases[i].charset);
		if (!str_is(text, cases[i].text))
			fail_msg("case %zu: '%.*s'", i, STR_FMT(text));
	}
}

static void no_text(void **state)
{
	static const struct {
		str bytes;
		const char *says;
	} cases[] = {
		{ S("\xD0\xCF\x11\xE0\xA1"), "xls" },
		{ S("a\0b"), "零字节" },
		{ S("\xEF\xBB\xBF\xFF"), "第 1 个字节" },
		{ S("ok\xFF\xFF"), "第 3 个字节不是 GB18030" },
	};
	const char *charset;
	str text;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct err e = { 0 };

		assert_int_equal(csv_decode(&a, cases[i].bytes, &text, &charset, &e), RC_INVALID);
		if (!strstr(e.msg, cases[i].says))
			fail_msg("case %zu: %s", i, e.msg);
	}
}

static void written(void **state)
{
	struct buf b = { .a = &a };

	(void)state;
	csv_put(&b, true, S("王秀兰"), 0);
	csv_put(&b, false, S("230499195803120022"), CSV_KEEP);
	csv_put(&b, false, S("=HYPERLINK(\"x\")"), 0);
	csv_put(&b, false, S("a,b"), CSV_KEEP);
	csv_put(&b, false, S(""), 0);
	csv_end(&b);
	assert_true(str_is(buf_view(&b), "王秀兰,=\"230499195803120022\",\"'=HYPERLINK(\"\"x\"\")\","
					 "\"a,b\",\r\n"));
}

/* Whatever is written comes back, and no cell a spreadsheet sees starts a formula. */
static void there_and_back(void **state)
{
	static const char *const cells[] = {
		"", "王", "a,b", "a;b", "\"", "\"\"", "two\nlines", "two\r\nlines", "=1+1", "+86", "-3",
		"@cmd", "\ttab", "'quoted", "'=x", "''=x", "=\"a\"", "''", "0468", " blank ", "𠮷䶮",
		"阿卜杜拉·买买提", "欧阳娜娜", "\r", "1,\"2\";3\t4",
	};
	struct buf b = { .a = &a };
	struct csv c;
	struct csv_row row;
	struct err e = { 0 };

	(void)state;
	for (int round = 0; round < 2; round++) {
		csv_put(&b, true, S("first"), 0);
		for (size_t i = 0; i < COUNT(cells); i++)
			csv_put(&b, false, str_of(cells[i]), round ? CSV_KEEP : 0);
		csv_end(&b);
	}
	csv_open(&c, buf_view(&b));
	c.sep = ',';
	for (int round = 0; round < 2; round++) {
		assert_int_equal(csv_next(&c, &a, &row, &e), RC_OK);
		assert_int_equal(row.n, COUNT(cells) + 1);
		for (size_t i = 0; i < COUNT(cells); i++)
			if (!str_is(row.cell[i + 1].text, cells[i]))
				fail_msg("'%s' came back as '%.*s'", cells[i],
					STR_FMT(row.cell[i + 1].text));
	}
	expect_end(&c);
}

int main(void)
{
	const struct CMUnitTest csv[] = {
		cmocka_unit_test_teardown(plain_records, wipe),
		cmocka_unit_test_teardown(edges, wipe),
		cmocka_unit_test_teardown(quotes, wipe),
		cmocka_unit_test_teardown(positions, wipe),
		cmocka_unit_test_teardown(broken_quotes, wipe),
		cmocka_unit_test_teardown(dressed_cells, wipe),
		cmocka_unit_test_teardown(separators, wipe),
		cmocka_unit_test_teardown(charsets, wipe),
		cmocka_unit_test_teardown(no_text, wipe),
		cmocka_unit_test_teardown(written, wipe),
		cmocka_unit_test_teardown(there_and_back, wipe),
	};

	return cmocka_run_group_tests(csv, NULL, NULL);
}
