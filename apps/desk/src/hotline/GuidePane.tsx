import { itemView } from '@tongban/catalogue';
import type { OrderSuggestions } from '@tongban/contract';
import { useState } from 'react';
import { useGuide } from './queries.ts';
import { hotlineWords } from './words.ts';

const said = hotlineWords.assist;

/** 办事指南: the item that fits best, as the portal and the window have it; others at a press. */
export function GuidePane({ items }: Pick<OrderSuggestions, 'items'>) {
  const [picked, pick] = useState<string>();
  const here = items.find(({ item }) => item === picked) ?? items[0];
  const { data } = useGuide(here?.item);
  return (
    <section aria-label={said.guide}>
      <h3>{said.guide}</h3>
      {here === undefined ? <p className="faint">{said.noGuide}</p> : null}
      <div className="guide-tabs">
        {items.map(({ item, name }) => (
          <button
            key={item}
            type="button"
            className={item === here?.item ? 'guide-tab here' : 'guide-tab'}
            aria-pressed={item === here?.item}
            onClick={() => pick(item)}
          >
            {name.zh}
          </button>
        ))}
      </div>
      {data === undefined ? null : <Guide view={itemView(data, 'zh')} />}
    </section>
  );
}

function Guide({ view }: { view: ReturnType<typeof itemView> }) {
  const rows = [
    [said.who, view.who.text],
    [said.limit, view.promised.text],
    [said.visits, view.visits.text.text],
  ] as const;
  return (
    <dl className="guide-facts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{said.materials}</dt>
        <dd>
          <ul>
            {view.materials.map(({ id, name }) => (
              <li key={id}>{name.text}</li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  );
}
