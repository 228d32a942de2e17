import type { FormQuestion } from '@tongban/contract';
import { nameIn, useAreas } from './use-areas.ts';

type Props = { code: string; within: FormQuestion['within']; division: string };

/** The name of an area that was chosen by its code. */
export function AreaName({ code, within, division }: Props) {
  return nameIn(useAreas(within, division), code);
}
