import type { Answered, noticesRoutes, Outgoing } from '@tongban/contract';
import { maskPhone } from '@tongban/kernel';
import { asMachine } from '../../platform/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Carrying } from './carrying.ts';
import { placeFrom } from './centre.ts';
import type { Daily } from './figures.ts';
import type { Box, Kept } from './kept.ts';
import type { Lane } from './lanes.ts';
import { maskMail } from './rules.ts';
import type { DeliveryStore, OutboxWish } from './store/deliveries.ts';
import type { NoticeStore } from './store/notices.ts';
import type { Channel, ChoiceRow, DeliveryRow, OutwardChannel } from './store/tables.ts';
import type { Texts } from './texts.ts';

type Parts = {
  texts: Texts;
  box: Box;
  notices: NoticeStore;
  deliveries: DeliveryStore;
  identity: Pick<Identity, 'persons'>;
  lanes: readonly Lane[];
  daily: Daily;
};
type Wish = Omit<OutboxWish, 'limit' | 'after'> & { after?: string };

const pageSize = 50;

/** 通知台: what the administrator sees: the texts, what goes out, and how well it goes. Whom it concerns stays masked. */
export function createNoticeDesk(parts: Parts) {
  const { texts, daily, lanes, deliveries } = parts;
  return {
    texts: texts.previews,
    outgoing: (wish: Wish): Promise<Answered<typeof noticesRoutes.outgoing>> =>
      asMachine('worker', async () => {
        const { after: from, ...rest } = wish;
        const after = placeFrom(from);
        const place = after === undefined ? {} : { after };
        const rows = await deliveries.outbox({ ...rest, ...place, limit: pageSize + 1 });
        const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
        return {
          outgoing: await shown(parts, rows.slice(0, pageSize)),
          ...(last === undefined ? {} : { next: `${last.made_at.toISOString()}.${last.delivery_id}` }),
        };
      }),
    figures: (): Promise<Answered<typeof noticesRoutes.figures>> =>
      asMachine('worker', async () => ({
        days: await daily.days(),
        providers: lanes.flatMap(({ channel, carrying }) =>
          carrying.carriers.map((carrier) => ({
            ...{ provider: carrier.provider, channel, simulated: carrier.kind === 'simulator' },
            ...{ weight: carrying.weightOf(carrier), resting: carrying.rests(carrier) },
          })),
        ),
      })),
  };
}

async function shown({ notices, box, identity, lanes, texts }: Parts, rows: readonly DeliveryRow[]) {
  if (rows.length === 0) return [];
  const personIds = [...new Set(rows.flatMap(({ person_id: id }) => id ?? []))];
  const [kept, people, choices] = await Promise.all([
    notices.byIds([...new Set(rows.map(({ notice_id: id }) => id))]),
    identity.persons(personIds),
    notices.choices(personIds),
  ]);
  const byId = new Map(kept.map((row) => [row.notice_id, row]));
  const chosen = new Map(choices.map((row) => [row.person_id, row]));
  const simulators = new Set(lanes.flatMap(({ carrying }) => simulatedOf(carrying)));
  return rows.map((row) => {
    const notice = byId.get(row.notice_id);
    const opened = notice && box.open(notice.notice_id, notice.sealed);
    const person = row.person_id ?? '';
    const phone = opened?.phone ?? people.get(person)?.phone;
    const choice = chosen.get(person);
    const sealedMail = choice?.mail_address;
    const mail = opened?.mail ?? (sealedMail && box.openMail(person, sealedMail));
    const around = {
      ...{ event: notice?.kind ?? '', choice, to: maskedTo(row.channel, { phone, mail }) },
      said: simulators.has(row.provider ?? '') ? opened?.said : undefined,
    };
    return outgoingOf(row, around, texts);
  });
}

function simulatedOf({ carriers }: Carrying): string[] {
  return carriers.filter(({ kind }) => kind === 'simulator').map(({ provider }) => provider);
}

function maskedTo(
  channel: Channel,
  { phone, mail }: { phone: string | undefined; mail: string | undefined },
) {
  if (channel === 'sms') return phone && maskPhone(phone);
  return channel === 'mail' ? mail && maskMail(mail) : undefined;
}

function lettersOf(channel: Channel): OutwardChannel {
  return channel === 'app' ? 'sms' : channel;
}

type Around = {
  event: string;
  /** Masked. */
  to: string | undefined;
  choice: ChoiceRow | undefined;
  said: Kept['said'] | undefined;
};

function outgoingOf(row: DeliveryRow, { event, to, choice, said }: Around, texts: Texts): Outgoing {
  const letter =
    said && texts.letter(said, { channel: lettersOf(row.channel), locale: choice?.language ?? 'zh' });
  return {
    ...{ delivery: row.delivery_id, event, channel: row.channel, state: row.state, attempts: row.attempts },
    madeAt: row.made_at.toISOString(),
    ...(row.why === undefined ? {} : { why: row.why }),
    ...(row.provider === undefined ? {} : { provider: row.provider }),
    ...(row.handed_at === undefined ? {} : { handedAt: row.handed_at.toISOString() }),
    ...(to === undefined ? {} : { to }),
    ...letter,
  };
}
