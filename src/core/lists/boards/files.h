/* files.h - which files a community had before a period and at its end, and which came and went in it.  A
 * family counts where it lived then, as what it then was. */
#ifndef CORE_BOARD_FILES_H
#define CORE_BOARD_FILES_H

#include "core/lists/job.h"
#include "core/read/past.h"

/* The first rows of a month; the order of the board's columns. */
enum { FILE_BEGIN, FILE_IN, FILE_OUT, FILE_END, FILE_BEREAVED, FILE_DISABLED, FILE_TURNED, FILE_COUNTS };

struct place { uint64_t org; str code; bool inside; }; /* a community, and whether it is in my part */
struct file {
	uint64_t id;
	const struct place *before, *home; /* in the evening before the period, and on its last */
	bool begins, ends;                 /* open then? */
	bool passes;                       /* opened and closed again in between */
	bool bereaved, disabled, turned;
};
struct owned { uint64_t id, no, family; };
struct files {
	struct span span;
	struct { VEC(struct file); } file;      /* by their numbers */
	struct { VEC(const struct place *); } place;
	/* What belonged to another family at the end of the period than it does now. */
	struct owners { VEC(struct owned); } visits, events;
};
enum rc files_load(struct job *, struct span, struct files *, struct err *) MUST_CHECK;
/* Does the file count in a division (its code or the beginning of it), and as what? */
void file_counts(const struct file *, str div, bool is[FILE_COUNTS]);
/* Where the family lived at the end of the period; NULL: not in my part of the tree. */
const struct place *files_home(const struct files *, uint64_t family);
/* Whose it was then. */
uint64_t files_owner(const struct owners *, uint64_t id, uint64_t now);

#endif
