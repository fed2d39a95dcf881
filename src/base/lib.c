/* lib.c - the one caller of the dynamic loader. */
#include "base/lib.h"

#include <dlfcn.h>

enum rc lib_load(struct lib *l, struct err *e)
{
	void *handle, *found;

	if (l->loaded)
		return RC_OK;
	handle = dlopen(l->file, RTLD_NOW | RTLD_LOCAL);
	if (!handle)
		return fail(e, RC_IO, "这台机器没有装 %s，读写不了 xlsx；请管理员装上，或先用 CSV", l->package);
	for (size_t i = 0; i < l->n; i++) {
		found = dlsym(handle, l->function[i].name);
		if (!found)
			return fail(e, RC_IO, "%s 里没有 %s：装的不是程序要的版本，请管理员重新安装 %s", l->file,
				l->function[i].name, l->package);
		memcpy(l->function[i].at, &found, sizeof found);
	}
	l->loaded = true;
	return RC_OK;
}
