#!/usr/bin/env python3
"""Writes lunar_table.c: the months and the solar terms of 1900-2100, by the rules of GB/T 33661.

The build does not run this; the result is committed.  apt install python3-ephem; then
    /usr/bin/python3 src/tables/gen_lunar.py > src/tables/lunar_table.c

The rules: a month begins on the day of the new moon, in Beijing; the winter solstice is in month
11; when thirteen months begin from one month 11 to the next, the first of them without a principal
term (a longitude of the sun divisible by 30 degrees) is the leap month.
"""
import bisect, datetime, math
import ephem

FIRST, LAST = 1900, 2100
ZONE_SINCE = ephem.Date('1928/12/31 16:00')  # before that, the mean time of Beijing
LOCAL = 7 / 24 + 45 / 1440 + 40 / 86400

# Moments so near to midnight that the published calendar has the next day: the new moon of month 4
# of 1906 (computed 23:52, Beijing) and the winter solstice of 1951 (23:59:57; it was 00:00:01).
# The new moon of 28 September 2057 (23:59:50) stays: the Hong Kong Observatory's tables have the
# 29th, and its own note to them says that they may be a day off there.
NEW_MOONS = {datetime.date(1906, 4, 23): datetime.date(1906, 4, 24)}
TERMS = {(1951, 18): datetime.date(1951, 12, 23)}


def beijing(moment):
	"""The day in Beijing of a moment in UT."""
	return ephem.Date(moment + (8 / 24 if moment >= ZONE_SINCE else LOCAL)).datetime().date()


def longitude(moment):
	"""The apparent longitude of the sun, in degrees, in the equinox of date."""
	sun = ephem.Sun()
	sun.compute(moment, epoch=moment)
	at = ephem.Equatorial(sun.g_ra, sun.g_dec, epoch=moment)
	return math.degrees(ephem.Ecliptic(at, epoch=moment).lon)


def term(year, k):
	"""The day of term k (longitude 15k, 0 = the spring equinox) in a Gregorian year."""
	ahead = 15 * k if k < 19 else 15 * k - 360
	moment = ephem.Date('%d/3/20' % year) + ahead / 360 * 365.2422
	for _ in range(8):  # every round leaves a thirtieth of the error
		error = (longitude(ephem.Date(moment)) - 15 * k + 180) % 360 - 180
		moment -= error / 360 * 365.2422
	return TERMS.get((year, k)) or beijing(moment)


def new_moons():
	"""The first days of all months from before FIRST - 1 to after LAST + 1."""
	moment, days = ephem.Date('%d/11/1' % (FIRST - 2)), []
	while moment < ephem.Date('%d/1/15' % (LAST + 2)):
		moment = ephem.next_new_moon(moment)
		day = beijing(moment)
		days.append(NEW_MOONS.get(day, day))
		moment = ephem.Date(moment + 1)
	return days


def numbered(moons, terms):
	"""(first day, month, is leap) of every month from before FIRST to after LAST."""
	principal = sorted(terms[y, k] for y, k in terms if k % 2 == 0)
	years = range(FIRST - 1, LAST + 2)
	eleventh = [bisect.bisect_right(moons, terms[y, 18]) - 1 for y in years]
	months = []
	for a, b in zip(eleventh, eleventh[1:]):
		empty = [i for i in range(a, b) if bisect.bisect_left(principal, moons[i]) ==
			bisect.bisect_left(principal, moons[i + 1])]
		leap = empty[0] if b - a == 13 else None
		number = 10
		for i in range(a, b):
			number += i != leap
			months.append((moons[i], (number - 1) % 12 + 1, i == leap))
	return months


def month_words(months):
	"""One word a year; lunar_table.h says what its bits are."""
	new_years = [i for i, (_, number, leap) in enumerate(months) if number == 1 and not leap]
	words = []
	for a, b in zip(new_years, new_years[1:]):
		begin = months[a][0]
		word = (begin - datetime.date(begin.year, 1, 1)).days << 17
		for i in range(a, b):
			days = (months[i + 1][0] - months[i][0]).days
			assert days in (29, 30), months[i]
			word |= (days == 30) << (i - a)
			word |= months[i][1] << 13 if months[i][2] else 0
		assert 12 <= b - a <= 13 and (b - a == 13) == any(m[2] for m in months[a:b])
		words.append((begin.year, word))
	words = [w for y, w in words if FIRST <= y <= LAST]
	assert len(words) == LAST - FIRST + 1
	return words


def term_words(terms):
	"""The earliest day of each term in its month, and a word of offsets a year."""
	years = range(FIRST, LAST + 1)
	first = [min(terms[y, k].day for y in years) for k in range(24)]
	for y in years:
		for k in range(24):
			assert terms[y, k].month == ((k + 1) // 2 + 2) % 12 + 1
			assert terms[y, k].day - first[k] < 4
	return first, [sum((terms[y, k].day - first[k]) << 2 * k for k in range(24)) for y in years]


def array(name, values, form, per_line):
	print('const %s = {' % name)
	for i in range(0, len(values), per_line):
		print('\t' + ' '.join(form % v + ',' for v in values[i:i + per_line]))
	print('};')


def main():
	terms = {(y, k): term(y, k) for y in range(FIRST - 1, LAST + 2) for k in range(24)}
	first, offsets = term_words(terms)
	print('/* lunar_table.c - written by gen_lunar.py; do not edit.  Sources: NOTICE. */')
	print('#include "tables/lunar_table.h"\n')
	array('uint32_t lunar_years[LUNAR_YEARS]', month_words(numbered(new_moons(), terms)),
		'0x%06x', 8)
	array('uint8_t lunar_term_first[LUNAR_TERMS]', first, '%d', 12)
	array('uint64_t lunar_terms[LUNAR_YEARS]', offsets, '0x%012x', 5)


if __name__ == '__main__':
	main()
