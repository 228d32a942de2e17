import { type Content, type Matter, mattersOf } from '@tongban/catalogue/author';
import type { Kind, Story } from './stories.ts';

/** How people ask about a matter they can name; `{事}` is what they call it. */
const frames: readonly (readonly [Kind, string])[] = [
  ['consult', '{事}要(什么材料|带什么|哪些手续)'],
  ['consult', '{事}在(哪里办|哪个窗口)，要预约吗'],
  ['consult', '办{事}(要多久|几天能好|多少个工作日)'],
  ['consult', '{事}(多少钱|收费吗|要交多少)'],
  ['consult', '{事}能不能(网上办|手机上弄|别人代办)'],
  ['consult', '(外地户口|非本地人)可以在{区}(办|弄){事}吗'],
  ['consult', '{事}的(条件|要求)是什么，我这种情况行不行'],
  ['consult', '听说{事}有新(规定|政策)，是不是真的'],
  ['help', '{事}交上去{天}天了，(进度查不到|没人联系我)'],
  ['help', '{事}被(退回来|驳回)了，没写清楚为什么'],
  ['help', '办{事}的时候{厅}说少一样东西，到底少什么'],
  ['help', '{事}急着用，能不能(加快|先办)'],
  ['complaint', '为了{事}跑了{次}次{厅}，每次说法都不一样'],
  ['complaint', '{厅}办{事}的窗口(没人|只开一个)，等了一上午'],
  ['suggestion', '{事}的(手续|流程)能不能简单一点'],
  ['suggestion', '建议{事}可以在(自助机|社区|手机)上办'],
  ['stuck', '{事}办不下来，{厅}和{所}互相推'],
];

/** Matters about which nobody asks for a form: there the stories stand alone. */
const told = ['household', 'exit-entry', 'traffic', 'public-order'];

/** Stories about what the content names: items by the names people have for them. */
export function storiesOfContent(content: Content): Story[] {
  const matters = content.matters === undefined ? [] : mattersOf(content.matters.value);
  return matters
    .filter(({ isLeaf, items, above }) => isLeaf && items.length > 0 && told.includes(above[0] ?? ''))
    .flatMap((matter) => matter.items.flatMap((item) => storiesOf(matter, item, content)));
}

function storiesOf(matter: Matter, item: string, { items, synonyms }: Content): Story[] {
  const folder = items.find((one) => one.folder.item.id === item)?.folder;
  const said = (synonyms?.value.pairs ?? []).filter(
    (pair) => pair.items?.length === 1 && pair.items[0] === item,
  );
  const names = [...new Set([...(folder?.item.also ?? []), ...said.flatMap(({ say }) => say)])];
  return names.flatMap((name) =>
    frames.map(([kind, words], at) => ({
      ...{ matter: matter.id, about: item, kind, words: words.replace('{事}', name) },
      group: `${item}/${name}/${at}`,
    })),
  );
}
