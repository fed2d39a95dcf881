/* archive.c - zip and XML: the only user of minizip and expat, which are loaded when the first workbook is read. */
#include "rec/archive.h"

#include "base/lib.h"
#include "base/str.h"

#include <expat.h>
#include <minizip/unzip.h>

#define ZIP_FUNCTIONS(F) \
	F(unzOpen2_64) F(unzClose) F(unzGetGlobalInfo64) F(unzLocateFile) F(unzGetCurrentFileInfo64) \
	F(unzOpenCurrentFile) F(unzReadCurrentFile) F(unzCloseCurrentFile)
#define XML_FUNCTIONS(F) \
	F(XML_ParserCreate) F(XML_ParserFree) F(XML_SetUserData) F(XML_SetElementHandler) \
	F(XML_SetCharacterDataHandler) F(XML_SetStartDoctypeDeclHandler) F(XML_Parse) F(XML_StopParser) \
	F(XML_GetCurrentLineNumber)

static struct { ZIP_FUNCTIONS(LIB_MEMBER) } z;
#define LIB z
static const struct lib_function zip_functions[] = { ZIP_FUNCTIONS(LIB_NAME) };
#undef LIB
static struct { XML_FUNCTIONS(LIB_MEMBER) } x;
#define LIB x
static const struct lib_function xml_functions[] = { XML_FUNCTIONS(LIB_NAME) };
static struct lib libs[] = {
	{ MINIZIP_SO, "libminizip1", zip_functions, COUNT(zip_functions), false },
	{ EXPAT_SO, "libexpat1", xml_functions, COUNT(xml_functions), false },
};

enum { PARTS_MOST = 2000, PIECE = 1 << 16, UNPACKED_MOST = 300 << 20, DEPTH_MOST = 64 };

struct archive {
	unzFile zip;
	str bytes;
	uint64_t at;       /* where minizip reads */
	int64_t unpacked;  /* of all parts so far */
	/* Of the part at hand: */
	XML_Parser parser;
	const struct xml *xml;
	int depth;
	enum rc rc;
	struct err *e;
};

/* ---- a zip in memory ------------------------------------------------------------------------ */

static voidpf mem_open(voidpf a, const void *name, int mode)
{
	(void)name;
	(void)mode;
	return a;
}

static uLong mem_read(voidpf opaque, voidpf stream, void *out, uLong n)
{
	struct archive *a = stream;

	(void)opaque;
	if (a->at >= a->bytes.n)
		return 0;
	if (n > a->bytes.n - a->at)
		n = (uLong)(a->bytes.n - a->at);
	memcpy(out, a->bytes.p + a->at, n);
	a->at += n;
	return n;
}

static ZPOS64_T mem_tell(voidpf opaque, voidpf stream)
{
	(void)opaque;
	return ((struct archive *)stream)->at;
}

static long mem_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
	struct archive *a = stream;
	uint64_t from = origin == ZLIB_FILEFUNC_SEEK_CUR ? a->at : origin == ZLIB_FILEFUNC_SEEK_END ? a->bytes.n : 0;

	(void)opaque;
	if (offset > a->bytes.n || from + offset > a->bytes.n)
		return -1;
	a->at = from + offset;
	return 0;
}

static int mem_close(voidpf opaque, voidpf stream)
{
	(void)opaque;
	(void)stream;
	return 0;
}

enum rc archive_open(struct arena *arena, str bytes, struct archive **out, struct err *e)
{
	struct archive *a = ARENA_NEW(arena, struct archive);
	zlib_filefunc64_def io = { .zopen64_file = mem_open, .zread_file = mem_read, .ztell64_file = mem_tell,
		.zseek64_file = mem_seek, .zclose_file = mem_close, .zerror_file = mem_close, .opaque = a };
	unz_global_info64 info;

	for (size_t i = 0; i < COUNT(libs); i++)
		TRY(lib_load(&libs[i], e));
	a->bytes = bytes;
	a->zip = z.unzOpen2_64("", &io);
	if (!a->zip)
		return fail(e, RC_INVALID, "这个工作簿（xlsx）不完整或已损坏，打不开；请重新导出或重新发送一次");
	if (z.unzGetGlobalInfo64(a->zip, &info) != UNZ_OK || info.number_entry > PARTS_MOST) {
		archive_close(a);
		return fail(e, RC_INVALID, "这个工作簿（xlsx）里有太多文件，不像名册，没有读");
	}
	*out = a;
	return RC_OK;
}

void archive_close(struct archive *a)
{
	z.unzClose(a->zip);
}

/* ---- XML ------------------------------------------------------------------------------------ */

static void stop(struct archive *a, enum rc rc)
{
	a->rc = rc;
	x.XML_StopParser(a->parser, XML_FALSE);
}

static str bare(const char *name)
{
	const char *colon = strrchr(name, ':');

	return str_of(colon ? colon + 1 : name);
}

str xml_attr(const char *const *attr, const char *name)
{
	for (; *attr; attr += 2)
		if (str_is(bare(attr[0]), name))
			return str_of(attr[1]);
	return (str){ 0 };
}

static void XMLCALL on_start(void *arg, const XML_Char *name, const XML_Char **attr)
{
	struct archive *a = arg;
	enum rc rc;

	if (a->rc != RC_OK)
		return;
	rc = ++a->depth > DEPTH_MOST
		? fail(a->e, RC_INVALID, "这个工作簿（xlsx）里一层套一层没有尽头，不是表格软件写的，没有读")
		: a->xml->start(a->xml->ctx, bare(name), (const char *const *)attr, a->e);
	if (rc != RC_OK)
		stop(a, rc);
}

static void XMLCALL on_end(void *arg, const XML_Char *name)
{
	struct archive *a = arg;
	enum rc rc;

	if (a->rc != RC_OK)
		return;
	a->depth--;
	rc = a->xml->end(a->xml->ctx, bare(name), a->e);
	if (rc != RC_OK)
		stop(a, rc);
}

static void XMLCALL on_text(void *arg, const XML_Char *text, int n)
{
	struct archive *a = arg;

	if (a->rc == RC_OK && a->xml->text)
		a->xml->text(a->xml->ctx, (str){ text, (uint32_t)n });
}

/* No spreadsheet writes one; it is where entities that multiply are declared. */
static void XMLCALL on_doctype(void *arg, const XML_Char *name, const XML_Char *system, const XML_Char *public,
	int internal)
{
	struct archive *a = arg;

	(void)name;
	(void)system;
	(void)public;
	(void)internal;
	stop(a, fail(a->e, RC_INVALID, "这个工作簿（xlsx）里有自定义的实体，不是表格软件写的，没有读"));
}

static enum rc broken(struct archive *a, str path)
{
	return fail(a->e, RC_INVALID, "这个工作簿（xlsx）不完整或已损坏（%.*s 第%lu行），请重新导出或重新发送一次",
		STR_FMT(path), (unsigned long)x.XML_GetCurrentLineNumber(a->parser));
}

static enum rc pour(struct archive *a, str path)
{
	char piece[PIECE];
	int n = 0;

	do {
		n = z.unzReadCurrentFile(a->zip, piece, PIECE);
		if (n < 0)
			return broken(a, path);
		a->unpacked += n;
		if (a->unpacked > UNPACKED_MOST)
			return fail(a->e, RC_INVALID, "这个工作簿（xlsx）解开后超过 %d MB，不像名册，没有读；请拆成几个文件",
				UNPACKED_MOST >> 20);
		if (x.XML_Parse(a->parser, piece, n, n == 0) != XML_STATUS_OK)
			return a->rc != RC_OK ? a->rc : broken(a, path);
	} while (n > 0);
	return RC_OK;
}

enum rc archive_read(struct archive *a, str path, const struct xml *xml, struct err *e)
{
	struct arena names = { 0 };
	int found = z.unzLocateFile(a->zip, arena_z(&names, path), 2);
	unz_file_info64 info;
	enum rc rc;

	arena_free(&names);
	if (found != UNZ_OK)
		return fail(e, RC_NOT_FOUND, "这个工作簿（xlsx）里没有 %.*s，不完整", STR_FMT(path));
	if (z.unzGetCurrentFileInfo64(a->zip, &info, NULL, 0, NULL, 0, NULL, 0) == UNZ_OK && info.flag & 1)
		return fail(e, RC_INVALID, "这个工作簿（xlsx）加了密码，请去掉密码再导入");
	if (z.unzOpenCurrentFile(a->zip) != UNZ_OK)
		return fail(e, RC_INVALID, "这个工作簿（xlsx）里的 %.*s 解不开，请重新导出或重新发送一次", STR_FMT(path));
	a->parser = x.XML_ParserCreate(NULL);
	a->xml = xml;
	a->depth = 0;
	a->rc = RC_OK;
	a->e = e;
	x.XML_SetUserData(a->parser, a);
	x.XML_SetElementHandler(a->parser, on_start, on_end);
	x.XML_SetCharacterDataHandler(a->parser, on_text);
	x.XML_SetStartDoctypeDeclHandler(a->parser, on_doctype);
	rc = pour(a, path);
	x.XML_ParserFree(a->parser);
	if (z.unzCloseCurrentFile(a->zip) != UNZ_OK && rc == RC_OK)
		rc = fail(e, RC_INVALID, "这个工作簿（xlsx）里的 %.*s 校验不对，文件已损坏；请重新发送一次", STR_FMT(path));
	return rc;
}
