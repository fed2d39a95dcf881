/* rulesets.h - every text care.yaml has had: kept when it changes, read when a day of its time is asked for. */
#ifndef CORE_WORK_RULESETS_H
#define CORE_WORK_RULESETS_H

#include "core/read/view.h"

/* Keeps the text in force with the day it came into force, and lets the office find the older ones. */
enum rc rulesets_open(struct session *, struct err *) MUST_CHECK;

#endif
