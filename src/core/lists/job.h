/* job.h - what a running query is given and fills; shared by the files that hold queries. */
#ifndef CORE_JOB_H
#define CORE_JOB_H

#include "base/vec.h"
#include "core/read/view.h"
#include "core/rules/due.h"
#include "core/lists/lists.h"
#include "core/lists/rows.h"

struct job;
struct named {
	struct query query;     /* first: what ask.query points at */
	enum rc (*run)(struct job *);
	const char *index;      /* for the generic ones: the index they walk */
	const void *report;     /* reports/table.c: what is counted, and which number of it */
	size_t column;
	bool outside;           /* public inside the association: shown beyond one's part of the tree, too */
	bool within;            /* and yet more of it within */
	bool log;               /* not of the family, but of what was done with it: it says itself for whom it is */
};

struct job {
	struct session *s;
	struct arena *a;
	const struct ask *ask;
	const struct named *named;
	struct page *page;
	size_t cap;
	struct err *e;
};

/* Is the next row of the whole list inside the window?  Counts it either way. */
bool job_window(struct job *);
/* A part costs as much as all of it: all rows are given, whatever the window, and kept until a commit. */
void job_whole(struct job *);
/* A new row about a record, of the page's type, to be filled in; masked once all are there. */
void *job_row(struct job *, const struct rec_type *about, uint64_t id);
/* The same, beginning with the record itself, which lives as long as the page.  NULL: the row is beyond
 * the window. */
void *job_record(struct job *, const struct rec_type *, const struct rec *);
struct row *job_last(struct job *); /* the row made last: for its tone and group */
/* A row about a family with all that lists of families say of it. */
enum rc job_family(struct job *, uint64_t id) MUST_CHECK;
/* A walk over an index with one value before it (0: none), in the session's view. */
enum rc job_open(struct job *, const struct rec_type *, const char *index, uint64_t about,
	bool backward, struct cursor *) MUST_CHECK;
void add_id(struct arena *, refs *, uint64_t id); /* to a list of references */

/* Numbers of the open files of my part of the tree, community by community, then my own elsewhere. */
struct file_ids { VEC(uint64_t); };
enum rc job_open_files(struct job *, struct file_ids *) MUST_CHECK;
/* The families a worker looks after today, each once; ids may be NULL. */
enum rc job_load(struct job *, uint64_t worker, const uint64_t **ids, int64_t *n) MUST_CHECK;

/* filter.c: all rows are there; those stay that ask->filter means. */
enum rc job_filter(struct job *) MUST_CHECK;
/* order.c: all rows are there; they are put in order. */
enum rc job_sort(struct job *) MUST_CHECK;
void job_nearest_first(struct job *);

/* row.c: a family's row.  f lives as long as the arena; due may be NULL. */
enum rc family_fill(struct session *, struct arena *, struct family *f, struct family_row *,
	struct due *due, struct err *) MUST_CHECK;

enum rc job_find(struct job *) MUST_CHECK;
enum rc job_today(struct job *) MUST_CHECK;
enum rc job_reminders(struct job *) MUST_CHECK;
enum rc job_todo(struct job *) MUST_CHECK; /* the same for the card of one family */
enum rc job_board(struct job *) MUST_CHECK;
enum rc job_gap(struct job *) MUST_CHECK;
enum rc job_movement(struct job *) MUST_CHECK;
enum rc job_moved(struct job *) MUST_CHECK;
enum rc job_visits_in(struct job *) MUST_CHECK;
enum rc job_events_in(struct job *) MUST_CHECK;
enum rc job_who(struct job *) MUST_CHECK;
enum rc job_handover(struct job *) MUST_CHECK;
enum rc job_changes(struct job *) MUST_CHECK;
enum rc job_days(struct job *) MUST_CHECK;
enum rc job_agenda(struct job *) MUST_CHECK;
enum rc job_quality(struct job *) MUST_CHECK;
enum rc job_plan(struct job *) MUST_CHECK;
enum rc job_invite(struct job *) MUST_CHECK;
enum rc job_ledger(struct job *) MUST_CHECK;

/* seen.c: the log, and who looked at a family */
enum rc job_log(struct job *) MUST_CHECK;
enum rc job_seen(struct job *) MUST_CHECK;

enum rc job_saved(struct job *) MUST_CHECK;

/* rosters.c */
enum rc job_roster(struct job *) MUST_CHECK;
enum rc job_walk(struct job *) MUST_CHECK;

/* reports/handed.c */
enum rc job_reports(struct job *) MUST_CHECK;
enum rc job_frozen(struct job *) MUST_CHECK;
enum rc job_owed(struct job *) MUST_CHECK;

/* blocks.c: the blocks of a family's card */
enum rc job_file(struct job *) MUST_CHECK;
enum rc job_wishes(struct job *) MUST_CHECK;
enum rc job_standing(struct job *) MUST_CHECK;
enum rc job_doctors(struct job *) MUST_CHECK;
enum rc job_phones(struct job *) MUST_CHECK;
enum rc job_contacts(struct job *) MUST_CHECK;
/* The family doctors of the head and the spouse, each once, as this person may see them. */
struct doctors { VEC(const struct sign *); };
enum rc job_family_doctors(struct job *, struct doctors *) MUST_CHECK;
enum rc job_last_visits(struct job *) MUST_CHECK;
enum rc job_counters(struct job *) MUST_CHECK;
enum rc job_why(struct job *) MUST_CHECK;
enum rc job_missing(struct job *) MUST_CHECK;
enum rc job_months(struct job *) MUST_CHECK;
enum rc job_support(struct job *) MUST_CHECK;

/* accounts.c: for whose duty "access" is */
enum rc job_keys(struct job *) MUST_CHECK;
enum rc job_sessions(struct job *) MUST_CHECK;

enum rc job_workers(struct job *) MUST_CHECK;
enum rc job_activities(struct job *) MUST_CHECK;

/* boards/work.c */
enum rc job_work(struct job *) MUST_CHECK;
enum rc job_domains(struct job *) MUST_CHECK;
enum rc job_work_behind(struct job *) MUST_CHECK;
enum rc job_domain_with(struct job *) MUST_CHECK;
enum rc job_domain_without(struct job *) MUST_CHECK;

/* boards/organisation.c */
enum rc job_organisation(struct job *) MUST_CHECK;
enum rc job_inactive(struct job *) MUST_CHECK;
enum rc job_dormant(struct job *) MUST_CHECK;
enum rc job_vacancies(struct job *) MUST_CHECK;
enum rc job_below(struct job *) MUST_CHECK;
enum rc job_activities_in(struct job *) MUST_CHECK;

/* liaison.c: who is there for nobody, and for whom nobody is; in a unit and below it */
enum rc job_idle_cadres(struct job *) MUST_CHECK;
enum rc job_no_liaison(struct job *) MUST_CHECK;
enum rc job_idle_members(struct job *) MUST_CHECK;
enum rc job_unlinked(struct job *) MUST_CHECK;

/* venues.c: venues and trainings; tasks.c: what is to be done, by whom, until when */
enum rc job_venues(struct job *) MUST_CHECK;
enum rc job_trained(struct job *) MUST_CHECK;
enum rc job_untrained(struct job *) MUST_CHECK;
enum rc job_tasks(struct job *) MUST_CHECK;
enum rc job_my_tasks(struct job *) MUST_CHECK;
enum rc job_late_tasks(struct job *) MUST_CHECK;
enum rc job_tasks_of(struct job *) MUST_CHECK;
enum rc job_parts_of(struct job *) MUST_CHECK;
enum rc job_open_findings(struct job *) MUST_CHECK;

/* boards/budget.c */
enum rc job_budget(struct job *) MUST_CHECK;
enum rc job_spending(struct job *) MUST_CHECK;

/* boards/turnover.c */
enum rc job_turnover(struct job *) MUST_CHECK;
enum rc job_restless(struct job *) MUST_CHECK;

enum rc job_campaign_days(struct job *) MUST_CHECK; /* campaign_days.c */

enum rc job_hotlines(struct job *) MUST_CHECK; /* hotlines.c */

/* gaps.c */
enum rc job_gaps(struct job *) MUST_CHECK;

/* surveys.c */
enum rc job_survey(struct job *) MUST_CHECK;
enum rc job_survey_places(struct job *) MUST_CHECK;

/* helpers.c */
enum rc job_helpers(struct job *) MUST_CHECK;

/* council.c */
enum rc job_council(struct job *) MUST_CHECK;
enum rc job_shares(struct job *) MUST_CHECK;

/* numbers.c */
enum rc job_numbers(struct job *) MUST_CHECK;
enum rc job_numbers_of(struct job *) MUST_CHECK;

#endif
