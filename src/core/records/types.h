/* types.h - the records of a care office: one struct a type.
 *
 * Each type's table, labels, indexes and rules stand in the .c of its name.  Names of members are
 * the names of fields everywhere: YAML, CSV, command line, log. */
#ifndef CORE_TYPES_H
#define CORE_TYPES_H

#include "rec/rec.h"

struct org { /* 组织/区划节点 */
	struct rec r;
	division code;
	str name, short_name;
	code level, kind;
	ref parent;
	date valid_from, valid_to;
	ref successor;
	texts alias;
	phone phone;
	str address;
};

struct worker { /* 工作人员/联系人 */
	struct rec r;
	str name, py;
	code sex;
	ref org;
	codes post;
	code staff_kind;
	phone mobile, tel;
	str wechat, duty_time;
	ref substitute;
	date on_from, on_to, term_end, away_from, away_to; /* term_end: of a secondment */
	num grassroots_years;
	citizen id_no;
	str login;
	code role;
};

struct family { /* 家庭 */
	struct rec r;
	str file_no;
	str hh_code;
	code kind;
	date kind_since;
	str kind_evidence;
	ref head;
	ref community;
	str hukou_addr, live_addr;
	str place, building, unit, room;
	str grid;
	flag separated;
	phone phone1, phone2, phone3;
	str phone1_owner, phone2_owner, phone3_owner;
	str emergency_name;
	code emergency_relation;
	phone emergency_phone;
	str key_holder;
	codes wish_mode;
	str wish_time;
	codes wish_no;
	str wish_note;
	code care_level;
	str care_reason;
	date care_since;
	codes days_off, days_on; /* care days the family does not want, and has asked for */
	code preset;       /* agreed otherwise (约定方式): overrides the level's preset */
	date preset_from;
	codes care_flags;
	code live_state, housing, heating;
	codes income_src;
	money income_month;
	code dibao;
	note needs_text;
	code care_will;
	str paper_box;
	date card_given;
	date opened, closed;
	code close_reason;
	str moved_from;
};

struct person { /* 家庭成员 */
	struct rec r;
	ref family;
	str name, py;
	code relation, sex, id_kind;
	citizen id_no;
	pdate birth;
	lunarday birth_lunar;
	code ethnic, education, marital;
	pdate marital_date;
	code hukou_kind;
	str work_unit;
	code work_state, party;
	phone phone;
	code health;
	str diseases;
	code self_care;
	certno disab_cert;
	code disab_kind, disab_grade;
	code medical_ins, pension;
	flag te_fu;
	flag alive;
	pdate death_date;
	code death_cause;
	flag is_only_child;
	str only_child_cert;
	flag has_grandchild;
	str guardian;
	date entered;      /* belongs to the file since then; 0 = from its opening */
};

struct assignment { /* 联系人安排 */
	struct rec r;
	ref family;
	code post;
	ref worker;
	date from, to;
	code reason;
	date handover_at;
	ref handover_from, handover_by;
	date family_told;
	code told_how;
	note note;
};

struct visit { /* 联系/走访记录 */
	struct rec r;
	ref family;
	moment when;
	code mode, outcome;
	ref by;
	refs with, met;
	codes occasion, domains;
	code body, mood;
	codes home_safe;
	note talk;
	num minutes;
	date next_due;
	str next_note, photo_ref;
	flag photo_ok;
	num late_days;     /* day of entry - day of visit */
	ref sign;
	date signed_on;
	date entered;
};

struct ruleset { /* care.yaml as it was from a day on */
	struct rec r;
	str name;
	date from;         /* 0 = from the beginning */
	note text;
};

struct need { /* 诉求: a ticket */
	struct rec r;
	ref family, person;
	str no;
	code kind;
	note text;
	code source, urgent;
	date received, due, closed;
	ref owner;
	codes helper_dept;
	code waiting;      /* the department whose turn it is */
	ref visit;         /* where it came up */
	code result;
	date reply_at;
	code satisfied;
	flag open;         /* not closed: what the list of open ones is kept by */
};

struct step { /* 办理过程: one step of a need */
	struct rec r;
	ref family, need;
	date on;
	ref by;
	code dept;
	note text;
};

struct event { /* 重大情况 */
	struct rec r;
	ref family, person;
	code kind;
	date happened;
	moment known_at;
	ref reported_to;
	moment first_contact, first_visit;
	str hospital, ward;
	date admit, discharge;
	flag alarm;        /* raised by the program: nobody answers */
	date closed;
	code outcome;
	note note;
	flag open;
	str cause;         /* the record that opened it, "visit:12"; "" = a person did */
};

struct sign { /* 家庭医生签约 */
	struct rec r;
	ref family, person;
	flag refused;
	str refuse_why, clinic, team, doctor;
	phone phone;
	date signed_on, expires, last_visit, last_exam;
	date entered;
};

struct green { /* 就医绿色通道 */
	struct rec r;
	ref family, person;
	str hospital, card_no;
	date given, expires;
	str contact;
	phone contact_phone;
	texts used;
};

struct policy { /* 保险 */
	struct rec r;
	str name;
	num year;
	code kind;
	str insurer, policy_no;
	date from, to;
	money premium, daily;
	num per_stay, per_year, waiting_days;
	flag count_both;   /* the days of admission and of discharge both count */
	str hospital_rule;
	money death_sum, injury_sum;
	code payer;
	phone hotline;
};

struct insured { /* 参保 */
	struct rec r;
	ref family, person, policy;
	flag confirmed;
	date added, removed;
	str remove_why;
};

struct claim { /* 理赔 */
	struct rec r;
	ref family, person, insured, event;
	str no;
	flag accident;     /* an accident has no waiting period */
	date reported, admit, discharge;
	codes documents;   /* given */
	num days, pay_days;
	money payable;
	str basis;         /* how it was reckoned */
	code state;
	money paid;
	date paid_on, told_family;
};

struct tefu { /* 特别扶助: status only, never pays */
	struct rec r;
	ref family, person;
	code kind;
	date applied, village_review, posted_from, posted_to, street_review, district_confirm;
	month first_month, stop_month;
	code stop_reason;
	codes documents;
};

struct review { /* 特扶年审 */
	struct rec r;
	ref family, person, tefu;
	num year;
	code state;
	ref by;
	date on;
	note note;
};

struct psych { /* 精神慰藉: restricted */
	struct rec r;
	ref family, person;
	date on;
	ref by;
	code form, scale;
	num score, item9;
	str band;
	code level, grief_stage, referral;
	date next;
	note note;
};

struct campaign { /* 专项走访 */
	struct rec r;
	str name;
	code occasion;
	date window_from, window_to;
	str scope;         /* a line of the look-up: whom it is for */
	ref org;
	flag gifts;        /* families that want no festival gifts are left out */
	money cash;
	codes goods;
	code fund;
	date closed;
};

struct gift { /* 慰问发放 */
	struct rec r;
	ref family, campaign;
	date on;
	codes items;
	str goods;
	money cash, value;
	ref by;
	str signed_by;
	code proxy_relation, fund, task;
};

struct activity { /* 活动 */
	struct rec r;
	str title;
	date on;
	ref org;
	code task, type, place_kind;
	codes target;
	num special_families, people, handouts, volunteers;
	codes project, stage;
	str venue, experts;
	refs attendees, members;
	money cost;
	code fund;
	note summary;
	str report_ref;
	date cancelled;
	str cancel_why;
	ref place;         /* a venue of ours */
	refs speakers;     /* of the pool of experts */
};

struct status { /* 状态变更: a change with its day */
	struct rec r;
	ref family, person;
	code what;         /* what no field tells: 迁入, 分户, 并档 */
	str was, is;       /* of a field: as stored, never as displayed */
	date effective;
	str evidence;
	ref approved_by;
	str about, field;  /* "family:7", "care_level" */
};

struct waiver { /* 提醒的处理: done, or not needed, with the reason */
	struct rec r;
	ref family, org;   /* one of them */
	str rule, target;
	date due;
	code state;
	str reason;
	ref by;
	date on;
};

struct glass { /* 紧急查看 */
	struct rec r;
	ref family, by;
	moment from, until;
	code reason;
	str words;
};

struct frozen { /* 报表存底: a report as it was handed up, with what stood behind each number */
	struct rec r;
	str report;        /* R05 */
	date from, to;
	ref org;
	code state;
	ref by;
	moment submitted;
	ref judged_by;     /* who approved it, or gave it back */
	date judged;
	ref frozen_by;
	date frozen;
	str remark;        /* why it was given back */
	num seen;          /* the last visit there was: those with a greater number were written down later */
	bytes numbers;     /* lists/reports/kept.c */
	str rules, sum;    /* what it was counted by, and what was counted: their sums */
};

struct saved { /* 存的名单: which list, how narrowed and ordered */
	struct rec r;
	str name, list, screen, filter, sort;
	ref org, by;
};

struct reply { /* 问卷答复: of config/surveys/, a line a question: name=value */
	struct rec r;
	ref family;
	str survey, title;
	code source;       /* who said so: the family, or the community that knows it */
	date on;
	ref by;
	note answers;
};

extern const struct rec_type reply_type;
extern const struct rec_type saved_type, frozen_type;
extern const struct rec_type org_type, worker_type, family_type, person_type, assignment_type,
	visit_type, ruleset_type, need_type, step_type, event_type, sign_type, green_type,
	policy_type, insured_type, claim_type, tefu_type, review_type, psych_type, campaign_type,
	gift_type, activity_type, status_type, waiver_type, glass_type;
/* The shipped types, NULL-terminated; the office's own fields are appended by office_load(). */
extern const struct rec_type *const core_types[];

/* What was said last of a person's family doctor until that day, a signing or a refusal; NULL: nothing. */
const struct sign *sign_last_word(struct rec *const *signs, size_t n, uint64_t person, date on);

/* Shared by check functions: the family of a person, so that a record about a person needs only the
 * person; refuses one of another family. */
enum rc person_family(struct check *, ref person, ref *family, struct err *) MUST_CHECK;
/* Refuses what is newly said to have been done with somebody on a day after their death, at the day's field. */
enum rc person_lived(struct check *, const struct rec_type *, ref person, date on, const char *day_field, struct err *) MUST_CHECK;
/* Refuses when somebody else who lives has this person's document in another open file, or in `family`
 * itself, which is open or about to be. */
enum rc person_once(struct check *, const struct person *, uint64_t family, struct err *) MUST_CHECK;

/* The typed record of a struct check. */
#define IS(c, S) ((struct S *)(c)->is)
#define WAS(c, S) ((const struct S *)(c)->was)

#endif
