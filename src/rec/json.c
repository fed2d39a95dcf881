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

struct job { struct buf *b; const struct lex *lex; const struct field *f; };

static void put_code(const struct job *j, str key)
{
	buf_str(j->b, S("{\"key\": "));
	json_string(j->b, key);
	buf_str(j->b, S(", \"label\": "));
	json_string(j->b, code_name(codebook_find(j->lex->codes, str_of(j->f->of)), key));
	buf_char(j->b, '}');
}

static void put_ref(const struct job *j, uint64_t id)
{
	str name = { 0 };

	if (j->lex->ref_text)
		name = j->lex->ref_text(j->lex->ctx, j->b->a, j->f->of, id);
	buf_printf(j->b, "{\"ref\": \"%s:%" PRIu64 "\", \"name\": ", j->f->of, id);
	json_string(j->b, name);
	buf_char(j->b, '}');
}

static void put_item(const struct job *j, str item)
{
	int64_t id = 0;

	if (j->f->kind == K_CODES)
		put_code(j, item);
	else if (j->f->kind == K_REFS && str_int(item, &id))
		put_ref(j, (uint64_t)id);
	else
		json_string(j->b, item);
}

static void put_array(const struct job *j, str items)
{
	str rest = items, item;
	bool first = true;

	buf_char(j->b, '[');
	while (j->f->kind == K_TEXTS ? str_cut(&rest, '\n', &item) : str_word(&rest, &item)) {
		if (!first)
			buf_str(j->b, S(", "));
		first = false;
		put_item(j, item);
	}
	buf_char(j->b, ']');
}

static void put_reasons(const struct job *j, reasons all)
{
	for (uint32_t i = 0; i < all.n; i++) {
		const struct reason *r = &all.p[i];

		buf_str(j->b, i ? S(", {\"text\": ") : S("[{\"text\": "));
		json_string(j->b, reason_text(j->lex, j->b->a, r));
		if (r->points)
			buf_printf(j->b, ", \"points\": %" PRId64, r->points);
		if (r->rule)
			buf_printf(j->b, ", \"rule\": \"%s\"", r->rule);
		if (r->type)
			buf_printf(j->b, ", \"ref\": \"%s:%" PRIu64 "\"", r->type, r->id);
		buf_char(j->b, '}');
	}
	buf_char(j->b, ']');
}

static void put_due(const struct job *j, due_on d)
{
	static const char *const states[] = { [DUE_NOT_ASKED] = "", [DUE_MET] = "met", [DUE_OPEN] = "open",
		[DUE_SOFT] = "soft", [DUE_OVERDUE] = "overdue", [DUE_URGENT] = "urgent" };

	buf_printf(j->b, "{\"state\": \"%s\"", states[d.state]);
	if (d.day.day)
		buf_printf(j->b, ", \"day\": \"%.*s\"", STR_FMT(date_text(j->b->a, d.day)));
	buf_char(j->b, '}');
}

static void put_value(const struct job *j, val v)
{
	struct buf *b = j->b;

	switch (j->f->kind) {
	case K_CODES:
	case K_REFS:
	case K_TEXTS:
		put_array(j, v.s);
		break;
	case K_CODE:
		put_code(j, v.s);
		break;
	case K_REF:
		put_ref(j, (uint64_t)v.n);
		break;
	case K_NUM:
		buf_printf(b, "%" PRId64, v.n);
		break;
	case K_MONEY:
		buf_printf(b, "%s%" PRId64 ".%02d", v.n < 0 ? "-" : "", (v.n < 0 ? -v.n : v.n) / 100,
			(int)((v.n < 0 ? -v.n : v.n) % 100));
		break;
	case K_FLAG:
		buf_str(b, v.n == FLAG_YES ? S("true") : S("false"));
		break;
	case K_RATIO:
		buf_printf(b, "{\"num\": %d, \"den\": %d}", (int)val_ratio(v).num, (int)val_ratio(v).den);
		break;
	case K_DUE:
		put_due(j, val_due(v));
		break;
	case K_REASONS:
		put_reasons(j, val_reasons(v));
		break;
	default:
		json_string(b, val_raw(b->a, j->f, v));
	}
}

void rec_json(struct buf *b, const struct lex *lex, const struct rec_type *t, const struct rec *r)
{
	for EACH_FIELD(f, t) {
		val v = field_get(f, r);

		if (!v.set || f->kind == K_BYTES)
			continue;
		buf_printf(b, ", \"%s\": ", f->name);
		put_value(&(struct job){ b, lex, f }, v);
	}
}
