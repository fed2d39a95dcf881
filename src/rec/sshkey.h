/* sshkey.h - a public key of OpenSSH as people paste it: its kind, its form, its fingerprint. */
#ifndef REC_SSHKEY_H
#define REC_SSHKEY_H

#include "base/arena.h"
#include "base/err.h"

struct sshkey {
	str type;     /* ssh-ed25519 */
	str blob;     /* base64 */
	str comment;  /* whose device it is, as it was pasted; printable, one line, or "" */
	str print;    /* SHA256:..., as ssh-keygen -l says it */
};

/* One key, alone in its text but for empty lines and lines of remarks (#).  Options before the key are
 * refused, not taken over: what a key may do is the office's to say.  Refused as well: a private key, more than
 * one, a kind that is too weak (DSA, RSA below 2048 bits), and what is no key of the kind it says. */
enum rc sshkey_read(struct arena *, str pasted, struct sshkey *, struct err *) MUST_CHECK;

#endif
