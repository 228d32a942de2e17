import type { NewWarning, NoticePreview, WarningText } from '@tongban/contract';
import { Checkbox, Input } from 'antd';
import { useEffect, useState } from 'react';
import { SendDialog } from '../dialog/SendDialog.tsx';
import { plusDays, today } from '../plan/days.ts';
import { useAskWarning, useWarningPreview } from './queries.ts';
import { noticeWords } from './words.ts';

const said = noticeWords.warnings;
const previewPauseMs = 600;
type Written = {
  readonly title: string;
  readonly text: string;
  readonly englishTitle: string;
  readonly englishText: string;
  readonly urgent: boolean;
  /** A day and a time of Shanghai. */
  readonly until: string;
};

/** 写预警: the words in Chinese, in English if there are such, and what each channel makes of them. */
export function WarningDialog({ close }: { close: () => void }) {
  const [written, setWritten] = useState<Written>(() => ({
    ...{ title: '', text: '', englishTitle: '', englishText: '', urgent: false },
    until: `${plusDays(today(), 3)}T18:00`,
  }));
  const ask = useAskWarning();
  const gap = gapOf(written);
  const shown = useSettled(written);
  const preview = useWarningPreview(gapOf(shown) === undefined ? textOf(shown) : undefined);
  return (
    <SendDialog
      title={said.write}
      send={said.send}
      press={() => ask.mutate(warningOf(written), { onSuccess: close })}
      close={close}
      pending={ask.isPending}
      error={ask.error ?? preview.error}
      gap={gap}
    >
      <Fields written={written} change={(part) => setWritten({ ...written, ...part })} />
      {preview.data === undefined || gap !== undefined ? null : <Faces preview={preview.data} />}
    </SendDialog>
  );
}

/** What was typed, once the hands have rested: not every letter is asked for its preview. */
function useSettled(written: Written): Written {
  const [settled, settle] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => settle(written), previewPauseMs);
    return () => clearTimeout(timer);
  }, [written]);
  return settled;
}

type FieldsProps = { written: Written; change: (part: Partial<Written>) => void };

function Fields({ written, change }: FieldsProps) {
  return (
    <>
      <label htmlFor="warning-title">{said.title}</label>
      <Input
        id="warning-title"
        maxLength={40}
        value={written.title}
        onChange={({ target }) => change({ title: target.value })}
      />
      <label htmlFor="warning-text">{said.text}</label>
      <Input.TextArea
        id="warning-text"
        rows={3}
        maxLength={300}
        value={written.text}
        onChange={({ target }) => change({ text: target.value })}
      />
      <label htmlFor="warning-title-en">{said.english}</label>
      <Input
        id="warning-title-en"
        maxLength={80}
        placeholder={said.englishTitle}
        value={written.englishTitle}
        onChange={({ target }) => change({ englishTitle: target.value })}
      />
      <Input.TextArea
        aria-label={said.englishText}
        placeholder={said.englishText}
        rows={2}
        maxLength={600}
        value={written.englishText}
        onChange={({ target }) => change({ englishText: target.value })}
      />
      <label htmlFor="warning-until">{said.until}</label>
      <Input
        id="warning-until"
        type="datetime-local"
        value={written.until}
        onChange={({ target }) => change({ until: target.value })}
      />
      <Checkbox checked={written.urgent} onChange={({ target }) => change({ urgent: target.checked })}>
        {said.urgent}
      </Checkbox>
    </>
  );
}

/** The preview of every channel, in Chinese and, where it was written, in English. */
function Faces({ preview: { title, body, sms, mail, subject, channels } }: { preview: NoticePreview }) {
  const { texts } = noticeWords;
  const locales = title.zh === title.en ? (['zh'] as const) : (['zh', 'en'] as const);
  return (
    <section className="warning-preview" aria-label={said.preview}>
      <p className="faint">{said.preview}</p>
      {locales.map((locale) => (
        <div key={locale} className="notice-faces" lang={locale === 'zh' ? 'zh-CN' : 'en'}>
          <figure>
            <figcaption>{`${texts.inCentre}、${noticeWords.channels.wechat}`}</figcaption>
            <b>{title[locale]}</b>
            <p className="notice-plain">{body[locale]}</p>
          </figure>
          {channels.includes('sms') ? (
            <figure>
              <figcaption>{texts.inSms}</figcaption>
              <p className="notice-plain">{sms[locale]}</p>
            </figure>
          ) : null}
          <figure>
            <figcaption>{texts.inMail}</figcaption>
            <b>{subject[locale]}</b>
            <p className="notice-plain">{mail[locale]}</p>
          </figure>
        </div>
      ))}
    </section>
  );
}

function gapOf({ title, text, englishTitle, englishText, until }: Written): string | undefined {
  if (title.trim().length < 2 || text.trim().length < 2) return said.gap;
  const english = [englishTitle, englishText].map((one) => one.trim().length);
  if (english.some((length) => length >= 2) !== english.every((length) => length >= 2))
    return said.englishGap;
  return until === '' || momentOf(until) <= new Date() ? said.untilGap : undefined;
}

function momentOf(until: string): Date {
  return new Date(`${until}:00+08:00`);
}

function textOf({ title, text, englishTitle, englishText, urgent }: Written): WarningText {
  const english = { title: englishTitle.trim(), text: englishText.trim() };
  return {
    ...{ title: title.trim(), text: text.trim(), urgent },
    ...(english.title === '' ? {} : { english }),
  };
}

function warningOf(written: Written): NewWarning {
  return { ...textOf(written), staleAfter: momentOf(written.until).toISOString() };
}
