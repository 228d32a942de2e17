import type { Sitting } from '@tongban/contract';
import { Spin } from 'antd';
import { useState } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { ActionBar } from './ActionBar.tsx';
import { commandsOf } from './commands.ts';
import { FormStep } from './form/FormStep.tsx';
import { Head } from './Head.tsx';
import { ItemStep } from './items/ItemStep.tsx';
import { ItemTabs } from './items/ItemTabs.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { MaterialStep } from './materials/MaterialStep.tsx';
import { Palette } from './Palette.tsx';
import { PersonColumn } from './person/PersonColumn.tsx';
import { QuestionStep } from './questions/QuestionStep.tsx';
import { ScreenDialog } from './ScreenDialog.tsx';
import { StepStrip } from './StepStrip.tsx';
import { ConfirmStep } from './side/ConfirmStep.tsx';
import { PapersStep } from './side/PapersStep.tsx';
import { TodoColumn } from './side/TodoColumn.tsx';
import { type Printing, usePrinting } from './side/use-printing.ts';
import { type Acts, useActs } from './use-acts.ts';
import { type Desk, useDesk } from './use-desk.ts';
import { useFaultFocus } from './use-fault-focus.ts';
import { intakeWords } from './words.ts';

/** 受理台: the person on the left, the step at hand in the middle, what is left to do on the right. */
export function SittingDesk({ sitting }: { sitting: Sitting }) {
  const desk = useDesk(sitting);
  const printing = usePrinting(sitting);
  const acts = useActs(desk, printing);
  const [palette, setPalette] = useState(false);
  useFaultFocus(desk);
  useKeys({ 'Ctrl+k': () => setPalette(true), n: () => desk.goOn(desk.spot) });
  return (
    <main id="main" className="intake">
      <Head desk={desk} acts={acts} palette={() => setPalette(true)} />
      <div className="intake-columns">
        <PersonColumn desk={desk} />
        <div className="work">
          <ItemTabs desk={desk} />
          <StepStrip desk={desk} />
          {desk.loading ? (
            <Spin description={intakeWords.loading} />
          ) : (
            <StepOf desk={desk} acts={acts} printing={printing} />
          )}
        </div>
        <TodoColumn desk={desk} />
      </div>
      <ActionBar desk={desk} acts={acts} />
      {acts.dialog === 'screen' ? <ScreenDialog acts={acts} /> : null}
      {acts.dialog === 'leave' ? <LeaveDialog acts={acts} /> : null}
      {palette ? <Palette commands={commandsOf(desk, acts)} close={() => setPalette(false)} /> : null}
    </main>
  );
}

function StepOf({ desk, acts, printing }: { desk: Desk; acts: Acts; printing: Printing }) {
  const { asking, spot, parts } = desk;
  if (asking !== undefined) return <QuestionStep desk={desk} asking={asking} />;
  const part = 'draft' in spot ? parts.find(({ draft }) => draft === spot.draft) : undefined;
  switch (spot.at) {
    case 'form':
      return part === undefined ? null : <FormStep key={part.draft} desk={desk} part={part} />;
    case 'material':
      return part === undefined ? null : <MaterialStep desk={desk} part={part} card={spot.card} />;
    case 'confirm':
      return <ConfirmStep desk={desk} acts={acts} />;
    case 'papers':
      return <PapersStep desk={desk} acts={acts} printing={printing} />;
    case 'item':
    case 'questions':
      return <ItemStep desk={desk} />;
  }
}
