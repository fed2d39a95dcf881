/* place.h - judging where the data and the settings lie, before anything of them is believed. */
#ifndef STORE_PLACE_H
#define STORE_PLACE_H

#include "base/arena.h"
#include "base/err.h"

#include <sys/types.h>

/* Refuses what somebody else could change behind our back: a directory (a link to one is followed)
 * or anything in it that another account owns or may write, or one that could be swapped because a
 * directory above it is open to all.  What is not there is trusted.  root_too: root may own it. */
enum rc place_trusted(struct arena *, const char *dir, bool root_too, struct err *) MUST_CHECK;

/* Does this look like LMDB's file: a file, with both its first pages?  Judged by reading, since LMDB
 * maps it and believes it.  Whether all its pages are there is env.c's to tell. */
enum rc place_judge(const char *file, struct err *) MUST_CHECK;

#endif
