/* export_bench.c - the office as one line a member, for programs that search text:
 *   family<TAB>file number<TAB>community<TAB>name<TAB>initials<TAB>pinyin<TAB>phone<TAB>id<TAB>address
 *   usage: export_bench DATA */
#include "base/pinyin.h"
#include "base/str.h"
#include "core/lists/rows.h"
#include "core/session.h"

#include <stdio.h>

enum { BLOCK = 500 };

static str joined(struct arena *a, str s)
{
	char *p = arena_z(a, s);
	uint32_t n = 0;

	for (uint32_t i = 0; i < s.n; i++)
		if (p[i] != ' ')
			p[n++] = p[i];
	return (str){ p, n };
}

static enum rc family(struct session *s, struct arena *a, const struct row *f, struct err *e)
{
	const struct family_row *row = (const struct family_row *)f->rec;
	const struct family *fam = &row->f;
	struct page page;

	TRY(session_list(s, a, &(struct ask){ .query = query_find(S("members-of")), .about = f->id },
		&page, e));
	for (size_t i = 0; i < page.n; i++) {
		const struct person *p = (const struct person *)page.row[i].rec;
		str number = p->phone.s.n ? p->phone.s : fam->phone1.s;

		printf("%llu\t%.*s\t%.*s\t%.*s\t%.*s\t%.*s\t%.*s\t%.*s\t%.*s\n", (unsigned long long)f->id,
			STR_FMT(row->file), STR_FMT(session_name(s, a, &org_type, fam->community.id)), STR_FMT(p->name),
			STR_FMT(pinyin_initials(a, p->name)), STR_FMT(joined(a, pinyin_full(a, p->name))),
			STR_FMT(number), STR_FMT(p->id_no.s), STR_FMT(fam->live_addr));
	}
	return RC_OK;
}

int main(int argc, char **argv)
{
	struct arena a = { 0 }, event = { 0 };
	struct session *s;
	struct err e = { 0 };
	struct page page = { .total = 1 };

	if (argc != 2)
		return 2;
	if (session_open(&a, &(struct session_opts){ .data = argv[1] }, &s, &e) != RC_OK)
		goto out;
	for (size_t at = 0; at < page.total; at += BLOCK) {
		struct ask ask = { .query = query_find(S("families")), .at = at, .n = BLOCK };

		arena_reset(&event);
		if (session_list(s, &event, &ask, &page, &e) != RC_OK)
			goto out;
		for (size_t i = 0; i < page.n; i++)
			if (family(s, &event, &page.row[i], &e) != RC_OK)
				goto out;
	}
	session_close(s);
	return 0;
out:
	fprintf(stderr, "%s\n", e.msg);
	return 1;
}
