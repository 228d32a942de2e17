/** What is going to happen in a simulated day, in order of time. */
export type Agenda = {
  readonly plan: (at: Date, act: (now: Date) => void) => void;
  /** Lets the next thing happen; answers when, or undefined when nothing is left. */
  readonly next: () => Date | undefined;
};

/** Things planned for one moment happen in the order they were planned. */
export function createAgenda(): Agenda {
  const planned: { at: Date; act: (now: Date) => void }[] = [];
  return {
    plan(at, act) {
      const before = planned.findLastIndex((each) => each.at <= at);
      planned.splice(before + 1, 0, { at, act });
    },
    next() {
      const first = planned.shift();
      first?.act(first.at);
      return first?.at;
    },
  };
}
