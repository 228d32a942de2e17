import { useQuery } from '@tanstack/react-query';
import { proofsRoutes } from '@tongban/contract';
import { Button, Spin } from 'antd';
import { call } from '../../api/call.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { intakeWords } from '../words.ts';
import type { Table } from './use-materials.ts';

const said = intakeWords.materials.notice;

type Props = { table: Table; material: string; agree: () => void; close: () => void };

/** 告知承诺: what the person is told before they may promise instead of bringing a paper. */
export function PromiseNotice({ table, material, agree, close }: Props) {
  const { sitting } = table.desk.sitting;
  const { draft } = table.part;
  const notice = useQuery({
    queryKey: ['undertaking', sitting, draft, material],
    queryFn: () => call(proofsRoutes.windowNotice, { params: { sitting, draft, material } }),
  });
  const { data } = notice;
  const may = data?.allowed === true;
  const agreeNow = () => may && agree();
  useKeys({ Enter: agreeNow, Escape: close });
  return (
    <section className="promise" aria-label={said.title}>
      <h4>{data?.title ?? said.title}</h4>
      <ProblemNote error={notice.error} />
      {data === undefined ? (
        notice.isPending && <Spin />
      ) : (
        <>
          <Lines title={said.conditions} lines={data.conditions} />
          <Lines title={said.commits} lines={data.commits} />
          <Lines title={said.liability} lines={data.liability} />
          <p className="faint">{said.checked(data.checkedWithin)}</p>
          {data.why === undefined ? null : <p className="fault">{data.why}</p>}
        </>
      )}
      <p className="question-more">
        <Button type="primary" size="small" disabled={!may} onClick={agree}>
          {said.agree}
          <KeyCap of="Enter" />
        </Button>
        <Button size="small" onClick={close}>
          {said.cancel}
          <KeyCap of="Esc" />
        </Button>
      </p>
    </section>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <strong>{title}</strong>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
