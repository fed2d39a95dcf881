/* identity.c - from the digits of an id or a certificate to the codes of the office. */
#include "core/records/identity.h"

#include "core/office/means.h"
#include "rec/ident.h"

static void person(const struct lex *lex, const struct idno *id, struct identity *out)
{
	out->birth = id->birth;
	out->sex = code_meant(lex->codes, id->male ? MEANS_MALE : MEANS_FEMALE);
}

enum rc identity_of_id(struct arena *a, const struct lex *lex, str typed, struct identity *out,
	struct err *e)
{
	struct idno id;

	*out = (struct identity){ 0 };
	TRY(idno_parse(a, typed, moment_date(lex->now), &out->number, &id, e));
	out->id_no = out->number;
	person(lex, &id, out);
	return RC_OK;
}

enum rc identity_of_cert(struct arena *a, const struct lex *lex, str typed, struct identity *out,
	struct err *e)
{
	struct cert cert;

	*out = (struct identity){ 0 };
	TRY(cert_parse(a, typed, moment_date(lex->now), &out->number, &cert, e));
	out->id_no = cert.idno;
	person(lex, &cert.person, out);
	out->disab_kind.key = code_counted(codebook_find(lex->codes, S("DISAB_KIND")), "digit",
		cert.kind);
	out->disab_grade.key = code_counted(codebook_find(lex->codes, S("DISAB_GRADE")), "degree",
		cert.grade);
	return RC_OK;
}
