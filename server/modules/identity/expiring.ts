import { endStreams, type Platform, transaction } from '../../platform/index.ts';
import { createSessionStore } from './store/sessions.ts';

/** How many sessions are ended in one transaction; a night's worth goes in several. */
const batch = 500;

/** 会话到时: every minute the sessions whose time is over are ended, and with them what was still being told there. */
export function endExpiredSessions({ db, jobs }: Pick<Platform, 'db' | 'jobs'>): void {
  const store = createSessionStore(db);
  jobs.every('identity.end-sessions', '* * * * *', async (now) => {
    for (let ended = batch; ended === batch; ) {
      ended = await transaction(db, async (tx) => {
        const sessions = await store.endExpired(tx, now, batch);
        await endStreams(tx, sessions);
        return sessions.length;
      });
    }
  });
}
