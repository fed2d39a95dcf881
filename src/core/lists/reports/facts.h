/* facts.h - what happened in a period, each once, with the place it counts in: what the counts of a report look at. */
#ifndef CORE_LISTS_REPORT_FACTS_H
#define CORE_LISTS_REPORT_FACTS_H

#include "core/lists/boards/files.h"
#include "core/rules/indicators.h"

enum source { OF_FILES, OF_PEOPLE, OF_VISITS, OF_GIFTS, OF_PSYCH, OF_NEEDS, OF_EVENTS, OF_CLAIMS, OF_TEFU, OF_REVIEWS,
	OF_ACTIVITIES, SOURCES };

struct fact {
	const struct rec *rec;       /* as it was at the end of the period */
	str place;                   /* the code of the org it counts in */
	uint64_t family;             /* 0: of no family */
	/* OF_FILES */
	const struct file *file;
	const struct stage *stage;   /* what it counted for, when it was open */
	bool refused;                /* nobody was let in, and nobody reached */
	/* OF_PEOPLE */
	const struct cared *cared;
	bool alone, in_hospital;
};
struct facts {
	const struct codebook *book;
	const struct care *care;
	struct span span;            /* of the report */
	date on;                     /* its last day, or today while it runs */
	struct files files;
	/* What was handed up of earlier periods: visits with a greater number than seen came too late for it. */
	struct { VEC(struct handed_up { struct span span; str place; int64_t seen; }); } handed;
	struct { VEC(struct fact); } of[SOURCES];
};
/* Of these sources (bits) and this period of a report, within one's part of the tree. */
enum rc facts_take(struct job *, str report, struct span, uint32_t sources, struct facts *, struct err *) MUST_CHECK;

/* The type of the records behind a source, what the rows of its lists are, and their columns. */
struct source_row { const struct rec_type *type, *row; const char *columns; };
extern const struct source_row source_rows[SOURCES];

/* A part of the tree: an org and all below it, or (own) the org itself. */
struct part { str code; bool own; };
bool part_has(struct part, str place);

/* One thing that may be counted. */
struct count {
	const char *name, *label;
	enum source of;
	bool inner; /* what moves about inside a part does not count there */
	bool (*counts)(const struct facts *, const struct fact *, struct part);
};
const struct count *count_find(str name); /* or NULL */
const char *count_nearest(str name);      /* or NULL */
const struct count *count_all(size_t *n);

#endif
