/* init.c - an office that is not there yet: of a file, by questions, or invented; and how one begins. */
#include "cli/cli.h"

#include "base/data.h"
#include "base/str.h"
#include "base/file.h"
#include "base/tr.h"
#include "base/yaml.h"
#include "core/founding.h"
#include "demo/demo.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- where it comes to lie ------------------------------------------------------------------ */

/* The directories above the data; the data directory itself is the store's to make. */
static enum rc make_parents(struct cli *c, const char *of, struct err *e)
{
	char *path = arena_z(c->a, str_of(of));

	for (char *p = path + 1; *p; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		if (mkdir(path, 0700) != 0 && errno != EEXIST)
			return fail(e, RC_IO, "建不了目录 %s：%s", path, strerror(errno));
		*p = '/';
	}
	return RC_OK;
}

static enum rc may_create(struct cli *c, struct err *e)
{
	if (!*c->where.data)
		return RC_OK; /* is refused when it is opened */
	if (session_exists(c->where.data))
		return fail(e, RC_INVALID, "%s 里已经有一个办公室，没有动它；换一个目录请用 --data DIR",
			c->where.data);
	if (c->where.read_only)
		return fail(e, RC_DENIED, "只读方式下不能新建办公室");
	return RC_OK;
}

static enum rc create(struct cli *c, struct err *e)
{
	TRY(may_create(c, e));
	if (*c->where.data)
		TRY(make_parents(c, c->where.data, e));
	return cli_open(c, true, e);
}

/* ---- an office of a file -------------------------------------------------------------------- */

enum rc init_read(struct cli *c, str name, str text, bool whole, struct draft_office *out, struct err *e)
{
	const char *dir = cli_settings(c);
	struct own_file own;
	struct office *o;

	TRY(office_load(c->a, core_types, dir, &o, e));
	out->own = data_own(c->a, dir, S("config/office.yaml"), &own);
	out->settings = o;
	out->file = yaml_read(c->a, name, text);
	out->founding = founding_read(c->a, o, out->file, out->own, whole);
	return RC_OK;
}

/* Its settings; *made is the file, "" when there are none.  The office is made after them, by them. */
static enum rc write_settings(struct cli *c, const struct founding *f, const char **made, struct err *e)
{
	str text = founding_settings(c->a, f);
	const char *path = arena_z(c->a, arena_printf(c->a, "%s/office.yaml", cli_settings(c)));

	*made = "";
	if (!text.n)
		return RC_OK;
	TRY(make_parents(c, path, e));
	if (!file_new(path, text))
		return fail(e, RC_IO, "%s 写不了：%s", path, strerror(errno));
	*made = path;
	return RC_OK;
}

/* Nothing of it was made: neither is what was made for it. */
static void take_back(struct cli *c, const char *made)
{
	if (!*made)
		return;
	unlink(made);
	rmdir(cli_settings(c)); /* only when there is nothing else in them */
	rmdir(c->where.data);
}

static void say_next(struct cli *c, const struct founding *f)
{
	const char *data = arena_z(c->a, c->opt[OPT_DATA] ? arena_printf(c->a, "--data %s ", c->opt[OPT_DATA]) : S(""));

	buf_printf(&c->out, "%s\n", tr("接下来："));
	buf_printf(&c->out, "  qinqing %simport families %s --dry-run\n", data, tr("花名册.csv"));
	buf_printf(&c->out, "  sudo qinqing --data %s admin setup-ssh\n", c->where.data);
	for (size_t i = 0; i < f->logins.n; i++)
		buf_printf(&c->out, "  qinqing %sadmin key add %.*s %.*s.pub\n", data, STR_FMT(f->logins.p[i]),
			STR_FMT(f->logins.p[i]));
}

enum rc init_found(struct cli *c, const struct draft_office *d, struct err *e)
{
	const char *made = "";
	enum rc rc;

	TRY(may_create(c, e));
	TRY(cli_settings_there(c, e));
	rc = write_settings(c, d->founding, &made, e);
	c->where.founding = d->founding;
	if (rc == RC_OK)
		rc = create(c, e);
	if (rc != RC_OK) {
		take_back(c, made);
		return rc;
	}
	buf_printf(&c->out, tr("已建好办公室：%s，%zu个单位，%zu位工作人员。"), c->where.data, d->founding->norgs,
		d->founding->nworkers);
	buf_char(&c->out, '\n');
	say_next(c, d->founding);
	return RC_OK;
}

enum { FILE_MOST = 4 << 20 };

static enum rc found_by_file(struct cli *c, struct err *e)
{
	struct draft_office d;
	str text;

	TRY(cli_slurp(c->a, c->opt[OPT_ORG], FILE_MOST, &text, e));
	TRY(init_read(c, str_of(c->opt[OPT_ORG]), text, true, &d, e));
	if (d.file->nproblems) {
		buf_str(&c->out, yaml_problems(d.file, c->a));
		return fail(e, RC_INVALID, "什么也没有建：%s 有%zu处不对，逐条列在上面", c->opt[OPT_ORG],
			d.file->nproblems);
	}
	return init_found(c, &d, e);
}

enum rc run_init(struct cli *c, struct err *e)
{
	TRY(may_create(c, e));
	if (c->opt[OPT_ORG])
		return found_by_file(c, e);
	if (cli_is_terminal())
		return setup_ask(c, e);
	TRY(create(c, e));
	buf_printf(&c->out, "%s %s\n", tr("已建好空的办公室："), c->where.data);
	return RC_OK;
}

/* ---- an invented one ------------------------------------------------------------------------ */

enum { DEMO_FAMILIES = 200, DEMO_MOST = 1000000 };

static enum rc fill_demo(struct cli *c, struct err *e)
{
	int64_t families, seed;

	TRY(cli_number(c, OPT_FAMILIES, DEMO_FAMILIES, DEMO_MOST, &families, e));
	TRY(cli_number(c, OPT_SEED, 1, INT64_MAX, &seed, e));
	TRY(create(c, e));
	return demo_fill(c->s, families, (uint64_t)seed, cli_progress, c, e);
}

enum rc run_demo(struct cli *c, struct err *e)
{
	TRY(fill_demo(c, e));
	buf_printf(&c->out, "%s %s\n", tr("演示的办公室建好了，里面的人全是编造的："), c->where.data);
	return RC_OK;
}

/* ---- the first start ------------------------------------------------------------------------ */

/* Nothing is ever made silently: a person at a terminal is asked, a script is told. */
enum rc init_first_start(struct cli *c, struct err *e)
{
	str answer;

	if (!*c->where.data || session_exists(c->where.data) || !cli_is_terminal() || c->where.as)
		return cli_open(c, false, e);
	TRY(may_create(c, e));
	buf_printf(&c->out, "%s %s\n%s\n%s\n%s\n", tr("这里还没有办公室："), c->where.data,
		tr("  1  建一个演示的，里面的人全是编造的，可以随便试"),
		tr("  2  建自己的：问几样，最后确认了才写"), tr("  其他键  离开"));
	answer = cli_ask(c, "> ");
	if (str_is(answer, "1"))
		return fill_demo(c, e);
	if (str_is(answer, "2"))
		return setup_ask(c, e);
	return fail(e, RC_INVALID, "什么也没有建；以后可以运行 qinqing demo 或 qinqing init");
}
