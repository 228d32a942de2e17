/** @jsxImportSource preact */
import { visitsRoutes } from '@tongban/contract';
import { Banner, Button, ErrorSummary, type FieldFault, LinkButton } from '@tongban/ui';
import { address, first } from '../address.ts';
import { faultsFrom } from '../faults.ts';
import { page } from '../frame.tsx';
import type { PageAnswer } from '../page.ts';
import { findProblem } from '../problem.ts';
import type { Visit } from '../visit.ts';
import { Chinese } from '../words.tsx';

/**
 * 手机确认: the code on the kiosk leads here; its secret stands behind the # and never reaches the server by itself.
 * A script puts it into the form, and keeps it while the person signs in.
 */
export function showHandOff(visit: Visit): PageAnswer {
  return handOffPage(visit, []);
}

export async function takeHandOff(visit: Visit): Promise<PageAnswer> {
  const { handOff = '' } = visit.params;
  const secret = first(visit.request.form, 'secret') ?? '';
  try {
    const opened = await visit.call(visitsRoutes.agree, { params: { handOff }, body: { secret } });
    return agreedPage(visit, opened);
  } catch (error) {
    const { say } = visit;
    if (findProblem(error)?.kind === 'missing' || findProblem(error)?.kind === 'invalid') {
      const message = say(
        '这个二维码过期了，在自助机上再出一个，重新扫',
        'This code has expired. Make a new one at the machine and scan it',
      );
      return handOffPage(visit, [{ id: 'agree', message }]);
    }
    return handOffPage(visit, faultsFrom(error, 'agree'));
  }
}

function handOffPage(visit: Visit, faults: readonly FieldFault[]): PageAnswer {
  const { say, session } = visit;
  const { handOff = '' } = visit.params;
  const title = say('在自助机上打开您的东西？', 'Open your things on the machine?');
  return page(visit, {
    title,
    status: faults.length === 0 ? 200 : 400,
    personal: true,
    children: (
      <form class="stack" method="post" id="agree" data-does="hand-off" data-hand-off={handOff}>
        <ErrorSummary title={say('没有打开', 'Not opened')} faults={faults} />
        <h1>{title}</h1>
        <p>
          {say(
            '同意后，您面前的自助机会打开您的预约、办件和能打印的证明。',
            'The machine in front of you then opens your bookings, your cases and the papers you can print.',
          )}
        </p>
        <Banner mood="warn">
          <p>
            {say(
              '人在机器前才点同意。别人发来的二维码不要扫。',
              'Agree only while you stand at the machine. Never scan a code somebody sent you.',
            )}
          </p>
        </Banner>
        <input type="hidden" name="secret" value="" />
        <div class="actions" data-agree hidden>
          {session.kind === 'citizen' ? (
            <Button>{say('同意', 'Agree')}</Button>
          ) : (
            <LinkButton href={address('/sign-in', [['next', `/hand-off/${handOff}`]])}>
              {say('先登录', 'Sign in first')}
            </LinkButton>
          )}
          <LinkButton look="quiet" href="/">
            {say('不同意', 'Do not agree')}
          </LinkButton>
        </div>
        <p data-rescan hidden>
          {say(
            '没有读到二维码里的内容。用手机重新扫自助机上的码；也可以在自助机上刷身份证，或找导办台。',
            'The code could not be read. Scan the code on the machine again, use your ID card there, or ask at the desk.',
          )}
        </p>
        <noscript>
          <p>
            {say(
              '这个浏览器关了脚本，在手机上同意不了。在自助机上刷身份证，或找导办台，一样能办。',
              'Scripts are off in this browser, so you cannot agree here. Use your ID card at the machine or ask at the desk.',
            )}
          </p>
        </noscript>
      </form>
    ),
  });
}

function agreedPage(visit: Visit, { kiosk, hallName }: { kiosk: string; hallName: string }): PageAnswer {
  const { say } = visit;
  const title = say('好了，看自助机', 'Done. Look at the machine');
  return page(visit, {
    title,
    personal: true,
    children: (
      <>
        <Banner mood="ok">
          <h1>{title}</h1>
          <p>
            <Chinese visit={visit}>{`${hallName} ${kiosk}`}</Chinese>
          </p>
        </Banner>
        <p>
          {say(
            '办完在自助机上点“结束”。您不点，它过一会儿也会自己清掉。',
            'Press “End” at the machine when you are done. It clears itself after a while even if you do not.',
          )}
        </p>
      </>
    ),
  });
}
