/** 时隙: the length of a quantum; every slot is a whole number of them. */
export const minutesPerQuantum = 5;
const quantumMs = minutesPerQuantum * 60_000;

/** The quantum a moment lies in, counted from 1970-01-01T00:00Z. */
export function quantumAt(moment: Date): number {
  return Math.floor(moment.getTime() / quantumMs);
}

/** The moment a quantum begins. */
export function startOf(quantum: number): Date {
  return new Date(quantum * quantumMs);
}
