import { maskName } from '@tongban/kernel';

/** Who took a result out of a machine, as the case keeps it. */
export function receiverAtMachine(name: string, place: string): string {
  return `${maskName(name)}（本人，${place}比对指纹）`;
}
