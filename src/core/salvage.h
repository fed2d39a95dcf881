/* salvage.h - a new office out of what is whole in a damaged one: for whoever looks after it. */
#ifndef CORE_SALVAGE_H
#define CORE_SALVAGE_H

#include "core/read/read.h"
#include "store/salvage.h"

/* What session_open() with create is to make the new office of. */
struct rescue_plan {
	const char *from;
	void (*say)(void *, str); /* what is lost, a line each */
	void *arg;
	struct salvaged *out;
};

/* Never writes to the damaged one; works without its lock file.  into: not there or empty.  config: the settings to read
 * it with, NULL: its own.  say: what is lost; then what check finds in the new one, bad of it. */
enum rc office_salvage(struct arena *, const char *damaged, const char *config, const char *into,
	void (*say)(void *, str), void *arg, struct salvaged *, uint64_t *bad, struct err *) MUST_CHECK;

#endif
