# qinqing (亲情关爱) - case manager for families in care.  `make help` says what there is to make.

VERSION := 0.1.0
PREFIX  ?= /usr/local
VARIANT ?= release

# Debian packages: what the build needs, and what the tests need on top.
PKG_BUILD := gcc libc6-dev make pkg-config libncurses-dev libyaml-dev liblmdb-dev \
             libutf8proc-dev libsodium-dev scdoc
PKG_TEST  := libcmocka-dev libvterm-dev tmux strace openssh-server openssh-client locales
PKG_BENCH := $(PKG_TEST) libsqlite3-dev ripgrep fzf abook calcurse

WARN := -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla \
        -Wwrite-strings -Wformat=2 -Wno-format-nonliteral
FLAGS_release := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
FLAGS_debug   := -O0 -g
FLAGS_san     := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all \
                 -fno-omit-frame-pointer

LIBS     := lmdb yaml-0.1 ncursesw libutf8proc libsodium
CPPFLAGS += -D_GNU_SOURCE -D_XOPEN_SOURCE_EXTENDED -Isrc -DVERSION='"$(VERSION)"' -MMD -MP \
            $(shell pkg-config --cflags $(LIBS) 2>/dev/null)
CFLAGS   += -std=c17 $(WARN) $(FLAGS_$(VARIANT))
LDLIBS   += $(shell pkg-config --libs $(LIBS) 2>/dev/null) -lm

B    := build/$(VARIANT)
SRC  := $(wildcard src/*/*.c)
DATA := $(sort $(wildcard config/*.yaml config/maps/*.yaml screens/*.yaml))
OBJ  := $(SRC:%.c=$(B)/%.o) $(B)/data.o
UNIT := $(patsubst tests/unit/%.c,$(B)/tests/%,$(wildcard tests/unit/*_test.c))
TOOL := $(patsubst tests/term/%.c,$(B)/tests/%,$(wildcard tests/term/*_test.c tests/term/drive.c))

all: $(B)/qinqing
	@mkdir -p build && ln -sf $(VARIANT)/qinqing build/qinqing

$(B)/libqinqing.a: $(OBJ)
	@rm -f $@ && ar qcs $@ $^

$(B)/qinqing: $(B)/src/main.o $(B)/libqinqing.a
	$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LDLIBS) -o $@

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -c $< -o $@

# The shipped screens and settings live inside the program, in the language an office would use
# to replace them.
$(B)/data.c: $(DATA) Makefile
	@mkdir -p $(@D)
	@{ echo '#include "base/data.h"'; \
	   i=0; for f in $(DATA); do i=$$((i + 1)); \
	     printf 'static const char d%d[] = {' $$i; \
	     od -An -v -tx1 $$f | sed 's/ \(..\)/(char)0x\1,/g'; echo '0 };'; done; \
	   echo 'const struct data data_table[] = {'; \
	   i=0; for f in $(DATA); do i=$$((i + 1)); echo "{ \"$$f\", d$$i, sizeof d$$i - 1 },"; done; \
	   echo '{ 0, 0, 0 } };'; } > $@

$(B)/data.o: $(B)/data.c
	$(CC) $(CPPFLAGS) $(CFLAGS) -c $< -o $@

$(UNIT): $(B)/tests/%: $(B)/tests/unit/%.o $(B)/libqinqing.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LDLIBS) -lcmocka -o $@

units: $(UNIT)

clean:
	rm -rf build

-include $(wildcard $(B)/src/*/*.d $(B)/src/*.d $(B)/tests/unit/*.d $(B)/tests/term/*.d)
.PHONY: all units clean
.DELETE_ON_ERROR:
.SECONDARY:
