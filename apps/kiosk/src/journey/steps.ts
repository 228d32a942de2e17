import type { KioskItem, KioskVisit, NewTicket, RatingOffer } from '@tongban/contract';

/** 我的事: what a person known at the kiosk may look at. */
export const shelves = ['bookings', 'cases', 'papers', 'pickups'] as const;
export type Shelf = (typeof shelves)[number];
export type Paper = KioskVisit['papers'][number];
export type Pickup = KioskVisit['pickups'][number];
export type Way = 'card' | 'phone' | 'code';
/** What somebody wants to do once the kiosk knows them. */
export type Wish =
  | { readonly do: 'look'; readonly shelf: Shelf }
  | { readonly do: 'number'; readonly item: KioskItem };
/** A number as its slip shows it; one given without network knows less. */
export type Slip = Pick<NewTicket, 'number' | 'itemName' | 'hallName' | 'url' | 'takenAt'> &
  Partial<Pick<NewTicket, 'ahead' | 'wait' | 'comeBackAt' | 'kind'>> & { readonly offline: boolean };

/** 要评的服务: the visit of a number on a slip, or a case of somebody known here. */
export type Rated = { readonly number: string } | { readonly case: string };

/** 步骤: one screen of the kiosk. */
export type Step =
  | { readonly at: 'attract' }
  | { readonly at: 'home' }
  | { readonly at: 'lines'; readonly does: 'ticket' | 'apply' }
  | { readonly at: 'items'; readonly does: 'ticket' | 'apply'; readonly line: string }
  | { readonly at: 'how'; readonly item: KioskItem }
  | { readonly at: 'apply'; readonly item: KioskItem }
  | { readonly at: 'identify'; readonly wish: Wish }
  | { readonly at: 'way'; readonly way: Way; readonly wish: Wish }
  | { readonly at: 'mine'; readonly shelf: Shelf }
  | { readonly at: 'print'; readonly paper: Paper }
  | { readonly at: 'pickup'; readonly pickup: Pickup }
  | { readonly at: 'ticket'; readonly slip: Slip }
  | { readonly at: 'hotline' }
  | { readonly at: 'rate-number' }
  | { readonly at: 'rate'; readonly rated: Rated; readonly offer: RatingOffer }
  | { readonly at: 'rated'; readonly dueOn?: string }
  | { readonly at: 'bye' };

/** Where a person is, and the screens they came by. */
export type Path = readonly Step[];
export const beginning: Path = [{ at: 'attract' }];

/** Screens nobody goes back to: a number is taken once, and a way to be known is chosen anew. */
const passing: readonly Step['at'][] = ['way', 'identify', 'how', 'ticket', 'rate-number', 'rate'];

export function stepOf(path: Path): Step {
  return path.at(-1) ?? { at: 'attract' };
}

/** One screen on. Coming to one’s own things leaves behind how one was known. */
export function onward(path: Path, step: Step): Path {
  if (step.at === 'home') return [{ at: 'attract' }, step];
  const settled = ['mine', 'ticket', 'rated', 'bye'].includes(step.at);
  const kept = settled ? path.filter(({ at }) => !passing.includes(at) && at !== step.at) : path;
  return [...kept, step];
}

export function backward(path: Path): Path {
  return path.length > 1 ? path.slice(0, -1) : path;
}

/** How somebody may be known for a wish: a booking also by its figures; always one without a card. */
export function waysFor(wish: Wish): readonly Way[] {
  return wish.do === 'look' && wish.shelf === 'bookings' ? ['card', 'code', 'phone'] : ['card', 'phone'];
}
