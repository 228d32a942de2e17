import { Button, Input } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { CheckRow } from '../../case/checks/cards.ts';
import { findMark } from '../../case/checks/marks.ts';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { intakeWords } from '../words.ts';
import { isDefect, type Table } from './use-materials.ts';
import type { Work } from './work.ts';

const said = intakeWords.materials;

/** 收件要点: good or defect by key; a defect gets its words from a list, or one's own. */
export function Points({ table, work }: { table: Table; work: Work }) {
  const { row, marks } = table;
  const { rows } = work.card;
  const missing = row?.missing === true;
  const isBad = row !== undefined && isDefect(marks, row);
  const stepDown = () => table.step(1);
  const stepUp = () => table.step(-1);
  useKeys({
    j: () => table.move(1),
    k: () => table.move(-1),
    J: stepDown,
    K: stepUp,
    c: () => row !== undefined && !missing && table.mark(row, 'ok'),
    x: () => row !== undefined && (isBad ? focusSay(row) : table.mark(row, 'defect')),
    C: table.allOk,
    Enter: table.goOn,
    ...(isBad ? phraseKeys(table, row) : {}),
  });
  if (rows.length === 0) return null;
  return (
    <section className="points" aria-label={said.points}>
      <header>
        <h4>{said.points}</h4>
        {rows.some(({ missing: gone }) => gone) ? null : (
          <Button size="small" aria-keyshortcuts="C" onClick={table.allOk}>
            {said.allOk}
            <KeyCap of="C" />
          </Button>
        )}
      </header>
      {rows.map((one) => (
        <PointLine key={one.key} table={table} row={one} current={one.key === row?.key} />
      ))}
    </section>
  );
}

/** The digits put the usual words to a defect. */
function phraseKeys(table: Table, row: CheckRow): Record<string, () => void> {
  return Object.fromEntries(
    phrasesOf(row).map((phrase, at) => [String(at + 1), () => table.say(row, phrase)]),
  );
}

type LineProps = { table: Table; row: CheckRow; current: boolean };

function PointLine({ table, row, current }: LineProps) {
  const mark = findMark(table.marks, row);
  const result = mark?.result;
  const line = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a defect makes the line taller
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current, result]);
  return (
    <div
      ref={line}
      className={`point point-${result ?? 'open'}${current ? ' current' : ''}`}
      data-row={row.key}
    >
      <span className="point-text">{row.text}</span>
      <span className="point-acts">
        {row.missing ? null : (
          <PointButton row={row} table={table} result="ok" on={result === 'ok'} current={current} />
        )}
        <PointButton row={row} table={table} result="defect" on={result === 'defect'} current={current} />
      </span>
      {result === 'defect' ? <Say table={table} row={row} text={mark?.say ?? ''} current={current} /> : null}
    </div>
  );
}

type PointProps = LineProps & { result: 'ok' | 'defect'; on: boolean };

function PointButton({ row, table, result, on, current }: PointProps) {
  const label = result === 'ok' ? said.ok : row.missing ? said.missing : said.defect;
  return (
    <Button
      size="small"
      className={on ? `on-${result}` : ''}
      aria-pressed={on}
      onClick={() => table.mark(row, result)}
    >
      {label}
      <span className="visually-hidden">：{row.text}</span>
      {current ? <KeyCap of={result === 'ok' ? 'c' : 'x'} /> : null}
    </Button>
  );
}

/** The words of a defect: what stands in the one-time notice. */
function Say({ table, row, text, current }: LineProps & { text: string }) {
  const leave = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Escape' && !(event.key === 'Enter' && !event.shiftKey)) return;
    event.preventDefault();
    event.currentTarget.closest<HTMLElement>('.step')?.focus();
  };
  return (
    <div className="say">
      <Input.TextArea
        aria-label={`${said.say}：${row.text}`}
        autoSize={{ minRows: 1, maxRows: 3 }}
        maxLength={300}
        value={text}
        onChange={({ target }) => table.say(row, target.value)}
        onKeyDown={leave}
      />
      {current ? (
        <ul className="phrases" aria-label={said.phrases}>
          {phrasesOf(row).map((phrase, at) => (
            <li key={phrase}>
              <button type="button" onClick={() => table.say(row, phrase)}>
                <KeyCap of={String(at + 1)} />
                {phrase}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** 常用说法: what this checkpoint itself says first, then what defects are most of the time. */
function phrasesOf(row: CheckRow): string[] {
  return row.missing ? [row.prefill] : [row.prefill, ...said.phrase];
}

function focusSay(row: CheckRow): void {
  const line = [...document.querySelectorAll<HTMLElement>('[data-row]')].find(
    ({ dataset }) => dataset.row === row.key,
  );
  const say = line?.querySelector('textarea');
  say?.focus();
  say?.setSelectionRange(say.value.length, say.value.length);
}
