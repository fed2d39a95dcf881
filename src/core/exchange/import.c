/* import.c - a roster as a whole: its titles, the same person twice, writing it in one commit. */
#include "core/exchange/import.h"

#include "core/exchange/import_row.h"
#include "core/read/view.h"

#include <stdlib.h>

const char *import_verdict(enum verdict v)
{
	static const char *const names[ROW_VERDICTS] = {
		[ROW_NEW] = "新增", [ROW_SAME] = "相同", [ROW_CHANGED] = "有变化",
		[ROW_TWICE] = "重复", [ROW_REFUSED] = "拒绝",
	};

	return tr(names[v]);
}

/* ---- the same person twice in the file ------------------------------------------------------ */

struct key { str text; size_t row; bool has_id; };
struct keys { struct key *key; size_t n; };

static int compare_keys(const void *a, const void *b)
{
	const struct key *x = a, *y = b;
	int c = str_cmp(x->text, y->text);

	return c ? c : x->row < y->row ? -1 : x->row > y->row;
}

static void add_keys(struct judge *j, struct keys *k, size_t row)
{
	const struct told *id = judge_told(j, PART_HEAD, "id_no");
	const struct told *birth = judge_told(j, PART_HEAD, "birth");

	if (id)
		k->key[k->n++] =
			(struct key){ arena_printf(j->a, "#%.*s", STR_FMT(id->v.s)), row, true };
	if (birth)
		k->key[k->n++] = (struct key){ arena_printf(j->a, "%.*s %d", STR_FMT(j->row->name),
			(int)birth->v.n), row, id != NULL };
}

/* Titles whose cells differ between two rows: what a person must still decide. */
static str differing(struct judge *j, const struct csv_row *x, const struct csv_row *y)
{
	struct buf b = { .a = j->a };

	for (size_t c = 0; c < j->titles.n && c < x->n && c < y->n; c++)
		if (!str_eq(str_trim(x->cell[c].text), str_trim(y->cell[c].text)))
			buf_printf(&b, "%s%.*s", b.n ? "、" : "", STR_FMT(j->titles.p[c]));
	return b.n ? buf_view(&b) : S("");
}

/* The first row of a person counts; what comes later is told apart, not written. */
static void mark_twice(struct judge *j, struct import *im, struct keys *k)
{
	const struct key *first = k->key;

	qsort(k->key, k->n, sizeof *k->key, compare_keys);
	for (size_t i = 1; i < k->n; i++) {
		const struct key *again = &k->key[i];
		str other;

		j->row = &im->row[again->row];
		if (!str_eq(first->text, again->text)) {
			first = again;
			continue;
		}
		/* Two numbers, one name: two people. */
		if (first->text.p[0] != '#' && first->has_id && again->has_id)
			continue;
		if (j->row->verdict == ROW_TWICE)
			continue;
		other = differing(j, &im->row[first->row].cells, &im->row[again->row].cells);
		j->row->verdict = ROW_TWICE;
		j->row->nsaves = j->row->nnotes = j->room = 0;
		judge_note(j, false, S(""), arena_printf(j->a, "与第%u行是同一人%s%.*s",
			im->row[first->row].line, other.n ? "，这几栏不同：" : "，内容也相同",
			STR_FMT(other)));
	}
}

/* ---- the file ------------------------------------------------------------------------------- */

static void list_unused(struct judge *j, struct strs *unused)
{
	unused->p = ARENA_ARRAY(j->a, str, j->titles.n);
	for (size_t i = 0; i < j->titles.n; i++) {
		bool used = !j->titles.p[i].n || str_eq(j->titles.p[i], j->map->reason);

		for (size_t c = 0; c < j->map->n; c++)
			used |= j->at[c] == (int)i;
		for (size_t c = 0; c < j->map->ncontacts; c++)
			used |= j->contact[c].name == (int)i || j->contact[c].phone == (int)i;
		if (!used)
			unused->p[unused->n++] = j->titles.p[i];
	}
}

static enum rc plan(struct judge *j, struct import *im, struct err *e)
{
	struct keys keys = { ARENA_ARRAY(j->a, struct key, im->n * 2), 0 };

	for (size_t i = 0; i < im->n; i++) {
		j->above = i ? &im->row[i - 1] : NULL;
		j->row = &im->row[i];
		j->room = 0;
		TRY(judge_row(j, e));
		if (j->row->verdict != ROW_REFUSED)
			add_keys(j, &keys, i);
	}
	mark_twice(j, im, &keys);
	judge_kin(j, im);
	for (size_t i = 0; i < im->n; i++)
		im->count[im->row[i].verdict]++;
	return RC_OK;
}

static enum rc no_sheet(struct judge *j, const struct sheets *all, str name, struct err *e)
{
	struct buf names = { .a = j->a };

	for (size_t i = 0; i < all->n; i++)
		buf_printf(&names, "%s%.*s", i ? "、" : "", STR_FMT(all->p[i].name));
	return fail(e, RC_INVALID, "没有叫“%.*s”的工作表；有 %.*s", STR_FMT(name), STR_FMT(buf_view(&names)));
}

/* The sheet that is named, else the first one to be seen whose titles fit; what is said when none does is said of the
 * first. */
static enum rc choose_sheet(struct judge *j, const struct sheets *all, str name, struct import *im,
	struct walker *w, struct err *e)
{
	struct err why;
	bool tried = false;

	for (size_t i = 0; i < all->n; i++) {
		const struct sheet *sheet = &all->p[i];

		if (name.n ? !str_eq(sheet->name, name) : sheet->hidden)
			continue;
		*w = (struct walker){ &sheet->rows, 0 };
		j->heading.n = 0;
		im->sheet = all->n > 1 ? sheet->name : S("");
		if (judge_heading(j, w, tried ? &why : e) == RC_OK)
			return RC_OK;
		tried = true;
	}
	if (!tried)
		return name.n ? no_sheet(j, all, name, e) : fail(e, RC_INVALID, "这个工作簿里的表都是隐藏的，没有读");
	return e->rc;
}

enum rc import_families(struct session *s, struct arena *a, str file, str content, str sheet,
	struct import **out, struct err *e)
{
	struct import *im = ARENA_NEW(a, struct import);
	struct judge j = { .s = s, .a = a };
	struct import_rows rows = { 0 };
	struct sheets sheets;
	struct walker walker;
	struct map *map;
	enum rc rc;

	TRY(map_load(a, s->office, "families", &map, e));
	TRY(sheets_read(a, content, &sheets, e));
	j.map = map;
	j.told = ARENA_ARRAY(a, struct told, map->n);
	for (int p = 0; p < PARTS; p++)
		j.type[p] = type_of(s, part_type[p]);
	TRY(choose_sheet(&j, &sheets, sheet, im, &walker, e));
	list_unused(&j, &im->unused);
	judge_data(&j, &walker, &rows, &im->skipped);
	im->file = arena_str(a, file);
	im->charset = sheets.charset;
	im->titles = j.titles;
	im->reason = map->reason;
	im->row = rows.p;
	im->n = rows.n;
	session_lex(s);
	TRY(enter(s, e));
	rc = plan(&j, im, e);
	rc = leave_with(s, rc, e);
	*out = im;
	return rc;
}

/* ---- writing it ----------------------------------------------------------------------------- */

/* The records of a new file point at each other by their places in the commit. */
static void link_row(const struct import_row *r, size_t at)
{
	if (r->family)
		return;
	((struct family *)r->save[PART_FAMILY].rec)->head.id = REF_OP(at + PART_HEAD);
	for (size_t i = PART_HEAD; i < r->nsaves; i++)
		rec_set(r->save[i].type, r->save[i].rec, r->save[i].type->owner, VAL_REF(REF_OP(at)));
}

/* One row after the other; from[k] is the row that save k is of. */
static size_t gather(struct import *im, struct save *saves, struct import_row **from)
{
	size_t n = 0;

	for (size_t i = 0; i < im->n; i++) {
		struct import_row *r = &im->row[i];

		if (r->verdict != ROW_NEW && r->verdict != ROW_CHANGED)
			continue;
		link_row(r, n);
		for (size_t k = 0; k < r->nsaves; k++, n++) {
			saves[n] = r->save[k];
			from[n] = r;
		}
	}
	return n;
}

/* Is it the row that is refused, or has the office had an accident? */
static bool is_refusal(enum rc rc)
{
	return rc == RC_INVALID || rc == RC_DENIED || rc == RC_CONFLICT || rc == RC_NOT_FOUND;
}

enum rc import_write(struct session *s, struct arena *a, struct import *im, struct err *e)
{
	str why = arena_printf(a, "导入 %.*s", STR_FMT(im->file));
	struct import_row **from;
	struct save *saves;
	size_t all = 0;

	for (size_t i = 0; i < im->n; i++)
		all += im->row[i].nsaves;
	saves = ARENA_ARRAY(a, struct save, all);
	from = ARENA_ARRAY(a, struct import_row *, all);
	for (;;) {
		size_t n = gather(im, saves, from), refused = n;
		enum rc rc = n ? session_import(s, a, why, true, saves, n, &refused, e) : RC_OK;
		struct judge j = { .s = s, .a = a };

		if (!is_refusal(rc) || refused >= n)
			return rc;
		j.row = from[refused];
		j.room = j.row->nnotes;
		im->count[j.row->verdict]--;
		im->count[ROW_REFUSED]++;
		j.row->late = true;
		judge_note(&j, true, S(""), arena_str(a, str_of(e->msg)));
	}
}
