/* look_bench.c - time of one look-up as a screen asks it: the ranked first page of 20 rows, with the
 * exact total.  Queries come one a line from a file, "class<TAB>query"; each is asked REPEAT times and
 * every answer counts.
 *   usage: look_bench DATA QUERIES
 *   prints name<TAB>class<TAB>n<TAB>p50us<TAB>p99us<TAB>maxus<TAB>hits */
#include "base/str.h"
#include "core/session.h"
#include "times.h"

#include <stdio.h>
#include <stdlib.h>

enum { REPEAT = 5, TIMES_MOST = 100000, PAGE = 20 };

int main(int argc, char **argv)
{
	static int64_t times[TIMES_MOST], all[TIMES_MOST];
	struct arena a = { 0 }, event = { 0 };
	struct session *s;
	struct err e = { 0 };
	char line[512], class[512] = "", *tab;
	size_t n = 0, nall = 0, hits = 0, queries = 0, allhits = 0, allqueries = 0;
	FILE *f;

	if (argc != 3 || !(f = fopen(argv[2], "r")))
		return 2;
	if (session_open(&a, &(struct session_opts){ .data = argv[1] }, &s, &e) != RC_OK) {
		fprintf(stderr, "%s\n", e.msg);
		return 2;
	}
	while (fgets(line, sizeof line, f) && (tab = strchr(line, '\t'))) {
		struct ask ask = { .query = query_find(S("find")), .n = PAGE };
		struct page page;

		*tab = 0;
		tab[1 + strcspn(tab + 1, "\n")] = 0;
		if (strcmp(class, line) != 0) {
			report("qinqing", class, times, n, queries ? (double)hits / (double)queries : 0);
			snprintf(class, sizeof class, "%s", line);
			n = hits = queries = 0;
		}
		ask.line = str_of(tab + 1);
		for (int k = 0; k < REPEAT && nall < TIMES_MOST; k++) {
			int64_t from = now_ns();

			arena_reset(&event);
			if (session_list(s, &event, &ask, &page, &e) != RC_OK) {
				fprintf(stderr, "%s: %s\n", tab + 1, e.msg);
				return 1;
			}
			times[n++] = all[nall++] = now_ns() - from;
		}
		hits += page.total;
		queries++;
		allhits += page.total;
		allqueries++;
	}
	report("qinqing", class, times, n, queries ? (double)hits / (double)queries : 0);
	report("qinqing", "all", all, nall, allqueries ? (double)allhits / (double)allqueries : 0);
	session_close(s);
	arena_free(&event);
	arena_free(&a);
	fclose(f);
	return 0;
}
