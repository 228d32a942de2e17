import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Action } from '@tongban/casework';
import { beforeAll, describe, expect, test } from 'vitest';
import { readHouseContent } from './content.ts';
import { findFact } from './modules/cases/events.ts';
import type { OpenCase } from './modules/cases/model.ts';
import { createTestHouse } from './platform/testing.ts';

/** Facts that tell nobody outside the bureau anything, and why. */
const inside: Readonly<Record<string, string>> = {
  'cases.moved': 'a case went from desk to desk; its page shows where it is',
  'cases.urged': 'the applicant did it; the holder of the case hears of it at the desk',
  'cases.unmasked-too-much': 'concerns somebody of the staff; the supervisor hears of it',
  'files.shown': 'stands in everybody’s own access log',
  'hotline.order-classified': 'how the bureau sorts an order is its own affair',
  'hotline.order-files-added': 'whoever adds their own knows; what the desk adds are its own papers',
  'hotline.order-moved':
    'an order went from desk to desk; its page shows where it is, and the day of the reply stays',
  'hotline.order-reminded': 'a desk is late; it and those above see the light',
  'hotlist.topic-moved': 'concerns a matter and the units that have it',
  'hotlist.topic-rebounded': 'concerns a matter; the supervisor sees the red light',
  'hotlist.topic-reported': 'concerns a matter and those who lead it',
  'hotlist.board-changed': 'a public page, open to everybody',
  'hotlist.month-asked': 'work of the bureau',
  'hotlist.month-mined': 'work of the bureau',
  'forums.forum-opened': 'an open collection stands on a page open to everybody',
  'forums.forum-changed': 'the same',
  'forums.forum-closed': 'the same',
  'forums.order-entered': 'how the bureau keeps orders together is its own affair',
  'forums.order-left': 'the same',
  'forums.progress-noted': 'work of the bureau; whoever asked hears of the reply',
  'forums.volunteer-appointed': 'the branch hands the appointment over in person',
  'forums.volunteer-dismissed': 'the branch says so in person',
  'knowledge.reply-in-force': 'concerns a reply of the library',
  'knowledge.reply-ended': 'concerns a reply of the library',
};
/** Facts that are told by a text of another name, by what they say. */
const toldAs: Readonly<Record<string, readonly string[]>> = {
  'cases.closed': [
    ...['cases.closed', 'cases.refused', 'cases.returned', 'cases.withdrawn', 'cases.expired'],
    ...['cases.forwarded', 'cases.revoked'],
  ],
  'licences.issued': ['cases.result-ready', 'cases.closed'],
  'licences.revoked': ['cases.revoked', 'cases.promise-broken'],
  'hall.visit-ended': ['ratings.invited'],
  'ratings.repair-moved': [
    ...['ratings.repair-opened', 'ratings.repair-answered', 'ratings.repair-closed', 'ratings.rating-struck'],
  ],
  'cases.promise-settled': ['cases.promise-to-correct', 'cases.promise-broken'],
  'deliveries.settled': ['deliveries.reissued', 'deliveries.compensated'],
};
/** Acts on a case of which its applicant hears nothing by a notice, and why. */
const quiet: Partial<Record<Action['type'], string>> = {
  opened: 'nothing has been handed in yet',
  'draft-saved': 'nothing has been handed in yet',
  'pre-review-started': 'the submission was told, and so will be what comes of it',
  assigned: 'who works on it is the bureau’s own affair',
  'extension-requested': 'told when it is granted',
  'extension-declined': 'nothing changes for the applicant',
  'ask-settled': 'the applicant did it',
  'decision-lapsed': 'taken back before it left the house',
  'production-started': 'the decision was told, and the result will be',
  sent: 'told as a parcel',
  'handed-over': 'the person stood there; the closing is told',
};
const told: Readonly<Record<Exclude<Action['type'], keyof typeof quiet>, true>> = {
  ...{ submitted: true, 'correction-requested': true, resubmitted: true, accepted: true },
  ...{ 'not-accepted': true, 'special-procedure-started': true, 'special-procedure-ended': true },
  ...{ 'limit-extended': true, asked: true, granted: true, refused: true, 'result-ready': true },
  ...{ closed: true, returned: true, forwarded: true, withdrawn: true, 'correction-expired': true },
  ...{ revoked: true, 'step-passed': true, 'step-returned': true },
};

const modules = join(import.meta.dirname, 'modules');
const sources = readdirSync(modules, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name))
  .map((name) => readFileSync(join(modules, name), 'utf8'));
const namesIn = (pattern: RegExp) =>
  sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name = '']) => name));
const facts = namesIn(/\bfact\(\s*'([a-z-]+\.[a-z-]+)'/g);
const ids = new Set<string>();
beforeAll(async () => {
  const house = await createTestHouse(() => undefined);
  for (const { id } of readHouseContent(house.platform.config.dataFolder).notices.events) ids.add(id);
  await house.stop();
});

describe('every change that concerns a person', () => {
  test('has a text, or a reason why nobody is told', () => {
    expect(facts.length).toBeGreaterThan(25);
    const silent = facts.filter((fact) => inside[fact] === undefined);
    const untold = silent.flatMap((fact) => (toldAs[fact] ?? [fact]).filter((text) => !ids.has(text)));
    expect(untold).toEqual([]);
    expect(Object.keys(inside).filter((fact) => !facts.includes(fact))).toEqual([]);
  });
  test('is told by somebody: no text waits in vain', () => {
    const spoken = new Set([
      ...facts,
      ...Object.values(toldAs).flat(),
      ...namesIn(/'([a-z]+\.[a-z]+(?:-[a-z]+)*)'/g),
      ...namesIn(/event: `?'?(?:[a-z]+ === '[a-z]+' \? ')?([a-z]+\.[a-z-]+)/g),
    ]);
    expect([...ids].filter((id) => !spoken.has(id))).toEqual([]);
  });
  test('of a case is a fact the applicant hears of; what is not says why', () => {
    const row = { city: '', case_id: '', case_number: '', item: '', division: '', branch: '', person_id: '' };
    const about = { row } as unknown as OpenCase;
    const by = { at: '2026-03-02T01:30:00Z', by: { kind: 'system' } };
    for (const type of Object.keys(told)) {
      const action = { ...by, type } as unknown as Action;
      const ending =
        { closed: 'granted', returned: 'returned', forwarded: 'forwarded' }[type] ?? endingOf(type);
      expect([type, findFact(action, about, ending)?.type]).toEqual([
        type,
        expect.stringMatching(/^cases\./),
      ]);
    }
    for (const type of Object.keys(quiet)) {
      const action = { ...by, type } as unknown as Action;
      expect([type, findFact(action, about, undefined)]).toEqual([type, undefined]);
    }
  });
});

/** How a case ended by an act that ends it. */
function endingOf(type: string): string | undefined {
  return type === 'withdrawn' ? 'withdrawn' : type === 'correction-expired' ? 'expired' : undefined;
}
