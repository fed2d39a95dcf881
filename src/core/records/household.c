/* household.c - who is what in a family, by relation, only-child mark and dates. */
#include "core/records/household.h"

bool person_is_child(const struct codebook *book, const struct person *p)
{
	return code_means(book, p->relation, MEANS_CHILD) ||
	       (!p->relation.key.n && p->is_only_child.v == FLAG_YES);
}

bool person_is_spouse(const struct codebook *book, const struct person *p)
{
	return code_means(book, p->relation, MEANS_SPOUSE);
}

void person_name_head(const struct codebook *book, struct person *p, const struct family *f)
{
	if (!p->relation.key.n && p->is_only_child.v != FLAG_YES && f->head.id == p->r.id)
		p->relation.key = code_usual(codebook_find(book, S("RELATION")));
}

bool person_is_parent(const struct codebook *book, const struct person *p)
{
	return code_means(book, p->relation, MEANS_HEAD) || person_is_spouse(book, p);
}

bool person_leaves_spouse(const struct codebook *book, const struct person *p)
{
	return person_is_parent(book, p) && !code_means(book, p->marital, MEANS_DIVORCED);
}

bool person_married_in(const struct codebook *book, const struct person *p, const struct person *child)
{
	return person_is_spouse(book, p) && code_means(book, p->marital, MEANS_REMARRIED) &&
	       p->marital_date.ymd && child->birth.ymd && p->marital_date.ymd > child->birth.ymd;
}

bool person_younger(const struct person *p, const struct person *other)
{
	return p->birth.ymd && other->birth.ymd && p->birth.ymd > other->birth.ymd;
}

bool person_died(const struct person *p, date on)
{
	return p->death_date.ymd ? pdate_first(p->death_date).day <= on.day : p->alive.v == FLAG_NO;
}

bool person_lives(const struct person *p, date on)
{
	return !person_died(p, on) && pdate_first(p->birth).day <= on.day;
}

bool family_bereaved(const struct codebook *book, const struct family *f)
{
	return code_means(book, f->kind, MEANS_BEREAVED);
}

bool person_is_cared_for(const struct codebook *book, const struct person *p, date on)
{
	return p->entered.day <= on.day && !person_died(p, on) && person_is_parent(book, p);
}
