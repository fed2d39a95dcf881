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

/* ---- one file over another ------------------------------------------------------------------- */

static const struct yrule rules[] = {
	{ { "rooms" }, "name", "name", NULL },
	{ { "doors" }, "from+to", NULL, NULL },
	{ { "keys", "*" }, NULL, "do", "do" },
	{ { "rooms", "*", "chairs" }, "oak|pine", NULL, NULL },
};

static struct yfile *over(const char *shipped, const char *own)
{
	struct yfile *f = yaml_read(&a, S("shipped.yaml"), str_of(shipped));

	yaml_merge(f, yaml_read(&a, S("own.yaml"), str_of(own)), rules, COUNT(rules));
	return f;
}

/* Path: shipped -> own, a line each. */
static str told(const struct yfile *f)
{
	struct buf b = { .a = &a };

	for (size_t i = 0; i < f->over.n; i++) {
		const struct yoverride *o = &f->over.p[i];
		str was = o->shipped ? yaml_text(&a, o->shipped, false) : S("-");
		str is = o->own ? yaml_text(&a, o->own, false) : S("-");

		buf_printf(&b, "%.*s: %.*s > %.*s\n", STR_FMT(o->path), STR_FMT(was), STR_FMT(is));
	}
	return b.n ? buf_view(&b) : S("");
}

static void own_goes_over_shipped(void **state)
{
	static const struct { const char *shipped, *own, *want, *told; } cases[] = {
		{ "a: 1\nb: 2\n", "b: 3\n", "a: 1\nb: 3\n", "b: 2 > 3\n" },
		{ "a: 1\nb: 2\n", "", "a: 1\nb: 2\n", "" },
		{ "a: {x: 1, y: 2}\n", "a: {y: 2, z: 3}\n", "a: {x: 1, y: 2, z: 3}\n", "a z: - > 3\n" },
		{ "a: {x: 1}\n", "a: {x: {drop: true}}\n", "a: {}\n", "a x: 1 > -\n" },
		/* a list of words is one thing, and so is a list nobody has a rule for */
		{ "a: [x, y]\n", "a: [y]\n", "a: [y]\n", "a: [x, y] > [y]\n" },
		{ "a: [{name: x, n: 1}]\n", "a: [{name: x}]\n", "a: [{name: x}]\n",
			"a: [{name: x, n: 1}] > [{name: x}]\n" },
		/* elements by name, shipped ones in their order, new ones behind the one before them */
		{ "rooms: [{name: a, n: 1}, {name: b}]\n", "rooms: [{name: b, n: 2}, {name: c}, {name: a}, d]\n",
			"rooms: [{name: a, n: 1}, d, {name: b, n: 2}, {name: c}]\n",
			"rooms b n: - > 2\nrooms c: - > {name: c}\nrooms d: - > d\n" },
		{ "rooms: [a, b]\n", "rooms: [c, {name: a, n: 1}]\n", "rooms: [{name: a, n: 1}, {name: b}, c]\n",
			"rooms a n: - > 1\nrooms c: - > c\n" },
		{ "rooms: [a, b]\n", "rooms: [{name: a, drop: 是}]\n", "rooms: [{name: b}]\n",
			"rooms a: {name: a} > -\n" },
		{ "rooms: [a]\n", "rooms: [{name: a, drop: false}]\n", "rooms: [{name: a, drop: false}]\n",
			"rooms a drop: - > false\n" },
		{ "rooms: [{name: a, chairs: [{oak: x, n: 1}, {pine: x, n: 2}, {n: 3}]}]\n",
			"rooms: [{name: a, chairs: [{pine: x, n: 5}, {n: 6}]}]\n",
			"rooms: [{name: a, chairs: [{oak: x, n: 1}, {pine: x, n: 5}, {n: 6}]}]\n",
			"rooms a chairs x n: 2 > 5\nrooms a chairs n: 3 > 6\n" },
		{ "doors: [{from: a, to: b, n: 1}, {from: a, to: c, n: 2}]\n", "doors: [{from: a, to: c, n: 3}]\n",
			"doors: [{from: a, to: b, n: 1}, {from: a, to: c, n: 3}]\n", "doors a c n: 2 > 3\n" },
		/* another act keeps nothing of the old one's */
		{ "keys: {x: {do: a, label: A}}\n", "keys: {x: {label: B}}\n", "keys: {x: {do: a, label: B}}\n",
			"keys x label: A > B\n" },
		{ "keys: {x: {do: a, label: A}}\n", "keys: {x: b}\n", "keys: {x: {do: b}}\n",
			"keys x: {do: a, label: A} > {do: b}\n" },
		{ "keys: {x: {do: a, label: A}}\n", "keys: {x: a}\n", "keys: {x: {do: a, label: A}}\n", "" },
		/* the whole file, and what it lacks */
		{ "a: 1\nrooms: [{name: a, n: 1}, b]\n", "replace: true\nrooms: [{name: a, n: 2}]\nz: 1\n",
			"rooms: [{name: a, n: 2}]\nz: 1\n",
			"a: 1 > -\nrooms a n: 1 > 2\nrooms b: {name: b} > -\nz: - > 1\n" },
		{ "a: 1\n", "replace: false\nb: 2\n", "a: 1\nb: 2\n", "b: - > 2\n" },
		/* another kind of thing is taken as it is: who reads it says what is wrong */
		{ "a: {x: 1}\n", "a: [x]\n", "a: [x]\n", "a: {x: 1} > [x]\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct yfile *f = over(cases[i].shipped, cases[i].own);

		assert_text(yaml_problems(f, &a), "");
		assert_text(yaml_text(&a, f->root, true), cases[i].want);
		assert_text(told(f), cases[i].told);
	}
}

/* A message names the file its node was written in, whoever reads the merged one. */
static void places_stay_where_they_were_written(void **state)
{
	struct office o = { 0 };
	static const struct ykey keys[] = {
		{ "name", take_str, offsetof(struct office, name), true },
		{ "people", take_int, offsetof(struct office, people), false },
		{ "open", take_bool, offsetof(struct office, open), false },
	};
	struct yfile *f = over("name: a\npeople: x\nopen: perhaps\n", "\n\nopen: maybe\noven: 1\n");

	(void)state;
	yaml_map(f, f->root, keys, COUNT(keys), &o);
	assert_text(yaml_problems(f, &a),
		"own.yaml:3:7: 这里填“是”或“否”（true / false），“maybe”不明白\n"
		"own.yaml:4:1: 不认识“oven”，是不是“open”？\n"
		"shipped.yaml:2:9: 这里应是整数，“x”不是\n");
}

static void what_cannot_be_merged_is_said(void **state)
{
	static const struct { const char *own, *want; } cases[] = {
		{ "rooms: [{name: z, drop: true}]\n",
			"own.yaml:1:9: 这里要去掉“z”，可是随程序来的设置里没有它\n" },
		{ "rooms: [a, b, a]\n", "own.yaml:1:15: “a”写了两次\n" },
		{ "z: {drop: true}\n", "own.yaml:1:4: 这里要去掉“z”，可是随程序来的设置里没有它\n" },
		{ "- a\n", "own.yaml:1:1: 这里应是“键: 值”，一行一个\n" },
		{ "a: [\n", "own.yaml:2:1: 这里缺内容\n" },
		{ "replace: maybe\n", "own.yaml:1:10: 这里填“是”或“否”（true / false），“maybe”不明白\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_text(yaml_problems(over("rooms: [a, b]\n", cases[i].own), &a), cases[i].want);
}

/* What equal nodes read like, and that it reads back. */
static void nodes_as_text(void **state)
{
	static const char *const texts[] = {
		"{}", "[]", "{a: 1}", "[a, \"1: 2\", \"\", \"a b \", a b]", "{\"a, b\": [{c: \"#\"}, -5]}",
		"\"\\\"\\\\ \\n\"", "[\"-a\", \" a\", a-, 梧桐（甲）, \"'\", \"*\", \"&\", \"!\", \"[\"]",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct yfile *f = read_text(texts[i]);
		str once = f->root ? yaml_text(&a, f->root, false) : S("?");
		struct yfile *again = yaml_read(&a, S("again"), once);

		assert_text(yaml_problems(f, &a), "");
		assert_text(yaml_text(&a, again->root, false), arena_z(&a, once));
	}
	assert_text(yaml_text(&a, read_text("{a: [b, 'c d', \"1:2\"], 'x': \"\"}")->root, false),
		"{a: [b, c d, \"1:2\"], x: \"\"}");
	assert_text(yaml_text(&a, read_text("a: |\n  x\n  y\nb: [1]\n")->root, true), "a: \"x\\ny\\n\"\nb: [1]\n");
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
		cmocka_unit_test_teardown(own_goes_over_shipped, wipe),
		cmocka_unit_test_teardown(places_stay_where_they_were_written, wipe),
		cmocka_unit_test_teardown(what_cannot_be_merged_is_said, wipe),
		cmocka_unit_test_teardown(nodes_as_text, wipe),
		cmocka_unit_test_teardown(deep_nesting_stops_at_once, wipe),
		cmocka_unit_test_teardown(depth_32_is_allowed_and_33_is_not, wipe),
		cmocka_unit_test_teardown(laughs_do_not_multiply, wipe),
		cmocka_unit_test_teardown(many_keys_and_many_problems_end, wipe),
	};

	return cmocka_run_group_tests_name("yaml", tests, NULL, NULL);
}
