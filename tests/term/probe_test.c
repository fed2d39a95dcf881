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
};

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
	execl(program, program, (char *)NULL);
	_exit(127);
}

/* Reads until the text has come and the program has ended if it should; answers reports. */
static bool play(const struct terminal *t)
{
	static char out[OUTPUT];
	struct winsize size = { 24, 80, 0, 0 };
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
		seen = strstr(out, t->see) != NULL;
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
	static const struct terminal terminals[] = {
		{ "not UTF-8", { "\033[1;3R", "\033[1;2R" }, "xterm", "C.UTF-8",
			"character set to UTF-8", 2 },
		{ "UTF-8", { "\033[1;2R", "\033[1;2R" }, "xterm", "C.UTF-8", "今日", -1 },
		{ "ambiguous characters wide", { "\033[1;2R", "\033[1;3R" }, "xterm-256color",
			"zh_CN.UTF-8", "今日", -1 },
		{ "mute", { NULL, NULL }, "vt100", NULL, "今日", -1 },
		{ "unknown TERM", { "\033[1;2R", "\033[1;2R" }, "no-such-terminal", "C", "今日", -1 },
		{ "no TERM", { "\033[1;2R", "\033[1;2R" }, NULL, "POSIX", "今日", -1 },
		{ "locale that does not exist", { "\033[1;2R", "\033[1;2R" }, "linux", "xx_YY.latin9",
			"今日", -1 },
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
	for (size_t i = 0; i < sizeof terminals / sizeof *terminals; i++) {
		bool good = play(&terminals[i]);

		printf("%s %zu - %s\n", good ? "ok" : "not ok", i + 1, terminals[i].name);
		bad += !good;
	}
	snprintf(command, sizeof command, "rm -rf %s", dir);
	return system(command) != 0 || bad > 0;
}
