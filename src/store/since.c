/* since.c - the head of the log's chain, noted down outside, and whether the log still agrees with it. */
#include "store/backup.h"

#include "base/str.h"
#include "store/write.h"

#include <inttypes.h>
#include <sodium.h>

enum { CHAIN = 32 };

/* 12-9f3a...: the number of an entry and its chain; 0- before the first. */
static str head_text(struct arena *a, uint64_t number, str chain)
{
	char hex[2 * CHAIN + 1] = "";

	if (chain.n == CHAIN)
		sodium_bin2hex(hex, sizeof hex, (const unsigned char *)chain.p, CHAIN);
	return arena_printf(a, "%" PRIu64 "-%s", number, hex);
}

static enum rc head_at(struct snap *sn, struct arena *a, uint64_t number, str *head, struct err *e)
{
	struct entry *en;

	*head = S("0-");
	if (!number)
		return RC_OK;
	TRY(snap_entry(sn, a, number, &en, e));
	*head = head_text(a, number, en->chain.b);
	return RC_OK;
}

enum rc store_head(struct store *s, struct arena *a, str *head, struct err *e)
{
	struct snap *sn;
	uint64_t last;
	enum rc rc;

	TRY(snap_open(s, &sn, e));
	rc = snap_last_entry(sn, &last, e);
	if (rc == RC_OK)
		rc = head_at(sn, a, last, head, e);
	snap_close(sn);
	return rc;
}

static enum rc compare(struct snap *sn, struct arena *a, str noted, struct err *e)
{
	str rest = noted, number, head;
	uint64_t last;
	int64_t n;

	if (!str_cut(&rest, '-', &number) || !str_digits(number) || !str_int(number, &n) ||
		rest.n != (n ? 2 * CHAIN : 0))
		return fail(e, RC_INVALID, "“%.*s”不是链头；要写备份时或 check 显示的那一串：编号-64位十六进制", STR_FMT(noted));
	TRY(snap_last_entry(sn, &last, e));
	if ((uint64_t)n > last)
		return fail(e, RC_IO, "日志只到第 %" PRIu64 " 条，链头是第 %" PRId64 " 条的：后面的被去掉了，或者这是更早的一份", last, n);
	TRY(head_at(sn, a, (uint64_t)n, &head, e));
	return str_eq(head, noted) ? RC_OK
		: fail(e, RC_IO, "日志第 %" PRId64 " 条或它前面的内容，和记下链头时不一样了：有人改过数据文件", n);
}

enum rc store_since(struct store *s, str noted, struct err *e)
{
	struct arena a = { 0 };
	struct snap *sn;
	enum rc rc;

	TRY(snap_open(s, &sn, e));
	rc = compare(sn, &a, noted, e);
	snap_close(sn);
	arena_free(&a);
	return rc;
}
