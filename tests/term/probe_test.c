/* probe_test.c - terminals that are not what one hopes for: one that is not UTF-8, one that never
 * answers, one that draws ambiguous characters wide, an unknown TERM, a C locale.  The program is
 * $QINQING; here the test itself is the terminal and answers the cursor reports. */
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LIMIT_MS = 10000, OUTPUT = 1 << 20 };

struct terminal {
	const char *name;
	const char *answer[2];      /* to the first and second ESC[6n; NULL: silent */
	const char *term, *locale;  /* NULL: unset */
	const char *see;            /* bytes that must come */
	int status;                 /* how it must end, -1: it keeps running */
	bool gb18030;               /* with a GB18030 locale at hand */
	const char *type, *then;    /* typed when see has come, and what must come of it */
};

static char locales[300];

static long now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void child(const struct terminal *t)
{
	const char *program = getenv("QINQING");

	if (t->term)
		setenv("TERM", t->term, 1);
	else
		unsetenv("TERM");
	if (t->locale)
		setenv("LC_ALL", t->locale, 1);
	else
		unsetenv("LC_ALL");
	if (t->gb18030)
		setenv("LOCPATH", locales, 1);
	execl(program, program, (char *)NULL);
	_exit(127);
}

/* Reads until the text has come and the program has ended if it should; answers reports. */
static bool play(const struct terminal *t)
{
	static char out[OUTPUT];
	struct winsize size = { 24, 80, 0, 0 };
	const char *see = t->see, *type = t->type;
	size_t n = 0, asked = 0, from = 0;
	long end = now_ms() + LIMIT_MS;
	bool seen = false;
	int fd, status = 0;
	pid_t pid = forkpty(&fd, NULL, NULL, &size);

	if (pid == 0)
		child(t);
	while (now_ms() < end && !(seen && t->status < 0)) {
		struct pollfd p = { fd, POLLIN, 0 };
		char *report;
		ssize_t got;

		if (poll(&p, 1, 100) <= 0)
			continue;
		got = read(fd, out + n, OUTPUT - 1 - n);
		if (got <= 0)
			break;
		n += (size_t)got;
		out[n] = 0;
		while ((report = strstr(out + from, "\033[6n")) != NULL) {
			from = (size_t)(report - out) + 4;
			if (asked < 2 && t->answer[asked] &&
			    write(fd, t->answer[asked], strlen(t->answer[asked])) < 0)
				return false;
			asked++;
		}
		seen = strstr(out, see) != NULL;
		if (seen && type) {
			if (write(fd, type, strlen(type)) < 0)
				return false;
			see = t->then;
			type = NULL;
			out[n = from = 0] = 0;
			seen = false;
		}
	}
	close(fd); /* hangs up */
	if (waitpid(pid, &status, 0) != pid)
		return false;
	if (!seen || (t->status >= 0 && (!WIFEXITED(status) || WEXITSTATUS(status) != t->status))) {
		printf("# %zu bytes, status %x: %.400s\n", n, (unsigned)status, out);
		return false;
	}
	return true;
}

int main(void)
{
#define UTF8_ANSWERS { "\033[1;2R", "\033[1;2R" }
	static const struct terminal terminals[] = {
		{ .name = "not UTF-8", .answer = { "\033[1;3R", "\033[1;2R" }, .term = "xterm",
			.locale = "C.UTF-8", .see = "character set to UTF-8", .status = 2 },
		{ .name = "UTF-8", .answer = UTF8_ANSWERS, .term = "xterm", .locale = "C.UTF-8",
			.see = "今日", .status = -1, .type = "/王", .then = "王" },
		{ .name = "ambiguous characters wide", .answer = { "\033[1;2R", "\033[1;3R" },
			.term = "xterm-256color", .locale = "zh_CN.UTF-8", .see = "今日", .status = -1 },
		{ .name = "mute", .term = "vt100", .see = "今日", .status = -1 },
		{ .name = "unknown TERM", .answer = UTF8_ANSWERS, .term = "no-such-terminal",
			.locale = "C", .see = "今日", .status = -1 },
		{ .name = "no TERM", .answer = UTF8_ANSWERS, .locale = "POSIX", .see = "今日",
			.status = -1 },
		{ .name = "locale that does not exist", .answer = UTF8_ANSWERS, .term = "linux",
			.locale = "xx_YY.latin9", .see = "今日", .status = -1 },
		/* 今日 and 王 in GB18030 */
		{ .name = "GB18030", .answer = { "\033[1;3R", "\033[1;2R" }, .term = "xterm",
			.locale = "zh_CN.GB18030", .see = "\xBD\xF1\xC8\xD5", .status = -1,
			.gb18030 = true, .type = "/\xCD\xF5", .then = "\xCD\xF5" },
	};
	char dir[] = "/tmp/probe.XXXXXX", command[300];
	int bad = 0;

	if (!getenv("QINQING") || !mkdtemp(dir))
		return 2;
	setenv("QINQING_NOW", "2026-05-06T09:00", 1);
	snprintf(command, sizeof command, "%s/data", dir);
	setenv("QINQING_DATA", command, 1);
	snprintf(command, sizeof command, "%s init >/dev/null", getenv("QINQING"));
	if (system(command) != 0)
		return 2;
	snprintf(locales, sizeof locales, "%s/locales", dir);
	snprintf(command, sizeof command, "mkdir %s/locales && localedef --no-archive -i zh_CN -f GB18030"
		" %s/locales/zh_CN.GB18030 2>/dev/null", dir, dir);
	if (system(command) != 0)
		printf("# localedef complains\n");
	for (size_t i = 0; i < sizeof terminals / sizeof *terminals; i++) {
		bool good = play(&terminals[i]);

		printf("%s %zu - %s\n", good ? "ok" : "not ok", i + 1, terminals[i].name);
		bad += !good;
	}
	snprintf(command, sizeof command, "rm -rf %s", dir);
	return system(command) != 0 || bad > 0;
}
