/* types.h - the records of a care office: one struct a type (domain.md 2.1, 2.3-2.7).
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
	date on_from, on_to, away_from, away_to;
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
	ref void_by;
	str void_why;
	date entered;
};

struct ruleset { /* care.yaml as it was from a day on */
	struct rec r;
	str name;
	date from;         /* 0 = from the beginning */
	note text;
};

extern const struct rec_type org_type, worker_type, family_type, person_type, assignment_type,
	visit_type, ruleset_type;
/* The shipped types, NULL-terminated; the office's own fields are appended by office_load(). */
extern const struct rec_type *const core_types[];

/* Shared by check functions: the typed record of a struct check. */
#define IS(c, S) ((struct S *)(c)->is)
#define WAS(c, S) ((const struct S *)(c)->was)

#endif
