/* utf8_fuzz.c - any bytes on their way to the screen and into an editor: no half character, no control
 * character, never more columns than there are. */
#include "base/str.h"
#include "base/utf8.h"
#include "ui/term/edit.h"
#include "ui/term/key.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const uint32_t keys[] = { K_LEFT, K_RIGHT, K_UP, K_DOWN, K_HOME, K_END, K_BS, K_DEL };
	struct arena a = { 0 };
	struct edit ed;
	int cols, used;

	if (size < 2)
		return 0;
	cols = 2 + data[0] % 60;
	str s = { (const char *)data + 2, (uint32_t)(size < 2000 ? size : 2000) - 2 };
	str safe = safe_text(&a, s, false);

	if (utf8_bad(safe) >= 0)
		abort();
	for (uint32_t at = 0; at < safe.n;)
		if (utf8_next(safe, &at) < ' ')
			abort();
	str cut = utf8_clip(safe, cols, &used);
	if (used > cols || used != utf8_cols(cut))
		abort();

	edit_init(&ed, &a, S(""), data[1] & 1, data[1] >> 1);
	edit_insert(&ed, s);
	for (size_t i = 2; i < size && i < 200; i++) {
		struct grid *g = grid_new(&a, 4, cols + 2);

		edit_key(&ed, keys[data[i] % COUNT(keys)], cols);
		edit_draw(&ed, g, (struct box){ 0, 1, 4, cols }, INK_PLAIN, true);
		if (ed.at > ed.n || utf8_bad(edit_text(&ed)) >= 0)
			abort();
		for (int row = 0; row < 4; row++)
			if (utf8_bad(grid_line(&a, g, row)) >= 0)
				abort();
	}
	arena_free(&a);
	return 0;
}
