/* ident.h - numbers that carry a check: citizen id, disability certificate, phone, division code.
 *
 * All take what was typed, normalise it (full-width, blanks, lower-case x) and say in a sentence
 * what is wrong.  The normal form is what is stored. */
#ifndef REC_IDENT_H
#define REC_IDENT_H

#include "base/date.h"
#include "base/vec.h"

/* GB 11643-1999: area, birth, number of the day (odd for men), check digit.  15-digit numbers are
 * converted with century 19. */
struct idno { pdate birth; bool male; str area; /* 6 digits */ };
enum rc idno_parse(struct arena *, str in, date today, str *normal, struct idno *, struct err *)
	MUST_CHECK;

/* Any document that names a person: a citizen id, or what is no id by its length - a passport, a
 * permit from Hong Kong, Macao (H or M and 8 or 10 digits) or Taiwan (8 digits): 5 to 18 letters and
 * digits.  What looks like an id must be a right one. */
enum rc document_parse(struct arena *, str in, date today, str *normal, struct err *) MUST_CHECK;

/* Certificate of disability = id + kind 1-7 + grade 1-4 (+ B + how often it was issued again). */
struct cert { str idno; int kind, grade; struct idno person; };
enum rc cert_parse(struct arena *, str in, date today, str *normal, struct cert *, struct err *)
	MUST_CHECK;

/* Mobile (11 digits from 1), land line (val_parse() puts the area code in front of a local one),
 * hot lines.  000-0000-nnnn of the demo is accepted: nobody can be called.  An extension stands behind
 * a dash: 04683345612-801.  Two numbers are refused. */
enum rc phone_parse(struct arena *, str in, str *normal, struct err *) MUST_CHECK;
str phone_text(struct arena *, str normal); /* 139 0000 5678, 0468-3345612 转 801 */
/* The numbers of a cell, each as it can be parsed, and the words beside it (女儿); none when no digit is
 * there. */
struct phone_part { str number, owner; };
struct phone_parts { VEC(struct phone_part); };
struct phone_parts phone_split(struct arena *, str cell);

/* 2.3E+17: a number that a spreadsheet wrote as an amount. */
bool ident_scientific(struct arena *, str typed);
/* 18 digits that end in 000, 20 in 00000: what a spreadsheet leaves of a number it took for an amount,
 * fifteen digits.  One of a thousand real ids ends so, too. */
bool ident_cut(str s);

/* 6/9/12/15 digits, 12-digit padded input accepted; stored without trailing zero groups. */
enum rc division_parse(struct arena *, str in, str *normal, struct err *) MUST_CHECK;

/* A mobile keeps 3 in front and 4 behind, an id 4 and 2, a certificate 4, a name its surname, an
 * address what stands before the first number.  kind is a K_ constant of rec.h. */
str ident_mask(struct arena *, int kind, str text);

#endif
