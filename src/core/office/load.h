/* load.h - what the files of office/ share while settings are being read: takers find the office
 * through the file they take from. */
#ifndef CORE_OFFICE_LOAD_H
#define CORE_OFFICE_LOAD_H

#include "core/office/office.h"

struct loader { /* yfile.ctx */
	struct office *o;
	struct care *care; /* being filled: the one in force, or an older one */
};

static inline struct office *office_of(const struct yfile *f)
{
	return ((const struct loader *)f->ctx)->o;
}

void codes_load(struct yfile *, const struct ynode *root);
void care_load(struct yfile *, const struct ynode *root);
void days_take(struct yfile *, const struct ynode *, void *care); /* the list `days` of care.yaml */
void association_load(struct yfile *, const struct ynode *root);
void org_take(struct yfile *, const struct ynode *, void *org_seed); /* one of the list `orgs` of office.yaml */
void roles_load(struct yfile *, const struct ynode *root);

#endif
