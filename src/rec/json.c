/* json.c - records as JSON objects, for --json. */
#include "rec/text.h"

#include "base/buf.h"
#include "base/str.h"

#include <inttypes.h>

void json_string(struct buf *b, str s)
{
	buf_char(b, '"');
	for (uint32_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c == '"' || c == '\\')
			buf_printf(b, "\\%c", c);
		else if (c == '\n')
			buf_str(b, S("\\n"));
		else if (c < 32 || c == 127)
			buf_printf(b, "\\u%04x", c);
		else
			buf_char(b, (char)c);
	}
	buf_char(b, '"');
}

static void put_array(struct buf *b, const struct field *f, str items)
{
	str rest = items, item;
	bool first = true;

	buf_char(b, '[');
	while (f->kind == K_TEXTS ? str_cut(&rest, '\n', &item) : str_word(&rest, &item)) {
		if (!first)
			buf_str(b, S(", "));
		first = false;
		if (f->kind == K_REFS)
			item = arena_printf(b->a, "%s:%.*s", f->of, STR_FMT(item));
		json_string(b, item);
	}
	buf_char(b, ']');
}

static void put_value(struct buf *b, const struct field *f, val v)
{
	switch (f->kind) {
	case K_CODES:
	case K_REFS:
	case K_TEXTS:
		put_array(b, f, v.s);
		break;
	case K_NUM:
		buf_printf(b, "%" PRId64, v.n);
		break;
	case K_FLAG:
		buf_str(b, v.n == FLAG_YES ? S("true") : S("false"));
		break;
	default:
		json_string(b, val_raw(b->a, f, v));
	}
}

void rec_json(struct buf *b, const struct lex *lex, const struct rec_type *t, const struct rec *r)
{
	buf_printf(b, "{\"ref\": \"%s:%" PRIu64 "\", \"version\": %u", t->name, r->id, r->version);
	for EACH_FIELD(f, t) {
		val v = field_get(f, r);

		if (!v.set || f->kind == K_BYTES)
			continue;
		buf_printf(b, ", \"%s\": ", f->name);
		put_value(b, f, v);
		if (f->kind == K_CODE || f->kind == K_CODES) {
			buf_printf(b, ", \"%s_text\": ", f->name);
			json_string(b, val_text(lex, b->a, f, v));
		}
	}
	buf_char(b, '}');
}
