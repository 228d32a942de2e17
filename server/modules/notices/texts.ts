import { type NoticeFacts, noticeText } from '@tongban/catalogue';
import type { NoticeBook, NoticeEvent } from '@tongban/catalogue/author';
import type { NoticePreview } from '@tongban/contract';
import type { OutwardChannel } from './store/tables.ts';

type Locale = 'zh' | 'en';
type Words = { readonly title: string; readonly body: string; readonly sms: string };
/** What a notice says, as it was when it was told. */
export type Said = Readonly<Record<Locale, Words>> & {
  readonly template?: { readonly id: string; readonly fields: Readonly<Record<string, string>> };
};
/** What is handed to a carrier of a channel: a mail has a subject and a foot, a text message bears the signature. */
export type Letter = { readonly text: string; readonly subject?: string };
type LetterTo = { readonly channel: OutwardChannel; readonly locale: Locale };
export type Texts = ReturnType<typeof createTexts>;

/** 文本: what each event says, from content, in both languages. */
export function createTexts(book: NoticeBook) {
  const events = new Map(book.events.map((event) => [event.id, event]));
  const event = (id: string): NoticeEvent => {
    const found = events.get(id);
    if (found === undefined) throw new Error(`content/notices has no text for ${id}`);
    return found;
  };
  return {
    event,
    letter: (said: Said, to: LetterTo): Letter => letterOf(said, to, book),
    said: (id: string, facts: NoticeFacts): Said => saidOf(event(id), book, facts),
    /** One text as each channel shows it, with these facts. */
    preview: (id: string, facts: NoticeFacts): NoticePreview => previewOf(event(id), book, facts),
    previews: (): NoticePreview[] => book.events.map((one) => previewOf(one, book, one.places)),
  };
}

function saidOf(event: NoticeEvent, book: NoticeBook, facts: NoticeFacts): Said {
  const { wechat } = event;
  const words = (locale: Locale): Words => {
    const { title, body, sms = body } = event[locale];
    return {
      title: noticeText(title, facts, locale),
      body: noticeText(body, facts, locale),
      sms: `${book.signature[locale]}${noticeText(sms, facts, locale)}`,
    };
  };
  const said = { zh: words('zh'), en: words('en') };
  if (wechat === undefined) return said;
  const fields = Object.entries(wechat.fields).map(
    ([field, name]) => [field, noticeText(`{${name}}`, facts, 'zh')] as const,
  );
  return { ...said, template: { id: wechat.template, fields: Object.fromEntries(fields) } };
}

function letterOf(said: Said, { channel, locale }: LetterTo, book: NoticeBook): Letter {
  const { title, body, sms } = said[locale];
  if (channel !== 'mail') return { text: sms };
  const { greeting, foot } = book.mail[locale];
  return {
    subject: `${book.signature[locale]}${title}`,
    text: `${greeting}\n\n${body}\n\n${foot}\n`,
  };
}

function previewOf(event: NoticeEvent, book: NoticeBook, facts: NoticeFacts): NoticePreview {
  const said = saidOf(event, book, facts);
  const { zh, en } = said;
  const mail = (locale: Locale) => letterOf(said, { channel: 'mail', locale }, book);
  const [mailZh, mailEn] = [mail('zh'), mail('en')];
  return {
    ...{ event: event.id, when: event.when, channels: event.channels },
    ...{ urgent: event.urgent === true, once: event.once === true },
    title: { zh: zh.title, en: en.title },
    body: { zh: zh.body, en: en.body },
    sms: { zh: zh.sms, en: en.sms },
    mail: { zh: mailZh.text, en: mailEn.text },
    subject: { zh: mailZh.subject ?? '', en: mailEn.subject ?? '' },
    hasTemplate: event.wechat !== undefined,
  };
}
