import type { Collection, Waiting } from '@tongban/contract';
import { Button, Checkbox } from 'antd';
import { momentWords } from '../clocks/moments.ts';
import { KeyCap } from '../keys/KeyCap.tsx';
import { issueWords } from './words.ts';

const said = issueWords.results;

type Props = {
  data: Collection;
  chosen: readonly Waiting[];
  toggle: (number: string) => void;
  print: () => void;
};

/** 要领的结果: everything that waits for this person; all of it is chosen until something is left for later. */
export function Results({ data, chosen, toggle, print }: Props) {
  const papers = chosen.reduce((count, one) => count + one.documents.length, 0);
  return (
    <section className="results" aria-labelledby="results-title">
      <header>
        <h2 id="results-title">{said.title(data.results.length)}</h2>
        <Button size="small" disabled={papers === 0} aria-keyshortcuts="F9" onClick={print}>
          {papers === 0 ? said.noPapers : said.print9}
          <KeyCap of="F9" />
        </Button>
      </header>
      <ul>
        {data.results.map((one) => (
          <li key={one.case}>
            <Checkbox
              disabled={one.waybill !== undefined}
              checked={chosen.includes(one)}
              onChange={() => toggle(one.case)}
              aria-label={said.choose(one.result)}
            />
            <div className="results-name">
              <strong>{one.result}</strong>
              <span className="faint">{one.itemName}</span>
            </div>
            <div className="results-facts">
              <span className="number">{one.case}</span>
              <span className="faint">{factOf(one)}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function factOf({ waybill, how, readySince }: Waiting): string {
  if (waybill !== undefined) return said.sent(waybill);
  const since = said.since(momentWords(readySince));
  return how === 'express' ? `${since} · ${said.express}` : since;
}
