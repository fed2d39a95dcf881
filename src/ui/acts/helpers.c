/* helpers.c - 找帮手: from the card of a family, a skill, and those who have it, the nearest first. */
#include "ui/acts/acts.h"

#include "ui/views/list.h"

static void chosen(struct view *v, const struct option *o, size_t n)
{
	const struct screen *s = ui_screen(v->ui, S("helpers"));

	if (n && s)
		ui_push(v->ui, list_open(v->ui, s, v->kind->at(v).family, o->key));
}

static void do_helpers(struct view *v, const struct bind *b)
{
	const struct code_table *t = codebook_find(&session_office(v->ui->s)->codes, S("SKILL"));
	struct option *o = ARENA_ARRAY(&v->ui->event, struct option, t ? t->n : 1);
	size_t n = 0;

	(void)b;
	for (size_t i = 0; t && i < t->n; i++)
		if (!t->item[i].retired)
			o[n++] = (struct option){ .key = t->item[i].key, .text = tr_str(t->item[i].name) };
	choose_open(v, str_of(tr("要会什么的？")), o, n, false, chosen);
}

const struct action helper_acts[] = {
	ACT("helpers", "找帮手", do_helpers, .rows = &family_type),
	{ 0 },
};
