/* text_fuzz.c - anything a person may type into any field, and into the search line's pieces: understood
 * or refused with a sentence; what was understood is shown and understood again. */
#include "base/lunar.h"
#include "base/pinyin.h"
#include "base/str.h"
#include "base/utf8.h"
#include "core/records/types.h"
#include "rec/text.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static str no_name(void *ctx, struct arena *a, const char *type, uint64_t id)
{
	(void)ctx;
	(void)a;
	(void)type;
	(void)id;
	return S("");
}

static enum rc find_none(void *ctx, struct arena *a, const char *type, str typed, uint64_t *id,
	struct err *e)
{
	(void)ctx;
	(void)a;
	(void)type;
	(void)id;
	return fail(e, RC_NOT_FOUND, "没有“%.*s”", STR_FMT(typed));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct rec_type *const types[] = { &org_type, &worker_type, &family_type,
		&person_type, &assignment_type, &visit_type };
	static const struct codebook none;
	const struct lex lex = { .codes = &none, .now = moment_of(date_of(2026, 5, 6), 540),
		.tel_area = S("0468"), .ref_text = no_name, .ref_find = find_none };
	struct arena a = { 0 };
	uint8_t cuts[16][PY_CUT];
	struct err e = { 0 };
	lunarday lunar;
	val v, again;

	if (size < 3)
		return 0;
	str typed = { (const char *)data + 2, (uint32_t)size - 2 };
	const struct rec_type *t = types[data[0] % COUNT(types)];
	const struct field *f = &t->fields[data[1] % t->nfields];

	if (utf8_bad(typed) < 0 && typed.n < 4000) {
		if (f->kind != K_BYTES && val_parse(&lex, &a, f, typed, &v, &e) == RC_OK && v.set &&
		    f->kind != K_REF && f->kind != K_REFS) {
			str shown = val_raw(&a, f, v);

			if (val_parse(&lex, &a, f, shown, &again, &e) != RC_OK || !val_eq(v, again))
				abort();
			val_text(&lex, &a, f, v);
		} else if (e.rc != RC_OK && (e.msg[0] == 0 || utf8_bad(str_of(e.msg)) >= 0)) {
			abort();
		}
		(void)!lunar_parse(typed, &lunar, &e);
		pinyin_cuts(typed, cuts, 16);
		pinyin_key(&a, typed);
		utf8_fold(&a, typed);
	}
	arena_free(&a);
	return 0;
}
