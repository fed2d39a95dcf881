#!/usr/bin/env python3
"""Writes pinyin_table.c from Unihan (Debian: unicode-data) and OpenCC's one-to-one conversions.

The build does not run this; the result is committed.  apt install unicode-data opencc; then
    python3 src/tables/gen_pinyin.py > src/tables/pinyin_table.c
"""
import bz2, re, subprocess, sys, unicodedata, zlib

UNI = '/usr/share/unicode/Unihan_%s.txt.bz2'
FIELDS = ('kMandarin', 'kTGHZ2013', 'kXHC1983', 'kHanyuPinlu')

# How a character reads as a surname, where that is not its first reading.  Common knowledge,
# checked against tests/data/surnames.txt.
SURNAMES = '''单 shan 仇 qiu 曾 zeng 解 xie 查 zha 区 ou 盖 ge 朴 piao 任 ren 华 hua 盛 sheng 冼 xian
洗 xian 覃 qin 翟 zhai 缪 miao 乐 yue 卜 bu 隗 wei 薄 bo 能 nai 都 du 阚 kan 乜 nie 繁 po 员 yun 句 gou
折 she 召 shao 六 lu 黑 he 秘 bi 种 chong 贠 yun 牟 mu 祭 zhai 佴 nai 郇 xun 宿 su 召 shao 纪 ji 葛 ge
哈 ha 柏 bai 燕 yan 应 ying 幺 yao 俞 yu 钭 tou 尹 yin 宁 ning 那 na 车 che 晁 chao 长 chang 谌 chen
曲 qu 沈 shen 石 shi 叶 ye 余 yu 于 yu 万 wan 尉 wei 尺 chi 行 xing 相 xiang 莫 mo 冯 feng 和 he
郗 xi 郝 hao 教 jiao 藏 zang 臧 zang 便 bian 逄 pang 麴 qu 令 ling 过 guo 经 jing 要 yao 难 nan 观 guan
空 kong 干 gan 重 chong 少 shao 正 zheng 占 zhan 合 he 降 jiang 强 qiang 奇 qi 将 jiang 呙 guo
訾 zi 撒 sa 缴 jiao 冠 guan 兴 xing 中 zhong 称 cheng 参 shen 适 kuo 勒 le 褚 chu 殷 yin 庞 pang 娄 lou 洪 hong'''
COMPOUND = '''欧阳 ou yang 上官 shang guan 司马 si ma 司徒 si tu 司空 si kong 司寇 si kou 诸葛 zhu ge
尉迟 yu chi 长孙 zhang sun 令狐 ling hu 万俟 mo qi 慕容 mu rong 夏侯 xia hou 皇甫 huang fu 东方 dong fang
公孙 gong sun 宇文 yu wen 端木 duan mu 轩辕 xuan yuan 呼延 hu yan 南宫 nan gong 独孤 du gu 澹台 tan tai
鲜于 xian yu 闾丘 lv qiu 钟离 zhong li 百里 bai li 东郭 dong guo 申屠 shen tu 濮阳 pu yang 淳于 chun yu
单于 chan yu 太史 tai shi 公冶 gong ye 宗政 zong zheng 赫连 he lian 拓跋 tuo ba 完颜 wan yan 纳兰 na lan
西门 xi men 第五 di wu 耶律 ye lv 公羊 gong yang 梁丘 liang qiu 左丘 zuo qiu 仲孙 zhong sun 叔孙 shu sun
子车 zi ju 乐正 yue zheng 句龙 gou long 颛孙 zhuan sun 巫马 wu ma 公西 gong xi 漆雕 qi diao 壤驷 rang si
公良 gong liang 夹谷 jia gu 宰父 zai fu 谷梁 gu liang 段干 duan gan 东门 dong men 南门 nan men 羊舌 yang she
微生 wei sheng 亓官 qi guan 爱新 ai xin 叶赫 ye he 富察 fu cha 钮祜 niu hu 佟佳 tong jia 赫舍 he she'''
# Readings that Unihan's four fields lack.
EXTRA = {0x20BB7: ['jí'], 0x3007: ['líng'], ord('黑'): ['hè'], ord('贠'): ['yùn'],
	ord('能'): ['nài'], ord('秘'): ['bì'], ord('囍'): ['xǐ'], ord('適'): ['kuò'], ord('适'): ['kuò'],
	ord('覃'): ['tán'], ord('翟'): ['dí'], ord('盖'): ['gài'], ord('郗'): ['chī'], ord('洗'): ['xiǎn'],
	ord('祭'): ['zhài'], ord('佴'): ['nài'], ord('参'): ['shēn'], ord('尉'): ['wèi'],
	ord('车'): ['jū'], ord('单'): ['chán']}
# The first reading of Unihan is not the one of names here.
FIRST = {ord('卜'): 'bu'}
TONES = {'\u0304': 1, '\u0301': 2, '\u030c': 3, '\u0300': 4}


def plain(toned):
	"""'lǜ' -> ('lv', 4)"""
	tone, out = 5, ''
	for c in unicodedata.normalize('NFD', toned):
		if c in TONES:
			tone = TONES[c]
		elif c == '\u0308':
			out = out[:-1] + 'v'
		elif c != '\u0302':
			out += c
	return out.replace('ê', 'e'), tone


def field_values(name, text):
	if name == 'kMandarin':
		return text.split()
	if name == 'kTGHZ2013' or name == 'kXHC1983':
		return [p for part in text.split() for p in part.split(':')[1].split(',')]
	return [re.sub(r'\(.*', '', p) for p in text.split()]


def readings():
	raw = {}
	for line in bz2.open(UNI % 'Readings', 'rt', encoding='utf-8'):
		part = line.rstrip('\n').split('\t')
		if len(part) == 3 and part[1] in FIELDS:
			raw.setdefault(int(part[0][2:], 16), {})[part[1]] = field_values(part[1], part[2])
	out = {}
	for cp, by in raw.items():
		pairs = [plain(p) for f in FIELDS for p in by.get(f, [])]
		out[cp] = pairs
	for cp, more in EXTRA.items():
		out.setdefault(cp, []).extend(plain(p) for p in more)
	for cp in list(out):
		seen = {}
		for syllable, tone in out[cp]:
			if re.fullmatch('[a-z]+', syllable):
				seen.setdefault(syllable, tone)
		out[cp] = sorted(seen.items(), key=lambda p: p[0] != FIRST.get(cp))[:8]
		if not out[cp]:
			del out[cp]
	return out


def strokes():
	out = {}
	for line in bz2.open(UNI % 'IRGSources', 'rt', encoding='utf-8'):
		part = line.rstrip('\n').split('\t')
		if len(part) == 3 and part[1] == 'kTotalStrokes':
			out[int(part[0][2:], 16)] = int(part[2].split()[0])
	return out


def simplified(chars):
	out = {}
	for line in bz2.open(UNI % 'Variants', 'rt', encoding='utf-8'):
		part = line.rstrip('\n').split('\t')
		if len(part) == 3 and part[1] == 'kSimplifiedVariant':
			cp = int(part[0][2:], 16)
			to = [int(x[2:], 16) for x in part[2].split()]
			if cp not in to:
				out[cp] = to[0]
	order = sorted(chars)
	text = '\n'.join(map(chr, order)) + '\n'
	got = subprocess.run(['opencc', '-c', 't2s'], input=text, capture_output=True, text=True,
		check=True).stdout.split('\n')
	for cp, simple in zip(order, got):
		if len(simple) == 1 and ord(simple) != cp:
			out[cp] = ord(simple)
	# What is still traditional by another road (峯 -> 峰) follows to its end.
	for cp in list(out):
		hops = 0
		while out[cp] in out and hops < 4:
			out[cp], hops = out[out[cp]], hops + 1
		if out[cp] == cp:
			del out[cp]
	return out


def order_key(syllable):
	"""lv behind lu, so that "lu" and "lv" are runs and so is everything from l on."""
	return re.sub('^([ln])v', r'\1uv', syllable)


def words(text):
	part = text.split()
	out, i = [], 0
	while i < len(part):
		n = len(part[i])
		out.append((part[i], part[i + 1:i + 1 + n]))
		i += 1 + n
	return out


def rows(values, width=20):
	values = list(values)
	return ',\n'.join(','.join(map(str, values[i:i + width]))
		for i in range(0, len(values), width))


def main():
	read, stroke = readings(), strokes()
	single, compound = dict((w, r[0]) for w, r in words(SURNAMES)), words(COMPOUND)
	for word, reads in list(single.items()):
		if reads not in [s for s, _ in read[ord(word)]]:
			sys.exit('surname %s: no reading %s' % (word, reads))
	for word, reads in compound:
		for c, r in zip(word, reads):
			if r not in [s for s, _ in read[ord(c)]]:
				sys.exit('surname %s: %s has no reading %s' % (word, c, r))

	pairs = sorted(((order_key(s), t, stroke.get(cp, 99), cp, s)
		for cp, list_ in read.items() for s, t in list_))
	rank = {(p[3], p[4]): i + 1 for i, p in enumerate(pairs)}
	assert len(pairs) < 0xFFF0
	syllables = []
	for i, p in enumerate(pairs):
		if not syllables or syllables[-1][0] != p[4]:
			syllables.append((p[4], i + 1))
	assert len({s for s, _ in syllables}) == len(syllables)

	chars = sorted(read)
	start, flat, bitmap, base, block = [], [], [], [], []
	kinds = {}
	for cp in chars:
		start.append(len(flat))
		flat += [rank[cp, s] for s, _ in read[cp]]
	start.append(len(flat))
	have, ordinal = set(chars), 0
	top = (chars[-1] >> 6) + 1
	full = [(0, 0)]  # block 0: nothing here
	for b in range(top):
		bits = sum(1 << i for i in range(64) if b * 64 + i in have)
		if not bits:
			block.append(0)
			continue
		block.append(len(full))
		full.append((bits, ordinal))
		ordinal += bin(bits).count('1')
	first = {cp: read[cp][0][0] for cp in read}
	surname = sorted((ord(w), rank[ord(w), r]) for w, r in single.items() if first[ord(w)] != r)
	double = sorted((ord(w[0]), ord(w[1]), rank[ord(w[0]), r[0]], rank[ord(w[1]), r[1]])
		for w, r in compound)
	simple = sorted(simplified(chars).items())
	version = zlib.crc32(repr((flat, surname, double, simple)).encode())

	out = sys.stdout.write
	out('/* pinyin_table.c - written by gen_pinyin.py; do not edit.  Sources: NOTICE. */\n')
	out('#include "tables/pinyin_table.h"\n\n')
	out('const uint32_t PINYIN_VERSION = 0x%08x;\n' % version)
	out('const uint16_t py_last = %d;\n' % len(pairs))
	out('const uint16_t py_block[PY_BLOCKS] = {\n%s };\n' % rows(block, 24))
	out('const struct py_chars py_chars[] = {\n%s };\n' % ',\n'.join(
		','.join('{0x%x,%d}' % f for f in full[i:i + 4]) for i in range(0, len(full), 4)))
	out('const uint16_t py_start[] = {\n%s };\n' % rows(start))
	out('const uint16_t py_ranks[] = {\n%s };\n' % rows(flat))
	out('const struct py_syllable py_syllables[] = {\n%s };\n' % ',\n'.join(
		','.join('{"%s",%d}' % s for s in syllables[i:i + 6]) for i in range(0, len(syllables), 6)))
	out('const uint16_t py_nsyllables = %d;\n' % len(syllables))
	out('const struct py_surname py_surnames[] = {\n%s };\n' % ',\n'.join(
		'{0x%x,%d}' % s for s in surname))
	out('const uint16_t py_nsurnames = %d;\n' % len(surname))
	out('const struct py_compound py_compounds[] = {\n%s };\n' % ',\n'.join(
		'{0x%x,0x%x,%d,%d}' % c for c in double))
	out('const uint16_t py_ncompounds = %d;\n' % len(double))
	out('const struct py_simple py_simples[] = {\n%s };\n' % ',\n'.join(
		','.join('{0x%x,0x%x}' % s for s in simple[i:i + 6]) for i in range(0, len(simple), 6)))
	out('const uint16_t py_nsimples = %d;\n' % len(simple))
	with open(__file__.replace('gen_pinyin.py', 'pinyin_table.h'), 'w') as h:
		h.write('''/* pinyin_table.h - the shape of the generated table of readings (gen_pinyin.py). */
#ifndef TABLES_PINYIN_TABLE_H
#define TABLES_PINYIN_TABLE_H

#include <stdint.h>

enum { PY_BLOCKS = %d };
struct py_chars { uint64_t bits; uint16_t base; };  /* 64 characters: which have readings */
struct py_syllable { char name[7]; uint16_t first; };
struct py_surname { uint32_t c; uint16_t rank; };
struct py_compound { uint32_t a, b; uint16_t ra, rb; };
struct py_simple { uint32_t from, to; };

extern const uint32_t PINYIN_VERSION;
extern const uint16_t py_last;             /* the greatest rank */
extern const uint16_t py_block[PY_BLOCKS]; /* by code point / 64; 0 = none of them */
extern const struct py_chars py_chars[];
extern const uint16_t py_start[];          /* by ordinal of the character: where its ranks are */
extern const uint16_t py_ranks[];
extern const struct py_syllable py_syllables[]; /* in rank order */
extern const struct py_surname py_surnames[];   /* by character */
extern const struct py_compound py_compounds[];
extern const struct py_simple py_simples[];
extern const uint16_t py_nsyllables, py_nsurnames, py_ncompounds, py_nsimples;

#endif
''' % top)


main()
