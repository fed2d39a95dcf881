/* phrases.c - reads the phrases and checks that each list is of a field there is. */
#include "ui/views/phrases.h"

#include "base/str.h"
#include "core/office/settings.h"

struct names { VEC(const char *); };

static void add_texts(struct arena *a, const struct rec_type *t, struct names *out)
{
	for EACH_FIELD(f, t)
		if (f->kind == K_TEXT || f->kind == K_NOTE)
			*vec_add(a, out) = f->name;
}

static bool among(const struct names *all, str name)
{
	for (size_t i = 0; i < all->n; i++)
		if (str_is(name, all->p[i]))
			return true;
	return false;
}

struct yfile *phrases_read(struct arena *a, const struct office *o)
{
	struct yfile *f = settings_read(a, o->dir, S("config/phrases.yaml"));
	struct names all = { 0 };

	*vec_add(a, &all) = "any";
	for (size_t i = 0; o->types[i]; i++)
		add_texts(a, o->types[i], &all);
	for (uint32_t i = 0; f->root && i < f->root->n; i++) {
		const struct ynode *key = &f->root->key[i];
		struct strs list;

		take_strs(f, &f->root->kid[i], &list);
		if (among(&all, key->text))
			continue;

		const char *near = str_nearest(key->text, all.p, all.n, sizeof *all.p);

		yaml_problem(f, key, near ? "没有文字字段“%.*s”，是不是 %s？" : "没有文字字段“%.*s”",
			STR_FMT(key->text), near);
	}
	return f;
}
