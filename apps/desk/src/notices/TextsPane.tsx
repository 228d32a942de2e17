import type { NoticePreview } from '@tongban/contract';
import { Segmented, Spin, Tag } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { useTexts } from './queries.ts';
import { noticeWords as said } from './words.ts';

type Locale = 'zh' | 'en';
const words = said.texts;

/** 文本预览: each event as the centre and the phone show it, in one language at a time. */
export function TextsPane() {
  const [locale, setLocale] = useState<Locale>('zh');
  const texts = useTexts();
  return (
    <>
      <div className="notice-lead">
        <span className="faint">
          {words.lead}
          {texts.data === undefined ? null : words.templates(texts.data.filter(needsTemplate))}
        </span>
        <Segmented<Locale>
          aria-label={words.language}
          value={locale}
          onChange={setLocale}
          options={[
            { value: 'zh', label: words.zh },
            { value: 'en', label: words.en },
          ]}
        />
      </div>
      <ProblemNote error={texts.error} />
      {texts.data === undefined && texts.error === null ? <Spin /> : null}
      <ul className="notice-texts">
        {(texts.data ?? []).map((text) => (
          <Preview key={text.event} text={text} locale={locale} />
        ))}
      </ul>
    </>
  );
}

/** Goes by WeChat, and the bureau has written no id of a template for it. */
function needsTemplate({ channels, hasTemplate }: NoticePreview): boolean {
  return channels.includes('wechat') && !hasTemplate;
}

function Preview({ text, locale }: { text: NoticePreview; locale: Locale }) {
  const { event, when, channels, urgent, once } = text;
  const sms = text.sms[locale];
  return (
    <li>
      <header>
        <strong>{when}</strong>
        <span className="faint">{event}</span>
        <span className="notice-tags">
          {urgent ? <Tag className="notice-mark">{words.urgent}</Tag> : null}
          {once ? <Tag className="notice-mark">{words.once}</Tag> : null}
          {channels.map((channel) => (
            <Tag key={channel}>{said.channels[channel]}</Tag>
          ))}
        </span>
      </header>
      <div className="notice-faces" lang={locale === 'zh' ? 'zh-CN' : 'en'}>
        {channels.includes('app') ? (
          <figure>
            <figcaption>{words.inCentre}</figcaption>
            <b>{text.title[locale]}</b>
            <p>{text.body[locale]}</p>
          </figure>
        ) : null}
        {channels.includes('sms') ? (
          <figure>
            <figcaption>
              {words.inSms} <span className="number">{words.chars(Array.from(sms).length)}</span>
            </figcaption>
            <p>{sms}</p>
          </figure>
        ) : null}
        {channels.includes('mail') && !channels.includes('app') ? (
          <figure>
            <figcaption>{words.inMail}</figcaption>
            <b>{text.subject[locale]}</b>
            <p className="notice-mail">{text.mail[locale]}</p>
          </figure>
        ) : null}
      </div>
    </li>
  );
}
