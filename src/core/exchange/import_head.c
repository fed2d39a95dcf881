/* import_head.c - which row of a sheet has the titles, one row of them or two, and which rows below are no data. */
#include "core/exchange/import_row.h"

#include "base/utf8.h"
#include "core/read/view.h"

enum { TITLE_ROWS = 10 }; /* headings may stand above the titles */

static bool blank(const struct csv_row *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (str_trim(r->cell[i].text).n)
			return false;
	return true;
}

static bool next_row(struct walker *w, struct csv_row *row)
{
	while (w->at < w->rows->n) {
		*row = w->rows->p[w->at++];
		if (!blank(row))
			return true;
	}
	return false;
}

/* ---- one row of titles, or two --------------------------------------------------------------- */

/* A title with the merged one above it: 子女情况 | 姓名. */
struct title { str group, own; };

struct heading {
	struct title *title;
	size_t n, bound;      /* columns of the map that have found theirs */
	int *at;
	struct contact_at *contact;
	struct strs titles;   /* as they are shown, and as one row would have them */
	bool complete;
};

static str text_of(struct judge *j, const struct csv_row *r, size_t i)
{
	return r && i < r->n ? utf8_clean(j->a, r->cell[i].text) : S("");
}

/* What a merged title covers has nothing in the upper row; a title of both rows has nothing in the lower one. */
static void join(struct judge *j, const struct csv_row *upper, const struct csv_row *lower, struct heading *h)
{
	str group = { 0 };

	h->n = lower && lower->n > upper->n ? lower->n : upper->n;
	h->title = ARENA_ARRAY(j->a, struct title, h->n);
	for (size_t i = 0; i < h->n; i++) {
		str above = text_of(j, upper, i), below = text_of(j, lower, i);

		if (above.n)
			group = below.n ? above : S("");
		h->title[i] = below.n ? (struct title){ group, below } : (struct title){ S(""), above };
	}
}

/* What the group puts in front of its titles; *known: the map says so. */
static str prefix_of(struct judge *j, str group, bool *known)
{
	*known = true;
	if (!group.n)
		return group;
	for (size_t i = 0; i < j->map->ngroups; i++)
		if (map_names(j->a, &j->map->group[i].titles, group))
			return j->map->group[i].prefix;
	*known = false;
	return group;
}

static int find_title(struct judge *j, const struct heading *h, const struct strs *titles, bool alone)
{
	for (size_t i = 0; i < h->n; i++) {
		bool known;

		prefix_of(j, h->title[i].group, &known);
		if (alone ? !known && map_names(j->a, titles, h->title[i].own)
			  : map_names(j->a, titles, h->titles.p[i]))
			return (int)i;
	}
	return -1;
}

static void bind_contacts(struct judge *j, struct heading *h)
{
	h->contact = ARENA_ARRAY(j->a, struct contact_at, j->map->ncontacts);
	for (size_t i = 0; i < j->map->ncontacts; i++) {
		h->contact[i] = (struct contact_at){ find_title(j, h, &j->map->contact[i].titles, false),
			find_title(j, h, &j->map->contact[i].phone, false) };
		h->bound += h->contact[i].name >= 0;
		h->bound += h->contact[i].phone >= 0;
	}
}

/* In a group that the map does not know a title counts by itself, unless another column has the name. */
static void bind(struct judge *j, const struct csv_row *upper, const struct csv_row *lower, struct heading *h)
{
	*h = (struct heading){ .at = ARENA_ARRAY(j->a, int, j->map->n), .complete = true };
	join(j, upper, lower, h);
	h->titles = (struct strs){ ARENA_ARRAY(j->a, str, h->n), h->n };
	for (size_t i = 0; i < h->n; i++) {
		bool known;

		h->titles.p[i] = arena_printf(j->a, "%.*s%.*s", STR_FMT(prefix_of(j, h->title[i].group, &known)),
			STR_FMT(h->title[i].own));
	}
	for (size_t c = 0; c < j->map->n; c++) {
		const struct map_column *column = &j->map->column[c];

		h->at[c] = find_title(j, h, &column->titles, false);
		if (h->at[c] < 0) {
			h->at[c] = find_title(j, h, &column->titles, true);
			if (h->at[c] >= 0)
				h->titles.p[h->at[c]] = h->title[h->at[c]].own;
		}
		h->bound += h->at[c] >= 0;
		h->complete &= h->at[c] >= 0 || !column->required;
	}
	bind_contacts(j, h);
}

/* Two rows are a heading when they tell more together than either does alone. */
static bool two_rows(const struct heading *both, const struct heading *upper, const struct heading *lower)
{
	return both->complete && both->bound > (upper->complete ? upper->bound : 0) &&
	       both->bound > (lower->complete ? lower->bound : 0);
}

static enum rc not_found(struct judge *j, struct err *e)
{
	struct buf wanted = { .a = j->a };

	for (size_t c = 0; c < j->map->n; c++)
		if (j->map->column[c].required && j->map->column[c].titles.n)
			buf_printf(&wanted, "%s%.*s", wanted.n ? "、" : "",
				STR_FMT(j->map->column[c].titles.p[0]));
	return fail(e, RC_INVALID, "没有找到表头：前%d行里要有一行写着 %.*s；"
		"叫法不同就加进 maps/families.yaml 的 titles", TITLE_ROWS, STR_FMT(buf_view(&wanted)));
}

static void settle(struct judge *j, const struct heading *h)
{
	j->at = h->at;
	j->titles = h->titles;
	j->contact = h->contact;
}

enum rc judge_heading(struct judge *j, struct walker *w, struct err *e)
{
	struct heading upper, lower, both;
	struct csv_row row, below;

	for (int i = 0; i < TITLE_ROWS && next_row(w, &row); i++) {
		struct walker rest = *w;

		*vec_add(j->a, &j->heading) = row;
		bind(j, &row, NULL, &upper);
		if (next_row(&rest, &below)) {
			bind(j, &row, &below, &both);
			bind(j, &below, NULL, &lower);
			if (two_rows(&both, &upper, &lower)) {
				settle(j, &both);
				*vec_add(j->a, &j->heading) = below;
				*w = rest;
				return RC_OK;
			}
		}
		if (upper.complete) {
			settle(j, &upper);
			return RC_OK;
		}
	}
	return not_found(j, e);
}

/* ---- rows that are no data ------------------------------------------------------------------ */

/* 填表人：…, 合计 …: what stands below the rows, and tells of nobody. */
static bool is_footer(struct judge *j, const struct csv_row *r)
{
	size_t i = 0;

	for (size_t c = 0; c < j->map->n; c++)
		if (j->map->column[c].to.field->kind == K_CITIZEN && j->at[c] >= 0 &&
			text_of(j, r, (size_t)j->at[c]).n)
			return false;
	while (i < r->n && !text_of(j, r, i).n)
		i++;
	for (size_t k = 0; k < j->map->footers.n; k++)
		if (str_starts(utf8_code(j->a, text_of(j, r, i)), utf8_code(j->a, j->map->footers.p[k])))
			return true;
	return false;
}

/* What stands above the rows stands above them again on each printed page. */
static bool is_heading(struct judge *j, const struct csv_row *r)
{
	for (size_t k = 0; k < j->heading.n; k++) {
		const struct csv_row *h = &j->heading.p[k];
		size_t i = 0;

		while ((i < r->n || i < h->n) && str_eq(text_of(j, r, i), text_of(j, h, i)))
			i++;
		if (i >= r->n && i >= h->n)
			return true;
	}
	return false;
}

static str first_text(struct judge *j, const struct csv_row *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (text_of(j, r, i).n)
			return text_of(j, r, i);
	return S("");
}

void judge_data(struct judge *j, struct walker *w, struct import_rows *rows, struct import_skips *skipped)
{
	struct csv_row cells;

	while (next_row(w, &cells)) {
		if (is_footer(j, &cells) || is_heading(j, &cells))
			*vec_add(j->a, skipped) = (struct import_skip){ cells.line, first_text(j, &cells) };
		else
			*vec_add(j->a, rows) = (struct import_row){ .line = cells.line, .cells = cells };
	}
}
