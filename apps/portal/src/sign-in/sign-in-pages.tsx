/** @jsxImportSource preact */
import { Button, ErrorSummary, type FieldFault, TextInput } from '@tongban/ui';
import { address } from '../address.ts';
import { faultsTitle, messageFor } from '../faults.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import type { Visit } from '../visit.ts';

export type Typed = {
  readonly phone: string;
  readonly code: string;
  readonly name: string;
  readonly citizenNumber: string;
  readonly next: string;
  readonly sentTo: string;
  /** Only where text messages are simulated. */
  readonly simulatorCode: string | undefined;
};

type Step = { readonly visit: Visit; readonly typed: Typed; readonly faults: readonly FieldFault[] };

export function phonePage(visit: Visit, typed: Typed, faults: readonly FieldFault[]): PageAnswer {
  const { say } = visit;
  const title = say('登录', 'Sign in');
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back: { href: typed.next === '/' ? '/' : backFrom(typed.next), words: say('返回', 'Back') },
    children: (
      <form class="stack" method="post" action="/sign-in" novalidate>
        <Faults visit={visit} typed={typed} faults={faults} />
        <p class="soft small">{say('第 1 步，共 2 步', 'Step 1 of 2')}</p>
        <h1>{title}</h1>
        <input type="hidden" name="next" value={typed.next} />
        <TextInput
          id="phone"
          name="phone"
          label={say('手机号码', 'Mobile number')}
          hint={say('我们发一条验证码短信给您，不收费。', 'We send a code to this number, free of charge.')}
          value={typed.phone}
          width="middle"
          type="tel"
          inputmode="tel"
          autocomplete="tel"
          maxlength={20}
          error={messageFor(faults, 'phone')}
        />
        <div class="actions">
          <Button name="step" value="phone">
            {say('发验证码', 'Send the code')}
          </Button>
        </div>
      </form>
    ),
  });
}

export function personPage(visit: Visit, typed: Typed, faults: readonly FieldFault[]): PageAnswer {
  const { say } = visit;
  const title = say('填写验证码和身份', 'Enter the code and who you are');
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    back: {
      href: address('/sign-in', [['next', typed.next]]),
      words: say('换个手机号码', 'Use another number'),
    },
    children: (
      <form class="stack" method="post" action="/sign-in" novalidate>
        <Faults visit={visit} typed={typed} faults={faults} />
        <p class="soft small">{say('第 2 步，共 2 步', 'Step 2 of 2')}</p>
        <h1>{title}</h1>
        <SimulatedMessage visit={visit} typed={typed} />
        {(['next', 'phone', 'sentTo', 'simulatorCode'] as const).map((name) => (
          <input key={name} type="hidden" name={name} value={typed[name] ?? ''} />
        ))}
        <PersonFields visit={visit} typed={typed} faults={faults} />
        <div class="actions">
          <Button name="step" value="person">
            {say('登录', 'Sign in')}
          </Button>
          <Button name="step" value="phone" look="quiet">
            {say('没收到，再发一次', 'Send the code again')}
          </Button>
        </div>
      </form>
    ),
  });
}

function PersonFields({ visit, typed, faults }: Step) {
  const { say } = visit;
  return (
    <>
      <TextInput
        id="code"
        name="code"
        label={say('短信验证码', 'Code from the text message')}
        hint={typed.sentTo === '' ? undefined : say(`已发到 ${typed.sentTo}`, `Sent to ${typed.sentTo}`)}
        value={typed.code}
        width="short"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={12}
        error={messageFor(faults, 'code')}
      />
      <TextInput
        id="name"
        name="name"
        label={say('姓名', 'Name')}
        hint={say('和身份证上的一样。', 'As on your ID card.')}
        value={typed.name}
        width="middle"
        autocomplete="name"
        maxlength={40}
        error={messageFor(faults, 'name')}
      />
      <TextInput
        id="citizenNumber"
        name="citizenNumber"
        label={say('身份证号码', 'ID number')}
        hint={say(
          '18 位，最后一位可能是 X。只用来核对是不是您本人。',
          '18 characters; the last may be X. Used only to check that it is you.',
        )}
        value={typed.citizenNumber}
        width="middle"
        maxlength={24}
        error={messageFor(faults, 'citizenNumber')}
      />
    </>
  );
}

function Faults({ visit, faults }: Step) {
  return <ErrorSummary title={faultsTitle(visit, faults)} faults={faults} />;
}

/** 模拟短信: in a demonstration no message is sent, so its text is shown, and said to be simulated. */
function SimulatedMessage({ visit, typed }: Omit<Step, 'faults'>) {
  if (typed.simulatorCode === undefined) return null;
  const { say } = visit;
  return (
    <div class="phone-message" role="status">
      <p class="strong">
        {say('模拟短信（演示环境，不发真短信）', 'Simulated message (demonstration, nothing is sent)')}
      </p>
      <p>
        {say('您的验证码是 ', 'Your code is ')}
        <b>{typed.simulatorCode}</b>
      </p>
    </div>
  );
}

/** Back goes to the public page the person came from, not to one that would ask them to sign in again. */
function backFrom(next: string): string {
  const begin = /^(\/items\/[^/]+)\/begin(\?.*)?$/.exec(next);
  if (begin !== null) return `${begin[1]}/checklist${begin[2] ?? ''}`;
  return next.startsWith('/items/') ? next : '/';
}
