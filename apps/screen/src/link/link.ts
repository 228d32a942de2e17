import { type Answered, ratingsRoutes, type ScreenShow, screensRoutes } from '@tongban/contract';
import { addressOf, type Call } from '@tongban/contract/client';
import { Problem } from '@tongban/kernel';
import { createBell, createStream, type Heard } from '@tongban/ui/machine';

/** What the screen is to its server: waiting to be paired under a code, or paired and showing something. */
export type Place =
  | { readonly at: 'starting' }
  | { readonly at: 'offering'; readonly code: string }
  | {
      readonly at: 'paired';
      readonly bureau: string;
      readonly show: ScreenShow;
      /** The visit that has just ended here and may be rated; while nothing else is asked. */
      readonly rating?: ToRate;
    };
/** 请评价: a visit, and the levels to tap. */
export type ToRate = Required<Pick<Answered<typeof ratingsRoutes.onScreen>, 'visit' | 'offer'>>;
export type Rating = { readonly visit: string; readonly level: number; readonly reasons: readonly string[] };
/** How the screen stands; `awaySince` while the server cannot be reached. */
export type Standing = { readonly place: Place; readonly awaySince?: Date };
export type Answer = {
  readonly about: string;
  readonly verdict: 'sign' | 'decline';
  readonly signature?: string;
  readonly say?: string;
};

/** What stays on the tablet: its own name and key, and the code it shows while unpaired. Nothing of a person. */
type Offer = Answered<typeof screensRoutes.offer>;
type Kept = Omit<Offer, 'code' | 'expiresAt'> & Partial<Offer>;

export type Surroundings = {
  readonly call: Call;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly now: () => Date;
  /** Opens the stream of changes. */
  readonly follow: (address: string, heard: Heard) => () => void;
  readonly wait: (ms: number) => Promise<void>;
};

const keptAs = 'tongban.screen';
/** Seen by the server at least this often, and never older than this when word of a change was lost. */
const lookEveryMs = 10_000;
const againAfterMs = 3_000;
/** After this long without the server nothing personal stays on the screen. */
const blankAfterMs = 60_000;
/** The thanks of the server have ended by then. */
const thanksMs = 6_500;

/** 连线: keeps the screen in step with its server until it is stopped. */
export function createLink(around: Surroundings, tell: (standing: Standing) => void) {
  let standing: Standing = { place: { at: 'starting' } };
  let stopped = false;
  const bell = createBell();
  const stream = streamOf(around, bell.ring);
  const say = (next: Standing) => {
    standing = next;
    if (!stopped) tell(next);
  };
  const look = async () => {
    const kept = await known(around);
    const answer = await around.call(screensRoutes.show, asked(kept));
    if (answer.paired) settle(around, kept);
    const before = standing.place.at;
    const rating = answer.paired && answer.show.kind === 'idle' ? await toRate(around, kept) : undefined;
    say({ place: placeOf(kept, answer, rating) });
    // A stream tells of one window, or of none; a screen that was just paired opens another.
    if (before !== standing.place.at) stream.leave();
    await stream.follow(kept);
  };
  return {
    async run(): Promise<void> {
      while (!stopped) {
        const rung = bell.next();
        const pause = await look().then(
          () => lookEveryMs,
          (error: unknown) => {
            stream.leave();
            if (isReleased(error)) around.storage.removeItem(keptAs);
            else say(away(standing, around.now()));
            return againAfterMs;
          },
        );
        await Promise.race([around.wait(pause), rung]);
      }
    },
    /** Sends what the person answered; what the server shows then stands at once. */
    async answer(given: Answer): Promise<void> {
      const kept = await known(around);
      const answer = await around.call(screensRoutes.sign, { ...asked(kept), body: given });
      say({ place: placeOf(kept, answer) });
      void around.wait(thanksMs).then(bell.ring);
    },
    rate: ratingBy(around, bell.ring),
    stop(): void {
      stopped = true;
      stream.leave();
      bell.ring();
    },
  };
}

/** Sends how it was; the screen thanks and then waits for the next person. */
function ratingBy(around: Surroundings, ring: () => void) {
  return async ({ visit, level, reasons }: Rating): Promise<void> => {
    const kept = await known(around);
    const body = { visit, level, reasons: [...reasons] };
    await around.call(ratingsRoutes.rateOnScreen, { ...asked(kept), body });
    void around.wait(thanksMs).then(ring);
  };
}

/** The stream of changes, opened with a ticket. Lost, it waits for the next look, so that no server is asked in a hurry. */
function streamOf({ call, follow }: Surroundings, onTold: () => void) {
  return createStream(async (kept: Kept, onLost) => {
    const { ticket } = await call(screensRoutes.ticket, asked(kept));
    const at = { params: { screen: kept.screen }, query: { ticket } };
    return follow(addressOf(screensRoutes.watch, at), { onTold, onLost });
  });
}

/** The screen's own name and key: kept from before, or offered anew when there is none or its code has run out. */
async function known({ storage, call, now }: Surroundings): Promise<Kept> {
  const text = storage.getItem(keptAs);
  const kept = text === null ? undefined : (JSON.parse(text) as Kept);
  const over = kept?.expiresAt !== undefined && new Date(kept.expiresAt) <= now();
  if (kept !== undefined && !over) return kept;
  const offered = await call(screensRoutes.offer, {});
  storage.setItem(keptAs, JSON.stringify(offered));
  return offered;
}

/** Once paired, the code has had its use; name and key go on. */
function settle({ storage }: Surroundings, { screen, key, code }: Kept): void {
  if (code !== undefined) storage.setItem(keptAs, JSON.stringify({ screen, key }));
}

function asked({ screen, key }: Kept) {
  return { params: { screen }, headers: { 'screen-key': key } };
}

type Shown = Answered<typeof screensRoutes.show>;

function placeOf(kept: Kept, { paired, bureau = '', show }: Shown, rating?: ToRate): Place {
  if (paired) return { at: 'paired', bureau, show, ...(rating === undefined ? {} : { rating }) };
  return { at: 'offering', code: kept.code ?? '' };
}

/** Asks for a rating only where nobody is asked anything else; a house without ratings never does. */
async function toRate({ call }: Surroundings, kept: Kept): Promise<ToRate | undefined> {
  const { visit, offer } = await call(ratingsRoutes.onScreen, asked(kept));
  return visit === undefined || offer === undefined ? undefined : { visit, offer };
}

/** The server is away: since when, and after a minute without anything of a person. */
function away({ place, awaySince }: Standing, now: Date): Standing {
  const since = awaySince ?? now;
  const blank = place.at === 'paired' && now.getTime() - since.getTime() >= blankAfterMs;
  if (!blank) return { place, awaySince: since };
  const { windowName } = place.show;
  const { at, bureau } = place;
  return { place: { at, bureau, show: { kind: 'idle', windowName } }, awaySince: since };
}

function isReleased(error: unknown): boolean {
  return error instanceof Problem && error.code === 'devices.screen';
}
