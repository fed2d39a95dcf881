/* format_test.c - formats that come and go, references that must stand, counters that fell behind: a store
 * of two small types of our own, and what check and reindex say of it. */
#include "../office.h"
#include "rec/text.h"
#include "store/store.h"

#include <lmdb.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

struct box {
	struct rec r;
	str label, no;
	ref inside;
	refs beside;
};
static const struct field box_fields[] = {
	FIELD(box, 1, label, .label = "标签"),
	FIELD(box, 2, no, .label = "编号"),
	FIELD(box, 3, inside, .label = "在哪里", .of = "box"),
	FIELD(box, 4, beside, .label = "旁边", .of = "box"),
};
static const struct index box_indexes[] = { { .name = "label", .key = { "label" } } };
static const struct rec_type box_type = REC_TYPE(box, 1, "箱子", .indexes = box_indexes,
	.nindexes = COUNT(box_indexes), .owner = "", .title = "label");
static const struct rec_type *const types[] = { &box_type, NULL };
static const struct numbering numbers[] = { { "box", "no", "shelf" }, { 0 } };
static const struct lex words;

static struct schema schema = { .types = types, .lex = &words, .counters = numbers };

static struct arena a;
static struct store *store;
static struct err e;
static str findings; /* of the last check, a line each */

static enum rc open_store(bool read_only)
{
	e.msg[0] = 0;
	return store_open(&a, &(struct store_opts){ .dir = office_data, .read_only = read_only, .schema = &schema },
		&store, &e);
}

static uint64_t put_as(const struct rec_type *t, const char *label, const char *no, uint64_t inside,
	const char *beside, enum rc wanted)
{
	struct box *b = (struct box *)rec_new(&a, &box_type);
	struct op op = { .type = t, .rec = &b->r };
	struct commit c = { .a = &a, .who = S("tester"), .act = S("create"), .ops = &op, .nops = 1 };

	b->label = str_of(label);
	b->no = str_of(no);
	b->inside.id = inside;
	b->beside.ids = str_of(beside);
	if (store_commit(store, &c, &e) != wanted)
		fail_msg("%s: %s", label, e.msg);
	return op.id;
}

static uint64_t put_box(const char *label, const char *no, uint64_t inside, const char *beside,
	enum rc wanted)
{
	return put_as(&box_type, label, no, inside, beside, wanted);
}

/* As a program wrote it that did not look where a reference points. */
static void put_blindly(const char *label, uint64_t inside, const char *beside)
{
	struct field fields[COUNT(box_fields)];
	struct rec_type blind = box_type;

	memcpy(fields, box_fields, sizeof fields);
	for (size_t i = 0; i < COUNT(fields); i++)
		fields[i].of = NULL;
	blind.fields = fields;
	put_as(&blind, label, "", inside, beside, RC_OK);
}

static str label_of(uint64_t id)
{
	struct snap *view;
	struct rec *r;

	assert_int_equal(snap_open(store, &view, &e), RC_OK);
	assert_int_equal(snap_get(view, &a, &box_type, id, &r, &e), RC_OK);
	snap_close(view);
	return ((struct box *)r)->label;
}

static uint64_t entries(void)
{
	struct snap *view;
	uint64_t n;

	assert_int_equal(snap_open(store, &view, &e), RC_OK);
	assert_int_equal(snap_last_entry(view, &n, &e), RC_OK);
	snap_close(view);
	return n;
}

static void note_finding(void *arg, str line)
{
	(void)arg;
	findings = arena_printf(&a, "%.*s%.*s\n", STR_FMT(findings), STR_FMT(line));
}

static uint64_t check(void)
{
	uint64_t bad;

	findings = S("");
	assert_int_equal(store_check(store, note_finding, NULL, &bad, &e), RC_OK);
	return bad;
}

static void finds(const char *what)
{
	if (!str_has(findings, str_of(what)))
		fail_msg("not among the findings: %s\n%.*s", what, STR_FMT(findings));
}

/* A counter, behind the store's back. */
static void set_counter(const char *name, uint8_t n)
{
	unsigned char be[8] = { 0, 0, 0, 0, 0, 0, 0, n };
	MDB_env *env;
	MDB_txn *txn;
	MDB_dbi db;
	MDB_val k = { strlen(name), (void *)(uintptr_t)name }, v = { sizeof be, be };

	assert_int_equal(mdb_env_create(&env), 0);
	mdb_env_set_maxdbs(env, 16);
	assert_int_equal(mdb_env_open(env, office_data, 0, 0600), 0);
	assert_int_equal(mdb_txn_begin(env, NULL, 0, &txn), 0);
	assert_int_equal(mdb_dbi_open(txn, "meta", 0, &db), 0);
	assert_int_equal(mdb_put(txn, db, &k, &v, 0), 0);
	assert_int_equal(mdb_txn_commit(txn), 0);
	mdb_env_close(env);
}

static int set_up(void **state)
{
	if (office_set_up(state) != 0)
		return -1;
	schema.migrations = NULL;
	if (store_create(office_data, &schema, NULL, &e) != RC_OK || open_store(false) != RC_OK)
		return -1;
	put_box("甲", "A1-0001", 0, "", RC_OK);
	put_box("乙", "A1-0002", 1, "", RC_OK);
	put_box("丙", "B7-0009", 2, "1 2", RC_OK);
	for (const char *const *n = (const char *const[]){ "shelf:1", "shelf:7", NULL }; *n; n++) {
		store_close(store);
		set_counter(*n, 9);
		if (open_store(false) != RC_OK)
			return -1;
	}
	return 0;
}

static int tear_down(void **state)
{
	arena_free(&a);
	return office_tear_down(state);
}

/* ---- formats -------------------------------------------------------------------------------- */

static int runs;

static bool note_id(void *arg, uint64_t id)
{
	uint64_t *most = arg;

	*most = id;
	return true;
}

static enum rc relabel(struct snap *w, const char *front, struct err *why)
{
	uint64_t most = 0;

	TRY(snap_each(w, &box_type, 1, note_id, &most, why));
	for (uint64_t id = 1; id <= most; id++) {
		struct rec *was, *is;

		TRY(snap_get(w, &a, &box_type, id, &was, why));
		is = rec_dup(&a, &box_type, was);
		((struct box *)is)->label = arena_printf(&a, "%s%.*s", front, STR_FMT(((struct box *)was)->label));
		TRY(migrate_record(w, &a, &box_type, was, is, why));
	}
	return RC_OK;
}

static enum rc to_two(void *ctx, struct snap *w, struct arena *scratch, struct err *why)
{
	(void)ctx;
	(void)scratch;
	runs++;
	return relabel(w, "二", why);
}

static enum rc to_three(void *ctx, struct snap *w, struct arena *scratch, struct err *why)
{
	(void)ctx;
	(void)scratch;
	runs++;
	return relabel(w, "三", why);
}

static enum rc breaks(void *ctx, struct snap *w, struct arena *scratch, struct err *why)
{
	TRY(to_three(ctx, w, scratch, why));
	return (fail)(why, RC_INVALID, "箱子3的标签认不出来");
}

static const struct migration two[] = { { 1, "标签前加二", to_two }, { 0 } };
static const struct migration three[] = { { 1, "标签前加二", to_two }, { 2, "标签前加三", to_three }, { 0 } };
static const struct migration broken[] = { { 1, "标签前加二", to_two }, { 2, "标签前加三", breaks }, { 0 } };
static const struct migration late[] = { { 5, "很久以后", to_two }, { 0 } };

static void open_with(const struct migration *m, bool read_only, enum rc wanted, const char *says)
{
	enum rc rc;

	schema.migrations = m;
	rc = open_store(read_only);
	if (rc != wanted || (says && !strstr(e.msg, says)))
		fail_msg("%d, wanted %d: %s", rc, wanted, e.msg);
}

static void test_old_data_become_new_ones_once(void **state)
{
	uint64_t before = entries();

	(void)state;
	store_close(store);
	open_with(three, true, RC_INVALID, "--read-only"); /* looking does not change the data */
	assert_int_equal(runs, 0);
	open_with(three, false, RC_OK, NULL);
	assert_true(str_is(label_of(3), "三二丙"));
	assert_int_equal(entries(), before + 3 + 1 + 3 + 1); /* each record, each step */
	assert_int_equal(store_refresh(store, &e), RC_OK);
	assert_int_equal(check(), 0);
	store_close(store);
	runs = 0;
	open_with(three, false, RC_OK, NULL);
	assert_int_equal(runs, 0);
	put_box("丁", "", 0, "", RC_OK);
	assert_int_equal(check(), 0);
	store_close(store);
	open_with(two, false, RC_INVALID, "升级"); /* the program is the older one now */
	open_with(NULL, false, RC_INVALID, "升级");
}

static void test_a_step_that_fails_leaves_all_as_it_was(void **state)
{
	uint64_t before = entries();

	(void)state;
	store_close(store);
	open_with(broken, false, RC_INVALID, "箱子3的标签认不出来");
	assert_non_null(strstr(e.msg, "没有动"));
	open_with(NULL, false, RC_OK, NULL); /* still format 1 */
	assert_true(str_is(label_of(3), "丙"));
	assert_int_equal(entries(), before);
	assert_int_equal(check(), 0);
	store_close(store);
	open_with(two, false, RC_OK, NULL);
	assert_true(str_is(label_of(3), "二丙"));
	store_close(store);
}

static void test_what_is_too_old_is_refused(void **state)
{
	(void)state;
	store_close(store);
	open_with(late, false, RC_INVALID, "太旧");
	open_with(NULL, false, RC_OK, NULL);
	store_close(store);
}

/* A session of the older program, open while the newer one migrates: it may not write any more. */
static void test_an_old_session_may_not_write_new_data(void **state)
{
	struct store *old = store;
	pid_t pid;
	int status;

	(void)state;
	pid = fork();
	if (pid == 0) {
		open_with(two, false, RC_OK, NULL);
		store_close(store);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	store = old;
	schema.migrations = NULL;
	put_box("戊", "", 0, "", RC_INVALID);
	assert_non_null(strstr(e.msg, "升级"));
	store_close(store);
}

/* ---- references ----------------------------------------------------------------------------- */

static void test_a_reference_to_nothing_is_refused(void **state)
{
	(void)state;
	put_box("戊", "", 77, "", RC_INVALID);
	assert_string_equal(e.field, "inside");
	put_box("戊", "", 1, "1 88 2", RC_INVALID);
	assert_string_equal(e.field, "beside");
	assert_int_equal(check(), 0);
	store_close(store);
}

static void test_a_reference_to_nothing_is_found(void **state)
{
	(void)state;
	assert_int_equal(check(), 0);
	put_blindly("戊", 77, "1 88 2");
	assert_int_equal(check(), 2);
	finds("box:4 的“在哪里”（inside）指向 box:77，没有这条记录");
	finds("box:4 的“旁边”（beside）指向 box:88，没有这条记录");
	store_close(store);
}

/* ---- counters ------------------------------------------------------------------------------- */

static void test_a_counter_that_fell_behind_overwrites_nothing(void **state)
{
	uint64_t before = entries();

	(void)state;
	store_close(store);
	set_counter("id:box", 1);
	assert_int_equal(open_store(false), RC_OK);
	put_box("丁", "", 0, "", RC_IO);
	assert_non_null(strstr(e.msg, "qinqing reindex"));
	assert_non_null(strstr(e.msg, "没有存上"));
	assert_true(str_is(label_of(2), "乙"));
	assert_int_equal(entries(), before);
	assert_int_equal(check(), 1);
	finds("计数器 id:box 落后于记录（已用到 3）");
	assert_int_equal(store_reindex(store, &e), RC_OK);
	assert_int_equal(check(), 0);
	assert_int_equal(put_box("丁", "", 0, "", RC_OK), 4);
	store_close(store);
}

static void test_a_counter_of_numbers_that_fell_behind_is_found(void **state)
{
	(void)state;
	store_close(store);
	set_counter("shelf:1", 1);
	set_counter("shelf:7", 8);
	assert_int_equal(open_store(false), RC_OK);
	assert_int_equal(check(), 2);
	finds("计数器 shelf:1 落后于记录（已用到 2）");
	finds("计数器 shelf:7 落后于记录（已用到 9）");
	assert_int_equal(store_reindex(store, &e), RC_OK);
	assert_int_equal(check(), 0);
	store_close(store);
}

/* ---- a check that does not come to its end ------------------------------------------------------ */

static pid_t myself;

static enum rc dies_elsewhere(void *ctx, struct snap *view, struct arena *scratch, uint64_t id,
	struct lookset *out, struct share *share, struct err *why)
{
	(void)ctx;
	(void)view;
	(void)scratch;
	(void)out;
	(void)share;
	(void)why;
	if (id == 2 && getpid() != myself)
		raise(SIGKILL);
	return RC_OK;
}

/* Whatever ends the process that checks: what it found until then is told, and that it ended. */
static void test_a_check_that_dies_is_told(void **state)
{
	(void)state;
	put_blindly("戊", 77, "");
	myself = getpid();
	schema.derive = dies_elsewhere;
	assert_true(check() >= 1);
	schema.derive = NULL;
	finds("检查停下了");
	finds("后面的没有查到");
	assert_int_equal(check(), 1);
	store_close(store);
}

/* ---- numbers that people type --------------------------------------------------------------- */

/* From 2^48 on a number means a record of the same commit, and from 2^56 on another record. */
static void test_a_typed_number_is_a_record_s(void **state)
{
	static const struct { const char *text; bool good; } typed[] = {
		{ "box:1", true }, { "box:281474976710655", true }, { "box:281474976710656", false },
		{ "box:281474976710657", false }, { "box:72057594037927937", false },
		{ "box:9223372036854775807", false }, { "box:9223372036854775808", false },
		{ "box:18446744073709551617", false }, { "box:0", false }, { "box:-1", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(typed); i++) {
		const struct field *f = type_field(&box_type, S("inside"));
		uint64_t id;
		str type;
		val v;

		if (ref_parse(str_of(typed[i].text), &type, &id) != typed[i].good ||
			(val_parse(&words, &a, f, str_of(typed[i].text), &v, &e) == RC_OK) != typed[i].good)
			fail_msg("%s", typed[i].text);
	}
	store_close(store);
}

int main(void)
{
	const struct CMUnitTest format[] = {
		cmocka_unit_test_setup_teardown(test_old_data_become_new_ones_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_step_that_fails_leaves_all_as_it_was, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_what_is_too_old_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_an_old_session_may_not_write_new_data, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_reference_to_nothing_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_reference_to_nothing_is_found, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_counter_that_fell_behind_overwrites_nothing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_counter_of_numbers_that_fell_behind_is_found, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_check_that_dies_is_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_typed_number_is_a_record_s, set_up, tear_down),
	};

	return cmocka_run_group_tests(format, NULL, NULL);
}
