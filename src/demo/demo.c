/* demo.c - an office of invented people: nobody in it exists, no phone in it can be called, every
 * id lies in an area that does not exist (230499; 99nnnn for a big office). */
#include "demo/demo.h"

#include "base/str.h"

enum {
	BATCH = 100,               /* families a commit */
	COMMUNITY_FULL = 2000,     /* families; more get further communities */
	FAMILIES_A_WORKER = 25,    /* O8 */
	VISITS_IN_ALL = 60000,
	DAYS_OF_HISTORY = 3650,
};

/* ---- chance, the same for the same seed ----------------------------------------------------- */

struct demo {
	struct session *s;
	uint64_t chance;
	int64_t families;
	date today;
	int visits_each;
	uint64_t district;           /* 0: there is none */
	uint64_t *community, *street; size_t ncommunities; /* street: of each community */
	uint64_t *worker;            /* nworkers per community, one after the other */
	uint64_t *street_worker;     /* by community */
	size_t nworkers;
	int64_t made;
	int people;                  /* ids given out */
};

static uint64_t roll(struct demo *d)
{
	uint64_t z = d->chance += 0x9E3779B97F4A7C15u;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return z ^ z >> 31;
}

static int below(struct demo *d, int n)
{
	return n > 0 ? (int)(roll(d) % (uint64_t)n) : 0;
}

static bool one_in(struct demo *d, int n)
{
	return below(d, n) == 0;
}

/* ---- names ---------------------------------------------------------------------------------- */

/* The commoner a surname, the earlier it stands; the hard ones come on purpose. */
static const char *const surnames[] = {
	"王", "李", "张", "刘", "陈", "杨", "赵", "孙", "周", "吴", "徐", "马", "朱", "胡", "郭", "何",
	"高", "林", "罗", "郑", "梁", "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹", "彭", "于", "董",
	"姜", "崔", "潘", "金", "佟", "关", "闫", "窦", "臧", "褚", "曾", "单", "仇", "解", "查", "区",
	"盖", "朴", "翟", "乐", "覃", "任", "葛", "逄", "尉迟", "欧阳", "司马", "上官", "令狐", "长孙",
};
static const char *const women[] = {
	"秀兰", "淑芬", "桂英", "玉梅", "凤琴", "丽华", "素珍", "亚芹", "秀荣", "玉珍", "金凤", "桂芝",
	"静", "敏", "芳", "艳", "红", "霞", "淑清", "秀英", "玉兰", "春梅", "晓燕", "雅琴", "䶮", "喆",
};
static const char *const men[] = {
	"国栋", "德海", "志强", "建国", "振东", "文彬", "庆林", "树林", "宝林", "忠义", "永福", "占江",
	"伟", "强", "军", "勇", "刚", "明", "志军", "玉成", "春生", "长海", "景春", "学文", "𬭶", "昊",
};
/* Names that break programs: rare planes, four characters, a middle dot, readings of names. */
static const struct { const char *name; char sex; } hard_names[] = {
	{ "𠮷田秀英", '2' }, { "王䶮", '1' }, { "欧阳秀兰", '2' }, { "阿卜杜拉·买买提", '1' },
	{ "单雄信", '1' }, { "曾国华", '1' }, { "尉迟静", '2' }, { "查良英", '2' },
	{ "古丽娜尔·艾合买提江", '2' }, { "仇玉兰", '2' }, { "㛃云", '2' }, { "闫吕", '1' },
};
static const char *const estates[] = {
	"惠民家园", "松鹤园", "龙泰小区", "建设小区", "新兴里", "矿工新村", "向阳花园", "育才小区",
	"振兴佳苑", "和谐家园", "光明里", "红旗新村",
};
static const char *const talks[] = {
	"情况平稳，按时吃药。", "聊了聊近况，愿意参加社区活动。", "腰腿疼，想去医院看看。",
	"孙子上学的事已经落实。", "说暖气不热，已联系供热公司，约好周四上午来看，到时陪同。",
	"说最近睡不好，夜里常醒，白天没精神；劝其到社区卫生服务中心量血压，必要时转介心理服务。"
	"家里收拾得整洁，冰箱里有菜。叮嘱煤气用完关阀门，留了值班电话，下次带老花镜过去。",
	"电话里精神不错，正和邻居打牌。", "不愿多谈，尊重其意愿，只问了身体。",
};

static str pick(struct demo *d, const char *const *list, size_t n)
{
	return str_of(list[below(d, (int)n)]);
}

static str surname(struct demo *d)
{
	/* The lower of two rolls: common ones come more often. */
	int a = below(d, COUNT(surnames)), b = below(d, COUNT(surnames));

	return str_of(surnames[a < b ? a : b]);
}

static str full_name(struct demo *d, struct arena *a, str family_name, char sex)
{
	str given = sex == '2' ? pick(d, women, COUNT(women)) : pick(d, men, COUNT(men));

	return arena_printf(a, "%.*s%.*s", STR_FMT(family_name), STR_FMT(given));
}

/* ---- numbers that belong to nobody ---------------------------------------------------------- */

static str invented_id(struct demo *d, struct arena *a, struct ymd birth, char sex)
{
	static const int weight[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
	/* Counted, so that no two people get the same. */
	int block = d->people / 499, order = d->people++ % 499 * 2 + (sex == '1'), sum = 0;
	str s = arena_printf(a, "%06d%04d%02d%02d%03d?", block ? 990000 + block % 10000 : 230499,
		birth.y, birth.m, birth.d, order);
	char *p = (char *)(uintptr_t)s.p;

	for (int i = 0; i < 17; i++)
		sum += (p[i] - '0') * weight[i];
	p[17] = "10X98765432"[sum % 11];
	return s;
}

static str invented_phone(struct demo *d, struct arena *a)
{
	return arena_printf(a, "000%08d", below(d, 100000000));
}

static struct ymd some_day(struct demo *d, int from, int to)
{
	int m = 1 + below(d, 12);

	return (struct ymd){ from + below(d, to - from + 1), m, 1 + below(d, 28) };
}

/* ---- records -------------------------------------------------------------------------------- */

struct batch { struct arena *a; struct save *save; size_t n, cap; };

static struct rec *add(struct demo *d, struct batch *b, const struct rec_type *shipped)
{
	const struct rec_type *t = demo_type(d->s, shipped);

	if (b->n == b->cap) {
		struct save *more = ARENA_ARRAY(b->a, struct save, b->cap = b->cap * 2 + 256);

		if (b->n)
			memcpy(more, b->save, b->n * sizeof *more);
		b->save = more;
	}
	b->save[b->n] = (struct save){ .type = t, .rec = rec_new(b->a, t) };
	return b->save[b->n++].rec;
}

static struct person *add_person(struct demo *d, struct batch *b, str name, char sex,
	const char *relation, int born_from, int born_to)
{
	struct person *p = (struct person *)add(d, b, &person_type);
	struct ymd birth = some_day(d, born_from, born_to);

	p->name = name;
	p->relation.key = str_of(relation);
	p->sex.key = sex == '1' ? S("1") : S("2");
	p->birth = pdate_of(birth.y, birth.m, birth.d);
	if (!one_in(d, 12))
		p->id_no.s = invented_id(d, b->a, birth, sex);
	p->health.key = one_in(d, 3) ? S("30") : S("10");
	p->self_care.key = one_in(d, 9) ? S("2") : S("0");
	p->alive.v = FLAG_YES;
	return p;
}

static void add_child(struct demo *d, struct batch *b, struct family *f, str family_name)
{
	char sex = one_in(d, 2) ? '1' : '2';
	struct person *p = add_person(d, b, full_name(d, b->a, family_name, sex), sex,
		sex == '1' ? "21" : "31", 1978, 1996);

	p->is_only_child.v = FLAG_YES;
	if (str_starts(f->kind.key, S("1"))) {
		struct ymd gone = some_day(d, 2005, 2025);

		p->alive.v = FLAG_NO;
		p->death_date = pdate_of(gone.y, gone.m, gone.d);
	} else if (p->id_no.s.n) {
		p->disab_cert.s = arena_printf(b->a, "%.*s%d%c", STR_FMT(p->id_no.s),
			1 + below(d, 6), f->kind.key.p[1]);
	}
}

static void add_post(struct demo *d, struct batch *b, const char *post, uint64_t worker,
	date from)
{
	struct assignment *as = (struct assignment *)add(d, b, &assignment_type);

	as->post.key = str_of(post);
	as->worker.id = worker;
	as->from = from;
	as->reason.key = S("01");
	if (!one_in(d, 4) && from.day < d->today.day)
		as->family_told = (date){ from.day + 1 };
}

static void add_visit(struct demo *d, struct batch *b, int days_ago, str mode, uint64_t by)
{
	struct visit *v = (struct visit *)add(d, b, &visit_type);

	int minute = one_in(d, 2) ? -1 : 9 * 60 + below(d, 8 * 60);

	/* Today's hours are not all over. */
	v->when = moment_of((date){ d->today.day - days_ago }, days_ago ? minute : -1);
	v->mode.key = mode;
	v->outcome.key = one_in(d, 12) ? S("2") : S("1");
	v->by.id = by;
	v->occasion.keys = S("01");
	v->entered = moment_date(v->when);
	if (str_is(v->outcome.key, "1")) {
		v->body.key = arena_printf(b->a, "%d", 1 + below(d, 4));
		v->domains.keys = arena_printf(b->a, "%d", 1 + days_ago % 5);
		v->mood.key = arena_printf(b->a, "%d", one_in(d, 6) ? 2 : 1);
		if (one_in(d, 3))
			v->talk.s = pick(d, talks, COUNT(talks));
	}
}

enum { RECENT_DAYS = 110 };

/* Most families are looked after as care.yaml asks; one in seven has been waiting, so that the list
 * of today is not empty. */
static int add_recent(struct demo *d, struct batch *b, int span, str level, uint64_t near,
	uint64_t street)
{
	int gap = str_is(level, "1") ? 3 : str_is(level, "2") ? 5 : 10;
	int ago = one_in(d, 7) ? 15 + below(d, 60) : below(d, 3), n = 0;

	for (; ago <= span && ago < RECENT_DAYS && n < d->visits_each; ago += gap, n++) {
		bool home = n % (gap == 3 ? 2 : 3) == 0, by_street = n * gap % 24 < gap;

		add_visit(d, b, ago, home ? S("11") : S("21"), by_street ? street : near);
	}
	return n;
}

/* Years of visits, thinner than the last months. */
static void add_visits(struct demo *d, struct batch *b, date opened, str level, uint64_t near,
	uint64_t street)
{
	static const char *const modes[] = { "21", "21", "21", "11", "11", "14", "23", "12" };
	int span = d->today.day - opened.day;
	int n = d->visits_each - add_recent(d, b, span, level, near, street);

	if (n > span / 12 + 1)
		n = span / 12 + 1;
	for (int i = 0; i < n; i++) {
		int days_ago = RECENT_DAYS + (int)((int64_t)span * i / n) + below(d, 6);

		if (days_ago > span)
			break;
		add_visit(d, b, days_ago, pick(d, modes, COUNT(modes)), one_in(d, 7) ? street : near);
	}
}

/* Where they live; *before: where they are registered, when that is somewhere else. */
static str address(struct demo *d, struct arena *a, str *before)
{
	int door = 1 + below(d, 3), floor = 1 + below(d, 7), unit = 1 + below(d, 5), house = 1 + below(d, 30);
	str here = pick(d, estates, COUNT(estates)), there = pick(d, estates, COUNT(estates));

	*before = arena_printf(a, "%.*s%d-%d-%d0%d", STR_FMT(there), house, unit, floor, door);
	return arena_printf(a, "%.*s%d-%d-%d0%d", STR_FMT(here), house, unit, floor, door);
}

static void add_family(struct demo *d, struct batch *b, size_t c)
{
	static const char *const kinds[] = { "11", "11", "11", "21", "22", "23", "12" };
	static const char *const wishes[] = { "03", "04", "01", "05", "03 04", "06" };
	struct family *f = (struct family *)add(d, b, &family_type);
	int64_t no = d->made++;
	size_t w = (size_t)(no / (int64_t)d->ncommunities) % d->nworkers;
	bool hard = no % 16 == 3;
	char sex = one_in(d, 3) ? '1' : '2';
	str mine = surname(d), spouse = surname(d), name = full_name(d, b->a, mine, sex);
	int back = no < 300 ? below(d, DAYS_OF_HISTORY) : below(d, 1500);

	if (hard) {
		name = str_of(hard_names[(no / 16) % (int64_t)COUNT(hard_names)].name);
		sex = hard_names[(no / 16) % (int64_t)COUNT(hard_names)].sex;
	}
	f->kind.key = pick(d, kinds, COUNT(kinds));
	f->community.id = d->community[c];
	f->opened = (date){ d->today.day - back };
	f->live_addr = address(d, b->a, &f->hukou_addr);
	if (no % 5)
		f->hukou_addr = f->live_addr;
	f->phone1.s = invented_phone(d, b->a);
	if (one_in(d, 5))
		f->phone2.s = invented_phone(d, b->a);
	f->care_level.key = one_in(d, 12) ? S("1") : one_in(d, 4) ? S("2") : S("3");
	f->care_since = f->opened;
	f->live_state.key = one_in(d, 3) ? S("1") : S("2");
	if (str_is(f->live_state.key, "1"))
		f->care_flags.keys = one_in(d, 3) ? S("01 02") : S("01");
	if (one_in(d, 4))
		f->wish_no.keys = pick(d, wishes, COUNT(wishes));
	if (one_in(d, 2)) {
		f->emergency_name = full_name(d, b->a, mine, '1');
		f->emergency_phone.s = invented_phone(d, b->a);
		f->emergency_relation.key = S("93");
	}
	if (!one_in(d, 5) && back >= 3)
		f->card_given = (date){ f->opened.day + 3 };
	if (no == 0) { /* the family the README begins with */
		name = S("王秀兰");
		sex = '2';
		mine = S("李");
		f->phone1.s = S("00000005678");
		f->live_addr = f->hukou_addr = S("惠民家园12-3-501");
		f->wish_no.keys = S("03");
		f->kind.key = S("11");
		f->care_level.key = S("2");
	}
	add_person(d, b, name, sex, "02", 1945, 1968)->marital.key =
		str_is(f->live_state.key, "1") ? S("30") : S("20");
	if (str_is(f->live_state.key, "2"))
		add_person(d, b, full_name(d, b->a, spouse, sex == '1' ? '2' : '1'),
			sex == '1' ? '2' : '1', sex == '1' ? "12" : "11", 1945, 1968);
	add_child(d, b, f, mine);
	add_post(d, b, "2", d->worker[c * d->nworkers + w], f->opened);
	if (no == 0 || !one_in(d, 15))
		add_post(d, b, "1", d->street_worker[c], f->opened);
	add_visits(d, b, f->opened, f->care_level.key, d->worker[c * d->nworkers + w],
		d->street_worker[c]);
}

/* ---- the office ----------------------------------------------------------------------------- */

struct place { struct demo *d; struct arena *a; const struct org **street; size_t nstreets; };

enum rc demo_list(struct session *s, struct arena *a, const char *query, uint64_t about, struct listed *out,
	struct err *e)
{
	struct ask ask = { .query = query_find(str_of(query)), .about = about };
	struct page page;

	TRY(session_list(s, a, &ask, &page, e));
	*out = (struct listed){ 0 };
	for (size_t i = 0; i < page.n; i++)
		*vec_add(a, out) = rec_dup(a, page.type, page.row[i].rec);
	return RC_OK;
}

const struct rec_type *demo_type(const struct session *s, const struct rec_type *t)
{
	return office_own(session_office(s), t);
}

static enum rc find_places(struct place *p, size_t most, struct err *e)
{
	struct listed orgs;

	TRY(demo_list(p->d->s, p->a, "orgs", 0, &orgs, e));
	p->street = ARENA_ARRAY(p->a, const struct org *, orgs.n);
	for (size_t i = 0; i < orgs.n; i++) {
		const struct org *o = (const struct org *)orgs.p[i];

		if (o->code.s.n == 6 && !p->d->district)
			p->d->district = o->r.id;
		if (o->code.s.n == 9)
			p->street[p->nstreets++] = o;
		if (o->code.s.n == 12 && p->d->ncommunities < most) {
			p->d->street[p->d->ncommunities] = o->parent.id;
			p->d->community[p->d->ncommunities++] = o->r.id;
		}
	}
	return RC_OK;
}

/* A big office needs more communities than the district has; they are invented, too. */
static enum rc add_communities(struct demo *d, struct arena *a, const struct place *p,
	struct err *e)
{
	size_t want = (size_t)(d->families / COMMUNITY_FULL + 1);

	for (size_t i = 0; d->ncommunities < want && p->nstreets; i++) {
		const struct org *street = p->street[i % p->nstreets];
		struct org *o = (struct org *)rec_new(a, demo_type(d->s, &org_type));
		struct save save = { .type = demo_type(d->s, &org_type), .rec = &o->r };

		o->code.s = arena_printf(a, "%.*s%03d", STR_FMT(street->code.s),
			(int)(100 + i / p->nstreets));
		o->name = arena_printf(a, "新民%d社区", (int)i + 1);
		o->parent.id = street->r.id;
		TRY(session_save(d->s, a, S("演示"), &save, 1, e));
		d->street[d->ncommunities] = street->r.id;
		d->community[d->ncommunities++] = save.id;
	}
	return RC_OK;
}

/* The role of whoever supervises so much of the tree (12 digits of its code: a community). */
static str supervisor(struct demo *d, uint32_t reach)
{
	const struct office *o = session_office(d->s);

	for (size_t i = 0; i < o->nroles; i++)
		if (o->role[i].supervises && o->role[i].reach == reach)
			return o->role[i].name;
	return S("");
}

static enum rc add_worker(struct demo *d, struct arena *a, str name, str login, str role,
	const char *post, uint64_t org, int64_t no, uint64_t *id, struct err *e)
{
	struct worker *w = (struct worker *)rec_new(a, demo_type(d->s, &worker_type));
	struct save save = { .type = demo_type(d->s, &worker_type), .rec = &w->r };

	w->name = name;
	w->login = login;
	w->org.id = org;
	w->post.keys = str_of(post);
	w->staff_kind.key = S("1");
	w->role.key = role;
	w->mobile.s = arena_printf(a, "0000001%04d", (int)(no % 10000));
	w->on_from = (date){ d->today.day - DAYS_OF_HISTORY };
	TRY(session_save(d->s, a, S("演示"), &save, 1, e));
	*id = save.id;
	return RC_OK;
}

/* Who the papers and the first five minutes talk about comes first. */
static const struct { const char *name, *login; } known[] = {
	{ "周敏", "zhoumin" }, { "佟丽", "tongli" }, { "刘洋", "liuyang" },
};

static enum rc add_workers(struct demo *d, struct arena *a, struct err *e)
{
	uint64_t head;
	int64_t no = 0;

	TRY(add_worker(d, a, S("郑华"), S("zhenghua"), supervisor(d, 6), "04", d->district ? d->district : d->street[0], no++,
		&head, e));
	for (size_t c = 0; c < d->ncommunities; c++) {
		for (size_t w = 0; w < d->nworkers; w++, no++) {
			bool famous = w == 0 && c < COUNT(known);
			str name = famous ? str_of(known[c].name)
					  : full_name(d, a, surname(d), '2');
			str login = famous ? str_of(known[c].login)
					   : arena_printf(a, "w%d", (int)no);

			TRY(add_worker(d, a, name, login, office_role(session_office(d->s), S(""))->name, "22",
				d->community[c], no,
				&d->worker[c * d->nworkers + w], e));
		}
		TRY(add_worker(d, a, c == 0 ? S("高强") : full_name(d, a, surname(d), '1'),
			c == 0 ? S("gaoqiang") : arena_printf(a, "s%d", (int)no), supervisor(d, 9), "12",
			d->street[c], no, &d->street_worker[c], e));
		no++;
	}
	return RC_OK;
}

enum rc demo_fill(struct session *s, int64_t families, uint64_t seed,
	void (*say)(void *arg, str line), void *arg, struct err *e)
{
	struct arena a = { 0 }, work = { 0 };
	size_t cap = (size_t)(families / COMMUNITY_FULL) + 64;
	struct demo d = { .s = s, .chance = seed, .families = families, .today = session_today(s) };
	struct place p = { .d = &d, .a = &a };
	enum rc rc;

	session_unseen(s, true);
	d.community = ARENA_ARRAY(&a, uint64_t, cap);
	d.visits_each = families ? (int)(VISITS_IN_ALL / families) : 0;
	if (d.visits_each < 1)
		d.visits_each = 1;
	d.street = ARENA_ARRAY(&a, uint64_t, cap);
	rc = find_places(&p, cap, e);
	if (rc == RC_OK && !d.ncommunities)
		rc = fail(e, RC_INVALID, "office.yaml 里没有社区，演示数据无处可放");
	if (rc == RC_OK)
		rc = add_communities(&d, &a, &p, e);
	if (rc == RC_OK) {
		d.nworkers = (size_t)(families / (int64_t)d.ncommunities / FAMILIES_A_WORKER) + 1;
		d.worker = ARENA_ARRAY(&a, uint64_t, d.ncommunities * d.nworkers);
		d.street_worker = ARENA_ARRAY(&a, uint64_t, d.ncommunities);
		rc = add_workers(&d, &a, e);
	}
	while (rc == RC_OK && d.made < families) {
		struct batch b = { .a = &work };

		for (int i = 0; i < BATCH && d.made < families; i++)
			add_family(&d, &b, (size_t)d.made % d.ncommunities);
		rc = session_import(s, &work, S("演示"), false, b.save, b.n, NULL, e);
		arena_reset(&work);
		if (rc == RC_OK && d.made % 10000 == 0)
			say(arg, arena_printf(&a, "%lld/%lld", (long long)d.made, (long long)families));
	}
	if (rc == RC_OK)
		rc = demo_live(s, (uint64_t)families, e);
	if (rc == RC_OK)
		rc = demo_association(s, (uint64_t)families, e);
	if (rc == RC_OK)
		rc = demo_report(s, e);
	session_unseen(s, false);
	arena_free(&work);
	arena_free(&a);
	return rc;
}
