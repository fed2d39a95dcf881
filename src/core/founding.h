/* founding.h - what a new office holds from its first moment on: its units and its first workers, read from
 * a file or taken from office.yaml.
 *
 *	name: 东山区计划生育协会
 *	tel_area: "0468"
 *	orgs:
 *	  - {code: "230406", name: 东山区}
 *	  - {code: "230406001", name: 新一街道}
 *	  - {code: "230406001001", name: 繁荣社区, short: 繁荣, alias: [一社区]}
 *	workers:                               any field of a worker, as `qinqing new worker` takes it
 *	  - {name: 周敏, org: 繁荣社区, mobile: "13800000001", login: zhoumin, role: worker}
 *
 * name, tel_area and language are settings, founding_settings() writes them so; the rest become records. */
#ifndef CORE_FOUNDING_H
#define CORE_FOUNDING_H

#include "core/office/office.h"
#include "core/work/work.h"

struct founding {
	str name, tel_area, language; /* "" where it is not said */
	struct strs logins;           /* of the workers, those who have one */
	size_t norgs, nworkers;
	struct planted { VEC(struct planting { const struct rec_type *type; struct rec *rec; str what; }); } all;
};

/* What is wrong goes to the problems of f, each with its place: nothing may be planted then.  The units of
 * office.yaml stand in where the file has none; own: the office's office.yaml is its own, so that it rules, and
 * the file may say neither name, tel_area nor language.  whole false: what is not there yet is no problem. */
struct founding *founding_read(struct arena *, const struct office *, struct yfile *f, bool own, bool whole);
/* The units of office.yaml, unchecked. */
struct founding *founding_usual(struct arena *, const struct office *);
/* Its settings as the text of an office.yaml; "" when there are none. */
str founding_settings(struct arena *, const struct founding *);
/* A text between quotation marks, as YAML reads it. */
str founding_quoted(struct arena *, str);

/* All of it in one commit, into an office that is being made. */
enum rc founding_plant(struct session *, const struct founding *, struct err *) MUST_CHECK;

#endif
