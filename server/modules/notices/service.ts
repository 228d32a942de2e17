import type { NoticeBook } from '@tongban/catalogue/author';
import type { Platform } from '../../platform/index.ts';
import type { Identity, IdentityPorts } from '../identity/index.ts';
import { type Carrying, createCarrying } from './carrying.ts';
import { createCentre } from './centre.ts';
import { type CodeSender, createCodeSender } from './codes.ts';
import { createCounts } from './counts.ts';
import { createNoticeDesk } from './desk.ts';
import { createFigures } from './figures.ts';
import { createBox } from './kept.ts';
import { createLane, type Lane } from './lanes.ts';
import { createMailAddress } from './mail-address.ts';
import type { Carrier } from './ports/carrier.ts';
import type { SmsPeer } from './ports/sms-http.ts';
import type { Wechat } from './ports/wechat.ts';
import { createReceipts } from './receipts.ts';
import { createDeliveryStore } from './store/deliveries.ts';
import { createFigureStore, type FigureStore } from './store/figures.ts';
import { createNoticeStore } from './store/notices.ts';
import type { OutwardChannel } from './store/tables.ts';
import { carryDue, createTelling } from './telling.ts';
import { createTexts } from './texts.ts';
import { createWarnings } from './warnings.ts';

/** Who carries text messages, by whose receipts they are confirmed; the official account and the mail, where there are such. */
export type NoticePorts = {
  readonly sms: readonly Carrier[];
  readonly receiptsFrom: readonly SmsPeer[];
  readonly wechat: Wechat | undefined;
  readonly mail?: Carrier;
};
type Bare = Pick<Platform, 'db' | 'clock' | 'vault'> & { book: NoticeBook; ports: NoticePorts };
type Deps = Bare &
  Pick<Platform, 'jobs' | 'config'> & {
    sms: Carrying;
    identity: Pick<Identity, 'persons' | 'accountsAfter' | 'newAccounts'>;
  };
export type Notices = ReturnType<typeof createNotices>;

const strandedMs = 120_000;
/** House default: what is due leaves within so long. One look for many costs the database less than a job for each. */
const everyMs = 500;
const mailCode = { event: 'notices.mail-code', channel: 'mail' } as const;

/** The providers of text messages, and who sends one-time codes by them; they are there before anybody is known. */
export function createTextMessages({ ports, ...bare }: Bare) {
  const carrying = createCarrying(ports.sms, { ...bare, figures: createFigureStore(bare.db) });
  const { kind, send } = createCodeSender({ ...bare, carrying, event: 'identity.code', channel: 'sms' });
  const codes: IdentityPorts['sms'] = { kind, send: ({ phone, ...rest }) => send({ to: phone, ...rest }) };
  return { carrying, codes };
}

/** 通知: keeps what is to be told with the act that makes it necessary, and hands it over by each channel, in time or never. */
export function createNotices(deps: Deps) {
  const { db, jobs, vault, book, ports } = deps;
  const stores = { notices: createNoticeStore(db), deliveries: createDeliveryStore(db) };
  const figures = createFigureStore(db);
  const carrying = carryingBy(deps, figures);
  const parts = {
    ...{ ...deps, ...stores, figures, box: createBox(vault), texts: createTexts(book), carry: carryDue },
    ...{ wechat: ports.wechat, origin: deps.config.publicOrigin, outward: new Set(carrying.keys()) },
    // Nobody is written to before they have given an address.
    defaults: { ...book.defaults, mail: false },
    mailCodes: mailCodesBy(deps, carrying.get('mail')),
  };
  const lanes = [...carrying].map(([channel, one]) => createLane(channel, one, parts));
  const carry = carryAll(lanes);
  jobs.handle(carryDue, carry);
  jobs.often('notices.carry', everyMs, carry);
  jobs.every('notices.sweep', '* * * * *', async (now) => {
    await stores.deliveries.reclaim(new Date(now.getTime() - strandedMs));
    await carry();
  });
  const telling = createTelling(parts);
  return {
    ...telling,
    ...createCentre({ ...parts, mail: createMailAddress(parts) }),
    ...createReceipts({ ...parts, peers: ports.receiptsFrom }),
    warnings: createWarnings({ ...parts, ...telling }),
    /** 按天数 for the desk. */
    counts: createCounts(parts),
    desk: createNoticeDesk({ ...parts, lanes, daily: createFigures({ ...parts, jobs }) }),
    /** 证照到期提醒: how many days before the end of a licence its holder is told, the earliest first. */
    licenceDays: book.defaults.licence_days,
  };
}

/** Who carries each channel, each with breakers and weights of its own. */
function carryingBy({ db, clock, sms, ports }: Deps, figures: FigureStore): Map<OutwardChannel, Carrying> {
  const { wechat, mail } = ports;
  const by = (carrier: Carrier) => createCarrying([carrier], { db, clock, figures });
  return new Map<OutwardChannel, Carrying>([
    ['sms', sms],
    ...(wechat === undefined ? [] : [['wechat', by(wechat)] as const]),
    ...(mail === undefined ? [] : [['mail', by(mail)] as const]),
  ]);
}

function mailCodesBy(deps: Deps, carrying: Carrying | undefined): CodeSender | undefined {
  return carrying && createCodeSender({ ...deps, ...mailCode, carrying });
}

/** Every lane goes on by itself: one that has to wait for its provider holds up no other. */
function carryAll(lanes: readonly Lane[]) {
  return async (): Promise<void> => {
    await Promise.all(lanes.map((lane) => lane.carry()));
  };
}
