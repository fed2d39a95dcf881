/* settings_fuzz.c - any bytes as one of an office's own files (the first byte says which), laid over the
 * shipped one and read by whoever reads it: no crash, and what is wrong has a file and a line. */
#include "base/data.h"
#include "base/str.h"
#include "core/exchange/map.h"
#include "core/office/settings.h"
#include "ui/acts/acts.h"
#include "ui/term/theme.h"
#include "ui/views/phrases.h"
#include "ui/views/screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char dir[64];

static void make_dir(void)
{
	char path[100];

	strcpy(dir, "/dev/shm/settings.XXXXXX");
	if (!mkdtemp(dir))
		abort();
	snprintf(path, sizeof path, "%s/maps", dir);
	mkdir(path, 0700);
	snprintf(path, sizeof path, "%s/screens", dir);
	mkdir(path, 0700);
}

static void read_it(struct arena *a, str name)
{
	static struct arena program;
	static struct office *shipped;
	struct office own;
	struct theme theme;
	const struct screen *screen;
	struct map *map;
	struct err e = { 0 };

	if (!shipped && office_load(&program, core_types, NULL, &shipped, &e) != RC_OK)
		abort();
	own = *shipped;
	own.dir = dir;
	if (str_starts(name, S("screens/")))
		(void)!screen_load(a, &own, &all_acts, str_sub(name, 8, name.n - 13), &screen, &e);
	else if (str_starts(name, S("config/maps/")))
		(void)!map_load(a, &own, "families", &map, &e);
	else if (str_is(name, "config/theme.yaml"))
		(void)!theme_load(a, dir, &theme, &e);
	else if (str_is(name, "config/phrases.yaml"))
		(void)!yaml_verdict(phrases_read(a, &own), &e);
	else if (str_is(name, "config/keys.yaml"))
		(void)!screen_load(a, &own, &all_acts, S("today"), &screen, &e);
	else
		office_problems(a, core_types, dir);
	settings_overrides(a, dir);
	if (e.rc != RC_OK && !strchr(e.msg, ':'))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct data *d;
	struct arena a = { 0 };
	str name, path;
	FILE *f;

	if (!*dir)
		make_dir();
	if (size < 1)
		return 0;
	d = &data_table[data[0] % data_count()];
	name = str_of(d->name);
	path = arena_printf(&a, "%s/%.*s", dir, STR_FMT(str_starts(name, S("config/")) ? str_from(name, 7) : name));
	f = fopen(path.p, "w");
	if (!f)
		abort();
	fwrite(data + 1, 1, size - 1, f);
	fclose(f);
	read_it(&a, name);
	unlink(path.p);
	arena_free(&a);
	return 0;
}
