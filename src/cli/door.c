/* door.c - the forced command of sshd: what one word from outside may ask for (SSH_ORIGINAL_COMMAND).
 *
 * The words are those commands whose row says so, with their own options, never the general ones: where the
 * data lie and who asks stand in the file of keys.  No shell reads the line, and none of its characters means
 * anything; what only a shell would want is refused, so that it is seen in the log.  Without a word: the
 * screens, or, where there is no terminal, what is to be done today. */
#include "base/harden.h"
#include "cli/cli.h"

#include "base/str.h"
#include "base/utf8.h"
#include "ui/ui.h"

#include <stdlib.h>

enum { WORDS_MOST = 64, LINE_MOST = 2000, LOGGED_MOST = 120 };

static bool is_plain(str line)
{
	for (uint32_t i = 0; i < line.n; i++)
		if ((unsigned char)line.p[i] < ' ' || line.p[i] == 127 || strchr(";|&$`\\\"'(){}", line.p[i]))
			return false;
	return line.n <= LINE_MOST && utf8_bad(line) < 0;
}

static enum rc words_of(struct cli *c, str line, char *argv[WORDS_MOST + 2], int *argc, struct err *e)
{
	str rest = line, word;

	if (!is_plain(line))
		return fail(e, RC_DENIED, "里面有这里不认的字符");
	*argc = 0;
	argv[(*argc)++] = arena_z(c->a, S("qinqing"));
	while (str_word(&rest, &word)) {
		if (*argc > WORDS_MOST || word.p[0] == '<' || word.p[0] == '>')
			return fail(e, RC_DENIED, "里面有这里不认的词");
		argv[(*argc)++] = arena_z(c->a, word);
	}
	argv[*argc] = NULL;
	return RC_OK;
}

static str heard_words(struct cli *c)
{
	struct buf b = { .a = c->a };

	for (const struct command *d = commands; d->name; d++)
		if (d->need >= OUTSIDE)
			buf_printf(&b, "%s%s", b.n ? "、" : "", d->name);
	return buf_view(&b);
}

/* What was asked for is written down as far as it is text. */
static enum rc refuse(struct cli *c, str line, struct err *e)
{
	str said = utf8_bad(line) < 0 ? safe_text(c->a, line, false) : S("（不是文字）");
	struct err log = { 0 };

	c->status = EXIT_UNHEARD;
	if (utf8_count(said) > LOGGED_MOST)
		said = utf8_fit(c->a, said, LOGGED_MOST);
	if (session_log(c->s, S("denied"), said, NULL, 0, &log) != RC_OK)
		cli_remark(c, "%s", log.msg);
	return fail(e, RC_DENIED, "“%.*s”没有做，已记入日志：%s。从这里只能用 %.*s",
		STR_FMT(utf8_fit(c->a, said, 60)), arena_z(c->a, str_of(e->msg)), STR_FMT(heard_words(c)));
}

enum rc run_door(struct cli *c, struct err *e)
{
	str line = str_trim(str_of(getenv("SSH_ORIGINAL_COMMAND")));
	char *argv[WORDS_MOST + 2];
	int argc = 0;

	if (!session_me(c->s)->worker)
		return fail(e, RC_INVALID, "door 是 sshd 的强制命令，要和 --as 登录名 一起用；用 qinqing admin key add 写密钥");
	unsetenv("LOCPATH"); /* nobody brings a locale along */
	harden_confine(c->where.data, c->where.config);
	if (!line.n) {
		TRY(session_present(c->s, ui_can_run() ? S("画面") : S("today"), e));
		return ui_can_run() ? ui_run(c->s, e) : run_today(c, e);
	}
	if (words_of(c, line, argv, &argc, e) != RC_OK || cli_hear(c, argc, argv, e) != RC_OK)
		return refuse(c, line, e);
	TRY(session_present(c->s, str_of(c->command->name), e));
	return c->command->run(c, e);
}
