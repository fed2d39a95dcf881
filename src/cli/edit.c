/* edit.c - the commands that write one record: new, set, void, undo. */
#include "cli/print.h"

#include "base/str.h"
#include "base/tr.h"
#include "core/records/types.h"

#include <inttypes.h>

/* ---- field=value ---------------------------------------------------------------------------- */

struct target { const struct rec_type *type; struct rec *rec; };

static enum rc unknown_field(const struct rec_type *t, str name, struct err *e)
{
	const char *near = str_nearest(name, &t->fields->name, t->nfields, sizeof *t->fields);

	if (near)
		return fail(e, RC_INVALID, "%s没有字段“%.*s”，是不是 %s？", tr(t->label),
			STR_FMT(name), near);
	return fail(e, RC_INVALID, "%s没有字段“%.*s”；全部字段见 qinqing help new", tr(t->label),
		STR_FMT(name));
}

static enum rc cut(str arg, str *name, str *value, struct err *e)
{
	str rest = arg;

	if (!str_has(arg, S("=")) || !str_cut(&rest, '=', name) || !name->n)
		return fail(e, RC_INVALID, "“%.*s”要写成 field=value", STR_FMT(arg));
	*value = rest;
	return RC_OK;
}

static enum rc assign(struct cli *c, const struct target *to, str name, str value, struct err *e)
{
	const struct field *f = type_field(to->type, name);
	val v;

	if (!f || f->kind == K_BYTES)
		return unknown_field(to->type, name, e);
	if (f->flags & F_COMPUTED)
		return fail_at(e, f->name, "“%s”由程序填，不能自己写", tr(f->label));
	TRY(val_parse(session_lex(c->s), c->a, f, value, &v, e));
	field_set(f, to->rec, v);
	return RC_OK;
}

static enum rc assign_all(struct cli *c, const struct target *to, struct err *e)
{
	for (size_t i = 1; i < c->nargs; i++) {
		str name, value;

		TRY(cut(str_of(c->arg[i]), &name, &value, e));
		TRY(assign(c, to, name, value, e));
	}
	return RC_OK;
}

static enum rc warn(struct cli *c, const struct rec_type *t, const struct rec *base,
	const struct rec *rec, struct err *e)
{
	struct warning *w;
	size_t n;

	TRY(session_warnings(c->s, c->a, t, base, rec, &w, &n, e));
	for (size_t i = 0; i < n; i++)
		cli_remark(c, "%s%.*s", tr("注意："), STR_FMT(w[i].text));
	return RC_OK;
}

static str why(const struct cli *c)
{
	return c->opt[OPT_WHY] ? str_of(c->opt[OPT_WHY]) : S("");
}

static enum rc say_saved(struct cli *c, const struct save *s, struct err *e)
{
	struct rec *r;

	if (!c->opt[OPT_JSON]) {
		buf_printf(&c->out, "%s:%" PRIu64 "\n", s->type->name, s->id);
		return RC_OK;
	}
	TRY(session_get(c->s, c->a, s->type, s->id, &r, e));
	TRY(print_json(c, s->type, r, e));
	buf_char(&c->out, '\n');
	return RC_OK;
}

/* ---- new ------------------------------------------------------------------------------------ */

/* A family comes with its head: head.FIELD, and name for short. */
static bool is_head(str *name)
{
	if (str_starts(*name, S("head."))) {
		*name = str_from(*name, 5);
		return true;
	}
	return str_is(*name, "name");
}

static enum rc new_family(struct cli *c, const struct rec_type *t, struct err *e)
{
	const struct rec_type *person = office_type(session_office(c->s), S("person"));
	struct target family = { .type = t }, head = { .type = person };
	struct save saves[2] = { 0 };
	bool told = false;

	TRY(session_new(c->s, c->a, t, 0, &family.rec, e));
	TRY(session_new(c->s, c->a, person, 0, &head.rec, e));
	TRY(assign(c, &head, S("relation"), S("户主"), e));
	for (size_t i = 1; i < c->nargs; i++) {
		str name, value;
		bool of_head;

		TRY(cut(str_of(c->arg[i]), &name, &value, e));
		of_head = is_head(&name);
		told |= of_head;
		TRY(assign(c, of_head ? &head : &family, name, value, e));
	}
	if (told)
		TRY(warn(c, person, NULL, head.rec, e));
	saves[0] = (struct save){ .type = t, .rec = family.rec };
	saves[1] = (struct save){ .type = person, .rec = head.rec };
	TRY(session_save(c->s, c->a, why(c), saves, told ? 2 : 1, e));
	return say_saved(c, &saves[0], e);
}

/* What belongs to a family starts from it: the family is read before the other fields. */
static enum rc owner_of(struct cli *c, const struct rec_type *t, uint64_t *about, struct err *e)
{
	*about = 0;
	for (size_t i = 1; t->owner && *t->owner && i < c->nargs; i++) {
		str name, value;
		val v;

		TRY(cut(str_of(c->arg[i]), &name, &value, e));
		if (!str_is(name, t->owner))
			continue;
		TRY(val_parse(session_lex(c->s), c->a, type_field(t, name), value, &v, e));
		*about = (uint64_t)v.n;
	}
	return RC_OK;
}

enum rc run_new(struct cli *c, struct err *e)
{
	struct target to = { 0 };
	struct save save;
	uint64_t about;

	TRY(cli_type(c, str_of(c->arg[0]), &to.type, e));
	if (strcmp(to.type->name, family_type.name) == 0)
		return new_family(c, to.type, e);
	TRY(owner_of(c, to.type, &about, e));
	TRY(session_new(c->s, c->a, to.type, about, &to.rec, e));
	TRY(assign_all(c, &to, e));
	TRY(warn(c, to.type, NULL, to.rec, e));
	save = (struct save){ .type = to.type, .rec = to.rec };
	TRY(session_save(c->s, c->a, why(c), &save, 1, e));
	return say_saved(c, &save, e);
}

/* ---- set ------------------------------------------------------------------------------------ */

static void print_changes(struct cli *c, const struct rec_type *t, const struct rec *was,
	const struct rec *is)
{
	struct change *ch = ARENA_ARRAY(c->a, struct change, t->nfields);
	const struct lex *lex = session_lex(c->s);
	size_t n = rec_diff(t, was, is, ch);

	for (size_t i = 0; i < n; i++) {
		print_past(c, &(struct past){ .field = ch[i].field,
			.was = val_text(lex, c->a, ch[i].field, ch[i].was),
			.is = val_text(lex, c->a, ch[i].field, ch[i].is) });
		buf_char(&c->out, '\n');
	}
	if (!n)
		buf_printf(&c->out, "%s\n", tr("没有变化"));
}

enum rc run_set(struct cli *c, struct err *e)
{
	struct target to = { 0 };
	struct rec *base;
	struct save save;
	uint64_t id;

	TRY(cli_ref(c, str_of(c->arg[0]), &to.type, &id, e));
	TRY(session_get(c->s, c->a, to.type, id, &base, e));
	to.rec = rec_dup(c->a, to.type, base);
	TRY(assign_all(c, &to, e));
	TRY(warn(c, to.type, base, to.rec, e));
	save = (struct save){ .type = to.type, .base = base, .rec = to.rec };
	TRY(session_save(c->s, c->a, why(c), &save, 1, e));
	if (save.merged)
		cli_remark(c, "%s", tr("别人同时改了别的栏，两边的修改都保留了"));
	if (c->opt[OPT_JSON]) {
		save.id = id;
		return say_saved(c, &save, e);
	}
	print_changes(c, to.type, base, to.rec);
	return RC_OK;
}

enum rc run_void(struct cli *c, struct err *e)
{
	const struct rec_type *t;
	struct rec *base, *gone;
	uint64_t id;

	if (!c->opt[OPT_WHY])
		return fail(e, RC_INVALID, "作废要写明原因：qinqing void %s --why TEXT", c->arg[0]);
	TRY(cli_ref(c, str_of(c->arg[0]), &t, &id, e));
	TRY(session_get(c->s, c->a, t, id, &base, e));
	gone = rec_dup(c->a, t, base);
	gone->void_why = why(c);
	TRY(warn(c, t, base, gone, e));
	TRY(session_void(c->s, t, id, why(c), e));
	buf_printf(&c->out, "%s %s:%" PRIu64 "\n", tr("已作废"), t->name, id);
	return RC_OK;
}

/* ---- undo ----------------------------------------------------------------------------------- */

enum { UNDO_SHOWN = 30 };

enum rc run_undo(struct cli *c, struct err *e)
{
	struct undo u;

	TRY(session_undo_peek(c->s, c->a, &u, e));
	buf_printf(&c->out, "%s%.*s\n", tr("要撤销的："), STR_FMT(u.title));
	for (size_t i = 0; i < u.n && i < UNDO_SHOWN; i++) {
		buf_str(&c->out, S("  "));
		print_past(c, &u.past[i]);
		buf_char(&c->out, '\n');
	}
	if (u.n > UNDO_SHOWN)
		buf_printf(&c->out, tr("  还有 %zu 项\n"), u.n - UNDO_SHOWN);
	if (!c->opt[OPT_YES]) {
		if (!cli_is_terminal())
			return fail(e, RC_INVALID, "没有撤销：这里没有终端可以确认；加 --yes 再运行一次");
		if (!cli_confirm(c, tr("确定撤销吗？[y/N] ")))
			return fail(e, RC_INVALID, "没有撤销");
	}
	TRY(session_undo(c->s, u.commit, e));
	buf_printf(&c->out, "%s\n", tr("已撤销"));
	return RC_OK;
}
