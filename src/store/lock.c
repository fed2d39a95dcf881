/* lock.c - a lock with a deadline in front of LMDB's own, which has none: a writer that was stopped
 * must not hang everybody.  Waiting sleeps in the kernel's queue;
 * polling would starve. */
#include "store/write.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/time.h>

enum { DEADLINE_SECONDS = 3 };

static void on_alarm(int sig)
{
	(void)sig; /* only there to interrupt fcntl() */
}

static enum rc busy(int fd, struct err *e)
{
	struct flock who = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	if (fcntl(fd, F_GETLK, &who) == 0 && who.l_type != F_UNLCK)
		return fail(e, RC_BUSY, "忙：进程 %d 正在写入，等了%d秒；没有存上，内容还在，请稍后再存一次",
			(int)who.l_pid, DEADLINE_SECONDS);
	return fail(e, RC_BUSY, "忙：别的窗口正在写入；没有存上，内容还在，请稍后再存一次");
}

enum rc lock_take(int fd, struct err *e)
{
	struct flock all = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	struct itimerval timer = { .it_value.tv_sec = DEADLINE_SECONDS }, off = { 0 };
	struct sigaction sa = { .sa_handler = on_alarm }, before;
	int rc;

	if (fcntl(fd, F_SETLK, &all) == 0)
		return RC_OK;
	/* The timer repeats, so that an alarm just before fcntl() does not leave us waiting. */
	timer.it_interval.tv_usec = 100000;
	sigaction(SIGALRM, &sa, &before);
	setitimer(ITIMER_REAL, &timer, NULL);
	rc = fcntl(fd, F_SETLKW, &all);
	setitimer(ITIMER_REAL, &off, NULL);
	sigaction(SIGALRM, &before, NULL);
	if (rc == 0)
		return RC_OK;
	if (errno == EINTR)
		return busy(fd, e);
	return fail(e, RC_IO, "写入锁打不开；没有存上，请检查数据目录的权限和磁盘");
}

void lock_give(int fd)
{
	struct flock all = { .l_type = F_UNLCK, .l_whence = SEEK_SET };

	fcntl(fd, F_SETLK, &all);
}
