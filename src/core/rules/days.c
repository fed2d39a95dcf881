/* days.c - reading and reckoning the days that call for care. */
#include "core/rules/days.h"

#include "base/str.h"
#include "core/impl.h"

/* ---- care.yaml ------------------------------------------------------------------------------ */

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

/* ---- when ----------------------------------------------------------------------------------- */

bool day_is_personal(const struct care_day *d)
{
	return d->at >= AT_BIRTHDAY;
}

/* The nth such weekday of a month; {0} when there is no fifth. */
static date nth_weekday(int y, int m, int nth, int weekday)
{
	date first = date_of(y, m, 1);
	int day = 1 + (weekday - date_weekday(first) + 7) % 7 + (nth - 1) * 7;

	return day <= days_in_month(y, m) ? date_of(y, m, day) : (date){ 0 };
}

static date solar_day(int y, int m, int d)
{
	int last = days_in_month(y, m);

	return date_of(y, m, d > last ? last : d);
}

static date in_year(const struct care_day *d, int year)
{
	switch (d->at) {
	case AT_SOLAR:
		return solar_day(year, d->month, d->nth);
	case AT_NTH:
		return nth_weekday(year, d->month, d->nth, d->weekday);
	case AT_TERM:
		return solar_term(year, (enum term)d->nth);
	default:
		return (date){ 0 };
	}
}

date day_next(const struct care_day *d, date from)
{
	int year = date_ymd(from).y;
	date on;

	if (day_is_personal(d))
		return (date){ 0 };
	if (d->at == AT_LUNAR)
		return lunar_next((lunarday){ d->month * 100 + d->nth }, from);
	if (d->at == AT_EVE) {
		on = lunar_next((lunarday){ 101 }, (date){ from.day + 1 });
		return on.day ? (date){ on.day - 1 } : on;
	}
	for (int y = year; y <= year + 1; y++) {
		on = in_year(d, y);
		if (on.day >= from.day)
			return on;
	}
	return (date){ 0 };
}

static date yearly(pdate day, date from)
{
	struct ymd when = pdate_ymd(day);
	int year = date_ymd(from).y;
	date on;

	if (!when.m || !when.d)
		return (date){ 0 };
	on = solar_day(year, when.m, when.d);
	return on.day >= from.day ? on : solar_day(year + 1, when.m, when.d);
}

date day_next_of(const struct care_day *d, const struct person *p, date from)
{
	switch (d->at) {
	case AT_BIRTHDAY:
	case AT_CHILD_BIRTH:
		return p->birth_lunar.md ? lunar_next(p->birth_lunar, from) : yearly(p->birth, from);
	case AT_CHILD_DEATH:
		return yearly(p->death_date, from);
	default:
		return (date){ 0 };
	}
}

/* ---- for whom ------------------------------------------------------------------------------- */

/* One of the parents who lives, is of that sex (MEANS_COUNT: any) and that old. */
static bool has_parent(const struct codebook *book, struct rec *const *persons, size_t n,
	enum means sex, int age, date today)
{
	for (size_t i = 0; i < n; i++) {
		const struct person *p = (const struct person *)persons[i];

		if (!person_lives(p, today) || !person_is_parent(book, p))
			continue;
		if ((sex == MEANS_COUNT || code_means(book, p->sex, sex)) && age_at(p->birth, today) >= age)
			return true;
	}
	return false;
}

enum { OLD = 60 }; /* 老年人权益保障法: from sixty on */

static bool is_for(const struct codebook *book, const struct care_day *d, const struct family *f,
	struct rec *const *persons, size_t n, date today)
{
	if (str_is(d->who, "bereaved"))
		return family_bereaved(book, f);
	if (str_is(d->who, "mother"))
		return family_bereaved(book, f) && has_parent(book, persons, n, MEANS_FEMALE, -1, today);
	if (str_is(d->who, "father"))
		return family_bereaved(book, f) && has_parent(book, persons, n, MEANS_MALE, -1, today);
	if (str_is(d->who, "old"))
		return has_parent(book, persons, n, MEANS_COUNT, OLD, today);
	return true;
}

static bool inside(const struct care_day *d, date on, date today)
{
	return on.day && today.day >= on.day + d->from && today.day <= on.day + d->to;
}

bool day_calls(const struct codebook *book, const struct care_day *d, const struct family *f,
	struct rec *const *persons, size_t npersons, date today, date *on, const struct person **whose)
{
	date from = { today.day - (int32_t)d->to };

	*whose = NULL;
	if (f->closed.day || has_key(f->days_off.keys, d->name) || (d->opt_in && !has_key(f->days_on.keys, d->name)))
		return false;
	if (!is_for(book, d, f, persons, npersons, today))
		return false;
	if (!day_is_personal(d)) {
		*on = day_next(d, from);
		return inside(d, *on, today);
	}
	for (size_t i = 0; i < npersons; i++) {
		const struct person *p = (const struct person *)persons[i];
		bool dead = p->alive.v == FLAG_NO;

		if (d->at == AT_BIRTHDAY ? dead || person_is_child(book, p)
		    : !person_is_child(book, p) || (d->at == AT_CHILD_DEATH && !dead))
			continue;
		*on = day_next_of(d, p, from);
		if (inside(d, *on, today)) {
			*whose = p;
			return true;
		}
	}
	return false;
}
