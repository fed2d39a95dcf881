/* qr.c - libqrencode's modules as text. */
#include "ui/acts/qr.h"

#include <qrencode.h>
#include <stdlib.h>

enum { QUIET = 4 }; /* light modules around it, as the standard wants them */

struct qr qr_make(struct arena *a, str text)
{
	QRcode *code = QRcode_encodeString8bit(arena_z(a, text), 0, QR_ECLEVEL_L);
	struct qr qr = { 0 };
	bool *dark;

	if (!code)
		return qr;
	qr.side = code->width + 2 * QUIET;
	dark = ARENA_ARRAY(a, bool, (size_t)(qr.side * qr.side));
	for (int y = 0; y < code->width; y++)
		for (int x = 0; x < code->width; x++)
			dark[(y + QUIET) * qr.side + x + QUIET] = code->data[y * code->width + x] & 1;
	QRcode_free(code);
	qr.dark = dark;
	return qr;
}

int qr_rows(const struct qr *qr)
{
	return (qr->side + 1) / 2;
}

static bool dark_at(const struct qr *qr, int y, int x)
{
	return y < qr->side && qr->dark[y * qr->side + x];
}

void qr_draw(const struct qr *qr, struct grid *g, int row, int col)
{
	static const char *const halves[2][2] = { { " ", "▄" }, { "▀", "█" } };

	for (int y = 0; y < qr->side; y += 2)
		for (int x = 0; x < qr->side; x++)
			grid_put(g, row + y / 2, col + x, 1,
				str_of(halves[dark_at(qr, y, x)][dark_at(qr, y + 1, x)]), INK_PAPER);
}
