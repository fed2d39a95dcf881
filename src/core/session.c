/* session.c - opening an office as somebody: who is at work, and with what settings. */
#include "core/session.h"

#include "core/rules/lookup.h"
#include "core/find/refer.h"
#include "core/lists/boards/scores.h"
#include "core/lists/reports/freeze.h"
#include "core/read/lex.h"
#include "core/read/looks.h"
#include "core/read/me.h"
#include "core/read/parts.h"
#include "core/founding.h"
#include "core/work/rulesets.h"
#include "core/work/save.h"
#include "store/place.h"
#include "store/present.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <unistd.h>

bool session_read_only(const struct session *s)
{
	return s->read_only;
}

str session_warning(const struct session *s)
{
	str disk = store_warning(s->store);

	return disk.n ? disk : s->backup_warning;
}

uint64_t session_tick(struct session *s)
{
	struct err e; /* whoever asks next is told */
	uint64_t tick = 0;

	if (enter(s, &e) == RC_OK) {
		tick = snap_tick(s->view);
		leave(s);
	}
	return tick;
}

bool session_stale(const struct session *s, uint64_t tick)
{
	return store_tick(s->store) != tick;
}

int session_fd(const struct session *s)
{
	return store_fd(s->store);
}

void session_drain(struct session *s)
{
	store_drain(s->store);
}

bool session_exists(const char *data)
{
	return store_exists(data);
}

/* ---- who may open it -------------------------------------------------------------------------- */

/* --as is a claim; what makes it true is that the account owning the data made it, and files only
 * root can write decide who may say it. */
static enum rc believe(const char *data, const char *as, struct err *e)
{
	struct stat st;

	if (stat(data, &st) != 0)
		return errno == ENOENT ? RC_OK : fail(e, RC_IO, "打不开数据目录 %s：%s；请检查 --data 写得对不对",
			data, strerror(errno));
	if (!S_ISDIR(st.st_mode))
		return fail(e, RC_INVALID, "%s 不是目录；请检查 --data 写得对不对", data);
	if (st.st_uid != getuid() || getuid() != geteuid() || getauxval(AT_SECURE))
		return fail(e, RC_DENIED, as ? "--as 只有数据目录的主人才能用；请用管理员给你的登录方式进入"
					     : "%s 属于另一个系统账号，你不能直接打开；请用管理员给你的登录方式进入",
			data);
	return RC_OK;
}

/* ---- a new office --------------------------------------------------------------------------- */

/* What a new office holds from its first moment on; nothing of it appears unless all of it does. */
static enum rc found(void *session, struct store *store, struct err *e)
{
	struct session *s = session;
	enum rc rc;

	s->store = store;
	me_owner(s);
	if (s->rescue) {
		rc = store_salvage(store, s->rescue->from, s->rescue->say, s->rescue->arg, s->rescue->out, e);
		s->store = NULL;
		return rc;
	}
	rc = rulesets_open(s, e);
	if (rc == RC_OK)
		rc = founding_plant(s, s->founding ? s->founding : founding_usual(s->a, s->office), e);
	s->store = NULL;
	return rc;
}

/* ---- open and close ------------------------------------------------------------------------- */

/* What the records were numbered with. */
static const struct numbering counters[] = {
	{ "family", "file_no", "file" }, { "need", "no", "need" }, { "claim", "no", "claim" }, { 0 },
};

/* The office's settings, and what the store must know of them. */
static enum rc settle(struct session *s, const char *config, struct err *e)
{
	TRY(place_trusted(s->a, config, true, e));
	TRY(office_load(s->a, core_types, config, &s->office, e));
	s->lex = (struct lex){ .codes = &s->office->codes, .now = clock_now(),
		.tel_area = s->office->tel_area, .ref_text = lex_ref_text, .answers = lex_answers, .ref_find = refer_find,
		.ctx = s };
	s->schema = (struct schema){ .types = s->office->types, .lex = &s->lex,
		.derive = lookup_derive,
		.concerns = lookup_concerns, .rules = s->office->counted_by, .ctx = s, .counters = counters };
	return RC_OK;
}

static enum rc enter_office(struct session *s, const char *as, struct err *e)
{
	s->read_only |= store_is_read_only(s->store);
	me_owner(s);
	TRY(rulesets_open(s, e));
	TRY(store_refresh(s->store, e));
	return as ? me_become(s, as, e) : RC_OK;
}

enum rc session_open(struct arena *a, const struct session_opts *opts, struct session **out,
	struct err *e)
{
	struct session *s = ARENA_NEW(a, struct session);
	const char *config = opts->config;
	enum rc rc;

	if (!config)
		config = arena_z(a, arena_printf(a, "%s/config", opts->data));
	s->a = a;
	s->present = -1;
	s->data = arena_z(a, str_of(opts->data));
	s->read_only = opts->read_only;
	s->founding = opts->founding;
	s->rescue = opts->rescue;
	TRY(believe(s->data, opts->as, e));
	TRY(settle(s, config, e));
	if (!store_exists(s->data)) {
		if (!opts->create)
			return fail(e, RC_NOT_FOUND, "%s 里还没有办公室；在终端上运行 qinqing init，问几样就建好（照文件建：qinqing init "
				"--org FILE，写法见手册），或运行 qinqing demo 建一个演示的", opts->data);
		TRY(store_create(s->data, &s->schema, found, e));
	}
	TRY(store_open(a,
		&(struct store_opts){ .dir = s->data, .read_only = opts->read_only,
			.schema = &s->schema },
		&s->store, e));
	rc = enter_office(s, opts->as, e);
	if (rc != RC_OK) {
		session_close(s);
		return rc;
	}
	s->backup_warning = backup_warning(s, a);
	*out = s;
	return RC_OK;
}

void session_close(struct session *s)
{
	struct err unsaid = { 0 }; /* whoever can say so has written them before */

	if (s->store && session_looks_write(s, &unsaid) != RC_OK)
		looks_written(s);
	looks_drop(s);
	present_leave(s->data, s->present);
	s->present = -1;
	store_close(s->store);
	arena_free(&s->mine.a);
	arena_free(&s->glass.a);
	arena_free(&s->orgs.a);
	arena_free(&s->above.a);
	scores_drop(s);
}

enum rc session_check(struct session *s, void (*say)(void *, str), void *arg, uint64_t *bad,
	struct err *e)
{
	TRY(store_check(s->store, say, arg, bad, e));
	return *bad ? RC_OK : reports_verify(s, say, arg, bad, e); /* what is damaged cannot be read either */
}

enum rc session_reindex(struct session *s, struct err *e)
{
	if (!s->me.admin)
		return fail(e, RC_DENIED, "重建索引是管理员的事；请找管理员");
	return store_reindex(s->store, e);
}
