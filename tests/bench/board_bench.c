/* board_bench.c - the boards and the day: the first count of all families, the same board again, after a
 * commit by this session, a list behind a number, the month, all problems of the data, and
 * today of a worker with 300 families.
 *   usage: board_bench DATA */
#include "base/str.h"
#include "core/session.h"
#include "times.h"

#include <stdio.h>

enum { TIMES = 40, MANY = 300 };

static void must(enum rc rc, const struct err *e)
{
	if (rc == RC_OK)
		return;
	fprintf(stderr, "%s\n", e->msg);
	exit(1);
}

static int64_t look(struct session *s, const char *query, uint64_t about, size_t n)
{
	struct arena a = { 0 };
	struct page page;
	struct err e = { 0 };
	int64_t from = now_ns();

	must(session_list(s, &a, &(struct ask){ .query = query_find(str_of(query)), .about = about, .n = n },
		&page, &e), &e);
	from = now_ns() - from;
	arena_free(&a);
	return from;
}

static void visit(struct session *s, uint64_t family)
{
	struct arena a = { 0 };
	struct save save = { .type = &visit_type };
	struct err e = { 0 };

	must(session_new(s, &a, &visit_type, family, &save.rec, &e), &e);
	((struct visit *)save.rec)->mode.key = S("21");
	((struct visit *)save.rec)->outcome.key = S("1");
	must(session_save(s, &a, S(""), &save, 1, &e), &e);
	arena_free(&a);
}

/* A leader responsible for 300 families. */
static uint64_t leader(struct session *s)
{
	struct arena a = { 0 };
	struct worker *w;
	struct save save = { .type = &worker_type };
	struct save posts[MANY];
	struct err e = { 0 };

	must(session_new(s, &a, &worker_type, 0, &save.rec, &e), &e);
	w = (struct worker *)save.rec;
	w->name = S("多户");
	w->org.id = 1;
	w->mobile.s = S("00000019998");
	must(session_save(s, &a, S(""), &save, 1, &e), &e);
	for (uint64_t i = 0; i < MANY; i++) {
		struct assignment *as;

		posts[i] = (struct save){ .type = &assignment_type };
		must(session_new(s, &a, &assignment_type, i + 1, &posts[i].rec, &e), &e);
		as = (struct assignment *)posts[i].rec;
		as->post.key = S("3");
		as->worker.id = save.id;
	}
	must(session_save(s, &a, S(""), posts, MANY, &e), &e);
	arena_free(&a);
	return save.id;
}

int main(int argc, char **argv)
{
	static int64_t again[TIMES], after[TIMES], gap[TIMES], today[TIMES], of_month[TIMES];
	struct arena a = { 0 };
	struct session *s;
	struct err e = { 0 };
	int64_t first;
	uint64_t many;

	if (argc < 2)
		return 2;
	must(session_open(&a, &(struct session_opts){ .data = argv[1] }, &s, &e), &e);
	many = leader(s);
	first = look(s, "coverage", 0, 0);
	report("board", "first", &first, 1, 1);
	for (int i = 0; i < TIMES; i++) {
		again[i] = look(s, "coverage", 0, 0);
		gap[i] = look(s, "no-card", 1, 22);
		visit(s, (uint64_t)i + 1);
		after[i] = look(s, "coverage", 0, 0);
		today[i] = look(s, "today-of", many, 22);
		of_month[i] = look(s, "month", 0, 0);
	}
	report("board", "again", again, TIMES, 1);
	report("board", "after-commit", after, TIMES, 1);
	report("board", "list-behind", gap, TIMES, 1);
	report("board", "month", of_month, TIMES, 1);
	first = look(s, "quality", 0, 0);
	report("board", "quality", &first, 1, 1);
	report("today", "300-families", today, TIMES, 1);
	session_close(s);
	return 0;
}
