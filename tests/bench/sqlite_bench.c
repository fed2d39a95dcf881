/* sqlite_bench.c - the rival in a library: SQLite over the same lines, once as a b-tree of every form
 * a person can be found by, once as an FTS5 trigram table.  Both give the first 20 families (in no
 * order) and, as a second figure, the exact count that a screen shows.
 *   usage: sqlite_bench ROWS.tsv QUERIES.tsv DIRECTORY
 *   prints name<TAB>class<TAB>n<TAB>p50us<TAB>p99us<TAB>maxus<TAB>hits */
#include "times.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REPEAT = 3, TIMES_MOST = 100000, FIELDS = 9 };
enum { FAMILY, FILE_NO, COMMUNITY, NAME, INITIALS, PINYIN, PHONE, IDNO, ADDRESS };

static sqlite3 *db;

static void sql(const char *text)
{
	char *why = NULL;

	if (sqlite3_exec(db, text, NULL, NULL, &why) != SQLITE_OK) {
		fprintf(stderr, "%s: %s\n", text, why);
		exit(1);
	}
}

static sqlite3_stmt *prepare(const char *text)
{
	sqlite3_stmt *s;

	if (sqlite3_prepare_v2(db, text, -1, &s, NULL) != SQLITE_OK) {
		fprintf(stderr, "%s: %s\n", text, sqlite3_errmsg(db));
		exit(1);
	}
	return s;
}

static void put(sqlite3_stmt *s, const char *form, const char *family)
{
	sqlite3_bind_text(s, 1, form, -1, SQLITE_TRANSIENT);
	sqlite3_bind_int64(s, 2, atoll(family));
	sqlite3_step(s);
	sqlite3_reset(s);
}

static void reversed(const char *in, char out[64])
{
	size_t n = strlen(in);

	out[0] = '<';
	for (size_t i = 0; i < n && i < 60; i++)
		out[1 + i] = in[n - 1 - i];
	out[1 + n] = 0;
}

/* From every character on. */
static void put_suffixes(sqlite3_stmt *s, const char *text, const char *family)
{
	for (; *text; text++)
		if (((unsigned char)*text & 0xC0) != 0x80)
			put(s, text, family);
}

static void load(const char *path)
{
	sqlite3_stmt *form = prepare("insert into form values (?, ?)");
	sqlite3_stmt *row = prepare("insert into gram values (?, ?, ?, ?, ?, ?, ?)");
	char line[2048], back[64];
	FILE *f = fopen(path, "r");

	if (!f)
		exit(2);
	while (fgets(line, sizeof line, f)) {
		char *field[FIELDS], *rest = line;

		line[strcspn(line, "\n")] = 0;
		for (int i = 0; i < FIELDS; i++)
			field[i] = strsep(&rest, "\t");
		if (!field[ADDRESS])
			continue;
		put_suffixes(form, field[NAME], field[FAMILY]);
		put_suffixes(form, field[INITIALS], field[FAMILY]);
		put(form, field[PINYIN], field[FAMILY]);
		put(form, field[PHONE], field[FAMILY]);
		reversed(field[PHONE], back);
		put(form, back, field[FAMILY]);
		reversed(field[IDNO], back);
		put(form, back, field[FAMILY]);
		put_suffixes(form, field[ADDRESS], field[FAMILY]);
		for (int i = 0; i < 6; i++)
			sqlite3_bind_text(row, i + 1, field[NAME + i], -1, SQLITE_TRANSIENT);
		sqlite3_bind_text(row, 7, field[FAMILY], -1, SQLITE_TRANSIENT);
		sqlite3_step(row);
		sqlite3_reset(row);
	}
	fclose(f);
	sqlite3_finalize(form);
	sqlite3_finalize(row);
}

static int64_t rows_of(sqlite3_stmt *s, bool count)
{
	int64_t n = 0;

	while (sqlite3_step(s) == SQLITE_ROW)
		n = count ? sqlite3_column_int64(s, 0) : n + 1;
	sqlite3_reset(s);
	return n;
}

static void bind_form(sqlite3_stmt *s, const char *class, const char *query)
{
	char from[512], to[516];

	if (strstr(class, "tail"))
		reversed(query, from);
	else
		snprintf(from, sizeof from, "%s", query);
	snprintf(to, sizeof to, "%s\xF7", from);
	sqlite3_bind_text(s, 1, from, -1, SQLITE_TRANSIENT);
	sqlite3_bind_text(s, 2, to, -1, SQLITE_TRANSIENT);
}

static void bind_gram(sqlite3_stmt *s, const char *class, const char *query)
{
	char like[600];

	(void)class;
	snprintf(like, sizeof like, "%%%s%%", query);
	for (int i = 1; i <= 6; i++)
		sqlite3_bind_text(s, i, like, -1, SQLITE_TRANSIENT);
}

static void measure(const char *name, const char *queries, sqlite3_stmt *s, bool count,
	void (*bind)(sqlite3_stmt *, const char *, const char *))
{
	static int64_t all[TIMES_MOST];
	char line[512], *tab;
	size_t n = 0, asked = 0;
	double hits = 0;
	FILE *f = fopen(queries, "r");

	while (f && fgets(line, sizeof line, f) && (tab = strchr(line, '\t'))) {
		*tab = 0;
		tab[1 + strcspn(tab + 1, "\n")] = 0;
		bind(s, line, tab + 1);
		for (int k = 0; k < REPEAT && n < TIMES_MOST; k++) {
			int64_t from = now_ns();
			int64_t got = rows_of(s, count);

			all[n++] = now_ns() - from;
			hits += k == 0 ? (double)got : 0;
		}
		asked++;
	}
	if (f)
		fclose(f);
	if (n)
		report(name, "all", all, n, hits / (double)asked);
}

#define GRAM_WHERE " from gram where name like ? or ini like ? or py like ? or phone like ?" \
	" or idno like ? or addr like ?"

int main(int argc, char **argv)
{
	char path[4096];
	int64_t from;

	if (argc != 4)
		return 2;
	snprintf(path, sizeof path, "%s/rival.sqlite", argv[3]);
	remove(path);
	if (sqlite3_open(path, &db) != SQLITE_OK)
		return 1;
	sql("pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-400000;"
	    "create table form (form text, family integer);"
	    "create virtual table gram using fts5(name, ini, py, phone, idno, addr, family unindexed,"
	    " tokenize='trigram');");
	from = now_ns();
	sql("begin");
	load(argv[1]);
	sql("create index by_form on form (form, family); commit; pragma optimize; analyze form;");
	printf("# sqlite loaded and indexed in %.1f s\n", (double)(now_ns() - from) / 1e9);
	measure("sqlite b-tree, first 20", argv[2],
		prepare("select distinct family from form where form >= ? and form < ? limit 20"), false,
		bind_form);
	measure("sqlite b-tree, count", argv[2],
		prepare("select count(distinct family) from form where form >= ? and form < ?"), true,
		bind_form);
	measure("sqlite trigram, first 20", argv[2],
		prepare("select distinct family" GRAM_WHERE " limit 20"), false, bind_gram);
	measure("sqlite trigram, count", argv[2], prepare("select count(distinct family)" GRAM_WHERE),
		true, bind_gram);
	sqlite3_close(db);
	return 0;
}
