import type { OwnOrder, OwnOrderRow } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { type OpenOrder, saidIn } from './model.ts';
import { type Parts, unitName } from './parts.ts';
import { mayOf } from './rules/decide.ts';
import { readReplyClock } from './rules/lights.ts';
import { kindRule } from './rules/order-rules.ts';
import type { OrderRow } from './store/tables.ts';
import { ownVisit } from './visits.ts';
import { ownStepWords } from './words.ts';

/** What an order is to whoever asked: no names, no steps inside the bureau. */
export function ownRow(parts: Parts, row: OrderRow): OwnOrderRow {
  const today = shanghaiDay(parts.clock());
  return {
    ...{ order: row.number, kind: row.kind, kindName: kindRule(parts.rules, row.kind).name },
    ...{ title: saidIn(parts, row).title, stage: row.stage },
    ...(row.how === undefined ? {} : { how: row.how }),
    ...{ receivedAt: row.received_at.toISOString(), dueOn: row.due_on },
    late: row.replied_on === undefined ? row.stage !== 'closed' && today > row.due_on : row.in_time === false,
  };
}

export function ownView(parts: Parts, open: OpenOrder): OwnOrder {
  const { row, state, steps } = open;
  const today = shanghaiDay(parts.clock());
  return {
    ...ownRow(parts, row),
    late: readReplyClock(state, parts.timing, today).light === 'red',
    ...{ text: saidIn(parts, row).text, unit: unitName(parts, state.branch) },
    ...(state.reply === undefined ? {} : { reply: state.reply }),
    ...(state.repliedOn === undefined ? {} : { repliedAt: state.repliedOn }),
    ...{ round: state.round, urges: state.urgedOn.length },
    files: state.files.filter(({ from }) => from === 'caller').length,
    ...ownVisit(parts, open),
    steps: steps.flatMap((step) => {
      const words = wordsOf(step);
      return words === undefined ? [] : [{ on: step.on, words }];
    }),
    may: mayNow(parts, open, today),
  };
}

/** Papers the desk adds are its own, and not told of. */
function wordsOf(step: OpenOrder['steps'][number]) {
  return step.type === 'attached' && step.by !== undefined ? undefined : ownStepWords(step);
}

function mayNow({ timing }: Parts, { state }: OpenOrder, today: string): OwnOrder['may'] {
  const may = mayOf({ state, actor: { kind: 'caller' }, today }, timing);
  const has = (type: (typeof may)[number]) => may.includes(type);
  return [
    ...(has('satisfied') ? (['solved', 'not-solved'] as const) : []),
    // While the reply is being asked about, saying that it is not solved is the way to go on.
    ...(has('reopen') && !has('satisfied') ? (['reopen'] as const) : []),
    ...(has('urge') ? (['urge'] as const) : []),
    ...(has('attach') ? (['attach'] as const) : []),
    ...(has('withdraw') ? (['withdraw'] as const) : []),
  ];
}
