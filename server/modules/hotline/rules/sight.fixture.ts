import fc from 'fast-check';
import type { Actor, OrderCommand } from './commands.ts';
import { decideOrder } from './decide.ts';
import { kayakTiming } from './kayak-rules.fixture.ts';
import type { OrderState } from './state.ts';

/** An organisation names its superior; ids begin alike, so that a mere comparison of beginnings would go wrong. */
export type Unit = { readonly id: string; readonly under?: Unit };
export const pathOf = (one: Unit): string =>
  one.under === undefined ? one.id : `${pathOf(one.under)}/${one.id}`;
const isUnder = (one: Unit | undefined, top: Unit): boolean =>
  one !== undefined && (one === top || isUnder(one.under, top));

/** Bureaus of any shape. */
export const forest = fc.array(fc.nat(), { minLength: 4, maxLength: 14 }).map((picks) => {
  const made: Unit[] = [];
  for (const [at, pick] of picks.entries()) {
    const under = made[pick % Math.max(made.length, 1)];
    made.push({ id: `${['o', 'o-', 'o0', 'o.'][at % 4]}${at}`, ...(under === undefined ? {} : { under }) });
  }
  return made;
});
/** What may happen to an order on its way through one. */
export const moves = fc.array(
  fc.record({
    type: fc.constantFrom(
      'hand-up',
      'hand-down',
      'hand-down',
      'hand-back',
      'ask-help',
      'claim',
      'return',
      'dispatch',
      'classify',
    ),
    to: fc.nat(),
  }),
  { maxLength: 14 },
);
const readers = ['operator', 'spokesperson', 'clerk', 'approver', 'hall-manager', 'supervisor'] as const;
const others = ['auditor', 'admin', 'citizen'] as const;
export const lookers = [...readers, ...others];
const units = ['clerk', 'approver'];

/** The oracle's own book: who has it, from whom it came, and who keeps sight of it for good. */
export type Book = { holder: Unit; from: readonly Unit[]; keeps: ReadonlySet<Unit> };
export type Move = { readonly type: string; readonly target: Unit };

export function opened(desk: Unit): Book {
  return { holder: desk, from: [], keeps: new Set([desk]) };
}

export function entered(book: Book, desk: Unit, { type, target }: Move): Book {
  const { holder, from, keeps } = book;
  switch (type) {
    case 'hand-up':
    case 'hand-down':
      if (!(type === 'hand-up' ? isUnder(holder, target) : isUnder(target, holder)))
        throw new Error(`${pathOf(holder)} handed to ${pathOf(target)}`);
      return { holder: target, from: [...from, holder], keeps: new Set([...keeps, holder]) };
    case 'hand-back':
      return { holder: from.at(-1) ?? desk, from: from.slice(0, -1), keeps: new Set([...keeps, holder]) };
    case 'ask-help':
      return { ...book, keeps: new Set([...keeps, target]) };
    case 'dispatch':
      return { ...book, holder: target };
    case 'return':
      return { ...book, holder: desk };
    default:
      return book;
  }
}

/** Whether somebody at a unit is to see the order, as the handbook says it. */
export function shows(
  { holder, keeps }: Book,
  tipOff: boolean,
  { role, unit }: { role: string; unit: Unit },
): boolean {
  if (tipOff) return units.includes(role) && unit === holder;
  if (!readers.some((one) => one === role)) return false;
  return [holder, ...keeps].some((one) => isUnder(one, unit));
}

/** Every order is first classified and sent. */
export const desked = ['classify', 'dispatch'];

/** A move by somebody who stands where it may be made. */
export function moveOf(
  at: { desk: Unit; holder: Unit },
  { type, target }: Move,
): { actor: Actor; command: OrderCommand } {
  const role = desked.includes(type) ? 'operator' : 'approver';
  const branch = pathOf(role === 'operator' ? at.desk : at.holder);
  const path = pathOf(target);
  const words = { reason: '理由', say: '说明', kind: 'help', matter: 'm', labels: [] };
  return {
    actor: { kind: 'staff', personId: '00000000-0000-7000-8000-000000000001', post: { role, branch } },
    command: { type, to: path, of: path, ...words } as unknown as OrderCommand,
  };
}

/** What becomes of an order by a move, where it may be made. */
export function moved(state: OrderState, at: { desk: Unit; holder: Unit }, move: Move) {
  const { actor, command } = moveOf(at, move);
  return decideOrder({ state, actor, today: '2026-03-02' }, command, kayakTiming);
}
