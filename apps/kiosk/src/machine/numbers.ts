/** 断网取的号: a number this machine gave by itself; it says nothing of who took it. */
export type OwnNumber = {
  readonly id: string;
  readonly number: number;
  readonly item: string;
  readonly takenAt: string;
  readonly key: string;
};
/** 无网号段: the numbers this machine alone may give on a day. */
export type Lease = {
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
  readonly day: string;
};
type Kept = { lease: Lease; last: number; waiting: OwnNumber[] };
type Around = {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly newKey: () => string;
};
export type Numbers = ReturnType<typeof createNumbers>;

export const numbersKey = 'tongban.kiosk.numbers';

/** 号段: gives numbers while there is no network, and keeps them until they have been handed in. */
export function createNumbers({ storage, now, newId, newKey }: Around) {
  const read = (): Kept | undefined => {
    const text = storage.getItem(numbersKey);
    return text === null ? undefined : (JSON.parse(text) as Kept);
  };
  const write = (kept: Kept) => storage.setItem(numbersKey, JSON.stringify(kept));
  return {
    /** Takes the newest lease; of the same day it goes on after the last number that was given. */
    lease(lease: Lease): void {
      const kept = read();
      const last = kept?.lease.day === lease.day ? Math.max(kept.last, lease.from - 1) : lease.from - 1;
      write({ lease, last, waiting: kept?.waiting ?? [] });
    },
    /** Gives the next number, as it is printed; undefined when there is none for today. */
    give(item: string): { shown: string; own: OwnNumber } | undefined {
      const kept = read();
      if (kept === undefined || kept.lease.day !== shanghaiDay(now()) || kept.last >= kept.lease.to)
        return undefined;
      const number = kept.last + 1;
      const own = { id: newId(), number, item, takenAt: now().toISOString(), key: newKey() };
      write({ ...kept, last: number, waiting: [...kept.waiting, own] });
      return { shown: `${kept.lease.prefix}${String(number).padStart(3, '0')}`, own };
    },
    waiting: (): readonly OwnNumber[] => read()?.waiting ?? [],
    /** These have been handed in, or can never be. */
    settle(ids: readonly string[]): void {
      const kept = read();
      if (kept === undefined) return;
      write({ ...kept, waiting: kept.waiting.filter(({ id }) => !ids.includes(id)) });
    },
    forget: (): void => storage.removeItem(numbersKey),
  };
}

function shanghaiDay(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(moment);
}
