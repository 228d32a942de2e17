import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { newFolder } from '../e2e/house/house.ts';
import { readConfig } from '../server/config.ts';
import { readHouseContent } from '../server/content.ts';
import { createCatalogue } from '../server/modules/catalogue/index.ts';
import {
  createIdentity,
  createRegisterSimulator,
  createSmsSimulator,
} from '../server/modules/identity/index.ts';
import { createKnowledge } from '../server/modules/knowledge/index.ts';
import { createOffices } from '../server/modules/offices/index.ts';
import {
  asCaller,
  asMachine,
  createLog,
  createPlatform,
  createTextSearch,
  createWords,
  migrate,
  newId,
  type Platform,
  type SignedIn,
  startPostgres,
} from '../server/platform/index.ts';

/**
 * 检索测速: the reply library of the content, filled up to five thousand entries with invented ones of the same words, is
 * searched as operators do: by words, by questions, with wrong characters, in pinyin, by initials, by nonsense.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { entries: { type: 'string', default: '5000' }, searches: { type: 'string', default: '600' } },
});
const [entries, searches] = [values.entries, values.searches].map(Number) as [number, number];

const folder = newFolder('bench-search');
const postgres = await startPostgres({ folder });
try {
  await measure();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  await migrate(postgres.migrator, { folder: 'server/migrations', applicationRole: 'tongban_app' });
  const platform = await createPlatform({
    config: readConfig({ TONGBAN_DATA: folder, TONGBAN_POOL: '6' }),
    log: createLog('silent'),
    clock: () => new Date(),
    connection: postgres.application,
    standIn: 'worker',
  });
  const { knowledge, titles, operator } = await asMachine('startup', () => fill(platform));
  const asked = questionsFrom(titles);
  const took: number[] = [];
  let found = 0;
  for (const q of asked.slice(0, 30)) await asCaller(operator, () => knowledge.library.list(operator, { q }));
  for (const q of asked) {
    const began = performance.now();
    const { rows } = await asCaller(operator, () => knowledge.library.list(operator, { q }));
    took.push(performance.now() - began);
    if (rows.length > 0) found += 1;
  }
  await platform.stop();
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1));
  process.stdout.write(
    `${JSON.stringify({ name: 'search', entries, searches: took.length, found, searchP50: at(0.5), searchP95: at(0.95) })}\n`,
  );
}

async function fill(platform: Platform) {
  const content = readHouseContent(folder);
  const offices = createOffices(content);
  const ports = { sms: createSmsSimulator(), register: createRegisterSimulator([]) };
  const identity = createIdentity({ ...platform, ports });
  const catalogue = createCatalogue({ ...platform, offices });
  await catalogue.load(content);
  const search = createTextSearch(createWords(content.terms));
  const knowledge = createKnowledge({ ...platform, offices, identity, catalogue, search });
  const own = await knowledge.load(content);
  const known = content.replies;
  const more = Array.from({ length: Math.max(entries - own, 0) }, (_, at) => varied(known, at));
  await knowledge.load({ ...content, replies: [...known, ...more] });
  await sql`analyze knowledge.entry, knowledge.version, knowledge.indexed`
    .execute(platform.db)
    .catch(() => undefined);
  const branch = offices.intakeFor('4419')?.branch ?? '';
  const operator: SignedIn = { role: 'operator', personId: newId(), assignment: { id: newId(), branch } };
  return { knowledge, operator, titles: [...known, ...more].map(({ name, when }) => ({ name, when })) };
}

type Reply = Parameters<ReturnType<typeof createKnowledge>['load']>[0]['replies'][number];

/** A reply of the same field: the words of two others, one after the other. */
function varied(known: readonly Reply[], at: number): Reply {
  const one = known[at % known.length] as Reply;
  const other = known[(at * 7 + 3) % known.length] as Reply;
  const scope = at % 3 === 0 ? one.scope : ({ level: 'city', division: '4419' } as const);
  const name = `${one.name}-${other.name}-${at}`.slice(0, 80);
  return { ...one, scope, id: `${one.id}-${at}`, name, when: other.when, text: `${one.text}${other.text}` };
}

/** What people type for an entry: its words, a question, a wrong order, a part, and now and then nonsense. */
function questionsFrom(titles: readonly { name: string; when: string }[]): string[] {
  const ways: ((text: string) => string)[] = [
    (text) => text,
    (text) => `我想问一下${text}怎么办`,
    (text) => text.slice(0, 3),
    (text) => text.slice(1, 5),
    (text) => [...text].toReversed().join(''),
    () => 'shenfenzheng',
    () => 'sfz',
    () => '身分正补领',
    () => '灯塔浮标押金',
  ];
  return Array.from({ length: searches }, (_, at) => {
    const { name, when } = titles[(at * 37) % titles.length] as { name: string; when: string };
    return (ways[at % ways.length] as (text: string) => string)(at % 2 === 0 ? when : name);
  });
}
