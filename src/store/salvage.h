/* salvage.h - a new office out of what is whole in a damaged one. */
#ifndef STORE_SALVAGE_H
#define STORE_SALVAGE_H

#include "store/store.h"

struct salvaged {
	uint64_t records, entries; /* that are in the new one */
	uint64_t rebuilt;          /* of the records: put together from the log, to the checksum it gives */
	uint64_t lost;             /* records and entries of which nothing is left, and records of which only an older version is */
	uint64_t unread;           /* pages that the disk did not give */
};

/* Reads dir's data.mdb and never writes there.  into is an empty store, made for this (store_create's fill); what is lost
 * is told, one line each, and stands in the new log, so that check knows of it. */
enum rc store_salvage(struct store *into, const char *dir, void (*say)(void *, str), void *arg, struct salvaged *,
	struct err *) MUST_CHECK;

/* The act under which the log says what was lost. */
#define SALVAGE "salvage"

#endif
