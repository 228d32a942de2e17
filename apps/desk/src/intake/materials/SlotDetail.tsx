import { Button } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import type { Camera } from '../../devices/use-camera.ts';
import { KeyCap } from '../../keys/KeyCap.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { intakeWords } from '../words.ts';
import { Capture } from './Capture.tsx';
import { Points } from './Points.tsx';
import { PromiseNotice } from './PromiseNotice.tsx';
import type { Laying, Table } from './use-materials.ts';
import type { Work } from './work.ts';

const said = intakeWords.materials;

type Props = { table: Table; work: Work };

/** One material: how it is taken in, its pages under the camera, and its checkpoints. */
export function SlotDetail({ table, work, camera }: Props & { camera: Camera }) {
  const { card, proof, unproved } = work;
  return (
    <div className="slot-detail">
      <div className="slot-title">
        <h3>{card.name}</h3>
        <span className="faint">{card.form}</span>
      </div>
      {unproved === undefined ? null : <p className="unproved">{unproved}</p>}
      {proof === undefined ? null : <p className="proof">{proof}</p>}
      <Ways key={card.key} table={table} work={work} />
      {proof === undefined ? <Capture table={table} work={work} camera={camera} /> : null}
      {proof === undefined ? <Points table={table} work={work} /> : null}
      {card.byData.length > 0 ? <p className="faint">{said.byDataChecks(card.byData.join('；'))}</p> : null}
    </div>
  );
}

/** 收取方式: the original seen, a licence of the wallet, a written promise, or take it in anew. */
function Ways({ table, work }: Props) {
  const { slot } = work.card;
  const [reading, setReading] = useState(false);
  const files = slot.files.map(({ file }) => file);
  const [offer] = slot.offers;
  const lay = (laying: Laying) =>
    table.lay(slot, laying, () => laying.met !== 'open' && isLast(laying) && table.goOn());
  const seen = slot.originalSeen === true;
  const acts = {
    original: () =>
      lay({
        met: seen ? metWithout(files) : files.length > 0 ? 'files' : 'window',
        files,
        originalSeen: !seen,
      }),
    licence: () => offer !== undefined && lay({ met: 'licence', files: [], licence: offer.licence }),
    promise: () => slot.ways.includes('promise') && setReading(true),
    open: () => lay({ met: 'open', files: [] }),
  };
  useKeys({ o: acts.original, l: acts.licence, h: acts.promise, z: acts.open });
  if (reading)
    return (
      <PromiseNotice
        table={table}
        material={slot.material}
        close={() => setReading(false)}
        agree={() => lay({ met: 'promise', files: [] })}
      />
    );
  const proved = work.proof !== undefined;
  return (
    <fieldset className="ways">
      <legend className="visually-hidden">{said.ask}</legend>
      {proved || !slot.ways.includes('window') ? null : (
        <WayButton does={acts.original} of="o" pressed={seen} label={said.original} />
      )}
      {offer === undefined || slot.met === 'licence' ? null : (
        <WayButton does={acts.licence} of="l" label={said.byLicence(offer.name.zh)} />
      )}
      {proved || !slot.ways.includes('promise') ? null : (
        <WayButton does={acts.promise} of="h" label={said.promise} />
      )}
      {slot.met === 'open' || slot.met === 'data' || slot.met === 'investigation' ? null : (
        <WayButton does={acts.open} of="z" label={said.open} />
      )}
      <ProblemNote error={table.desk.act.error} />
    </fieldset>
  );
}

/** A licence and a promise leave nothing to check; everything else is looked at first. */
function isLast({ met }: Laying): boolean {
  return met === 'licence' || met === 'promise';
}

function metWithout(files: readonly string[]): 'files' | 'open' {
  return files.length > 0 ? 'files' : 'open';
}

function WayButton({
  does,
  of,
  label,
  pressed,
}: {
  does: () => void;
  of: string;
  label: string;
  pressed?: boolean;
}) {
  return (
    <Button
      size="small"
      aria-keyshortcuts={of}
      {...(pressed === undefined
        ? {}
        : { 'aria-pressed': pressed, type: pressed ? ('primary' as const) : ('default' as const) })}
      onClick={does}
    >
      {label}
      <KeyCap of={of} />
    </Button>
  );
}
