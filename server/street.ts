import { calendarOf } from '@tongban/calendar';
import type { HouseContent } from './content.ts';
import { createBookings } from './modules/bookings/index.ts';
import { createCases } from './modules/cases/index.ts';
import { createCatalogue } from './modules/catalogue/index.ts';
import { createDevices } from './modules/devices/index.ts';
import { createFiles } from './modules/files/index.ts';
import { createGuidance } from './modules/guidance/index.ts';
import { createHall } from './modules/hall/index.ts';
import { createIdentity, endExpiredSessions } from './modules/identity/index.ts';
import { createLicences } from './modules/licences/index.ts';
import { createNotices } from './modules/notices/index.ts';
import { createOffices } from './modules/offices/index.ts';
import { createPartners } from './modules/partners/index.ts';
import type { Platform } from './platform/index.ts';
import { chooseDataSources, choosePorts, chooseReceiptPrinters } from './ports.ts';

export type Street = ReturnType<typeof buildStreet>;
type Ground = ReturnType<typeof buildGround>;

/** The modules in the order of the street; reading it top to bottom is reading who may know whom. */
export function buildStreet(platform: Platform, content: HouseContent) {
  const ground = buildGround(platform, content);
  const service = buildService(platform, content, ground);
  createPartners({ ...platform, cases: service.cases });
  return { ...ground, ...service };
}

function buildGround(platform: Platform, content: HouseContent) {
  const { config } = platform;
  const ports = choosePorts(config, config.mode === 'demo' ? content.demo : undefined);
  const offices = createOffices(content);
  const identity = createIdentity({ ...platform, ports });
  endExpiredSessions(platform);
  const catalogue = createCatalogue({ ...platform, offices });
  const files = createFiles(platform);
  const notices = createNotices({ ...platform, identity, sms: ports.sms });
  const licences = createLicences({ ...platform, types: content.licences, files });
  return { offices, identity, catalogue, files, notices, licences };
}

function buildService(platform: Platform, content: HouseContent, ground: Ground) {
  const { config, clock } = platform;
  const { calendar, dispatch, hallRules } = content;
  const guidance = createGuidance(ground);
  const bookings = createBookings({ ...platform, ...ground, calendar, hallRules });
  const receiptPrinters = chooseReceiptPrinters(config);
  const hall = createHall({ ...platform, ...ground, bookings, hallRules, receiptPrinters });
  const cases = createCases({
    ...{ ...platform, ...ground, guidance, dispatch, calendar: calendarOf(calendar) },
    arrivals: { personOf: hall.personOf, ofPerson: bookings.ofPerson },
    dataSourcing: chooseDataSources(config, content, clock),
  });
  const devices = createDevices({ ...platform, ...ground, counters: [cases.intake, cases.issue] });
  return { guidance, bookings, hall, cases, devices };
}
