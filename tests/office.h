/* office.h - an office of its own for a test: a directory that goes away, opening, a sound store.
 * Brings cmocka along, behind our own headers: it has a macro called fail. */
#ifndef TESTS_OFFICE_H
#define TESTS_OFFICE_H

#include "base/str.h"
#include "core/session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static char office_dir[64], office_data[80];

static inline int office_set_up(void **state)
{
	(void)state;
	strcpy(office_dir, "/tmp/office.XXXXXX");
	if (!mkdtemp(office_dir))
		return -1;
	snprintf(office_data, sizeof office_data, "%s/data", office_dir);
	return 0;
}

static inline int office_tear_down(void **state)
{
	char command[100];

	(void)state;
	snprintf(command, sizeof command, "rm -rf %s", office_dir);
	return system(command);
}

static inline struct session *office_open(struct arena *a, bool create)
{
	struct session *s;
	struct err e = { 0 };

	if (session_open(a, &(struct session_opts){ .data = office_data, .create = create }, &s, &e) !=
	    RC_OK)
		fail_msg("%s", e.msg);
	return s;
}

static inline void office_say(void *arg, str line)
{
	(void)arg;
	print_message("%.*s\n", STR_FMT(line));
}

static inline void assert_sound(struct session *s)
{
	uint64_t bad = 1;
	struct err e = { 0 };

	assert_int_equal(session_check(s, office_say, NULL, &bad, &e), RC_OK);
	assert_int_equal(bad, 0);
}

#endif
