/* commit_test.c - what a commit promises: nothing is acknowledged before it is on the disk, nobody else
 * writes before it is, and after one that failed the next one works.  The program's own definitions of
 * the system's calls stand in front of the library's: LMDB calls these. */
#include "../office.h"
#include <errno.h>
#include <fcntl.h>
#include <lmdb.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { META_PAGES = 2, PAGE = 4096 };

static bool watching;
static int step;              /* of the order that a commit must keep */
enum { NOTHING, WRITTEN, SYNCED, ACKNOWLEDGED };
static int broken;            /* times that the order was broken */
static bool meta_fails;       /* the next write of a meta page says EIO */
static bool lock_was_free;    /* could somebody else have taken the write lock in a commit? */

static bool is_data(int fd)
{
	char link[40], path[200];
	ssize_t n;

	snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	n = readlink(link, path, sizeof path);
	return n > 8 && strncmp(path + n - 8, "data.mdb", 8) == 0;
}

static void pages_written(void)
{
	step = WRITTEN;
}

/* Asked from another process, as a colleague's would be: a lock of our own is no lock to us. */
static bool lock_is_free(void)
{
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		struct flock all = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
		char path[120];
		int fd;

		snprintf(path, sizeof path, "%s/write.lock", office_data);
		fd = open(path, O_RDWR);
		_exit(fd < 0 || fcntl(fd, F_GETLK, &all) != 0 || all.l_type == F_UNLCK);
	}
	return waitpid(pid, &status, 0) != pid || status != 0;
}

/* A meta page makes the commit real: everything else is on the disk by then, and itself at once. */
static ssize_t meta_written(int fd, const void *p, size_t n, off_t at)
{
	if (step != SYNCED || !(fcntl(fd, F_GETFL) & O_DSYNC))
		broken++;
	step = ACKNOWLEDGED;
	lock_was_free |= lock_is_free();
	if (meta_fails) {
		meta_fails = false;
		errno = EIO;
		return -1;
	}
	return syscall(SYS_pwrite64, fd, p, n, at);
}

ssize_t pwrite(int fd, const void *p, size_t n, off_t at)
{
	if (!watching || !is_data(fd))
		return syscall(SYS_pwrite64, fd, p, n, at);
	if (at < META_PAGES * PAGE)
		return meta_written(fd, p, n, at);
	pages_written();
	return syscall(SYS_pwrite64, fd, p, n, at);
}

ssize_t pwritev(int fd, const struct iovec *v, int n, off_t at)
{
	if (watching && is_data(fd))
		pages_written();
	return syscall(SYS_pwritev, fd, v, n, at, 0);
}

ssize_t writev(int fd, const struct iovec *v, int n)
{
	if (watching && is_data(fd))
		pages_written();
	return syscall(SYS_writev, fd, v, n);
}

int fdatasync(int fd)
{
	if (watching && is_data(fd) && step == WRITTEN)
		step = SYNCED;
	return (int)syscall(SYS_fdatasync, fd);
}

static enum rc new_worker(struct session *s, const char *name, struct err *e)
{
	struct arena a = { 0 };
	struct save save = { .type = &worker_type };
	struct worker *w;
	enum rc rc = session_new(s, &a, &worker_type, 0, &save.rec, e);

	if (rc == RC_OK) {
		w = (struct worker *)save.rec;
		w->name = str_of(name);
		w->org.id = 3;
		w->mobile.s = S("13800000001");
		rc = session_save(s, &a, S(""), &save, 1, e);
	}
	arena_free(&a);
	return rc;
}

static size_t workers(struct session *s)
{
	struct arena a = { 0 };
	struct page page;
	struct err e = { 0 };

	assert_int_equal(session_list(s, &a, &(struct ask){ .query = query_find(S("workers")) }, &page, &e), RC_OK);
	arena_free(&a);
	return page.total;
}

static void test_a_commit_is_on_the_disk_before_it_is_acknowledged(void **state)
{
	struct arena a = { 0 };
	struct session *s = office_open(&a, true);
	struct err e = { 0 };

	(void)state;
	watching = true;
	broken = 0;
	lock_was_free = false;
	for (int i = 0; i < 5; i++) {
		step = NOTHING;
		if (new_worker(s, "周敏", &e) != RC_OK)
			fail_msg("%s", e.msg);
		assert_int_equal(step, ACKNOWLEDGED);
		assert_int_equal(broken, 0);
	}
	assert_false(lock_was_free);
	watching = false;
	session_close(s);
	arena_free(&a);
}

/* LMDB refuses everything after the write of a meta page failed: only a fresh environment works. */
static void test_after_a_commit_that_failed_the_next_one_works(void **state)
{
	struct arena a = { 0 };
	struct session *s = office_open(&a, true);
	struct err e = { 0 };

	(void)state;
	assert_int_equal(new_worker(s, "周敏", &e), RC_OK);
	watching = meta_fails = true;
	assert_int_equal(new_worker(s, "高强", &e), RC_IO);
	watching = false;
	assert_false(meta_fails);
	assert_non_null(strstr(e.msg, "没有存上"));
	assert_int_equal(workers(s), 1);
	if (new_worker(s, "佟丽", &e) != RC_OK)
		fail_msg("%s", e.msg);
	assert_int_equal(workers(s), 2);
	assert_sound(s);
	session_close(s);
	s = office_open(&a, false);
	assert_int_equal(workers(s), 2);
	session_close(s);
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest commit[] = {
		cmocka_unit_test_setup_teardown(
			test_a_commit_is_on_the_disk_before_it_is_acknowledged, office_set_up, office_tear_down),
		cmocka_unit_test_setup_teardown(
			test_after_a_commit_that_failed_the_next_one_works, office_set_up, office_tear_down),
	};

	return cmocka_run_group_tests(commit, NULL, NULL);
}
