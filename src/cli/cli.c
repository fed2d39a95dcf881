/* cli.c - the two tables, reading the arguments, and the only reader and writer of the outside. */
#include "cli/cli.h"

#include "base/str.h"
#include "base/tr.h"
#include "base/utf8.h"
#include "core/office/settings.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

const struct option_row options[OPTS] = {
	[OPT_DATA] = { "data", "DIR", 0, "数据目录；不写就用 $QINQING_DATA 或 ~/.local/share/qinqing" },
	[OPT_CONFIG] = { "config", "DIR", 0, "本单位自己的设置；不写就用数据目录下的 config" },
	[OPT_AS] = { "as", "LOGIN", 0, "以这个登录名的工作人员身份操作（数据目录的主人才能用）" },
	[OPT_LANG] = { "lang", "zh|en", 0, "界面语言" },
	[OPT_READ_ONLY] = { "read-only", NULL, 0, "只看不改" },
	[OPT_VERSION] = { "version", NULL, 0, "显示版本" },
	[OPT_HELP] = { "help", NULL, 'h', "显示用法" },
	[OPT_JSON] = { "json", NULL, 0, "输出 JSON" },
	[OPT_LIMIT] = { "limit", "N", 0, "最多列几条" },
	[OPT_YES] = { "yes", NULL, 'y', "不再询问，直接写入" },
	[OPT_DRY_RUN] = { "dry-run", NULL, 'n', "只检查，什么也不写" },
	[OPT_WHY] = { "why", "TEXT", 0, "原因，记入日志" },
	[OPT_FAMILIES] = { "families", "N", 0, "演示家庭的户数" },
	[OPT_SEED] = { "seed", "S", 0, "随机种子；种子相同，编出来的也相同" },
	[OPT_NAMES] = { "names", NULL, 0, "只列名字，一行一个（供补全用）" },
	[OPT_REVEAL] = { "reveal", "FIELD", 0, "看这一项的明文；要写 --why" },
	[OPT_ON] = { "on", "DATE", 0, "哪一天；不写就是今天" },
	[OPT_FROM] = { "from", "WHAT", 0, "从哪天起；密钥是只从哪些网段来" },
	[OPT_TO] = { "to", "WHAT", 0, "到哪天为止；交接时是接收人" },
	[OPT_PERIOD] = { "period", "2026-05", 0, "哪个月、季（2026-Q2）、半年（2026-H1）、年或天" },
	[OPT_SORT] = { "sort", "FIELD", 0, "按这一栏排，-FIELD 从大到小" },
	[OPT_WHERE] = { "where", "FILTER", 0, "只要这些行：'级别:红 age>=70 last<2026-03 -wish:勿上门'" },
	[OPT_BY] = { "by", "community|street|worker", 0, "按社区、街道或联系人分行" },
	[OPT_REFUSED] = { "refused", "FILE", 0, "拒绝的行存成哪张表；不写就存在名册旁边" },
	[OPT_UNTIL] = { "until", "DATE", 0, "密钥用到哪天为止；不写就一直能用" },
	[OPT_BUILD] = { "build", NULL, 0, "也列出这里用上的防护" },
	[OPT_PRINT] = { "print", NULL, 0, "只打印，不写文件" },
	[OPT_WHOM] = { "for-whom", "TEXT", 0, "交给谁，记入日志" },
	[OPT_COLUMNS] = { "columns", "FIELDS", 0, "要哪几栏，空格或逗号隔开；name 是记录的名称" },
	[OPT_FORMAT] = { "format", "xlsx|csv|gb18030", 0, "导出成工作簿、CSV，或 GB18030 编码的 CSV" },
	[OPT_DIGITS] = { "digits", "keep|tab", 0, "CSV 里的长号码写成 =\"...\"，或在前面加一个制表符" },
	[OPT_KEYGEN] = { "keygen", "FILE", 0, "新做一对钥匙：私钥存进 FILE，公钥写进 office.yaml" },
	[OPT_LISTED] = { "list", NULL, 0, "列出目录里的备份" },
	[OPT_VERIFY] = { "verify", "FILE", 0, "验一份备份；有私钥就从头读到尾" },
	[OPT_KEEP] = { "keep", "7d,5w,12m", 0, "只留最近几天、几周、几个月各一份，其余删掉" },
	[OPT_KEY] = { "key", "FILE", 0, "私钥文件" },
	[OPT_SINCE] = { "since", "HEAD", 0, "证明记下这个链头以前的日志没有改过；0- 只显示现在的链头" },
	[OPT_ORG] = { "org", "FILE", 0, "新办公室的单位和工作人员写在哪个 YAML 文件里" },
	[OPT_SHEET] = { "sheet", "NAME", 0, "工作簿里的哪一张表；不写就是表头对得上的第一张" },
	[OPT_NEAR] = { "near", "REF", 0, "离哪一户近" },
	[OPT_COLLEAGUES] = { "colleagues", NULL, 0, "也印出看过的同事姓名" },
	[OPT_AGAINST] = { "against", "before|year", 0, "和上一期或去年同期比，差多少；写了 COLUMN 就是差在哪些" },
	[OPT_SUBMIT] = { "submit", NULL, 0, "上报：记下数字和后面的名单" },
	[OPT_RETURN] = { "return", NULL, 0, "退回下级的报表，原因写在 --why" },
	[OPT_APPROVE] = { "approve", NULL, 0, "审核通过下级的报表" },
	[OPT_FREEZE] = { "freeze", NULL, 0, "冻结审核过的报表，以后不再变" },
	[OPT_INTO] = { "into", "NEW", 0, "抢救到哪个新的目录" },
	[OPT_TOTALS] = { "totals", NULL, 0, "把看得到的回答加起来" },
	[OPT_KNOWN] = { "known", NULL, 0, "按社区掌握的情况填的，没有上门问" },
	[OPT_FOR] = { "for", "LOGIN", 0, "谁的今日（主管用）" },
};

const struct command commands[] = {
	{ "today", "", "今天要联系谁，为什么", "today", run_today,
		OPT(JSON) | OPT(LIMIT) | OPT(FOR) | OPT(SORT) | OPT(WHERE), 0, 0,
		OUTSIDE },
	{ "find", "QUERY...", "找家庭：姓名、拼音首字母、电话或身份证后四位、门牌、档案编号",
		"find wxl", run_find, OPT(JSON) | OPT(LIMIT), 1, ANY, OUTSIDE },
	{ "show", "REF", "看一户的卡片；REF 是档案编号、TYPE:ID，或只对上一户的查询",
		"show 梧桐-7", run_show, OPT(JSON) | OPT(REVEAL) | OPT(WHY), 1, ANY, OUTSIDE },
	{ "list", "QUERYNAME [REF]", "列出一张名单；名单名字见 qinqing help list",
		"list visits-of 梧桐-7", run_list, OPT(JSON) | OPT(LIMIT) | OPT(PERIOD) | OPT(SORT) | OPT(WHERE),
		1, ANY, OUTSIDE },
	{ "get", "TYPE:ID", "取一条记录的全部字段", "get family:7", run_get, OPT(JSON), 1, 1,
		NEED_OFFICE },
	{ "new", "TYPE field=value...", "新建一条记录，输出它的编号",
		"new visit family=梧桐-1 mode=上门 outcome=1 when=昨天", run_new,
		OPT(JSON) | OPT(WHY), 1, ANY, NEED_OFFICE },
	{ "set", "TYPE:ID field=value...", "修改一条记录；field= 清空这一项",
		"set family:7 phone1=13900005678", run_set, OPT(JSON) | OPT(WHY), 2, ANY,
		NEED_OFFICE },
	{ "void", "TYPE:ID --why TEXT", "作废一条记录；不会删除，日志里查得到",
		"void visit:1234 --why 记错了人家", run_void, OPT(WHY), 1, 1, NEED_OFFICE },
	{ "log", "[REF]", "一条记录的修改经过；不写 REF 就是全单位最近的操作", "log family:7",
		run_log, OPT(JSON) | OPT(LIMIT), 0, 1, NEED_OFFICE },
	{ "seen", "REF", "谁看过这一户：何时、何人、做了什么、为什么；REF 也可以是 family:7", "seen 梧桐-1 --period 2026-05",
		run_seen, OPT(JSON) | OPT(LIMIT) | OPT(PERIOD), 1, ANY, NEED_OFFICE },
	{ "emergency", "REF --why TEXT", "紧急查看：辖区内一户的内容几小时里看得到明文；记入日志，主管马上知道",
		"emergency 梧桐-1 --why 重大情况", run_emergency, OPT(WHY), 1, ANY, NEED_OFFICE },
	{ "undo", "", "撤销自己最近的一次修改；先显示要改回什么", "undo --yes", run_undo, OPT(YES), 0,
		0, NEED_OFFICE },
	{ "sheet", "", "走访单：今天要去的家庭按楼栋排，一户一张，留空格手写", "sheet --for zhoumin",
		run_sheet, OPT(FOR) | OPT(LIMIT), 0, 0, NEED_OFFICE },
	{ "receipts", "CAMPAIGN", "一个专项的签收表：按楼栋排，留空格签名", "receipts 端午", run_receipts, 0, 1, ANY,
		NEED_OFFICE },
	{ "transfer", "REF", "迁移联系单：家庭迁出时交给迁入地的一页", "transfer 梧桐-1", run_transfer, 0, 1,
		ANY, NEED_OFFICE },
	{ "print", "[NAME [REF]]", "打印成网页，用浏览器印在 A4 纸上；NAME 是一张报表或一种打印件，不写就列出来",
		"print family-file 梧桐-1 --to 档案.html", run_print, OPT(TO) | OPT(WHY) | OPT(PERIOD) | OPT(BY) | OPT(SORT) |
		OPT(WHERE) | OPT(COLLEAGUES) | OPT(AGAINST), 0, ANY, NEED_OFFICE },
	{ "who", "REF", "某一天谁是这户的联系人", "who 梧桐-1 --on 2026-03-01", run_who,
		OPT(JSON) | OPT(ON), 1, ANY, OUTSIDE },
	{ "handover", "WORKER [REF...]", "交接清单；加 --to 就把（这些）家庭交给接收人",
		"handover 周敏 --to 刘洋 --on 2026-05-20 梧桐-1", run_handover,
		OPT(JSON) | OPT(TO) | OPT(ON) | OPT(WHY), 1, ANY, NEED_OFFICE },
	{ "merge", "REF", "两份档案是同一户：把 REF 并入 --to 那一份", "merge 梧桐-9 --to 梧桐-1",
		run_merge, OPT(TO), 1, 1, NEED_OFFICE },
	{ "split", "REF person:ID...", "离婚分户：这些成员另立一份档案", "split 梧桐-1 person:7",
		run_split, 0, 2, ANY, NEED_OFFICE },
	{ "board", "NAME [ORG]", "看板：coverage 三个全覆盖和达标，month 本月动态，ledger 经费台账，organisation 组织，six-tasks 六项任务，domains 五个领域，budget 预算，turnover 队伍变动",
		"board coverage --by street --period 2026-05", run_board,
		OPT(JSON) | OPT(PERIOD) | OPT(SORT) | OPT(WHERE) | OPT(BY), 1, ANY, NEED_OFFICE },
	{ "council", "BODY [ORG]", "会员代表、理事或常务理事的名册，和来自群众的比例",
		"council 理事 向阳区 --on 2026-03-01 --sort name", run_council,
		OPT(JSON) | OPT(ON) | OPT(SORT) | OPT(WHERE), 1, ANY, NEED_OFFICE },
	{ "helpers", "SKILL", "找帮手：有这个特长的会员和专家，离 --near 那一户近的在前",
		"helpers 理发 --near 梧桐-1", run_helpers, OPT(JSON) | OPT(NEAR) | OPT(LIMIT) | OPT(SORT) | OPT(WHERE), 1, 1,
		NEED_OFFICE },
	{ "prepare", "DAY", "准备协会的日子：计划那天的活动，按提前的天数布置准备的事", "prepare 5.29会员活动日", run_prepare, 0, 1, 1,
		NEED_OFFICE },
	{ "spread", "TASK", "把一个工作任务分解下去：直接下级每处一个，一次撤销", "spread task:1", run_spread, 0, 1, 1,
		NEED_OFFICE },
	{ "survey", "[NAME [REF question=answer...]]", "问卷：不写 NAME 列出全部，只写 NAME 列出问题，--totals 汇总；再写一户和回答就记下",
		"survey elderly 梧桐-1 lives=独居 needs=助餐、陪伴 meals=1", run_survey,
		OPT(JSON) | OPT(TOTALS) | OPT(BY) | OPT(KNOWN) | OPT(WHY) | OPT(SORT) | OPT(WHERE), 0, ANY, NEED_OFFICE },
	{ "bulletin", "DIR", "网上公告：通知、活动、政策、热线做成网页，没有任何人的姓名、电话和住址", "bulletin /srv/www/jsx",
		run_bulletin, 0, 1, 1, NEED_OFFICE },
	{ "report", "[NAME [COLUMN [ORG]]]", "报表；写了 COLUMN 就是那个数字后面的名单（qinqing help reports 列出全部）；frozen:1 是一份存底；上报、审核写单位不写 COLUMN",
		"report R05 梧桐社区 --period 2026-04 --submit", run_report,
		OPT(JSON) | OPT(PERIOD) | OPT(SORT) | OPT(WHERE) | OPT(BY) | OPT(LIMIT) | OPT(WHY) | OPT(AGAINST) |
		OPT(SUBMIT) | OPT(RETURN) | OPT(APPROVE) | OPT(FREEZE), 0, 3, NEED_OFFICE },
	{ "days", "", "要关心的日子：节日、生日、静日", "days --from 2026-05-01 --to 2026-06-30",
		run_days, OPT(JSON) | OPT(FROM) | OPT(TO), 0, 0, NEED_OFFICE },
	{ "eligible", "REF", "特别扶助够不够条件，逐条说明", "eligible 梧桐-1", run_eligible, OPT(ON),
		1, ANY, NEED_OFFICE },
	{ "quality", "", "数据质量：联系不上的户、过期的签约、雷同的记录", "quality", run_quality,
		OPT(JSON), 0, 0, NEED_OFFICE },
	{ "drafts", "", "没写完的草稿", "drafts", run_drafts, OPT(JSON), 0, 0, NEED_OFFICE },
	{ "import", "families|TYPE FILE", "从 xlsx 或 CSV 名册导入家庭，或者导入一种记录：先逐行检查，确认后一次写入",
		"import families 名册.csv --dry-run", run_import,
		OPT(DRY_RUN) | OPT(YES) | OPT(JSON) | OPT(REFUSED) | OPT(SHEET), 2, 2, OUTSIDE_STDIN },
	{ "export", "NAME [REF]", "导出一张名单、看板或一种记录成 xlsx 或 csv；要写明用途和交给谁",
		"export families --why 季度汇总 --for-whom 市计生协 --to 家庭.xlsx", run_export,
		OPT(TO) | OPT(WHY) | OPT(WHOM) | OPT(COLUMNS) | OPT(SORT) | OPT(WHERE) | OPT(PERIOD) | OPT(FORMAT) | OPT(DIGITS),
		1, ANY, OUTSIDE },
	{ "init", "", "建自己的办公室：在终端上问几样，或者照 --org 的文件", "init --org 单位.yaml", run_init,
		OPT(ORG), 0, 0, NEED_NOTHING },
	{ "demo", "", "建一个演示的办公室，里面的人全是编造的",
		"demo --families 200 --data /tmp/demo", run_demo, OPT(FAMILIES) | OPT(SEED), 0, 0,
		NEED_NOTHING },
	{ "check", "", "检查数据有没有损坏；加 --since 还证明链头以前的没有改过", "check --since 0-", run_check, OPT(SINCE),
		0, 0, NEED_OFFICE },
	{ "backup", "[DIR]", "不停工作做一份加密备份；DIR 是备份目录，最好在另一块盘上",
		"backup /mnt/backup --keep 7d,5w,12m", run_backup,
		OPT(KEYGEN) | OPT(LISTED) | OPT(VERIFY) | OPT(KEEP) | OPT(KEY), 0, 1, NEED_NOTHING },
	{ "restore", "FILE DIR", "把一份备份恢复到新的目录，全部检查过才算完", "restore /mnt/backup/qinqing-000007-2026-05-06.backup ~/qinqing --key 私钥",
		run_restore, OPT(KEY), 2, 2, NEED_NOTHING },
	{ "salvage", "DIR --into NEW", "从损坏的数据目录里把完好的记录读进新的目录，列出丢了什么；不动原来的", "salvage ~/损坏的 --into ~/抢救的",
		run_salvage, OPT(INTO), 1, 1, NEED_NOTHING },
	{ "reindex", "", "按记录重建索引和计数器（check 这样要求时）", "reindex", run_reindex, 0, 0, 0,
		NEED_OFFICE },
	{ "config", "check", "检查设置文件，列出全部问题", "config check", run_config, 0, 1, 1,
		NEED_NOTHING },
	{ "admin", "key|sessions|end|setup-ssh|drill ...",
		"谁能进来：密钥（key add LOGIN [FILE|-]、key list、key remove LOGIN）、谁在线、结束一个、sshd 的设置；drill 是恢复的演练",
		"admin key add zhoumin 周敏.pub --until 2027-12-31 --from 192.168.1.0/24", run_admin,
		OPT(JSON) | OPT(UNTIL) | OPT(FROM) | OPT(PRINT) | OPT(KEY), 1, 4, NEED_NOTHING },
	{ "door", "", "sshd 的强制命令：开画面，或照对方发来的一句做（只读的几个词）；密钥那一行里写着它",
		"door --as zhoumin", run_door, OPT(JSON) | OPT(LIMIT), 0, 0, NEED_OFFICE },
	{ "help", "[COMMAND|TYPE|roles]", "显示用法；TYPE 是一种记录的全部字段，roles 是角色和权限的表", "help find", run_help,
		OPT(NAMES) | OPT(JSON), 0, 2, NEED_NOTHING },
	{ "version", "", "显示版本", "version --build", run_version, OPT(BUILD), 0, 0, NEED_NOTHING },
	{ 0 },
};

/* What runs when no command is named. */
static const struct command no_command = { "", "", "", "", run_screens, 0, 0, 0, NEED_NOTHING };

const struct command *command_find(str name)
{
	for (const struct command *c = commands; c->name; c++)
		if (str_is(name, c->name))
			return c;
	return NULL;
}

bool command_takes(const struct command *c, enum opt o)
{
	return OPT_BIT(o) < OPTS_GENERAL || (c->opts & OPT_BIT(o));
}

/* ---- the outside ---------------------------------------------------------------------------- */

static void complain(struct arena *a, str sentence)
{
	str safe = safe_text(a, sentence, true);

	fprintf(stderr, "qinqing: %.*s\n", STR_FMT(safe));
}

/* Nothing is seen that is not in the log. */
static void write_looks(struct cli *c)
{
	struct err e = { 0 };

	if (session_looks_write(c->s, &e) != RC_OK)
		complain(c->a, str_of(e.msg));
}

void cli_flush(struct cli *c)
{
	str safe = safe_text(c->a, buf_view(&c->out), true);

	if (c->s)
		write_looks(c);
	if (safe.n)
		fwrite(safe.p, 1, safe.n, stdout);
	fflush(stdout);
	c->out = (struct buf){ .a = c->a };
}

void cli_remark(struct cli *c, const char *fmt, ...)
{
	va_list ap;
	str sentence;

	va_start(ap, fmt);
	sentence = arena_vprintf(c->a, fmt, ap);
	va_end(ap);
	cli_flush(c);
	complain(c->a, sentence);
}

bool cli_is_terminal(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

str cli_ask(struct cli *c, const char *question)
{
	char line[1024];

	buf_printf(&c->out, "%s", question);
	cli_flush(c);
	if (!fgets(line, sizeof line, stdin))
		return (str){ 0 };
	return arena_str(c->a, str_trim(str_of(line)));
}

bool cli_confirm(struct cli *c, const char *question)
{
	str answer = cli_ask(c, question);

	return str_is(answer, "y") || str_is(answer, "Y") || str_is(answer, "是");
}

/* ---- arguments ------------------------------------------------------------------------------ */

str cli_words(struct cli *c, size_t from)
{
	struct buf b = { .a = c->a };

	for (size_t i = from; i < c->nargs; i++)
		buf_printf(&b, "%s%s", b.n ? " " : "", c->arg[i]);
	return buf_view(&b);
}

enum rc cli_number(struct cli *c, enum opt o, int64_t usual, int64_t most, int64_t *out,
	struct err *e)
{
	*out = usual;
	if (!c->opt[o])
		return RC_OK;
	if (!str_int(str_of(c->opt[o]), out) || *out < 0 || *out > most)
		return fail(e, RC_INVALID, "--%s 要写 0 到 %lld 的整数，“%s”不是", options[o].name,
			(long long)most, c->opt[o]);
	return RC_OK;
}

enum rc cli_type(struct cli *c, str name, const struct rec_type **t, struct err *e)
{
	const struct office *o = session_office(c->s);
	struct buf names = { .a = c->a };

	*t = office_type(o, name);
	if (*t)
		return RC_OK;
	for (size_t i = 0; o->types[i]; i++)
		buf_printf(&names, "%s%s", i ? "、" : "", o->types[i]->name);
	return fail(e, RC_INVALID, "没有“%.*s”这种记录；有 %.*s", STR_FMT(name),
		STR_FMT(buf_view(&names)));
}

enum rc cli_ref(struct cli *c, str text, const struct rec_type **t, uint64_t *id, struct err *e)
{
	str name;

	if (!ref_parse(text, &name, id))
		return fail(e, RC_INVALID, "“%.*s”不是编号；要写成 TYPE:ID，例如 family:7",
			STR_FMT(text));
	return cli_type(c, name, t, e);
}

static enum rc wrong_option(char **argv, int at, const struct option *table, struct err *e)
{
	const char *given = argv[at - 1], *near = NULL;
	size_t n = 0;

	while (table[n].name)
		n++;
	if (strncmp(given, "--", 2) == 0)
		near = str_nearest(str_of(given + 2), &table->name, n, sizeof *table);
	if (near)
		return fail(e, RC_INVALID, "没有选项“%s”，是不是 --%s？", given, near);
	return fail(e, RC_INVALID, "没有选项“%s”；用法见 qinqing --help", given);
}

static enum rc read_options(struct cli *c, int argc, char **argv, struct err *e)
{
	struct option table[OPTS + 1] = { 0 };
	char letters[OPTS + 2] = ":";
	size_t n = 1;
	int got;

	for (int o = 0; o < OPTS; o++) {
		table[o] = (struct option){ options[o].name,
			options[o].arg ? required_argument : no_argument, NULL, CHAR_MAX + 1 + o };
		if (options[o].letter)
			letters[n++] = options[o].letter;
	}
	opterr = 0;
	while ((got = getopt_long(argc, argv, letters, table, NULL)) != -1) {
		int o = got - CHAR_MAX - 1;

		if (got == ':')
			return fail(e, RC_INVALID, "选项 %s 后面还要写内容", argv[optind - 1]);
		for (int k = 0; o < 0 && k < OPTS; k++)
			if (options[k].letter == got)
				o = k;
		if (o < 0)
			return wrong_option(argv, optind, table, e);
		c->opt[o] = optarg ? optarg : "";
	}
	c->arg = argv + optind;
	c->nargs = (size_t)(argc - optind);
	return RC_OK;
}

static enum rc read_command(struct cli *c, struct err *e)
{
	const char *near;

	c->command = &no_command;
	if (c->nargs == 0)
		return RC_OK;
	c->command = command_find(str_of(c->arg[0]));
	if (!c->command) {
		near = str_nearest(str_of(c->arg[0]), &commands->name, COUNT(commands) - 1,
			sizeof *commands);
		c->command = &no_command;
		return fail(e, RC_INVALID, near ? "没有命令“%s”，是不是 %s？"
						: "没有命令“%s”；全部命令见 qinqing help",
			c->arg[0], near);
	}
	c->arg++;
	c->nargs--;
	return RC_OK;
}

static enum rc judge_arguments(const struct cli *c, struct err *e)
{
	const struct command *d = c->command;

	for (int o = 0; o < OPTS; o++)
		if (c->opt[o] && !command_takes(d, (enum opt)o))
			return fail(e, RC_INVALID, *d->name ? "选项 --%s 不能用在 %s 上"
							    : "选项 --%s 要和命令一起用",
				options[o].name, d->name);
	if (c->nargs < d->min)
		return fail(e, RC_INVALID, "写得不全：qinqing %s %s", d->name, d->args);
	if (d->max != ANY && c->nargs > d->max)
		return fail(e, RC_INVALID, "多写了“%s”：qinqing %s%s%s", c->arg[d->max], d->name,
			*d->args ? " " : "", d->args);
	return RC_OK;
}

static enum rc judge_outside(const struct cli *c, struct err *e)
{
	const struct command *d = c->command;

	if (d->need < OUTSIDE)
		return fail(e, RC_DENIED, "“%s”不能从外面用", d->name);
	for (int o = 0; o < OPTS; o++)
		if (c->opt[o] && !(d->opts & ~OPTS_LOCAL & OPT_BIT(o)))
			return fail(e, RC_DENIED, "选项 --%s 不能从外面用", options[o].name);
	TRY(judge_arguments(c, e));
	if (d->need == OUTSIDE_STDIN && strcmp(c->arg[c->nargs - 1], "-") != 0)
		return fail(e, RC_DENIED, "从外面不能读这里的文件，最后要写 -，内容从标准输入来");
	return RC_OK;
}

enum rc cli_hear(struct cli *c, int argc, char **argv, struct err *e)
{
	memset(c->opt, 0, sizeof c->opt);
	optind = 0; /* glibc: from the beginning */
	TRY(read_options(c, argc, argv, e));
	TRY(read_command(c, e));
	return judge_outside(c, e);
}

/* ---- where and in which language ------------------------------------------------------------ */

static const char *default_data(struct arena *a)
{
	const char *data = getenv("QINQING_DATA"), *share = getenv("XDG_DATA_HOME");
	const char *home = getenv("HOME");

	if (data && *data)
		return data;
	if (share && *share == '/')
		return arena_z(a, arena_printf(a, "%s/qinqing", share));
	return home && *home ? arena_z(a, arena_printf(a, "%s/.local/share/qinqing", home)) : "";
}

const char *cli_settings(struct cli *c)
{
	if (c->where.config || !*c->where.data)
		return c->where.config;
	return arena_z(c->a, arena_printf(c->a, "%s/config", c->where.data));
}

/* A directory that was named and is not there is a slip, not an office without settings of its own. */
enum rc cli_settings_there(struct cli *c, struct err *e)
{
	struct stat st;

	if (!c->where.config || (stat(c->where.config, &st) == 0 && S_ISDIR(st.st_mode)))
		return RC_OK;
	return fail(e, RC_INVALID, "没有设置目录 %s；请检查 --config 写得对不对", c->where.config);
}

static enum rc speak(struct cli *c, str language, struct err *e)
{

	if (str_is(language, "zh") || tr_is_english())
		return RC_OK;
	if (c->opt[OPT_JSON] && str_is(language, "en"))
		return RC_OK; /* programs read the same in every language */
	if (!str_is(language, "en"))
		return fail(e, RC_INVALID, "语言只有 zh 和 en，没有“%.*s”", STR_FMT(language));
	return tr_english(c->a, settings_read(c->a, cli_settings(c), S("config/en.yaml")), e);
}

enum rc cli_open(struct cli *c, bool create, struct err *e)
{
	const struct office *o;
	enum rc rc;

	if (!*c->where.data)
		return fail(e, RC_INVALID, "不知道数据放在哪里；请用 --data DIR 写明");
	TRY(cli_settings_there(c, e));
	c->where.create = create;
	rc = session_open(c->a, &c->where, &c->s, e);
	if (rc != RC_OK) {
		c->s = NULL;
		/* No office is bad input, not an empty answer. */
		return rc == RC_NOT_FOUND ? (e->rc = RC_INVALID) : rc;
	}
	o = session_office(c->s);
	return c->opt[OPT_LANG] || !o->language.n ? RC_OK : speak(c, o->language, e);
}

/* ---- running -------------------------------------------------------------------------------- */

static enum rc run(struct cli *c, int argc, char **argv, struct err *e)
{
	enum rc named;

	for (int i = 1; i < argc; i++)
		if (utf8_bad(str_of(argv[i])) >= 0)
			return fail(e, RC_INVALID, "第 %d 个参数不是 UTF-8 文字；请把终端编码设为 UTF-8", i);
	TRY(read_options(c, argc, argv, e));
	c->where = (struct session_opts){
		.data = c->opt[OPT_DATA] ? c->opt[OPT_DATA] : default_data(c->a),
		.config = c->opt[OPT_CONFIG],
		.as = c->opt[OPT_AS],
		.read_only = c->opt[OPT_READ_ONLY] != NULL,
	};
	if (c->opt[OPT_LANG])
		TRY(speak(c, str_of(c->opt[OPT_LANG]), e));
	named = read_command(c, e);
	if (c->opt[OPT_VERSION]) {
		help_version(c);
		return RC_OK;
	}
	TRY(named);
	if (c->opt[OPT_HELP]) {
		help_usage(c, c->command == &no_command ? NULL : c->command);
		return RC_OK;
	}
	TRY(judge_arguments(c, e));
	if (c->command->need != NEED_NOTHING)
		TRY(cli_open(c, false, e));
	return c->command->run(c, e);
}

static int status_of(enum rc rc)
{
	static const int status[] = {
		[RC_OK] = EXIT_DONE, [RC_NOT_FOUND] = EXIT_NOTHING, [RC_CONFLICT] = EXIT_REFUSED,
		[RC_INVALID] = EXIT_REFUSED, [RC_DENIED] = EXIT_REFUSED, [RC_BUSY] = EXIT_FAULT,
		[RC_IO] = EXIT_FAULT,
	};

	return status[rc];
}

int cli_main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct cli c = { .a = &a, .out = { .a = &a } };
	struct err e = { 0 };
	int status = status_of(run(&c, argc, argv, &e));

	if (c.status)
		status = c.status;

	cli_flush(&c);
	if (status != EXIT_DONE && e.msg[0])
		complain(&a, str_of(e.msg));
	if (c.s)
		session_close(c.s);
	if (ferror(stdout) || fclose(stdout) != 0) {
		complain(&a, S("输出没有写完（磁盘满了，或者接收的程序先结束了）"));
		status = EXIT_FAULT;
	}
	arena_free(&a);
	return status;
}
