/* setup.c - a new office in a few questions.  The answers become the text that `init --org` reads, so one set of
 * rules judges both; each line is judged as it comes, and nothing is written before the last answer. */
#include "cli/cli.h"

#include "base/str.h"
#include "base/tr.h"
#include "base/file.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "core/founding.h"

#include <errno.h>
#include <unistd.h>

enum move { NEXT, BACK, LEAVE };

struct typed { VEC(str); }; /* lines of YAML */

struct setup {
	struct cli *c;
	str name, area;
	struct typed orgs, workers;
	str roster;
	bool own; /* the office has an office.yaml of its own: what stands there is not asked */
};

/* ---- the text of it ------------------------------------------------------------------------- */

static void put_list(struct buf *b, const char *key, const struct typed *t)
{
	if (t->n)
		buf_printf(b, "%s:\n", key);
	for (size_t i = 0; i < t->n; i++)
		buf_printf(b, "  - %.*s\n", STR_FMT(t->p[i]));
}

static str text_of(const struct setup *s)
{
	struct arena *a = s->c->a;
	struct buf b = { .a = a };

	if (s->name.n)
		buf_printf(&b, "name: %.*s\n", STR_FMT(founding_quoted(a, s->name)));
	if (s->area.n)
		buf_printf(&b, "tel_area: %.*s\n", STR_FMT(founding_quoted(a, s->area)));
	put_list(&b, "orgs", &s->orgs);
	put_list(&b, "workers", &s->workers);
	return buf_view(&b);
}

/* Says what is wrong with what was typed last; all before it was right. */
static enum rc right(struct setup *s, bool *is, struct err *e)
{
	struct draft_office d;

	TRY(init_read(s->c, S("answers"), text_of(s), false, &d, e));
	for (size_t i = 0; i < d.file->nproblems; i++)
		buf_printf(&s->c->out, "  %s%.*s\n", tr("这一行不算："), STR_FMT(d.file->problem[i].msg));
	*is = !d.file->nproblems;
	return RC_OK;
}

/* ---- asking --------------------------------------------------------------------------------- */

/* One line: NEXT with *line, or where the person wants to go. */
static enum move ask(struct setup *s, str *line)
{
	for (;;) {
		*line = cli_ask(s->c, "> ");
		if (!line->p || str_is(*line, "q"))
			return LEAVE;
		if (str_is(*line, "<"))
			return BACK;
		if (utf8_bad(*line) < 0)
			return NEXT;
		buf_printf(&s->c->out, "  %s\n", tr("这一行不算：不是 UTF-8 文字；请把终端编码设为 UTF-8"));
	}
}

static enum rc ask_name(struct setup *s, enum move *go, struct err *e)
{
	str line;

	(void)e;
	buf_printf(&s->c->out, "\n1/5 %s\n", tr("单位的名称，例如：东山区计划生育协会"));
	do
		*go = ask(s, &line);
	while (*go == NEXT && !line.n && !s->name.n);
	if (*go == NEXT && line.n)
		s->name = line;
	return RC_OK;
}

static enum rc ask_area(struct setup *s, enum move *go, struct err *e)
{
	bool is = false;

	buf_printf(&s->c->out, "\n2/5 %s\n", tr("座机的区号，例如 0468：省略区号的号码补上它；没有就直接回车"));
	do {
		str line;

		*go = ask(s, &line);
		if (*go != NEXT)
			return RC_OK;
		s->area = line;
		TRY(right(s, &is, e));
	} while (!is);
	return RC_OK;
}

static enum rc add_line(struct setup *s, struct typed *to, str yaml, str said, struct err *e)
{
	bool is;

	*vec_add(s->c->a, to) = yaml;
	TRY(right(s, &is, e));
	if (is)
		buf_printf(&s->c->out, "  %zu  %.*s\n", to->n, STR_FMT(said));
	else
		to->n--;
	return RC_OK;
}

/* Words between blanks and commas of any kind. */
static size_t words_of(struct setup *s, str line, str *word, size_t most)
{
	char *text = arena_z(s->c->a, line);
	str rest, w;
	size_t n = 0;

	for (const char *comma[] = { ",", "，", "、" }, **k = comma; k < comma + COUNT(comma); k++)
		for (char *at = text; (at = strstr(at, *k));)
			memset(at, ' ', strlen(*k));
	rest = str_of(text);
	while (n < most && str_word(&rest, &w))
		word[n++] = w;
	return n;
}

enum { WORDS_MOST = 12 };

/* 230406001001 繁荣社区 一社区: the code, the name, names it had; the code may stand behind the name. */
static enum rc add_org(struct setup *s, str line, struct err *e)
{
	str word[WORDS_MOST], number = S(""), name = S("");
	size_t n = words_of(s, line, word, WORDS_MOST);
	struct arena *a = s->c->a;
	struct buf alias = { .a = a }, b = { .a = a };

	for (size_t i = 0; i < n; i++) {
		if (!number.n && i < 2 && str_digits(word[i]))
			number = word[i];
		else if (!name.n)
			name = word[i];
		else
			buf_printf(&alias, "%s%.*s", alias.n ? ", " : "", STR_FMT(founding_quoted(a, word[i])));
	}
	if (!number.n || !name.n) {
		buf_printf(&s->c->out, "  %s\n", tr("这一行不算：要写区划代码和名称，例如 230406001001 繁荣社区"));
		return RC_OK;
	}
	buf_printf(&b, "{code: %.*s, name: %.*s", STR_FMT(founding_quoted(a, number)), STR_FMT(founding_quoted(a, name)));
	if (alias.n)
		buf_printf(&b, ", alias: [%.*s]", STR_FMT(buf_view(&alias)));
	buf_char(&b, '}');
	return add_line(s, &s->orgs, buf_view(&b), name, e);
}

/* 周敏 繁荣社区 13800000001 zhoumin worker: in this order, the last two may be left out. */
static enum rc add_worker(struct setup *s, str line, struct err *e)
{
	static const char *const fields[] = { "name", "org", "mobile", "login", "role" };
	str word[WORDS_MOST];
	size_t n = words_of(s, line, word, WORDS_MOST), least = 3;
	struct buf b = { .a = s->c->a };

	if (n < least || n > COUNT(fields)) {
		buf_printf(&s->c->out, "  %s\n", tr("这一行不算：要写 姓名 单位 电话，后面可以写 登录名 角色"));
		return RC_OK;
	}
	for (size_t i = 0; i < n; i++)
		buf_printf(&b, "%s%s: %.*s", i ? ", " : "{", fields[i], STR_FMT(founding_quoted(s->c->a, word[i])));
	buf_char(&b, '}');
	return add_line(s, &s->workers, buf_view(&b), word[0], e);
}

typedef enum rc add_fn(struct setup *, str line, struct err *);

/* @FILE: its lines as if they were typed. */
static enum rc add_file(struct setup *s, str path, add_fn *add, struct err *e)
{
	enum { FILE_MOST = 4 << 20 };
	struct err why = { 0 };
	str text, line;

	if (cli_slurp(s->c->a, arena_z(s->c->a, str_trim(path)), FILE_MOST, &text, &why) != RC_OK || utf8_bad(text) >= 0) {
		buf_printf(&s->c->out, "  %s\n", why.msg[0] ? why.msg : tr("这个文件不是 UTF-8 文字"));
		return RC_OK;
	}
	while (str_cut(&text, '\n', &line))
		if (str_trim(line).n)
			TRY(add(s, str_trim(line), e));
	return RC_OK;
}

/* Lines until an empty one; "-" takes back the last. */
static enum rc ask_lines(struct setup *s, struct typed *to, bool wanted, add_fn *add, enum move *go, struct err *e)
{
	str line;

	for (;;) {
		*go = ask(s, &line);
		if (*go != NEXT || (!line.n && (to->n || !wanted)))
			return RC_OK;
		if (str_is(line, "-") && to->n) {
			to->n--;
			buf_printf(&s->c->out, "  %s%.*s\n", tr("去掉了："), STR_FMT(to->p[to->n]));
		} else if (line.n) {
			TRY(line.p[0] == '@' ? add_file(s, str_from(line, 1), add, e) : add(s, line, e));
		}
	}
}

static enum rc ask_orgs(struct setup *s, enum move *go, struct err *e)
{
	buf_printf(&s->c->out, "\n3/5 %s\n%s\n", tr("区、街道、社区，一行一个：区划代码 名称，以前的名称写在后面。例如 230406001001 繁荣社区 一社区"),
		tr("区6位，街道9位，社区12位（统计用区划代码，补零的也行）；可以从表里粘贴，或写 @文件名。- 去掉上一行，空行写完"));
	s->workers.n = 0; /* they work in what stands here */
	return ask_lines(s, &s->orgs, true, add_org, go, e);
}

static enum rc ask_workers(struct setup *s, enum move *go, struct err *e)
{
	const struct code_table *roles;
	struct draft_office d;

	TRY(init_read(s->c, S("answers"), text_of(s), false, &d, e));
	roles = codebook_find(&d.settings->codes, S("ROLE"));
	buf_printf(&s->c->out, "\n4/5 %s\n%s", tr("工作人员，一行一位：姓名 单位 电话 登录名 角色，例如 周敏 繁荣社区 13800000001 zhoumin worker"),
		tr("登录名给要用本程序的人；角色不写就是社区工作人员："));
	for (size_t i = 0; i < d.settings->nroles; i++)
		buf_printf(&s->c->out, "%s%.*s %.*s", i ? "、" : "", STR_FMT(d.settings->role[i].name),
			STR_FMT(code_name(roles, d.settings->role[i].name)));
	buf_printf(&s->c->out, "\n%s\n", tr("- 去掉上一行，空行写完"));
	return ask_lines(s, &s->workers, false, add_worker, go, e);
}

static enum rc ask_roster(struct setup *s, enum move *go, struct err *e)
{
	str line;

	(void)e;
	buf_printf(&s->c->out, "\n5/5 %s\n", tr("花名册的文件名（CSV），先逐行检查，问过才写；以后再导就直接回车"));
	for (;;) {
		*go = ask(s, &line);
		if (*go != NEXT || !line.n || access(arena_z(s->c->a, line), R_OK) == 0)
			break;
		buf_printf(&s->c->out, tr("  打不开 %.*s：%s\n"), STR_FMT(line), strerror(errno));
	}
	if (*go == NEXT)
		s->roster = line;
	return RC_OK;
}

/* ---- the last answer ------------------------------------------------------------------------ */

static enum rc keep_as_file(struct setup *s, struct err *e)
{
	str name = cli_ask(s->c, tr("存成哪个文件："));
	const char *path = arena_z(s->c->a, name.n ? name : S("office.yaml"));

	if (!file_new(path, text_of(s)))
		return fail(e, RC_INVALID, "什么也没有建，%s 也没有存上：%s", path, strerror(errno));
	return fail(e, RC_INVALID, "还没有建；改好 %s，再运行 qinqing init --org %s", path, path);
}

/* Shows the whole; *made: it has been made. */
static enum rc ask_last(struct setup *s, enum move *go, bool *made, struct err *e)
{
	struct draft_office d;
	str line;

	TRY(init_read(s->c, S("answers"), text_of(s), true, &d, e));
	if (d.file->nproblems)
		return yaml_verdict(d.file, e);
	buf_printf(&s->c->out, "\n%s %s\n%.*s", tr("要建的办公室："), s->c->where.data, STR_FMT(text_of(s)));
	buf_printf(&s->c->out, tr("%zu个单位，%zu位工作人员。"), d.founding->norgs, d.founding->nworkers);
	buf_printf(&s->c->out, "\n%s\n", tr("到现在什么也没有写。y 建立  w 存成文件自己改  < 回上一样  q 不建了"));
	do {
		*go = ask(s, &line);
		if (*go == NEXT && str_is(line, "w"))
			return keep_as_file(s, e);
	} while (*go == NEXT && !str_is(line, "y") && !str_is(line, "是"));
	if (*go != NEXT)
		return RC_OK;
	*made = true;
	return init_found(s->c, &d, e);
}

/* What could not be imported stands in its report and its sheet: the office is there all the same. */
static void import_roster(struct setup *s)
{
	char *arg[] = { arena_z(s->c->a, S("families")), arena_z(s->c->a, s->roster) };
	struct cli *c = s->c;
	struct err e = { 0 };

	if (!s->roster.n)
		return;
	c->arg = arg;
	c->nargs = COUNT(arg);
	if (run_import(c, &e) != RC_OK)
		cli_remark(c, "%s", e.msg);
	c->arg = NULL;
	c->nargs = 0;
	cli_ask(c, tr("按回车继续"));
}

enum rc setup_ask(struct cli *c, struct err *e)
{
	static enum rc (*const question[])(struct setup *, enum move *, struct err *) = {
		ask_name, ask_area, ask_orgs, ask_workers, ask_roster,
	};
	enum { OWN_FIRST = 3 }; /* what comes before stands in an office.yaml of its own */
	struct setup s = { .c = c };
	struct draft_office d;
	size_t at, first;
	bool made = false;

	TRY(init_read(c, S("answers"), S("{}"), false, &d, e));
	s.own = d.own;
	at = first = s.own ? OWN_FIRST : 0;
	buf_printf(&c->out, "%s\n", tr("问五样，最后确认了才写。< 回上一样，q 不建了。"));
	if (s.own)
		buf_printf(&c->out, "%s\n", tr("单位的名称、区号和区划照设置目录里的 office.yaml。"));
	while (!made) {
		enum move go = NEXT;

		TRY(at < COUNT(question) ? question[at](&s, &go, e) : ask_last(&s, &go, &made, e));
		if (go == LEAVE)
			return fail(e, RC_INVALID, "什么也没有建；以后可以运行 qinqing init");
		if (go == NEXT)
			at++;
		else if (at > first)
			at--;
	}
	import_roster(&s);
	return RC_OK;
}
