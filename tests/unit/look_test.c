/* look_test.c - the look-up index against reading every name: the same families for every query, before
 * and after members are renamed, families move to another community and rows are used again. */
#include "../office.h"
#include "base/pinyin.h"
#include "base/utf8.h"

#include <unistd.h>

enum { FAMILIES = 400, MOST = 500 };

static struct arena a;
static struct session *s;
static struct {
	uint64_t family, person;
	str name, number;
} known[FAMILIES];

static uint64_t chance = 42;
static uint64_t community[3];

static uint32_t below(uint32_t n)
{
	chance = chance * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(chance >> 33) % n;
}

static str some_name(void)
{
	static const char *const surnames[] = { "王", "李", "曾", "单", "欧阳", "张", "吕", "𠮷", "仇", "尉迟" };
	static const char *const given[] = { "秀兰", "伟", "志军", "乐", "䶮", "长海", "娜娜", "重阳", "静", "国栋" };

	if (below(12) == 0)
		return S("阿卜杜拉·买买提江");
	return arena_printf(&a, "%s%s", surnames[below(COUNT(surnames))], given[below(COUNT(given))]);
}

static void save(struct save *what, size_t n)
{
	struct err e = { 0 };

	if (session_save(s, &a, S(""), what, n, &e) != RC_OK)
		fail_msg("%s", e.msg);
}

static void add_family(size_t i)
{
	struct save what[2] = { { .type = &family_type }, { .type = &person_type } };
	struct err e = { 0 };

	assert_int_equal(session_new(s, &a, &family_type, 0, &what[0].rec, &e), RC_OK);
	assert_int_equal(session_new(s, &a, &person_type, 0, &what[1].rec, &e), RC_OK);
	known[i].name = some_name();
	known[i].number = arena_printf(&a, "139%08u", below(100000000));
	((struct person *)what[1].rec)->name = known[i].name;
	((struct family *)what[0].rec)->community.id = community[below(3)];
	((struct family *)what[0].rec)->phone1.s = known[i].number;
	save(what, 2);
	known[i].family = what[0].id;
	known[i].person = what[1].id;
}

/* A change of one field of one record. */
static void change(const struct rec_type *t, uint64_t id, const char *field, val v)
{
	struct save what = { .type = t };
	struct err e = { 0 };
	struct rec *base;

	assert_int_equal(session_get(s, &a, t, id, &base, &e), RC_OK);
	what.base = base;
	what.rec = rec_dup(&a, t, base);
	rec_set(t, what.rec, field, v);
	save(&what, 1);
}

static void find_communities(void)
{
	struct page page;
	struct err e = { 0 };
	size_t n = 0;

	assert_int_equal(session_list(s, &a, &(struct ask){ .query = query_find(S("orgs")) }, &page, &e),
		RC_OK);
	for (size_t i = 0; i < page.n && n < COUNT(community); i++)
		if (((const struct org *)page.row[i].rec)->code.s.n == 12)
			community[n++] = page.row[i].id;
	assert_int_equal(n, COUNT(community));
}

static int set_up(void **state)
{
	if (office_set_up(state) != 0)
		return -1;
	s = office_open(&a, true);
	find_communities();
	for (size_t i = 0; i < FAMILIES; i++)
		add_family(i);
	return 0;
}

static int tear_down(void **state)
{
	session_close(s);
	arena_free(&a);
	return office_tear_down(state);
}

/* ---- reading every name --------------------------------------------------------------------- */

static bool fits(const struct pyname *p, size_t at, str letters);

/* A character takes its whole syllable, its initial, or all that is left as a beginning. */
static bool fits_syllable(const struct pyname *p, size_t at, str syllable, str letters)
{
	uint32_t initial = syllable.n > 1 && syllable.p[1] == 'h' ? 2 : 1;

	if (str_starts(syllable, letters))
		return true;
	if (str_starts(letters, syllable) && fits(p, at + 1, str_from(letters, syllable.n)))
		return true;
	for (uint32_t n = 1; n <= initial; n++)
		if (str_starts(letters, str_sub(syllable, 0, n)) && fits(p, at + 1, str_from(letters, n)))
			return true;
	return false;
}

/* Do letters fit the readings of consecutive characters, from this one on?  lu means lv, too. */
static bool fits(const struct pyname *p, size_t at, str letters)
{
	if (letters.n == 0)
		return true;
	if (at == p->n)
		return false;
	for (uint8_t r = 0; r < p->readings[at]; r++) {
		str syllable = str_of(pinyin_syllable(p->rank[at][r]));

		if (fits_syllable(p, at, syllable, letters) ||
		    (str_is(syllable, "lv") && fits_syllable(p, at, S("lu"), letters)))
			return true;
	}
	return false;
}

static bool means(size_t i, str query)
{
	struct pyname p;

	if (query.p[0] >= '0' && query.p[0] <= '9')
		return str_starts(known[i].number, query) || (query.n >= 4 && str_ends(known[i].number, query));
	if ((unsigned char)query.p[0] >= 0x80)
		return str_has(known[i].name, query);
	pinyin_name(known[i].name, &p);
	for (size_t at = 0; at < p.n; at++)
		if (fits(&p, at, query))
			return true;
	return false;
}

static void compare(const char *query)
{
	struct arena event = { 0 };
	struct ask ask = { .query = query_find(S("find")), .line = str_of(query), .n = MOST };
	struct page page;
	struct err e = { 0 };
	size_t want = 0;

	assert_int_equal(session_list(s, &event, &ask, &page, &e), RC_OK);
	for (size_t i = 0; i < FAMILIES; i++) {
		bool found = false;

		for (size_t k = 0; k < page.n; k++)
			found |= page.row[k].id == known[i].family;
		want += means(i, str_of(query));
		if (found != means(i, str_of(query)))
			fail_msg("%s: %.*s %.*s is %sfound", query, STR_FMT(known[i].name),
				STR_FMT(known[i].number), found ? "" : "not ");
	}
	assert_int_equal(page.total, want);
	assert_int_equal(page.n, want);
	arena_free(&event);
}

static void compare_all(void)
{
	static const char *const queries[] = { "王", "秀兰", "王秀兰", "欧阳", "阳", "娜娜", "𠮷", "䶮", "买买提", "买提江",
		"卜杜拉", "w", "z", "c", "s", "d", "wxl", "xl", "l", "lv", "lu", "wang", "wangxl", "xiulan", "zengzj",
		"czj", "ceng", "shan", "dan", "zl", "zyl", "oyn", "ouyang", "cy", "zhongyang", "chongy", "abdl",
		"mmt", "jing", "gd", "guodong", "139", "1390", "1395", "qiu", "yuchi", "yc", "wl", "wy", "wle" };

	for (size_t i = 0; i < COUNT(queries); i++)
		compare(queries[i]);
	for (size_t i = 0; i < FAMILIES; i += 37) {
		str n = known[i].number;

		compare(arena_z(&a, str_from(n, n.n - 4)));
		compare(arena_z(&a, str_from(n, n.n - 7)));
		compare(arena_z(&a, n));
		compare(arena_z(&a, str_sub(n, 0, 6)));
	}
}

static void test_every_query_finds_what_reading_finds(void **state)
{
	(void)state;
	compare_all();
	assert_sound(s);
}

static void test_after_changes_too(void **state)
{
	(void)state;
	for (size_t i = 0; i < FAMILIES; i++) {
		switch (below(4)) {
		case 0:
			known[i].name = some_name();
			change(&person_type, known[i].person, "name", (val){ true, 0, known[i].name });
			break;
		case 1:
			known[i].number = arena_printf(&a, "138%08u", below(100000000));
			change(&family_type, known[i].family, "phone1", (val){ true, 0, known[i].number });
			break;
		case 2: /* another community: its rows move, and their places are used again */
			change(&family_type, known[i].family, "community", (val){ true, (int64_t)community[below(3)], { 0 } });
			break;
		}
	}
	compare_all();
	assert_sound(s);
}

int main(void)
{
	const struct CMUnitTest look[] = {
		cmocka_unit_test(test_every_query_finds_what_reading_finds),
		cmocka_unit_test(test_after_changes_too),
	};

	return cmocka_run_group_tests(look, set_up, tear_down);
}
