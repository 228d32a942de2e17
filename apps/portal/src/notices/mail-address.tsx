/** @jsxImportSource preact */
import type { Answered, noticesRoutes } from '@tongban/contract';
import { Button, type FieldFault, TextInput } from '@tongban/ui';
import { first } from '../address.ts';
import { messageFor } from '../faults.ts';
import type { Visit } from '../visit.ts';

type ChoiceNow = Answered<typeof noticesRoutes.choice>;
type MailProps = {
  readonly visit: Visit;
  readonly now: ChoiceNow;
  readonly faults: readonly FieldFault[];
  /** What a pretended mail server would have sent. */
  readonly simulatorCode?: string | undefined;
};

/** 邮箱: given, then confirmed by the code sent there; nothing else is sent to it before. */
export function MailAddress(props: MailProps) {
  const { visit, now } = props;
  const { say } = visit;
  if (!now.mailOffered) return null;
  const isOther = first(visit.query, 'mail') === 'other';
  return (
    <section class="sheet stack stack--tight" id="mail">
      <h2>{say('邮箱', 'Mail')}</h2>
      {now.mailAddress !== undefined && <Known {...props} />}
      {now.mailAsked !== undefined && !isOther && <Asked {...props} />}
      {((now.mailAddress ?? now.mailAsked) === undefined || isOther) && <Give {...props} />}
    </section>
  );
}

function Known({ visit, now }: MailProps) {
  const { say } = visit;
  return (
    <form method="post" action="/notices/mail" class="row notices__account">
      <span>{say(`发到 ${now.mailAddress}。`, `Sent to ${now.mailAddress}.`)}</span>
      <span class="row">
        <a href="/notices/settings?mail=other#mail">{say('换一个', 'Use another')}</a>
        <Button look="quiet" name="do" value="leave">
          {say('不再用邮箱', 'Forget it')}
        </Button>
      </span>
    </form>
  );
}

function Asked({ visit, now, faults, simulatorCode }: MailProps) {
  const { say } = visit;
  return (
    <>
      {simulatorCode !== undefined && (
        <div class="phone-message" role="status">
          <p class="strong">
            {say('模拟邮件（演示环境，不发真邮件）', 'Simulated mail (demonstration, nothing is sent)')}
          </p>
          <p>
            {say('您的验证码是 ', 'Your code is ')}
            <b>{simulatorCode}</b>
          </p>
        </div>
      )}
      <form method="post" action="/notices/mail" class="stack stack--tight">
        <TextInput
          id="code"
          name="code"
          label={say('邮件里的验证码', 'Code from the mail')}
          hint={say(
            `已发到 ${now.mailAsked}，10 分钟内有效`,
            `Sent to ${now.mailAsked}; works for 10 minutes`,
          )}
          width="short"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={12}
          error={messageFor(faults, 'code')}
        />
        <div class="actions">
          <Button name="do" value="confirm">
            {say('确认邮箱', 'Confirm')}
          </Button>
          <a href="/notices/settings?mail=other#mail">
            {say('没收到，重新填', 'Nothing came; type it again')}
          </a>
        </div>
      </form>
    </>
  );
}

function Give({ visit, faults }: MailProps) {
  const { say } = visit;
  return (
    <form method="post" action="/notices/mail#mail" class="stack stack--tight">
      <TextInput
        id="address"
        name="address"
        label={say('邮箱地址', 'Mail address')}
        hint={say(
          '先发一个验证码，确认是您的，才往这里发通知。',
          'We first send a code to make sure it is yours; nothing else goes there before.',
        )}
        value={first(visit.request.form ?? [], 'address') ?? ''}
        width="middle"
        autocomplete="email"
        maxlength={120}
        error={messageFor(faults, 'address')}
      />
      <div class="actions">
        <Button look="quiet" name="do" value="send">
          {say('发验证码', 'Send a code')}
        </Button>
      </div>
    </form>
  );
}
