import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { describeSchema } from './schema.ts';
import { createTestHouse } from './testing.ts';

const house = await createTestHouse(() => undefined);
afterAll(house.stop);

test('server/schema.sql shows the shape the migrations make; if not, run node scripts/schema.ts', async () => {
  const kept = readFileSync(join(import.meta.dirname, '..', 'schema.sql'), 'utf8');
  expect(kept).toBe(await describeSchema(house.ownerConnection));
});
