/* html.c - what html.h says, in text and between quotation marks alike. */
#include "core/exchange/html.h"

void html_text(struct buf *b, str text)
{
	for (uint32_t i = 0; i < text.n; i++)
		switch (text.p[i]) {
		case '&': buf_str(b, S("&amp;")); break;
		case '<': buf_str(b, S("&lt;")); break;
		case '>': buf_str(b, S("&gt;")); break;
		case '"': buf_str(b, S("&quot;")); break;
		case '\'': buf_str(b, S("&#39;")); break;
		default: buf_char(b, text.p[i]);
		}
}
