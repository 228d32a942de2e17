import type { ItemEdition } from '@tongban/catalogue';
import {
  buildSearchIndex,
  compileItem,
  type HallRules,
  type LicenceTypes,
  type Offices as OfficesContent,
  readFolder,
  searchable,
} from '@tongban/catalogue/author';
import { kayakFolder } from '@tongban/catalogue/kayak';
import type { Platform } from '../../platform/index.ts';
import { createCatalogue } from '../catalogue/index.ts';
import { createFiles } from '../files/index.ts';
import { createIdentity, createRegisterSimulator, createSmsSimulator } from '../identity/index.ts';
import { createLicences } from '../licences/index.ts';
import { createNotices, createTextMessages } from '../notices/index.ts';
import { kayakBook } from '../notices/kayak-book.fixture.ts';
import { createOffices } from '../offices/index.ts';
import { bookingsHttp, createBookings } from './index.ts';

export type Hall = OfficesContent['halls'][number];
export type Message = { phone: string; text: string; reference: string };

const phone = '0769-00000000';
const places = { division: '4419', city: '4419', address_en: 'Demo road', phone, complaint_phone: phone };
const weekdays = [1, 2, 3, 4, 5];

/** A hall by the water: from nine to twelve and from two to five, Monday to Friday. */
export function aHall(id: string, windows: Hall['windows'], more: Partial<Hall> = {}): Hall {
  return {
    ...{ id, name: `示例·${id}`, name_en: id, organisation: 'east', kind: 'comprehensive', ...places },
    address: `示例路 ${id} 号`,
    transit: '地铁示例站',
    opens: [
      { days: weekdays, from: '09:00', to: '12:00' },
      { days: weekdays, from: '14:00', to: '17:00' },
    ],
    facilities: [],
    items: 'all',
    windows,
    ...more,
  };
}

type Kind = Hall['windows'][number]['kind'];
export const aWindow = (id: string, more: { kind?: Kind; skills?: string[]; choose?: boolean } = {}) => ({
  ...{ id, number: Number(id.replace(/\D/g, '')) || 1, name: `${id} 窗口`, kind: 'comprehensive' as const },
  skills: ['public-order'],
  ...more,
});

/** Two windows alike, one to choose, and one for what is stuck; across the water a smaller hall. */
export const halls = [
  aHall('pier', [
    aWindow('p1'),
    aWindow('p2'),
    aWindow('p3', { choose: true }),
    aWindow('p4', { kind: 'stuck' }),
  ]),
  aHall('dock', [aWindow('d1')]),
];
const organisation = (id: string, covers: string, parent?: string) => ({
  ...{ id, name: `示例·${id}`, name_en: id, kind: 'city-bureau' as const, level: 3, division: covers },
  ...{ covers: [covers], code: '11990000DEM000014D', phone, ...(parent === undefined ? {} : { parent }) },
});
const organisations = [organisation('lake', '44'), organisation('east', '4419', 'lake')];

/** Rules under which everything can be booked at once; a test changes what it is about. */
export const plainRules: HallRules = {
  booking: {
    ...{ lead_minutes: 0, horizon_days: 10, step_minutes: 10, hold_minutes: 5, offer_minutes: 15 },
    ...{ live_per_item: 1, per_day: 2, no_shows: { times: 3, within_months: 6, limited_days: 90 } },
    ...{ walk_in_share: 0, priority_share: 0, make_up_days_as: 1 },
    release: [{ share: 100, at: '00:00' }],
    check_in: { early_minutes: 30, late_minutes: 15 },
    remind: { day_before_at: '18:00', minutes_before: 120 },
    house_default: true,
  },
  queue: {
    ...{ walk_in_minutes: 90, booked_minutes: 3, priority_minutes: 5, forward_minutes: 5, park_minutes: 10 },
    ...{ calls: 3, rejoin: { places: 3, within_minutes: 30 }, come_back_minutes: 60, house_default: true },
  },
  estimate: {
    ...{ runs: 40, working_days: 30, samples: 30, spread: 0.6, show_rate: 88, cover_alert: 70 },
    house_default: true,
  },
  alerts: { wait_minutes: 30, idle_minutes: 5, house_default: true },
  speech: { volume: [{ from: '00:00', to: '23:59', volume: 50 }], house_default: true },
  priorities: [
    { id: 'elder', say: '60 周岁以上', say_en: 'Aged 60 or over', from_age: 60, house_default: true },
    { id: 'talent', say: '划艇教练', say_en: 'Kayak coaches', licences: ['coach'], house_default: true },
    { id: 'pregnant', say: '孕妇', say_en: 'Pregnant', reception: true, house_default: true },
  ],
} as HallRules;

const calendar = [
  {
    ...{ year: 2026, published: true },
    holidays: [{ name: '划艇节', name_en: 'Kayak day', days: ['2026-03-05'] }],
    make_up: [{ day: '2026-03-07', for: '划艇节' }],
  },
];
const licenceTypes: LicenceTypes = {
  ministry: '11100000000013127D',
  types: [
    {
      ...{ id: 'coach', name: '教练证', name_en: 'Coach', kind: 'certificate', holder: { kind: 'person' } },
      ...{ issuer: '示例协会', issuer_en: 'Demo', issued_here: false, source: 'KAYAK1' },
      fields: [{ id: 'name', name: '姓名', name_en: 'Name', type: 'text' }],
      validity: { rule: 'permanent', source: 'KAYAK1' },
    },
  ],
} as LicenceTypes;

function toy(id: string, minutes: number): ItemEdition {
  const item = (text: string) =>
    text.replace('id: kayak', `id: ${id}`).replace('slot_minutes: 20', `slot_minutes: ${minutes}`);
  const read = readFolder(kayakFolder({ 'item.yaml': item }, id));
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  const compiled = compileItem(read.folder);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.edition;
}

type Given = { hallRules: HallRules; halls: readonly Hall[]; sent: Message[] };
/** The modules that booking stands on, with the toy content by the water. */
export function buildPier(platform: Platform, { hallRules, halls: wished, sent }: Given) {
  const offices = createOffices({ divisions: [], offices: { organisations, halls: [...wished] }, local: [] });
  const carrier = {
    ...{ provider: 'sms', kind: 'simulator' as const },
    async hand({ reference, to, text }: { reference: string; to: string; text: string }) {
      sent.push({ phone: to, text, reference });
      return { how: 'taken' as const };
    },
  };
  const ports = { sms: [carrier], receiptsFrom: [], wechat: undefined };
  const telling = { ...platform, book: kayakBook, ports };
  const identity = createIdentity({
    ...{ ...platform, ports: { sms: createSmsSimulator(), register: createRegisterSimulator([]) } },
  });
  const catalogue = createCatalogue({ ...platform, offices });
  const licences = createLicences({
    ...{ ...platform, types: licenceTypes, files: createFiles(platform), identity },
  });
  const notices = createNotices({ ...telling, identity, sms: createTextMessages(telling).carrying });
  const bookings = createBookings({
    ...{ ...platform, offices, identity, catalogue, licences, notices, hallRules, calendar },
  });
  bookingsHttp(platform.http, bookings);
  return { offices, identity, catalogue, licences, notices, bookings };
}

/** Publishes the toy items and lays out the days of the halls. */
export async function openPier({ catalogue, bookings }: ReturnType<typeof buildPier>): Promise<void> {
  const editions = [toy('kayak', 20), toy('raft', 30), toy('canoe', 10)];
  await catalogue.load({ editions, search: buildSearchIndex(editions.map(searchable), {}), local: [] });
  await bookings.layAhead();
}
