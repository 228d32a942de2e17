import type { Answered, Notice, NoticeChoice, noticesRoutes } from '@tongban/contract';
import { maskPhone, Problem } from '@tongban/kernel';
import type { SignedIn, Tx, Vault } from '../../platform/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Box } from './kept.ts';
import type { MailAddress } from './mail-address.ts';
import type { Wechat } from './ports/wechat.ts';
import { quietOf } from './quiet.ts';
import type { Quiet } from './rules.ts';
import type { NoticeStore } from './store/notices.ts';
import type { ChoiceRow, NoticeRow, OutwardChannel } from './store/tables.ts';

type Parts = {
  clock: () => Date;
  box: Box;
  notices: NoticeStore;
  identity: Pick<Identity, 'persons'>;
  defaults: Readonly<Record<OutwardChannel, boolean>> & { quiet: Quiet };
  mail: MailAddress;
  wechat: Wechat | undefined;
  vault: Vault;
  /** Address the public reaches us by. */
  origin: string;
};
type ChoiceNow = Answered<typeof noticesRoutes.choice>;

const pageSize = 20;

/** 消息中心: what somebody was told, and how they want to be told. */
export function createCentre(parts: Parts) {
  const { notices, clock } = parts;
  return {
    async list({ personId }: SignedIn, wish: { case?: string; after?: string }) {
      const now = clock();
      const after = placeFrom(wish.after);
      const [rows, cases, unread] = await Promise.all([
        notices.page(personId, {
          ...{ limit: pageSize + 1, now },
          ...(wish.case === undefined ? {} : { caseNumber: wish.case }),
          ...(after === undefined ? {} : { after }),
        }),
        notices.cases(personId, now),
        notices.unread(personId, now),
      ]);
      const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
      return {
        ...{ cases, unread, notices: rows.slice(0, pageSize).map((row) => viewOf(parts, row)) },
        ...(last === undefined ? {} : { next: `${last.at.toISOString()}.${last.notice_id}` }),
      };
    },
    unread: async ({ personId }: SignedIn) => ({ unread: await notices.unread(personId, clock()) }),
    async read(tx: Tx, { personId }: SignedIn, read: { notice?: string; until?: string }): Promise<void> {
      const now = clock();
      const until = Math.min(Date.parse(read.until ?? now.toISOString()), now.getTime());
      await notices.read(tx, personId, {
        ...{ now, until: new Date(until) },
        ...(read.notice === undefined ? {} : { notice: read.notice }),
      });
    },
    ...createChoosing(parts),
    ...createAccounts(parts),
  };
}

function createAccounts({ notices, box }: Pick<Parts, 'notices' | 'box'>) {
  return {
    /** 微信用户标识: as whom the official account knows somebody; undefined where they have not joined it. */
    async accountOf(personId: string): Promise<string | undefined> {
      const [row] = await notices.choices([personId]);
      return row?.openid === undefined ? undefined : box.openAccount(personId, row.openid);
    },
  };
}

function createChoosing(parts: Parts) {
  const { notices, clock, box, wechat } = parts;
  const put = async (tx: Tx, { personId }: SignedIn, choice: NoticeChoice) => {
    const { language, sms, wechat: byWechat, mail, quiet } = choice;
    await notices.choose(tx, {
      ...{ person_id: personId, language, sms, wechat: byWechat, mail, changed_at: clock() },
      ...{ quiet_from: quiet?.from ?? null, quiet_to: quiet?.to ?? null },
    });
  };
  return {
    choice: (caller: SignedIn) => choiceOf(parts, caller),
    async choose(tx: Tx, caller: SignedIn, choice: NoticeChoice): Promise<ChoiceNow> {
      const { quiet } = choice;
      if (quiet !== undefined && quiet.from === quiet.to) throw sameTimes();
      await put(tx, caller, choice);
      return choiceOf(parts, caller, tx);
    },
    /**
     * 关注公众号: the code WeChat gives out is turned into somebody’s account there. The state shows that the caller
     * set out for it: a link sent by somebody else would have their notices go to that one.
     */
    async joinWechat(tx: Tx, caller: SignedIn, { code, state }: Joining): Promise<ChoiceNow> {
      const isOwn = state === stateFor(parts, caller);
      const openid = isOwn ? await wechat?.findAccount(code).catch(() => undefined) : undefined;
      if (openid === undefined)
        throw new Problem('notices.wechat', 'conflict', '微信没有认出这次登录，在微信里重新打开这一页');
      await put(tx, caller, { ...(await choiceOf(parts, caller, tx)), wechat: true });
      await notices.setAccount(tx, caller.personId, box.sealAccount(caller.personId, openid));
      return choiceOf(parts, caller, tx);
    },
    leaveWechat: (tx: Tx, { personId }: SignedIn) => notices.setAccount(tx, personId, null),
    async claimMail(tx: Tx, caller: SignedIn, { address }: { address: string }) {
      const sent = await parts.mail.claim(tx, caller, address);
      return { ...(await choiceOf(parts, caller, tx)), ...sent };
    },
    async confirmMail(tx: Tx, caller: SignedIn, { code }: { code: string }): Promise<ChoiceNow> {
      await put(tx, caller, await choiceOf(parts, caller, tx));
      await parts.mail.confirm(tx, caller, code);
      return choiceOf(parts, caller, tx);
    },
    leaveMail: (tx: Tx, caller: SignedIn) => parts.mail.forget(tx, caller),
  };
}

type Joining = { code: string; state: string };

/** Known to the caller alone. */
function stateFor({ vault }: Parts, { personId }: SignedIn): string {
  return vault.index('notices.join', personId).toString('hex');
}

function sameTimes(): Problem {
  const message = '开始和结束不能是同一个时间';
  return new Problem('notices.quiet', 'invalid', message, [
    { pointer: '/to', code: 'notices.quiet', message },
  ]);
}

async function choiceOf(parts: Parts, caller: SignedIn, tx?: Tx): Promise<ChoiceNow> {
  const { notices, identity, defaults, wechat, mail, origin } = parts;
  const { personId } = caller;
  const [[row], people] = await Promise.all([notices.choices([personId], tx), identity.persons([personId])]);
  const phone = people.get(personId)?.phone;
  return {
    ...(row === undefined ? { language: 'zh' as const, ...defaultsOf(defaults) } : chosenOf(row)),
    ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
    wechatKnown: row?.openid !== undefined,
    mailOffered: mail.isOffered,
    ...(await mail.shown(personId, row?.mail_address, tx)),
    ...(wechat === undefined
      ? {}
      : { wechatJoin: wechat.joinAddress(`${origin}/notices/wechat`, stateFor(parts, caller)) }),
  };
}

function defaultsOf({ sms, wechat, mail, quiet }: Parts['defaults']) {
  return { sms, wechat, mail, quiet: { from: quiet.from, to: quiet.to } };
}

function chosenOf(row: ChoiceRow): NoticeChoice {
  const { language, sms, wechat, mail } = row;
  const quiet = quietOf(row);
  return { language, sms, wechat, mail, ...(quiet === undefined ? {} : { quiet }) };
}

function viewOf({ box }: Parts, row: NoticeRow): Notice {
  const { said } = box.open(row.notice_id, row.sealed);
  return {
    ...{ notice: row.notice_id, at: row.at.toISOString(), read: row.read_at !== undefined },
    title: { zh: said.zh.title, en: said.en.title },
    body: { zh: said.zh.body, en: said.en.body },
    ...(row.about === undefined ? {} : { about: row.about }),
    ...(row.case_number === undefined ? {} : { case: row.case_number }),
  };
}

/** Where the next page begins, as it was told with the page before. */
export function placeFrom(after: string | undefined): { at: Date; id: string } | undefined {
  const found = /^(\d{4}-[\dT:.-]+Z)\.([0-9a-f-]{36})$/.exec(after ?? '');
  const at = new Date(found?.[1] ?? '');
  return found === null || Number.isNaN(at.getTime()) ? undefined : { at, id: found[2] ?? '' };
}
