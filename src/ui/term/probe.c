/* probe.c - cursor reports: å shows the charset, · the width of ambiguous characters. */
#include "ui/term/probe.h"

#include "base/date.h"

#include <poll.h>
#include <termios.h>
#include <unistd.h>

/* ESC [ row ; col R at p: its length and column, or 0. */
static size_t report(const char *p, size_t n, int *col)
{
	size_t i = 2;
	int row = 0;

	if (n < 6 || p[0] != '\033' || p[1] != '[')
		return 0;
	for (*col = 0; i < n && p[i] >= '0' && p[i] <= '9'; i++)
		row = row * 10 + (p[i] - '0');
	if (i >= n || p[i++] != ';' || row == 0)
		return 0;
	for (; i < n && p[i] >= '0' && p[i] <= '9'; i++)
		*col = *col * 10 + (p[i] - '0');
	return i < n && p[i] == 'R' ? i + 1 : 0;
}

struct probe probe_terminal(int in, int out, int wait_ms)
{
	static const char ask[] = "\r\303\245\033[6n\r\033[K\302\267\033[6n\r\033[K";
	static char buf[512], typed[512];
	struct probe p = { .utf8 = true, .ambiguous = 1 };
	struct termios was, raw;
	size_t n = 0, from = 0, kept = 0;
	int cols[2], got = 0;
	int64_t end = clock_ms() + wait_ms;

	if (tcgetattr(in, &was) != 0)
		return p;
	raw = was;
	raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
	raw.c_cc[VMIN] = 0;
	raw.c_cc[VTIME] = 0;
	tcsetattr(in, TCSANOW, &raw);
	if (write(out, ask, sizeof ask - 1) < 0)
		got = 2;
	while (got < 2 && n < sizeof buf && clock_ms() < end) {
		struct pollfd f = { in, POLLIN, 0 };
		ssize_t more;

		if (poll(&f, 1, (int)(end - clock_ms())) <= 0)
			break;
		more = read(in, buf + n, sizeof buf - n);
		if (more <= 0)
			break;
		n += (size_t)more;
		while (from < n && got < 2) {
			size_t len = report(buf + from, n - from, &cols[got]);

			if (len) {
				from += len;
				got++;
			} else if (buf[from] == '\033' && n - from < 12) {
				break; /* the rest is still on its way */
			} else {
				typed[kept++] = buf[from++];
			}
		}
	}
	while (from < n && got == 2)
		typed[kept++] = buf[from++];
	tcsetattr(in, TCSANOW, &was);
	p.typed = (str){ typed, (uint32_t)kept };
	if (got == 2) {
		p.answered = true;
		p.utf8 = cols[0] == 2;
		p.ambiguous = cols[1] == 3 ? 2 : 1;
	}
	return p;
}
