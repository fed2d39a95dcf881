/* keys.c - reads and writes the lines of authorized_keys that are ours. */
#include "store/keys.h"

#include "base/buf.h"
#include "base/str.h"
#include "base/file.h"

#include <errno.h>

enum { FILE_MOST = 4 << 20 };

static const char name[] = "authorized_keys";

/* ---- writing -------------------------------------------------------------------------------- */

static bool quotable(str s)
{
	for (uint32_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ' || s.p[i] == '\'' || s.p[i] == '"' || s.p[i] == '\\' || s.p[i] == 127)
			return false;
	return s.n > 0;
}

enum rc keys_line(struct arena *a, const char *program, const char *dir, const struct granted *g, str *line,
	struct err *e)
{
	struct buf b = { .a = a };

	if (!quotable(str_of(program)) || !quotable(str_of(dir)) || !quotable(g->login))
		return fail(e, RC_INVALID, "%s、%s 或登录名 %.*s 里有引号、反斜杠或控制符，写不进强制命令；请换一个名字",
			program, dir, STR_FMT(g->login));
	buf_printf(&b, "restrict,pty,command=\"exec '%s' --data '%s' --as '%.*s' door\"", program, dir,
		STR_FMT(g->login));
	if (g->until.day) { /* sshd shuts at the beginning of the day it is told */
		struct ymd d = date_ymd((date){ g->until.day + 1 });

		buf_printf(&b, ",expiry-time=\"%04d%02d%02d\"", d.y, d.m, d.d);
	}
	if (g->from.n)
		buf_printf(&b, ",from=\"%.*s\"", STR_FMT(g->from));
	buf_printf(&b, " %.*s %.*s %.*s %.*s", STR_FMT(g->key.type), STR_FMT(g->key.blob),
		STR_FMT(date_text(a, g->added)), STR_FMT(g->key.comment));
	*line = str_trim(buf_view(&b));
	return RC_OK;
}

enum rc keys_write(const char *dir, const struct granteds *all, struct err *e)
{
	struct arena a = { 0 };
	struct buf b = { .a = &a };
	const char *path = arena_z(&a, arena_printf(&a, "%s/%s", dir, name));
	bool good;

	for (size_t i = 0; i < all->n; i++)
		buf_printf(&b, "%.*s\n", STR_FMT(all->p[i].line));
	good = file_put(path, arena_z(&a, arena_printf(&a, "%s.new", path)), b.n ? buf_view(&b) : S(""), 0600, true);
	if (!good)
		fail(e, RC_IO, "%s 没有写上：%s；密钥和以前一样", path, strerror(errno));
	arena_free(&a);
	return good ? RC_OK : e->rc;
}

/* ---- reading -------------------------------------------------------------------------------- */

/* What stands behind `before` up to `end`; "" when it is not there. */
static str between(str line, const char *before, char end)
{
	int at = str_find(line, str_of(before));
	str rest, out;

	if (at < 0)
		return S("");
	rest = str_from(line, (uint32_t)at + (uint32_t)strlen(before));
	return str_cut(&rest, end, &out) ? out : S("");
}

/* The blank that ends the options: the first that is not quoted. */
static uint32_t options_end(str line)
{
	bool quoted = false;
	uint32_t i = 0;

	for (; i < line.n && (quoted || line.p[i] != ' '); i++)
		quoted ^= line.p[i] == '"';
	return i;
}

static void read_until(str digits, date *out)
{
	int64_t n;

	if (digits.n == 8 && str_int(digits, &n))
		out->day = date_of((int)(n / 10000), (int)(n / 100 % 100), (int)(n % 100)).day - 1;
}

/* A line of ours, or one with no login. */
static struct granted read_line(struct arena *a, str line)
{
	struct granted g = { .line = line };
	uint32_t end = options_end(line);
	str options = str_sub(line, 0, end), rest, word;
	struct err unread = { 0 };

	if (!str_starts(options, S("restrict,pty,command=\"exec '")) || !str_has(options, S("' door\"")) ||
		sshkey_read(a, str_trim(str_from(line, end)), &g.key, &unread) != RC_OK)
		return g;
	g.login = between(options, " --as '", '\'');
	g.from = between(options, ",from=\"", '"');
	read_until(between(options, ",expiry-time=\"", '"'), &g.until);
	rest = g.key.comment;
	if (str_word(&rest, &word) && date_reads(word, (date){ 0 }, &g.added))
		g.key.comment = str_trim(rest);
	return g;
}

enum rc keys_read(struct arena *a, const char *dir, struct granteds *out, struct err *e)
{
	const char *path = arena_z(a, arena_printf(a, "%s/%s", dir, name));
	str text = file_read(a, path, FILE_MOST), line;

	*out = (struct granteds){ 0 };
	if (!text.p)
		return errno == ENOENT ? RC_OK : fail(e, RC_IO, "读不了 %s：%s；请检查权限", path, strerror(errno));
	while (str_cut(&text, '\n', &line))
		if (str_trim(line).n)
			*vec_add(a, out) = read_line(a, line);
	return RC_OK;
}
