import type { Locale } from '@tongban/catalogue';
import {
  type DivisionRow,
  identityRoutes,
  noticesRoutes,
  officesRoutes,
  type Session,
} from '@tongban/contract';
import type { Call } from '@tongban/contract/client';
import type { Memory } from './memory.ts';
import type { PageRequest, Pair } from './page.ts';

/** 来访: one request with everything a page may know about who asks, where and how. */
export type Visit = {
  readonly request: PageRequest;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** The query without the switches of language and type size. */
  readonly query: readonly Pair[];
  readonly call: Call;
  readonly keep: Memory;
  readonly locale: Locale;
  readonly elder: boolean;
  readonly city: City;
  readonly cities: readonly DivisionRow[];
  readonly session: Session;
  /** How many notices wait to be read; 0 where nobody is signed in. */
  readonly unread: number;
  /** Cookies this answer sets. */
  readonly cookies: readonly string[];
  /** Chrome text in the language of the page. */
  readonly say: (zh: string, en: string) => string;
};

type City = { readonly code: string; readonly name: string; readonly phone: string | undefined };

type Surroundings = { readonly call: Call; readonly keep: Memory };

const switches = ['lang', 'mode'];
const preferences = [...switches, 'city'];
const defaultCity = '4419';
const year = 365 * 24 * 3600;

/** Looks around once: language, type size, city, and who is signed in. */
export async function createVisit(request: PageRequest, { call, keep }: Surroundings): Promise<Visit> {
  const locale = localeOf(request);
  const elder = (chosen(request, 'mode', ['elder', 'normal']) ?? request.cookies.mode) === 'elder';
  const [session, cities] = await Promise.all([sessionOf(request, call), citiesOf(call, keep)]);
  return {
    request,
    path: request.path,
    params: {},
    query: request.query.filter(([key]) => !switches.includes(key)),
    call,
    keep,
    locale,
    elder,
    city: cityOf(request, cities),
    cities,
    session,
    unread: await unreadOf(session, call),
    cookies: switchCookies(request),
    say: (zh, en) => (locale === 'zh' ? zh : en),
  };
}

/** A cookie that remembers a choice; it holds nothing about the person. */
export function preferenceCookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax`;
}

function localeOf(request: PageRequest): Locale {
  const asked = chosen(request, 'lang', ['zh', 'en']) ?? request.cookies.lang;
  return asked === 'en' ? 'en' : 'zh';
}

function chosen(request: PageRequest, key: string, allowed: readonly string[]): string | undefined {
  const value = request.query.find(([name]) => name === key)?.[1];
  return value !== undefined && allowed.includes(value) ? value : undefined;
}

function switchCookies(request: PageRequest): string[] {
  const lang = chosen(request, 'lang', ['zh', 'en']);
  const mode = chosen(request, 'mode', ['elder', 'normal']);
  return [
    ...(lang === undefined ? [] : [preferenceCookie('lang', lang)]),
    ...(mode === undefined ? [] : [preferenceCookie('mode', mode)]),
  ];
}

/** Nobody without a cookie beyond the preferences can be signed in, so most pages need not ask. */
async function sessionOf(request: PageRequest, call: Call): Promise<Session> {
  const others = Object.keys(request.cookies).filter((name) => !preferences.includes(name));
  return others.length === 0 ? { kind: 'anyone' } : call(identityRoutes.session, {});
}

/** The count in the header; where it cannot be asked for, the page is shown without it. */
function unreadOf(session: Session, call: Call): Promise<number> {
  if (session.kind !== 'citizen') return Promise.resolve(0);
  return call(noticesRoutes.unread, {}).then(
    ({ unread }) => unread,
    () => 0,
  );
}

function citiesOf(call: Call, keep: Memory): Promise<DivisionRow[]> {
  return keep('cities', () => call(officesRoutes.divisions, {}), 60);
}

function cityOf(request: PageRequest, cities: readonly DivisionRow[]): City {
  const served = cities.filter((one) => one.served);
  const asked = served.find((one) => one.code === request.cookies.city);
  const found = asked ?? served.find((one) => one.code === defaultCity) ?? served[0];
  return { code: found?.code ?? defaultCity, name: found?.name ?? '', phone: found?.phones?.consult };
}
