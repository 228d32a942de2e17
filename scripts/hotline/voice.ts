import { pick, type Random } from './slots.ts';

/** How a person speaks: what is said before and after, the dialect, and the slips of a hurried hand. */
const openers = [
  ...[
    '',
    '',
    '',
    '',
    '',
    '你好，',
    '您好，',
    '请问',
    '请问一下，',
    '我想问下，',
    '麻烦问一下，',
    '在吗，',
    '同志你好，',
  ],
  ...[
    '我是外地来的，',
    '帮我妈问的，',
    '打了好几次电话了，',
    '上次说让我打这个电话，',
    '急急急，',
    '反映个事，',
  ],
  ...[
    '我要投诉，',
    '我要反映情况，',
    '有个问题，',
    '我就想知道，',
    '不知道找谁，',
    '领导好，',
    '网上没查到，',
  ],
];
const closers = [
  ...[
    '',
    '',
    '',
    '',
    '',
    '',
    '。谢谢',
    '。谢谢您',
    '，急用',
    '，请尽快',
    '，能不能给个准话',
    '，等回复',
    '，麻烦了',
  ],
  ...[
    '，怎么办',
    '，有没有人管',
    '，到底行不行',
    '，不然我再打12345',
    '，盼回复',
    '，我电话一直开机',
    '，拜托',
  ],
  ...[
    '，请帮忙处理一下',
    '，我该找哪个部门',
    '。之前打过一次没有下文',
    '，我年纪大了不会弄',
    '，孩子要开学了',
  ],
];
const cantonese: readonly (readonly [string, string])[] = [
  ...([
    ['怎么', '点样'],
    ['没有', '冇'],
    ['什么', '乜嘢'],
    ['哪里', '边度'],
    ['现在', '而家'],
  ] as const),
  ...([
    ['是不是', '系咪'],
    ['孩子', '细路'],
    ['他们', '佢哋'],
    ['多少钱', '几多钱'],
    ['的', '嘅'],
  ] as const),
  ...([
    ['这里', '呢度'],
    ['不', '唔'],
    ['给', '俾'],
    ['睡', '瞓'],
    ['谢谢', '唔该'],
  ] as const),
];
const northern: readonly (readonly [string, string])[] = [
  ...([
    ['怎么', '咋'],
    ['什么', '啥'],
    ['我们', '俺们'],
    ['孩子', '娃'],
    ['弄', '整'],
    ['不要', '甭'],
  ] as const),
];
/** Characters that sound alike and are typed for one another. */
const slips: Readonly<Record<string, string>> = {
  ...{ 证: '正', 签: '迁', 迁: '签', 驾: '架', 违: '围', 办: '半', 登: '灯', 录: '陆', 以: '已', 哪: '那' },
  ...{ 交: '缴', 补: '捕', 罚: '法', 户: '护', 注: '住', 通: '同', 行: '型', 预: '予', 约: '月', 派: '排' },
  ...{ 居: '具', 住: '注', 照: '招', 换: '唤', 期: '其', 份: '分', 账: '帐', 再: '在', 做: '作', 的: '得' },
};

export function voiced(text: string, random: Random): string {
  const said = dialect(text, random);
  const whole = `${pick(openers, random)}${said}${pick(closers, random)}`;
  return random() < 0.3 ? mistyped(whole, random) : whole;
}

/** Somebody who says only half of it. */
export function half(text: string): string {
  const [first = text] = text.split('，');
  return first.length >= 5 ? first : text;
}

function dialect(text: string, random: Random): string {
  const chance = random();
  if (chance < 0.06) return cantonese.reduce((said, [from, to]) => said.replaceAll(from, to), text);
  if (chance < 0.1) return northern.reduce((said, [from, to]) => said.replaceAll(from, to), text);
  return text;
}

function mistyped(text: string, random: Random): string {
  return [...text]
    .map((letter) => {
      const chance = random();
      if (chance < 0.06) return slips[letter] ?? letter;
      if (chance < 0.067 && /\p{Script=Han}/u.test(letter)) return '';
      return chance < 0.072 ? `${letter}${letter}` : letter;
    })
    .join('');
}
