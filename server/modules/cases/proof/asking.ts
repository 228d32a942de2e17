import type { MaterialDefinition } from '@tongban/catalogue';
import type { DataSource, DataSources as DataSourceList } from '@tongban/catalogue/author';
import { newId, type Platform } from '../../../platform/index.ts';
import type { KeptCheck } from '../kept.ts';
import type { SlotKey } from '../model.ts';
import type { DataSources, SourceQuestion } from './ports/data-sources.ts';
import { isCheckable } from './standing-in.ts';

type Deps = Pick<Platform, 'clock'> & { list: DataSourceList; sources: DataSources };
export type Asking = ReturnType<typeof createAsking>;

/** A paper somebody is to be spared: which material, of which item, whose. */
export type Sparing = {
  readonly slot: SlotKey;
  readonly definition: MaterialDefinition;
  readonly item: string;
  readonly subject: SourceQuestion['subject'];
};
type Found = { source: DataSource; licence: string };

/** After so many failures in a row a source is left alone for a while, so that nobody waits for it in vain. */
const mostFailures = 5;
const restMs = 30_000;

/** 数据核验: puts questions to data sources, all at once, each for a bounded time; a source that is away holds up nobody. */
export function createAsking({ clock, list, sources }: Deps) {
  const breaker = createBreaker(clock);
  const askOne = async ({ slot, definition, item, subject }: Sparing): Promise<KeptCheck> => {
    const found = findSource(list, definition);
    const check = newId();
    const at = clock().toISOString();
    if (found === undefined) return { ...noSource(slot, check), at };
    const { source, licence } = found;
    const kept = {
      ...{ ...slot, check, source: source.id, name: { zh: source.name, en: source.name_en }, at },
      simulated: sources.kind === 'simulator',
    };
    const say = `“${source.name}”暂时连不上，由工作人员核验`;
    const away: KeptCheck = { ...kept, state: 'away', facts: [], say };
    if (breaker.isResting(source.id)) return away;
    try {
      const answer = await sources.ask({ check, source: source.id, licence, item, subject }, source.wait_ms);
      breaker.answered(source.id);
      const told = answer.say ?? sayOf(answer.state, source);
      return {
        ...{ ...kept, state: answer.state, facts: [...answer.facts] },
        ...(told === undefined ? {} : { say: told }),
      };
    } catch {
      breaker.failed(source.id);
      return away;
    }
  };
  return {
    /** Whether some source can be asked in place of this material of the applicant's own. */
    asks: (definition: MaterialDefinition): boolean =>
      sources.kind !== 'none' && findSource(list, definition) !== undefined,
    ask: (sparings: readonly Sparing[]): Promise<KeptCheck[]> => Promise.all(sparings.map(askOne)),
  };
}

/** The source that keeps what this material would prove, when it is about the applicant. */
function findSource(
  { applicants, sources }: DataSourceList,
  definition: MaterialDefinition,
): Found | undefined {
  if (!isCheckable(definition) || !applicants.includes(definition.holder)) return undefined;
  const found = sources.flatMap((source) =>
    source.answers
      .filter((answer) => answersFor(definition, answer))
      .map(({ licence }) => ({ source, licence })),
  );
  return found[0];
}

/** By the licence the item names; where it names none, by the material. */
function answersFor(
  { id, substitute }: MaterialDefinition,
  { licence, materials = [] }: DataSource['answers'][number],
): boolean {
  return substitute.licence === undefined ? materials.includes(id) : substitute.licence === licence;
}

function noSource(slot: SlotKey, check: string): Omit<KeptCheck, 'at'> {
  const name = { zh: '工作人员', en: 'Our staff' };
  const say = '没有接通能核验它的数据，由工作人员核验';
  return { ...slot, check, source: 'none', name, simulated: false, state: 'away', facts: [], say };
}

function sayOf(state: 'match' | 'mismatch' | 'unknown', { name }: DataSource): string | undefined {
  switch (state) {
    case 'match':
      return undefined;
    case 'mismatch':
      return `和“${name}”登记的不一致`;
    case 'unknown':
      return `在“${name}”里没有查到`;
  }
}

/** 熔断: remembers which sources have failed too often in a row. */
function createBreaker(clock: () => Date) {
  const failures = new Map<string, { inARow: number; until: number }>();
  return {
    isResting: (source: string) => (failures.get(source)?.until ?? 0) > clock().getTime(),
    answered: (source: string) => failures.delete(source),
    failed(source: string) {
      const inARow = (failures.get(source)?.inARow ?? 0) + 1;
      const until = inARow < mostFailures ? 0 : clock().getTime() + restMs;
      failures.set(source, { inARow, until });
    },
  };
}
