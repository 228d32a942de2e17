import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { ownHouse } from './shared.ts';

/** 来访: how somebody comes to the portal or the desk. */
export type Visit = {
  readonly on?: 'phone' | 'desk';
  readonly large?: boolean;
  readonly english?: boolean;
  readonly script?: boolean;
  /** Signed in as this citizen or login, whose session was opened for all journeys. */
  readonly as?: string;
};

/** A visitor with a page of their own. */
export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly visit: Visit;
  readonly go: (path: string) => Promise<Page>;
  readonly leave: () => Promise<void>;
};

const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } };
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const screenshots = join(import.meta.dirname, '..', 'screenshots');
let shared: Promise<Browser> | undefined;
let visitors = 0;

/** Comes in with a fresh browser profile, from an address of one's own. */
export async function comeIn(visit: Visit = {}): Promise<Visitor> {
  const { origin, browser: address, sessions } = ownHouse();
  shared ??= chromium.connect(address);
  const browser = await shared;
  visitors += 1;
  const context = await browser.newContext({
    baseURL: origin,
    viewport: sizes[visit.on ?? 'phone'],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    javaScriptEnabled: visit.script ?? true,
    extraHTTPHeaders: { 'x-forwarded-for': `10.9.${visitors % 250}.${process.pid % 250}` },
  });
  await context.addCookies(cookiesOf(visit, { origin, sessions }));
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  return {
    page,
    context,
    visit,
    async go(path) {
      await page.goto(path);
      return page;
    },
    leave: () => context.close(),
  };
}

function cookiesOf(
  { large, english, as }: Visit,
  { origin, sessions }: { origin: string; sessions: Readonly<Record<string, string>> },
) {
  const session = as === undefined ? undefined : sessions[as];
  if (as !== undefined && session === undefined) throw new Error(`nobody opened a session for ${as}`);
  const pairs = [
    ...(large === true ? [['mode', 'elder'] as const] : []),
    ...(english === true ? [['lang', 'en'] as const] : []),
    ...(session === undefined ? [] : [['tongban_session', session] as const]),
  ];
  return pairs.map(([name, value]) => ({ name, value, url: origin }));
}

/** Keeps a picture of the whole page: <name>-<phone|desk>[-elder].png. */
export async function keepPicture({ page, visit }: Visitor, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  const file = `${name}-${visit.on ?? 'phone'}${visit.large === true ? '-elder' : ''}.png`;
  await page.screenshot({ path: join(screenshots, file), fullPage: true });
}

/** What keeps people with disabilities out, one line each: rule, element, and what is wrong. */
export async function barriersOn(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(rules);
  // A page without frames is judged where it stands; only frames need the slower way over a second page.
  if (page.frames().length === 1) axe.setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id} ${node.target.join(' ')}: ${(node.failureSummary ?? '').split('\n')[1] ?? ''}`,
    ),
  );
}

/** What the page says, as a person reads it. */
export async function saidOn(page: Page): Promise<string> {
  await page.waitForLoadState();
  const [text = ''] = await page.getByRole('main').allInnerTexts();
  return text;
}

/** The one heading of the page. */
export async function headingOn(page: Page): Promise<string> {
  await page.waitForLoadState();
  const [text = ''] = await page.getByRole('heading', { level: 1 }).allInnerTexts();
  return text;
}

/** Presses something that leads to another page, and waits until that is there. */
export async function leadOn(page: Page, press: Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), press]);
}
