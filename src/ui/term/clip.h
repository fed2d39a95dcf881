/* clip.h - text for the clipboard of the machine the person sits at. */
#ifndef UI_CLIP_H
#define UI_CLIP_H

#include "base/arena.h"

/* By OSC 52, over however many lines and hops.  Whether the terminal took it nobody tells: xterm, kitty,
 * Windows Terminal, foot and tmux (set-clipboard on) do, PuTTY does not, and shows nothing either. */
void clip_copy(struct arena *, str text);

#endif
