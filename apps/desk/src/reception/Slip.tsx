import type { NewTicket } from '@tongban/contract';
import { Spin } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { PdfFrame } from '../case/viewer/PdfFrame.tsx';
import { timeWords } from '../clocks/moments.ts';
import { KeyButton } from '../keys/KeyButton.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { ticketWords } from '../queue/ticket-words.ts';
import { useSlip } from './queries.ts';
import { receptionWords } from './words.ts';

const said = receptionWords.slip;

/** 号单: the number just given, large, with how long it will take; F9 prints it. */
export function Slip({ given }: { given: NewTicket | undefined }) {
  const [prints, setPrints] = useState(0);
  const print = () => setPrints(prints + 1);
  useKeys(given === undefined ? {} : { F9: print });
  if (given === undefined) {
    return (
      <section className="reception-part slip-idle" aria-label={said.title}>
        <p className="empty-title">{said.idle}</p>
        <p className="faint">{said.idleHelp}</p>
      </section>
    );
  }
  return (
    <section className="reception-part slip-given" aria-label={said.title} aria-live="polite">
      <strong className="slip-number">{given.number}</strong>
      <div className="slip-facts">
        <p>
          <strong>{given.itemName}</strong>
          <span className="tag">{ticketWords.kinds[given.kind]}</span>
        </p>
        <p>
          {said.ahead(given.ahead)}，{waitWords(given)}
        </p>
        <p className="faint">{said.takenAt(timeWords(given.takenAt))}</p>
        {given.comeBackAt === undefined ? null : (
          <p className="slip-come-back">{said.comeBack(timeWords(given.comeBackAt))}</p>
        )}
      </div>
      <KeyButton of="F9" label={said.print} run={print} look="primary" />
      {prints === 0 ? null : (
        <SlipPaper key={prints} ticket={given.ticket} number={given.number} print={prints} />
      )}
    </section>
  );
}

function waitWords({ wait }: NewTicket): string {
  return wait === undefined ? said.unknown : said.wait(wait.from, wait.to);
}

/** The paper itself, sent to the printer as soon as it is there. */
export function SlipPaper({ ticket, number, print }: { ticket: string; number: string; print: number }) {
  const { data, error } = useSlip(ticket, print);
  return (
    <div className="slip-paper">
      <ProblemNote error={error} />
      {data === undefined ? (
        error === null && <Spin description={said.opening} />
      ) : (
        <PdfFrame blob={data} title={said.title} name={number} print />
      )}
    </div>
  );
}
