import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { momentWords } from '../clocks/moments.ts';
import { KeyDialog } from './KeyDialog.tsx';
import { EndDialog, LimitDialog } from './LimitDialog.tsx';
import { type Register, type Unit, usePartners } from './queries.ts';
import { RegisterDialog, type Told } from './RegisterDialog.tsx';
import { partnerWords as said } from './words.ts';

type Asking = { readonly what: 'limit' | 'end'; readonly unit: Unit };

/** 用证单位: who may check show codes, for what and of which types; registered, limited and switched off here. */
export function PartnersPage() {
  const found = usePartners();
  const [registering, setRegistering] = useState(false);
  const [told, setTold] = useState<Told>();
  const [asking, ask] = useState<Asking>();
  const types = found.data?.types ?? [];
  const tell = (made: Told) => {
    setRegistering(false);
    setTold(made);
  };
  return (
    <main id="main" className="plain-page partners">
      <header>
        <h1>{said.title}</h1>
        <Button type="primary" onClick={() => setRegistering(true)}>
          {said.register}
        </Button>
      </header>
      <p className="faint">{said.lead}</p>
      <ProblemNote error={found.error} />
      <Table<Unit>
        rowKey="partner"
        size="small"
        pagination={false}
        loading={found.isPending}
        aria-label={said.title}
        dataSource={found.data?.partners ?? []}
        locale={{ emptyText: found.isPending ? ' ' : <Empty /> }}
        columns={columnsWith(types, ask)}
      />
      {registering ? <RegisterDialog types={types} close={() => setRegistering(false)} told={tell} /> : null}
      {told === undefined ? null : <KeyDialog told={told} close={() => setTold(undefined)} />}
      {asking?.what === 'limit' ? (
        <LimitDialog unit={asking.unit} types={types} close={() => ask(undefined)} />
      ) : null}
      {asking?.what === 'end' ? <EndDialog unit={asking.unit} close={() => ask(undefined)} /> : null}
    </main>
  );
}

function Empty() {
  return (
    <div className="empty">
      <p className="empty-title">{said.empty}</p>
      <p>{said.emptyHelp}</p>
    </div>
  );
}

const shown = 3;

function columnsWith(types: Register['types'], ask: (asking: Asking) => void): TableColumnsType<Unit> {
  const { columns } = said;
  const names = new Map(types.map(({ type, name }) => [type, name.zh]));
  const typesOf = (unit: Unit) => {
    if (types.length > 0 && unit.types.length === types.length) return said.all;
    const first = unit.types.slice(0, shown).map((type) => names.get(type) ?? type);
    const more = unit.types.length > shown ? ` 等 ${said.types(unit.types.length)}` : '';
    return `${first.join('、')}${more}`;
  };
  return [
    { key: 'name', title: columns.name, dataIndex: 'name', width: 220 },
    { key: 'purposes', title: columns.purposes, render: (_, unit) => unit.purposes.join('、') },
    { key: 'types', title: columns.types, render: (_, unit) => typesOf(unit) },
    { key: 'since', title: columns.since, width: 150, render: (_, unit) => momentWords(unit.registeredAt) },
    {
      key: 'state',
      title: columns.state,
      width: 90,
      render: (_, { ended }) => (ended ? <span className="faint">{said.ended}</span> : said.working),
    },
    {
      key: 'acts',
      title: columns.acts,
      width: 160,
      render: (_, unit) => (unit.ended ? null : <Acts unit={unit} ask={ask} />),
    },
  ];
}

function Acts({ unit, ask }: { unit: Unit; ask: (asking: Asking) => void }) {
  return (
    <span className="partner-acts">
      <Button
        size="small"
        aria-label={`${said.limit} ${unit.name}`}
        onClick={() => ask({ what: 'limit', unit })}
      >
        {said.limit}
      </Button>
      <Button size="small" aria-label={`${said.end} ${unit.name}`} onClick={() => ask({ what: 'end', unit })}>
        {said.end}
      </Button>
    </span>
  );
}
