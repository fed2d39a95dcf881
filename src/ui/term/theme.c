/* theme.c - reads config/theme.yaml. */
#include "ui/term/theme.h"

#include "base/str.h"
#include "core/office/settings.h"

static const char *const ink_names[INKS] = {
	[INK_PLAIN] = "plain", [INK_TITLE] = "title",     [INK_LABEL] = "label",
	[INK_SELECTED] = "selected", [INK_RED] = "red",   [INK_YELLOW] = "yellow",
	[INK_GREEN] = "green", [INK_DIM] = "dim",         [INK_ERROR] = "error",
	[INK_NOTICE] = "notice", [INK_KEY] = "key",       [INK_FIELD] = "field",
	[INK_GROUP] = "group", [INK_PAPER] = "paper",
};

static const char *const colours[] = { "black", "red", "green", "yellow", "blue", "magenta", "cyan",
	"white" };

static void take_look(struct yfile *f, const struct ynode *n, void *dst)
{
	struct look *l = dst;
	str rest = n->text, word;

	*l = (struct look){ .colour = -1 };
	if (n->kind != Y_SCALAR)
		yaml_problem(f, n, "这里应是几个词，例如 red bold");
	while (n->kind == Y_SCALAR && str_word(&rest, &word)) {
		bool known = true;

		if (str_is(word, "bold"))
			l->bold = true;
		else if (str_is(word, "dim"))
			l->dim = true;
		else if (str_is(word, "reverse"))
			l->reverse = true;
		else if (str_is(word, "underline"))
			l->underline = true;
		else if (str_is(word, "on-white"))
			l->paper = true;
		else
			known = false;
		for (int8_t i = 0; i < (int8_t)COUNT(colours); i++)
			if (str_is(word, colours[i])) {
				l->colour = i;
				known = true;
			}
		if (!known)
			yaml_problem(f, n, "不认识“%.*s”；可用 bold dim reverse underline on-white 和颜色名",
				STR_FMT(word));
	}
}

struct yfile *theme_read(struct arena *a, const char *dir, struct theme *out)
{
	struct ykey keys[INKS];
	struct yfile *f = settings_read(a, dir, S("config/theme.yaml"));

	for (size_t i = 0; i < INKS; i++) {
		keys[i] = (struct ykey){ ink_names[i], take_look, i * sizeof(struct look), false };
		out->look[i] = (struct look){ .colour = -1 };
	}
	yaml_map(f, f->root, keys, INKS, out->look);
	return f;
}

enum rc theme_load(struct arena *a, const char *dir, struct theme *out, struct err *e)
{
	return yaml_verdict(theme_read(a, dir, out), e);
}
