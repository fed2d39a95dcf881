/* monkey_test.c - random keys on every screen: nothing breaks, no half character stands anywhere, and
 * after each key the screen is what a full repaint shows.
 *   usage: monkey_test [KEYS [SEED]]     the program is $QINQING */
#include "vth.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { KEYS = 10000, QUIET_MS = 2, SIZES = 3 };

static uint64_t state;

static unsigned below(unsigned n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(state >> 33) % n;
}

/* What a tired worker may hit; what leads into other screens stands there more than once. */
static const char *const keys[] = { "<Down>", "<Down>", "<Up>", "<Enter>", "<Enter>", "<PgDn>",
	"<PgUp>", "<Home>", "<End>", "<Left>", "<Right>", "<Tab>", "<Tab>", "<BTab>", "<BS>", "<Del>",
	"<F1>", "<F2>", "<F3>", "<F4>", "<F5>", "<F6>", "<F7>", "<F8>", "<F9>", "<F10>", "<F10>", "<Space>",
	"<C-s>", "<C-o>", "<C-u>", "<C-k>", "<C-w>", "<C-a>", "<C-e>", "<A-x>", "v", "v", "e", "n", "m",
	"a", "V", "W", "F", "O", "L", "i", "u", "y", "d", "c", "s", "k", "j", "g", "G", "t", "D", "H", "/",
	"/", ":", "?", "-", "+", "1", "2", "3", "7", "0", "x", "q", "王", "张", "曾", "欧阳", "𠮷", "䶮",
	"阿卜杜拉·买买提", "精神尚好，家中一切正常，无诉求。", "wxl", "é", "👨", "，", "“", "\x01", "\xff" };

static bool start(struct vth **v, char *const argv[], const char *const env[])
{
	static const int sizes[SIZES][2] = { { 24, 80 }, { 10, 40 }, { 30, 130 } };
	static unsigned round;
	const int *size = sizes[round++ % SIZES];

	*v = vth_start(&(struct vth_how){ size[0], size[1], "xterm-256color", env },
		(const char *const *)argv);
	return vth_see(*v, "admin", VTH_LIMIT_MS) == VTH_OK ||
	       vth_quiet(*v, 50, VTH_LIMIT_MS) == VTH_OK;
}

static char *picture(struct vth *v)
{
	static char text[2][VTH_LINE_TEXT * 64];
	static int which;
	char line[VTH_LINE_TEXT], *out = text[which ^= 1];
	size_t n = 0;

	for (int r = 0; r < vth_rows(v); r++)
		n += (size_t)snprintf(out + n, sizeof text[0] - n, "%s\n", vth_line(v, r, line));
	return out;
}

static void press(struct vth *v, char *what, size_t room)
{
	const char *key = keys[below(sizeof keys / sizeof *keys)];

	snprintf(what, room, "%s", key);
	if (below(60) == 0) {
		snprintf(what, room, "<Esc>");
		vth_type(v, "<Esc>");
	} else if (below(80) == 0) {
		snprintf(what, room, "a paste");
		vth_paste(v, "王秀兰\t13900005678\n\033[31m第二行\r\n𠮷");
	} else if (below(150) == 0) {
		snprintf(what, room, "a resize");
		vth_resize(v, 4 + (int)below(40), 12 + (int)below(140));
	} else if (key[0] == '<' && key[1]) {
		vth_type(v, key);
	} else {
		vth_send(v, key, strlen(key));
	}
}

/* One office, one stream of keys. */
static int play(int count, uint64_t seed)
{
	int done = 0, starts = 1;
	char dir[] = "/tmp/monkey.XXXXXX", data[64], demo[256], what[64] = "the start", before[64];
	const char *program = getenv("QINQING");
	const char *env[] = { "QINQING_NOW=2026-05-06T09:00", "LC_ALL=C.UTF-8", data, NULL };
	char *run[] = { (char *)(uintptr_t)program, NULL };
	const char *trouble = NULL;
	struct vth *v;

	state = seed;
	if (!program || !mkdtemp(dir))
		return 2;
	snprintf(data, sizeof data, "QINQING_DATA=%s/data", dir);
	snprintf(demo, sizeof demo, "env %s %s %s demo --families 40 >/dev/null", env[0], data, program);
	if (system(demo) != 0 || !start(&v, run, env)) {
		printf("not ok - the demo office opens\n");
		return 1;
	}
	while (done < count && !trouble) {
		char *now;

		if (done && done % (count / SIZES + 1) == 0) { /* the next size */
			vth_free(v);
			starts++;
			if (!start(&v, run, env))
				trouble = "it does not start again";
		}

		memcpy(before, what, sizeof before);
		press(v, what, sizeof what);
		done++;
		if (vth_quiet(v, QUIET_MS, VTH_LIMIT_MS) == VTH_GONE || vth_wait(v, 0) >= 0) {
			int status = vth_wait(v, VTH_LIMIT_MS);

			if (status != 0) {
				trouble = "it ended badly";
				break;
			}
			vth_free(v);
			starts++;
			if (!start(&v, run, env))
				trouble = "it does not start again";
			continue;
		}
		if (vth_torn(v))
			trouble = "a half character";
		now = picture(v);
		vth_send(v, "\f", 1);
		if (!trouble && vth_quiet(v, QUIET_MS, VTH_LIMIT_MS) == VTH_OK && strcmp(now, picture(v)) != 0) {
			/* Once more, slowly: it may not have been finished. */
			vth_quiet(v, 100, VTH_LIMIT_MS);
			now = picture(v);
			vth_send(v, "\f", 1);
			vth_quiet(v, 100, VTH_LIMIT_MS);
			if (strcmp(now, picture(v)) != 0) {
				printf("%s", now);
				trouble = "a full repaint shows something else";
			}
		}
	}
	printf("# %d keys, %d starts\n", done, starts);
	if (trouble) {
		printf("not ok - %s after %s (before it %s), key %d\n%s", trouble, what, before, done,
			picture(v));
		return 1;
	}
	vth_free(v);
	snprintf(demo, sizeof demo, "%s --data %s/data check", program, dir);
	printf(system(demo) == 0 ? "ok - random keys, seed %llu\n" : "not ok - check finds damage, seed %llu\n",
		(unsigned long long)seed);
	snprintf(demo, sizeof demo, "rm -rf %s", dir);
	return system(demo) != 0;
}

/* Two at once: there are two cores, and time is what this costs. */
int main(int argc, char **argv)
{
	int count = argc > 1 ? atoi(argv[1]) : KEYS, status = 0, bad;
	uint64_t seed = argc > 2 ? (uint64_t)atoll(argv[2]) : 20260506;
	pid_t other = fork();

	if (other == 0)
		exit(play(count / 2, seed + 1));
	bad = play(count / 2, seed);
	fflush(stdout);
	if (other < 0 || waitpid(other, &status, 0) != other || status != 0)
		bad = 1;
	return bad;
}
