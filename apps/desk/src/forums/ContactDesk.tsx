import type { VolunteerRow } from '@tongban/contract';
import { App, Button, Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { KeyButton } from '../keys/KeyButton.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { AppointDialog } from './AppointDialog.tsx';
import { Acts, LedgerPane } from './Ledger.tsx';
import { useContactDesk, useDismiss, useLedger } from './queries.ts';
import { forumWords, contactWords as said } from './words.ts';

/** 警民联系台: the volunteer supervisors of the branch, and the ledger of what they reported. */
export function ContactDesk({ back }: { back: () => void }) {
  const desk = useContactDesk();
  const [appointing, appoint] = useState(false);
  const [first] = desk.data?.pages ?? [];
  const { forum, mayAppoint = false } = first ?? {};
  useKeys({ b: back, ...(mayAppoint ? { n: () => appoint(true) } : {}) });
  return (
    <main id="main" className="plain-page forums forum-open contact-desk">
      <div className="orders-head">
        <KeyButton label={forumWords.back} of="b" run={back} />
        {forum === undefined ? <h1>{said.title}</h1> : null}
        {mayAppoint ? (
          <span className="pane-acts">
            <KeyButton label={said.appoint} of="n" run={() => appoint(true)} look="primary" />
          </span>
        ) : null}
        {forum === undefined ? null : <Reported forum={forum} />}
      </div>
      <ProblemNote error={desk.error} />
      {first === undefined && desk.error === null ? <Spin description={forumWords.loading} /> : null}
      {first === undefined ? null : <Appointed desk={desk} mayAppoint={mayAppoint} />}
      {forum === undefined ? null : <LedgerPane forum={forum} />}
      {appointing ? <AppointDialog close={() => appoint(false)} /> : null}
    </main>
  );
}

type AppointedProps = { desk: ReturnType<typeof useContactDesk>; mayAppoint: boolean };

function Appointed({ desk, mayAppoint }: AppointedProps) {
  return (
    <section className="order-pane contact-volunteers" aria-label={said.volunteers}>
      <h2>{said.volunteers}</h2>
      <Volunteers
        rows={(desk.data?.pages ?? []).flatMap(({ volunteers }) => volunteers)}
        mayAppoint={mayAppoint}
      />
      {desk.hasNextPage ? (
        <Button className="forum-more" onClick={() => void desk.fetchNextPage()}>
          {said.more}
        </Button>
      ) : null}
    </section>
  );
}

function Reported({ forum }: { forum: string }) {
  const [ledger] = useLedger(forum).data?.pages ?? [];
  return ledger === undefined ? null : <Acts ledger={ledger} />;
}

type Props = { rows: readonly VolunteerRow[]; mayAppoint: boolean };

function Volunteers({ rows, mayAppoint }: Props) {
  if (rows.length === 0)
    return (
      <div className="empty">
        <p className="empty-title">{said.none}</p>
        <p>{mayAppoint ? said.noneHelp : said.noneYet}</p>
      </div>
    );
  const { columns } = said;
  return (
    <table className="dense">
      <thead>
        <tr>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.days}</th>
          <th scope="col" className="rest">
            {columns.note}
          </th>
          {mayAppoint ? (
            <th scope="col">
              <span className="visually-hidden">{said.dismiss}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Volunteer key={row.volunteer} row={row} mayAppoint={mayAppoint} />
        ))}
      </tbody>
    </table>
  );
}

function Volunteer({ row, mayAppoint }: { row: VolunteerRow; mayAppoint: boolean }) {
  const { volunteer, name, citizenNumber, from, until, note, state } = row;
  return (
    <tr>
      <td>{said.states[state]}</td>
      <th scope="row">{name}</th>
      <td className="number">{citizenNumber}</td>
      <td className="number">{said.days(from, until)}</td>
      <td className="rest">{note}</td>
      {mayAppoint ? (
        <td>
          {state === 'dismissed' || state === 'over' ? null : (
            <Dismiss volunteer={volunteer} name={name} from={from} />
          )}
        </td>
      ) : null}
    </tr>
  );
}

function Dismiss({ volunteer, name, from }: Pick<VolunteerRow, 'volunteer' | 'name' | 'from'>) {
  const { modal } = App.useApp();
  const dismiss = useDismiss();
  const ask = () =>
    modal.confirm({
      ...{ title: said.dismissing(name), content: said.dismissHelp, okText: said.dismiss },
      onOk: () => dismiss.mutateAsync(volunteer),
    });
  return (
    <>
      <Button size="small" aria-label={said.dismissLabel(name, from)} onClick={ask}>
        {said.dismiss}
      </Button>
      <ProblemNote error={dismiss.error} />
    </>
  );
}
