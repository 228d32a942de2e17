import { Button, Modal } from 'antd';
import { PairForm } from '../devices/PairForm.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import type { Acts } from './use-acts.ts';
import { intakeWords } from './words.ts';

const said = intakeWords.screen;
const letters = ['a', 'b', 'c'] as const;

/** No second screen is there: pair one by its code, or sign on paper and say why. */
export function ScreenDialog({ acts }: { acts: Acts }) {
  return (
    <Modal
      open
      title={said.title}
      width={520}
      footer={null}
      onCancel={acts.close}
      afterOpenChange={(opened) =>
        opened && document.querySelector<HTMLElement>('#pair-code, .paper-way')?.focus()
      }
    >
      <ScreenWays acts={acts} />
    </Modal>
  );
}

function ScreenWays({ acts }: { acts: Acts }) {
  const offline = acts.screen === 'offline';
  useKeys(
    Object.fromEntries(letters.map((letter, at) => [letter, () => acts.ask(said.reasons[at])])),
    'in-dialog',
  );
  return (
    <div className="screen-ways">
      <section>
        <h3>{offline ? said.offline : said.pair}</h3>
        <p className="faint">{offline ? said.offlineHelp : said.pairHelp}</p>
        {offline ? (
          <Button onClick={() => acts.ask(undefined)}>{said.ask}</Button>
        ) : (
          <PairForm paired={() => acts.ask(undefined)} />
        )}
      </section>
      <section>
        <h3>{said.paper}</h3>
        <p className="faint">{said.paperHelp}</p>
        <ul className="paper-ways">
          {said.reasons.map((reason, at) => (
            <li key={reason}>
              <Button className="paper-way" aria-keyshortcuts={letters[at]} onClick={() => acts.ask(reason)}>
                <KeyCap of={letters[at] ?? ''} />
                {reason}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
