/* import_kin.c - a couple that stands on two rows of a roster: one family, and it must not become two unsaid. */
#include "core/exchange/import_row.h"

#include "base/str.h"
#include "base/tr.h"

#include <stdlib.h>

/* What two rows have in common when they tell of one family. */
static const struct { enum part part; const char *field, *what; bool couple; } alike[] = {
	{ PART_FAMILY, "phone1", "联系电话", false },
	{ PART_CHILD, "disab_cert", "子女残疾证号", false },
	{ PART_FAMILY, "live_addr", "现住址", true }, /* of a house without a door number many are neighbours */
};

struct trait { str text; size_t row; };
struct traits { VEC(struct trait); };

static int by_text(const void *x, const void *y)
{
	const struct trait *a = x, *b = y;
	int c = str_cmp(a->text, b->text);

	return c ? c : a->row < b->row ? -1 : a->row > b->row;
}

static const struct rec *part_of(const struct import_row *r, enum part part)
{
	return part < r->nsaves && r->save[part].type->tag == part_type[part]->tag ? r->save[part].rec : NULL;
}

static const struct person *head_of(const struct import_row *r)
{
	return (const struct person *)part_of(r, PART_HEAD);
}

/* A man and a woman, or nothing is known of them. */
static bool may_be_couple(const struct import_row *a, const struct import_row *b)
{
	str x = head_of(a)->sex.key, y = head_of(b)->sex.key;

	return !x.n || !y.n || !str_eq(x, y);
}

static void say(struct judge *j, struct import *im, const struct trait *first, const struct trait *again,
	const char *what)
{
	j->row = &im->row[again->row];
	j->room = j->row->nnotes;
	judge_note(j, false, S(""), arena_printf(j->a, "与第%u行 %.*s 的%s相同，像是一家人；是一户的，请在名册里留一行，"
		"另一人导入后记为家庭成员", im->row[first->row].line, STR_FMT(im->row[first->row].name), tr(what)));
}

void judge_kin(struct judge *j, struct import *im)
{
	for (size_t k = 0; k < COUNT(alike); k++) {
		const struct rec_type *t = j->type[alike[k].part];
		const struct field *f = type_field(t, str_of(alike[k].field));
		struct traits all = { 0 };
		size_t first = 0;

		for (size_t i = 0; i < im->n; i++) {
			const struct rec *r = im->row[i].verdict == ROW_NEW ? part_of(&im->row[i], alike[k].part) : NULL;
			str community = r ? arena_printf(j->a, "%llu ", (unsigned long long)
				((const struct family *)im->row[i].save[PART_FAMILY].rec)->community.id) : S("");

			if (r && field_get(f, r).s.n)
				*vec_add(j->a, &all) = (struct trait){ arena_printf(j->a, "%.*s%.*s", STR_FMT(community),
					STR_FMT(field_get(f, r).s)), i };
		}
		if (all.n > 1)
			qsort(all.p, all.n, sizeof *all.p, by_text);
		for (size_t i = 1; i < all.n; i++)
			if (!str_eq(all.p[i].text, all.p[first].text))
				first = i;
			else if (!alike[k].couple || may_be_couple(&im->row[all.p[first].row], &im->row[all.p[i].row]))
				say(j, im, &all.p[first], &all.p[i], alike[k].what);
	}
}
