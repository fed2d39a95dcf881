/* settings.h - a file of settings as it is in force: what the office says laid over what is shipped.
 *
 * The only place where files of config/ and screens/ are read.  An office's own file (--config DIR, else
 * DATA/config) says only what differs; settings.c has the table of what identifies an element. */
#ifndef CORE_SETTINGS_H
#define CORE_SETTINGS_H

#include "base/data.h"
#include "base/yaml.h"

/* NAME as in data_table, "config/care.yaml"; dir: the office's own directory, or NULL.  NULL when there
 * is neither a shipped nor an own one.  What is wrong with either file is in its problems. */
struct yfile *settings_read(struct arena *, const char *dir, str name);

/* The same for a file that is no YAML, a page to print: the office's own stands in the place of the shipped one. */
struct own_file settings_text(struct arena *, const char *dir, str name);

/* Every file of settings there is, shipped or own, each name once. */
struct settings_names { VEC(str); };
struct settings_names settings_all(struct arena *, const char *dir);

/* For `config check`: folders that cannot be read and own files that nothing reads, as lines. */
str settings_strays(struct arena *, const char *dir);
/* What the office has otherwise than shipped in all its files, as lines: file:line:col path: shipped -> own. */
str settings_overrides(struct arena *, const char *dir);

#endif
