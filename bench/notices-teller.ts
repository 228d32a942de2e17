import { setTimeout as pause } from 'node:timers/promises';
import { citizenCheck } from '@tongban/kernel';
import { readConfig } from '../server/config.ts';
import { readHouseContent } from '../server/content.ts';
import {
  createIdentity,
  createRegisterSimulator,
  createSmsSimulator,
} from '../server/modules/identity/index.ts';
import { createNotices, createTextMessages } from '../server/modules/notices/index.ts';
import { chooseNoticePorts } from '../server/notice-ports.ts';
import { asMachine, createLog, createPlatform, transaction } from '../server/platform/index.ts';

/** What the bench asks of it: to tell so many notices a second for so many seconds. */
export type Telling = { readonly perSecond: number; readonly seconds: number };
/** How many it told, and by when. */
export type Told = { readonly told: number; readonly from: string; readonly until: string };

/** 通知的人: a process that tells people things as the acts of a day would, each in a transaction of its own; others carry them. */
const people = 400;
const config = readConfig({ ...process.env, TONGBAN_LOG: 'silent' });
if (config.database === undefined) throw new Error('the teller needs a database');
const platform = await createPlatform({
  ...{ config, log: createLog('silent'), clock: () => new Date() },
  connection: { url: config.database.url },
});
const { db } = platform;
const { notices: book } = readHouseContent(config.dataFolder);
const telling = { ...platform, book, ports: chooseNoticePorts(platform) };
const { carrying, codes } = createTextMessages(telling);
const identity = createIdentity({
  ...platform,
  ports: { sms: createSmsSimulator(), register: createRegisterSimulator([]) },
});
// It leaves the handing over to the house that is open.
const jobs = { ...platform.jobs, isRunning: () => true };
const notices = createNotices({ ...telling, jobs, identity, sms: carrying });
const personIds = await asMachine('startup', enrol);
process.send?.(codes.kind);
process.on('message', (wish: Telling) => void tell(wish).then((told) => process.send?.(told)));
process.on('disconnect', () => process.exit(0));

/** Invented people, each with a phone. */
async function enrol(): Promise<string[]> {
  const ids: string[] = [];
  for (let nth = 0; nth < people; nth += 1) {
    const first17 = `99010119990101${String(nth).padStart(3, '0')}`;
    const citizenNumber = `${first17}${citizenCheck(first17)}`;
    const phone = `1990000${String(1000 + nth)}`;
    const enrolled = await transaction(db, (tx) =>
      identity.enrolCitizen(tx, { name: '示例·甲', citizenNumber, phone }),
    );
    ids.push(enrolled);
  }
  return ids;
}

/** One notice after another at its own time; one that is late does not hold up the next. */
async function tell({ perSecond, seconds }: Telling): Promise<Told> {
  const from = new Date();
  const began = performance.now();
  const going: Promise<void>[] = [];
  for (let nth = 0; nth < perSecond * seconds; nth += 1) {
    const early = began + (nth * 1000) / perSecond - performance.now();
    if (early > 1) await pause(early);
    going.push(tellOne(nth));
  }
  await Promise.all(going);
  return { told: going.length, from: from.toISOString(), until: new Date().toISOString() };
}

function tellOne(nth: number): Promise<void> {
  const personId = personIds[nth % people] ?? '';
  const facts = { item: { zh: '居住证签注', en: 'Endorse a residence permit' }, number: '990100000012' };
  // Urgent, so that a bench at night does not wait for the morning.
  const about = { personId, about: 'ticket:bench' };
  return asMachine('worker', () =>
    transaction(db, (tx) =>
      notices.tell(
        tx,
        nth % 2 === 0
          ? { ...about, event: 'hall.called', facts: { number: 'A012', window: '3 号窗口' } }
          : {
              ...about,
              event: 'bookings.offered',
              facts: { ...facts, hall: '大厅', at: '今天', until: '9:45' },
            },
      ),
    ),
  );
}
