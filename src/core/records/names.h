/* names.h - what several record types do alike with names, addresses and family files. */
#ifndef CORE_NAMES_H
#define CORE_NAMES_H

#include "core/records/types.h"

/* Keep the pinyin initials in step with a name: filled in when empty, and again when the name
 * changed and nobody has corrected them. */
void names_fill_py(struct arena *, str name, str was_name, str was_py, str *py);

/* 建设小区9-4-401, 松鹤园3栋2单元501室, 12#1-101 -> its parts; false when there is no building. */
struct place { str place, building, unit, room; };
bool names_place(struct arena *, str address, struct place *out);

/* 梧桐-7 from "230402001001-0007" and the community's short name. */
str names_file_short(struct arena *, str file_no, str community_short);

#endif
