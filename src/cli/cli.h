/* cli.h - the command line: one table of commands, one of options; each command is a function that
 * writes to a buffer and returns what went wrong.  Only cli.c touches the outside. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "base/buf.h"
#include "base/err.h"
#include "core/session.h"

/* Exit status, the same for every command; fixed for scripts. */
enum { EXIT_DONE, EXIT_NOTHING, EXIT_REFUSED, EXIT_FAULT, EXIT_UNHEARD = 126 };

enum opt {
	OPT_DATA, OPT_CONFIG, OPT_AS, OPT_LANG, OPT_READ_ONLY, OPT_VERSION, OPT_HELP,
	OPT_JSON, OPT_LIMIT, OPT_YES, OPT_DRY_RUN, OPT_WHY, OPT_FAMILIES, OPT_SEED, OPT_NAMES,
	OPT_REVEAL, OPT_ON, OPT_FROM, OPT_TO, OPT_PERIOD, OPT_BY, OPT_FOR, OPT_SORT, OPT_WHERE, OPT_REFUSED,
	OPT_UNTIL, OPT_PRINT, OPT_BUILD, OPT_WHOM, OPT_COLUMNS, OPT_FORMAT, OPT_DIGITS,
	OPT_KEYGEN, OPT_LISTED, OPT_VERIFY, OPT_KEEP, OPT_KEY, OPT_SINCE, OPT_ORG, OPT_SHEET, OPT_NEAR,
	OPT_COLLEAGUES, OPT_AGAINST, OPT_SUBMIT, OPT_RETURN, OPT_APPROVE, OPT_FREEZE, OPT_INTO, OPT_TOTALS, OPT_KNOWN, OPTS
};

struct cli {
	struct arena *a;
	struct session *s;            /* NULL unless the command asked for one */
	struct session_opts where;    /* data, config, as, read_only */
	const char *opt[OPTS];        /* as given, "" for one without argument; NULL: not given */
	const struct command *command;
	char **arg;                   /* behind the command */
	size_t nargs;
	int status;                   /* what the program ends with, when it is no matter of enum rc; 0: it is */
	struct buf out;               /* standard output, still to be made safe */
};

/* The last two may be asked for from outside, too (door.c): as they are, or with standard input for the last
 * argument. */
enum needs { NEED_NOTHING, NEED_OFFICE, OUTSIDE, OUTSIDE_STDIN };

struct command {
	const char *name;
	const char *args;             /* synopsis: "TYPE field=value..." */
	const char *what;             /* one Chinese line */
	const char *example;          /* without the program's name */
	enum rc (*run)(struct cli *, struct err *);
	uint64_t opts;                /* OPT(..) | .. beside the general ones */
	uint8_t min, max;             /* arguments; max ANY: no limit */
	enum needs need;
};
enum { ANY = 255, LIMIT_MOST = 100000 };
#define OPT_BIT(o) (UINT64_C(1) << (o))
#define OPT(name) OPT_BIT(OPT_##name)

struct option_row {
	const char *name, *arg;       /* arg NULL: takes none */
	char letter;                  /* 0: none */
	const char *what;
};

extern const struct command commands[]; /* ends with a NULL name */
extern const struct option_row options[OPTS];
_Static_assert(OPTS <= 64, "a command has a bit for each option");
#define OPTS_GENERAL OPT(JSON) /* the options below this bit belong to every command */

#define OPTS_LOCAL (OPT(REFUSED) | OPT(TO)) /* these reach files: never from outside */

const struct command *command_find(str name);
bool command_takes(const struct command *, enum opt);
int cli_main(int argc, char **argv);

/* cli.c, for the commands */
void cli_flush(struct cli *);                       /* what has been written so far, made safe */
void cli_remark(struct cli *, const char *fmt, ...) PRINTF(2, 3); /* a line on stderr */
bool cli_is_terminal(void);                         /* can a person be asked? */
bool cli_confirm(struct cli *, const char *question); /* y on the terminal */
str cli_ask(struct cli *, const char *question);    /* a line from the terminal; its p is NULL at the end */
enum rc cli_number(struct cli *, enum opt, int64_t usual, int64_t most, int64_t *out,
	struct err *) MUST_CHECK;
str cli_words(struct cli *, size_t from);           /* arguments joined by blanks */
enum rc cli_open(struct cli *, bool create, struct err *) MUST_CHECK;

/* Reads what was asked for from outside into c: the command, its arguments, its options.  RC_DENIED or RC_INVALID:
 * it is not to be run. */
enum rc cli_hear(struct cli *, int argc, char **argv, struct err *) MUST_CHECK;

/* help.c */
void help_usage(struct cli *, const struct command *); /* NULL: all of them */
void help_version(struct cli *);
enum rc run_help(struct cli *, struct err *) MUST_CHECK;
enum rc run_version(struct cli *, struct err *) MUST_CHECK;

/* look.c */
enum rc run_find(struct cli *, struct err *) MUST_CHECK;
enum rc run_show(struct cli *, struct err *) MUST_CHECK;
enum rc run_today(struct cli *, struct err *) MUST_CHECK;
enum rc run_list(struct cli *, struct err *) MUST_CHECK;
enum rc run_get(struct cli *, struct err *) MUST_CHECK;
enum rc run_log(struct cli *, struct err *) MUST_CHECK;
enum rc run_seen(struct cli *, struct err *) MUST_CHECK;
enum rc run_emergency(struct cli *, struct err *) MUST_CHECK;
enum rc run_drafts(struct cli *, struct err *) MUST_CHECK;

/* edit.c */
enum rc run_new(struct cli *, struct err *) MUST_CHECK;
enum rc run_set(struct cli *, struct err *) MUST_CHECK;
enum rc run_void(struct cli *, struct err *) MUST_CHECK;
enum rc run_undo(struct cli *, struct err *) MUST_CHECK;

/* care.c */
enum rc run_who(struct cli *, struct err *) MUST_CHECK;
enum rc run_handover(struct cli *, struct err *) MUST_CHECK;
enum rc run_merge(struct cli *, struct err *) MUST_CHECK;
enum rc run_split(struct cli *, struct err *) MUST_CHECK;
enum rc run_board(struct cli *, struct err *) MUST_CHECK;
enum rc run_council(struct cli *, struct err *) MUST_CHECK;
enum rc run_spread(struct cli *, struct err *) MUST_CHECK;
enum rc run_bulletin(struct cli *, struct err *) MUST_CHECK;
enum rc run_prepare(struct cli *, struct err *) MUST_CHECK;
enum rc run_helpers(struct cli *, struct err *) MUST_CHECK;
enum rc run_quality(struct cli *, struct err *) MUST_CHECK;
enum rc run_days(struct cli *, struct err *) MUST_CHECK;
enum rc run_eligible(struct cli *, struct err *) MUST_CHECK;

/* The list that the arguments name, with what it is about, order and period; NULL: one that was kept. */
enum rc cli_list_ask(struct cli *, const struct query *, struct ask *, struct err *) MUST_CHECK;

/* export.c */
enum rc run_export(struct cli *, struct err *) MUST_CHECK;
/* What is made when it is known that there is room for it: into the file or directory of --to, a pipe, else the
 * outbox; path says where, "" = down the pipe.  What was there is not written over. */
struct exported;
struct delivery { enum rc (*make)(void *of, struct cli *, struct exported *, struct err *); void *of; };
enum rc cli_deliver(struct cli *, const struct delivery *, struct exported *, str *path, struct err *) MUST_CHECK;

/* paper.c */
enum rc run_print(struct cli *, struct err *) MUST_CHECK;

/* survey.c */
enum rc run_survey(struct cli *, struct err *) MUST_CHECK;

/* report.c */
enum rc run_report(struct cli *, struct err *) MUST_CHECK;
void report_help(struct cli *);
/* The report that the first argument names and how it is asked for: its period, what it adds up by, its unit. */
struct report;
enum rc cli_report_ask(struct cli *, const struct report **, struct ask *, struct err *) MUST_CHECK;

/* sheet.c */
enum rc run_sheet(struct cli *, struct err *) MUST_CHECK;
enum rc run_receipts(struct cli *, struct err *) MUST_CHECK;
enum rc run_transfer(struct cli *, struct err *) MUST_CHECK;

/* import.c */
/* The whole of a file, or of standard input for "-"; refuses what is longer. */
enum rc cli_slurp(struct arena *, const char *path, size_t most, str *, struct err *) MUST_CHECK;
enum rc run_import(struct cli *, struct err *) MUST_CHECK;

/* door.c, admin.c */
enum rc run_door(struct cli *, struct err *) MUST_CHECK;
enum rc run_admin(struct cli *, struct err *) MUST_CHECK;

/* backup.c */
enum rc run_backup(struct cli *, struct err *) MUST_CHECK;
enum rc run_restore(struct cli *, struct err *) MUST_CHECK;
enum rc run_drill(struct cli *, struct err *) MUST_CHECK;
enum rc run_salvage(struct cli *, struct err *) MUST_CHECK;

/* init.c: offices that are not there yet. */
enum rc run_demo(struct cli *, struct err *) MUST_CHECK;
enum rc run_init(struct cli *, struct err *) MUST_CHECK;
enum rc init_first_start(struct cli *, struct err *) MUST_CHECK; /* opens the office; asks a person when there is none */
/* What a text in the form of core/founding.h says; what is wrong with it is in the problems of the file. */
struct draft_office { struct yfile *file; struct founding *founding; const struct office *settings; bool own; };
enum rc init_read(struct cli *, str name, str text, bool whole, struct draft_office *, struct err *) MUST_CHECK;
/* Makes the office of it, whole or not at all, and says what comes next. */
enum rc init_found(struct cli *, const struct draft_office *, struct err *) MUST_CHECK;

/* setup.c: the same, asked in a few questions; nothing is written before the last answer. */
enum rc setup_ask(struct cli *, struct err *) MUST_CHECK;

/* office.c */
enum rc run_screens(struct cli *, struct err *) MUST_CHECK; /* no command */
void cli_progress(void *cli, str line); /* a line at once */
enum rc run_check(struct cli *, struct err *) MUST_CHECK;
enum rc run_reindex(struct cli *, struct err *) MUST_CHECK;
/* The office's own settings: --config, else config/ beside the data; NULL when there are neither. */
const char *cli_settings(struct cli *);
enum rc cli_settings_there(struct cli *, struct err *) MUST_CHECK;
enum rc run_config(struct cli *, struct err *) MUST_CHECK;

/* "visit:12" of a known type, or RC_INVALID. */
enum rc cli_ref(struct cli *, str text, const struct rec_type **, uint64_t *id, struct err *)
	MUST_CHECK;
/* The record a list is about: TYPE:ID, or what names it. */
/* --period: 2026-05, 2026-Q2, 2026-H1, 2026 or a day; empty when it is not given. */
/* --sort and --where of a list. */
struct ask;
void cli_order(const struct cli *, struct ask *);
enum rc cli_period(struct cli *, struct span *, struct err *) MUST_CHECK;
enum rc cli_about(struct cli *, const char *type, str text, uint64_t *id, struct err *) MUST_CHECK;
enum rc cli_type(struct cli *, str name, const struct rec_type **, struct err *) MUST_CHECK;

#endif
