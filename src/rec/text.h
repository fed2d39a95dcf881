/* text.h - value <-> text: what forms, lists, CSV, the command line and the log share. */
#ifndef REC_TEXT_H
#define REC_TEXT_H

#include "rec/code.h"
#include "rec/rec.h"

/* What it takes to name things; core fills it in. */
struct lex {
	const struct codebook *codes;
	moment now;
	str tel_area; /* 0468 */
	bool sheet;   /* what is read comes from a file: no 昨天, no day without its year; a number may be a day */
	/* The name of a record ("周敏 社区岗"), "" when it is gone or may not be seen. */
	str (*ref_text)(void *ctx, struct arena *, const char *type, uint64_t id);
	/* The one record meant by what was typed (id, name, file number, initials). */
	enum rc (*ref_find)(void *ctx, struct arena *, const char *type, str typed, uint64_t *id,
		struct err *);
	/* Is a survey that was named answered so?  All three as they are to be kept. */
	enum rc (*answers)(void *ctx, struct arena *, str *survey, str *title, str *text, struct err *);
	void *ctx;
};

/* As people read it: codes by name, dates 2026-05-06, money 12.50, flags 是/否.  Never NULL p. */
str val_text(const struct lex *, struct arena *, const struct field *, val);
/* As machines read it: codes by key, refs as type:id. val_parse() takes both. */
str val_raw(struct arena *, const struct field *, val);
/* From what was typed, cleaned first; empty text gives an unset value.  e->field is the field's name. */
enum rc val_parse(const struct lex *, struct arena *, const struct field *, str typed, val *out,
	struct err *) MUST_CHECK;
/* The same; *did gets what the cleaning did, see rec/clean.h. */
enum rc val_read(const struct lex *, struct arena *, const struct field *, str typed, val *out,
	unsigned *did, struct err *) MUST_CHECK;

/* The sentence of one reason, without its points. */
str reason_text(const struct lex *, struct arena *, const struct reason *);
/* Its parts.  SAID(said_num(3), said_day(d)) is a list of them.  SAY() marks a sentence, so that the
 * texts without a translation are found. */
#define SAY(zh) zh
#define SAID(...) ((const struct said[]){ __VA_ARGS__, { 0 } })
struct said said_text(str);
struct said said_words(str zh);         /* words of the program or its settings: translated */
struct said said_texts(str lines);      /* several, with a comma between them; translated, too */
struct said said_num(int64_t);
struct said said_day(date);             /* short when it is near */
struct said said_code(const char *table, code);
struct said said_codes(const char *table, codes);
struct said said_ref(const char *type, uint64_t id);
struct said said_field(const struct field *, const struct rec *);
/* One reason with its parts, in the arena. */
reasons reasons_one(struct arena *, struct reason);

/* One record or row as the members of a JSON object: `, "name": value` for every field that is set.  A
 * date is ISO text, a number a number, money yuan, a flag true or false, a code {"key", "label"}, a
 * reference {"ref", "name"}, a ratio {"num", "den"}. */
struct buf;
void rec_json(struct buf *, const struct lex *, const struct rec_type *, const struct rec *);
void json_string(struct buf *, str s); /* with quotes and escapes */

/* "family:7" -> type name and id, 1 to REF_MOST: larger numbers mean other things inside the store. */
#define REF_MOST (((int64_t)1 << 48) - 1)
bool ref_parse(str s, str *type, uint64_t *id);
bool ref_is(str s, const struct rec_type *, uint64_t *id); /* to a record of this type? */

#endif
