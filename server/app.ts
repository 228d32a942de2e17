import type { DemoPeople } from '@tongban/catalogue/author';
import { serveScreens } from './built.ts';
import { type HouseContent, readHouseContent } from './content.ts';
import { cardsOf, demoWelcome, seedDemo } from './demo.ts';
import { bookingsHttp } from './modules/bookings/index.ts';
import { casesHttp } from './modules/cases/index.ts';
import { catalogueHttp } from './modules/catalogue/index.ts';
import { devicesHttp, machinesHttp, readerOf, windowHttp } from './modules/devices/index.ts';
import { filesHttp } from './modules/files/index.ts';
import { guidanceHttp } from './modules/guidance/index.ts';
import { hallHttp } from './modules/hall/index.ts';
import { accountsHttp, createAdministration, identityHttp } from './modules/identity/index.ts';
import { licencesHttp } from './modules/licences/index.ts';
import { officesHttp } from './modules/offices/index.ts';
import { auditHttp, type PlainClient, type Platform } from './platform/index.ts';
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
  };
}

type Built = { platform: Platform; street: Street; content: HouseContent; people: DemoPeople | undefined };

async function prepare({ platform, street, content, people }: Built, tell: (line: string) => void) {
  const published = await street.catalogue.load(content);
  tell(contentLine(content, published));
  await street.bookings.layAhead();
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
  licencesHttp(http, street.licences);
  guidanceHttp(http, street.guidance);
  bookingsHttp(http, street.bookings);
  hallHttp(http, street.hall);
  casesHttp(http, street.cases);
  devicesHttp(http, street.devices);
  auditHttp(platform, street.identity.persons);
}

/** Windows, kiosks, boards and strips, with the devices they have; in the demo some are pretended. */
function serveMachines(platform: Platform, street: Street, people: DemoPeople | undefined): void {
  const { config, http } = platform;
  const readers = { readerPort: config.cardReaderPort, cards: people && cardsOf(people) };
  windowHttp(http, { ...readers, offices: street.offices });
  machinesHttp({
    ...{ ...platform, ...street, cabinet: chooseCabinet(config) },
    ...{ reader: readerOf(readers), pretendsPrinter: people !== undefined },
  });
}

function contentLine({ editions }: HouseContent, published: number): string {
  const fresh = published === 0 ? '没有变化' : `发布 ${published} 版`;
  return `事项 ${editions.length} 个，${fresh} · ${editions.length} items`;
}
