/* backup.c - makes a backup of the office, lays one out again, and says when there has been none for days. */
#include "core/session.h"

#include "core/aside.h"
#include "core/read/me.h"
#include "core/read/view.h"
#include "core/work/save.h"

#include <errno.h>

enum rc session_backup(struct session *s, struct arena *a, const char *dir, struct backup *b, struct err *e)
{
	const struct office *o = s->office;

	if (!s->me.admin)
		return fail(e, RC_DENIED, "备份是管理员的事；请找管理员");
	if (!o->nbackup_keys)
		return fail(e, RC_INVALID, "还没有备份的钥匙，没有备份（备份里全是家庭的隐私，不加密的不做）；请在别的机器上运行 "
			"qinqing backup --keygen 私钥文件，把它打印的公钥写进 office.yaml 的 backup_keys");
	TRY(backup_make(s->store, a, dir, o->backup_key, o->nbackup_keys, b, e));
	if (!s->read_only && !backup_remember(s->data, b->made))
		return fail(e, RC_IO, "备份 %.*s 做好了，但没有记下时间：%s", STR_FMT(b->path), strerror(errno));
	return session_log(s, S("export"), arena_printf(a, "备份 第%lld号 %.*s", (long long)b->number, STR_FMT(b->head)),
		NULL, 0, e);
}

enum rc session_since(struct session *s, struct arena *a, str noted, str *head, struct err *e)
{
	TRY(store_since(s->store, noted, e));
	return store_head(s->store, a, head, e);
}

str backup_warning(struct session *s, struct arena *a)
{
	moment last;
	int days;

	if (!s->office->nbackup_keys || !s->office->backup_warn_days)
		return S("");
	last = backup_last(s->data);
	if (!last.v)
		return S("还没有做过备份；请告诉管理员");
	days = moment_date(clock_now()).day - moment_date(last).day;
	return days <= s->office->backup_warn_days ? S("")
		: arena_printf(a, "已经 %d 天没有备份（最近一次 %.*s）；请告诉管理员", days,
			STR_FMT(date_text(a, moment_date(last))));
}

/* ---- laying one out ------------------------------------------------------------------------- */

/* The restored office, opened as people will, and everything in it counted again. */
static enum rc prove(struct arena *a, const char *dir, const struct backup *b, void (*say)(void *, str), void *arg,
	struct err *e)
{
	struct session_opts opts = { .data = dir };
	struct session *s;
	uint64_t bad;
	enum rc rc;
	str head;

	TRY(session_open(a, &opts, &s, e));
	rc = session_check(s, say, arg, &bad, e);
	if (rc == RC_OK && bad)
		rc = fail(e, RC_IO, "备份里的数据有 %llu 处不对，逐条列在上面；没有恢复，请用另一份备份", (unsigned long long)bad);
	if (rc == RC_OK)
		rc = session_since(s, a, b->head, &head, e);
	if (rc == RC_OK && !backup_remember(dir, b->made))
		rc = fail(e, RC_IO, "恢复的目录 %s 写不了：%s", dir, strerror(errno));
	session_close(s);
	return rc;
}

enum rc backup_restore(struct arena *a, const char *path, const struct seal_key *secret, const char *dir,
	void (*say)(void *, str), void *arg, struct backup *b, struct err *e)
{
	struct aside side;
	enum rc rc;

	TRY(aside_begin(&side, a, dir, ".restoring", e));
	rc = backup_unpack(a, path, secret, side.fresh, b, e);
	if (rc == RC_OK)
		rc = prove(a, side.fresh, b, say, arg, e);
	return aside_end(&side, rc, e);
}

enum rc backup_drill(struct arena *a, const char *dir, const struct seal_key *secret, const char *side,
	void (*say)(void *, str), void *arg, struct backup *b, int64_t *ms, struct err *e)
{
	int64_t began = clock_ms();
	struct backups all;
	struct aside room;
	enum rc rc;

	TRY(backup_list(a, dir, &all, e));
	if (!all.n)
		return fail(e, RC_NOT_FOUND, "%s 里没有备份，演练不了；请先运行 qinqing backup %s", dir, dir);
	TRY(aside_begin(&room, a, side, ".drill", e));
	rc = backup_unpack(a, arena_z(a, all.p[all.n - 1].path), secret, room.fresh, b, e);
	if (rc == RC_OK)
		rc = prove(a, room.fresh, b, say, arg, e);
	aside_remove(&room);
	*ms = clock_ms() - began;
	return rc;
}
