/* fault.c - the one place that catches SIGSEGV, SIGBUS and SIGABRT. */
#include "base/fault.h"

#include <signal.h>
#include <unistd.h>

enum { STATUS_FAULT = 3 }; /* of the command line, too */

static const int faults[] = { SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL };
static struct sigaction before[COUNT(faults)]; /* a sanitizer's, as a rule */
static struct fault_guard *guard;              /* one thread, no nesting */
static void (*last_words)(void);

void fault_enter(struct fault_guard *g)
{
	guard = g;
}

void fault_leave(void)
{
	guard = NULL;
}

void fault_jump(void)
{
	struct fault_guard *g = guard;

	guard = NULL;
	if (g)
		siglongjmp(g->back, 1);
}

void fault_last_words(void (*words)(void))
{
	last_words = words;
}

void fault_end(const char *sentence)
{
	if (last_words)
		last_words();
	if (write(STDERR_FILENO, sentence, strlen(sentence)) < 0)
		_exit(STATUS_FAULT); /* nobody listens */
	_exit(STATUS_FAULT);
}

static void on_fault(int sig)
{
	fault_jump();
	if (last_words)
		last_words();
	for (size_t i = 0; i < COUNT(faults); i++)
		if (faults[i] == sig)
			sigaction(sig, &before[i], NULL);
	raise(sig);
}

void fault_catch(void)
{
	/* The jump leaves the handler without returning: the signal must not stay blocked. */
	struct sigaction sa = { .sa_handler = on_fault, .sa_flags = SA_NODEFER }, now;

	for (size_t i = 0; i < COUNT(faults); i++)
		if (sigaction(faults[i], NULL, &now) == 0 && now.sa_handler != on_fault &&
			sigaction(faults[i], &sa, NULL) == 0)
			before[i] = now;
	signal(SIGXFSZ, SIG_IGN);
}
