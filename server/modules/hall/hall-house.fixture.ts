import type { HallRules } from '@tongban/catalogue/author';
import { bookingsRoutes, hallRoutes, queueRoutes, type WindowQueue } from '@tongban/contract';
import { citizenCheck } from '@tongban/kernel';
import { newId, type Platform, type SignedIn, transaction } from '../../platform/index.ts';
import { createTestHouse } from '../../platform/testing.ts';
import { buildPier, hallRules, pier, windowOf } from './pier.fixture.ts';

/** Further modules of a test's own. */
type Also = (platform: Platform, built: Modules) => void;
type Modules = ReturnType<typeof buildPier>;
type Built = Awaited<ReturnType<typeof createTestHouse>> & Modules;
export type HallHouse = Awaited<ReturnType<typeof createHallHouse>>;

/** A house with a pier that is open: Monday, half past nine. */
export async function createHallHouse(rules: HallRules = hallRules, also: Also = () => undefined) {
  const modules: Modules[] = [];
  const house = await createTestHouse((platform) => {
    const built = buildPier(platform, rules);
    modules.push(built);
    also(platform, built);
  });
  const [built] = modules;
  if (built === undefined) throw new Error('not built');
  await built.prepare();
  const whole = { ...house, ...built };
  return { ...whole, ...createPeople(whole), ...createSteps(whole) };
}

let people = 0;
/** A citizen number nobody has yet, born on a day. */
function aNumber(bornOn = '19900307'): string {
  people += 1;
  const digits = `990101${bornOn}${String(people).padStart(3, '0')}`;
  return `${digits}${citizenCheck(digits)}`;
}

function createPeople(house: Built) {
  type Duty = 'clerk' | 'hall-manager' | 'supervisor';
  type At = { branch?: string; office?: string; window?: string };
  const staff = (role: Duty, post: At, personId: string = newId()): SignedIn => ({
    ...{ role, personId },
    assignment: { id: newId(), branch: 'lake/east', office: 'east', ...post },
  });
  return {
    /** A clerk whose window is open. */
    async clerkAt(number: number, state: 'open' | 'closed' = 'open'): Promise<SignedIn> {
      const clerk = staff('clerk', { window: windowOf(number) });
      if (state === 'open') await house.as(clerk)(queueRoutes.setWindow, { body: { state } });
      return clerk;
    },
    /** A clerk with an account, whose name colleagues see and whose staff number everybody sees. */
    async colleagueAt(number: number): Promise<SignedIn> {
      const personId = await transaction(house.db, (tx) =>
        house.identity.enrolStaff(tx, {
          ...{ name: '示例·同事', login: newId(), staffNumber: 'TEST', password: 'a long password' },
          totpSecret: 'TONGBANTESTTONGBANTESTTONGBANTE2',
          assignments: [{ role: 'clerk', branch: 'lake/east', office: 'east', officeName: '示例单位' }],
        }),
      );
      const clerk = staff('clerk', { window: windowOf(number) }, personId);
      await house.as(clerk)(queueRoutes.setWindow, { body: { state: 'open' } });
      return clerk;
    },
    reception: () => staff('clerk', {}),
    manager: () => staff('hall-manager', {}),
    stranger: () => staff('clerk', { branch: 'lake/west', office: 'west', window: 'west-w01' }),
    async citizen(bornOn?: string, name = '示例甲') {
      const citizenNumber = aNumber(bornOn);
      const personId = await transaction(house.db, (tx) =>
        house.identity.enrolCitizen(tx, { name, citizenNumber, phone: '19900001234' }),
      );
      return { role: 'citizen' as const, personId, citizenNumber };
    },
  };
}

function createSteps(house: Built) {
  return {
    /** Somebody who walks in and takes a number. */
    walkIn: (wish: Partial<Parameters<typeof house.hall.take>[1]> = {}) =>
      transaction(house.db, (tx) => house.hall.take(tx, { hall: pier, item: 'kayak', ...wish })),
    checkIn: (booking: string) => transaction(house.db, (tx) => house.hall.checkIn(tx, booking, pier)),
    next: (clerk: SignedIn, ticket?: string): Promise<WindowQueue> =>
      house.as(clerk)(queueRoutes.next, { body: ticket === undefined ? {} : { ticket } }),
    act: (clerk: SignedIn, ticket: string, body: Act): Promise<WindowQueue> =>
      house.as(clerk)(queueRoutes.act, { params: { ticket }, body }),
    recall: (clerk: SignedIn, ticket: string): Promise<WindowQueue> =>
      house.as(clerk)(queueRoutes.recall, { params: { ticket } }),
    close: (clerk: SignedIn): Promise<WindowQueue> =>
      house.as(clerk)(queueRoutes.setWindow, { body: { state: 'closed' } }),
    mine: (clerk: SignedIn): Promise<WindowQueue> => house.as(clerk)(queueRoutes.mine, {}),
    now: (manager: SignedIn) => house.as(manager)(hallRoutes.now, {}),
    /** Somebody books a time of today. */
    book: (citizen: SignedIn, at: string, more: { item?: string; answers?: [string, string][] } = {}) =>
      house.as(citizen)(bookingsRoutes.book, { body: { hall: pier, item: 'kayak', at, ...more } }),
  };
}
type Act = Parameters<Built['hall']['acting']['act']>[2] extends infer Done
  ? Done extends { ticket: string }
    ? Omit<Done, 'ticket'>
    : never
  : never;
