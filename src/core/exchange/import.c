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

	for (size_t c = 0; c < j->head.n && c < x->n && c < y->n; c++)
		if (!str_eq(str_trim(x->cell[c].text), str_trim(y->cell[c].text)))
			buf_printf(&b, "%s%.*s", b.n ? "、" : "", STR_FMT(j->head.cell[c].text));
	return b.n ? buf_view(&b) : S("");
}

/* The first row of a person counts; what comes later is told apart, not written. */
static void mark_twice(struct judge *j, struct import *im, const struct csv_row *cells,
	struct keys *k)
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
		other = differing(j, &cells[first->row], &cells[again->row]);
		j->row->verdict = ROW_TWICE;
		j->row->nsaves = j->row->nnotes = j->room = 0;
		judge_note(j, false, S(""), arena_printf(j->a, "与第%u行是同一人%s%.*s",
			im->row[first->row].line, other.n ? "，这几栏不同：" : "，内容也相同",
			STR_FMT(other)));
	}
}

/* ---- the file ------------------------------------------------------------------------------- */

enum { TITLE_ROWS = 10 }; /* headings may stand above the titles */

static bool bind_titles(struct judge *j)
{
	bool complete = true;

	for (size_t c = 0; c < j->map->n; c++) {
		j->at[c] = -1;
		for (size_t i = j->head.n; i-- > 0;)
			if (map_titled(j->a, &j->map->column[c], j->head.cell[i].text))
				j->at[c] = (int)i;
		complete &= j->at[c] >= 0 || !j->map->column[c].required;
	}
	return complete;
}

static enum rc find_titles(struct judge *j, struct csv *csv, struct err *e)
{
	struct buf wanted = { .a = j->a };

	for (int i = 0; i < TITLE_ROWS; i++) {
		enum rc rc = csv_next(csv, j->a, &j->head, e);

		if (rc == RC_NOT_FOUND)
			break;
		TRY(rc);
		if (bind_titles(j))
			return RC_OK;
	}
	for (size_t c = 0; c < j->map->n; c++)
		if (j->map->column[c].required && j->map->column[c].titles.n)
			buf_printf(&wanted, "%s%.*s", wanted.n ? "、" : "",
				STR_FMT(j->map->column[c].titles.p[0]));
	return fail(e, RC_INVALID, "没有找到表头：前%d行里要有一行写着 %.*s；"
		"叫法不同就加进 maps/families.yaml 的 titles", TITLE_ROWS, STR_FMT(buf_view(&wanted)));
}

static void list_unused(struct judge *j, struct strs *unused)
{
	unused->p = ARENA_ARRAY(j->a, str, j->head.n);
	for (size_t i = 0; i < j->head.n; i++) {
		bool used = !str_trim(j->head.cell[i].text).n;

		for (size_t c = 0; c < j->map->n; c++)
			used |= j->at[c] == (int)i;
		if (!used)
			unused->p[unused->n++] = str_trim(j->head.cell[i].text);
	}
}

static bool blank(const struct csv_row *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (str_trim(r->cell[i].text).n)
			return false;
	return true;
}

static enum rc read_rows(struct judge *j, struct csv *csv, struct csv_row **out, size_t *n,
	struct err *e)
{
	size_t room = 0;
	struct csv_row row;
	enum rc rc;

	*out = NULL;
	*n = 0;
	while ((rc = csv_next(csv, j->a, &row, e)) == RC_OK) {
		if (blank(&row))
			continue;
		if (*n == room) {
			struct csv_row *more =
				ARENA_ARRAY(j->a, struct csv_row, room = room * 2 + 64);

			if (*n)
				memcpy(more, *out, *n * sizeof *more);
			*out = more;
		}
		(*out)[(*n)++] = row;
	}
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

static enum rc plan(struct judge *j, struct import *im, const struct csv_row *cells, struct err *e)
{
	struct keys keys = { ARENA_ARRAY(j->a, struct key, im->n * 2), 0 };

	for (size_t i = 0; i < im->n; i++) {
		j->cells = cells[i];
		j->row = &im->row[i];
		j->row->line = cells[i].line;
		j->room = 0;
		TRY(judge_row(j, e));
		if (j->row->verdict != ROW_REFUSED)
			add_keys(j, &keys, i);
	}
	mark_twice(j, im, cells, &keys);
	for (size_t i = 0; i < im->n; i++)
		im->count[im->row[i].verdict]++;
	return RC_OK;
}

enum rc import_families(struct session *s, struct arena *a, str file, str content,
	struct import **out, struct err *e)
{
	struct import *im = ARENA_NEW(a, struct import);
	struct judge j = { .s = s, .a = a };
	struct csv csv;
	struct csv_row *cells;
	struct map *map;
	str text;
	enum rc rc;

	TRY(map_load(a, s->office, "families", &map, e));
	TRY(csv_decode(a, content, &text, &im->charset, e));
	j.map = map;
	j.at = ARENA_ARRAY(a, int, map->n);
	j.told = ARENA_ARRAY(a, struct told, map->n);
	for (int p = 0; p < PARTS; p++)
		j.type[p] = type_of(s, part_type[p]);
	csv_open(&csv, text);
	TRY(find_titles(&j, &csv, e));
	list_unused(&j, &im->unused);
	TRY(read_rows(&j, &csv, &cells, &im->n, e));
	im->file = arena_str(a, file);
	im->row = ARENA_ARRAY(a, struct import_row, im->n);
	session_lex(s);
	TRY(enter(s, e));
	rc = plan(&j, im, cells, e);
	rc = leave_with(s, rc, e);
	*out = im;
	return rc;
}

/* The records of a new file point at each other by their places in the commit. */
static void link_row(const struct import_row *r, size_t at)
{
	if (r->family)
		return;
	((struct family *)r->save[PART_FAMILY].rec)->head.id = REF_OP(at + PART_HEAD);
	for (size_t i = PART_HEAD; i < r->nsaves; i++)
		((struct person *)r->save[i].rec)->family.id = REF_OP(at);
}

enum rc import_write(struct session *s, struct arena *a, const struct import *im, struct err *e)
{
	struct save *saves = ARENA_ARRAY(a, struct save, im->n * PARTS);
	size_t n = 0;

	for (size_t i = 0; i < im->n; i++) {
		const struct import_row *r = &im->row[i];

		if (r->verdict != ROW_NEW && r->verdict != ROW_CHANGED)
			continue;
		link_row(r, n);
		memcpy(saves + n, r->save, r->nsaves * sizeof *saves);
		n += r->nsaves;
	}
	return n ? session_import(s, a, arena_printf(a, "导入 %.*s", STR_FMT(im->file)), saves, n, e)
		 : RC_OK;
}
