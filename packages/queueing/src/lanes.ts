/** 通道: who a place in a quantum is for. */
export type Lanes = { readonly online: number; readonly priority: number; readonly walkIn: number };
export type PlannedQuantum = { readonly t: number; readonly lanes: Lanes };

/** Percentages kept back: of all windows for walk-ins, and of what can be booked for the priority lane. */
export type Shares = { readonly walkIn: number; readonly priority: number };

const quantaPerHour = 12;

/**
 * 分通道: shares the windows of a pool among walk-ins, the priority lane and online booking. Shares are whole windows for
 * an hour at a time, so that long matters still fit, and what rounding gives or takes in one hour is evened out in the next.
 */
export function shareOut(
  quanta: readonly { t: number; windows: number }[],
  shares: Shares,
): PlannedQuantum[] {
  const walkIns = evenly(shares.walkIn);
  const priorities = evenly(shares.priority);
  const hours = Map.groupBy(quanta, ({ t }) => Math.floor(t / quantaPerHour));
  return [...hours.values()].flatMap((hour) => {
    const most = Math.max(...hour.map(({ windows }) => windows));
    const walkIn = walkIns(most);
    const priority = priorities(most - walkIn);
    return hour.map(({ t, windows }) => ({ t, lanes: lanesOf(windows, { walkIn, priority }) }));
  });
}

/** Where a block-out leaves fewer windows, walk-ins keep theirs first, then the priority lane. */
function lanesOf(windows: number, kept: { walkIn: number; priority: number }): Lanes {
  const walkIn = Math.min(windows, kept.walkIn);
  const priority = Math.min(windows - walkIn, kept.priority);
  return { online: windows - walkIn - priority, priority, walkIn };
}

/** Whole parts of a percentage that add up to it over time. */
function evenly(percent: number): (whole: number) => number {
  let owed = 0;
  return (whole) => {
    owed += (whole * percent) / 100;
    const given = Math.min(whole, Math.max(0, Math.round(owed)));
    owed -= given;
    return given;
  };
}
