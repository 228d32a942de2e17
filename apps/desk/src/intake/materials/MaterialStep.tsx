import { useCamera } from '../../devices/use-camera.ts';
import { Step } from '../Step.tsx';
import type { Desk, OpenPart } from '../use-desk.ts';
import { intakeWords } from '../words.ts';
import { SlotDetail } from './SlotDetail.tsx';
import { SlotList } from './SlotList.tsx';
import { useMaterials } from './use-materials.ts';

const said = intakeWords.materials;

/** 收材料: every material on the left, the one at hand with camera and checkpoints on the right. */
export function MaterialStep({ desk, part, card }: { desk: Desk; part: OpenPart; card: string }) {
  const table = useMaterials(desk, part, card);
  const camera = useCamera();
  const { work } = table;
  return (
    <Step title={said.title} note={work?.card.name} focusOn={`material ${part.draft} ${card}`}>
      {part.works.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <div className="materials">
          <SlotList desk={desk} part={part} here={card} />
          {work === undefined ? null : <SlotDetail table={table} work={work} camera={camera} />}
        </div>
      )}
    </Step>
  );
}
