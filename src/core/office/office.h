/* office.h - the settings of one office: config/ read into structs, every problem at once.
 *
 * A file in the office's own directory (--config DIR, else DATA/config) says what differs from the
 * embedded one of the same name (settings.h). */
#ifndef CORE_OFFICE_H
#define CORE_OFFICE_H

#include "base/date.h"
#include "base/yaml.h"
#include "rec/code.h"
#include "rec/rec.h"
#include "rec/text.h"
#include "store/seal.h"

/* One of the counters a family is due by: care.yaml. */
enum { COUNTERS_MAX = 6 };
struct counter {
	str name;      /* contact meet home street leader */
	str label;     /* 联系 见面 上门 街道岗 */
	str counts;    /* attribute of VISIT_MODE a visit must have: contact, meet, home */
	str post;      /* key in ASSIGN_POST whose worker must have come, or "" */
};
struct quota { int64_t times; enum period period; int rolling; }; /* times 0: not asked */
struct preset { str name, label; struct quota quota[COUNTERS_MAX]; };
struct level { str level; const struct preset *preset; int64_t review_days; }; /* of CARE_LEVEL */
/* Why a family stands where it stands: what a weight may look at. */
enum weighs { WEIGHS_OVERDUE_DAYS, WEIGHS_SOFT, WEIGHS_FIRST_VISIT, WEIGHS_FLAG, WEIGHS_LEVEL, WEIGHS_ATTEMPTS,
	WEIGHS_COUNT };
struct weight { str name; enum weighs when; str arg; int64_t points, most; };

/* A day that calls for care: when it falls, what is done, for whom, in which days
 * around it.  rules/days.c reckons it. */
enum day_at { AT_SOLAR, AT_LUNAR, AT_EVE, AT_NTH, AT_TERM, AT_BIRTHDAY, AT_CHILD_BIRTH, AT_CHILD_DEATH };
enum day_kind { DAY_VISIT, DAY_PHONE, DAY_GREET, DAY_PUBLIC, DAY_QUIET };
const char *day_kind_text(enum day_kind);
struct care_day {
	str name, label;
	enum day_at at;
	int month, nth;    /* nth: day of the month, which weekday of the month, or enum term */
	int weekday;
	enum day_kind kind;
	int64_t from, to;  /* days before (negative) and after */
	str who;           /* "", bereaved, mother, father, old */
	bool opt_in;       /* only where the family asked for it */
};

/* Special support: dated amounts; a later line of the same kind replaces an earlier. */
struct amount { date from; str kind; int64_t yuan; };
struct support {
	date born_from;
	int64_t wife_age, max_grade;
	struct amount *amount;
	size_t namounts;
};

struct care {
	struct counter counter[COUNTERS_MAX];
	size_t ncounters;
	struct preset *preset;
	size_t npresets;
	struct level *level;
	size_t nlevels;
	const struct preset *usual;
	bool each_post;          /* each of the two posts owes the contacts, not the family as a whole */
	int64_t soft_share;      /* yellow from this percent of the period on */
	int64_t first_visit_days;
	int64_t attempts, attempt_days; /* this many in so many days: another way may be agreed */
	int64_t late_days, very_late_days; /* noted later than this; later still wants the supervisor */
	int64_t home_visits_a_day; /* of one worker; more are looked into */
	struct weight *weight;
	size_t nweights;
	struct care_day *day;
	size_t ndays;
	str quiet_hint;          /* what a contact person does on a quiet day */
	int64_t event_contact_hours, event_visit_days; /* after a grave event */
	int64_t silence_attempts, silence_hours;       /* unanswered: an alarm */
	struct strs silence_flags;                     /* CARE_FLAG keys it watches */
	int64_t claim_days;                            /* ask again about a claim this often */
	int64_t sign_warn_days, sign_idle_months;      /* expiring, signed without service */
	struct support support;
	int64_t after_care_months;                     /* 延续关怀 before a file that has ended is closed */
	int64_t seal_years;                            /* after closing; 0 = never */
	int64_t debrief_days;                          /* after a death or a crisis, to talk with the worker */
	int64_t load_most, heavy_week;                 /* families of a worker; heavy visits in a week */
};

/* The rules that were in force before the present ones: read when a day of theirs is asked for. */
struct past_rules {
	enum rc (*at)(void *ctx, date, const struct care **, struct err *); /* NULL: there were none */
	void *ctx;
};

enum clear { CLEAR_NONE, CLEAR_OWN, CLEAR_SCOPE };
/* Which families are there at all for a role: those of its part of the tree, those it is a contact person of, none. */
enum families_of { FAMILIES_REACH, FAMILIES_LINKED, FAMILIES_NONE };

struct role {
	str name;
	uint32_t reach; /* how many digits of its unit's division code bound what it sees: 12, 9, 6, 0 */
	struct strs grants; /* the roles it may give and take */
	enum families_of families;
	bool log;       /* reads the log of the whole office, without what it says of families */
	bool supervises; /* reads and approves what colleagues write */
	bool usual;     /* of a worker whose record names none */
	enum clear clear; /* whose personal fields are shown as they are: nobody's, one's own families', all within reach */
	int64_t sens;   /* the highest level shown at all */
	bool sealed;    /* sees what is sensitive in sealed files */
	struct strs may;
	str home;       /* the screen it starts with; "" = today */
};

/* association.yaml: what an association must have. */
struct required_post { str name, level, post; int64_t count; struct strs kinds; }; /* kinds: none, any will do */
struct body_share { str body; int64_t percent; };
struct association_rules {
	struct required_post *post;
	size_t nposts;
	struct body_share *share; /* of the grass roots and of those it serves, at least */
	size_t nshares;
	int64_t dormant_days;    /* without a sign of life; 0: never */
	struct prep_step { str name; int64_t before; } *prep; /* of a day of the association, the earliest first */
	size_t nprep;
	str prep_task;           /* what its activity is, of SIX_TASK */
	struct strs liaison_levels; /* of the units whose staff must be there for somebody below */
	int64_t liaison_days;    /* without a word between them; 0: never */
	int64_t *warn_days;      /* before a term ends, the greatest first */
	size_t nwarn_days;
};

struct org_seed { str code, name, short_name, level; struct strs alias; };

struct office {
	str name, language, tel_area;
	struct codebook codes;
	struct org_seed *org;
	size_t norgs;
	struct care care;      /* the rules in force */
	int64_t emergency_hours; /* how long a family stays open in an emergency */
	int64_t hide_minutes, leave_minutes; /* without a key: the screen is hidden, the session ends; 0 = never */
	struct association_rules association;
	struct seal_key backup_key[SEAL_MOST]; /* whom backups are sealed to */
	size_t nbackup_keys;
	int64_t backup_warn_days; /* everybody is told of a last backup that is older; 0 = never */
	int64_t dormant_days;  /* an account that was not used for so long is pointed out; 0 = never */
	const struct ynode *care_root; /* what they were read from */
	date care_from;        /* when the rules in force began */
	struct past_rules past; /* older ones; rules.c knows them */
	struct role *role;
	size_t nroles;
	const struct rec_type *by_tag[256]; /* the same, by their tags */
	const struct rec_type **types; /* core_types with the office's own fields, NULL-terminated */
	const char *dir;               /* the office's own config directory, or NULL */
	str counted_by;                /* all settings that what a family counts for depends on, as one text */
};

/* types: of the records that settings speak of, NULL-terminated (core_types).  On problems RC_INVALID
 * with the first few in e->msg; office_problems() has the whole text. */
enum rc office_load(struct arena *, const struct rec_type *const *types, const char *dir, struct office **,
	struct err *) MUST_CHECK;
/* The rules that were in force on a day; RC_IO when they are kept but cannot be read any more. */
enum rc office_care_at(const struct office *, date, const struct care **, struct err *) MUST_CHECK;
/* Reads a text of care.yaml (an older one, kept in the store) into *out; what it does not speak of is as
 * in the rules in force. */
enum rc office_read_care(struct arena *, const struct office *, str name, str text, struct care *out,
	struct err *) MUST_CHECK;
/* care.yaml as it is in force, and an older text of it, written so that what says the same is equal. */
str office_care_text(struct arena *, const struct office *);
str office_care_same(struct arena *, str text);
/* All problems of all config files, "" when there are none. */
str office_problems(struct arena *, const struct rec_type *const *types, const char *dir);
const struct rec_type *office_type(const struct office *, str name); /* or NULL */
/* A shipped type with the office's own fields; the log's entries are no type of the office and stay as
 * they are. */
const struct rec_type *office_own(const struct office *, const struct rec_type *shipped);
/* The role of that name, or NULL; "" is the one a worker has who was given none. */
const struct role *office_role(const struct office *, str name);
/* The words of roles.yaml for these. */
const char *role_reach_name(const struct role *);
const char *role_families_name(const struct role *);
const char *role_clear_name(const struct role *);

#endif
