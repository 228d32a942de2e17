import type { CallerCard } from '@tongban/contract';
import { Spin } from 'antd';
import { Link } from 'wouter';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { Due } from '../orders/Due.tsx';
import { useCaller } from './queries.ts';
import { hotlineWords } from './words.ts';

const said = hotlineWords.caller;

/** 来电弹屏: who may be calling, with past orders, open cases and licences, all masked. */
export function CallerPane({ call }: { call: string }) {
  const { data, error } = useCaller(call);
  if (data === undefined) return error === null ? <Spin /> : <ProblemNote error={error} />;
  return (
    <div className="caller-card">
      <h2>{data.name ?? said.unknown}</h2>
      {data.procedures.map(({ number, kind }) => (
        <p key={number} className="caller-running">
          {said.procedures}：{kind} <span className="number">{number}</span>
        </p>
      ))}
      <Orders orders={data.orders} />
      <h3>{said.cases}</h3>
      {data.cases.length === 0 ? <p className="faint">{said.noCases}</p> : null}
      <ul>
        {data.cases.map(({ case: number, name, state }) => (
          <li key={number}>
            <span title={number}>{name}</span>
            <span className="faint">{state}</span>
          </li>
        ))}
      </ul>
      <h3>{said.licences}</h3>
      {data.licences.length === 0 ? <p className="faint">{said.noLicences}</p> : null}
      <ul>
        {data.licences.map(({ name, number }) => (
          <li key={`${name} ${number}`}>
            <span>{name}</span>
            <span className="faint number">{number}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Orders({ orders }: Pick<CallerCard, 'orders'>) {
  return (
    <>
      <h3>{said.orders}</h3>
      {orders.length === 0 ? <p className="faint">{said.noOrders}</p> : null}
      <ul>
        {orders.map((row) => (
          <li key={row.order}>
            <Link href={`/orders?order=${row.order}`}>{row.title}</Link>
            <Due row={row} />
          </li>
        ))}
      </ul>
    </>
  );
}
