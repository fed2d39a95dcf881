/* open_test.c - what lies where the data should be: files that are none, directories that others may
 * change, a disk that is full.  Every command says a sentence and ends with a status, never by a signal. */
#include "../office.h"
#include "base/buf.h"
#include "cli/cli.h"

#include <fcntl.h>
#include <lmdb.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct arena a;
static const char *program;
static char file[120];     /* data.mdb */
static str printed;        /* by the last run */

static const char *text(const char *fmt, ...) PRINTF(1, 2);
static const char *text(const char *fmt, ...)
{
	va_list ap;
	str s;

	va_start(ap, fmt);
	s = arena_vprintf(&a, fmt, ap);
	va_end(ap);
	return arena_z(&a, s);
}

static str slurp(const char *path, size_t most)
{
	struct buf b = { .a = &a };
	char part[4096];
	ssize_t n;
	int fd = open(path, O_RDONLY);

	while (b.n < most && (n = read(fd, part, sizeof part)) > 0)
		buf_put(&b, part, (size_t)n);
	close(fd);
	return buf_view(&b);
}

static void put(const char *path, str bytes_)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes_.p, bytes_.n), bytes_.n);
	close(fd);
}

static int shell(const char *command)
{
	int status = system(command);

	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

/* Runs the program; a shell says 128 + n when it ended by signal n. */
static int run(const char *args)
{
	int status = shell(text("QINQING_NOW=2026-05-06T09:00 %s --data %s %s >%s/out 2>&1 </dev/null", program,
		office_data, args, office_dir));

	printed = slurp(text("%s/out", office_dir), 100000);
	return status;
}

static void allowed(const char *args)
{
	if (run(args) != 0)
		fail_msg("%s: %.*s", args, STR_FMT(printed));
}

static void refused(const char *args, const char *because)
{
	int status = run(args);

	if ((status != EXIT_REFUSED && status != EXIT_FAULT) || !str_starts(printed, S("qinqing: ")) ||
		(because && !str_has(printed, str_of(because))))
		fail_msg("%s: status %d, %.*s", args, status, STR_FMT(printed));
}

static int set_up(void **state)
{
	program = getenv("QINQING");
	if (!program || !getenv("TOP") || office_set_up(state) != 0)
		return -1;
	snprintf(file, sizeof file, "%s/data.mdb", office_data);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(&a);
	return office_tear_down(state);
}

static void new_office(void)
{
	assert_int_equal(run("init"), 0);
	assert_int_equal(run("new family name=王秀兰 community=梧桐 kind=11 phone1=13900005678"), 0);
}

/* ---- the file ------------------------------------------------------------------------------- */

static void cut_to_half(str whole) { put(file, str_sub(whole, 0, whole.n / 2)); }
static void cut_in_a_page(str whole) { put(file, str_sub(whole, 0, whole.n / 2 + 100)); }
static void cut_to_a_page(str whole) { put(file, str_sub(whole, 0, 4096)); }
static void cut_to_bytes(str whole) { put(file, str_sub(whole, 0, 100)); }
static void empty_it(str whole) { put(file, str_sub(whole, 0, 0)); }

static void random_bytes(str whole)
{
	char *p = arena_new(&a, whole.n);

	for (uint32_t i = 0, x = 7; i < whole.n; i++)
		p[i] = (char)((x = x * 1664525u + 1013904223u) >> 24);
	put(file, (str){ p, whole.n });
}

static void zero_at(str whole, uint32_t at)
{
	char *p = arena_z(&a, whole);

	memset(p + at, 0, 4096);
	put(file, (str){ p, whole.n });
}

static void zero_first_meta(str whole) { zero_at(whole, 0); }
static void zero_second_meta(str whole) { zero_at(whole, 4096); }

static void odd_page_size(str whole)
{
	char *p = arena_z(&a, whole);

	p[40] = 1;
	put(file, (str){ p, whole.n });
}

static void a_directory(str whole)
{
	(void)whole;
	assert_int_equal(mkdir(file, 0700), 0);
}

static void a_pipe(str whole)
{
	(void)whole;
	assert_int_equal(mkfifo(file, 0600), 0);
}

static const struct { void (*make)(str whole); const char *says; } files[] = {
	{ cut_to_half, "截短" }, { cut_in_a_page, "截短" }, { cut_to_a_page, "截短" },
	{ cut_to_bytes, "截短" }, { empty_it, "空的" }, { random_bytes, "开头已损坏" },
	{ zero_first_meta, "开头已损坏" }, { zero_second_meta, "开头已损坏" },
	{ odd_page_size, "开头已损坏" }, { a_directory, "不是文件" }, { a_pipe, "不是文件" },
};

static void test_a_file_that_is_none(void **state)
{
	str whole;

	(void)state;
	new_office();
	whole = slurp(file, SIZE_MAX);
	for (size_t i = 0; i < COUNT(files); i++) {
		shell(text("rm -rf %s", file));
		files[i].make(whole);
		refused("today", files[i].says);
		refused("check", files[i].says);
		refused("--read-only find 王", files[i].says);
		refused("init", "已经有一个办公室"); /* and does not write over it */
	}
	shell(text("rm -rf %s", file));
	put(file, whole);
	assert_int_equal(run("check"), 0);
}

/* Whatever a person runs. */
static void test_every_command(void **state)
{
	static const size_t tried[] = { 0, 5 };
	str whole;

	(void)state;
	new_office();
	whole = slurp(file, SIZE_MAX);
	for (size_t i = 0; i < COUNT(tried); i++) {
		files[tried[i]].make(whole);
		refused("", NULL); /* the screens */
		for (const struct command *c = commands; c->name; c++) {
			struct buf args = { .a = &a };

			buf_printf(&args, "%s", c->name);
			for (uint8_t k = 0; k < c->min; k++)
				buf_printf(&args, " %s", k ? "x" : "family:1");
			if (c->need == NEED_OFFICE)
				refused(arena_z(&a, buf_view(&args)), files[tried[i]].says);
			else
				assert_true(run(arena_z(&a, buf_view(&args))) < 128);
		}
	}
}

/* LMDB builds its lock file again; everything goes on. */
static void test_a_missing_lock_file(void **state)
{
	(void)state;
	new_office();
	shell(text("rm %s/lock.mdb", office_data));
	assert_int_equal(run("--read-only find 王秀兰"), 0);
	shell(text("rm -f %s/lock.mdb; printf abc >%s/lock.mdb", office_data, office_data));
	assert_int_equal(run("check"), 0);
}

/* A page that a transaction took from the end of the file and gave back is never written: the file is
 * shorter than it says and whole all the same.  One page less is not. */
static void test_a_short_file_may_be_whole(void **state)
{
	static char big[30000];
	MDB_env *env;
	MDB_envinfo info;
	struct stat st = { 0 };
	bool is_short = false;

	(void)state;
	new_office();
	srand(1);
	assert_int_equal(mdb_env_create(&env), 0);
	mdb_env_set_maxdbs(env, 16);
	mdb_env_set_mapsize(env, (size_t)1 << 30);
	assert_int_equal(mdb_env_open(env, office_data, MDB_NOSYNC, 0600), 0);
	for (int n = 0; n < 20000 && !is_short; n++) {
		MDB_txn *txn;
		MDB_dbi db;

		assert_int_equal(mdb_txn_begin(env, NULL, 0, &txn), 0);
		assert_int_equal(mdb_dbi_open(txn, "meta", 0, &db), 0);
		for (int i = rand() % 40; i >= 0; i--) {
			char name[20];
			MDB_val k = { 0, name }, v = { 0, big };

			k.mv_size = (size_t)snprintf(name, sizeof name, "test:%d", rand() % 500);
			v.mv_size = (size_t)(rand() % 5 ? rand() % 500 : rand() % 30000);
			if (rand() % 3)
				assert_int_equal(mdb_put(txn, db, &k, &v, 0), 0);
			else
				mdb_del(txn, db, &k, NULL); /* or there was none */
		}
		assert_int_equal(mdb_txn_commit(txn), 0);
		assert_int_equal(mdb_env_info(env, &info), 0);
		assert_int_equal(stat(file, &st), 0);
		is_short = (uint64_t)st.st_size < (info.me_last_pgno + 1) * 4096;
	}
	mdb_env_close(env);
	if (!is_short) {
		print_message("# this LMDB writes such pages\n");
		return;
	}
	allowed("today");
	allowed("check");
	assert_int_equal(truncate(file, st.st_size - 4096), 0);
	refused("today", "截短");
}

/* ---- who may change it ---------------------------------------------------------------------- */

static void may_not(const char *prepare, const char *args, const char *advice)
{
	shell(text("cd %s && %s", office_dir, prepare));
	refused(args, advice);
	shell(text("cd %s && chmod -R go-w . && chown -Rh $(id -u) .", office_dir));
	allowed("check");
}

static void test_what_others_may_change_is_refused(void **state)
{
	const char *settings;

	(void)state;
	new_office();
	shell(text("mkdir -p %s/settings/screens && cp %s/config/office.yaml %s/settings", office_dir,
		getenv("TOP"), office_dir));
	settings = text("--config %s/settings list orgs", office_dir);
	allowed(settings);
	may_not("chmod g+w data", "list orgs", "chmod -R go-w");
	may_not("chmod o+w data", "list orgs", "chmod -R go-w");
	may_not("chmod g+w data/data.mdb", "check", "chmod -R go-w");
	may_not("chmod o+w data/write.lock", "list orgs", "chmod -R go-w");
	may_not("mkdir data/config && echo 'worker: {sens: 3}' >data/config/roles.yaml && chmod g+w data/config/roles.yaml", "list orgs",
		"chmod -R go-w");
	may_not("chmod g+w settings", settings, "chmod -R go-w");
	may_not("chmod o+w settings/office.yaml", settings, "chmod -R go-w");
	may_not("chmod o+w settings/screens", settings, "chmod -R go-w");
	may_not("chmod o+w .", "list orgs", "chmod o-w"); /* could be swapped for another one */
	shell(text("chmod 1777 %s", office_dir)); /* like /tmp: not that */
	allowed(settings);
	if (getuid() == 0) {
		may_not("chown 65534 data", "list orgs", "另一个系统账号");
		may_not("chown 65534 data/data.mdb", "list orgs", "chown");
		may_not("chown 65534 settings", settings, "chown");
		may_not("chown 65534 settings/office.yaml", settings, "chown");
	}
	/* A link is followed, and where it leads is judged. */
	shell(text("cd %s && mv data elsewhere && ln -s elsewhere data", office_dir));
	allowed("list orgs");
	may_not("chmod g+w elsewhere", "list orgs", "chmod -R go-w");
}

/* No right to read: root may read everything, so an account of its own tries. */
static void test_a_file_we_may_not_read(void **state)
{
	(void)state;
	new_office();
	assert_int_equal(chmod(file, 0000), 0);
	if (getuid() == 0) {
		shell(text("chown -R 65534:65534 %s && chmod 755 %s", office_dir, office_dir));
		program = text("setpriv --reuid=65534 --regid=65534 --clear-groups %s", getenv("QINQING"));
		refused("today", "权限");
		program = getenv("QINQING");
	} else {
		refused("today", "权限");
	}
}

/* ---- a full disk ---------------------------------------------------------------------------- */

static size_t left_behind(void)
{
	shell(text("find %s/ -mindepth 1 ! -name out | wc -l >%s/out", office_dir, office_dir));
	return (size_t)atoi(arena_z(&a, slurp(text("%s/out", office_dir), 100)));
}

/* A file may not grow beyond so many KiB: wherever init stops, nothing is left, and it works later. */
static void test_init_where_files_may_not_grow(void **state)
{
	const char *free_program = program;
	int refusals = 0;

	(void)state;
	for (int limit = 0; limit < 400; limit += limit < 80 ? 4 : 20) {
		int status;

		program = text("ulimit -f %d; %s", limit, free_program);
		status = run("init");
		if (status == 0) {
			assert_int_equal(run("check"), 0);
			shell(text("rm -rf %s", office_data));
			continue;
		}
		refusals++;
		if (status >= 128 || (limit && !str_starts(printed, S("qinqing: "))))
			fail_msg("limit %d: status %d, %.*s", limit, status, STR_FMT(printed));
		if (left_behind())
			fail_msg("limit %d: something is left behind", limit);
	}
	assert_true(refusals > 10);
	program = free_program;
	new_office();
	assert_int_equal(run("check"), 0);
}

static void test_init_on_a_full_disk(void **state)
{
	const char *disk = text("%s/disk", office_dir);

	(void)state;
	assert_int_equal(mkdir(disk, 0700), 0);
	if (getuid() != 0 || mount("tmpfs", disk, "tmpfs", 0, "size=1m,mode=700") != 0) {
		print_message("# only root may mount a small disk\n");
		return;
	}
	snprintf(office_data, sizeof office_data, "%s/disk/data", office_dir);
	snprintf(file, sizeof file, "%s/data.mdb", office_data);
	refused("init", "腾出");
	assert_int_equal(access(office_data, F_OK), -1);
	assert_int_equal(mount("tmpfs", disk, "tmpfs", MS_REMOUNT, "size=300m,mode=700"), 0);
	assert_int_equal(run("init"), 0);
	assert_int_equal(run("check"), 0);
	assert_int_equal(umount2(disk, MNT_DETACH), 0);
}

int main(void)
{
	const struct CMUnitTest open_[] = {
		cmocka_unit_test_setup_teardown(test_a_file_that_is_none, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_every_command, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_missing_lock_file, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_short_file_may_be_whole, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_what_others_may_change_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_file_we_may_not_read, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_init_where_files_may_not_grow, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_init_on_a_full_disk, set_up, tear_down),
	};

	return cmocka_run_group_tests(open_, NULL, NULL);
}
