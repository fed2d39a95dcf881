/* demo_association.c - the association of the demo office: its bodies, members, groups and meetings, whole in some
 * places and wanting in others, so that each board has something to say. */
#include "demo/demo.h"

#include "base/str.h"
#include "core/records/organisation.h"

enum { PLACES = 40, MEMBERS = 12, GROUPS = 2, LINKED = 400 };

struct body { /* of one org */
	const struct org *org;
	uint64_t member[MEMBERS];
};

struct assoc {
	struct session *s;
	struct arena *a;
	date today;
	struct body place[PLACES];
	size_t nplaces;
	struct save *save;
	size_t n, cap;
};

/* Written so: a rare plane, four characters, a middle dot. */
static const char *const names[] = {
	"𠮷田秀英", "欧阳秀兰", "阿卜杜拉·买买提", "王䶮", "李桂芬", "张德海", "刘淑芳", "陈志军", "杨丽华", "赵玉成",
	"孙凤琴", "周文彬", "吴秀荣", "徐占江", "马素珍", "朱庆林", "胡晓燕", "郭忠义", "何玉梅", "高宝林",
	"林静", "罗勇", "郑春梅", "梁国华", "谢雅琴", "宋长海", "唐敏", "许景春",
};

static str name_of(size_t i)
{
	return str_of(names[i % COUNT(names)]);
}

static struct rec *add(struct assoc *d, const struct rec_type *shipped)
{
	const struct rec_type *t = demo_type(d->s, shipped);
	struct rec *r = rec_new(d->a, t);

	d->save = vec_room(d->a, d->save, d->n, &d->cap, sizeof *d->save);
	d->save[d->n++] = (struct save){ .type = t, .rec = r };
	return r;
}

static date ago(const struct assoc *d, int days)
{
	return (date){ d->today.day - days };
}

static enum rc write(struct assoc *d, struct err *e)
{
	TRY(session_import(d->s, d->a, S("演示"), false, d->save, d->n, NULL, e));
	d->n = 0;
	return RC_OK;
}

static bool is_level(const struct assoc *d, const struct org *o, const char *attribute_of_level)
{
	const struct code_table *t = codebook_find(&session_office(d->s)->codes, S("ORG_LEVEL"));

	return str_is(code_attr(code_find(t, o->level.key), "means"), attribute_of_level);
}

/* ---- the association and who holds its posts ------------------------------------------------------ */

static void leader(struct assoc *d, size_t i, const char *post, const char *kind, int64_t until)
{
	struct worker *w = (struct worker *)add(d, &worker_type);

	w->name = name_of(i * 3 + 9);
	w->org.id = d->place[i].org->r.id;
	w->post.keys = str_of(post);
	w->staff_kind.key = str_of(kind);
	w->mobile.s = arena_printf(d->a, "0000003%04d", (int)d->n);
	w->on_from = ago(d, 900);
	w->term_end.day = until ? d->today.day + (int32_t)until : 0;
	w->grassroots_years = (num){ true, (int64_t)(i % 9) };
}

/* One in seven places has none; of the others some are about to elect anew, and one is late with it. */
static void associate(struct assoc *d, size_t i)
{
	static const int left[] = { 60, 700, 20, -30, 400 };
	const struct org *o = d->place[i].org;
	struct association *as;

	if (i % 7 == 5)
		return;
	as = (struct association *)add(d, &association_type);
	as->node.id = o->r.id;
	as->founded = ago(d, 6000);
	as->term = (num){ true, 3 };
	as->term_end.day = d->today.day + left[i % COUNT(left)];
	as->term_from = date_add_months(as->term_end, -60);
	as->have.keys = i % 3 ? S("1 2 4") : S("1 2 3 4");
	if (i % 4 != 2)
		leader(d, i, "01", "3", 0);
	if (i == 0)
		leader(d, i, "02", "3", 0);
	if (is_level(d, o, "street") && i % 2)
		leader(d, i, "04", "2", i % 4 == 1 ? 25 : 80);
}

/* ---- bodies ------------------------------------------------------------------------------------- */

static void seats(struct assoc *d, size_t i, const char *body, size_t n, size_t grassroots)
{
	for (size_t k = 0; k < n; k++) {
		struct seat *st = (struct seat *)add(d, &seat_type);

		st->node.id = d->place[i].org->r.id;
		st->body.key = str_of(body);
		st->term = (num){ true, 3 };
		st->name = name_of(k + i);
		st->kind.key = k < grassroots ? k % 2 ? S("2") : S("1") : k % 2 ? S("3") : S("4");
		st->workplace = k < grassroots ? S("居民") : S("区直单位");
		st->from = ago(d, 800);
		if (k + 1 == n && n > 5)
			st->to = ago(d, 30);
	}
}

/* ---- members, groups, links, meetings -------------------------------------------------------------- */

static enum rc members(struct assoc *d, size_t i, struct err *e)
{
	static const char *const skills[] = { "06", "05", "01", "", "02", "03 04", "11", "08", "", "07", "09", "10" };
	uint64_t group[GROUPS];
	size_t at;

	for (size_t k = 0; k < GROUPS; k++) {
		struct group *g = (struct group *)add(d, &group_type);

		g->name = arena_printf(d->a, "%.*s第%d会员小组", STR_FMT(d->place[i].org->short_name), (int)k + 1);
		g->org.id = d->place[i].org->r.id;
		g->founded = ago(d, 700);
	}
	at = d->n;
	TRY(write(d, e));
	for (size_t k = 0; k < GROUPS; k++)
		group[k] = d->save[at - GROUPS + k].id;
	for (size_t k = 0; k < MEMBERS; k++) {
		struct member *m = (struct member *)add(d, &member_type);

		m->name = name_of(k + i * 5);
		m->org.id = d->place[i].org->r.id;
		m->kind.key = k % 5 == 4 ? S("3") : S("1");
		m->joined = ago(d, 400 + (int)k * 20);
		m->phone.s = arena_printf(d->a, "0000004%02d%02d", (int)(i % 100), (int)k);
		m->skills.keys = str_of(skills[k]);
		m->group.id = group[k % GROUPS];
		m->address = arena_printf(d->a, "惠民家园%d-%d-%d01", 1 + (int)k, 1 + (int)k % 3, 1 + (int)k % 6);
		m->grassroots.v = k % 3 ? FLAG_YES : FLAG_NO;
		if (k == MEMBERS - 1)
			m->left = ago(d, 15);
	}
	TRY(write(d, e));
	for (size_t k = 0; k < MEMBERS; k++)
		d->place[i].member[k] = d->save[k].id;
	for (size_t k = 0; k < 3; k++) {
		struct link *l = (struct link *)add(d, &link_type);

		l->member.id = d->place[i].member[k];
		l->household = name_of(k + 11);
		l->address = S("惠民家园8-1-101");
		l->from = ago(d, 200);
	}
	return RC_OK;
}

/* The first of each place goes to the first families there, some of them to several. */
static enum rc links(struct assoc *d, uint64_t families, struct err *e)
{
	for (uint64_t id = 1; id <= families && id <= LINKED; id++) {
		struct rec *f;

		TRY(session_get(d->s, d->a, &family_type, id, &f, e));
		for (size_t i = 0; i < d->nplaces; i++) {
			struct link *l;

			if (d->place[i].org->r.id != ((struct family *)f)->community.id || id % 3)
				continue;
			l = (struct link *)add(d, &link_type);
			l->member.id = d->place[i].member[id / 3 % 5];
			l->family.id = id;
			l->from = ago(d, 100);
		}
	}
	return write(d, e);
}

static void meetings(struct assoc *d, size_t i)
{
	static const struct { const char *kind, *title; int ago, entitled, attended; } held[] = {
		{ "1", "年度工作报告", 150, 40, 33 }, { "2", "一季度工作", 75, 15, 13 }, { "5", "亲情关爱协调会", 20, 9, 9 },
	};

	for (size_t k = 0; k < COUNT(held); k++) {
		struct meeting *m;

		if (held[k].ago < 60 && i % 4 == 3)
			continue; /* quiet for a long time */
		m = (struct meeting *)add(d, &meeting_type);
		m->node.id = d->place[i].org->r.id;
		m->kind.key = str_of(held[k].kind);
		m->title = str_of(held[k].title);
		m->on = ago(d, held[k].ago);
		m->entitled = (num){ true, held[k].entitled };
		m->attended = (num){ true, held[k].attended };
		m->resolved.s = k == 2 ? S("郑华 本月底前 排出各社区联系户名单") : S("");
	}
}

/* A year of work in every task, to come, just gone, summed up and called off. */
static void activities(struct assoc *d, size_t i)
{
	static const struct { const char *title, *task, *type, *entry, *target; int ago, people; } held[] = {
		{ "“5.29会员活动日”宣传", "1", "02", "3", "02 09", -23, 0 }, { "生殖健康讲座", "2", "01", "2", "03", 40, 60 },
		{ "孕妇学校", "3", "01", "3", "05", 12, 18 }, { "特殊家庭包粽子", "4", "05", "3", "01", 70, 14 },
		{ "法律咨询", "5", "02", "4", "07", 100, 9 }, { "流动人口健康体检", "6", "03", "1", "08", 33, 45 },
		{ "志愿者上门理发", "4", "08", "4", "01 07", 3, -1 },
	};

	for (size_t k = 0; k < COUNT(held); k++) {
		struct activity *act;

		if ((i + k) % 3 == 0 || (held[k].ago < 60 && i % 4 == 3))
			continue;
		act = (struct activity *)add(d, &activity_type);
		act->title = str_of(held[k].title);
		act->org.id = d->place[i].org->r.id;
		act->on = ago(d, held[k].ago);
		act->task.key = str_of(held[k].task);
		act->type.key = str_of(held[k].type);
		act->place_kind.key = str_of(held[k].entry);
		act->target.keys = str_of(held[k].target);
		if (held[k].people > 0) {
			act->people = (num){ true, held[k].people + (int64_t)i };
			act->special_families = (num){ true, k == 3 ? 9 : 0 };
			act->handouts = (num){ true, (int64_t)k * 20 };
			act->cost = (money){ true, (int64_t)k * 15050 };
			act->fund.key = k == 3 ? S("5") : S("1");
			if (k % 2)
				act->summary.s = S("来的人都留下了联系方式。");
		}
		if (held[k].people < 0 && i % 2) {
			act->cancelled = act->on;
			act->cancel_why = S("师傅生病");
		}
	}
}

/* Who can be asked to speak or to help: most of the district's hospitals, some of a street's. */
static void experts(struct assoc *d, size_t i)
{
	static const struct { const char *field, *skills, *workplace, *rank, *topics; } pool[] = {
		{ "01", "01", "区妇幼保健院", "主任医师", "更年期保健、宫颈癌筛查" },
		{ "04", "02 04", "区心理服务中心", "心理治疗师", "哀伤陪伴、老年抑郁" },
		{ "10", "03", "明理律师事务所", "律师", "遗嘱、意定监护" },
		{ "05", "01", "区人民医院老年科", "副主任医师", "跌倒预防、用药安全" },
		{ "09", "09", "区第三中学", "高级教师", "青春期性健康" },
	};
	bool district = is_level(d, d->place[i].org, "district");

	for (size_t k = 0; k < COUNT(pool) && (district || (is_level(d, d->place[i].org, "street") && k < 1)); k++) {
		struct expert *x = (struct expert *)add(d, &expert_type);

		x->name = name_of(i * 2 + k + 13);
		x->field.key = str_of(pool[k].field);
		x->skills.keys = str_of(pool[k].skills);
		x->org.id = d->place[i].org->r.id;
		x->workplace = str_of(pool[k].workplace);
		x->rank = str_of(pool[k].rank);
		x->topics = str_of(pool[k].topics);
		x->phone.s = arena_printf(d->a, "0000005%02d%02d", (int)(i % 100), (int)k);
		x->from = ago(d, 300);
		if (k == 4)
			x->to = ago(d, 10);
	}
}

/* ---- venues, trainings, tasks, inspections, money ---------------------------------------------------- */

static void venue(struct assoc *d, size_t i)
{
	struct venue *v = (struct venue *)add(d, &venue_type);
	bool home = i % 2;

	v->name = arena_printf(d->a, "%.*s%s", STR_FMT(d->place[i].org->short_name), home ? "暖心家园" : "会员之家");
	v->kind.key = home ? S("1") : S("2");
	v->org.id = d->place[i].org->r.id;
	v->address = arena_printf(d->a, "%.*s党群服务中心一楼", STR_FMT(d->place[i].org->short_name));
	v->area = (num){ true, 60 + (int64_t)i * 5 };
	v->opening = S("周一到周五 8:30-16:30");
	v->owner = S("街道办事处");
	v->shared = home ? S("社区党群服务中心") : S("");
	v->have.keys = i % 3 ? S("1 2 3 4") : S("1 2");
	v->six.keys = home ? S("1 2 3 5") : S("");
	v->founded = ago(d, 900);
}

/* One that is to be done, one that is late, one that is done. */
static void tasks(struct assoc *d, size_t i)
{
	static const struct { const char *title, *document; int given, due, done; } given[] = {
		{ "“5.29会员活动日”安排", "向计协〔2026〕6号", 10, -15, 0 }, { "会员登记造册", "向计协〔2026〕3号", 60, 5, 0 },
		{ "一季度走访总结", "向卫发〔2026〕11号", 40, 20, 22 },
	};

	for (size_t k = 0; k < COUNT(given) && k < (i % 3 ? 2u : 3u); k++) {
		struct task *t = (struct task *)add(d, &task_type);

		t->title = str_of(given[k].title);
		t->document = str_of(given[k].document);
		t->node.id = d->place[i].org->r.id;
		t->given = ago(d, given[k].given);
		t->due = ago(d, given[k].due);
		if (given[k].done)
			t->done = ago(d, given[k].done);
	}
}

static enum rc inspect(struct assoc *d, size_t i, struct err *e)
{
	static const struct { const char *text; int due, fixed; } found[] = {
		{ "会员小组会没有记录", -5, 0 }, { "四有缺窗口", 3, 0 }, { "联系户台账没有更新", 10, 12 },
	};
	struct inspection *in = (struct inspection *)add(d, &inspection_type);
	uint64_t id;

	in->node.id = d->place[i].org->r.id;
	in->on = ago(d, 25);
	in->title = S("会员之家和会员联系户");
	in->note.s = S("工作有人做，台账要补。");
	TRY(write(d, e));
	id = d->save[0].id;
	for (size_t k = 0; k < COUNT(found); k++) {
		struct finding *f = (struct finding *)add(d, &finding_type);

		f->inspection.id = id;
		f->text = str_of(found[k].text);
		f->due = ago(d, found[k].due);
		if (found[k].fixed)
			f->fixed = ago(d, found[k].fixed);
	}
	return write(d, e);
}

static void money_of(struct assoc *d)
{
	static const struct { const char *task, *fund; int64_t yuan, spent; } lines[] = {
		{ "1", "1", 20000, 1280 }, { "2", "1", 15000, 0 }, { "3", "3", 8000, 0 }, { "4", "1", 60000, 860 },
		{ "4", "5", 3000, 3500 }, { "5", "1", 3000, 0 }, { "6", "1", 5000, 0 },
	};

	for (size_t k = 0; k < COUNT(lines); k++) {
		struct budget *b = (struct budget *)add(d, &budget_type);
		struct expense *x;

		b->year = (num){ true, date_ymd(d->today).y };
		b->org.id = d->place[0].org->r.id;
		b->task.key = str_of(lines[k].task);
		b->fund.key = str_of(lines[k].fund);
		b->amount = (money){ true, lines[k].yuan * 100 };
		if (!lines[k].spent)
			continue;
		x = (struct expense *)add(d, &expense_type);
		x->org = b->org;
		x->on = ago(d, 4 + (int)k);
		x->task = b->task;
		x->fund = b->fund;
		x->amount = (money){ true, lines[k].spent * 100 };
		x->what = S("印制宣传材料");
		x->receipt = S("票夹2");
	}
}

static void notices(struct assoc *d)
{
	static const struct { const char *kind, *title, *text; int ago; } told[] = {
		{ "1", "5.29会员活动日安排", "5月29日上午9点在各社区党群服务中心，有义诊、法律咨询和理发。", 3 },
		{ "1", "会员招募", "有医护、法律、水电维修、理发等特长的居民，欢迎到社区报名参加计生协。", 60 },
		{ "2", "特别扶助金怎么申请", "独生子女死亡或伤残三级以上、女方满49周岁的家庭，每年年底前到社区申请。", 200 },
		{ "3", "心理援助热线", "12356，全天有人接听。", 200 },
	};

	for (size_t k = 0; k < COUNT(told); k++) {
		struct notice *n = (struct notice *)add(d, &notice_type);

		n->kind.key = str_of(told[k].kind);
		n->title = str_of(told[k].title);
		n->text.s = str_of(told[k].text);
		n->node.id = d->place[0].org->r.id;
		n->from = ago(d, told[k].ago);
	}
}

static enum rc train(struct assoc *d, struct err *e)
{
	struct listed workers = { 0 };
	struct training *t = (struct training *)add(d, &training_type);
	struct buf came = { .a = d->a };

	TRY(demo_list(d->s, d->a, "workers", 0, &workers, e));
	for (size_t k = 0; k < workers.n; k++)
		if (k % 3)
			buf_printf(&came, "%s%llu", came.n ? " " : "", (unsigned long long)workers.p[k]->id);
	t->org.id = d->place[0].org->r.id;
	t->on = ago(d, 50);
	t->topic = S("会员联系户怎么做");
	t->hours = (num){ true, 4 };
	t->trainer = S("市计生协");
	t->workers.ids = buf_view(&came);
	return write(d, e);
}

/* Two communities of three have somebody of their street; some have not been heard of for long. */
static enum rc liaisons(struct assoc *d, struct err *e)
{
	struct listed workers = { 0 };
	size_t before;

	TRY(demo_list(d->s, d->a, "workers", 0, &workers, e));
	for (size_t i = 0; i < d->nplaces; i++)
		for (size_t k = 0; k < workers.n && is_level(d, d->place[i].org, "community") && i % 3; k++) {
			const struct worker *w = (const struct worker *)workers.p[k];
			struct liaison *l;

			if (w->org.id != d->place[i].org->parent.id)
				continue;
			l = (struct liaison *)add(d, &liaison_type);
			l->worker.id = w->r.id;
			l->node.id = d->place[i].org->r.id;
			l->from = ago(d, 200);
			break;
		}
	before = d->n;
	TRY(write(d, e));
	for (size_t i = 0; i < before; i++) {
		uint64_t id = d->save[i].id;
		struct call *x = (struct call *)add(d, &call_type);

		x->liaison.id = id;
		x->on = ago(d, i % 4 ? 30 : 120);
		x->mode.key = i % 2 ? S("21") : S("14");
		x->note.s = S("谈了换届和会员小组的活动。");
	}
	return write(d, e);
}

enum rc demo_association(struct session *s, uint64_t families, struct err *e)
{
	struct arena a = { 0 };
	struct assoc *d = ARENA_NEW(&a, struct assoc);
	struct listed orgs = { 0 };
	enum rc rc;

	*d = (struct assoc){ .s = s, .a = &a, .today = session_today(s) };
	rc = demo_list(s, &a, "orgs", 0, &orgs, e);
	for (size_t i = 0; rc == RC_OK && i < orgs.n && d->nplaces < PLACES; i++) {
		d->place[d->nplaces++].org = (const struct org *)orgs.p[i];
		associate(d, i);
		meetings(d, i);
		activities(d, i);
		experts(d, i);
		tasks(d, i);
		if (is_level(d, d->place[i].org, "community"))
			venue(d, i);
		if (i == 0) {
			seats(d, i, "1", 26, 16);
			seats(d, i, "2", 16, 5);
			seats(d, i, "3", 5, 1);
		} else if (is_level(d, d->place[i].org, "street")) {
			seats(d, i, "1", 7, 5);
		}
		rc = write(d, e);
		if (rc == RC_OK && is_level(d, d->place[i].org, "community"))
			rc = members(d, i, e);
	}
	if (rc == RC_OK)
		rc = links(d, families, e);
	if (rc == RC_OK)
		rc = liaisons(d, e);
	if (rc == RC_OK)
		rc = train(d, e);
	for (size_t i = 0; rc == RC_OK && i < d->nplaces; i++)
		if (is_level(d, d->place[i].org, "community") && i % 2)
			rc = inspect(d, i, e);
	if (rc == RC_OK) {
		money_of(d);
		notices(d);
		rc = write(d, e);
	}
	arena_free(&a);
	return rc;
}
