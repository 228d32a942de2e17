import { Problem } from '@tongban/kernel';
import type { Platform } from '../../platform/index.ts';
import type { Hotline, OrderRules } from '../hotline/index.ts';
import type { Offices } from '../offices/index.ts';
import type { KnownUnit } from '../partners/index.ts';
import type { Catalogue } from './catalogue.ts';
import type { Store } from './store.ts';
import type { Asker, Written } from './wish.ts';

/** What the open interface stands on. */
export type Deps = Pick<Platform, 'db' | 'clock' | 'config' | 'vault' | 'jobs' | 'outbox'> & {
  hotline: Pick<Hotline, 'passing' | 'own'>;
  units: { readonly holding: (apiKey: string) => Promise<KnownUnit | undefined> };
  offices: Pick<Offices, 'intakeFor'>;
  rules: Pick<OrderRules, 'kinds' | 'matters' | 'talk'>;
};
export type Parts = Deps & { readonly store: Store; readonly catalogue: Catalogue };
/** 目的: what a unit has to have agreed on to pass on requests, one by one or many at a time. */
export const purposes = { one: '诉求转交', many: '诉求批量转交' } as const;

/** What is kept of a request; who asked only as long as it waits. */
export type Kept = Written & {
  readonly asker?: Asker;
  readonly chosen?: string;
  readonly notNow?: true;
  readonly unit?: string;
};

export function sealed({ vault }: Pick<Parts, 'vault'>, requestId: string, kept: Kept): Buffer {
  return vault.seal(`open311.request.sealed|${requestId}`, JSON.stringify(kept));
}

export function keptIn({ vault }: Pick<Parts, 'vault'>, row: { request_id: string; sealed: Buffer }): Kept {
  return JSON.parse(vault.open(`open311.request.sealed|${row.request_id}`, row.sealed)) as Kept;
}

/** The unit whose key came with a request; nobody where none came. */
export async function unitOf(
  { units }: Pick<Parts, 'units'>,
  apiKey: string | undefined,
): Promise<KnownUnit | undefined> {
  if (apiKey === undefined || apiKey === '') return undefined;
  const unit = await units.holding(apiKey);
  if (unit === undefined) throw new Problem('open311.key', 'forbidden', 'api_key 不对，或者单位已经停用');
  if (unit.purposes.some((one) => one === purposes.one || one === purposes.many)) return unit;
  throw new Problem('open311.purpose', 'forbidden', '没有和您单位约定转交诉求');
}

export async function neededUnit(
  parts: Pick<Parts, 'units'>,
  apiKey: string | undefined,
): Promise<KnownUnit> {
  const unit = await unitOf(parts, apiKey);
  if (unit === undefined) throw new Problem('open311.no-key', 'forbidden', '缺少 api_key');
  return unit;
}

/** 辖区: the code of a city, or of the province, that takes requests in. */
export function jurisdictionIn({ offices }: Pick<Parts, 'offices'>, id: string): string {
  const isThere = /^\d{2,12}$/.test(id) && offices.intakeFor(id.slice(0, 4)) !== undefined;
  if (isThere) return id;
  throw new Problem(
    'open311.jurisdiction',
    'missing',
    '没有这个 jurisdiction_id，写城市的区划代码，例如 4419',
  );
}

/** The digits the orders of a jurisdiction begin with, where one was named; the province has all. */
export function cityIn(parts: Pick<Parts, 'offices'>, id: string | undefined): { city?: string } {
  if (id === undefined || id === '') return {};
  const known = jurisdictionIn(parts, id);
  return known.length < 4 ? {} : { city: known.slice(0, 4) };
}

/** A moment as this interface writes it, by the clock here. */
export function momentText(at: Date): string {
  return `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}
