/* backup.c - backup and restore on the command line, and the keys for them. */
#include "cli/cli.h"

#include "base/file.h"
#include "base/str.h"
#include "base/tr.h"

#include <errno.h>
#include <inttypes.h>
#include <sys/stat.h>

enum { KEY_MOST = 4096 };

/* ---- keys ----------------------------------------------------------------------------------- */

static enum rc keygen(struct cli *c, const char *path, struct err *e)
{
	struct seal_key secret, open_key;

	seal_keys_new(&secret, &open_key);
	if (!file_new(path, arena_printf(c->a, "%.*s\n", STR_FMT(seal_key_text(c->a, &secret, true)))))
		return fail(e, RC_INVALID, "私钥文件 %s 建不了：%s；已有的钥匙不会覆盖", path, strerror(errno));
	buf_printf(&c->out, "%s\n  backup_keys: [%.*s]\n%s\n", tr("公钥，写进 数据目录/config/office.yaml："),
		STR_FMT(seal_key_text(c->a, &open_key, false)),
		tr("私钥放到别处（U 盘、信封），不要留在这台机器上：没有它，谁也打不开备份。"));
	return RC_OK;
}

static enum rc read_secret(struct cli *c, struct seal_key *k, struct err *e)
{
	const char *path = c->opt[OPT_KEY];
	struct stat st;
	str text;

	if (!path)
		return fail(e, RC_INVALID, "要用私钥才能打开备份；请加 --key 私钥文件");
	if (stat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_mode & (S_IRWXG | S_IRWXO))
		return fail(e, RC_DENIED, "私钥 %s 别的系统账号也能看；请先运行 chmod 600 '%s'", path, path);
	TRY(cli_slurp(c->a, path, KEY_MOST, &text, e));
	return seal_key_read(str_trim(text), true, k) ? RC_OK
		: fail(e, RC_INVALID, "%s 不是备份的私钥（qs1 开头的一行），或者抄错了", path);
}

/* ---- commands ------------------------------------------------------------------------------- */

static void tell(struct cli *c, const struct backup *b)
{
	if (b->head.n)
		buf_printf(&c->out, "%s %" PRId64 "  %.*s  %" PRIu64 " KB  %.*s\n%s %.*s\n", tr("备份第"), b->number,
			STR_FMT(moment_said(c->a, b->made)), (b->size + 1023) / 1024, STR_FMT(b->path), tr("链头："),
			STR_FMT(b->head));
	else
		buf_printf(&c->out, "%6" PRId64 "  %.*s  %10" PRIu64 " KB  %.*s\n", b->number,
			STR_FMT(moment_said(c->a, b->made)), (b->size + 1023) / 1024, STR_FMT(b->path));
}

static enum rc verify(struct cli *c, const char *path, struct err *e)
{
	struct backup b;
	struct seal_key k;

	if (!c->opt[OPT_KEY]) {
		TRY(backup_prove(c->a, path, &b, e));
		tell(c, &b);
		buf_printf(&c->out, "%s\n", tr("文件完整，和写的时候一样；里面的内容要有私钥（--key）才验得了"));
		return RC_OK;
	}
	TRY(read_secret(c, &k, e));
	TRY(backup_unpack(c->a, path, &k, NULL, &b, e));
	tell(c, &b);
	buf_printf(&c->out, "%s\n", tr("文件完整，里面的内容全部读得出来"));
	return RC_OK;
}

static enum rc list(struct cli *c, const char *dir, struct err *e)
{
	struct backups all;

	TRY(backup_list(c->a, dir, &all, e));
	for (size_t i = 0; i < all.n; i++)
		tell(c, &all.p[i]);
	return all.n ? RC_OK : fail(e, RC_NOT_FOUND, "%s 里没有备份", dir);
}

static enum rc make(struct cli *c, const char *dir, struct err *e)
{
	struct keep k = { 0 };
	struct backup b;
	size_t gone;

	if (c->opt[OPT_KEEP])
		TRY(keep_read(str_of(c->opt[OPT_KEEP]), &k, e));
	TRY(cli_open(c, false, e));
	TRY(session_backup(c->s, c->a, dir, &b, e));
	tell(c, &b);
	if (!c->opt[OPT_KEEP])
		return RC_OK;
	TRY(backup_prune(c->a, dir, k, &gone, e));
	buf_printf(&c->out, tr("删掉了 %zu 份旧备份"), gone);
	buf_char(&c->out, '\n');
	return RC_OK;
}

enum rc run_backup(struct cli *c, struct err *e)
{
	if (c->opt[OPT_KEYGEN])
		return keygen(c, c->opt[OPT_KEYGEN], e);
	if (c->opt[OPT_VERIFY])
		return verify(c, c->opt[OPT_VERIFY], e);
	if (!c->nargs)
		return fail(e, RC_INVALID, "写得不全：qinqing backup DIR；DIR 是备份目录");
	return c->opt[OPT_LISTED] ? list(c, c->arg[0], e) : make(c, c->arg[0], e);
}

static void complain(void *arg, str line)
{
	struct cli *c = arg;

	buf_printf(&c->out, "%.*s\n", STR_FMT(line));
}

enum rc run_restore(struct cli *c, struct err *e)
{
	struct seal_key k;
	struct backup b;

	TRY(read_secret(c, &k, e));
	TRY(backup_restore(c->a, c->arg[0], &k, c->arg[1], complain, c, &b, e));
	tell(c, &b);
	buf_printf(&c->out, "%s %s\n", tr("恢复好了，全部检查过："), c->arg[1]);
	return RC_OK;
}

enum rc run_drill(struct cli *c, struct err *e)
{
	const char *side = arena_z(c->a, arena_printf(c->a, "%s.side", c->where.data));
	const int64_t second = 1000, tenth = 100;
	struct seal_key k;
	struct backup b;
	int64_t ms;

	TRY(read_secret(c, &k, e));
	TRY(backup_drill(c->a, c->arg[0], &k, side, complain, c, &b, &ms, e));
	tell(c, &b);
	buf_printf(&c->out, "%s %" PRId64 ".%" PRId64 "\n", tr("演练成功，恢复了、全部检查过、又删掉了；秒："), ms / second,
		ms % second / tenth);
	return RC_OK;
}

static void say_number(struct cli *c, const char *what, uint64_t n)
{
	buf_printf(&c->out, "%s %" PRIu64 "\n", what, n);
}

enum rc run_salvage(struct cli *c, struct err *e)
{
	const char *into = c->opt[OPT_INTO];
	struct salvaged out;
	uint64_t bad;

	if (!into)
		return fail(e, RC_INVALID, "写得不全：qinqing salvage DIR --into NEW；NEW 是新的目录");
	TRY(office_salvage(c->a, c->arg[0], c->where.config, into, complain, c, &out, &bad, e));
	buf_printf(&c->out, "%s %s\n", tr("抢救好了，在："), into);
	say_number(c, tr("记录："), out.records);
	say_number(c, tr("其中按日志补回："), out.rebuilt);
	say_number(c, tr("日志："), out.entries);
	if (out.unread)
		say_number(c, tr("磁盘读不出的页，请换一块磁盘："), out.unread);
	if (bad)
		return fail(e, RC_IO, "新的办公室有 %" PRIu64 " 处对不上，逐条列在上面", bad);
	buf_printf(&c->out, "%s\n", tr("数据完好"));
	return out.lost ? fail(e, RC_IO, "丢了或旧了 %" PRIu64 " 处，逐条列在上面，也记在新的日志里；请对照备份和纸质记录补上", out.lost)
			: RC_OK;
}
