/** The first character of each initial in the order a Chinese dictionary sorts by; i, u and v begin no syllable. */
const firsts = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '哒'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '讥'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '穵'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
] as const;

const byPinyin = new Intl.Collator('zh-u-co-pinyin');

/** 拼音首字母: “东城街道” is dcjd; what is not Chinese stays as it is. */
export function pinyinInitials(text: string): string {
  return Array.from(text, initialOf).join('');
}

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character.toLowerCase();
  const found = firsts.findLast(([, first]) => byPinyin.compare(first, character) <= 0);
  return found?.[0] ?? character;
}

/** Whether a name is meant by what was typed: a part of it, or its pinyin initials from the start. */
export function isMeant(name: string, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return name.toLowerCase().includes(wanted) || pinyinInitials(name).startsWith(wanted);
}
