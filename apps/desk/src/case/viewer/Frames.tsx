import type { Region } from '@tongban/contract';
import { type PointerEvent, useState } from 'react';
import { useKeys } from '../../keys/use-keys.ts';
import { caseWords } from '../words.ts';
import { type Framing, regionBetween } from './framing.ts';

type Drawn = Omit<Region, 'file' | 'page'>;
type Point = { x: number; y: number };

/** The frames on a picture, and the sheet on which a new one is drawn. */
export function Frames({ file, framing }: { file: string; framing: Framing }) {
  const [drag, setDrag] = useState<{ from: Point; now: Drawn | undefined }>();
  useKeys(framing.active ? { Escape: framing.cancel } : {});
  const at = ({ clientX, clientY }: PointerEvent) => ({ x: clientX, y: clientY });
  const drawn = (event: PointerEvent<SVGSVGElement>, from: Point) =>
    regionBetween(from, at(event), event.currentTarget.getBoundingClientRect());
  const finish = (event: PointerEvent<SVGSVGElement>) => {
    const region = drag === undefined ? undefined : drawn(event, drag.from);
    setDrag(undefined);
    if (region !== undefined) framing.take({ file, ...region });
  };
  const shown = [
    ...framing.regions.filter((region) => region.file === file),
    ...(drag?.now === undefined ? [] : [drag.now]),
  ];
  return (
    <svg
      className={framing.active ? 'frames active' : 'frames'}
      viewBox="0 0 1 1"
      preserveAspectRatio="none"
      role="img"
      aria-label={framing.active ? caseWords.viewer.frameNow : caseWords.viewer.frame}
      onPointerDown={(event) => {
        if (!framing.active) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: at(event), now: undefined });
      }}
      onPointerMove={(event) => drag && setDrag({ ...drag, now: drawn(event, drag.from) })}
      onPointerUp={finish}
    >
      {shown.map(({ x, y, width, height }) => (
        <rect key={`${x} ${y} ${width} ${height}`} x={x} y={y} width={width} height={height} />
      ))}
    </svg>
  );
}
