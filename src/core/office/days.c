/* days.c - the days that call for care, as care.yaml writes them. */
#include "core/office/load.h"

#include "base/lunar.h"
#include "base/str.h"

static const struct { const char *name, *label; } kinds[] = {
	[DAY_VISIT] = { "visit", "走访" },   [DAY_PHONE] = { "phone", "电话" },
	[DAY_GREET] = { "greet", "祝福" },   [DAY_PUBLIC] = { "public", "活动" },
	[DAY_QUIET] = { "quiet", "静" },
};

static const char *const whos[] = { "all", "bereaved", "mother", "father", "old" };

static const struct { const char *name; enum term term; } terms[] = {
	{ "清明", TERM_QINGMING }, { "冬至", TERM_DONGZHI }, { "立冬", TERM_LIDONG },
	{ "立春", TERM_LICHUN },
};

static const struct { const char *name; enum day_at at; } personal[] = {
	{ "birthday", AT_BIRTHDAY }, { "child-birthday", AT_CHILD_BIRTH },
	{ "child-death", AT_CHILD_DEATH },
};

static bool month_day(str text, int *m_out, int *d_out)
{
	int64_t m, d;
	str first;

	if (!str_cut(&text, '-', &first) || !str_int(first, &m) || !str_int(text, &d) || m < 1 ||
		m > 12 || d < 1 || d > 31)
		return false;
	*m_out = (int)m;
	*d_out = (int)d;
	return true;
}

/* solar 05-29, lunar 8-15, lunar-eve, nth 05-2-7 (second Sunday of May), term 清明, birthday ... */
static bool read_at(str text, struct care_day *d)
{
	str word, rest = text, last;
	int64_t weekday;

	if (!str_word(&rest, &word))
		return false;
	rest = str_trim(rest);
	for (size_t i = 0; i < COUNT(personal); i++)
		if (str_is(word, personal[i].name)) {
			d->at = personal[i].at;
			return !rest.n;
		}
	if (str_is(word, "lunar-eve")) {
		d->at = AT_EVE;
		return !rest.n;
	}
	if (str_is(word, "solar") || str_is(word, "lunar")) {
		d->at = str_is(word, "solar") ? AT_SOLAR : AT_LUNAR;
		return month_day(rest, &d->month, &d->nth);
	}
	if (str_is(word, "term")) {
		d->at = AT_TERM;
		for (size_t i = 0; i < COUNT(terms); i++)
			if (str_is(rest, terms[i].name)) {
				d->nth = (int)terms[i].term;
				return true;
			}
		return false;
	}
	d->at = AT_NTH;
	if (!str_is(word, "nth") || rest.n < 5)
		return false;
	last = str_from(rest, rest.n - 1);
	if (!str_int(last, &weekday) || weekday < 1 || weekday > 7)
		return false;
	d->weekday = (int)weekday;
	return month_day(str_sub(rest, 0, rest.n - 2), &d->month, &d->nth) && d->nth <= 5;
}

static void take_at(struct yfile *f, const struct ynode *n, void *care_day)
{
	if (n->kind != Y_SCALAR || !read_at(n->text, care_day))
		yaml_problem(f, n, "看不懂这一天，要写成 solar 05-29、lunar 8-15、lunar-eve、"
			"nth 05-2-7、term 清明、birthday、child-birthday 或 child-death");
}

static void take_kind(struct yfile *f, const struct ynode *n, void *day_kind)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (n->kind == Y_SCALAR && str_is(n->text, kinds[i].name)) {
			*(enum day_kind *)day_kind = (enum day_kind)i;
			return;
		}
	yaml_problem(f, n, "kind 只能是 visit、phone、greet、public 或 quiet");
}

static void take_who(struct yfile *f, const struct ynode *n, void *str_dst)
{
	take_str(f, n, str_dst);
	for (size_t i = 0; i < COUNT(whos); i++)
		if (n->kind == Y_SCALAR && str_is(n->text, whos[i]))
			return;
	yaml_problem(f, n, "who 只能是 all、bereaved、mother、father 或 old");
}

static void take_day(struct yfile *f, const struct ynode *n, void *dst)
{
	static const struct ykey keys[] = {
		{ "name", take_str, offsetof(struct care_day, name), true },
		{ "label", take_str, offsetof(struct care_day, label), true },
		{ "at", take_at, 0, true },
		{ "kind", take_kind, offsetof(struct care_day, kind), true },
		{ "who", take_who, offsetof(struct care_day, who), false },
		{ "from", take_int, offsetof(struct care_day, from), true },
		{ "to", take_int, offsetof(struct care_day, to), true },
		{ "opt_in", take_bool, offsetof(struct care_day, opt_in), false },
	};
	enum { YEAR = 366 };
	struct care_day *d = dst;

	yaml_map(f, n, keys, COUNT(keys), dst);
	if (d->from < -YEAR || d->to > YEAR)
		yaml_problem(f, n, "from 和 to 要在一年之内");
	if (d->from > d->to)
		yaml_problem(f, n, "from 要早于 to：from 是提前的天数，写负数");
}

void days_take(struct yfile *f, const struct ynode *n, void *care)
{
	struct care *c = care;

	c->day = yaml_seq(f, n, sizeof *c->day, &c->ndays, take_day);
}

const char *day_kind_text(enum day_kind k)
{
	return kinds[k].label;
}
