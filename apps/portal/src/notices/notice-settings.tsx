/** @jsxImportSource preact */
import { type Answered, type NoticeChoice, noticesRoutes } from '@tongban/contract';
import { Button, Checkboxes, ErrorSummary, type FieldFault, NativeSelect, Radios, Tick } from '@tongban/ui';
import { first } from '../address.ts';
import { faultsFrom, faultsTitle, messageFor } from '../faults.ts';
import { leadTo, page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';
import { MailAddress } from './mail-address.tsx';

type ChoiceNow = Answered<typeof noticesRoutes.choice>;
export type Shown = {
  readonly now: ChoiceNow;
  readonly faults: readonly FieldFault[];
  readonly simulatorCode?: string | undefined;
};

const halfHours = Array.from({ length: 48 }, (_, at) => {
  const value = `${String(Math.floor(at / 2)).padStart(2, '0')}:${at % 2 === 0 ? '00' : '30'}`;
  return { value, label: value };
});
const usual = { from: '22:00', to: '07:30' };

/** 怎么通知我: by which ways, in which language, and when not. */
export async function showSettings(visit: Visit): Promise<PageAnswer> {
  return settingsPage(visit, { now: await visit.call(noticesRoutes.choice, {}), faults: [] });
}

export async function takeSettings(visit: Visit): Promise<PageAnswer> {
  const { form = [] } = visit.request;
  if (first(form, 'leave') === 'wechat') {
    await visit.call(noticesRoutes.leaveWechat, {});
    return leadTo(visit, '/notices/settings');
  }
  const by = form.filter(([name]) => name === 'by').map(([, value]) => value);
  const choice: NoticeChoice = {
    language: first(form, 'language') === 'en' ? 'en' : 'zh',
    ...{ sms: by.includes('sms'), wechat: by.includes('wechat'), mail: by.includes('mail') },
    ...(first(form, 'quiet') === undefined
      ? {}
      : { quiet: { from: first(form, 'from') || usual.from, to: first(form, 'to') || usual.to } }),
  };
  try {
    await visit.call(noticesRoutes.choose, { body: choice });
  } catch (error) {
    const faults = faultsFrom(error, 'to');
    const now = await visit.call(noticesRoutes.choice, {});
    return settingsPage(visit, { now: { ...now, ...choice }, faults });
  }
  return leadTo(visit, '/notices/settings?saved=yes');
}

export function settingsPage(visit: Visit, { now, faults, simulatorCode }: Shown): PageAnswer {
  const { say } = visit;
  const title = say('怎么通知我', 'How you are told');
  const saved = first(visit.query, 'saved') !== undefined && faults.length === 0;
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back: { href: '/notices', words: say('消息', 'Messages') },
    children: (
      <>
        <form class="stack" method="post" action="/notices/settings">
          <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />
          <h1>{title}</h1>
          {saved && (
            <p class="notices__saved" role="status">
              {say('存好了，以后按这样通知您。', 'Saved. From now on you are told like this.')}
            </p>
          )}
          <Ways visit={visit} now={now} />
          <QuietHours visit={visit} now={now} faults={faults} />
          <Language visit={visit} now={now} />
          <div class="actions">
            <Button>{say('存下', 'Save')}</Button>
          </div>
        </form>
        <Wechat visit={visit} now={now} />
        <MailAddress visit={visit} now={now} faults={faults} simulatorCode={simulatorCode} />
      </>
    ),
  });
}

type Part = { readonly visit: Visit; readonly now: ChoiceNow };

function Ways({ visit, now }: Part) {
  const { say } = visit;
  const sms = {
    value: 'sms',
    label:
      now.phone === undefined
        ? say('短信', 'Text message')
        : say(`短信，发到 ${now.phone}`, `Text message to ${now.phone}`),
    chosen: now.sms,
  };
  const wechat = {
    value: 'wechat',
    label: say('微信公众号', 'WeChat'),
    hint: now.wechatKnown
      ? undefined
      : say('还没有关联微信，关联后才收得到', 'Nothing arrives until you link your WeChat'),
    chosen: now.wechat,
  };
  return (
    <Checkboxes
      id="by"
      name="by"
      label={say('用什么通知', 'By')}
      hint={say(
        '消息中心里总能看到。叫号和验证码不受影响，照常发。',
        'Messages here are always kept. Calls at the hall and one-time codes are sent in any case.',
      )}
      options={[
        sms,
        ...(now.wechatJoin === undefined ? [] : [wechat]),
        ...(now.mailOffered ? [mailWay(visit, now)] : []),
      ]}
    />
  );
}

function mailWay({ say }: Visit, now: ChoiceNow) {
  return {
    value: 'mail',
    label:
      now.mailAddress === undefined
        ? say('邮件', 'Mail')
        : say(`邮件，发到 ${now.mailAddress}`, `Mail to ${now.mailAddress}`),
    hint:
      now.mailAddress === undefined
        ? say('还没有确认邮箱，确认后才收得到', 'Nothing arrives until you confirm an address')
        : undefined,
    chosen: now.mail,
  };
}

function QuietHours({ visit, now, faults }: Part & Pick<Shown, 'faults'>) {
  const { say } = visit;
  const { from, to } = now.quiet ?? usual;
  return (
    <fieldset class="field notices__quiet">
      <legend class="field__label">{say('免打扰', 'Quiet hours')}</legend>
      <Tick id="quiet" name="quiet" chosen={now.quiet !== undefined}>
        {say('这段时间先不发，过后再发', 'Hold messages back during these hours')}
      </Tick>
      <div class="row">
        <NativeSelect
          id="from"
          name="from"
          label={say('从', 'From')}
          empty="—"
          value={from}
          options={halfHours}
        />
        <NativeSelect
          id="to"
          name="to"
          label={say('到', 'To')}
          empty="—"
          value={to}
          options={halfHours}
          error={messageFor(faults, 'to')}
        />
      </div>
    </fieldset>
  );
}

function Language({ visit, now }: Part) {
  const { say } = visit;
  return (
    <Radios
      id="language"
      name="language"
      label={say('用哪种文字通知', 'Language of messages')}
      options={[
        { value: 'zh', label: '中文', chosen: now.language === 'zh' },
        { value: 'en', label: 'English', chosen: now.language === 'en' },
      ]}
    />
  );
}

/** 关联微信: leads to WeChat, which says who somebody is; or takes that back. */
function Wechat({ visit, now }: Part) {
  const { say } = visit;
  if (now.wechatJoin === undefined) return null;
  return (
    <section class="sheet stack stack--tight">
      <h2>{say('微信', 'WeChat')}</h2>
      {now.wechatKnown ? (
        <form method="post" action="/notices/settings" class="row notices__account">
          <span>{say('已经关联。', 'Linked.')}</span>
          <input type="hidden" name="leave" value="wechat" />
          <Button look="quiet">{say('不再关联', 'Unlink')}</Button>
        </form>
      ) : (
        <p>
          <a href={now.wechatJoin}>{say('关联我的微信', 'Link my WeChat')}</a>
          {say('，在微信里打开这一页再点。', '. Open this page inside WeChat first.')}
        </p>
      )}
    </section>
  );
}
