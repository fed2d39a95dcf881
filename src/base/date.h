/* date.h - days, months, moments and periods in China Standard Time (fixed UTC+8, no tz database).
 *
 * A day is a number (1 = 0001-01-01, proleptic Gregorian), so that arithmetic is arithmetic.
 * The clock is passed in; only clock_now() and clock_ms() read it. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/arena.h"
#include "base/err.h"

typedef struct { int32_t day; } date;  /* 0 = not set */
typedef struct { int32_t ymd; } pdate; /* maybe partial: 19990700 = July 1999; 0 = not set */
typedef struct { int32_t ym; } month;  /* year * 12 + month, month 1-12; 0 = not set */
typedef struct { int64_t v; } moment;  /* minutes since 0001-01-01T00:00, * 2 + has a time of day */

struct ymd { int y, m, d; };

date date_of(int y, int m, int d); /* {0} when there is no such day */
struct ymd date_ymd(date);
int date_weekday(date);            /* 1 = Monday .. 7 = Sunday */
date date_add_months(date, int n); /* 31 January + 1 = the last of February */
int days_in_month(int y, int m);

pdate pdate_of(int y, int m, int d); /* m, d may be 0 */
struct ymd pdate_ymd(pdate);
date pdate_first(pdate); /* the first day it can mean */
date pdate_last(pdate);  /* the last one */

moment moment_of(date, int minute); /* minute of the day, or -1: no time of day known */
date moment_date(moment);
int moment_minute(moment); /* -1: none */

/* Now, in CST.  QINQING_NOW=2026-05-06T09:00 in the environment fixes it, for rehearsals and
 * tests; clock_is_fixed() lets the screens say so. */
moment clock_now(void);
bool clock_is_fixed(void);
/* Milliseconds, for intervals only: nobody sets this clock. */
int64_t clock_ms(void);

/* What people type: 2026-3-2 2026/3/2 2026.3.2 20260302 2026年3月2日, 3-2 (this year), T, T+1W,
 * T-3, +3d, -2w, +1m, 今天 昨天 前天 明天 后天, 周一 (of this week), 上周三, 下周一; full-width
 * digits; the years 1800 to 2200.  Refuses with a sentence.  Without a today (0) nothing counts from it:
 * that is how a file is read, whose writer's today nobody knows. */
enum rc date_parse(str in, date today, date *out, struct err *) MUST_CHECK;
/* The same as a question, of what is still being typed: all it can fail at is being no day yet. */
bool date_reads(str in, date today, date *out);
/* The same, and 1999, 1999-07, 199907, 1999年7月. */
enum rc pdate_parse(str in, date today, pdate *out, struct err *) MUST_CHECK;
enum rc month_parse(str in, date today, month *out, struct err *) MUST_CHECK; /* 2026-05 */
/* A date, then optionally T or a blank and 14:05, 1405 or 14点; 14:05 alone is today's; or 现在. */
enum rc moment_parse(str in, moment now, moment *out, struct err *) MUST_CHECK;
bool moment_reads(str in, moment now, moment *out);

str date_text(struct arena *, date);      /* 2026-05-06 */
str date_long(struct arena *, date);      /* 2026-05-06 周三 */
str date_short(struct arena *, date, date today); /* 05-06, 2025-12-31, 今天 昨天 */
str pdate_text(struct arena *, pdate);    /* 1999-07 */
str month_text(struct arena *, month);    /* 2026-05 */
str moment_text(struct arena *, moment);  /* 2026-05-06 or 2026-05-06T14:05 */
str moment_said(struct arena *, moment);  /* the same for people: 2026-05-06 14:05 */
const char *weekday_text(date);           /* 周三 */

int age_at(pdate birth, date on); /* completed years, -1 when the birth is not known */

/* Periods: week = ISO, Monday first. */
enum period { PERIOD_WEEK, PERIOD_MONTH, PERIOD_QUARTER, PERIOD_HALF, PERIOD_YEAR, PERIOD_ROLLING };
struct span { date first, last; }; /* both inclusive */

/* The period a day falls in.  rolling: the days up to and including d (n days long). */
struct span period_of(enum period, int rolling_days, date d);
/* 2026-05 and what else month_parse() knows, 2026-Q2, 2026-H1, 2026, or 2026-05-06; and how it is written. */
enum rc span_parse(str in, date today, struct span *out, struct err *) MUST_CHECK;
str span_text(struct arena *, struct span);
/* Which of them it is, PERIOD_ROLLING: none, as of a single day. */
enum period span_kind(struct span);
/* The one so many periods (or days) later; a period of no kind moves by its own length. */
struct span span_by(struct span, int by);
/* The day when share percent of the span has gone (75 %): first + floor(share*len/100),
 * at most last; for May and 75 that is the 24th. */
date span_soft(struct span, int share);

#endif
