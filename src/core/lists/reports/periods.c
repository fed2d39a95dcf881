/* periods.c - which period of a report is meant, the one before it, and the same one a year ago. */
#include "base/buf.h"
#include "core/lists/reports/report.h"

#include "base/str.h"

static const struct { enum period kind; const char *form; } periods[REPORT_PERIODS] = {
	[REPORT_DAY] = { PERIOD_ROLLING, "2026-05-06" }, [REPORT_MONTH] = { PERIOD_MONTH, "2026-05" },
	[REPORT_QUARTER] = { PERIOD_QUARTER, "2026-Q2" }, [REPORT_HALF] = { PERIOD_HALF, "2026-H1" },
	[REPORT_YEAR] = { PERIOD_YEAR, "2026" },
};

enum rc report_period(const struct report *r, str text, date today, struct span *out, struct err *e)
{
	struct buf forms = { .a = NULL };
	struct arena a = { 0 };
	enum rc rc;

	for (int p = REPORT_PERIODS - 1; !text.n && p >= 0; p--)
		if (r->periods & 1u << p)
			*out = p == REPORT_DAY ? (struct span){ today, today } : period_of(periods[p].kind, 0, today);
	if (!text.n)
		return RC_OK;
	TRY(span_parse(text, today, out, e));
	for (int p = 0; p < REPORT_PERIODS; p++)
		if (r->periods & 1u << p && periods[p].kind == span_kind(*out))
			return RC_OK;
	forms.a = &a;
	for (int p = 0; p < REPORT_PERIODS; p++)
		if (r->periods & 1u << p)
			buf_printf(&forms, "%s%s", forms.n ? " 或 " : "", periods[p].form);
	rc = fail(e, RC_INVALID, "%.*s 不是这种周期的报表，“%.*s”要写成 %.*s", STR_FMT(r->name), STR_FMT(text),
		STR_FMT(buf_view(&forms)));
	arena_free(&a);
	return rc;
}

/* ---- compared with ------------------------------------------------------------------------------ */

static const struct { const char *word, *label; } against[AGAINSTS] = {
	[AGAINST_NOTHING] = { "", "" },
	[AGAINST_LATER] = { "later", SAY("上报以后补的") },
	[AGAINST_BEFORE] = { "before", SAY("和上一期比") },
	[AGAINST_YEAR] = { "year", SAY("和去年同期比") },
};

const char *against_word(enum against x)
{
	return against[x].word;
}

const char *against_label(enum against x)
{
	return against[x].label;
}

/* A day a year ago is that day; a period a year ago is one of its kind. */
struct span report_against(struct span s, enum against x)
{
	static const int a_year[] = { [PERIOD_WEEK] = 52, [PERIOD_MONTH] = 12, [PERIOD_QUARTER] = 4, [PERIOD_HALF] = 2,
		[PERIOD_YEAR] = 1 };
	enum period p = span_kind(s);

	if (x != AGAINST_YEAR)
		return span_by(s, -1);
	if (p == PERIOD_ROLLING)
		return (struct span){ date_add_months(s.first, -12), date_add_months(s.last, -12) };
	return span_by(s, -a_year[p]);
}
