import type { NotNeeded } from '@tongban/contract';
import { intakeWords } from '../words.ts';

const said = intakeWords.items;
const most = 3;

/** 不再索要、不再开具: what somebody asks for that is no longer needed, and what serves instead. */
export function NotNeededNotes({ papers }: { papers: readonly NotNeeded[] }) {
  if (papers.length === 0) return null;
  return (
    <section className="not-needed" aria-label={said.notNeeded}>
      {papers.slice(0, most).map(({ id, name, kind, say, law }) => (
        <article key={id}>
          <h3>
            <span className="tag">{said.notNeededKind[kind]}</span>
            {name}
          </h3>
          <p>
            <strong>{said.instead}：</strong>
            {say}
          </p>
          {law === undefined ? null : (
            <p className="faint">
              {said.basis}：{law}
            </p>
          )}
        </article>
      ))}
    </section>
  );
}
