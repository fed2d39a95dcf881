/* form_value.c - one field being filled in: text, a choice by one key, a name, a date. */
#include "ui/views/form.h"

#include "base/utf8.h"
#include "ui/views/fill.h"
#include "ui/views/phrases.h"

/* ---- what kind of field --------------------------------------------------------------------- */

/* 是/否 is a choice like any other. */
static struct code_item yes_no_items[] = {
	{ .key = { "1", 1 }, .name = { "是", 3 } },
	{ .key = { "2", 1 }, .name = { "否", 3 } },
};
static const struct code_table yes_no = { .item = yes_no_items, .n = 2 };

const struct code_table *slot_table(const struct form *f, const struct slot *s)
{
	if (s->in.field->kind == K_FLAG)
		return &yes_no;
	if (s->in.field->kind != K_CODE && s->in.field->kind != K_CODES)
		return NULL;
	return codebook_find(&session_office(f->v.ui->s)->codes, str_of(s->in.field->of));
}

bool slot_is_choice(const struct slot *s)
{
	int k = s->in.field->kind;

	return k == K_CODE || k == K_CODES || k == K_FLAG;
}

val slot_val(const struct form *f, const struct slot *s)
{
	return field_get(s->in.field, f->rec[s->in.rec]);
}

str slot_text(struct form *f, struct arena *a, const struct slot *s)
{
	if (s->error.n)
		return s->raw;
	return val_text(session_lex(f->v.ui->s), a, s->in.field, slot_val(f, s));
}

/* What is not known yet stands in no field's way. */
static bool holds(const struct form *f, const struct slot *s)
{
	for (size_t i = 0; i < s->in.nwhen; i++) {
		const struct premise *c = &s->in.when[i];
		val v = field_get(c->field, f->rec[s->in.rec]);

		if (v.set && !code_is(code_find(codebook_find(&session_office(f->v.ui->s)->codes,
			str_of(c->field->of)), v.s), arena_z(&f->v.ui->event, c->attr)))
			return false;
	}
	return true;
}

bool slot_asked(const struct form *f, const struct slot *s)
{
	return slot_val(f, s).set || s->error.n || s == &f->slot[f->at] || holds(f, s);
}

static bool depends(const struct slot *s, const struct slot *on)
{
	for (size_t i = 0; i < s->in.nwhen; i++)
		if (s->in.rec == on->in.rec && s->in.when[i].field == on->in.field)
			return true;
	return false;
}

/* What was answered before it turned out, by this field, that nobody could be asked is taken back. */
static void take_back(struct form *f, const struct slot *by)
{
	for (size_t i = 0; i < f->n; i++) {
		struct slot *s = &f->slot[i];

		if (!depends(s, by) || holds(f, s))
			continue;
		field_set(s->in.field, f->rec[s->in.rec], field_get(s->in.field, f->start[s->in.rec]));
		s->error = S("");
	}
}

void slot_set(struct form *f, struct slot *s, val v)
{
	if (v.s.n)
		v.s = arena_str(&f->v.a, v.s);
	field_set(s->in.field, f->rec[s->in.rec], v);
	s->error = S("");
	take_back(f, s);
	f->warned = false;
	f->draft_due = true;
	fill_from(&f->v.a, session_lex(f->v.ui->s), f->type[s->in.rec], s->in.field, f->rec[s->in.rec]);
}

static str chosen_keys(const struct form *f, const struct slot *s)
{
	val v = slot_val(f, s);

	if (s->in.field->kind == K_FLAG)
		return v.n == FLAG_YES ? S("1") : v.n == FLAG_NO ? S("2") : S("");
	return v.s;
}

/* May this person give the field another value?  Says it when not. */
static bool may_set(struct form *f, const struct slot *s)
{
	uint8_t k = s->in.rec;
	struct err e = { 0 };

	if (session_may_set(f->v.ui->s, f->type[k], f->start[k], f->rec[k], s->in.field, &e) == RC_OK)
		return true;
	ui_fail(f->v.ui, &e);
	return false;
}

struct picks value_offers(const struct form *f, struct arena *a)
{
	const struct slot *s = &f->slot[f->at];
	const struct code_table *t = slot_table(f, s);

	return t ? pick_offer(a, t, chosen_keys(f, s), edit_text(&f->line)) : (struct picks){ 0 };
}

/* ---- coming and going ----------------------------------------------------------------------- */

void value_enter(struct form *f)
{
	struct slot *s = &f->slot[f->at];
	bool lines = s->in.field->kind == K_NOTE || s->in.field->kind == K_TEXTS;

	f->fresh = true;
	edit_init(&f->line, &f->v.a, slot_is_choice(s) && !s->error.n ? S("") : slot_text(f, &f->v.ui->event, s), lines,
		s->in.field->max);
}

static val item_val(const struct slot *s, const struct code_item *item)
{
	if (s->in.field->kind == K_FLAG)
		return (val){ true, str_is(item->key, "1") ? FLAG_YES : FLAG_NO, { 0 } };
	return (val){ true, 0, item->key };
}

/* The text stands for the value; a blank one for none, and one that can mean a single choice for that. */
bool value_leave(struct form *f)
{
	struct slot *s = &f->slot[f->at];
	str typed = str_trim(edit_text(&f->line));
	struct picks meant;
	struct err e = { 0 };
	val v;

	if (f->fresh)
		return s->error.n == 0;
	f->fresh = true;
	if (slot_is_choice(s) && typed.n == 0)
		return true;
	meant = value_offers(f, &f->v.ui->event);
	if (meant.n == 1) {
		slot_set(f, s, item_val(s, meant.item[0]));
		return true;
	}
	if (val_parse(session_lex(f->v.ui->s), &f->v.a, s->in.field, typed, &v, &e) != RC_OK) {
		s->raw = arena_str(&f->v.a, typed);
		s->error = arena_str(&f->v.a, str_of(e.msg));
		return false;
	}
	slot_set(f, s, v);
	return true;
}

/* ---- keys ----------------------------------------------------------------------------------- */

static void picked(struct form *f, const struct code_item *item)
{
	struct slot *s = &f->slot[f->at];

	edit_set(&f->line, S(""));
	f->fresh = true;
	if (s->in.field->kind == K_CODES) { /* several may be meant */
		str keys = pick_toggle(&f->v.a, slot_table(f, s), slot_val(f, s).s, item->key);

		slot_set(f, s, (val){ keys.n > 0, 0, keys });
		return;
	}
	slot_set(f, s, item_val(s, item));
	if (f->quick)
		form_quick_next(f);
	else
		form_step(f, 1);
}

static bool choice_key(struct form *f, uint32_t key)
{
	struct slot *s = &f->slot[f->at];
	struct picks offers = value_offers(f, &f->v.ui->event);
	const struct code_item *item = pick_by_key(&offers, key_plain(key));
	bool empty = f->line.n == 0;

	key = key_plain(key);
	if (empty && s->in.field->kind == K_FLAG && (key == 'y' || key == 'n'))
		item = &yes_no_items[key == 'n'];
	if (item) {
		picked(f, item);
		return true;
	}
	if (key == K_BS && empty) {
		slot_set(f, s, (val){ 0 });
		return true;
	}
	/* Letters and characters narrow by name; the rest is for the bindings. */
	if (empty && !(key_is_text(key) && (key > 127 || ((key | 32) >= 'a' && (key | 32) <= 'z'))))
		return false;
	if (!edit_key(&f->line, key, 40))
		return false;
	f->fresh = f->line.n == 0;
	f->quick = false;
	return true;
}

static bool typing(uint32_t key)
{
	return key_is_text(key) || key == K_BS || key == K_DEL || key == 8 || key == 4 || key == 11 ||
	       key == 21 || key == 23;
}

bool value_key(struct form *f, uint32_t key)
{
	struct slot *s = &f->slot[f->at];
	int kind = s->in.field->kind, width = f->v.box.cols - FORM_LABEL - 1;

	if (s->in.field->flags & F_COMPUTED)
		return key_is_text(key);
	if (f->fresh && typing(key) && !may_set(f, s))
		return true;
	if (slot_is_choice(s))
		return choice_key(f, key);
	if (key == K_ENTER && f->line.lines) {
		edit_insert(&f->line, S("\n"));
		f->fresh = false;
		f->draft_due = true;
		return true;
	}
	/* A name is replaced, not mended. */
	if (f->fresh && (kind == K_REF || kind == K_REFS) && key_is_text(key))
		edit_set(&f->line, S(""));
	if (!edit_key(&f->line, key, width > 4 ? width : 4))
		return false;
	if (typing(key)) {
		f->fresh = false;
		f->draft_due = true;
		s->error = S("");
	}
	return true;
}

void value_paste(struct form *f, str text)
{
	struct slot *s = &f->slot[f->at];

	if (s->in.field->flags & F_COMPUTED || (f->fresh && !may_set(f, s)))
		return;
	f->quick = false;
	if (!edit_insert(&f->line, text))
		ui_say(f->v.ui, INK_ERROR, tr("“%s”最多%d个字，多出的没有收下"), tr(s->in.field->label),
			(int)s->in.field->max);
	f->fresh = false;
	f->draft_due = true;
}

/* ---- out of a list -------------------------------------------------------------------------- */

static void codes_chosen(struct view *v, const struct option *o, size_t n)
{
	struct form *f = (struct form *)v;
	struct slot *s = &f->slot[f->at];
	struct buf b = { .a = &f->v.a };

	if (s->in.field->kind == K_FLAG) {
		slot_set(f, s, (val){ true, str_is(o->key, "1") ? FLAG_YES : FLAG_NO, { 0 } });
	} else {
		for (size_t i = 0; i < n; i++)
			buf_printf(&b, "%s%.*s", i ? " " : "", STR_FMT(o[i].key));
		slot_set(f, s, (val){ n > 0, 0, buf_view(&b) });
	}
	value_enter(f);
	if (s->in.field->kind != K_CODES)
		form_step(f, 1);
}

static void refs_chosen(struct view *v, const struct option *o, size_t n)
{
	struct form *f = (struct form *)v;
	struct slot *s = &f->slot[f->at];
	struct buf b = { .a = &f->v.a };

	if (s->in.field->kind == K_REF) {
		slot_set(f, s, (val){ o->id != 0, (int64_t)o->id, { 0 } });
	} else {
		for (size_t i = 0; i < n; i++)
			buf_printf(&b, "%s%llu", i ? " " : "", (unsigned long long)o[i].id);
		slot_set(f, s, (val){ n > 0, 0, buf_view(&b) });
	}
	value_enter(f);
}

static void pick_code(struct form *f, struct slot *s, const struct code_table *t)
{
	struct option *o = ARENA_ARRAY(&f->v.ui->event, struct option, t->n);
	str chosen = chosen_keys(f, s);
	size_t n = 0;

	for (size_t i = 0; i < t->n; i++)
		if (!t->item[i].retired || pick_has(chosen, t->item[i].key))
			o[n++] = (struct option){ t->item[i].key, tr_str(t->item[i].name), 0,
				pick_has(chosen, t->item[i].key) };
	choose_open(&f->v, str_of(tr(s->in.field->label)), o, n, s->in.field->kind == K_CODES,
		codes_chosen);
}

static uint64_t family_in(const struct form *f)
{
	const struct field *own = f->type[0]->owner && *f->type[0]->owner
					  ? type_field(f->type[0], str_of(f->type[0]->owner)) : NULL;

	return own ? (uint64_t)field_get(own, f->rec[0]).n : f->rec[0]->id;
}

/* What there is to choose from: those of this family, or all; families are typed. */
static const struct query *list_for(const struct form *f, const char *type)
{
	const struct query *const *all = query_all(), *found = NULL;

	for (size_t i = 0; all[i]; i++) {
		bool ours = query_is_about(all[i], &family_type);

		if (strcmp(all[i]->type->name, type) || all[i]->type->tag == family_type.tag)
			continue;
		if (ours && family_in(f))
			return all[i];
		if (!all[i]->about && !found && !all[i]->sums)
			found = all[i];
	}
	return found;
}

static void pick_ref(struct form *f, struct slot *s)
{
	const struct query *q = list_for(f, s->in.field->of);
	bool many = s->in.field->kind == K_REFS;

	if (q)
		choose_record(&f->v, str_of(tr(s->in.field->label)), q, q->about ? family_in(f) : 0,
			many ? slot_val(f, s).s : S(""), many, refs_chosen);
	else
		ui_say(f->v.ui, INK_DIM, "%s", tr("请直接打姓名、拼音首字母或档案编号"));
}

void value_pick(struct form *f)
{
	struct slot *s = &f->slot[f->at];
	const struct code_table *t = slot_table(f, s);

	f->quick = false;
	if (s->in.field->flags & F_COMPUTED || !may_set(f, s))
		return;
	if (t)
		pick_code(f, s, t);
	else if (s->in.field->kind == K_REF || s->in.field->kind == K_REFS)
		pick_ref(f, s);
	else if (s->in.field->kind == K_NOTE)
		value_phrases(f);
}

/* ---- phrases -------------------------------------------------------------------------------- */

static void phrase_chosen(struct view *v, const struct option *o, size_t n)
{
	struct form *f = (struct form *)v;
	uint32_t from = f->line.at;
	int gap = str_find(o->text, S("__"));

	(void)n;
	edit_insert(&f->line, o->text);
	f->fresh = false;
	f->draft_due = true;
	if (gap >= 0) { /* the cursor where something is to be filled in, which goes away */
		f->line.at = from + (uint32_t)gap + 2;
		edit_key(&f->line, K_BS, 80);
		edit_key(&f->line, K_BS, 80);
	}
}

struct options { VEC(struct option); };

static void add_phrases(struct arena *a, const struct ynode *list, struct options *o)
{
	for (uint32_t i = 0; list && list->kind == Y_SEQ && i < list->n; i++)
		*vec_add(a, o) = (struct option){ S(""), list->kid[i].text, 0, false };
}

void value_phrases(struct form *f)
{
	struct arena *a = &f->v.ui->event;
	struct slot *s = &f->slot[f->at];
	struct options o = { 0 };
	struct yfile *y;
	struct err e = { 0 };

	if (s->in.field->kind != K_NOTE && s->in.field->kind != K_TEXT) {
		ui_say(f->v.ui, INK_DIM, "%s", tr("常用语用在文字里"));
		return;
	}
	if (f->fresh && !may_set(f, s))
		return;
	y = phrases_read(a, session_office(f->v.ui->s));
	if (yaml_verdict(y, &e) != RC_OK) {
		ui_fail(f->v.ui, &e);
		return;
	}
	add_phrases(a, ynode_get(y->root, str_of(s->in.field->name)), &o);
	add_phrases(a, ynode_get(y->root, S("any")), &o);
	if (o.n)
		choose_open(&f->v, str_of(tr("常用语")), o.p, o.n, false, phrase_chosen);
	else
		ui_say(f->v.ui, INK_DIM, "%s", tr("这一栏没有常用语（config/phrases.yaml）"));
}
