/** What tells one event from another of its kind: plates, sums, numbers of cases and houses, dates and hours. */
export function marksIn(text: string): string[] {
  const plain = text.normalize('NFKC').toUpperCase();
  return [
    ...new Set(patterns.flatMap((pattern) => [...plain.matchAll(pattern)].map(([found]) => tidy(found)))),
  ];
}

const patterns = [
  /\p{Script=Han}[A-Z][·.]?[A-Z0-9]{5,6}/gu,
  /\d+(?:\.\d+)?[万千]?[元块]/g,
  /(?<![A-Z0-9·])[A-Z]{0,4}\d{5,}/g,
  /\d{1,2}月\d{1,2}[日号]/g,
  /(?<![\d月])\d{1,4}号/g,
  /\d{1,2}[点时]半?/g,
];

function tidy(mark: string): string {
  const plain = mark.replaceAll(/[·.]/g, '').replace('块', '元').replace('时', '点');
  return plain.includes('月') ? plain.replace('号', '日') : plain;
}

/** The streets, houses and offices a text names, from its words; a name cut in pieces is put together again. */
export function placesIn(tokens: readonly string[]): string[] {
  const places = tokens.flatMap((token, at) => {
    if (!suffixes.some((suffix) => token.endsWith(suffix)) || generic.has(token)) return [];
    const name = `${before(tokens, at)}${token}`;
    // 派出所 alone is a kind of place, not a place.
    return suffixes.includes(name) || name.length < shortest ? [] : [name];
  });
  return [...new Set(places)];
}

const shortest = 3;
const mostPieces = 2;
const suffixes = [
  ...['路', '街', '巷', '大道', '小区', '花园', '广场', '村', '苑', '大厦', '公寓', '市场', '公园', '立交'],
  ...['地铁站', '汽车站', '派出所', '中心', '车管所', '医院', '学校', '小学', '中学', '工业区'],
];
const generic = new Set(['公路', '马路', '道路', '线路', '网路', '农村', '街道', '套路', '走路', '一路上']);

/** The pieces of a name that stand right before it: words of two characters or more, as far as one looks back. */
function before(tokens: readonly string[], at: number): string {
  let name = '';
  for (let back = 1; back <= mostPieces; back += 1) {
    const piece = tokens[at - back];
    if (piece === undefined || !/^\p{Script=Han}{2,3}$/u.test(piece)) break;
    name = `${piece}${name}`;
  }
  return name;
}

/** Whether two names may be of one place: one is the end of the other, as when a word was taken into it. */
export function isSamePlace(a: string, b: string): boolean {
  return a.endsWith(b) || b.endsWith(a);
}
