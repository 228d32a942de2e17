import type { VisitTour } from '@tongban/contract';
import { shanghaiDay } from '@tongban/kernel';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { dayWords } from '../../clocks/moments.ts';
import { useTour } from './queries.ts';
import { timeText, visitWords } from './words.ts';

const said = visitWords.tour;
const { columns } = said;

/** 上门单: where the unit goes on a day, to be printed and taken along. */
export function TourPane() {
  const [day, setDay] = useState(() => shanghaiDay(new Date()));
  const tour = useTour();
  const { data } = tour;
  return (
    <section className="order-pane visit-tour" aria-label={said.title}>
      <div className="visit-tour-tools">
        <h2>{said.title}</h2>
        <label htmlFor="tour-day">{said.day}</label>
        <Input
          id="tour-day"
          type="date"
          value={day}
          onChange={({ target }) => {
            setDay(target.value);
            tour.reset();
          }}
        />
        <Button loading={tour.isPending} disabled={day === ''} onClick={() => tour.mutate(day)}>
          {said.show}
        </Button>
        {data === undefined || data.stops.length === 0 ? null : (
          <Button type="primary" onClick={() => window.print()}>
            {said.print}
          </Button>
        )}
      </div>
      <p className="faint visit-tour-hint">{said.hint}</p>
      <ProblemNote error={tour.error} />
      {data === undefined ? null : <Sheet tour={data} />}
    </section>
  );
}

function Sheet({ tour: { unit, day, stops } }: { tour: VisitTour }) {
  return (
    <>
      <h3>
        {said.heading(unit, dayWords(day))}
        <span className="faint">{stops.length === 0 ? said.none : said.count(stops.length)}</span>
      </h3>
      {stops.length === 0 ? null : (
        <table className="visit-stops">
          <thead>
            <tr>
              {Object.entries(columns).map(([key, label]) => (
                <th key={key} scope="col" className={key === 'done' ? 'on-paper' : undefined}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stops.map((stop) => (
              <Row key={stop.order} stop={stop} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Row({ stop }: { stop: VisitTour['stops'][number] }) {
  const { order, title, reason, people, address, suits, name, phone, arranged } = stop;
  const why = visitWords.reasons[reason];
  return (
    <tr>
      <td className="number">{timeText(arranged.time)}</td>
      <td>
        <strong>{name}</strong>
        <span className="number">{phone}</span>
      </td>
      <td>
        <strong>{address}</strong>
        {suits === undefined ? null : <span>{said.suits(suits)}</span>}
      </td>
      <td>
        {title}
        <span>{people === undefined ? why : `${why}，${visitWords.part.count(people)}`}</span>
        <span className="number faint">{order}</span>
      </td>
      <td>
        <span>{arranged.who}</span>
        <span>{arranged.note}</span>
      </td>
      <td className="on-paper" />
    </tr>
  );
}
