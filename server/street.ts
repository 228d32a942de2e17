import { calendarOf } from '@tongban/calendar';
import { mattersOf } from '@tongban/catalogue/author';
import type { HouseContent } from './content.ts';
import { createBookings } from './modules/bookings/index.ts';
import { createCases, tellApplicants, tellOfParcels } from './modules/cases/index.ts';
import { createCatalogue } from './modules/catalogue/index.ts';
import { createDeliveries } from './modules/deliveries/index.ts';
import { createDevices } from './modules/devices/index.ts';
import { createFiles } from './modules/files/index.ts';
import { createForums } from './modules/forums/index.ts';
import { createGuidance } from './modules/guidance/index.ts';
import { createHall } from './modules/hall/index.ts';
import {
  createHotline,
  createOrderAssist,
  lessonOf,
  orderRulesOf,
  tellCallers,
} from './modules/hotline/index.ts';
import { createHotlist } from './modules/hotlist/index.ts';
import { createIdentity, endExpiredSessions } from './modules/identity/index.ts';
import { createInsight } from './modules/insight/index.ts';
import { createKnowledge, type Knowledge } from './modules/knowledge/index.ts';
import { createLicences, remindExpiring, tellFamilies } from './modules/licences/index.ts';
import { createNotices, createTextMessages } from './modules/notices/index.ts';
import { createOffices } from './modules/offices/index.ts';
import { createOpen311 } from './modules/open311/index.ts';
import { createPartners, type Partners } from './modules/partners/index.ts';
import { createPayments, tellPayers } from './modules/payments/index.ts';
import { createRatings } from './modules/ratings/index.ts';
import { chooseNoticePorts } from './notice-ports.ts';
import { choosePayments } from './payment-ports.ts';
import { createTextSearch, createWords, type Platform, type Words } from './platform/index.ts';
import {
  chooseCabinet,
  chooseCourier,
  chooseDataSources,
  chooseFeedPeer,
  choosePorts,
  chooseRatingExchange,
  chooseReceiptPrinters,
  chooseTelephone,
} from './ports.ts';

export type Street = ReturnType<typeof buildStreet>;
type Ground = ReturnType<typeof buildGround>;

/** The modules in the order of the street; reading it top to bottom is reading who may know whom. */
export function buildStreet(platform: Platform, content: HouseContent) {
  const ground = buildGround(platform, content);
  const service = buildService(platform, content, ground);
  const partners = createPartners({ ...platform, cases: service.cases, licences: ground.licences });
  const words = createWords(content.terms);
  const knowledge = createKnowledge({ ...platform, ...ground, search: createTextSearch(words) });
  const answering = { knowledge, words, units: partners.units };
  const orders = buildHotline(platform, content, { ...ground, ...service, ...answering });
  const ratings = buildRatings(platform, content, { ...ground, ...service });
  const rules = { matters: mattersOf(content.hotline.matters) };
  const hotlist = createHotlist({ ...platform, ...ground, ...orders, rules, words, terms: content.terms });
  return { ...ground, ...service, partners, knowledge, ...orders, ratings, hotlist };
}

function buildGround(platform: Platform, content: HouseContent) {
  const { config } = platform;
  const telling = { ...platform, book: content.notices, ports: chooseNoticePorts(platform) };
  const { carrying, codes } = createTextMessages(telling);
  const ports = { ...choosePorts(config, config.mode === 'demo' ? content.demo : undefined), sms: codes };
  const offices = createOffices(content);
  const identity = createIdentity({ ...platform, ports });
  endExpiredSessions(platform);
  const catalogue = createCatalogue({ ...platform, offices });
  const files = createFiles(platform);
  const notices = createNotices({ ...telling, identity, sms: carrying });
  const licences = createLicences({ ...platform, types: content.licences, files, identity });
  remindExpiring({ ...platform, notices, type: licences.type });
  tellFamilies({ ...platform, notices, identity });
  const repliesFrom = telling.ports.receiptsFrom;
  return { offices, identity, catalogue, files, notices, repliesFrom, licences };
}

function buildService(platform: Platform, content: HouseContent, ground: Ground) {
  const { config, clock } = platform;
  const { calendar, dispatch, hallRules } = content;
  const guidance = createGuidance(ground);
  const bookings = createBookings({ ...platform, ...ground, calendar, hallRules });
  const receiptPrinters = chooseReceiptPrinters(config);
  const hall = createHall({ ...platform, ...ground, bookings, hallRules, receiptPrinters });
  const payments = createPayments({ ...platform, ...ground, ...choosePayments(platform, ground, content) });
  const deliveries = createDeliveries({ ...platform, courier: chooseCourier(config, clock) });
  const cases = createCases({
    ...{ payments, deliveries, hasLockers: chooseCabinet(config) !== undefined },
    ...{ ...platform, ...ground, guidance, dispatch, calendar: calendarOf(calendar) },
    arrivals: { personOf: hall.personOf, ofPerson: bookings.ofPerson },
    dataSourcing: chooseDataSources(config, content, clock),
  });
  tellApplicants({ ...platform, ...ground });
  tellOfParcels({ ...platform, ...ground, delivering: cases.delivering });
  tellPayers({ ...platform, ...ground });
  const devices = createDevices({ ...platform, ...ground, counters: [cases.intake, cases.issue] });
  return { guidance, bookings, hall, payments, deliveries, cases, devices };
}

function buildRatings(
  platform: Platform,
  { calendar, ratings: rules }: HouseContent,
  street: Ground & ReturnType<typeof buildService>,
) {
  const { visits } = street.hall;
  const known = { ...platform, ...street, visits, screens: street.devices };
  const exchange = chooseRatingExchange(platform.config);
  const told = exchange === undefined ? {} : { exchange };
  return createRatings({ ...known, ...told, rules, calendar: calendarOf(calendar) });
}

function buildHotline(platform: Platform, content: HouseContent, street: Ground & Service & Answering) {
  const { calendar, hotline } = content;
  const telephone = chooseTelephone(platform.config, platform.clock);
  const called = telephone === undefined ? {} : { telephone };
  const rules = orderRulesOf({ ...hotline, editions: content.editions });
  const deps = { ...platform, ...street, ...called, rules, calendar: calendarOf(calendar) };
  const { hotlineModel: modelFile, dataFolder } = platform.config;
  const items = new Map(mattersOf(hotline.matters).map((matter) => [matter.id, matter.items]));
  const itemsOf = (matter: string) => items.get(matter) ?? [];
  const lesson = lessonOf(content);
  const orderAssist = createOrderAssist({ ...deps, lesson, itemsOf, modelFile, dataFolder });
  tellCallers(deps);
  const hotlineModule = createHotline(deps);
  const forums = createForums({ ...deps, hotline: hotlineModule });
  const open311 = createOpen311({ ...deps, hotline: hotlineModule });
  const peer = chooseFeedPeer(platform.config);
  const insight = createInsight({
    ...{ ...deps, hotline: hotlineModule, fraudMatter: 'fraud' },
    ...(peer === undefined ? {} : { peer }),
  });
  return { hotline: hotlineModule, orderAssist, forums, open311, insight };
}
type Service = ReturnType<typeof buildService>;
type Answering = { knowledge: Knowledge; words: Words; units: Partners['units'] };
