/* salvage.c - a new office beside a damaged one: its settings, drafts and keys copied, its records read one by one. */
#include "core/session.h"

#include "core/aside.h"
#include "core/work/save.h"

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SMALL_MOST = 4 << 20, SMALL_DEEP = 8 };

/* What cannot be copied is told of and holds nothing up. */
static void copy_tree(struct arena *a, const struct rescue_plan *plan, const char *from, const char *to, int deep)
{
	struct dirent *de;
	struct stat st;
	bool good = true;
	DIR *d = NULL;

	if (lstat(from, &st) != 0 && errno == ENOENT)
		return;
	if (lstat(from, &st) == 0 && S_ISREG(st.st_mode)) {
		str text = file_read(a, from, SMALL_MOST);

		good = text.p && file_new(to, text);
	} else {
		good = S_ISDIR(st.st_mode) && deep && mkdir(to, 0700) == 0 && (d = opendir(from));
	}
	while (good && d && (de = readdir(d)))
		if (de->d_name[0] != '.')
			copy_tree(a, plan, arena_z(a, arena_printf(a, "%s/%s", from, de->d_name)),
				arena_z(a, arena_printf(a, "%s/%s", to, de->d_name)), deep - 1);
	if (d)
		closedir(d);
	if (!good) {
		plan->out->lost++;
		plan->say(plan->arg, arena_printf(a, "丢了：%s 复制不了", from));
	}
}

static enum rc make(struct arena *a, const struct rescue_plan *plan, const char *config, const char *fresh, uint64_t *bad,
	struct err *e)
{
	static const char *const beside[] = { "authorized_keys", "config", "drafts" };
	struct session_opts opts = { .data = fresh, .config = config, .create = true, .rescue = plan };
	uint64_t lost;
	struct session *s;
	enum rc rc;

	for (size_t i = 0; i < COUNT(beside); i++)
		copy_tree(a, plan, arena_z(a, arena_printf(a, "%s/%s", plan->from, beside[i])),
			arena_z(a, arena_printf(a, "%s/%s", fresh, beside[i])), SMALL_DEEP);
	lost = plan->out->lost;
	TRY(session_open(a, &opts, &s, e));
	plan->out->lost += lost;
	rc = session_check(s, plan->say, plan->arg, bad, e);
	session_close(s);
	return rc;
}

enum rc office_salvage(struct arena *a, const char *damaged, const char *config, const char *into,
	void (*say)(void *, str), void *arg, struct salvaged *out, uint64_t *bad, struct err *e)
{
	struct rescue_plan plan = { .from = damaged, .say = say, .arg = arg, .out = out };
	struct aside side;

	*out = (struct salvaged){ 0 };
	*bad = 0;
	if (!session_exists(damaged))
		return fail(e, RC_NOT_FOUND, "%s 里没有 data.mdb；要写损坏的办公室的数据目录", damaged);
	TRY(aside_begin(&side, a, into, ".salvaging", e));
	return aside_end(&side, make(a, &plan, config, side.fresh, bad, e), e);
}
