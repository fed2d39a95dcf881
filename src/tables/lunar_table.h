/* lunar_table.h - the shape of the generated calendar (gen_lunar.py). */
#ifndef TABLES_LUNAR_TABLE_H
#define TABLES_LUNAR_TABLE_H

#include <stdint.h>

enum { LUNAR_FIRST = 1900, LUNAR_LAST = 2100, LUNAR_YEARS = LUNAR_LAST - LUNAR_FIRST + 1,
	LUNAR_TERMS = 24 };

/* Bits 0-12: the 1st, 2nd ... month of the year has 30 days; 13-16: the leap month's number;
 * 17-22: days from 1 January to the first day of the first month. */
extern const uint32_t lunar_years[LUNAR_YEARS];
/* A term (春分, 清明 ... 惊蛰) never falls before this day of its month, */
extern const uint8_t lunar_term_first[LUNAR_TERMS];
/* and so many days behind it in a Gregorian year: two bits a term, 春分 lowest. */
extern const uint64_t lunar_terms[LUNAR_YEARS];

#endif
