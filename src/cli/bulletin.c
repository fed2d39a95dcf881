/* bulletin.c - bulletin DIR: the pages for the public into a directory. */
#include "core/exchange/bulletin.h"

#include "base/file.h"
#include "base/tr.h"
#include "cli/cli.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum rc run_bulletin(struct cli *c, struct err *e)
{
	struct bulletin_page page[BULLETIN_PAGES];
	const char *dir = c->arg[0];

	TRY(bulletin_make(c->s, c->a, page, e));
	if (mkdir(dir, 0755) != 0 && errno != EEXIST)
		return fail(e, RC_INVALID, "建不了目录 %s：%s", dir, strerror(errno));
	for (size_t i = 0; i < BULLETIN_PAGES; i++) {
		const char *path = arena_z(c->a, arena_printf(c->a, "%s/%s", dir, page[i].name));

		if (!file_put(path, arena_z(c->a, arena_printf(c->a, "%s.part", path)), page[i].text, 0644, false))
			return fail(e, RC_INVALID, "写不了 %s：%s", path, strerror(errno));
	}
	buf_printf(&c->out, "%s %s\n", tr("公告写好了，用浏览器打开"),
		arena_z(c->a, arena_printf(c->a, "%s/%s", dir, page[0].name)));
	return RC_OK;
}
