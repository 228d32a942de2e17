import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { calendarOf } from '@tongban/calendar';
import { type HouseContent, readHouseContent } from './content.ts';
import { cardsOf, demoWelcome, seedDemo } from './demo.ts';
import { casesHttp, createCases } from './modules/cases/index.ts';
import { catalogueHttp, createCatalogue } from './modules/catalogue/index.ts';
import { createDevices, devicesHttp, windowHttp } from './modules/devices/index.ts';
import { createFiles, filesHttp } from './modules/files/index.ts';
import { createGuidance, guidanceHttp } from './modules/guidance/index.ts';
import {
  accountsHttp,
  createAdministration,
  createIdentity,
  identityHttp,
} from './modules/identity/index.ts';
import { createLicences, licencesHttp } from './modules/licences/index.ts';
import { createOffices, officesHttp } from './modules/offices/index.ts';
import { createPartners } from './modules/partners/index.ts';
import {
  auditHttp,
  type HandlePage,
  type PlainClient,
  type Platform,
  serveApp,
  servePages,
} from './platform/index.ts';
import { chooseDataSources, choosePorts } from './ports.ts';

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

const built = join(import.meta.dirname, '..', 'dist');

/** Builds the house floor by floor; reading it top to bottom is reading who may know whom. */
export async function createApp(platform: Platform): Promise<App> {
  const { config, http } = platform;
  const content = readHouseContent(config.dataFolder);
  const people = config.mode === 'demo' ? content.demo : undefined;
  const calendar = calendarOf(content.calendar);

  const offices = createOffices(content);
  const identity = createIdentity({ ...platform, ports: choosePorts(config, people) });
  const catalogue = createCatalogue({ ...platform, offices });
  const files = createFiles(platform);
  const licences = createLicences({ ...platform, types: content.licences, files });
  const guidance = createGuidance({ catalogue });
  const cases = createCases({
    ...platform,
    calendar,
    dispatch: content.dispatch,
    dataSourcing: chooseDataSources(config, content, platform.clock),
    offices,
    identity,
    catalogue,
    files,
    licences,
    guidance,
  });
  const devices = createDevices({ ...platform, offices, files, counters: [cases.intake, cases.issue] });
  createPartners({ ...platform, cases });

  serveRoutes(platform, { offices, identity, catalogue, files, licences, guidance, cases, devices });
  windowHttp(http, { offices, readerPort: config.cardReaderPort, cards: people && cardsOf(people) });
  await serveScreens(platform);

  return {
    async prepare(tell) {
      const published = await catalogue.load(content);
      tell(contentLine(content, published));
      if (people === undefined) return;
      await seedDemo({ db: platform.db, identity, licences, offices, editions: content.editions }, people);
      tell('演示机构和人员已就绪 · demo bureau ready');
    },
    welcome: () => (people === undefined ? [] : demoWelcome(people)),
    seed: (wish) => cases.seed({ ...wish, editions: content.editions }),
  };
}

type Modules = {
  offices: Parameters<typeof officesHttp>[1] & Parameters<typeof createAdministration>[0]['offices'];
  identity: Parameters<typeof identityHttp>[1];
  catalogue: Parameters<typeof catalogueHttp>[1];
  files: Parameters<typeof filesHttp>[1];
  licences: Parameters<typeof licencesHttp>[1];
  guidance: Parameters<typeof guidanceHttp>[1];
  cases: Parameters<typeof casesHttp>[1];
  devices: Parameters<typeof devicesHttp>[1];
};

/** Binds the routes of every module, in the order of the street. */
function serveRoutes(platform: Platform, modules: Modules): void {
  const { http } = platform;
  officesHttp(http, modules.offices);
  identityHttp(http, modules.identity);
  accountsHttp(http, createAdministration({ ...platform, offices: modules.offices }));
  catalogueHttp(http, modules.catalogue);
  filesHttp(http, modules.files);
  licencesHttp(http, modules.licences);
  guidanceHttp(http, modules.guidance);
  casesHttp(http, modules.cases);
  devicesHttp(http, modules.devices);
  auditHttp(platform, modules.identity.persons);
}

function contentLine({ editions }: HouseContent, published: number): string {
  const fresh = published === 0 ? '没有变化' : `发布 ${published} 版`;
  return `事项 ${editions.length} 个，${fresh} · ${editions.length} items`;
}

/** Screens are built artefacts; without them the house still answers its contract. */
async function serveScreens({ http, config }: Platform): Promise<void> {
  const desk = join(built, 'desk');
  const reader = config.cardReaderPort;
  const connect = reader === undefined ? [] : [`http://127.0.0.1:${reader}`];
  if (existsSync(desk)) serveApp(http, { mount: '/desk', folder: desk, inlineStyles: true, connect });
  const screen = join(built, 'screen');
  if (existsSync(screen)) serveApp(http, { mount: '/screen', folder: screen });
  const bundle = join(built, 'portal', 'server', 'server.js');
  if (!existsSync(bundle)) return;
  const { handle } = (await import(pathToFileURL(bundle).href)) as { handle: HandlePage };
  servePages(http, { mount: '/', handle, client: join(built, 'portal', 'client') });
}
