/** @jsxImportSource preact */
import type { KioskVisit, Words } from '@tongban/contract';
import type { ComponentChildren } from 'preact';
import { useKiosk } from '../journey/kiosk.ts';
import { type Shelf, shelves } from '../journey/steps.ts';
import { useTask } from '../journey/use-task.ts';
import { dayText, momentText } from '../parts/clock.tsx';
import { Page } from '../parts/page.tsx';
import { Pages } from '../parts/pages.tsx';

type Shown = { readonly key: string; readonly show: ComponentChildren };

/** 我的事: one shelf at a time of what the person has here. */
export function Mine({ shelf }: { readonly shelf: Shelf }) {
  const { said, known, large, go, start } = useKiosk();
  const task = useTask();
  const rows = useRows(shelf, task);
  if (known === undefined) return null;
  const { person, priority } = known;
  const there = shelves.filter((one) => one !== 'pickups' || start.cabinet !== 'none');
  return (
    <Page title={said.mine.title(person.name)} lead={person.citizenNumber} fault={task.fault}>
      {priority !== undefined && <p class="green">{said.mine.green}</p>}
      <nav class="shelves">
        {there.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={one === shelf ? 'page' : undefined}
            onClick={() => go({ at: 'mine', shelf: one })}
          >
            {said.mine.shelves[one]}
            <span>{known[one].length}</span>
          </button>
        ))}
      </nav>
      {rows.length === 0 && <p class="nothing">{said.mine.none[shelf]}</p>}
      <Pages key={shelf} rows={rows} size={large ? 3 : 4} look="rows" show={(row) => row.show} />
    </Page>
  );
}

type Task = ReturnType<typeof useTask>;

/** The rows of a shelf, each with what can be done about it. */
function useRows(shelf: Shelf, task: Task): Shown[] {
  const kiosk = useKiosk();
  const { known } = kiosk;
  if (known === undefined) return [];
  switch (shelf) {
    case 'bookings':
      return known.bookings.map((one) => ({
        key: one.booking,
        show: <BookingRow key={one.booking} row={one} task={task} />,
      }));
    case 'cases':
      return known.cases.map((one) => ({
        key: one.case,
        show: <CaseRow key={one.case} row={one} task={task} />,
      }));
    case 'papers':
      return known.papers.map((one) => ({
        key: one.document,
        show: <PaperRow key={one.document} row={one} />,
      }));
    case 'pickups':
      return known.pickups.map((one) => ({ key: one.case, show: <PickupRow key={one.case} row={one} /> }));
  }
}

function BookingRow({ row, task }: { readonly row: KioskVisit['bookings'][number]; readonly task: Task }) {
  const { said, language, doors, known, go } = useKiosk();
  const checkIn = () => {
    if (known === undefined) return;
    void task.run(
      () => doors.checkIn(known, row.booking),
      (slip) => go({ at: 'ticket', slip }),
    );
  };
  return (
    <article class="row">
      <h2>{row.itemName}</h2>
      <p>{`${momentText(row.at, language)} · ${row.hallName}`}</p>
      {row.may ? (
        <button type="button" class="main" disabled={task.busy} onClick={checkIn}>
          {said.mine.checkIn}
        </button>
      ) : (
        <span class="row__state">{row.checkedIn ? said.mine.checkedIn : said.mine.notNow}</span>
      )}
    </article>
  );
}

/** Headlines of cases that have ended. */
const ended: readonly string[] = ['done', 'not-done', 'stopped'];

function CaseRow({ row, task }: { readonly row: KioskVisit['cases'][number]; readonly task: Task }) {
  const { said, language, doors, known, go } = useKiosk();
  const { status } = row;
  const rate = () => {
    if (known === undefined) return;
    void task.run(
      () => doors.offerOfCase(known, row.case),
      (offer) => go({ at: 'rate', rated: { case: row.case }, offer }),
    );
  };
  return (
    <article class={status.needsYou ? 'row row--act' : 'row'}>
      <h2>{worded(row.itemName, language)}</h2>
      <p>
        <strong>{worded(status.title, language)}</strong>
        <span>{worded(status.line, language)}</span>
      </p>
      <p class="row__small">{`${row.case} · ${said.mine.submitted(dayText(row.submittedOn, language))}`}</p>
      {status.needsYou && <span class="row__state">{said.mine.act}</span>}
      {ended.includes(status.headline) && (
        <button type="button" class="main" disabled={task.busy} onClick={rate}>
          {said.rate.act}
        </button>
      )}
    </article>
  );
}

function PaperRow({ row }: { readonly row: KioskVisit['papers'][number] }) {
  const { said, language, go } = useKiosk();
  return (
    <article class="row">
      <h2>{worded(row.title, language)}</h2>
      <p class="row__small">{`${row.number} · ${momentText(row.madeAt, language)}`}</p>
      <button type="button" class="main" onClick={() => go({ at: 'print', paper: row })}>
        {said.mine.print}
      </button>
    </article>
  );
}

function PickupRow({ row }: { readonly row: KioskVisit['pickups'][number] }) {
  const { said, language, go } = useKiosk();
  return (
    <article class="row">
      <h2>{worded(row.name, language)}</h2>
      <p class="row__small">{row.case}</p>
      {row.here ? (
        <button type="button" class="main" onClick={() => go({ at: 'pickup', pickup: row })}>
          {said.mine.collect}
        </button>
      ) : (
        <span class="row__state">{said.mine.elsewhere(worded(row.office, language))}</span>
      )}
    </article>
  );
}

/** What there is in the chosen language; Chinese where there is no other. */
export function worded({ zh, en }: Words, language: 'zh' | 'en'): string {
  return language === 'en' ? (en ?? zh) : zh;
}
