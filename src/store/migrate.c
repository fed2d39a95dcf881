/* migrate.c - the format of the data: which one this program writes, and old ones made so. */
#include "store/env.h"

#include "base/str.h"

enum { FORMAT_FIRST = 1 };

static const struct migration none[] = { { 0 } };

static const struct migration *steps(const struct schema *sc)
{
	return sc->migrations ? sc->migrations : none;
}

uint64_t format_current(const struct schema *sc)
{
	uint64_t format = FORMAT_FIRST;

	for (const struct migration *m = steps(sc); m->run; m++)
		format = m->from + 1;
	return format;
}

static const struct migration *step_from(const struct schema *sc, uint64_t format)
{
	const struct migration *m = steps(sc);

	while (m->run && m->from != format)
		m++;
	return m->run ? m : NULL;
}

enum rc format_check(struct store *s, MDB_txn *txn, uint64_t *format, struct err *e)
{
	uint64_t ours = format_current(s->schema);
	int rc = meta_get(txn, s->db[DB_META], "format", format);

	if (rc == MDB_NOTFOUND)
		return fail(e, RC_INVALID, "%s 不是本程序认得的数据；请核对 --data，或用备份恢复", s->dir);
	if (rc)
		return db_fail(s, e, rc);
	if (*format > ours)
		return fail(e, RC_INVALID, "数据由更新的程序写过（格式%llu，本程序认得%llu）；请退出，升级 "
			"qinqing 后再打开，数据没有动", (unsigned long long)*format, (unsigned long long)ours);
	if (*format < ours && !step_from(s->schema, *format))
		return fail(e, RC_INVALID, "数据的格式%llu太旧，本程序不会升级它；请先用旧一些的 qinqing "
			"打开一次，数据没有动", (unsigned long long)*format);
	return RC_OK;
}

static struct commit migration_commit(struct arena *a, str why)
{
	return (struct commit){ .a = a, .who = S("qinqing"), .act = S("config"), .why = why,
		.at = clock_now() };
}

static enum rc log_step(struct snap *w, struct arena *a, const struct migration *m, struct err *e)
{
	struct op nothing = { 0 }; /* an entry of its own */
	struct commit c = migration_commit(a, arena_printf(a, "数据格式 %llu 升到 %llu：%s",
		(unsigned long long)m->from, (unsigned long long)m->from + 1, m->what));

	c.ops = &nothing;
	c.nops = 1;
	return apply_commit(w, a, &c, e);
}

enum rc migrate_record(struct snap *w, struct arena *a, const struct rec_type *t, struct rec *was,
	struct rec *is, struct err *e)
{
	struct op op = { .type = t, .base = was, .rec = is, .id = was->id };
	struct commit c = migration_commit(a, S("数据格式升级"));

	is->id = was->id;
	is->version = was->version + 1;
	return apply_raw(w, a, &c, &op, was, is, e);
}

static enum rc run_steps(struct snap *w, void *arg, struct err *e)
{
	const struct schema *sc = w->s->schema;
	const struct migration *m;
	uint64_t format;
	int rc;

	(void)arg;
	/* Read here: somebody else may have done it while we waited for the lock. */
	TRY(format_check(w->s, w->txn, &format, e));
	while ((m = step_from(sc, format))) {
		struct arena a = { 0 };
		enum rc verdict = m->run(sc->ctx, w, &a, e);

		if (verdict == RC_OK)
			verdict = log_step(w, &a, m, e);
		arena_free(&a);
		TRY(verdict);
		format++;
	}
	/* Derived data are of the old format: marked as such, so that they are built again even if we
	 * are killed in between. */
	rc = meta_put(w->txn, w->s->db[DB_META], "format", format);
	if (!rc)
		rc = meta_put(w->txn, w->s->db[DB_META], "derived", 0);
	return rc ? db_fail(w->s, e, rc) : RC_OK;
}

enum rc format_migrate(struct store *s, struct err *e)
{
	struct err why;
	enum rc rc;

	if (s->read_only)
		return fail(e, RC_INVALID, "数据是旧格式，要先升级，只读方式下不能；请去掉 --read-only 打开一次");
	rc = store_write(s, run_steps, NULL, &why);
	s->derived = 0;
	return rc == RC_OK ? RC_OK : fail(e, rc, "旧数据升级没有成功，原来的数据没有动：%s", why.msg);
}
