/* lines.c - cuts a text into lines, compares them with patterns, shows them. */
#include "lines.h"

#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void lines_cut(struct lines *l, char *text)
{
	for (l->n = 0; text && *text && l->n < LINES_MAX - 1; l->n++)
		l->line[l->n] = strsep(&text, "\n");
	if (text && *text)
		l->line[l->n++] = text;
}

bool line_fits(const char *line, const char *pattern)
{
	char *whole;
	regex_t re;
	bool fits;

	if (strncmp(pattern, "~ ", 2) != 0)
		return !strcmp(line, pattern);
	if (asprintf(&whole, "^(%s)$", pattern + 2) < 0)
		abort();
	if (regcomp(&re, whole, REG_EXTENDED | REG_NOSUB) != 0) {
		printf("# not a regular expression: %s\n", pattern + 2);
		free(whole);
		return false;
	}
	fits = regexec(&re, line, 0, NULL, 0) == 0;
	regfree(&re);
	free(whole);
	return fits;
}

static bool fit(char *const *got, size_t n, char *const *want, size_t m)
{
	for (; m && strcmp(*want, "...") != 0; got++, n--, want++, m--)
		if (!n || !line_fits(*got, *want))
			return false;
	if (!m)
		return !n;
	for (size_t skip = 0; skip <= n; skip++)
		if (fit(got + skip, n - skip, want + 1, m - 1))
			return true;
	return false;
}

bool lines_fit(const struct lines *got, const struct lines *want)
{
	return fit(got->line, got->n, want->line, want->n);
}

void lines_show(const char *title, const struct lines *l)
{
	printf("# %s\n", title);
	for (size_t i = 0; i < l->n; i++)
		printf("#   |%s\n", l->line[i]);
}
