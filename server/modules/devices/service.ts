import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { ScreenRow as ScreenView } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import { announce, type SignedIn, type Tx } from '../../platform/index.ts';
import { screenTopic } from './events.ts';
import type { Deps, KnownScreen, Parts } from './parts.ts';
import { createShowing } from './showing.ts';
import { createSigning } from './signing.ts';
import { createStore, type ScreenRow, type Store } from './store.ts';

export type Devices = ReturnType<typeof createDevices>;

const minute = 60_000;
const codeMinutes = 5;
const ticketMinutes = 1;
const onlineSeconds = 30;
const mostTries = 8;

/** 群众屏: tablets offer themselves, clerks pair them with their window, and each shows what its window asks. */
export function createDevices(deps: Deps) {
  const store = createStore(deps.db);
  const parts = { ...deps, store, known: knownBy(store) };
  return {
    ...createPairing(parts),
    ...createShowing(parts),
    ...createSigning(parts),
    /** The window of a screen that proves itself; undefined while it is paired with none. */
    windowOfScreen: async (asked: KnownScreen) => (await parts.known(asked)).window_id,
    /** A ticket that opens the stream once; an address in a log is then worth nothing. */
    async ticket(tx: Tx, asked: KnownScreen): Promise<{ ticket: string }> {
      const { screen_id: screenId } = await parts.known(asked);
      const ticket = randomBytes(24).toString('base64url');
      const now = deps.clock();
      await store.dropStaleTickets(tx, screenId, now);
      const until = new Date(now.getTime() + ticketMinutes * minute);
      await store.insertTicket(tx, { ticket_hash: digest(ticket), screen_id: screenId, good_until: until });
      return { ticket };
    },
    /** Lets a stream open: what is told on it later says only that something changed. */
    async admit(tx: Tx, { screen, ticket }: { screen: string; ticket: string }): Promise<ScreenRow> {
      const now = deps.clock();
      const good = await store.useTicket(tx, { hash: digest(ticket), screenId: screen, now });
      const row = good ? await store.screen(screen) : undefined;
      if (row === undefined) throw new Problem('devices.ticket', 'forbidden', '连接凭据已经用过或过期');
      return row;
    },
  };
}

/** Finds the screen that holds this key; a wrong key is as if there were no screen. */
function knownBy(store: Store) {
  return async ({ screen, key }: KnownScreen): Promise<ScreenRow> => {
    const row = await store.screen(screen);
    if (row === undefined || !row.key_hash.equals(digest(key))) throw releasedScreen();
    return row;
  };
}

function createPairing(parts: Parts) {
  const { clock, store } = parts;
  return {
    async offer(tx: Tx) {
      const key = randomBytes(32).toString('base64url');
      const now = clock();
      const until = new Date(now.getTime() + codeMinutes * minute);
      await store.dropStale(tx, now);
      for (let tries = 0; tries < mostTries; tries += 1) {
        const code = String(randomInt(1_000_000)).padStart(6, '0');
        const row = { code_index: indexOf(parts, code), code_until: until, offered_at: now };
        const screen = await store.insertOffer(tx, { key_hash: digest(key), ...row });
        if (screen !== undefined) return { screen, code, key, expiresAt: until.toISOString() };
      }
      throw new Problem('devices.busy', 'unavailable', '没有空的配对码，过一分钟再试');
    },
    async pair(tx: Tx, caller: SignedIn, code: string): Promise<ScreenView> {
      const window = windowOf(caller);
      const offered = await store.lockOffer(tx, indexOf(parts, code), clock());
      if (offered === undefined) {
        throw new Problem('devices.code', 'missing', '没有屏幕在显示这个配对码。看一眼屏幕，重新输入');
      }
      await letGo(parts, tx, { window });
      const to = { window_id: window, office: caller.assignment?.office ?? null, paired_at: clock() };
      const row = await store.pair(tx, offered.screen_id, to);
      await tell(tx, row.screen_id);
      return viewOf(parts, row);
    },
    async mine(caller: SignedIn): Promise<{ screen?: ScreenView }> {
      const window = caller.assignment?.window;
      const row = window === undefined ? undefined : await store.atWindow(window);
      return row === undefined ? {} : { screen: viewOf(parts, row) };
    },
    async release(tx: Tx, caller: SignedIn, screen: string): Promise<void> {
      const gone = await letGo(parts, tx, { window: windowOf(caller), screen });
      if (gone.length === 0) throw releasedScreen();
    },
  };
}

/** Forgets the screen of a window, so that it goes back to offering itself. */
async function letGo({ store }: Parts, tx: Tx, { window, screen }: { window: string; screen?: string }) {
  const gone = await store.release(tx, window, screen);
  for (const screenId of gone) await tell(tx, screenId);
  return gone;
}

function viewOf({ offices, clock }: Parts, row: ScreenRow): ScreenView {
  const window = row.window_id ?? '';
  const seen = row.seen_at?.getTime() ?? 0;
  return {
    screen: row.screen_id,
    window,
    windowName: offices.findWindow(window)?.name ?? window,
    pairedAt: (row.paired_at ?? row.offered_at).toISOString(),
    online: clock().getTime() - seen <= onlineSeconds * 1000,
  };
}

function windowOf({ assignment }: SignedIn): string {
  if (assignment?.window !== undefined) return assignment.window;
  throw new Problem(
    'devices.no-window',
    'conflict',
    '您的岗位没有分到窗口，不能配对。换到有窗口的岗位，或请管理员给岗位填上窗口',
  );
}

function indexOf({ vault }: Parts, code: string): Buffer {
  return vault.index('devices.screen.code', code);
}

function tell(tx: Tx, screenId: string): Promise<void> {
  return announce(tx, { topic: screenTopic, key: screenId, data: { changed: true } });
}

function releasedScreen(): Problem {
  return new Problem('devices.screen', 'missing', '这块屏幕已经解除配对，重新配对后再用');
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
