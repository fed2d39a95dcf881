/* job.h - what a running query is given and fills; shared by the files that hold queries. */
#ifndef CORE_JOB_H
#define CORE_JOB_H

#include "core/impl.h"

struct job;
struct named {
	struct query query;
	enum rc (*run)(struct job *);
	const char *index;      /* for the generic ones: the index they walk */
};

struct job {
	struct session *s;
	struct arena *a;
	const struct ask *ask;
	const struct named *named;
	struct page *page;
	size_t cap;
	struct err *e;
	enum rc rc;
};

struct row *job_row(struct job *);
/* Is the next row of the whole list inside the window?  Counts it either way. */
bool job_window(struct job *);
/* A part costs as much as all of it: all rows are given, whatever the window, and kept until a commit. */
void job_whole(struct job *);
void job_family(struct job *, uint64_t id);
/* A record as a row, masked, with room for so many facts; NULL when it is gone. */
struct row *job_record(struct job *, const struct rec_type *, uint64_t id, size_t nfacts,
	str **fact);
enum rc job_walk(struct job *, const struct rec_type *, const char *index, uint64_t about,
	bool backward, bool (*each)(void *, uint64_t, const val *)) MUST_CHECK;
str job_text(struct job *, const struct row *, const char *field); /* a field as people read it */

/* today.c */
enum rc job_today(struct job *) MUST_CHECK;
enum rc job_reminders(struct job *) MUST_CHECK;
extern const char *const remind_facts[];

/* board.c */
enum rc job_board(struct job *) MUST_CHECK;
enum rc job_gap(struct job *) MUST_CHECK;
extern const char *const board_facts[], *const board_heads[];

/* movement.c */
enum rc job_movement(struct job *) MUST_CHECK;
enum rc job_moved(struct job *) MUST_CHECK;
enum rc job_visits_in(struct job *) MUST_CHECK;
enum rc job_events_in(struct job *) MUST_CHECK;
extern const char *const movement_facts[], *const movement_heads[], *const events_in_facts[],
	*const visits_in_facts[];

/* handover.c */
enum rc job_who(struct job *) MUST_CHECK;
enum rc job_handover(struct job *) MUST_CHECK;
extern const char *const handover_facts[], *const who_facts[];

/* changes.c */
enum rc job_changes(struct job *) MUST_CHECK;
extern const char *const change_facts[];

/* quality.c */
enum rc job_quality(struct job *) MUST_CHECK;
extern const char *const quality_facts[];

/* campaign.c */
enum rc job_plan(struct job *) MUST_CHECK;
enum rc job_invite(struct job *) MUST_CHECK;
enum rc job_ledger(struct job *) MUST_CHECK;
extern const char *const invite_facts[], *const plan_facts[], *const ledger_facts[], *const ledger_heads[];

#endif
