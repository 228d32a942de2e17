import { readNamed } from './asking.ts';
import { createCatalogue } from './catalogue.ts';
import { type Deps, jurisdictionIn, purposes, unitOf } from './parts.ts';
import { createReading } from './reading.ts';
import { createStore } from './store.ts';
import { createTaking } from './taking.ts';
import { createUpdates } from './updates.ts';
import type { Told } from './wire.ts';

export type Open311 = ReturnType<typeof createOpen311>;

/** The day this facade last changed; clients read it to know that something did. */
const changeset = '2026-11-22T00:00:00+08:00';

/** 开放接口: Open311 GeoReport v2 over orders; docs/open311.md tells other systems how it is used. */
export function createOpen311(deps: Deps) {
  const catalogue = createCatalogue(deps.rules);
  const parts = { ...deps, catalogue, store: createStore(deps.db) };
  const checkPlace = (id: string | undefined) => {
    if (id !== undefined && id !== '') jurisdictionIn(parts, id);
  };
  return {
    discovery: (): Told => discovery(deps.config),
    async services(asked: { jurisdiction_id?: string; api_key?: string }): Promise<Told> {
      checkPlace(asked.jurisdiction_id);
      const unit = await unitOf(parts, asked.api_key);
      const waits = unit !== undefined && !unit.purposes.includes(purposes.one);
      return catalogue.list(waits ? 'batch' : 'realtime');
    },
    service(code: string, asked: { jurisdiction_id?: string }): Told {
      checkPlace(asked.jurisdiction_id);
      return catalogue.definition(catalogue.get(code));
    },
    named: readNamed,
    taking: createTaking(parts),
    reading: createReading(parts),
    updates: createUpdates(parts),
  };
}

function discovery({ publicOrigin, mode }: Deps['config']): Told {
  const endpoint = {
    ...{ specification: 'http://wiki.open311.org/GeoReport_v2', url: `${publicOrigin}/open311/v2` },
    ...{ changeset, type: mode === 'demo' ? 'test' : 'production' },
    formats: { each: 'format', of: ['text/xml', 'application/json'] },
  };
  return {
    root: 'discovery',
    value: {
      ...{ changeset, contact: publicOrigin, key_service: `${publicOrigin}/open311/v2` },
      endpoints: { each: 'endpoint', of: [endpoint] },
    },
  };
}
