/* digest.c - sums of texts, by libsodium. */
#include "base/digest.h"

#include <sodium.h>

enum { BYTES = 16 };

str digest(struct arena *a, str text)
{
	unsigned char sum[BYTES];
	char *hex = arena_new(a, 2 * BYTES + 1);

	crypto_generichash(sum, sizeof sum, (const unsigned char *)text.p, text.n, NULL, 0);
	sodium_bin2hex(hex, 2 * BYTES + 1, sum, sizeof sum);
	return (str){ hex, 2 * BYTES };
}
