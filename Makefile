# qinqing (亲情关爱) - case manager for families in care.  `make help` says what there is to make.

VERSION := 0.1.0
PREFIX  ?= /usr/local
prefix  ?= $(PREFIX)
bindir  ?= $(prefix)/bin
datadir ?= $(prefix)/share
mandir  ?= $(datadir)/man
docdir  ?= $(datadir)/doc/qinqing
compdir ?= $(datadir)/bash-completion/completions
VARIANT ?= release

# Debian packages: what the build needs, and what the tests need on top.
PKG_BUILD := gcc libc6-dev make pkg-config libncurses-dev libyaml-dev liblmdb-dev \
             libutf8proc-dev libsodium-dev libqrencode-dev libxlsxwriter-dev libminizip-dev \
             libexpat1-dev libzstd-dev scdoc
PKG_TEST  := libcmocka-dev libvterm-dev locales jq python3 python3-openpyxl \
             openssh-server openssh-client
PKG_FUZZ  := clang libclang-rt-14-dev
PKG_BENCH := $(PKG_TEST) libsqlite3-dev ripgrep fzf abook calcurse

WARN := -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla \
        -Wwrite-strings -Wformat=2 -Wno-format-nonliteral
FLAGS_release := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
FLAGS_debug   := -O0 -g
FLAGS_san     := -O2 -g -fsanitize=address,undefined -fno-sanitize-recover=all \
                 -fno-omit-frame-pointer

FLAGS_cov     := -O0 -g --coverage
FLAGS_fuzz    := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -Wno-unknown-warning-option

LIBS     := lmdb yaml-0.1 ncursesw libutf8proc libsodium libqrencode libzstd
# Of the environment or the command line: added to, never lost.  Paths in what is built begin at the top of the tree.
override CPPFLAGS += -D_GNU_SOURCE -D_XOPEN_SOURCE_EXTENDED -Isrc -DVERSION='"$(VERSION)"' -MMD -MP \
            $(shell pkg-config --cflags $(LIBS) 2>/dev/null)
override CFLAGS += -std=c17 $(WARN) $(FLAGS_$(VARIANT)) -ffile-prefix-map=$(CURDIR)=.
override LDLIBS += $(shell pkg-config --libs $(LIBS) 2>/dev/null) -lm

# Loaded when a workbook is written or read, hence not linked: the name the loader knows a library by.
soname = '"$(shell objdump -p $$($(CC) -print-file-name=lib$(1).so) | sed -n 's/ *SONAME *//p')"'

B    := build/$(VARIANT)
SRC  := $(sort $(filter-out src/main.c,$(shell find src -name "*.c")))
DATA := $(sort $(wildcard config/*.yaml config/*.css config/maps/*.yaml config/prints/*.html config/reports/*.yaml config/surveys/*.yaml screens/*.yaml))
OBJ  := $(SRC:%.c=$(B)/%.o) $(B)/data.o
UNIT := $(patsubst tests/unit/%.c,$(B)/tests/%,$(wildcard tests/unit/*_test.c))
TOOL := $(patsubst tests/term/%.c,$(B)/tests/%,$(wildcard tests/term/*_test.c tests/term/drive.c))

# Objects of the tests' own tools: the pseudo-terminal harness.
VTH  := $(patsubst %.c,$(B)/%.o,$(filter-out %_test.c %/drive.c,$(wildcard tests/term/*.c)))

all: $(B)/qinqing
	@mkdir -p build && ln -sf $(VARIANT)/qinqing build/qinqing

$(B)/libqinqing.a: $(OBJ)
	@rm -f $@ && ar qcs $@ $^

$(B)/src/rec/table_xlsx.o: override CPPFLAGS += -DXLSXWRITER_SO=$(call soname,xlsxwriter)
$(B)/src/rec/archive.o: override CPPFLAGS += -DMINIZIP_SO=$(call soname,minizip) -DEXPAT_SO=$(call soname,expat)

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

# Calls into LMDB that a fault test may make fail.
FAULT_WRAP := mdb_txn_begin mdb_txn_renew mdb_txn_commit mdb_get mdb_put mdb_del mdb_cursor_open \
              mdb_cursor_get
$(B)/tests/lmdb_test: LDFLAGS += $(FAULT_WRAP:%=-Wl,--wrap=%)
FAULT := $(patsubst tests/fault/%.c,$(B)/tests/%,$(wildcard tests/fault/*_test.c))
$(FAULT): $(B)/tests/%: $(B)/tests/fault/%.o $(B)/libqinqing.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LDLIBS) -lcmocka -o $@

$(TOOL): $(B)/tests/%: $(B)/tests/term/%.o $(VTH)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) $^ -lvterm -lutil -lcmocka -o $@

# The program with a grid for a terminal, and who plays scripts on it.
GRID := $(B)/tests/grid_qinqing $(B)/tests/grid_drive
$(B)/tests/grid_qinqing: $(B)/src/main.o $(B)/tests/screens/grid_term.o
$(B)/tests/grid_drive: $(B)/tests/term/drive.o $(B)/tests/term/lines.o $(B)/tests/screens/grid_vth.o
$(GRID): $(B)/libqinqing.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) $(filter %.o,$^) $(filter %.a,$^) $(LDLIBS) -o $@

units: $(UNIT) $(FAULT)
terms: $(TOOL) $(GRID)

BENCH := $(patsubst tests/bench/%.c,$(B)/tests/%,$(wildcard tests/bench/*_bench.c))
$(BENCH): override CPPFLAGS += -Itests/bench
$(BENCH): $(B)/tests/%: $(B)/tests/bench/%.o $(B)/libqinqing.a $(VTH)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LDLIBS) -lsqlite3 -lvterm -lutil -o $@

# ---- the two commands --------------------------------------------------------------------------

# Says what is missing and installs it when it may.
need = @missing=$$(for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	if [ -n "$$missing" ]; then \
		if ! command -v apt-get >/dev/null; then \
			echo "请先用本机的包管理器安装：" $$missing; exit 1; fi; \
		sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
		echo "安装缺少的软件包：" $$missing; \
		$$sudo apt-get update -q=2 && \
		DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -q=2 \
			--no-install-recommends $$missing >/dev/null; fi

need-build:
	$(call need,$(PKG_BUILD))
need-test:
	$(call need,$(PKG_BUILD) $(PKG_TEST))
need-fuzz:
	$(call need,$(PKG_BUILD) $(PKG_FUZZ))
need-bench:
	$(call need,$(PKG_BUILD) $(PKG_BENCH))

run: need-build
	@$(MAKE) --no-print-directory all
	@[ -e build/demo/data.mdb ] || build/qinqing --data build/demo demo
	@build/qinqing --data build/demo

test: need-test
	@$(MAKE) --no-print-directory VARIANT=san -j$$(nproc) all units terms
	@tests/run build/san

# Each parser for SECONDS with random bytes; what it learns stays in build/fuzz/corpus.
SECONDS ?= 60
FUZZ := $(patsubst tests/fuzz/%.c,$(B)/tests/%,$(wildcard tests/fuzz/*_fuzz.c))
$(FUZZ): $(B)/tests/%: $(B)/tests/fuzz/%.o $(B)/libqinqing.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -fsanitize=fuzzer $^ $(LDLIBS) -o $@
fuzzers: $(FUZZ)
fuzz: need-fuzz
	@$(MAKE) --no-print-directory VARIANT=fuzz CC=clang fuzzers
	@for f in build/fuzz/tests/*_fuzz; do echo "== $$(basename $$f), $(SECONDS) s"; \
		mkdir -p build/fuzz/corpus/$$(basename $$f); \
		$$f -max_total_time=$(SECONDS) -timeout=10 -rss_limit_mb=4096 -verbosity=0 \
			-print_final_stats=1 -artifact_prefix=build/fuzz/ \
			build/fuzz/corpus/$$(basename $$f) || exit 1; done

# The screens in README.md and all of them in tests/pictures/, drawn anew; tests/lint/readme.sh and pictures_test tell
# when they are old.
screens: need-test
	@$(MAKE) --no-print-directory all terms $(B)/tests/pictures_test
	@TOP=$(CURDIR) PICTURES_ANEW=1 $(B)/tests/pictures_test >/dev/null
	@QINQING=$(CURDIR)/$(B)/qinqing BUILD=$(CURDIR)/$(B) TOP=$(CURDIR) LC_ALL=C.UTF-8 \
		tests/screens/pictures README.md >$(B)/README.md && cp $(B)/README.md README.md

bench: need-bench
	@$(MAKE) --no-print-directory all $(BENCH)
	@tests/bench/run $(B)

# ---- the rest -------------------------------------------------------------------------------------

lint:
	tests/lint/layers.sh src
	tests/lint/rooms.sh src
	tests/lint/habits.sh src
	tests/lint/texts.sh .
	-@command -v cppcheck >/dev/null && cppcheck -q --enable=warning,portability \
		--suppress=*:src/tables/* -Isrc src

# Where each file goes: FILE>PLACE.
DIST := config/dist/qinqing-backup
INSTALLED := $(B)/qinqing>$(bindir)/qinqing src/qinqing.bash>$(compdir)/qinqing \
	$(B)/qinqing.1>$(mandir)/man1/qinqing.1 LICENSE>$(docdir)/LICENSE src/tables/NOTICE>$(docdir)/NOTICE \
	$(DIST).service>$(docdir)/qinqing-backup.service $(DIST).timer>$(docdir)/qinqing-backup.timer \
	$(DIST).cron>$(docdir)/qinqing-backup.cron

$(B)/%.1: src/%.1.scd
	@mkdir -p $(@D)
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-0} scdoc < $< > $@

install: $(B)/qinqing $(B)/qinqing.1
	@for f in $(foreach f,$(INSTALLED),'$(f)'); do \
		mode=644; case $$f in *'>$(bindir)/'*) mode=755 ;; esac; \
		install -D -m $$mode "$${f%%>*}" "$(DESTDIR)$${f#*>}" || exit 1; \
	done

uninstall:
	@for f in $(foreach f,$(INSTALLED),'$(f)'); do rm -f "$(DESTDIR)$${f#*>}"; done
	@-rmdir "$(DESTDIR)$(docdir)" 2>/dev/null || true

help:
	@echo "make run      安装缺少的软件包，编译，建演示办公室，打开程序"
	@echo "make test     带检查器编译并运行全部测试"
	@echo "make          只编译（VARIANT=release|debug|san）：build/qinqing"
	@echo "make install  DESTDIR= prefix=/usr/local（bindir、mandir、docdir、compdir 也可以写）"
	@echo "make uninstall  同样的变量"
	@echo "make bench    与 sqlite3、grep、ripgrep、fzf 等比速度（FAMILIES=10000）"
	@echo "make fuzz     用 libFuzzer 试解析器（SECONDS=60）"
	@echo "make lint     层次、没有译文的文字、静态检查"
	@echo "make screens  重画 README.md 和 tests/pictures/ 里的画面"
	@echo "make clean    删除 build/"

clean:
	rm -rf build

-include $(shell find $(B) -name "*.d" 2>/dev/null)
.PHONY: all units terms fuzzers need-build need-test need-fuzz need-bench run test fuzz screens bench lint install uninstall help clean
.DELETE_ON_ERROR:
.SECONDARY:
