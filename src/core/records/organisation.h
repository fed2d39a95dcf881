/* organisation.h - the records of the association itself: one struct a type, like types.h. */
#ifndef CORE_ORGANISATION_H
#define CORE_ORGANISATION_H

#include "core/records/types.h"

struct association { /* 协会组织: one a node */
	struct rec r;
	ref node;
	str name;
	date founded;
	num term;
	date term_from, term_end;
	codes have;        /* of 有阵地、有制度、有窗口、有活动 */
	str note;
	date ended;
};

struct seat { /* 会员代表, 理事, 常务理事 */
	struct rec r;
	ref node;          /* whose body it is */
	code body;
	num term;
	str name, py;
	code sex, kind;    /* kind: whom they come from */
	str duty, workplace;
	phone phone;
	date from, to;     /* to: the first day on which they no longer sit there */
};

struct meeting { /* 会议 */
	struct rec r;
	ref node;
	date on;
	code kind;
	str title;
	ref group;
	num entitled, attended;
	note agenda, resolved;
};

struct member { /* 会员 */
	struct rec r;
	str name, py;
	code sex;
	pdate birth;
	phone phone;
	ref org;
	code kind;
	date joined, left;
	codes skills;
	ref group;
	str address, place, building;
	flag grassroots;
	ref person;        /* of a special family: whom the association serves */
	str note;
	ref worker;        /* as whom they log in: the households linked to them are theirs to see */
};

struct group { /* 会员小组 */
	struct rec r;
	str name;
	ref org, leader;
	date founded, ended;
};

struct link { /* 会员联系户: of a family of ours, or of an ordinary household */
	struct rec r;
	ref member, family;
	str household, address;
	phone phone;
	ref org;           /* the member's */
	date from, to;
	str why;
};

struct expert { /* 健康教育专家库 */
	struct rec r;
	str name, py;
	code sex, field;
	codes skills;      /* what they help with */
	ref org;           /* whose pool */
	str workplace, rank;
	phone phone;
	str topics;        /* what they are willing to speak about */
	date from, to;
	str note;
};

struct liaison { /* 联系群众: a cadre or a representative, for an association or for a member */
	struct rec r;
	ref worker, seat;  /* one of them */
	ref node, member;  /* one of them */
	ref org;           /* where it lies: of whom it is for */
	date from, to;
	str why;
};

struct call { /* 联系群众记录: that they spoke */
	struct rec r;
	ref liaison, org;
	date on;
	code mode;
	note note;
	ref by;
};

struct venue { /* 阵地 */
	struct rec r;
	str name;
	code kind;
	ref org;
	str address;
	num area;          /* m2 */
	str opening, owner, shared;
	codes have, six;
	date founded, ended;
	str note;
};

struct training { /* 培训 */
	struct rec r;
	ref org;
	date on;
	str topic, trainer;
	num hours;
	refs workers;      /* who came */
	str note;
};

struct task { /* 工作任务: deployed from above, split down to the places below */
	struct rec r;
	str title, document;
	ref node, owner, whole;
	date given, due, done;
	note result;
};

struct inspection { /* 检查督导 */
	struct rec r;
	ref node;
	date on;
	ref by;
	str title;
	note note;
};

struct finding { /* 检查发现的问题 */
	struct rec r;
	ref inspection, org;
	str text;
	ref owner;
	date due, fixed;
	str how;
};

struct budget { /* 预算: of a year, for one of the six tasks, from one source */
	struct rec r;
	num year;
	ref org;
	code task, fund;
	money amount;
	str note, name;
};

struct expense { /* 支出: what no gift, premium or activity says */
	struct rec r;
	ref org;
	date on;
	code task, fund;
	money amount;
	str what, receipt;
};

struct notice { /* 网上计生协: what the public is told */
	struct rec r;
	str title;
	code kind;
	note text;
	ref node;
	date from, to;     /* both days included */
};

bool notice_in_force(const struct notice *, date on);

extern const struct rec_type association_type, seat_type, meeting_type, member_type, group_type, link_type,
	expert_type, liaison_type, call_type, venue_type, training_type, task_type, inspection_type,
	finding_type, budget_type, expense_type, notice_type;

#endif
