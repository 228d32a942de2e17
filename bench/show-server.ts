import type { AddressInfo } from 'node:net';
import type { LicenceType } from '@tongban/catalogue/author';
import { sql } from 'kysely';
import { readConfig } from '../server/config.ts';
import { createFiles } from '../server/modules/files/index.ts';
import {
  createIdentity,
  createRegisterSimulator,
  createSmsSimulator,
} from '../server/modules/identity/index.ts';
import { createLicences } from '../server/modules/licences/index.ts';
import { createShowSigner } from '../server/modules/licences/show-signing.ts';
import { partnersHttp } from '../server/modules/partners/routes.ts';
import { createUnits } from '../server/modules/partners/units.ts';
import {
  asMachine,
  createLog,
  createPlatform,
  newId,
  secretNamed,
  transaction,
} from '../server/platform/index.ts';

/** 核验: one server process where a registered unit checks show codes; it makes as many codes as it is asked for. */
const config = readConfig({ ...process.env, TONGBAN_LOG: 'silent' });
if (config.database === undefined) throw new Error('the server needs a database');
const connection = { url: config.database.url };
const platform = await createPlatform({
  ...{ config, log: createLog('silent'), clock: () => new Date(), connection },
});
const { http, db } = platform;
const identity = createIdentity({
  ...platform,
  ports: { sms: createSmsSimulator(), register: createRegisterSimulator([]) },
});
const type: LicenceType = {
  ...{ id: 'paddler-card', name: '划手卡', name_en: 'Paddler card', issuer: '示例', issuer_en: '' },
  kind: 'card',
  holder: { kind: 'person' },
  validity: { rule: 'stated', source: 'KAYAK1' },
  fields: [{ id: 'name', name: '姓名', name_en: 'Name', type: 'text' }],
  ...{ issued_here: true, source: 'KAYAK1' },
};
const licences = createLicences({
  ...{ ...platform, identity, files: createFiles(platform) },
  types: { ministry: '11100000000013127D', types: [type] },
});
const units = createUnits({ ...platform, licences });
partnersHttp(http, { units }, () => Promise.resolve({ role: 'anyone' }));
const { partner, key } = await asMachine('worker', () =>
  transaction(db, (tx) =>
    units.register(
      tx,
      { role: 'security-admin', personId: newId() },
      { name: '示例·单位', purposes: ['测速核验'], types: ['paddler-card'] },
    ),
  ),
);
await platform.start();
await http.fastify.listen({ port: 0, host: '127.0.0.1' });
const { port } = http.fastify.server.address() as AddressInfo;
process.send?.({ origin: `http://127.0.0.1:${port}`, partner, key });
process.on('message', (wish: { codes?: number }) =>
  wish.codes === undefined
    ? process.send?.(process.cpuUsage())
    : void makeCodes(wish.codes).then((codes) => process.send?.(codes)),
);
process.on('disconnect', () => process.exit(0));

/** Codes of one card, all made now. */
async function makeCodes(count: number): Promise<string[]> {
  const holderId = newId();
  const signer = createShowSigner(secretNamed(config, 'TONGBAN_VAULT_SECRET'));
  const until = new Date(Date.now() + 60_000);
  const ids = Array.from({ length: count }, () => newId());
  await asMachine('worker', () =>
    transaction(db, async (tx) => {
      const licence = await licences.addExisting(tx, {
        ...{ type: 'paddler-card', holderId, number: 'P-1', issuedOn: '2026-01-01' },
        data: { name: '示例甲' },
      });
      await sql`insert into licences.show (show_id, person_id, licence_id, by_id, disclosure, made_at, expires_at)
        select id, ${holderId}::uuid, ${licence}::uuid, ${holderId}::uuid, 'face', now(), now() + interval '60 seconds'
        from unnest(${ids}::uuid[]) as id`.execute(tx);
    }),
  );
  return ids.map((id) => signer.sign(id, until));
}
