import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { calendarOf } from '@tongban/calendar';
import { type HouseContent, readHouseContent } from './content.ts';
import { demoWelcome, seedDemo } from './demo.ts';
import { casesHttp, createCases } from './modules/cases/index.ts';
import { catalogueHttp, createCatalogue } from './modules/catalogue/index.ts';
import { createFiles, filesHttp } from './modules/files/index.ts';
import { createGuidance, guidanceHttp } from './modules/guidance/index.ts';
import { createIdentity, identityHttp } from './modules/identity/index.ts';
import { createLicences, licencesHttp } from './modules/licences/index.ts';
import { createOffices, officesHttp } from './modules/offices/index.ts';
import { type HandlePage, type Platform, serveApp, servePages } from './platform/index.ts';
import { choosePorts } from './ports.ts';

/** What the start does with a built house. */
export type App = {
  /** Publishes content and, in the demo, seeds invented people; tells each step as it goes. */
  readonly prepare: (tell: (line: string) => void) => Promise<void>;
  /** Lines to show once the house is open, e.g. how to sign in to the demo. */
  readonly welcome: () => readonly string[];
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
    offices,
    identity,
    catalogue,
    files,
    licences,
    guidance,
  });

  officesHttp(http, offices);
  identityHttp(http, identity);
  catalogueHttp(http, catalogue);
  filesHttp(http, files);
  licencesHttp(http, licences);
  guidanceHttp(http, guidance);
  casesHttp(http, cases);
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
  };
}

function contentLine({ editions }: HouseContent, published: number): string {
  const fresh = published === 0 ? '没有变化' : `发布 ${published} 版`;
  return `事项 ${editions.length} 个，${fresh} · ${editions.length} items`;
}

/** Screens are built artefacts; without them the house still answers its contract. */
async function serveScreens({ http }: Platform): Promise<void> {
  const desk = join(built, 'desk');
  if (existsSync(desk)) serveApp(http, { mount: '/desk', folder: desk });
  const bundle = join(built, 'portal', 'server', 'server.js');
  if (!existsSync(bundle)) return;
  const { handle } = (await import(pathToFileURL(bundle).href)) as { handle: HandlePage };
  servePages(http, { mount: '/', handle, client: join(built, 'portal', 'client') });
}
