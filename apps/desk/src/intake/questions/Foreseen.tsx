import { intakeWords } from '../words.ts';
import type { Walk } from './walk.ts';

const said = intakeWords.questions;

/** 要收的材料: what will have to be brought, growing surer with every answer. */
export function Foreseen({ walk: { foreseen } }: { walk: Walk }) {
  return (
    <section className="foreseen">
      <h3>{said.foreseen}</h3>
      {foreseen.length === 0 ? <p className="faint">{said.foreseenNone}</p> : null}
      <ul>
        {foreseen.map(({ key, name, state }) => (
          <li key={key}>
            <span className={state === 'required' ? '' : 'faint'}>{name}</span>
            <span className="faint">{said.need[state]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
