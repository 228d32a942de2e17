import { Alert, Button } from 'antd';
import { findMark } from '../../case/checks/marks.ts';
import { timeWords } from '../../clocks/moments.ts';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { AreaName } from '../form/AreaName.tsx';
import { marksOf } from '../materials/work.ts';
import { Step } from '../Step.tsx';
import type { Acts } from '../use-acts.ts';
import type { Desk, OpenPart } from '../use-desk.ts';
import { intakeWords } from '../words.ts';

const said = intakeWords.confirm;

/** 请群众核对并签名: what will stand on the second screen, and live what the person answered. */
export function ConfirmStep({ desk, acts }: { desk: Desk; acts: Acts }) {
  const { state } = desk.sitting.confirmation;
  return (
    <Step title={said.title} note={said.lead} focusOn={`confirm ${state}`}>
      <ConfirmState desk={desk} acts={acts} />
      <div className="summaries">
        {desk.parts.map((part) => (
          <Summary key={part.draft} desk={desk} part={part} />
        ))}
      </div>
    </Step>
  );
}

function ConfirmState({ desk, acts }: { desk: Desk; acts: Acts }) {
  const { state, at, reason = '' } = desk.sitting.confirmation;
  switch (state) {
    case 'none':
      return (
        <Alert
          type={acts.open === 0 ? 'info' : 'warning'}
          showIcon
          title={acts.open === 0 ? said.ready : said.notReady(acts.open)}
        />
      );
    case 'asked':
      return <Alert type="info" showIcon title={said.waiting} role="status" />;
    case 'signed':
      return (
        <Alert
          type="success"
          showIcon
          role="status"
          title={said.signed(at === undefined ? '' : timeWords(at))}
        />
      );
    case 'paper':
      return <Alert type="success" showIcon role="status" title={said.paper(reason)} />;
    case 'declined':
      return (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={reason === '' ? said.declined : `${said.declined}：${reason}`}
          description={said.declinedTodo}
          action={
            <Button size="small" onClick={acts.confirm.run}>
              {said.again}
              <KeyCap of="F8" />
            </Button>
          }
        />
      );
  }
}

/** One item as it will be signed: what is filled in, what was taken, and what the one notice will say. */
function Summary({ desk, part }: { desk: Desk; part: OpenPart }) {
  const boxes = part.pages.flatMap((page) => page.boxes).filter(({ value }) => value !== '');
  const marks = marksOf(desk.marks.all, part.draft);
  const defects = part.works.flatMap(({ card }) =>
    card.rows.flatMap((row) => {
      const mark = findMark(marks, row);
      return mark?.result === 'defect' ? [{ key: row.key, name: card.name, say: mark.say ?? '' }] : [];
    }),
  );
  return (
    <article className="summary">
      <h3>{part.name}</h3>
      <dl>
        {boxes.map(({ question, value }) => (
          <div key={question.id}>
            <dt>{question.label.zh}</dt>
            <dd>
              {question.kind === 'division' ? (
                <AreaName code={value} within={question.within} division={part.taken.division} />
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
        {part.works.map(({ card, proof, state }) => (
          <div key={card.key}>
            <dt>{card.name}</dt>
            <dd>{proof ?? intakeWords.materials.state[state]}</dd>
          </div>
        ))}
      </dl>
      {defects.length === 0 ? null : (
        <div className="summary-notice">
          <strong>{said.notice(defects.length)}</strong>
          <ol>
            {defects.map(({ key, name, say }) => (
              <li key={key}>
                {name}：{say}
              </li>
            ))}
          </ol>
        </div>
      )}
    </article>
  );
}
