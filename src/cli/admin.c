/* admin.c - who comes in: SSH keys, live sessions, and what sshd must be told. */
#include "cli/print.h"

#include "base/file.h"
#include "base/str.h"
#include "base/tr.h"

#include <errno.h>
#include <limits.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static const char fragment_path[] = "/etc/ssh/sshd_config.d/50-qinqing.conf";

/* ---- keys ----------------------------------------------------------------------------------- */

enum { KEY_MOST = 1 << 16 };

static enum rc list(struct cli *c, const char *name, const char *nothing, struct err *e)
{
	TRY(cli_open(c, false, e));
	return print_list(c, &(struct ask){ .query = query_find(str_of(name)) }, str_of(nothing), e);
}

static enum rc key_list(struct cli *c, struct err *e)
{
	return list(c, "keys", "没有登录名，也没有密钥", e);
}

static enum rc key_add(struct cli *c, struct err *e)
{
	struct key_wish w = { .login = str_of(c->arg[0]), .from = str_of(c->opt[OPT_FROM]) };
	struct sshkey key;

	TRY(cli_open(c, false, e));
	if (c->opt[OPT_UNTIL])
		TRY(date_parse(str_of(c->opt[OPT_UNTIL]), session_today(c->s), &w.until, e));
	TRY(cli_slurp(c->a, c->nargs > 1 ? c->arg[1] : "-", KEY_MOST, &w.pasted, e));
	TRY(session_key_add(c->s, c->a, &w, &key, e));
	buf_printf(&c->out, "%s %.*s %.*s %.*s\n", tr("已加密钥："), STR_FMT(w.login), STR_FMT(key.type),
		STR_FMT(key.print));
	return RC_OK;
}

static enum rc key_remove(struct cli *c, struct err *e)
{
	size_t n, ended;

	TRY(cli_open(c, false, e));
	TRY(session_key_remove(c->s, str_of(c->arg[0]), c->nargs > 1 ? str_of(c->arg[1]) : S(""), &n, &ended, e));
	buf_printf(&c->out, tr("已去掉 %zu 把密钥，结束了 %zu 个在线的会话。"), n, ended);
	buf_char(&c->out, '\n');
	return RC_OK;
}

/* ---- sessions ------------------------------------------------------------------------------- */

static enum rc sessions_list(struct cli *c, struct err *e)
{
	return list(c, "sessions", "现在没有人在线", e);
}

static enum rc session_stop(struct cli *c, struct err *e)
{
	int64_t n;

	TRY(cli_open(c, false, e));
	if (!str_int(str_of(c->arg[0]), &n))
		return fail(e, RC_INVALID, "“%s”不是会话的编号；编号见 qinqing admin sessions", c->arg[0]);
	TRY(session_end(c->s, n, e));
	buf_printf(&c->out, "%s %s\n", tr("已结束会话："), c->arg[0]);
	return RC_OK;
}

/* ---- sshd ----------------------------------------------------------------------------------- */

static str fragment(struct cli *c, const char *account, const char *dir)
{
	return arena_printf(c->a,
		"# qinqing: what sshd lets the shared account do (written by qinqing admin setup-ssh)\n"
		"Match User %s\n"
		"    AuthorizedKeysFile %s/authorized_keys\n"
		"    AuthenticationMethods publickey\n"
		"    DisableForwarding yes\n"
		"    PermitUserRC no\n"
		"    PermitTTY yes\n"
		"    ExposeAuthInfo yes\n"
		"    MaxSessions 1\n"
		"    ClientAliveInterval 30\n"
		"    ClientAliveCountMax 4\n", account, dir);
}

/* A new file in its place, or the old one. */
static enum rc write_fragment(struct cli *c, str text, struct err *e)
{
	const char *temp = arena_z(c->a, arena_printf(c->a, "%s.new", fragment_path));

	if (!file_put(fragment_path, temp, text, 0644, true))
		return fail(e, errno == EACCES || errno == EPERM ? RC_DENIED : RC_IO,
			"%s 写不了：%s；请用 root 运行，或用 --print 打印出来自己放进去", fragment_path, strerror(errno));
	return RC_OK;
}

static void say_checks(struct cli *c, const char *account, const char *shell)
{
	const char *base = strrchr(shell, '/');

	buf_printf(&c->out, "%s\n", tr("检查并生效（root）："));
	buf_printf(&c->out, "  sshd -t\n  sshd -T -C user=%s,host=x,addr=127.0.0.1 | grep -E 'authorizedkeysfile|disableforwarding'\n"
		"  systemctl reload ssh\n  ssh %s@localhost today\n", account, account);
	buf_printf(&c->out, "%s\n", tr("这个账号以后只能用 qinqing admin key add 加的密钥进来，只能打开本程序。"));
	if (strcmp(base ? base + 1 : shell, "sh") == 0 || strcmp(base ? base + 1 : shell, "dash") == 0)
		return;
	buf_printf(&c->out, tr("账号的外壳是 %s：它会先读自己的启动文件；请改成 /bin/sh（chsh -s /bin/sh %s）。"), shell,
		account);
	buf_char(&c->out, '\n');
}

static enum rc setup_ssh(struct cli *c, struct err *e)
{
	char dir[PATH_MAX];
	struct passwd *who;
	struct stat st;
	str text;

	if (!session_exists(c->where.data) || !realpath(c->where.data, dir) || stat(dir, &st) != 0)
		return fail(e, RC_INVALID, "%s 里还没有办公室；先用共用的账号运行 qinqing init，再用 --data 写明它在哪里",
			c->where.data);
	who = getpwuid(st.st_uid);
	if (!who)
		return fail(e, RC_INVALID, "%s 的主人（uid %u）不是本机的账号", dir, (unsigned)st.st_uid);
	if (strpbrk(dir, " \t\"'%"))
		return fail(e, RC_INVALID, "%s 里有空格、引号或百分号，写不进 sshd 的设置；请换一个目录", dir);
	text = fragment(c, who->pw_name, dir);
	if (c->opt[OPT_PRINT]) {
		buf_str(&c->out, text);
		return RC_OK;
	}
	TRY(write_fragment(c, text, e));
	buf_printf(&c->out, "%s %s\n", tr("已写好"), fragment_path);
	say_checks(c, who->pw_name, who->pw_shell);
	return RC_OK;
}

/* ---- the command ---------------------------------------------------------------------------- */

static const struct act {
	const char *word, *verb, *args;
	size_t least, most;
	enum rc (*run)(struct cli *, struct err *);
} acts[] = {
	{ "key", "add", "LOGIN [FILE|-] [--until DATE] [--from NET]", 1, 2, key_add },
	{ "key", "list", "", 0, 0, key_list },
	{ "key", "remove", "LOGIN [FINGERPRINT]", 1, 2, key_remove },
	{ "sessions", NULL, "", 0, 0, sessions_list },
	{ "end", NULL, "NUMBER", 1, 1, session_stop },
	{ "setup-ssh", NULL, "[--print]", 0, 0, setup_ssh },
	{ "drill", NULL, "DIR --key FILE", 1, 1, run_drill },
};

static const struct act *act_of(struct cli *c, size_t *words)
{
	for (size_t i = 0; i < COUNT(acts); i++) {
		*words = acts[i].verb ? 2 : 1;
		if (c->nargs >= *words && strcmp(c->arg[0], acts[i].word) == 0 &&
			(!acts[i].verb || strcmp(c->arg[1], acts[i].verb) == 0))
			return &acts[i];
	}
	return NULL;
}

enum rc run_admin(struct cli *c, struct err *e)
{
	struct buf b = { .a = c->a };
	size_t words;
	const struct act *act = act_of(c, &words);

	for (size_t i = 0; i < COUNT(acts); i++)
		buf_printf(&b, "%s%s%s%s", b.n ? "、" : "", acts[i].word, acts[i].verb ? " " : "",
			acts[i].verb ? acts[i].verb : "");
	if (!act)
		return fail(e, RC_INVALID, "没有“admin %.*s”；有 %.*s", STR_FMT(cli_words(c, 0)), STR_FMT(buf_view(&b)));
	c->arg += words;
	c->nargs -= words;
	if (c->nargs < act->least || c->nargs > act->most)
		return fail(e, RC_INVALID, "要写成 qinqing admin %s%s%s %s", act->word, act->verb ? " " : "",
			act->verb ? act->verb : "", act->args);
	return act->run(c, e);
}
