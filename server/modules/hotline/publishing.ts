import { Problem } from '@tongban/kernel';
import { asMachine, createTextSearch, newId, searchInStages, type Tx } from '../../platform/index.ts';
import { after, next } from './cursors.ts';
import { callerIn, type OpenOrder } from './model.ts';
import { cityOf, type Parts, unitName } from './parts.ts';
import { kindRule } from './rules/order-rules.ts';
import { veiled } from './rules/veil.ts';
import type { AnswerStore } from './store/answers.ts';
import type { AnswerRow, OrderRow } from './store/tables.ts';

export type Publishing = ReturnType<typeof createPublishing>;
type Asked = { division?: string | undefined; q?: string | undefined; after?: string | undefined };
const pageSize = 20;
/** So many that fit exactly are enough; then nothing is looked for that only comes close. */
const enough = 3;

/** 公开答复: what was passed by two people is laid open, without anything that tells who asked. */
export function createPublishing(parts: Parts & { answers: AnswerStore }) {
  const { answers, rules, offices } = parts;
  const search = createTextSearch(parts.words);
  const find = createFinding(answers, search);
  const view = (row: AnswerRow) => ({
    ...{ answer: row.answer_id, kindName: kindRule(rules, row.kind).name, title: row.title },
    ...{ question: row.question, reply: row.reply, unit: row.unit, on: row.on_day },
  });
  return {
    async publish(tx: Tx, { row, state }: OpenOrder): Promise<void> {
      const { draft, repliedOn } = state;
      if (draft?.open === undefined || repliedOn === undefined || state.tipOff || state.secret) return;
      const names = await namesIn(parts, row);
      const without = (text: string) => veiled(text, names, offices.publishedPhones());
      const { title, question } = draft.open;
      const said = {
        ...{ title: without(title), question: without(question) },
        reply: without(draft.text),
      };
      await answers.publish(tx, {
        ...{ answer_id: newId(), city: row.city, order_id: row.order_id, kind: row.kind },
        ...{ on_day: repliedOn, shown: true, unit: unitName(parts, state.branch), ...said },
        words: search.vectorOf({ A: said.title, B: said.question, C: said.reply }),
      });
    },
    async list({ division, q = '', after: from }: Asked) {
      const city = division === undefined ? {} : { city: cityOf(division) };
      if (q.trim() !== '') {
        const { rows, near } = await find(q, city);
        return { answers: rows.map(view), near };
      }
      const page = await answers.list({ ...city, limit: pageSize + 1, ...after(from) });
      const shown = page.slice(0, pageSize);
      return {
        ...{ answers: shown.map(view), near: false },
        ...next(page.length > pageSize, shown.at(-1), (row) => [row.on_day, row.answer_id]),
      };
    },
    async get(answerId: string) {
      const row = await answers.get(answerId);
      if (row === undefined) throw new Problem('orders.answer', 'missing', '没有这条公开答复');
      return view(row);
    },
  };
}

/** By what names whoever asked is known: the one they said, and the one of their account. */
async function namesIn(parts: Parts, row: OrderRow): Promise<string[]> {
  const { name } = callerIn(parts, row);
  const known =
    row.person_id === undefined
      ? undefined
      : await asMachine('worker', () => parts.identity.persons([row.person_id ?? '']));
  return [name, ...[...(known?.values() ?? [])].map((one) => one.name)].flatMap((one) => one ?? []);
}

/** 检索公开答复: what fits any words exactly; only where there is little of it, what comes close. */
function createFinding(answers: AnswerStore, search: ReturnType<typeof createTextSearch>) {
  return async (q: string, city: { city?: string }) => {
    let strict = 0;
    const rows = await searchInStages<AnswerRow>(search.askedOf(q), {
      enough,
      idOf: ({ answer_id: id }) => id,
      async find(stage) {
        const hits = await answers.find(stage, { ...city, limit: pageSize });
        if (stage.name !== 'some') strict += hits.length;
        return hits;
      },
    });
    return { rows: rows.slice(0, pageSize), near: strict === 0 && rows.length > 0 };
  };
}
