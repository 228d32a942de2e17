import type { ItemEdition } from '../edition.ts';
import type { FeeView } from './fee-view.ts';
import { type ItemView, itemView } from './item-view.ts';
import type { MaterialView } from './material-view.ts';

/** 由事项生成的口径: one question people ask about an item, answered in the words of its guide. */
export type ItemReply = {
  /** Stays the same from edition to edition. */
  readonly id: string;
  readonly item: string;
  readonly topic: 'who' | 'materials' | 'fees' | 'limits' | 'visits' | 'result' | 'windows' | 'faq';
  readonly ask: string;
  readonly text: string;
  /** The content of the edition it was written from; an entry with another one is out of date. */
  readonly hash: string;
};

/** A hall that handles the item, with its hours in words. */
export type ReplyHall = {
  readonly name: string;
  readonly address: string;
  readonly hours: readonly string[];
  readonly phone?: string;
};

/** The entries of the reply library that follow from an item edition, so that guide, window and hotline say the same. */
export function repliesOf(edition: ItemEdition, halls: readonly ReplyHall[] = []): ItemReply[] {
  const view = itemView(edition, 'zh');
  const name = view.name.text;
  const entries: [ItemReply['topic'], string, string][] = [
    ['who', `${name}：谁可以办？`, whoText(view)],
    ['materials', `${name}：要带什么材料？`, materialsText(view)],
    ['fees', `${name}：要多少钱？`, feesText(view)],
    ['limits', `${name}：多久能办好？`, limitsText(view)],
    ['visits', `${name}：要跑几趟，能不能网上办？`, visitsText(view)],
    ['result', `${name}：办好以后拿到什么？`, resultText(view)],
  ];
  if (halls.length > 0) entries.push(['windows', `${name}：在哪里办，几点开门？`, hallsText(halls)]);
  const about = { item: view.id, hash: edition.hash };
  return [
    ...entries.map(([topic, ask, text]) => ({ id: `${view.id}.${topic}`, topic, ask, text, ...about })),
    ...view.faq.map(({ q, a }, at) => ({
      ...{ id: `${view.id}.faq-${at + 1}`, topic: 'faq' as const, ask: q.text, text: a.text },
      ...about,
    })),
  ];
}

function whoText({ who, conditions, localConditions, opens }: ItemView): string {
  const all = [...conditions, ...localConditions].map(({ text }) => text);
  return lines(who.text, ...all, opens?.text);
}

function materialsText({ materials }: ItemView): string {
  if (materials.length === 0) return '不用带材料。';
  const always = materials.filter(({ conditional }) => !conditional);
  const sometimes = materials.filter(({ conditional }) => conditional);
  return lines(
    ...(always.length === 0 ? [] : ['都要带：', ...always.map(materialLine)]),
    ...(sometimes.length === 0 ? [] : ['下面的只在写明的情形下要：', ...sometimes.map(materialLine)]),
  );
}

function materialLine({ name, form, get, substitute, when }: MaterialView, at: number): string {
  const situation = when === undefined ? '' : `（${when.text}）`;
  const more = [form, get, substitute].flatMap((words) => (words === undefined ? [] : [ended(words.text)]));
  return `${at + 1}. ${name.text}${situation}：${more.join('')}`;
}

function feesText({ fees }: ItemView): string {
  if (fees.length === 0) return '不收费。';
  return lines(...fees.map(feeLine));
}

function feeLine({ name, amount, when }: FeeView): string {
  const situation = when === undefined ? '' : `（${when.text}）`;
  return `${name.text}${situation}：${amount.text}。`;
}

function limitsText({ promised, statutory, limitNote }: ItemView): string {
  const law = statutory === undefined ? undefined : `法定期限是 ${statutory.text}。`;
  return lines(ended(promised.text), law, limitNote?.text);
}

function visitsText({ visits, online, booking }: ItemView): string {
  const reason = visits.reason === undefined ? undefined : ended(visits.reason.text);
  return lines(
    ended(visits.text.text),
    reason,
    online ? '可以在网上办。' : '要到窗口办。',
    booking ? '来之前可以预约。' : undefined,
  );
}

function resultText({ result }: ItemView): string {
  const validity = result.validity === undefined ? undefined : `有效期：${ended(result.validity.text)}`;
  return lines(`办好后拿到：${result.name.text}。`, validity);
}

function hallsText(halls: readonly ReplyHall[]): string {
  return lines(
    ...halls.map(({ name, address, hours, phone }) => {
      const call = phone === undefined ? '' : `电话 ${phone}。`;
      return `${name}：${ended(address)}${hours.map(ended).join('')}${call}`;
    }),
  );
}

function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('\n');
}

function ended(text: string): string {
  return /[。？]$/.test(text) ? text : `${text}。`;
}
