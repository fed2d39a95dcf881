/* key.h - keys as numbers and by the names that YAML, help and tests use. */
#ifndef UI_KEY_H
#define UI_KEY_H

#include "base/arena.h"

/* A key is its character (^A is 1), or one of these; Alt adds KEYS_ALT. */
enum {
	KEYS_NAMED = 0x110000,
	K_UP = KEYS_NAMED, K_DOWN, K_LEFT, K_RIGHT, K_HOME, K_END, K_PGUP, K_PGDN, K_INS, K_DEL, K_BS,
	K_TAB, K_BTAB, K_ENTER, K_ESC, K_F1, K_F12 = K_F1 + 11, K_UNKNOWN,
	KEYS_ALT = 0x1000000,
};

/* "F3" "^S" "Esc" "Enter" "Space" "A-x" "v" "?"; 0 when there is no such key. */
uint32_t key_parse(str name);
str key_text(struct arena *, uint32_t key);
static inline bool key_is_text(uint32_t key)
{
	return key >= ' ' && key != 127 && key < KEYS_NAMED;
}

/* An input method that was left on sends ？ and ／: as a command they are ? and /. */
static inline uint32_t key_plain(uint32_t key)
{
	return key >= 0xFF01 && key <= 0xFF5E ? key - 0xFEE0 : key == 0x3001 ? '/' : key == 0x3000 ? ' ' : key;
}

#endif
