/* may.h - who may write what; asked inside the write transaction, and before one begins (work/early.c). */
#ifndef CORE_READ_MAY_H
#define CORE_READ_MAY_H

#include "core/read/view.h"

/* What no record asks for by itself (roles.c): may this person?  what: 加密钥, for the sentence. */
enum rc rights_duty(struct session *, const char *duty, const char *what, struct err *) MUST_CHECK;
/* Of a type, wherever its records lie. */
enum rc rights_has_duty(struct session *, const struct rec_type *, struct err *) MUST_CHECK;
/* Giving a list away, logged: not while nothing may be written. */
enum rc rights_may_export(struct session *, struct err *) MUST_CHECK;
/* All of a family in clear for a few hours, the supervisors told. */
enum rc rights_may_emergency(struct session *, uint64_t family, struct err *) MUST_CHECK;
/* What one sees masked one does not write over. */
enum rc rights_may_overwrite(struct session *, const struct rec_type *, const struct rec *was,
	const struct field *, struct err *) MUST_CHECK;
enum rc rights_may_write(struct session *, const struct rec_type *, const struct rec *was,
	const struct rec *is, struct err *) MUST_CHECK;
/* The same, typed by a person: what follows from other records is put right by who supervises, and made by nobody. */
enum rc rights_may_save(struct session *, const struct rec_type *, const struct rec *was,
	const struct rec *is, struct err *) MUST_CHECK;
/* All that a new record refers to lies within reach. */
enum rc rights_may_refer(struct session *, const struct rec_type *, const struct rec *, struct err *) MUST_CHECK;
/* Taking over a family from another contact person: the successor's own act, one family at a time. */
enum rc rights_may_accept(struct session *, const struct rec_type *, const struct rec *was,
	const struct rec *is, struct err *) MUST_CHECK;
/* One's own last change, as long as what it changed is within reach. */
enum rc rights_may_undo(struct session *, const struct rec_type *, const struct rec *was,
	const struct rec *is, struct err *) MUST_CHECK;

#endif
