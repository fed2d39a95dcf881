/* lunar.h - the Chinese calendar 1900-2100 from a table (GB/T 33661; the one of ICU is wrong for 2027 and 2030). */
#ifndef BASE_LUNAR_H
#define BASE_LUNAR_H

#include "base/date.h"

struct lunar { int y, m, d; bool leap; };

/* False outside 1900-01-31 .. 2101-01-28. */
bool lunar_of(date, struct lunar *);
/* The day, or {0} when that year has no such month or day. */
date lunar_date(struct lunar);
int lunar_month_days(int y, int m, bool leap); /* 29, 30 or 0 */
int lunar_leap_month(int y);                   /* 0 = none */

/* A lunar day of the year without its year: how birthdays and anniversaries are stored.
 * month * 100 + day, + 10000 for a leap month; 0 = not set. */
typedef struct { int32_t md; } lunarday;

/* The first day on or after from that keeps this anniversary: day 30 in a 29-day month is kept
 * on the 29th; a leap month's day in that leap month where the year has it, else in the ordinary
 * month of the same number. */
date lunar_next(lunarday, date from);

/* 八月十五 闰四月初一 8-15 腊月三十 正月初一 农历8.15 */
enum rc lunar_parse(str in, lunarday *out, struct err *) MUST_CHECK;
str lunarday_text(struct arena *, lunarday); /* 八月十五 */
str lunar_text(struct arena *, date);        /* 三月二十, 闰六月初一 */

enum term { TERM_CHUNFEN, TERM_QINGMING, TERM_GUYU, TERM_LIXIA, TERM_XIAOMAN, TERM_MANGZHONG,
	TERM_XIAZHI, TERM_XIAOSHU, TERM_DASHU, TERM_LIQIU, TERM_CHUSHU, TERM_BAILU, TERM_QIUFEN,
	TERM_HANLU, TERM_SHUANGJIANG, TERM_LIDONG, TERM_XIAOXUE, TERM_DAXUE, TERM_DONGZHI,
	TERM_XIAOHAN, TERM_DAHAN, TERM_LICHUN, TERM_YUSHUI, TERM_JINGZHE, TERM_COUNT };
/* The day of a solar term in a Gregorian year 1900-2100. */
date solar_term(int year, enum term);

#endif
