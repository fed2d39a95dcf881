/* access.c - gives and takes SSH keys, says who is in and sends them away. */
#include "core/session.h"

#include "core/read/me.h"
#include "core/read/may.h"
#include "core/read/view.h"
#include "core/work/save.h"
#include "base/file.h"
#include "store/keys.h"
#include "store/present.h"

#include <arpa/inet.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

/* ---- who is in ------------------------------------------------------------------------------ */

/* The key that sshd let in, of the file it tells of (ExposeAuthInfo); "" when it does not. */
static str my_key(struct arena *a)
{
	const char *path = getenv("SSH_USER_AUTH");
	str text = path && *path ? file_read(a, path, 1 << 16) : S(""), line;
	struct err unread = { 0 };
	struct sshkey key;

	while (text.n && str_cut(&text, '\n', &line))
		if (str_starts(line, S("publickey ")) &&
			sshkey_read(a, str_from(line, 10), &key, &unread) == RC_OK)
			return key.print;
	return S("");
}

enum rc session_present(struct session *s, str what, struct err *e)
{
	struct present p = { .login = s->me.login, .from = client_address(s->a), .what = what,
		.key = my_key(s->a), .since = clock_now() };

	if (s->read_only)
		return RC_OK; /* writes nothing, not even that */
	TRY(present_enter(s->data, &p, &s->present, e));
	return session_log(s, S("login"), p.key.n ? arena_printf(s->a, "%.*s %.*s", STR_FMT(what), STR_FMT(p.key))
		: what, NULL, 0, e);
}

enum rc session_end(struct session *s, int64_t number, struct err *e)
{
	struct arena a = { 0 };
	struct present *p;
	enum rc rc;
	size_t n;

	TRY(rights_duty(s, "access", "结束别人的会话", e));
	rc = present_list(&a, s->data, &p, &n, e);
	if (rc == RC_OK)
		rc = present_end(s->data, number, e);
	for (size_t i = 0; rc == RC_OK && i < n; i++)
		if (p[i].pid == number)
			rc = session_log(s, S("config"), arena_printf(&a, "结束会话 %.*s", STR_FMT(p[i].login)), NULL, 0, e);
	arena_free(&a);
	return rc;
}

/* The sessions that came with these keys, or with one that nobody knows. */
static enum rc end_those(struct session *s, struct arena *a, str login, const struct granteds *gone, size_t *ended,
	struct err *e)
{
	struct present *p;
	size_t n;

	TRY(present_list(a, s->data, &p, &n, e));
	for (size_t i = 0; i < n; i++) {
		bool theirs = str_eq(p[i].login, login) && !p[i].key.n;

		for (size_t k = 0; k < gone->n; k++)
			theirs |= p[i].key.n && str_eq(p[i].key, gone->p[k].key.print);
		if (theirs && present_end(s->data, p[i].pid, e) == RC_OK)
			++*ended;
	}
	return RC_OK;
}

/* ---- where a key may come from -------------------------------------------------------------- */

/* sshd refuses a network whose address says more than its length, and with it everybody. */
static bool is_network(const char *text, const char *length)
{
	unsigned char address[16];
	int family = strchr(text, ':') ? AF_INET6 : AF_INET, most = family == AF_INET ? 32 : 128;
	int64_t n = most;

	if (inet_pton(family, text, address) != 1 || (length && !str_int(str_of(length), &n)) || n < 0 || n > most)
		return false;
	for (int bit = (int)n; bit < most; bit++)
		if (address[bit / 8] & 0x80 >> bit % 8)
			return false;
	return true;
}

static enum rc judge_networks(struct arena *a, str all, struct err *e)
{
	str one;

	while (str_cut(&all, ',', &one)) {
		str whole = one, address, length = { 0 };

		str_cut(&one, '/', &address);
		length = one;
		if (!is_network(arena_z(a, address), length.p ? arena_z(a, length) : NULL))
			return fail(e, RC_INVALID, "“%.*s”不是网段；要写成 192.168.1.0/24（地址后面不属于网段的位写 0）或一个地址，"
				"几个之间用逗号", STR_FMT(whole));
	}
	return RC_OK;
}

/* ---- giving and taking keys ----------------------------------------------------------------- */

static enum rc who_has(struct session *s, struct arena *a, str login, struct err *e)
{
	uint64_t id = 0;
	struct worker *w;

	TRY(enter(s, e));
	TRY(leave_with(s, worker_with_login(s, a, login, &id, e), e));
	TRY(enter(s, e));
	w = id ? peek_worker(s, a, id) : NULL;
	TRY(leave_with(s, RC_OK, e));
	if (!w || (w->on_to.day && w->on_to.day < session_today(s).day))
		return fail(e, RC_INVALID, "没有登录名“%.*s”，或者已经离岗；先在工作人员里写上登录名，再加密钥", STR_FMT(login));
	return RC_OK;
}

static enum rc this_program(char out[PATH_MAX], struct err *e)
{
	ssize_t n = readlink("/proc/self/exe", out, PATH_MAX - 1);

	if (n <= 0)
		return fail(e, RC_IO, "不知道程序装在哪里（/proc 没有挂上），写不了强制命令");
	out[n] = 0;
	return RC_OK;
}

static enum rc line_for(struct session *s, struct arena *a, struct granted *g, struct err *e)
{
	char program[PATH_MAX], dir[PATH_MAX];

	TRY(this_program(program, e));
	if (!realpath(s->data, dir))
		return fail(e, RC_IO, "找不到数据目录 %s", s->data);
	return keys_line(a, program, dir, g, &g->line, e);
}

static enum rc put(struct session *s, struct arena *a, struct granteds *all, struct granted *g, struct err *e)
{
	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->p[i].key.blob, g->key.blob)) {
			if (!str_eq(all->p[i].login, g->login))
				return fail(e, RC_INVALID, "这把密钥已经是 %.*s 的了；一把密钥只能是一个人的，请让本人另生成一对",
					STR_FMT(all->p[i].login));
			all->p[i] = *g;
			return keys_write(s->data, all, e);
		}
	*vec_add(a, all) = *g;
	return keys_write(s->data, all, e);
}

enum rc session_key_add(struct session *s, struct arena *a, const struct key_wish *w, struct sshkey *out,
	struct err *e)
{
	struct granted g = { .login = w->login, .until = w->until, .from = w->from, .added = session_today(s) };
	struct granteds all;

	TRY(rights_duty(s, "access", "加密钥", e));
	TRY(who_has(s, a, w->login, e));
	if (w->from.n)
		TRY(judge_networks(a, w->from, e));
	if (w->until.day && w->until.day < session_today(s).day)
		return fail(e, RC_INVALID, "--until 写的日子已经过了");
	TRY(sshkey_read(a, w->pasted, &g.key, e));
	TRY(line_for(s, a, &g, e));
	TRY(keys_read(a, s->data, &all, e));
	TRY(put(s, a, &all, &g, e));
	*out = g.key;
	return session_log(s, S("config"), arena_printf(a, "加密钥 %.*s %.*s", STR_FMT(w->login),
		STR_FMT(g.key.print)), NULL, 0, e);
}

enum rc session_key_remove(struct session *s, str login, str print, size_t *n, size_t *ended, struct err *e)
{
	struct arena a = { 0 };
	struct granteds all, stay = { 0 }, gone = { 0 };
	enum rc rc;

	*n = *ended = 0;
	TRY(rights_duty(s, "access", "去掉密钥", e));
	rc = keys_read(&a, s->data, &all, e);
	for (size_t i = 0; rc == RC_OK && i < all.n; i++) {
		const struct granted *g = &all.p[i];
		bool out = g->login.n && str_eq(g->login, login) && (!print.n || str_eq(g->key.print, print));

		*vec_add(&a, out ? &gone : &stay) = *g;
	}
	if (rc == RC_OK && !gone.n)
		rc = fail(e, RC_NOT_FOUND, "%.*s没有%s密钥", STR_FMT(login), print.n ? "这把" : "");
	if (rc == RC_OK)
		rc = keys_write(s->data, &stay, e);
	*n = gone.n;
	if (rc == RC_OK)
		rc = end_those(s, &a, login, &gone, ended, e);
	for (size_t i = 0; rc == RC_OK && i < gone.n; i++)
		rc = session_log(s, S("config"), arena_printf(&a, "去掉密钥 %.*s %.*s", STR_FMT(login),
			STR_FMT(gone.p[i].key.print)), NULL, 0, e);
	arena_free(&a);
	return rc;
}
