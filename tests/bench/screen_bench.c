/* screen_bench.c - what a person at the terminal feels: from exec to the first complete frame, bytes
 * and milliseconds a key, memory of a session; programs take turns, so that all see the same machine.
 *   usage: screen_bench start NAME TEXT PROGRAM...       one line of figures for one program
 *          screen_bench keys NAME TEXT KEYS PROGRAM...
 *   TEXT is on the screen when the first frame is complete. */
#include "../term/vth.h"
#include "times.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STARTS = 21, QUIET_MS = 20 };

static struct vth *start(const char *text, char **argv)
{
	struct vth *v = vth_start(&(struct vth_how){ 24, 80, "xterm-256color", NULL },
		(const char *const *)argv);

	if (vth_see(v, text, VTH_LIMIT_MS) != VTH_OK) {
		fprintf(stderr, "%s does not show %s\n", argv[0], text);
		exit(1);
	}
	return v;
}

/* kB of one line of /proc/PID/smaps_rollup. */
static long rollup(pid_t pid, const char *what)
{
	char path[64], line[256];
	long kb = 0, v;
	FILE *f;

	snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)pid);
	f = fopen(path, "r");
	while (f && fgets(line, sizeof line, f))
		if (strncmp(line, what, strlen(what)) == 0 && sscanf(line + strlen(what), "%ld", &v) == 1)
			kb += v;
	if (f)
		fclose(f);
	return kb;
}

static int starts(const char *name, const char *text, char **argv)
{
	int64_t t[STARTS];
	size_t bytes = 0;
	long private = 0, pss = 0;

	for (int i = 0; i < STARTS; i++) {
		int64_t from = now_ns();
		struct vth *v = start(text, argv);

		t[i] = now_ns() - from;
		vth_quiet(v, QUIET_MS, VTH_LIMIT_MS);
		bytes = vth_received(v);
		private = rollup(vth_pid(v), "Private_Dirty:");
		pss = rollup(vth_pid(v), "Pss:");
		vth_free(v);
	}
	qsort(t, STARTS, sizeof *t, by_size);
	printf("%-12s start: median %.1f ms, best %.1f ms, %zu bytes; private %ld kB (written), pss %ld kB with files\n", name,
		(double)t[STARTS / 2] / 1e6, (double)t[0] / 1e6, bytes, private, pss);
	return 0;
}

/* One key a time; the time is that of the last byte that came, not of the silence behind it. */
static int keys(const char *name, const char *text, const char *typed, char **argv)
{
	struct vth *v = start(text, argv);
	int64_t sum = 0, worst = 0;
	size_t from_bytes, n = 0;

	vth_quiet(v, QUIET_MS * 5, VTH_LIMIT_MS);
	from_bytes = vth_received(v);
	while (*typed) {
		const char *next = typed + 1;
		int64_t from = now_ns(), last = from;
		size_t seen = vth_received(v);

		while (((unsigned char)*next & 0xC0) == 0x80)
			next++;
		vth_send(v, typed, (size_t)(next - typed));
		while (now_ns() - last < QUIET_MS * 1000000) {
			vth_take(v);
			if (vth_received(v) != seen) {
				seen = vth_received(v);
				last = now_ns();
			}
		}
		sum += last - from;
		worst = last - from > worst ? last - from : worst;
		typed = next;
		n++;
	}
	printf("%-12s keys: %zu, %.0f bytes a key, mean %.2f ms, worst %.2f ms\n", name, n,
		(double)(vth_received(v) - from_bytes) / (double)n, (double)sum / (double)n / 1e6,
		(double)worst / 1e6);
	vth_free(v);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc > 4 && strcmp(argv[1], "start") == 0)
		return starts(argv[2], argv[3], argv + 4);
	if (argc > 5 && strcmp(argv[1], "keys") == 0)
		return keys(argv[2], argv[3], argv[4], argv + 5);
	return 2;
}
