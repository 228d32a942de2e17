import { Button, Input, Radio } from 'antd';
import { caseWords } from '../words.ts';
import type { CheckRow } from './cards.ts';
import { findMark, withRegion, withResult, withSay } from './marks.ts';
import { leaveSay } from './move.ts';
import type { CheckPlace } from './place.ts';

const said = caseWords.checks;

type Props = { row: CheckRow; place: CheckPlace; cardKey: string };

/** One checkpoint: good or defect, and for a defect the words the applicant will read. */
export function CheckLine({ row, place, cardKey }: Props) {
  const { checks, permit, show } = place;
  const mark = findMark(checks.marks, row);
  const result = mark?.result;
  return (
    <div className={`check check-${result ?? 'open'}`} data-row={row.key}>
      <div className="check-line">
        <span className="check-text">{row.text}</span>
        {permit.may ? (
          <Choice row={row} place={place} cardKey={cardKey} />
        ) : (
          <Found row={row} place={place} />
        )}
      </div>
      {result === 'defect' ? (
        <Input.TextArea
          className="check-say"
          aria-label={`${said.say}：${row.text}`}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={300}
          readOnly={!permit.may}
          onFocus={() => show(cardKey)}
          value={mark?.say ?? ''}
          onChange={({ target }) => checks.change(withSay(checks.marks, row, target.value))}
          onKeyDown={leaveSay}
        />
      ) : null}
      {result === 'defect' && permit.may ? <FrameButton row={row} place={place} cardKey={cardKey} /> : null}
    </div>
  );
}

/** Begins to frame the place of a defect on its picture, or takes the frame away. */
function FrameButton({ row, place, cardKey }: Props) {
  const { cards, checks, framed, frame, show } = place;
  const pictures = cards
    .find(({ key }) => key === cardKey)
    ?.slot.files.some(({ contentType }) => contentType.startsWith('image/'));
  if (pictures !== true) return null;
  const mark = findMark(checks.marks, row);
  const begin = () => {
    show(cardKey);
    frame(row.key);
  };
  return (
    <p className="frame-line">
      {framed === row.key ? (
        <span className="faint">{caseWords.viewer.frameNow}</span>
      ) : (
        <Button size="small" type="link" onClick={begin}>
          {caseWords.viewer.frame}
        </Button>
      )}
      {mark?.region === undefined ? null : (
        <Button
          size="small"
          type="link"
          onClick={() => checks.change(withRegion(checks.marks, row, undefined))}
        >
          {caseWords.viewer.unframe}
        </Button>
      )}
    </p>
  );
}

function Choice({ row, place: { checks, show }, cardKey }: Props) {
  return (
    <Radio.Group
      size="small"
      optionType="button"
      buttonStyle="solid"
      onFocus={() => show(cardKey)}
      aria-label={row.text}
      value={findMark(checks.marks, row)?.result ?? null}
      onChange={({ target }) => checks.change(withResult(checks.marks, row, target.value))}
      options={[
        { value: 'ok', label: row.missing ? said.received : said.ok },
        { value: 'defect', label: said.defect },
      ]}
    />
  );
}

/** For whoever may only look: what was found, in words. */
function Found({ row, place: { checks } }: Omit<Props, 'cardKey'>) {
  const result = findMark(checks.marks, row)?.result;
  if (result === undefined) return <span className="faint">{said.unchecked}</span>;
  return <strong className={result === 'ok' ? 'tally good' : 'tally bad'}>{said[result]}</strong>;
}
