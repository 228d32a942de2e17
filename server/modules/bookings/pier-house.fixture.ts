import type { HallRules } from '@tongban/catalogue/author';
import { bookableRoutes, bookingsRoutes, type FreeSlot } from '@tongban/contract';
import { citizenCheck } from '@tongban/kernel';
import { newId, type SignedIn, transaction } from '../../platform/index.ts';
import { createTestHouse, type TestOptions } from '../../platform/testing.ts';
import { buildPier, type Hall, halls, type Message, openPier, plainRules } from './pier-content.fixture.ts';

export type PierOptions = TestOptions & {
  rules?: Partial<HallRules['booking']>;
  slots?: NonNullable<HallRules['slots']>;
  halls?: readonly Hall[];
};

/** 码头屋: halls by the water where kayaks, rafts and canoes are booked. */
export async function createPierHouse({
  rules = {},
  slots = [],
  halls: wished = halls,
  ...options
}: PierOptions = {}) {
  const sent: Message[] = [];
  const built: ReturnType<typeof buildPier>[] = [];
  const hallRules = { ...plainRules, slots, booking: { ...plainRules.booking, ...rules } };
  const house = await createTestHouse(
    (platform) => built.push(buildPier(platform, { hallRules, halls: wished, sent })),
    options,
  );
  const [modules] = built;
  if (modules === undefined) throw new Error('not built');
  await openPier(modules);
  const whole = { ...house, ...modules, sent, hallRules };
  return { ...whole, ...createPeople(whole), ...createActs(whole) };
}

type House = Awaited<ReturnType<typeof createTestHouse>> & ReturnType<typeof buildPier>;

function createPeople(house: House) {
  let count = 0;
  return {
    async citizen({ bornOn = '19900307' } = {}): Promise<SignedIn & { citizenNumber: string }> {
      count += 1;
      const digits = `990101${bornOn}${String(count).padStart(3, '0')}`;
      const citizenNumber = `${digits}${citizenCheck(digits)}`;
      const citizen = { name: '示例甲', citizenNumber, phone: '19900001234' };
      const personId = await transaction(house.db, (tx) => house.identity.enrolCitizen(tx, citizen));
      return { role: 'citizen', personId, citizenNumber };
    },
    manager: (): SignedIn => ({
      role: 'hall-manager',
      personId: newId(),
      assignment: { id: newId(), branch: 'lake/east', office: 'east' },
    }),
  };
}

const kayakAnswers: [string, string][] = [
  ['水域', '湖泊'],
  ['艇长', '420'],
  ['授权电子证照', '否'],
];

type Wish = {
  hall?: string;
  item?: string;
  at: string;
  window?: string;
  person?: string;
  hold?: boolean;
  answers?: [string, string][];
};

/** The steps of a citizen, each through the contract. */
function createActs(house: House) {
  return {
    book: (who: SignedIn, { hall = 'pier', item = 'kayak', ...wish }: Wish) =>
      house.as(who)(bookingsRoutes.book, { body: { hall, item, answers: kayakAnswers, ...wish } }),
    slots: (
      day: string,
      { hall = 'pier', item = 'kayak', ...more }: { hall?: string; item?: string; window?: string } = {},
    ) => house.anyone(bookableRoutes.slots, { params: { hall, day }, query: { item, ...more } }),
    move: (who: SignedIn, booking: string, wish: { hall?: string; at: string; window?: string }) =>
      house.as(who)(bookingsRoutes.move, { params: { booking }, body: { hall: 'pier', ...wish } }),
    cancel: (who: SignedIn, booking: string) => house.as(who)(bookingsRoutes.cancel, { params: { booking } }),
    confirm: (who: SignedIn, booking: string) =>
      house.as(who)(bookingsRoutes.confirm, { params: { booking } }),
  };
}

/** A moment of a day by the clock of Shanghai. */
export const at = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();
/** How many can still come at a start. */
export const freeAt = (slots: readonly FreeSlot[], moment: string): number | undefined =>
  slots.find((slot) => slot.at === moment)?.free;
