/** @jsxImportSource preact */
import type { Step } from './journey/steps.ts';
import { Apply } from './steps/apply.tsx';
import { Attract } from './steps/attract.tsx';
import { How, Items, Lines } from './steps/choosing.tsx';
import { Bye } from './steps/ending.tsx';
import { Home } from './steps/home.tsx';
import { Hotline } from './steps/hotline.tsx';
import { Identify, WayTo } from './steps/identify.tsx';
import { Mine } from './steps/mine.tsx';
import { NumberSlip } from './steps/number-slip.tsx';
import { PickUp } from './steps/pickup.tsx';
import { Print } from './steps/print.tsx';
import { Rate, RatedThanks } from './steps/rate.tsx';
import { RateNumber } from './steps/rate-number.tsx';

/** The screen of a step. */
export function Screen({ step }: { readonly step: Step }) {
  switch (step.at) {
    case 'attract':
      return <Attract />;
    case 'home':
      return <Home />;
    case 'lines':
      return <Lines does={step.does} />;
    case 'items':
      return <Items does={step.does} line={step.line} />;
    case 'how':
      return <How item={step.item} />;
    case 'apply':
      return <Apply item={step.item} />;
    case 'identify':
      return <Identify wish={step.wish} />;
    case 'way':
      return <WayTo way={step.way} wish={step.wish} />;
    case 'mine':
      return <Mine shelf={step.shelf} />;
    case 'print':
      return <Print paper={step.paper} />;
    case 'pickup':
      return <PickUp pickup={step.pickup} />;
    case 'hotline':
      return <Hotline />;
    case 'rate-number':
      return <RateNumber />;
    case 'rate':
      return <Rate rated={step.rated} offer={step.offer} />;
    case 'rated':
      return <RatedThanks dueOn={step.dueOn} />;
    case 'ticket':
      return <NumberSlip slip={step.slip} />;
    case 'bye':
      return <Bye />;
  }
}
