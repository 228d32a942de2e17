import type { DemoPeople } from '@tongban/catalogue/author';
import { serveScreens } from './built.ts';
import { type HouseContent, readHouseContent } from './content.ts';
import { cardsOf, demoWelcome, seedDemo } from './demo.ts';
import { bookingsHttp } from './modules/bookings/index.ts';
import { casesHttp } from './modules/cases/index.ts';
import { catalogueHttp } from './modules/catalogue/index.ts';
import { deliveriesHttp } from './modules/deliveries/index.ts';
import { devicesHttp, machinesHttp, readerOf, windowHttp } from './modules/devices/index.ts';
import { filesHttp } from './modules/files/index.ts';
import { forumsHttp } from './modules/forums/index.ts';
import { guidanceHttp } from './modules/guidance/index.ts';
import { hallHttp } from './modules/hall/index.ts';
import { hotlineHttp, type OrderAssist, orderAssistHttp } from './modules/hotline/index.ts';
import { hotlistHttp } from './modules/hotlist/index.ts';
import { accountsHttp, createAdministration, identityHttp } from './modules/identity/index.ts';
import { insightHttp } from './modules/insight/index.ts';
import { knowledgeHttp } from './modules/knowledge/index.ts';
import { licencesHttp } from './modules/licences/index.ts';
import { noticesHttp } from './modules/notices/index.ts';
import { officesHttp } from './modules/offices/index.ts';
import { open311Http } from './modules/open311/index.ts';
import { partnersHttp } from './modules/partners/index.ts';
import { paymentsHttp } from './modules/payments/index.ts';
import { ratingsHttp, ratingsKiosksHttp } from './modules/ratings/index.ts';
import { asMachine, auditHttp, type PlainClient, type Platform } from './platform/index.ts';
import { chooseCabinet } from './ports.ts';
import { buildStreet, type Street } from './street.ts';

/** What the start does with a built house. */
export type App = {
  /** Publishes content and, in the demo, seeds invented people; tells each step as it goes. */
  readonly prepare: (tell: (line: string) => void) => Promise<void>;
  /** Lines to show once the house is open, e.g. how to sign in to the demo. */
  readonly welcome: () => readonly string[];
  /** Invents cases, for trying the house out with as many as a province has. */
  readonly seed: (wish: {
    cases: number;
    client: PlainClient;
    tell: (done: number) => void;
  }) => Promise<number>;
  /** 诉求: the same for orders, and what people corrected of their classification. */
  readonly orders: Pick<OrderAssist, 'seed' | 'corrections'>;
};

/** Builds the house: the street of modules, the addresses they are reached by, and the screens. */
export async function createApp(platform: Platform): Promise<App> {
  const content = readHouseContent(platform.config.dataFolder);
  const people = platform.config.mode === 'demo' ? content.demo : undefined;
  const street = buildStreet(platform, content);
  serveRoutes(platform, street);
  serveMachines(platform, street, people);
  await serveScreens(platform);
  return {
    prepare: (tell) => prepare({ platform, street, content, people }, tell),
    welcome: () => (people === undefined ? [] : demoWelcome(people)),
    seed: (wish) => street.cases.seed({ ...wish, editions: content.editions }),
    orders: countedOrders(street),
  };
}

/** Invented orders come without being told of, so they are counted when they are all there. */
function countedOrders({ orderAssist, insight }: Street): App['orders'] {
  return {
    ...orderAssist,
    async seed(wish) {
      const count = await orderAssist.seed(wish);
      await insight.recount();
      return count;
    },
  };
}

/** The model of orders is learned beside everything else; until then nothing is suggested. */
function learnOrders({ log }: Platform, { orderAssist }: Street): void {
  orderAssist.prepare().catch((error: unknown) => log.error({ err: error }, 'orders have no model'));
}

type Built = { platform: Platform; street: Street; content: HouseContent; people: DemoPeople | undefined };

async function prepare({ platform, street, content, people }: Built, tell: (line: string) => void) {
  const published = await street.catalogue.load(content);
  tell(contentLine(content, published));
  await street.knowledge.load(content);
  await street.bookings.layAhead();
  learnOrders(platform, street);
  if (people === undefined) return;
  await seedDemo({ ...street, db: platform.db, editions: content.editions }, people);
  await street.bookings.linkDemo(people);
  tell('演示机构和人员已就绪 · demo bureau ready');
}

/** Binds the routes of every module, in the order of the street. */
function serveRoutes(platform: Platform, street: Street): void {
  const { http } = platform;
  officesHttp(http, street.offices);
  identityHttp(http, street.identity);
  accountsHttp(http, createAdministration({ ...platform, offices: street.offices }));
  catalogueHttp(http, street.catalogue);
  filesHttp(http, street.files);
  noticesHttp(http, street.notices, street.cases.submissions);
  licencesHttp(http, street.licences);
  guidanceHttp(http, street.guidance);
  bookingsHttp(http, street.bookings);
  hallHttp(http, street.hall);
  paymentsHttp(http, street.payments);
  deliveriesHttp(http, street.deliveries);
  casesHttp(http, street.cases);
  devicesHttp(http, street.devices);
  ratingsHttp(http, street.ratings);
  partnersHttp(http, street.partners, (arrival) =>
    asMachine('sign-in', () => street.identity.identify(arrival)),
  );
  knowledgeHttp(http, street.knowledge);
  orderAssistHttp(http, street.orderAssist);
  hotlineHttp(http, street.hotline);
  forumsHttp(http, street.forums);
  open311Http(http, street.open311);
  hotlistHttp(http, street.hotlist);
  insightHttp(http, street.insight);
  auditHttp(platform, street.identity.persons);
}

/** Windows, kiosks, boards and strips, with the devices they have; in the demo some are pretended. */
function serveMachines(platform: Platform, street: Street, people: DemoPeople | undefined): void {
  const { config, http } = platform;
  const readers = { readerPort: config.cardReaderPort, cards: people && cardsOf(people) };
  windowHttp(http, { ...readers, offices: street.offices });
  const machines = machinesHttp({
    ...{ ...platform, ...street, cabinet: chooseCabinet(config) },
    ...{ reader: readerOf(readers), pretendsPrinter: people !== undefined },
  });
  ratingsKiosksHttp(http, street.ratings, machines);
}

function contentLine({ editions }: HouseContent, published: number): string {
  const fresh = published === 0 ? '没有变化' : `发布 ${published} 版`;
  return `事项 ${editions.length} 个，${fresh} · ${editions.length} items`;
}
