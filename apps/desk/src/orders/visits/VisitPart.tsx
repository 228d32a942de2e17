import type { DeskVisit, OrderView } from '@tongban/contract';
import { dayWords } from '../../clocks/moments.ts';
import { useUnmasked } from '../queries.ts';
import { timeText, visitWords } from './words.ts';

const said = visitWords.part;

/** 上门申请: why, where and when, masked until somebody who may asks for it. */
export function VisitPart({ view, visit }: { view: OrderView; visit: DeskVisit }) {
  const { data } = useUnmasked(view.order);
  const isOpen = view.stage === 'handling' || view.stage === 'coordinating';
  return (
    <section className="stuck-part">
      <h3>{said.title}</h3>
      <table className="visit-facts">
        <tbody>
          {rowsOf(visit, addressIn(view, data?.address)).map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isOpen && visit.arranged !== undefined ? <p className="faint">{said.onSite}</p> : null}
    </section>
  );
}

/** Whoever has it in hand is told how to see the whole. */
function addressIn({ visit, may }: OrderView, unmasked: string | undefined): string {
  if (unmasked !== undefined) return unmasked;
  return `${visit?.address ?? ''}${may.includes('arrange-visit') ? said.masked : ''}`;
}

function rowsOf({ reason, people, suits, arranged }: DeskVisit, where: string): [string, string][] {
  const row = (label: string, value: string | undefined): [string, string][] =>
    value === undefined ? [] : [[label, value]];
  return [
    [said.why, visitWords.reasons[reason]],
    ...row(said.people, people === undefined ? undefined : said.count(people)),
    [said.address, where],
    ...row(said.suits, suits),
    [
      said.arranged,
      arranged === undefined
        ? visitWords.unarranged
        : `${dayWords(arranged.day)} ${timeText(arranged.time)}，${arranged.who}`,
    ],
    ...row(said.reason, arranged?.reason),
    ...row(said.note, arranged?.note),
  ];
}
