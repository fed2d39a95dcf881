/* council.h - a body of the association on a day, and whether enough of it comes from the people.
 *
 * 区、乡镇、办事处计生协会员代表、理事、常务理事中来自基层一线的群众和服务对象比例分别不低于60%、40%、20%
 * (向阳区计划生育协会改革实施方案, 2022). */
#ifndef CORE_RULES_COUNCIL_H
#define CORE_RULES_COUNCIL_H

#include "core/read/view.h"
#include "core/records/organisation.h"

struct council {
	const struct seat **seat; /* who sits there that day, in the order in which they came */
	size_t n;
	int64_t grassroots;       /* so many of them count */
	int64_t percent;          /* so much is asked for; 0: nothing */
	int64_t need, lacking;    /* heads: ceil(percent x n), and how many there are too few */
};

/* Those of the latest term among whoever is in office that day: from the day they came until the day they
 * left.  instead (may be NULL) is looked at in the place of the stored seat of its number, or besides.
 * Inside enter(). */
enum rc council_on(struct session *, struct arena *, uint64_t node, str body, date on, const struct seat *instead,
	struct council *, struct err *) MUST_CHECK;
/* Heads asked for, of n: exactly percent is enough. */
int64_t council_need(int64_t percent, int64_t n);
bool seat_grassroots(const struct session *, const struct seat *);

#endif
