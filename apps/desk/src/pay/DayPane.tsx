import type { PaymentDay } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { Button, Input, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { momentWords } from '../clocks/moments.ts';
import { yuan } from './money.ts';
import { useDay, useSay } from './queries.ts';
import { SayDialog } from './SayDialog.tsx';
import { payWords } from './words.ts';

const said = payWords.day;
type Way = PaymentDay['ways'][number];
type Difference = PaymentDay['differences'][number];
type Held = PaymentDay['held'][number];
type Saying = { readonly kind: 'difference' | 'held'; readonly id: string };

/** 对账: what came in on a day, how it compares with the statements, and what does not fit. */
export function DayPane({ acts }: { acts: boolean }) {
  const [day, setDay] = useState(() => shanghaiDay(new Date()));
  const [saying, setSaying] = useState<Saying>();
  const found = useDay(day);
  const { ways = [], differences = [], held = [] } = found.data ?? {};
  const actor = acts ? setSaying : undefined;
  return (
    <>
      <div className="pay-day">
        <label htmlFor="pay-day">{said.day}</label>
        <Input
          id="pay-day"
          type="date"
          value={day}
          onChange={({ target }) => target.value !== '' && setDay(target.value)}
        />
      </div>
      <ProblemNote error={found.error} />
      <section>
        <h2>{said.totals}</h2>
        <Table<Way>
          rowKey="way"
          size="small"
          pagination={false}
          loading={found.isPending}
          dataSource={ways}
          aria-label={said.totals}
          locale={{ emptyText: found.isPending ? ' ' : said.none }}
          columns={wayColumns}
        />
      </section>
      <HeldList held={held} settle={actor} />
      <DifferenceList differences={differences} explain={actor} />
      {saying === undefined ? null : <SayingDialog saying={saying} close={() => setSaying(undefined)} />}
    </>
  );
}

const wayColumns: TableColumnsType<Way> = [
  { key: 'way', title: said.columns.way, dataIndex: 'name', width: 180 },
  { key: 'count', title: said.columns.count, dataIndex: 'count', width: 90, align: 'right' },
  {
    key: 'fen',
    title: said.columns.fen,
    width: 140,
    align: 'right',
    render: (_, { fen }) => <strong className="number">{yuan(fen)}</strong>,
  },
  {
    key: 'back',
    title: said.columns.back,
    width: 140,
    align: 'right',
    render: (_, { refundedFen }) => <span className="number">{yuan(refundedFen)}</span>,
  },
  { key: 'statement', title: said.columns.statement, render: (_, way) => statementText(way) },
];

function statementText({ way, statement }: Way): string {
  if (statement !== undefined) return said.statement(statement.count, yuan(statement.fen));
  return way === 'cash' || way === 'pos' ? said.windowWay : said.noStatement;
}

type Say = ((saying: Saying) => void) | undefined;

function HeldList({ held, settle }: { held: readonly Held[]; settle: Say }) {
  return (
    <section aria-labelledby="pay-held">
      <h2 id="pay-held">{said.held}</h2>
      {held.length === 0 ? <p className="faint">{said.noHeld}</p> : null}
      <ul className="pay-strange">
        {held.map((one) => (
          <li key={one.payment}>
            <strong className="pay-alarm">{said.whys[one.why]}</strong>
            <span className="number">
              {said.came} {one.currency === 'CNY' ? yuan(one.fen) : `${one.fen / 100} ${one.currency}`}
              {one.expectedFen === undefined ? '' : ` · ${said.expected} ${yuan(one.expectedFen)}`}
            </span>
            <span className="number faint">
              {said.trade} {one.tradeNumber}
            </span>
            <span className="faint">{momentWords(one.heardAt)}</span>
            <p className="pay-todo">{said.heldTodo[one.why]}</p>
            {settle === undefined ? null : (
              <Button size="small" onClick={() => settle({ kind: 'held', id: one.payment })}>
                {said.settle}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function DifferenceList({ differences, explain }: { differences: readonly Difference[]; explain: Say }) {
  return (
    <section aria-labelledby="pay-differences">
      <h2 id="pay-differences">{said.differences}</h2>
      {differences.length === 0 ? <p className="faint">{said.noDifferences}</p> : null}
      <ul className="pay-strange">
        {differences.map((one) => (
          <li key={one.difference}>
            <strong>{said.kinds[one.kind]}</strong>
            <span className="number">
              {one.hereFen === undefined ? '' : `${said.here} ${yuan(one.hereFen)} `}
              {one.thereFen === undefined ? '' : `${said.there} ${yuan(one.thereFen)}`}
            </span>
            <span className="number faint">
              {said.trade} {one.tradeNumber}
            </span>
            <span className="number faint">{one.day}</span>
            <p className="pay-todo">{one.explained ?? said.todo[one.kind]}</p>
            {explain === undefined || one.explained !== undefined ? null : (
              <Button size="small" onClick={() => explain({ kind: 'difference', id: one.difference })}>
                {said.explain}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SayingDialog({ saying, close }: { saying: Saying; close: () => void }) {
  const act = useSay(saying);
  const held = saying.kind === 'held';
  return (
    <SayDialog
      title={held ? said.settleTitle : said.explainTitle}
      lead={held ? said.settleLead : said.explainLead}
      label={said.say}
      send={said.send}
      close={close}
      pending={act.isPending}
      error={act.error}
      press={(say) => act.mutate(say, { onSuccess: close })}
    />
  );
}
