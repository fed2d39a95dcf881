/* session.h - one person at work: all that screens and the command line may ask of the core.
 *
 * The faces of its rooms together, with opening and closing.  A room includes the faces of the rooms below
 * it, never this.
 *
 * Every get, list, find and save goes through here, within the person's part of the org tree.
 * What the person may not see arrives masked (and equal in base and rec, hence untouched by a
 * save).  Nobody above this layer sees store/. */
#ifndef CORE_SESSION_H
#define CORE_SESSION_H

#include "core/access.h"
#include "core/backup.h"
#include "core/find/refer.h"
#include "core/lists/lists.h"
#include "core/founding.h"
#include "core/salvage.h"
#include "core/work/work.h"

struct session_opts {
	const char *data;    /* the data directory */
	const char *config;  /* the office's own settings, or NULL for DATA/config */
	const char *as;      /* --as LOGIN, or NULL */
	bool read_only;
	bool create;         /* make a new office when there is none (demo, first start) */
	const struct founding *founding; /* what it begins with; NULL: the units of office.yaml */
	const struct rescue_plan *rescue; /* instead: what is whole in a damaged one */
};

/* Without --as: whoever owns the data directory is the office's administrator.  --as is believed
 * only when the real user owns it. */
enum rc session_open(struct arena *, const struct session_opts *, struct session **, struct err *)
	MUST_CHECK;
void session_close(struct session *);
bool session_exists(const char *data); /* is there an office in this directory? */

bool session_read_only(const struct session *);
str session_warning(const struct session *); /* disk nearly full ..., or "" */

/* Has anybody, ourselves included, committed since this tick?  fd: readable when it may be so. */
uint64_t session_tick(struct session *);
bool session_stale(const struct session *, uint64_t tick);
int session_fd(const struct session *);
void session_drain(struct session *);

/* ---- looking after the office --------------------------------------------------------------- */

enum rc session_check(struct session *, void (*say)(void *, str), void *arg, uint64_t *bad,
	struct err *) MUST_CHECK;
/* The administrator's: builds what is derived again and puts counters right. */
enum rc session_reindex(struct session *, struct err *) MUST_CHECK;

#endif
