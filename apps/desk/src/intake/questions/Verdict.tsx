import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { useWindowSettings } from '../../devices/queries.ts';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { loadEdition } from '../queries.ts';
import type { Asking, Desk } from '../use-desk.ts';
import { intakeWords } from '../words.ts';
import type { Walk } from './walk.ts';

const said = intakeWords.questions;

type Props = { desk: Desk; asking: Asking; walk: Walk; settle: () => void };

/** What the answers come to: it can be done, it belongs to another item, or why it cannot be done. */
export function Verdict({ desk, asking, walk, settle }: Props) {
  const { is, elsewhere } = walk.verdict;
  const may = is === 'yes' || is === 'person' || is === 'unknown';
  const turn = useTurn(desk);
  const goOn = () => {
    if (may) settle();
    else if (elsewhere !== undefined) turn.mutate(elsewhere);
  };
  useKeys({ Enter: goOn });
  const take = asking.draft === undefined ? said.take : said.keep;
  const stuck = !may && elsewhere === undefined;
  return (
    <div className="verdict">
      <Told verdict={walk.verdict} good={may} />
      {stuck ? <p>{said.cannot}</p> : null}
      <p className="question-more">
        {stuck ? null : (
          <Button type="primary" loading={desk.act.isPending || turn.isPending} onClick={goOn}>
            {may ? take : said.goTo}
            <KeyCap of="Enter" />
          </Button>
        )}
        <Button onClick={() => desk.ask(undefined)}>{said.cancel}</Button>
      </p>
      <ProblemNote error={turn.error} />
    </div>
  );
}

function Told({ verdict, good }: { verdict: Walk['verdict']; good: boolean }) {
  const { headline, reasons } = verdict;
  return (
    <Alert
      type={good ? 'success' : 'warning'}
      showIcon
      title={headline.text}
      description={
        reasons.length === 0 ? undefined : (
          <ul>
            {reasons.map(({ id, say, next }) => (
              <li key={id}>
                {say.text}
                {next === undefined ? null : ` ${next.text}`}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}

/** Begins the questions of the item this really is. */
function useTurn(desk: Desk) {
  const { data: settings } = useWindowSettings();
  return useMutation({
    mutationFn: (item: string) => loadEdition(item, settings?.division),
    onSuccess: ({ id, edition }) =>
      desk.ask({ item: edition.folder.item.id, name: edition.folder.item.name, edition: id, pairs: [] }),
  });
}
