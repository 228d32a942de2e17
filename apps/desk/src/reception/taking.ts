import type { QueueTicket } from '@tongban/contract';
import type { PickedItem } from '../queue/ItemPick.tsx';
import { receptionWords } from './words.ts';

const said = receptionWords.take;

/** 取号单: what reception has filled in so far. */
export type Filled = {
  readonly item?: PickedItem;
  readonly name: string;
  readonly citizenNumber: string;
  readonly phone: string;
  readonly priority: NonNullable<QueueTicket['priority']> | 'none';
  /** Which windows: those that do the item, or those that hand out results or help where something got stuck. */
  readonly queue: 'item' | 'issue' | 'stuck';
};

export const nothingFilled: Filled = {
  name: '',
  citizenNumber: '',
  phone: '',
  priority: 'none',
  queue: 'item',
};

/** What is still missing before a number can be given. */
export function gapOf({ item, name, citizenNumber }: Filled): string | undefined {
  if (item === undefined) return said.needItem;
  return (name.trim() === '') === (citizenNumber.trim() === '') ? undefined : said.halfPerson;
}

/** What is sent: an empty field is left out. */
export function takingOf({ item, name, citizenNumber, phone, priority, queue }: Filled) {
  if (item === undefined) return undefined;
  const person = { name: name.trim(), citizenNumber: citizenNumber.trim().toUpperCase() };
  return {
    item: item.id,
    ...(person.name === '' ? {} : { person }),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    ...(priority === 'none' ? {} : { priority }),
    ...(queue === 'item' ? {} : { queue }),
  };
}
