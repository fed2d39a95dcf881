/* rows.h - what lists yield: records like any other, with a table of fields.
 *
 * A list of records yields the records themselves; where it tells more of each, a struct that begins
 * with the record's and adds to its table (struct family_row).  What is no record - something due,
 * a line of a board, a labelled line of a card - is a small struct of its own.  Nothing here is text
 * that could be a value: values become words at the last door. */
#ifndef CORE_ROWS_H
#define CORE_ROWS_H

#include "core/records/organisation.h"
#include "store/store.h"

struct family_row {
	struct family f;
	str file;          /* 梧桐-7 */
	refs workers;      /* whom to call, who is nearest first */
	due_on state;      /* of contact, and of nothing else */
	reasons why;       /* it stands where it stands */
	date last;         /* the last contact */
	num age;           /* of the head */
	num score;
};
struct today_row { /* and what presses besides: a promise, an event, a claim */
	struct family_row f;
	due_on matter_due;
	reasons matter;
};
struct found_row { /* by a search */
	struct family_row f;
	reasons call, by;  /* the contact persons with their numbers; what was found of the family */
};
struct plan_row { /* of a campaign */
	struct family_row f;
	flag skip, done;
	money cash;        /* what was brought, and by whom */
	codes items;
	ref by;
};
struct invite_row { struct family_row f; flag invited; };
struct hand_row { /* what the next contact person must know */
	struct family f;
	str file;
	code post;
	num open_needs;
	codes quiet;
	date last;
};
struct member_row { struct person p; num age; };
struct cared_row { /* of a report: with what the family's file says */
	struct member_row m;
	str file;
	code kind, care_level;
	str live_addr;
	ref community;
};
struct roster_row { /* who looks after a family, one post beside the other */
	struct family_row f;
	ref community_worker, street_worker;
	phone community_phone, street_phone;
};
struct post_row { struct assignment as; flag live; };
struct worker_row { struct worker w; num families, heavy; flag talk; };
struct event_row { struct event v; num first_minutes; };
struct change_row { struct status st; str subject; reasons before, after, basis; };
struct log_row { struct entry en; str person, what; };

struct due_row { /* a reminder; dealt with by rule, target, detail and day */
	struct rec r;
	ref family, org;   /* whose it is: one of them */
	date due;
	code rule;
	reasons what;
	str target, detail;
	num points;
	flag urgent;
};
struct day_row { struct rec r; date on; str label, kind; flag quiet; ref family; reasons what; };
struct problem_row { struct rec r; ref family; reasons problem; };
struct ledger_row { struct rec r; code fund, task; num gifts; money cash, value; };

struct org_board {
	struct org o;
	struct board_numbers {
		num families;
		ratio contacts, card, doctor, green, insured, contacted, met, visited, closed, in_time,
			satisfied, complete; /* in the order of the indicators */
		num agreed;
		ratio load;  /* files of one worker, of those one person can carry */
	} n;
};
struct worker_board { struct worker w; struct board_numbers n; };
struct month_row {
	struct org o;
	num begin, in, out, end, bereaved, disabled, turned, contacts, homes, events, alarms, first_minutes;
};

struct key_row { /* an account, and a key that opens it */
	struct rec r;
	ref worker;
	str login, kind, print, device, from;
	date added, until, last;   /* last: when anything of theirs was last logged */
	reasons remark;
};
struct session_row { struct rec r; num number; ref worker; str login, from; moment since; str what; };

/* The association. */
struct council_row { struct seat st; flag grassroots; };
struct node_row { /* a place of the association; its numbers add up what lies below */
	struct org o;
	codes state;
	ref chair, secretary;
	num full, seconded, part, vacant, members, groups, links, activities;
	date life;         /* the last sign of it */
	ratio reps, council, standing;
	num lacking;       /* heads in all three */
};
struct activity_row { struct activity act; code state; };
struct work_row { /* what was done, by one of the codes of an activity */
	struct rec r;
	code task, place_kind, target;
	num activities, people, special_families, handouts, volunteers;
	money cost;
};
struct domain_row { struct rec r; code domain; num families, services, without; };
struct vacancy_row { struct rec r; ref node; code post; codes kinds; num need, has; };
struct share_row { struct rec r; code body; num seats; ratio share; num percent, need, lacking; };
struct survey_row { struct rec r; str survey, title; ref org; str ask, answer; num families; ratio share; };
struct helper_row { /* somebody with a skill, as near to a family as they are */
	struct rec r;
	code near, kind;
	str name;
	codes skills;
	num load;          /* households they look in on */
	phone phone;
	ref org;
	str topics;        /* of an expert: what they are willing to speak about */
	str caution;
};
struct budget_row { struct rec r; code task, fund; money budget, spent, left; ratio share, bar; };
struct spent_row { struct rec r; date on; str what; code task, fund; ref org; money amount; };
struct turnover_row { struct org o; num begin, came, left, end; ratio rate; };
struct restless_row { struct family_row f; num changes; };
struct campaign_day_row { struct rec r; date on; str name, label; num days; flag prepared; };
struct gap_row { struct rec r; ref node; reasons why; num score; };
struct venue_row { struct venue v; codes missing, missing_six; num activities; }; /* this year's */
struct task_row { struct task t; ratio parts; flag late; }; /* parts: done of those it was split into */

/* Reports: one of a period, and who owes it. */
struct report_row { struct rec r; str name, title; date from, to; ref org; code state; ref kept; str remark; };

/* Blocks of a card. */
struct line_row { struct rec r; str label; reasons text; };
struct contact_row {
	struct rec r;      /* of the worker; 0 = vacant */
	str label;
	code post;
	ref worker;
	flag cover;        /* stands in for the one above */
	phone phone;
	str hours, remark;
};
struct number_row {
	struct rec r;      /* of whom one calls: the worker, the member; of the family for its own */
	str label, who;
	phone phone;
	str hours;         /* when they may be called */
};
struct counter_row { struct rec r; str label; reasons text; num done, want; due_on state; flag first; };
struct seen_month { struct rec r; month month; num homes, others; str bar; };

extern const struct rec_type activity_row_type, work_row_type, domain_row_type, node_row_type, vacancy_row_type, council_row_type, share_row_type,
	cared_row_type, roster_row_type, helper_row_type, report_row_type, venue_row_type, task_row_type, budget_row_type, spent_row_type,
	survey_row_type, campaign_day_row_type, gap_row_type, turnover_row_type, restless_row_type;
extern const struct rec_type family_row_type, today_row_type, found_row_type, plan_row_type, invite_row_type, hand_row_type,
	member_row_type, post_row_type, worker_row_type, event_row_type, log_row_type, change_row_type, due_row_type,
	day_row_type, problem_row_type, ledger_row_type, org_board_type, worker_board_type, month_row_type,
	line_row_type, contact_row_type, number_row_type, key_row_type, session_row_type, counter_row_type, seen_month_type;

/* The order of a day's walk: estate, building, unit, room, numbers by their size. */
int by_building(const struct family *, const struct family *);

#endif
