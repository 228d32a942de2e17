import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, startPostgres } from '../server/platform/index.ts';
import { describeSchema } from '../server/platform/schema.ts';

/** Writes server/schema.sql anew: all migrations on an empty database, described. */
const folder = mkdtempSync(join(tmpdir(), `tongban-test-${process.pid}-`));
chmodSync(folder, 0o711);
const server = join(import.meta.dirname, '..', 'server');
const postgres = await startPostgres({ folder, settings: { fsync: 'off' } });
try {
  await migrate(postgres.migrator, { folder: join(server, 'migrations'), applicationRole: 'tongban_app' });
  writeFileSync(join(server, 'schema.sql'), await describeSchema(postgres.migrator));
  console.log('server/schema.sql written');
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
