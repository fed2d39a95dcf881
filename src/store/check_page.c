/* check_page.c - every page of the file is one of a table's or a free one. */
#include "store/check_impl.h"

#include <inttypes.h>

enum { FREE_PAGES, NAMES, OF_LMDB, META_PAGES = 2 }; /* LMDB's own tables: free pages, names of tables */

static bool spare_has(const struct recount *r, uint64_t page)
{
	return page < r->npages && r->spare[page / 8] >> page % 8 & 1;
}

/* One transaction's free pages: a number, then that many, descending. */
static uint64_t take_spare(struct recount *r, MDB_val v)
{
	size_t n = 0, page, before = r->npages;
	const char *p = v.mv_data;

	if (v.mv_size >= sizeof n)
		memcpy(&n, p, sizeof n);
	if (v.mv_size < sizeof n || n > v.mv_size / sizeof n - 1) {
		complain(r, "空页表损坏");
		return 0;
	}
	for (size_t i = 1; i <= n; i++, before = page) {
		memcpy(&page, p + i * sizeof page, sizeof page);
		if (page < META_PAGES || page >= before || spare_has(r, page)) {
			complain(r, "空页表损坏：有一页不该在里面");
			return 0;
		}
		r->spare[page / 8] |= (uint8_t)(1 << page % 8);
	}
	return n;
}

static int count_pages(struct recount *r, uint64_t *n)
{
	MDB_stat st;
	int rc = 0;

	*n = META_PAGES;
	for (unsigned i = 0; i < OF_LMDB + DB_COUNT; i++) {
		rc = mdb_stat(r->sn->txn, i < OF_LMDB ? i : r->sn->s->db[i - OF_LMDB], &st);
		if (rc)
			break;
		*n += st.ms_branch_pages + st.ms_leaf_pages + st.ms_overflow_pages;
		r->page_size = st.ms_psize;
	}
	return rc;
}

/* Every page is one of a table's or a free one. */
void check_pages(struct recount *r)
{
	uint64_t used, spare = 0;
	MDB_envinfo info;
	MDB_cursor *c;
	MDB_val k, v;
	int rc = mdb_env_info(r->sn->s->env, &info);

	if (!rc)
		rc = count_pages(r, &used);
	if (!rc)
		rc = mdb_cursor_open(r->sn->txn, FREE_PAGES, &c);
	if (rc) {
		complain_mdb(r, "空页表", rc);
		return;
	}
	r->npages = info.me_last_pgno + 1;
	r->spare = arena_new(&r->all, r->npages / 8 + 1);
	for (rc = mdb_cursor_get(c, &k, &v, MDB_FIRST); !rc; rc = mdb_cursor_get(c, &k, &v, MDB_NEXT))
		spare += take_spare(r, v);
	mdb_cursor_close(c);
	if (rc != MDB_NOTFOUND)
		complain_mdb(r, "空页表", rc);
	else if (info.me_last_txnid == mdb_txn_id(r->sn->txn) && used + spare != r->npages)
		complain(r, "有%" PRIu64 "页，用着%" PRIu64 "页，空着%" PRIu64 "页，对不上", r->npages, used,
			spare);
}

/* A page begins with its own number.  An empty value may stand behind the end of its page. */
bool on_spare(const struct recount *r, const MDB_val *v)
{
	uint64_t page;

	if (!v->mv_size)
		return false;
	memcpy(&page, (const void *)((uintptr_t)v->mv_data & ~(r->page_size - 1)), sizeof page);
	return spare_has(r, page);
}
