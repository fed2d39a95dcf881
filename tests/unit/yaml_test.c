/* yaml_test.c - every kind of mistake in a file is named with its place, all of them at once. */
#include "base/yaml.h"

#include "base/buf.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static struct arena a;

static int wipe(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static struct yfile *read_text(const char *z)
{
	return yaml_read(&a, S("x.yaml"), str_of(z));
}

#define assert_text(got, want) assert_string_equal(arena_z(&a, got), want)

/* A small office to fill. */
struct office {
	str name;
	int64_t people;
	bool open;
	date since;
	struct strs alias;
	struct room { str name; int64_t seats; } *room;
	size_t nrooms;
};

static void take_room(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "name", take_str, offsetof(struct room, name), true },
		{ "seats", take_int, offsetof(struct room, seats), false },
	};

	yaml_map(f, n, keys, COUNT(keys), dst);
}

static void take_rooms(struct yfile *f, const struct ynode *n, void *dst)
{
	struct office *o = dst;

	o->room = yaml_seq(f, n, sizeof *o->room, &o->nrooms, take_room);
}

static struct yfile *read_office(const char *z, struct office *o)
{
	static const struct ykey keys[] = {
		{ "name", take_str, offsetof(struct office, name), true },
		{ "people", take_int, offsetof(struct office, people), false },
		{ "open", take_bool, offsetof(struct office, open), false },
		{ "since", take_date, offsetof(struct office, since), false },
		{ "alias", take_strs, offsetof(struct office, alias), false },
		{ "rooms", take_rooms, 0, false },
	};
	struct yfile *f = read_text(z);

	*o = (struct office){ 0 };
	yaml_map(f, f->root, keys, COUNT(keys), o);
	return f;
}

static void a_good_file_fills_the_struct(void **state)
{
	struct office o;
	struct err e;
	struct yfile *f = read_office("\xEF\xBB\xBF# 办公室\n"
		"name: 梧桐社区\npeople: 12\nopen: yes\nsince: 2021-07-01\n"
		"alias: [一社区, \"二社区\"]\nrooms:\n- {name: 阅览室, seats: 20}\n- name: '𠮷·䶮'\n", &o);

	(void)state;
	assert_text(yaml_problems(f, &a), "");
	assert_int_equal(yaml_verdict(f, &e), RC_OK);
	assert_text(o.name, "梧桐社区");
	assert_int_equal(o.people, 12);
	assert_true(o.open);
	assert_int_equal(o.since.day, date_of(2021, 7, 1).day);
	assert_int_equal(o.alias.n, 2);
	assert_text(o.alias.p[1], "二社区");
	assert_int_equal(o.nrooms, 2);
	assert_int_equal(o.room[0].seats, 20);
	assert_text(o.room[1].name, "𠮷·䶮");
}

static void scalars_are_plain_text(void **state)
{
	struct yfile *f = read_text("on: 08\nno: ~\nx: null\ny: 1.0\nz: |\n  一行\n  两行\n");

	(void)state;
	assert_text(yaml_problems(f, &a), "");
	assert_text(ynode_get(f->root, S("on"))->text, "08");
	assert_text(ynode_get(f->root, S("no"))->text, "~");
	assert_text(ynode_get(f->root, S("x"))->text, "null");
	assert_text(ynode_get(f->root, S("z"))->text, "一行\n两行\n");
	assert_null(ynode_get(f->root, S("q")));
	assert_null(ynode_get(NULL, S("q")));
}

static void an_empty_file_is_an_empty_mapping(void **state)
{
	static const char *const empty[] = { "", "\n\n", "# 只有说明\n", "---\n", "{}" };

	(void)state;
	for (size_t i = 0; i < COUNT(empty); i++) {
		struct yfile *f = read_text(empty[i]);

		assert_text(yaml_problems(f, &a), "");
		assert_non_null(f->root);
		assert_int_equal(f->root->kind, Y_MAP);
		assert_int_equal(f->root->n, 0);
	}
}

static void every_mistake_has_its_place(void **state)
{
	static const struct { const char *text, *want; } cases[] = {
		/* what libyaml refuses */
		{ "name: a\n\tpeople: 3\n", "x.yaml:2:1: 缩进里有制表符(Tab)，YAML 的缩进只能用空格\n" },
		{ "name: a: b\n", "x.yaml:1:8: 这里不该有冒号：缩进没有对齐，或者内容里的冒号要加引号\n" },
		{ "name: a\n people: 3\n",
			"x.yaml:2:8: 这里不该有冒号：缩进没有对齐，或者内容里的冒号要加引号\n" },
		{ "name: [a, b\npeople: 3\n", "x.yaml:2:7: 方括号里的列表缺逗号，或缺右方括号 ]\n" },
		{ "name: {a: b\n", "x.yaml:2:1: 花括号里缺逗号，或缺右花括号 }\n" },
		{ "name: a\n梧桐\npeople: 3\n", "x.yaml:3:1: 键后面缺冒号，应写成“键: 值”\n" },
		{ "name: '没有完\npeople: 3\n", "x.yaml:1:7: 引号没有配对，从这里一直到文件末尾\n" },
		{ "name: @a\n", "x.yaml:1:7: “@”不能放在开头；内容以它开头时要加引号\n" },
		{ "name: \"\\q\"\n",
			"x.yaml:1:8: 双引号里的反斜杠写法不对；不需要转义时请用单引号\n" },
		{ "name: - a\n", "x.yaml:1:7: “- ”不能写在这一行里，请另起一行\n" },
		{ "name: 梧桐\x01\n", "x.yaml:1:9: 这里有看不见的控制字符，请删掉\n" },
		{ "name: a\nalias:\n- 一\n 二: 三\n",
			"x.yaml:4:3: 这里不该有冒号：缩进没有对齐，或者内容里的冒号要加引号\n" },
		/* what we refuse */
		{ "name: 梧桐\n社区: \xb0\xa1\n", "x.yaml:2:5: 不是 UTF-8 编码，请用 UTF-8 重新保存这个文件\n" },
		{ "name: \"a\\e[31m\"\n", "x.yaml:1:7: 内容里有看不见的控制字符(U+001B)，请删掉\n" },
		{ "name: \"a\\u202Eb\"\n", "x.yaml:1:7: 内容里有看不见的控制字符(U+202E)，请删掉\n" },
		{ "name: \"a\\0b\"\n", "x.yaml:1:7: 内容里有看不见的控制字符(U+0000)，请删掉\n" },
		{ "name: &n a\n", "x.yaml:1:7: 这里不能用锚点 &，请把内容直接写出来\n" },
		{ "name: *n\n", "x.yaml:1:7: 这里不能用别名 *，请把内容直接写出来\n" },
		{ "name: !!str a\n", "x.yaml:1:7: 这里不能用标签 !，请把内容直接写出来\n" },
		{ "name: a\n---\nname: b\n", "x.yaml:2:1: 一个文件只能有一份内容，请去掉这里的“---”\n" },
		{ "name: a\npeople: 1\npeople: 2\n", "x.yaml:3:1: “people”重复了，第2行已经写过\n" },
		{ "name: a\n? [x]\n: 1\n",
			"x.yaml:2:3: 不认识“”\nx.yaml:2:3: 键应是一个词，不能是列表或另一组键\n" },
		/* what the table of keys refuses */
		{ "name: a\npeopel: 3\n", "x.yaml:2:1: 不认识“peopel”，是不是“people”？\n" },
		{ "name: a\n梧桐: 3\n", "x.yaml:2:1: 不认识“梧桐”\n" },
		{ "people: 3\n", "x.yaml:1:1: 缺少“name”\n" },
		{ "[a]\n", "x.yaml:1:1: 这里应是“键: 值”，一行一个\n" },
		{ "name: [a]\n", "x.yaml:1:7: 这里应是一个值，不是列表，也不是一组键\n" },
		{ "name: a\npeople: 三\n", "x.yaml:2:9: 这里应是整数，“三”不是\n" },
		{ "name: a\nopen: on\n",
			"x.yaml:2:7: 这里填“是”或“否”（true / false），“on”不明白\n" },
		{ "name: a\nsince: 昨天\n", "x.yaml:2:8: 日期请写成 2026-05-06，“昨天”不是\n" },
		{ "name: a\nsince: 2026-02-30\n",
			"x.yaml:2:8: 没有这一天：2026年2月30日，这个月只有28天，请核对\n" },
		{ "name: a\nrooms: 3\n", "x.yaml:2:8: 这里应是列表，每项以“- ”开头\n" },
		{ "name: a\nalias: {x: y}\n", "x.yaml:2:8: 这里应是列表，每项以“- ”开头\n" },
		{ "name: a\nrooms:\n- seats: 4\n", "x.yaml:3:3: 缺少“name”\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct office o;
		struct err e = { 0 };
		struct yfile *f = read_office(cases[i].text, &o);

		assert_text(yaml_problems(f, &a), cases[i].want);
		assert_int_equal(yaml_verdict(f, &e), RC_INVALID);
	}
}

static void all_mistakes_at_once(void **state)
{
	struct office o;
	struct err e;
	struct yfile *f = read_office("peple: x\nrooms:\n- nme: a\n- {name: b, seats: many}\n"
		"open: maybe\nopen: no\n", &o);

	(void)state;
	assert_text(yaml_problems(f, &a),
		"x.yaml:1:1: 不认识“peple”，是不是“people”？\n"
		"x.yaml:1:1: 缺少“name”\n"
		"x.yaml:3:3: 不认识“nme”，是不是“name”？\n"
		"x.yaml:3:3: 缺少“name”\n"
		"x.yaml:4:20: 这里应是整数，“many”不是\n"
		"x.yaml:5:7: 这里填“是”或“否”（true / false），“maybe”不明白\n"
		"x.yaml:6:1: “open”重复了，第5行已经写过\n");
	assert_int_equal(yaml_verdict(f, &e), RC_INVALID);
	assert_non_null(strstr(e.msg, "x.yaml:1:1: 不认识“peple”"));
	assert_true(strlen(e.msg) < sizeof e.msg);
}

static void more_than_fits_is_counted(void **state)
{
	struct buf b = { .a = &a };
	struct err e;
	struct yfile *f;
	struct office o;
	int more = 0, shown = 1;

	(void)state;
	buf_str(&b, S("name: a\n"));
	for (int i = 0; i < 50; i++)
		buf_printf(&b, "错%d: 1\n", i);
	f = read_office(arena_z(&a, buf_view(&b)), &o);
	assert_int_equal(f->nproblems, 50);
	assert_int_equal(yaml_verdict(f, &e), RC_INVALID);
	for (const char *p = e.msg; (p = strchr(p, '\n')); p++)
		shown++;
	assert_non_null(strstr(e.msg, "\n还有 "));
	assert_int_equal(sscanf(strstr(e.msg, "还有"), "还有 %d 处", &more), 1);
	assert_int_equal(more + shown - 1, 50);
}

static void a_bare_file_that_cannot_be_read(void **state)
{
	struct yfile *f = yaml_unread(&a, S("x.yaml"), "没有读的权限");

	(void)state;
	assert_null(f->root);
	assert_int_equal(f->nproblems, 1);
	yaml_map(f, f->root, NULL, 0, NULL);
	assert_int_equal(f->nproblems, 1);
}

/* ---- hostile files -------------------------------------------------------------------------- */

static str repeat(const char *z, int n)
{
	struct buf b = { .a = &a };

	while (n--)
		buf_str(&b, str_of(z));
	return buf_view(&b);
}

static void deep_nesting_stops_at_once(void **state)
{
	static const char *const open[] = { "[", "{a: ", "- ", "{a: [", "? " };

	(void)state;
	for (size_t i = 0; i < COUNT(open); i++) {
		struct yfile *f = yaml_read(&a, S("x.yaml"), repeat(open[i], 40000));

		assert_null(f->root);
		assert_int_equal(f->nproblems, 1);
		assert_text(f->problem[0].msg, "嵌套超过32层，这不像是配置文件");
		assert_int_equal(f->problem[0].line, 1);
	}
}

static void depth_32_is_allowed_and_33_is_not(void **state)
{
	struct buf b = { .a = &a };

	(void)state;
	buf_str(&b, repeat("[", 32));
	buf_str(&b, repeat("]", 32));
	assert_int_equal(yaml_read(&a, S("x"), buf_view(&b))->nproblems, 0);
	b = (struct buf){ .a = &a };
	buf_str(&b, repeat("[", 33));
	buf_str(&b, repeat("]", 33));
	assert_int_equal(yaml_read(&a, S("x"), buf_view(&b))->nproblems, 1);
}

static void laughs_do_not_multiply(void **state)
{
	struct yfile *f = read_text("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n");

	(void)state;
	assert_int_equal(f->nproblems, 6);
	assert_int_equal(ynode_get(f->root, S("c"))->n, 2);
	assert_int_equal(ynode_get(f->root, S("c"))->kid[0].n, 0);
}

static void many_keys_and_many_problems_end(void **state)
{
	struct buf b = { .a = &a };
	struct office o;
	struct yfile *f;

	(void)state;
	for (int i = 0; i < 20000; i++)
		buf_printf(&b, "k%d: 1\n", i / 2);
	f = read_office(arena_z(&a, buf_view(&b)), &o);
	assert_int_equal(f->nproblems, 200);
	assert_int_equal(f->root->n, 20000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_good_file_fills_the_struct, wipe),
		cmocka_unit_test_teardown(scalars_are_plain_text, wipe),
		cmocka_unit_test_teardown(an_empty_file_is_an_empty_mapping, wipe),
		cmocka_unit_test_teardown(every_mistake_has_its_place, wipe),
		cmocka_unit_test_teardown(all_mistakes_at_once, wipe),
		cmocka_unit_test_teardown(more_than_fits_is_counted, wipe),
		cmocka_unit_test_teardown(a_bare_file_that_cannot_be_read, wipe),
		cmocka_unit_test_teardown(deep_nesting_stops_at_once, wipe),
		cmocka_unit_test_teardown(depth_32_is_allowed_and_33_is_not, wipe),
		cmocka_unit_test_teardown(laughs_do_not_multiply, wipe),
		cmocka_unit_test_teardown(many_keys_and_many_problems_end, wipe),
	};

	return cmocka_run_group_tests_name("yaml", tests, NULL, NULL);
}
