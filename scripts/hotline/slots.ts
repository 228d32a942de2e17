/** What a story is about: a street, a plate, a sum. All of it invented. */
export type Slots = Readonly<Record<string, string>>;
export type Region = { readonly code: string; readonly name: string };
export type Random = () => number;

const near = ['湖滨', '青云', '长堤', '书香', '望江', '翠园', '金桥', '南湖', '东篱', '西岸', '北苑', '龙眼'];
const far = [
  '荔湾口',
  '石榴',
  '木棉',
  '银杏',
  '白鹭',
  '沙头',
  '海棠',
  '凤凰',
  '珠光',
  '云锦',
  '水荫',
  '学林',
];
const names = [...near, ...far];
const roads = ['东路', '西路', '一路', '二路', '大道', '街', '路'];
const estates = ['花园', '小区', '苑', '公寓', '广场'];
const halls = ['政务中心', '服务中心', '办证中心'];
const plateLetters = 'ABCDEFGHJKLMNPQRSTUVWXY';

export function pick<T>(things: readonly T[], random: Random): T {
  const thing = things[Math.floor(random() * things.length)];
  if (thing === undefined) throw new Error('nothing to pick from');
  return thing;
}

export function between(least: number, most: number, random: Random): number {
  return least + Math.floor(random() * (most - least + 1));
}

export function slotsFor(region: Region, random: Random): Slots {
  const name = () => pick(names, random);
  const short = region.name.replace(/(自治县|新区|区|县|市|镇|街道)$/, '');
  return {
    区: region.name,
    路: `${name()}${pick(roads, random)}${random() < 0.5 ? `${between(1, 380, random)}号` : ''}`,
    小区: `${name()}${pick(['一期', '二期', '新村', ''], random)}${pick(estates, random)}`,
    所: `${random() < 0.5 ? short : name()}派出所`,
    厅: `${short}${pick(['', '第一', '东', '西'], random)}${pick(halls, random)}`,
    // The letter Z and a first 9 keep the plate apart from those in use.
    车牌: `粤Z·${pick([...plateLetters], random)}9${String(between(0, 999, random)).padStart(3, '0')}`,
    元: sumOf(random),
    日: `${between(1, 12, random)}月${between(1, 28, random)}日`,
    时: pick(['早上7点', '中午12点', '下午3点', '晚上9点', '晚上11点', '凌晨1点', '凌晨2点半'], random),
    天: String(pick([3, 5, 7, 10, 12, 15, 20, 30, 45, 60], random)),
    次: String(between(2, 6, random)),
    人: String(pick([8, 12, 20, 30, 50, 80, 300, 2000], random)),
    号: String(between(1, 24, random)),
  };
}

function sumOf(random: Random): string {
  const sum = Math.round(10 ** (1.5 + random() * 3.5));
  if (sum >= 10_000 && random() < 0.4) return `${(sum / 10_000).toFixed(1)}万元`;
  return `${sum}${random() < 0.5 ? '元' : '块'}`;
}

/** The story with its choices made and its slots filled. */
export function tell(words: string, slots: Slots, random: Random): string {
  return words
    .replaceAll(/\(([^()]*)\)/g, (_whole, ways: string) => pick(ways.split('|'), random))
    .replaceAll(/\{([^{}]*)\}/g, (_whole, slot: string) => slots[slot] ?? '');
}

const telling = ['路', '小区', '车牌', '元', '日', '厅', '所'];

/** The slots of a story by which one event is told from another. */
export function tellingSlots(words: string): string[] {
  return telling.filter((slot) => words.includes(`{${slot}}`));
}
