/* keep.c - which backups stay, by days, weeks and months. */
#include "store/backup.h"

#include "base/str.h"

#include <errno.h>
#include <unistd.h>

enum { MOST = 10000 };

enum rc keep_read(str text, struct keep *k, struct err *e)
{
	str rest = text, part;

	*k = (struct keep){ 0 };
	while (str_cut(&rest, ',', &part)) {
		int *to = !part.n ? NULL : part.p[part.n - 1] == 'd' ? &k->days
				: part.p[part.n - 1] == 'w' ? &k->weeks
				: part.p[part.n - 1] == 'm' ? &k->months : NULL;
		str digits = part.n ? str_sub(part, 0, part.n - 1) : part;
		int64_t n;

		if (!to || *to || !str_digits(digits) || !str_int(digits, &n) || n < 1 || n > MOST)
			return fail(e, RC_INVALID, "--keep 要写成 7d,5w,12m：最近几天、几周、几个月各留一份；“%.*s”不是",
				STR_FMT(text));
		*to = (int)n;
	}
	return RC_OK;
}

/* Equal for two days of one week, or of one month. */
static int32_t day_of(date d)
{
	return d.day;
}

static int32_t week_of(date d)
{
	return period_of(PERIOD_WEEK, 0, d).first.day;
}

static int32_t month_of(date d)
{
	return period_of(PERIOD_MONTH, 0, d).first.day;
}

static void choose(const struct backups *all, int most, int32_t (*of)(date), bool *stays)
{
	int32_t last = 0;

	for (size_t i = all->n; i-- > 0 && most;) {
		int32_t now = of(moment_date(all->p[i].made));

		if (now == last)
			continue;
		stays[i] = true;
		last = now;
		most--;
	}
}

void keep_choose(const struct backups *all, struct keep k, bool *stays)
{
	for (size_t i = 0; i < all->n; i++)
		stays[i] = i + 1 == all->n;
	choose(all, k.days, day_of, stays);
	choose(all, k.weeks, week_of, stays);
	choose(all, k.months, month_of, stays);
}

enum rc backup_prune(struct arena *a, const char *dir, struct keep k, size_t *gone, struct err *e)
{
	struct backups all;
	bool *stays;

	*gone = 0;
	TRY(backup_list(a, dir, &all, e));
	stays = ARENA_ARRAY(a, bool, all.n + 1);
	keep_choose(&all, k, stays);
	for (size_t i = 0; i < all.n; i++) {
		if (stays[i])
			continue;
		if (unlink(arena_z(a, all.p[i].path)) != 0)
			return fail(e, RC_IO, "删不了旧备份 %.*s：%s", STR_FMT(all.p[i].path), strerror(errno));
		++*gone;
	}
	return RC_OK;
}
