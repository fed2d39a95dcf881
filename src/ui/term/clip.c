/* clip.c - OSC 52: "set the clipboard to this", in base64. */
#include "ui/term/clip.h"

#include "base/buf.h"
#include "ui/term/term.h"

#include <sodium.h>

void clip_copy(struct arena *a, str text)
{
	size_t room = sodium_base64_encoded_len(text.n, sodium_base64_VARIANT_ORIGINAL);
	char *coded = arena_new(a, room);

	sodium_bin2base64(coded, room, (const unsigned char *)text.p, text.n, sodium_base64_VARIANT_ORIGINAL);
	term_send(arena_z(a, arena_printf(a, "\033]52;c;%s\a", coded)));
}
