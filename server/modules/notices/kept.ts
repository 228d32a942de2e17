import type { Vault } from '../../platform/index.ts';
import type { Said } from './texts.ts';

/** 密封内容: what a notice says, and the phone or mail address somebody left for it. */
export type Kept = { readonly said: Said; readonly phone?: string; readonly mail?: string };
export type Box = ReturnType<typeof createBox>;

/** Seals and opens what notices keep of people. */
export function createBox(vault: Vault) {
  const place = (noticeId: string) => `notices.notice.sealed|${noticeId}`;
  const mailPlace = (personId: string) => `notices.choice.mail_address|${personId}`;
  const claimPlace = (personId: string) => `notices.mail_claim.address|${personId}`;
  const accountPlace = (personId: string) => `notices.choice.openid|${personId}`;
  return {
    seal: (noticeId: string, kept: Kept) => vault.seal(place(noticeId), JSON.stringify(kept)),
    open: (noticeId: string, sealed: Buffer): Kept =>
      readKept(JSON.parse(vault.open(place(noticeId), sealed)) as Kept | Earlier),
    sealAccount: (personId: string, openid: string) => vault.seal(accountPlace(personId), openid),
    openAccount: (personId: string, sealed: Buffer) => vault.open(accountPlace(personId), sealed),
    sealMail: (personId: string, address: string) => vault.seal(mailPlace(personId), address),
    openMail: (personId: string, sealed: Buffer) => vault.open(mailPlace(personId), sealed),
    sealClaim: (personId: string, address: string) => vault.seal(claimPlace(personId), address),
    openClaim: (personId: string, sealed: Buffer) => vault.open(claimPlace(personId), sealed),
  };
}

/** How notices were kept before they had a title and two languages. */
type Earlier = { text: string; phone?: string };

function readKept(kept: Kept | Earlier): Kept {
  if ('said' in kept) return kept;
  const { text, phone } = kept;
  const words = { title: '通知', body: text, sms: text };
  const said = { zh: words, en: { ...words, title: 'Notice' } };
  return phone === undefined ? { said } : { said, phone };
}
