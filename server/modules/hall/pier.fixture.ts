import { createCalendar } from '@tongban/calendar';
import { national } from '@tongban/calendar/fixture';
import {
  buildSearchIndex,
  type CalendarYear,
  type HallRules,
  type Offices as OfficesContent,
  searchable,
} from '@tongban/catalogue/author';
import type { Platform } from '../../platform/index.ts';
import { bookingsHttp, createBookings } from '../bookings/index.ts';
import { casesHttp, createCases, createNoSources } from '../cases/index.ts';
import { offices as lakes, licences as licenceTypes, toy, toys } from '../cases/kayak-content.fixture.ts';
import { createCatalogue } from '../catalogue/index.ts';
import { createDeliveries } from '../deliveries/index.ts';
import { createFiles } from '../files/index.ts';
import { createGuidance } from '../guidance/index.ts';
import {
  createIdentity,
  createRegisterSimulator,
  createSmsSimulator,
  type Identity,
} from '../identity/index.ts';
import { createLicences } from '../licences/index.ts';
import { createCarrierSimulator, createNotices, createTextMessages } from '../notices/index.ts';
import { kayakBook } from '../notices/kayak-book.fixture.ts';
import { createOffices } from '../offices/index.ts';
import { createNoBills, createPayments } from '../payments/index.ts';
import { createHall, createPrinterSimulator, hallHttp } from './index.ts';

/** A hall of many windows: all of them do kayaks, every third one sails too, the last two are for issue and complaints. */
export const pier = 'east-pier';
const kinds = { 33: 'issue', 34: 'stuck' } as const;
const windows = Array.from({ length: 34 }, (_, at) => {
  const number = at + 1;
  return {
    ...{ id: windowOf(number), number, name: `${number}号 窗口`, where: `${number <= 16 ? 1 : 2} 层` },
    kind: kinds[number as keyof typeof kinds] ?? ('comprehensive' as const),
    skills: number % 3 === 0 ? ['public-order', 'traffic'] : ['public-order'],
  };
});

export function windowOf(number: number): string {
  return `east-w${String(number).padStart(2, '0')}`;
}

const hallOf = (id: string, more: object) => ({
  ...{ id, name: `示例·${id} 大厅`, name_en: `Demo ${id}`, kind: 'comprehensive', division: '441900004' },
  ...{ city: '4419', address: '东湖示例路 1 号', address_en: '1 Shili Road', phone: '0769-00000001' },
  ...{ complaint_phone: '0769-00000002', facilities: ['无障碍通道'], items: 'all', ...more },
});
const week = [1, 2, 3, 4, 5];
const content: OfficesContent = {
  ...lakes,
  halls: [
    hallOf(pier, {
      organisation: 'east',
      opens: [
        { days: week, from: '09:00', to: '12:00' },
        { days: week, from: '13:00', to: '17:00' },
      ],
      location: { latitude: 23, longitude: 113.7 },
      windows,
    }),
    hallOf('west-pier', {
      ...{ organisation: 'west', division: '440106', city: '4401' },
      opens: [{ days: week, from: '09:00', to: '17:00' }],
      windows: [
        { id: 'west-w01', number: 1, name: '1号 窗口', kind: 'comprehensive', skills: ['public-order'] },
      ],
    }),
  ] as OfficesContent['halls'],
};

/** The sail is done by windows that sail; whoever did not say is a kayak. */
const sail = toy('sail', (text) =>
  text
    .replace('id: kayak', 'id: sail')
    .replace('皮划艇下水登记', '帆船登记')
    .replace('skills: [public-order]', 'skills: [traffic]'),
);
const editions = [...toys(), sail];

const calendar: CalendarYear[] = [
  { year: 2026, published: true, source: 'KAYAK1', holidays: [], make_up: [], working_days: 250 },
];

/** The rules of the pier. */
export const hallRules: HallRules = {
  booking: {
    ...{ lead_minutes: 0, horizon_days: 10, step_minutes: 15, hold_minutes: 5, offer_minutes: 15 },
    ...{ live_per_item: 1, per_day: 2, no_shows: { times: 3, within_months: 6, limited_days: 90 } },
    ...{ walk_in_share: 30, priority_share: 10, make_up_days_as: 1, release: [{ share: 100, at: '00:00' }] },
    check_in: { early_minutes: 30, late_minutes: 15 },
    remind: { day_before_at: '18:00', minutes_before: 120 },
  },
  queue: {
    ...{ walk_in_minutes: 90, booked_minutes: 3, priority_minutes: 5, forward_minutes: 5, park_minutes: 10 },
    ...{ calls: 3, rejoin: { places: 3, within_minutes: 30 }, come_back_minutes: 60 },
  },
  estimate: { runs: 20, working_days: 30, samples: 30, spread: 0.6, show_rate: 88, cover_alert: 70 },
  alerts: { wait_minutes: 30, idle_minutes: 5 },
  speech: { volume: [{ from: '00:00', to: '23:59', volume: 60 }] },
  priorities: [
    { id: 'elder', say: '60 周岁以上', say_en: 'Aged 60 or over', from_age: 60 },
    { id: 'minor', say: '不满 16 周岁', say_en: 'Under 16', under_age: 16 },
    { id: 'pregnant', say: '孕妇', say_en: 'Pregnant', reception: true },
  ],
};

/** People by the water are told by one pretended gateway. */
function tellingAt(platform: Platform, identity: Identity) {
  const ports = { sms: [createCarrierSimulator('sms')], receiptsFrom: [], wechat: undefined };
  const telling = { ...platform, book: kayakBook, ports };
  return createNotices({ ...telling, identity, sms: createTextMessages(telling).carrying });
}

/** Builds the modules of the pier on a platform. */
export function buildPier(platform: Platform, rules: HallRules = hallRules) {
  const local = [
    {
      city: '4419',
      name: '示例市',
      demo: true as const,
      phones: { consult: '0769-0', complaint: '0769-1' },
      items: {},
    },
  ];
  const offices = createOffices({ divisions: [], offices: content, local });
  const ports = { sms: createSmsSimulator(), register: createRegisterSimulator([]) };
  const identity = createIdentity({ ...platform, ports });
  const catalogue = createCatalogue({ ...platform, offices });
  const files = createFiles(platform);
  const notices = tellingAt(platform, identity);
  const licences = createLicences({ ...platform, types: licenceTypes, files, identity });
  const ground = { ...platform, offices, identity, catalogue, licences, notices, hallRules: rules };
  const bookings = createBookings({ ...ground, calendar });
  const receiptPrinters = createPrinterSimulator();
  const hall = createHall({ ...ground, bookings, receiptPrinters });
  const payments = createPayments({
    ...{ ...ground, files, providers: [], bills: createNoBills() },
    lateRuleOf: () => Promise.resolve(undefined),
  });
  const cases = createCases({
    ...{ payments, deliveries: createDeliveries({ ...platform, courier: undefined }), hasLockers: false },
    ...{ ...ground, files, guidance: createGuidance({ catalogue }), calendar: createCalendar(national) },
    dataSourcing: { list: { applicants: [], sources: [] }, sources: createNoSources() },
    dispatch: {
      lines: {
        ...{ household: '户籍', residence: '居住证', 'exit-entry': '出入境', traffic: '交管' },
        ...{ 'public-order': '治安', network: '网安', fire: '消防' },
      },
      rules: [{ id: 'pool', say: '谁空谁认领', to: { unit: 'in-charge' }, choose: 'pool' }],
      unassigned: { yellow_hours: 4, red_hours: 8 },
    },
    arrivals: { personOf: hall.personOf, ofPerson: bookings.ofPerson },
  });
  bookingsHttp(platform.http, bookings);
  hallHttp(platform.http, hall);
  casesHttp(platform.http, cases);
  /** Publishes what can be done at the pier and lays out its days. */
  const prepare = async () => {
    await catalogue.load({ editions, search: buildSearchIndex(editions.map(searchable), {}), local: [] });
    await bookings.layAhead();
  };
  return { offices, identity, catalogue, notices, bookings, hall, cases, receiptPrinters, prepare };
}
