import { maskName } from '@tongban/kernel';

/** 脱敏: what tells of somebody in words anybody may read, as it is written in free text. */
const telling: readonly (readonly [RegExp, string])[] = [
  [/(?<!\d)\d{17}[\dXx](?!\d)/g, '（证件号码）'],
  [/(?<!\d)\d{15}(?!\d)/g, '（证件号码）'],
  [/(?<!\d)\d{16,19}(?!\d)/g, '（账号）'],
  [/(?<!\d)(?:\+?86[- ]?)?1\d{2}[- ]?\d{4}[- ]?\d{4}(?!\d)/g, '（电话）'],
  [/(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/g, '（电话）'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '（邮箱）'],
  [
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• ]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])/g,
    '（车牌）',
  ],
];

/**
 * A text in which nobody can be told any more: numbers, phones, addresses of mail, plates, and the names that are known. What the
 * bureau publishes as its own phones tells of nobody and stays.
 */
export function veiled(
  text: string,
  names: readonly string[] = [],
  published: readonly string[] = [],
): string {
  const plain = narrowed(text);
  const ours = new Set(published.map(dialledAs));
  const without = telling.reduce(
    (left, [pattern, word]) => left.replace(pattern, (found) => (ours.has(dialledAs(found)) ? found : word)),
    plain,
  );
  return names
    .filter((name) => Array.from(name).length >= 2)
    .reduce((left, name) => left.replaceAll(name, maskName(name)), without);
}

/** A phone as it is dialled, however it is written. */
function dialledAs(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^86(?=\d{11}$)/, '');
}

/** Wide letters and figures as narrow ones, so that they are found; the marks of Chinese text stay as they are. */
function narrowed(text: string): string {
  return text.replace(/[^\p{ASCII}\p{Script=Han}]/gu, (sign) => {
    const narrow = sign.normalize('NFKC');
    return /^[\w.@+ -]+$/.test(narrow) ? narrow : sign;
  });
}
