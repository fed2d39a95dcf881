/* harden.c - gives up, one after the other, what the program does not need. */
#include "base/harden.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* ---- the environment ------------------------------------------------------------------------ */

static const char *const wanted[] = { "TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE", "LOCPATH", "HOME", "USER",
	"XDG_DATA_HOME", "QINQING_DATA", "QINQING_NOW", "SSH_CLIENT", "SSH_ORIGINAL_COMMAND", "SSH_USER_AUTH" };
enum { TERM_MOST = 64 };

static bool is_wanted(const char *entry)
{
	for (size_t i = 0; i < COUNT(wanted); i++) {
		size_t n = strlen(wanted[i]);

		if (strncmp(entry, wanted[i], n) == 0 && entry[n] == '=')
			return true;
	}
	return false;
}

static void keep_wanted(void)
{
	static char *kept[COUNT(wanted) + 1];
	size_t n = 0;

	for (char **p = environ; p && *p && n < COUNT(wanted); p++)
		if (is_wanted(*p))
			kept[n++] = *p;
	kept[n] = NULL;
	environ = kept;
}

/* A name, not a path: curses would look for a file of it. */
static void name_terminal(void)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._+-";
	const char *term = getenv("TERM");

	if (term && (strlen(term) > TERM_MOST || term[0] == '.' || term[strspn(term, letters)]))
		setenv("TERM", "xterm", 1);
}

/* ---- system calls --------------------------------------------------------------------------- */

#if defined __x86_64__
#define OUR_ARCH AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define OUR_ARCH AUDIT_ARCH_AARCH64
#endif

#ifdef OUR_ARCH
#define LOAD(member) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, member))
#define GIVE(action) BPF_STMT(BPF_RET | BPF_K, action)
#define UNLESS(value, skip) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, skip)
#define REFUSE(call) UNLESS(call, 1), GIVE(SECCOMP_RET_ERRNO | EPERM)

/* No other program, no other process, no network, no kernel; and no typing into the terminal we run in. */
static struct sock_filter filter[] = {
	LOAD(arch), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OUR_ARCH, 1, 0), GIVE(SECCOMP_RET_KILL_PROCESS),
	LOAD(nr), BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1), GIVE(SECCOMP_RET_ERRNO | EPERM),
#ifndef __SANITIZE_ADDRESS__ /* its leak checker looks into the process as a debugger does */
	REFUSE(SYS_ptrace), REFUSE(SYS_process_vm_readv), REFUSE(SYS_process_vm_writev),
#endif
	REFUSE(SYS_execve), REFUSE(SYS_execveat), REFUSE(SYS_socket), REFUSE(SYS_socketpair), REFUSE(SYS_mount),
	REFUSE(SYS_umount2), REFUSE(SYS_pivot_root), REFUSE(SYS_chroot), REFUSE(SYS_unshare), REFUSE(SYS_setns),
	REFUSE(SYS_bpf), REFUSE(SYS_userfaultfd), REFUSE(SYS_perf_event_open), REFUSE(SYS_keyctl), REFUSE(SYS_add_key),
	REFUSE(SYS_request_key), REFUSE(SYS_init_module), REFUSE(SYS_finit_module), REFUSE(SYS_delete_module),
	REFUSE(SYS_kexec_load), REFUSE(SYS_reboot), REFUSE(SYS_swapon), REFUSE(SYS_acct), REFUSE(SYS_quotactl),
	UNLESS(SYS_ioctl, 5),
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args) + sizeof(__u64)),
	REFUSE(TIOCSTI), REFUSE(TIOCLINUX),
	GIVE(SECCOMP_RET_ALLOW),
};

static void filter_calls(void)
{
	struct sock_fprog program = { COUNT(filter), filter };

	prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program); /* else as before */
}
#else
static void filter_calls(void)
{
}
#endif

/* ---- files ---------------------------------------------------------------------------------- */

enum {
	LOOK = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
	WRITE = LOOK | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG |
		LANDLOCK_ACCESS_FS_MAKE_DIR,
	ALL = WRITE | LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_MAKE_CHAR |
		LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK |
		LANDLOCK_ACCESS_FS_MAKE_SYM,
};

static void open_up(int rules, const char *path, unsigned access)
{
	struct landlock_path_beneath_attr below = { .allowed_access = access };

	below.parent_fd = path ? open(path, O_PATH | O_CLOEXEC) : -1;
	if (below.parent_fd < 0)
		return;
	syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &below, 0);
	close(below.parent_fd);
}

bool harden_confine(const char *rw, const char *ro)
{
	static const char *const system[] = { "/usr", "/lib", "/lib64", "/etc", "/proc", "/dev" };
	struct landlock_ruleset_attr attr = { .handled_access_fs = ALL };
	int rules = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof attr, 0);
	bool done;

	if (rules < 0)
		return false;
	open_up(rules, rw, WRITE);
	open_up(rules, ro, LOOK);
	for (size_t i = 0; i < COUNT(system); i++)
		open_up(rules, system[i], LOOK);
	open_up(rules, "/dev/null", LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE);
	done = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
	close(rules);
	return done;
}

/* ---- all of it ------------------------------------------------------------------------------ */

void harden_begin(void)
{
	const struct rlimit none = { 0, 0 };

	keep_wanted();
	name_terminal();
	close_range(STDERR_FILENO + 1, ~0U, 0);
	umask(S_IRWXG | S_IRWXO);
	setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__
	prctl(PR_SET_DUMPABLE, 0);
#endif
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	filter_calls();
}

const struct harden_line *harden_state(void)
{
	static struct harden_line line[] = {
		{ "environment", true }, { "descriptors", true }, { "no-core", false }, { "not-dumpable", false },
		{ "no-new-privileges", false }, { "seccomp", false }, { "landlock", false }, { 0 },
	};
	struct rlimit core;

	line[2].on = getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_max == 0;
	line[3].on = prctl(PR_GET_DUMPABLE) == 0;
	line[4].on = prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1;
	line[5].on = prctl(PR_GET_SECCOMP) == SECCOMP_MODE_FILTER;
	line[6].on = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;
	return line;
}
