import { type DispatchBoard, dispatchRoutes, type Load } from '@tongban/contract';
import { Button, Spin, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '../api/call.ts';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { dayWords, momentWords } from '../clocks/moments.ts';
import { KeyCap } from '../keys/KeyCap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { AbsenceDialog } from './AbsenceDialog.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { useBoard, useDispatch } from './queries.ts';
import { dispatchWords as said } from './words.ts';

/** 分派台: what nobody has, who could take it, and by which rules cases go where they go. */
export function DispatchPage() {
  const board = useBoard();
  const [chosen, choose] = useState<readonly string[]>([]);
  const [assigning, assign] = useState(false);
  useKeys({ a: () => chosen.length > 0 && assign(true) });
  if (board.isPending) return <Spin className="lone" />;
  if (board.isError) return <ProblemNote error={board.error} />;
  const { data } = board;
  return (
    <main id="main" className="dispatch">
      <h1>{said.title}</h1>
      <div className="dispatch-split">
        <section aria-labelledby="dispatch-unassigned">
          <header>
            <h2 id="dispatch-unassigned">{said.unassigned(data.unassigned.length)}</h2>
            <Button
              type="primary"
              disabled={chosen.length === 0}
              aria-keyshortcuts="a"
              onClick={() => assign(true)}
            >
              {said.assign(chosen.length)}
              <KeyCap of="a" />
            </Button>
          </header>
          <Unassigned board={data} chosen={chosen} choose={choose} />
        </section>
        <div>
          <Loads loads={data.loads} />
          <Rules rules={data.rules} />
        </div>
      </div>
      {assigning ? (
        <AssignDialog cases={chosen} loads={data.loads} close={() => assign(false)} done={() => choose([])} />
      ) : null}
    </main>
  );
}

type UnassignedProps = {
  board: DispatchBoard;
  chosen: readonly string[];
  choose: (cases: readonly string[]) => void;
};

function Unassigned({ board: { unassigned, light }, chosen, choose }: UnassignedProps) {
  if (unassigned.length === 0) {
    return (
      <div className="empty">
        <p className="empty-title">{said.none}</p>
        <p>{said.noneHelp(light.yellowHours)}</p>
      </div>
    );
  }
  return (
    <Table
      rowKey="case"
      size="small"
      pagination={false}
      aria-labelledby="dispatch-unassigned"
      dataSource={unassigned}
      rowSelection={{
        selectedRowKeys: [...chosen],
        onChange: (keys) => choose(keys.map(String)),
        getCheckboxProps: ({ case: number }) => ({ 'aria-label': said.chooseOne(number) }),
      }}
      columns={[
        {
          key: 'since',
          title: said.since,
          width: 130,
          render: (_, { unassigned: since }) => (
            <span className={`unassigned ${since?.light ?? 'green'}`}>
              {since === undefined ? '' : momentWords(since.since)}
            </span>
          ),
        },
        {
          key: 'case',
          title: '办件编号',
          width: 240,
          render: (_, { case: number }) => (
            <Link href={`/cases/${encodeURIComponent(number)}`} className="number">
              {number}
            </Link>
          ),
        },
        { key: 'item', title: '事项', dataIndex: 'itemName', ellipsis: true },
        { key: 'state', title: '状态', dataIndex: 'stateName', width: 110 },
      ]}
    />
  );
}

function Loads({ loads }: { loads: readonly Load[] }) {
  const [away, setAway] = useState<Load>();
  const act = useDispatch();
  const most = Math.max(1, ...loads.map(({ open }) => open));
  const present = (person: string) =>
    act.mutate(async () => {
      await call(dispatchRoutes.present, { params: { person } });
      return undefined;
    });
  return (
    <section aria-labelledby="dispatch-loads">
      <h2 id="dispatch-loads">{said.loads}</h2>
      <ul className="loads">
        {loads.map((load) => (
          <li key={load.person}>
            <strong>{load.name}</strong>
            <span className="faint">{load.office}</span>
            <meter min={0} max={most} value={load.open} aria-label={`${load.name} ${said.open}`} />
            <span className="number">
              {said.open} {load.open}
            </span>
            <span className="load-lights">
              {load.red > 0 ? <span className="light light-red">红 {load.red}</span> : null}
              {load.yellow > 0 ? <span className="light light-yellow">黄 {load.yellow}</span> : null}
            </span>
            {load.absent === undefined ? (
              <Button size="small" onClick={() => setAway(load)}>
                {said.markAbsent}
              </Button>
            ) : (
              <span className="away">
                {said.absent(dayWords(load.absent.until), load.absent.reason)}
                <Button size="small" type="link" onClick={() => present(load.person)}>
                  {said.back}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote error={act.error} />
      {away === undefined ? null : <AbsenceDialog load={away} close={() => setAway(undefined)} />}
    </section>
  );
}

function Rules({ rules }: Pick<DispatchBoard, 'rules'>) {
  return (
    <section aria-labelledby="dispatch-rules">
      <h2 id="dispatch-rules">{said.rules}</h2>
      <p className="faint">{said.rulesHelp}</p>
      <ol className="rules">
        {rules.map(({ id, say, used }) => (
          <li key={id}>
            <span>{say}</span>
            <span className="faint">{said.used(used)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
