/* commit_bench.c - one visit saved at a time, as a form does it, each on the disk before the next; beside
 * it SQLite in WAL mode with full synchronisation, a visit, its index and a log line each.
 *   usage: commit_bench DATA DIRECTORY [COUNT] */
#include "base/str.h"
#include "core/session.h"
#include "times.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

enum { COUNT_ = 300, COUNT_MOST = 10000 };

static enum rc save_visit(struct session *s, uint64_t family, struct err *e)
{
	struct arena a = { 0 };
	struct save save = { .type = &visit_type };
	struct visit *v;
	enum rc rc = session_new(s, &a, &visit_type, family, &save.rec, e);

	if (rc == RC_OK) {
		v = (struct visit *)save.rec;
		v->mode.key = S("11");
		v->outcome.key = S("1");
		v->talk.s = S("精神尚好，家中一切正常，无诉求。");
		rc = session_save(s, &a, S(""), &save, 1, e);
	}
	arena_free(&a);
	return rc;
}

int main(int argc, char **argv)
{
	static int64_t times[COUNT_MOST];
	size_t n = argc > 3 ? (size_t)atoi(argv[3]) : COUNT_;
	struct arena a = { 0 };
	struct session *s;
	struct err e = { 0 };
	char path[4096];
	sqlite3 *db;

	if (argc < 3 || n > COUNT_MOST)
		return 2;
	if (session_open(&a, &(struct session_opts){ .data = argv[1] }, &s, &e) != RC_OK) {
		fprintf(stderr, "%s\n", e.msg);
		return 1;
	}
	for (size_t i = 0; i < n; i++) {
		int64_t from = now_ns();

		if (save_visit(s, 1 + i % 50, &e) != RC_OK) {
			fprintf(stderr, "%s\n", e.msg);
			return 1;
		}
		times[i] = now_ns() - from;
	}
	report("qinqing", "commit", times, n, 1);
	session_close(s);

	snprintf(path, sizeof path, "%s/commit.sqlite", argv[2]);
	remove(path);
	if (sqlite3_open(path, &db) != SQLITE_OK ||
	    sqlite3_exec(db, "pragma journal_mode=wal; pragma synchronous=full;"
		"create table visit (id integer primary key, family, at, mode, outcome, talk);"
		"create index visit_of on visit (family, at); create table log (id integer primary key, text);",
		NULL, NULL, NULL) != SQLITE_OK)
		return 1;
	for (size_t i = 0; i < n; i++) {
		int64_t from = now_ns();

		if (sqlite3_exec(db, "begin immediate;"
			"insert into visit (family, at, mode, outcome, talk) values (7, 739000, '11', '1',"
			" '精神尚好，家中一切正常，无诉求。'); insert into log (text) values ('visit:new');"
			"commit;", NULL, NULL, NULL) != SQLITE_OK)
			return 1;
		times[i] = now_ns() - from;
	}
	report("sqlite WAL, full sync", "commit", times, n, 1);
	sqlite3_close(db);
	arena_free(&a);
	return 0;
}
