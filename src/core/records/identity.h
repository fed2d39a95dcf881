/* identity.h - what a citizen id and a disability certificate say of their holder, in the codes of the
 * office: for the check of a person, and for the form that shows it at once. */
#ifndef CORE_RECORDS_IDENTITY_H
#define CORE_RECORDS_IDENTITY_H

#include "rec/text.h"

struct identity {
	str number;       /* in its normal form */
	str id_no;        /* the citizen id, the certificate's own first 18 places */
	pdate birth;
	code sex;
	code disab_kind, disab_grade; /* of a certificate */
};

enum rc identity_of_id(struct arena *, const struct lex *, str typed, struct identity *, struct err *)
	MUST_CHECK;
enum rc identity_of_cert(struct arena *, const struct lex *, str typed, struct identity *, struct err *)
	MUST_CHECK;

#endif
