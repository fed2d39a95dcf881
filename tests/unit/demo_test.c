/* demo_test.c - the demo office shows every kind of record, and every state a record can be in. */
#include "../office.h"

#include "base/buf.h"
#include "base/str.h"
#include "demo/demo.h"

enum { FAMILIES = 200, GAP = 40 };

/* Tables whose every code the demo has at least once; the rest are words one chooses from. */
static const char *const states[] = { "FAMILY_KIND", "CARE_LEVEL", "NEED_RESULT", "SATISFY", "URGENCY",
	"EVENT_KIND", "CLAIM_STATE", "REVIEW_STATE", "TEFU_KIND", "STATUS_KIND", "WAIVER_STATE", "PSY_LEVEL",
	"PSY_FORM", "SIX_TASK", "ASSIGN_POST" };

static void say_nothing(void *arg, str line)
{
	(void)arg;
	(void)line;
}

/* The codes in use of one table, " 11 23 ". */
struct used { const struct code_table *table; struct buf keys; };

static void take_key(struct used *u, str key)
{
	if (!str_has(buf_view(&u->keys), arena_printf(u->keys.a, " %.*s ", STR_FMT(key))))
		buf_printf(&u->keys, "%.*s ", STR_FMT(key));
}

static void take(struct used *u, const struct field *f, val v)
{
	str rest = v.s, key;

	if (!f->of || !v.set || !str_is(u->table->name, f->of))
		return;
	if (f->kind == K_CODE)
		take_key(u, v.s);
	while (f->kind == K_CODES && str_word(&rest, &key))
		take_key(u, key);
}

static void test_demo_has_everything(void **state)
{
	struct arena a = { 0 };
	struct session *s = office_open(&a, true);
	const struct office *o = session_office(s);
	struct used used[COUNT(states)];
	struct buf missing = { .a = &a };
	struct err e = { 0 };

	(void)state;
	assert_int_equal(demo_fill(s, FAMILIES, 7, say_nothing, NULL, &e), RC_OK);
	for (size_t i = 0; i < COUNT(states); i++) {
		used[i] = (struct used){ codebook_find(&o->codes, str_of(states[i])), { .a = &a } };
		assert_non_null(used[i].table);
		buf_char(&used[i].keys, ' ');
	}
	for (size_t t = 0; o->types[t]; t++) {
		size_t n = 0, gap = 0;

		for (uint64_t id = 1; gap < GAP; id++) {
			struct arena work = { 0 };
			struct rec *r;

			if (session_get(s, &work, o->types[t], id, &r, &e) == RC_OK) {
				n++;
				gap = 0;
				for EACH_FIELD(f, o->types[t])
					for (size_t i = 0; i < COUNT(states); i++)
						take(&used[i], f, field_get(f, r));
			} else {
				gap++;
			}
			arena_free(&work);
		}
		if (!n)
			buf_printf(&missing, "%s: no record\n", o->types[t]->name);
	}
	for (size_t i = 0; i < COUNT(states); i++)
		for (size_t k = 0; k < used[i].table->n; k++) {
			str key = used[i].table->item[k].key;

			if (!str_has(buf_view(&used[i].keys), arena_printf(&a, " %.*s ", STR_FMT(key))))
				buf_printf(&missing, "%s %.*s %.*s\n", states[i], STR_FMT(key),
					STR_FMT(used[i].table->item[k].name));
		}
	if (missing.n)
		fail_msg("the demo lacks\n%.*s", STR_FMT(buf_view(&missing)));
	session_close(s);
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_demo_has_everything, office_set_up, office_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
