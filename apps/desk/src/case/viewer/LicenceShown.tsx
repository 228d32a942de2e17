import type { MaterialSlot } from '@tongban/contract';
import { caseWords } from '../words.ts';

const said = caseWords.viewer;

type Licence = NonNullable<MaterialSlot['licence']>;

/** A material that an electronic licence proves: what it is and where it comes from, instead of pages. */
export function LicenceShown({ licence, title }: { licence: Licence; title: string }) {
  return (
    <div className="licence-wrap">
      <article className="licence">
        <p className="licence-proof">{said.licence}</p>
        <h2>{licence.name.zh}</h2>
        <dl className="facts">
          <dt>{said.licenceNumber}</dt>
          <dd className="number">{licence.number}</dd>
          <dt>{caseWords.checks.heading}</dt>
          <dd>{title}</dd>
          <dt>{said.licenceSource}</dt>
          <dd>{said.licenceFrom}</dd>
        </dl>
      </article>
    </div>
  );
}
