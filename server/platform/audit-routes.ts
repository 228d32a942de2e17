import { type AuditEntry, auditRoutes, type Checkpoint, staff } from '@tongban/contract';
import { isUuid } from '@tongban/kernel';
import { asMachine } from './acting.ts';
import { createEntriesStore, type ListedLine, type Wanted } from './audit/entries-store.ts';
import type { SealingState } from './audit/log.ts';
import type { KeptCheckpoint } from './audit/seal-store.ts';
import type { Platform } from './platform.ts';
import { say } from './refusal.ts';
import { serve } from './serve.ts';

type Names = (personIds: readonly string[]) => Promise<ReadonlyMap<string, { readonly name: string }>>;

const pageSize = 50;
const dayMs = 86_400_000;
/** Without an object or an actor the list looks back no further, unless it is told to. */
const lookBackDays = 31;

/** Serves the auditor's readings and the public checkpoint; `namesOf` tells the names of staff. */
export function auditHttp({ http, auditLog, db, clock }: Platform, namesOf: Names): void {
  const store = createEntriesStore(db);
  serve(http, auditRoutes.entries, async ({ query }) => {
    const { after, from, ...filter } = query;
    const named = filter.object !== undefined || filter.actor !== undefined;
    const wanted: Wanted = {
      ...filter,
      from: from ?? (named ? new Date(0) : new Date(clock().getTime() - lookBackDays * dayMs)).toISOString(),
      after: after === undefined ? undefined : placeFrom(after),
    };
    const found = await asMachine('sealer', () => store.list(wanted, pageSize + 1));
    const lines = found.slice(0, pageSize);
    const last = found.length > pageSize ? lines.at(-1) : undefined;
    const actors = lines.filter(isByStaff).map(({ actor }) => actor);
    const names = await namesOf([...new Set(actors)]);
    return {
      entries: lines.map((line) => entryOf(line, names.get(line.actor)?.name)),
      ...(last === undefined ? {} : { next: `${last.at} ${last.id}` }),
    };
  });
  serve(http, auditRoutes.checkpoint, async () => {
    const newest = await auditLog.newest();
    if (newest === undefined) throw say('audit.no-checkpoint', 'missing');
    return checkpointOf(newest);
  });
  serve(http, auditRoutes.state, async () => stateOf(await auditLog.state()));
}

/** Names are told of staff alone; other people stay their ids. */
function isByStaff({ actor, role }: ListedLine): boolean {
  return isUuid(actor) && staff.some((one) => one === role);
}

function placeFrom(after: string): { at: string; id: string } {
  const [at = '', id = ''] = after.split(' ');
  if (!isUuid(id) || Number.isNaN(Date.parse(at))) throw say('request.invalid', 'invalid');
  return { at, id };
}

function entryOf(line: ListedLine, actorName: string | undefined): AuditEntry {
  const { id, at, actor, role, branch, action, object, purpose, result, code, index } = line;
  return {
    ...{ id, at, actor, role, action, object, result },
    ...(actorName === undefined ? {} : { actorName }),
    ...(branch === undefined ? {} : { branch }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(code === undefined ? {} : { code }),
    ...(index === undefined ? {} : { index }),
  };
}

function checkpointOf({ size, root, at, text }: KeptCheckpoint): Checkpoint {
  return { size, root: root.toString('base64'), at: at.toISOString(), text };
}

function stateOf({ checkpoint, ...state }: SealingState) {
  return { ...state, ...(checkpoint === undefined ? {} : { checkpoint: checkpointOf(checkpoint) }) };
}
