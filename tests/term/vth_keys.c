/* vth_keys.c - typing and pasting: keys by name, in the bytes that this terminal sends. */
#include "vth_own.h"

#include <string.h>

enum { ODD_MAX = 8 };

static const struct key {
	const char *name;
	VTermKey key;
	VTermModifier mod;
} keys[] = {
	{ "Enter", VTERM_KEY_ENTER, 0 },
	{ "Tab", VTERM_KEY_TAB, 0 },
	{ "BTab", VTERM_KEY_TAB, VTERM_MOD_SHIFT },
	{ "Esc", VTERM_KEY_ESCAPE, 0 },
	{ "BS", VTERM_KEY_BACKSPACE, 0 },
	{ "Up", VTERM_KEY_UP, 0 },
	{ "Down", VTERM_KEY_DOWN, 0 },
	{ "Left", VTERM_KEY_LEFT, 0 },
	{ "Right", VTERM_KEY_RIGHT, 0 },
	{ "PgUp", VTERM_KEY_PAGEUP, 0 },
	{ "PgDn", VTERM_KEY_PAGEDOWN, 0 },
	{ "Home", VTERM_KEY_HOME, 0 },
	{ "End", VTERM_KEY_END, 0 },
	{ "Ins", VTERM_KEY_INS, 0 },
	{ "Del", VTERM_KEY_DEL, 0 },
	{ "F1", VTERM_KEY_FUNCTION(1), 0 },
	{ "F2", VTERM_KEY_FUNCTION(2), 0 },
	{ "F3", VTERM_KEY_FUNCTION(3), 0 },
	{ "F4", VTERM_KEY_FUNCTION(4), 0 },
	{ "F5", VTERM_KEY_FUNCTION(5), 0 },
	{ "F6", VTERM_KEY_FUNCTION(6), 0 },
	{ "F7", VTERM_KEY_FUNCTION(7), 0 },
	{ "F8", VTERM_KEY_FUNCTION(8), 0 },
	{ "F9", VTERM_KEY_FUNCTION(9), 0 },
	{ "F10", VTERM_KEY_FUNCTION(10), 0 },
	{ "F11", VTERM_KEY_FUNCTION(11), 0 },
	{ "F12", VTERM_KEY_FUNCTION(12), 0 },
};

/* Where a terminal, by the start of its TERM, sends other bytes than xterm, which libvterm is. */
static const struct odd_key {
	const char *term;
	struct {
		const char *name, *bytes;
	} key[ODD_MAX];
} odd_keys[] = {
	{ "screen", { { "Home", "\033[1~" }, { "End", "\033[4~" } } },
	{ "tmux", { { "Home", "\033[1~" }, { "End", "\033[4~" } } },
	{ "linux",
	  { { "Home", "\033[1~" },
	    { "End", "\033[4~" },
	    { "F1", "\033[[A" },
	    { "F2", "\033[[B" },
	    { "F3", "\033[[C" },
	    { "F4", "\033[[D" },
	    { "F5", "\033[[E" },
	    { "BTab", "\033\t" } } },
};

static const char *odd_bytes(const char *term, const char *name)
{
	for (size_t i = 0; i < sizeof odd_keys / sizeof *odd_keys; i++) {
		const struct odd_key *odd = &odd_keys[i];

		if (strncmp(term, odd->term, strlen(odd->term)) != 0)
			continue;
		for (size_t k = 0; k < ODD_MAX && odd->key[k].name; k++)
			if (!strcmp(name, odd->key[k].name))
				return odd->key[k].bytes;
	}
	return NULL;
}

static bool press_named(struct vth *v, const char *name, VTermModifier mod)
{
	const char *odd = mod ? NULL : odd_bytes(v->term, name);

	if (odd) {
		vth_send(v, odd, strlen(odd));
		return true;
	}
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (!strcmp(name, keys[i].name)) {
			vterm_keyboard_key(v->vt, keys[i].key, mod | keys[i].mod);
			vth_flush_reply(v);
			if (keys[i].key == VTERM_KEY_ESCAPE)
				vth_quiet(v, VTH_ESC_MS, VTH_LIMIT_MS);
			return true;
		}
	return false;
}

/* A character with modifiers, in the form every terminal sends: C-l is 0x0c, A-x is ESC x. */
static bool press_char(struct vth *v, char c, VTermModifier mod)
{
	char bytes[] = { '\033', mod & VTERM_MOD_CTRL ? (char)(c & 0x1f) : c };
	size_t skip = mod & VTERM_MOD_ALT ? 0 : 1;

	if (mod & VTERM_MOD_SHIFT)
		return false;
	vth_send(v, bytes + skip, sizeof bytes - skip);
	return true;
}

static bool press(struct vth *v, const char *name)
{
	VTermModifier mod = VTERM_MOD_NONE;

	for (; name[0] && name[1] == '-' && name[2]; name += 2) {
		switch (name[0]) {
		case 'C': mod |= VTERM_MOD_CTRL; break;
		case 'A': mod |= VTERM_MOD_ALT; break;
		case 'S': mod |= VTERM_MOD_SHIFT; break;
		default: return false;
		}
	}
	if (!strcmp(name, "lt"))
		return press_char(v, '<', mod);
	if (!strcmp(name, "Space"))
		return press_char(v, ' ', mod);
	if (mod && !name[1])
		return press_char(v, name[0], mod);
	return press_named(v, name, mod);
}

bool vth_type(struct vth *v, const char *s)
{
	while (*s) {
		size_t plain = strcspn(s, "<"), n;
		char name[16];

		vth_send(v, s, plain);
		s += plain;
		if (!*s)
			break;
		n = strcspn(++s, ">");
		if (!s[n] || n >= sizeof name)
			return false;
		memcpy(name, s, n);
		name[n] = '\0';
		s += n + 1;
		if (!press(v, name))
			return false;
	}
	return true;
}

static void press_button(struct vth *v, int row, int col, int button)
{
	vterm_mouse_move(v->vt, row, col, VTERM_MOD_NONE);
	vterm_mouse_button(v->vt, button, true, VTERM_MOD_NONE);
	vterm_mouse_button(v->vt, button, false, VTERM_MOD_NONE);
	vth_flush_reply(v);
}

void vth_click(struct vth *v, int row, int col)
{
	press_button(v, row, col, 1);
}

void vth_wheel(struct vth *v, int row, int col, bool up)
{
	press_button(v, row, col, up ? 4 : 5);
}

void vth_paste(struct vth *v, const char *text)
{
	vterm_keyboard_start_paste(v->vt);
	vth_flush_reply(v);
	while (*text) {
		size_t n = strcspn(text, "\n");

		vth_send(v, text, n);
		text += n;
		if (*text) {
			vth_send(v, "\r", 1);
			text++;
		}
	}
	vterm_keyboard_end_paste(v->vt);
	vth_flush_reply(v);
}
