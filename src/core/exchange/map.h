/* map.h - column maps: which column of somebody else's roster is which field (config/maps/).
 *
 *	children: ["20", "21", ...]        codes of RELATION that mean a child
 *	reason: 拒绝原因                   title of the column that the sheet of refused rows has more
 *	ditto: [同上, 〃]                  what stands for the cell above
 *	footers: [填表人, 合计]            with what a row below the data begins
 *	groups:                            merged titles above others, and what they put in front of them
 *	  - {prefix: 子女, titles: [子女情况]}
 *	columns:
 *	  - field: head.id_no              of the family, or of its head. or child.
 *	    titles: [证件号码, 身份证号]   what the column may be called
 *	    required: true                 a file without this column is no such roster
 *	  - field: community
 *	    titles: [所属社区, 社区]
 *	    merged: true                   an empty cell is what a merged one leaves below: the one above
 *	  - field: phone1
 *	    owner: phone1_owner            where what stands beside a number goes (女儿)
 *	    next: phone2                   where the next number of one cell goes
 *	  - field: child.name
 *	    new: 子女                      for a new record that the row says nothing about
 *	  - field: kind
 *	    titles: [家庭类别]
 *	    with: child.disab_grade        look up "what it says/that field's code" first
 *	    values: {失独: "11", 伤残/1: "21", 伤残: ""}
 *
 *	contacts:                          which columns name a contact person
 *	  - post: "2"                      of ASSIGN_POST
 *	    titles: [社区联系人]
 *	    phone: [社区联系人电话]         tells apart workers of one name
 *
 * A word mapped to "" is known but says too little: the field stays empty and the report says so.
 * Titles are compared without blanks, width and case. */
#ifndef CORE_MAP_H
#define CORE_MAP_H

#include "base/yaml.h"
#include "core/office/office.h"

enum part { PART_FAMILY, PART_HEAD, PART_CHILD, PARTS };

struct map_field { enum part part; const struct field *field; };
struct map_value { str word, means; };

struct map_column {
	struct map_field to, with; /* with.field NULL: none */
	struct strs titles;
	struct map_value *value;
	size_t nvalues;
	str fresh;                 /* new: */
	bool required, merged;
	int owner, next;           /* columns of the map, -1: none */
};

struct map {
	struct map_column *column;
	size_t n;
	struct strs children;
	str reason;
	struct strs ditto, footers;
	struct map_group { str prefix; struct strs titles; } *group;
	size_t ngroups;
	struct map_contact { str post; struct strs titles, phone; } *contact;
	size_t ncontacts;
};

extern const struct rec_type *const part_type[PARTS];

/* The map config/maps/NAME.yaml, the office's own or the shipped one. */
enum rc map_load(struct arena *, const struct office *, const char *name, struct map **,
	struct err *) MUST_CHECK;
/* The problems of a file of config/maps/ as text, for `config check`; "" when there are none. */
str map_problems(struct arena *, const struct office *, str file);

/* The meaning of a word, or NULL. */
const struct map_value *map_value(const struct map_column *, str word);
/* Is the title one of these, but for blanks, width and case? */
bool map_names(struct arena *, const struct strs *titles, str title);

#endif
