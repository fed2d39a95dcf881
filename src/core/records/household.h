/* household.h - who is what in a family: the only answers to "is this the child, the spouse, a parent,
 * and do they live on that day".
 *
 * Children by marriage, grandchildren and the parents' own parents are none of these: they change
 * neither a family's kind nor anybody's support nor the care level. */
#ifndef CORE_RECORDS_HOUSEHOLD_H
#define CORE_RECORDS_HOUSEHOLD_H

#include "core/office/means.h"
#include "core/records/types.h"

/* A son or a daughter, born or adopted.  The mark 独生子女 alone says so only of somebody whose relation
 * is not known: a daughter-in-law may be an only child as well. */
bool person_is_child(const struct codebook *, const struct person *);
bool person_is_spouse(const struct codebook *, const struct person *);
/* A roster does not say of the head of a family that they are the head; the file does. */
void person_name_head(const struct codebook *, struct person *, const struct family *);
/* The head of the family or their spouse: those the care is for. */
bool person_is_parent(const struct codebook *, const struct person *);
/* Did somebody lose their spouse when this one died?  Not when the two had been divorced. */
bool person_leaves_spouse(const struct codebook *, const struct person *);
/* Dead on the evening of that day; somebody whose day of death nobody knows has always been. */
bool person_died(const struct person *, date on);
bool person_lives(const struct person *, date on); /* born, and not dead */
/* Did p marry into the family, having been married before, when the child had been born? */
bool person_married_in(const struct codebook *, const struct person *p, const struct person *child);
bool person_younger(const struct person *, const struct person *other); /* born after; not: not known */
/* Has the family lost its only child? */
bool family_bereaved(const struct codebook *, const struct family *);
/* Whom doctor, green channel and insurance are for on a day: the head and their spouse, in life and in the file.
 * Grandchildren and parents may live there too. */
bool person_is_cared_for(const struct codebook *, const struct person *, date on);

#endif
