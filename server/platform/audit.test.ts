import { route } from '@tongban/contract';
import { sql } from 'kysely';
import Type from 'typebox';
import { afterAll, describe, expect, test } from 'vitest';
import { newId } from './ids.ts';
import { serve } from './serve.ts';
import { createTestHouse } from './testing.ts';

const show = route({
  method: 'GET',
  path: '/kayaks/:kayak/owner',
  access: { roles: ['clerk'], scope: 'branch' },
  summary: 'Show the owner',
  params: Type.Object({ kayak: Type.String() }),
  reply: Type.Object({ owner: Type.String() }),
  audit: 'kayaks.show-owner',
});
const house = await createTestHouse(({ http }) => {
  serve(http, show, ({ params }, _caller, { about }) => {
    about(`kayak:${params.kayak}`, '核对');
    return { owner: '示例·张三' };
  });
});
afterAll(house.stop);

describe('the audit', () => {
  test('keeps a sensitive reading with its purpose and the post it was done from', async () => {
    const assignment = { id: newId(), branch: '99/9901' };
    const clerk = { role: 'clerk', personId: newId(), sessionId: 's1', assignment } as const;
    await house.as(clerk)(show, { params: { kayak: '7' } });
    const { rows } = await sql`select actor, role, assignment, branch, object, purpose, result, session
      from platform.audit where action = 'kayaks.show-owner'`.execute(house.db);
    expect(rows).toEqual([
      {
        actor: clerk.personId,
        role: 'clerk',
        assignment: assignment.id,
        branch: '99/9901',
        object: 'kayak:7',
        purpose: '核对',
        result: 'done',
        session: 's1',
      },
    ]);
  });
  test('keeps what is read at one moment line by line, and one that cannot be kept takes no other with it', async () => {
    const clerk = {
      role: 'clerk',
      personId: newId(),
      assignment: { id: newId(), branch: '99/9902' },
    } as const;
    const kayaks = ['a', 'b', '\u0000', 'c', 'd'];
    const shown = await Promise.allSettled(
      kayaks.map((kayak) => house.as(clerk)(show, { params: { kayak } })),
    );
    expect(shown.map(({ status }) => status === 'fulfilled')).toEqual([true, true, false, true, true]);
    const { rows } = await sql<{ object: string }>`select object from platform.audit
      where actor = ${clerk.personId} and result = 'done' order by object`.execute(house.db);
    expect(rows.map(({ object }) => object)).toEqual(['kayak:a', 'kayak:b', 'kayak:c', 'kayak:d']);
  });
  test('is divided by months, which the application can have made but not make', async () => {
    await house.platform.jobs.runTimer('platform.make-audit-months');
    await house.platform.jobs.runTimer('platform.make-audit-months');
    const { rows } = await sql`select from pg_inherits where inhparent = 'platform.audit'::regclass`.execute(
      house.db,
    );
    expect(rows).toHaveLength(4);
    await expect(sql`create table platform.mine ()`.execute(house.db)).rejects.toThrow('permission denied');
  });
  test('refuses changes even to the owner of the tables', async () => {
    const { default: pg } = await import('pg');
    const { settingsOf } = await import('./database.ts');
    const owner = new pg.Client(settingsOf(house.ownerConnection));
    await owner.connect();
    await expect(owner.query("update platform.audit set actor = 'x'")).rejects.toThrow(
      'never changed or removed',
    );
    await expect(owner.query('truncate platform.audit')).rejects.toThrow('never changed or removed');
    await owner.end();
  });
});
