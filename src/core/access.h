/* access.h - how people come in: their SSH keys, who is in now, and what an account was last used. */
#ifndef CORE_ACCESS_H
#define CORE_ACCESS_H

#include "core/read/read.h"
#include "rec/sshkey.h"

/* ---- who is in ------------------------------------------------------------------------------ */

/* From now to session_close() this session is one of those that are listed (query "sessions") and can be
 * ended.  what: the screens, or the command.  With it goes an entry "login" in the log. */
enum rc session_present(struct session *, str what, struct err *) MUST_CHECK;
/* Ends somebody's session by its number: they keep their drafts.  Whose duty "access" is. */
enum rc session_end(struct session *, int64_t number, struct err *) MUST_CHECK;

/* ---- their keys ----------------------------------------------------------------------------- */

/* until 0: for good; from "": from anywhere, else networks as 192.168.1.0/24, comma between them.  A key
 * that the login has already gets the new until and from; one that opens for somebody else is refused. */
struct key_wish { str login, pasted; date until; str from; };
enum rc session_key_add(struct session *, struct arena *, const struct key_wish *, struct sshkey *, struct err *)
	MUST_CHECK;
/* All keys of a login, or the one with a fingerprint; *n of them.  Their sessions are ended: *ended. */
enum rc session_key_remove(struct session *, str login, str print, size_t *n, size_t *ended, struct err *)
	MUST_CHECK;

#endif
