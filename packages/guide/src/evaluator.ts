import type { Answer, Answers, Guide, GuideFact } from './guide.ts';
import { look } from './look.ts';

/**
 * Prepares a guide for deciding many cases: 1 no, 2 required, 3 possible, 0 impossible, in the order of the
 * guide's outputs; whoever is sent elsewhere or refused needs nothing more. The array is used again next time.
 */
export function createEvaluator(guide: Guide): (answers: Answers) => Uint8Array {
  const forest = flatten(guide);
  const { reach } = forest;
  const roots = Uint16Array.from(guide.outputs, ({ root }) => root);
  const ways = guide.outputs.filter(({ stage }) => stage < 2).length;
  const readers = guide.facts.map(createReader);
  const byId = new Map(readers.map((reader) => [reader.id, reader]));
  const known = new Int16Array(guide.sizes.length);
  const found = new Uint8Array(roots.length);

  function takeIn(answers: Answers): void {
    known.fill(-1);
    let place = 0;
    // Answers mostly come in the same order each time, so the order met last is tried before any lookup.
    for (const id in answers) {
      let reader = readers[place];
      if (reader?.id !== id) reader = byId.get(id);
      if (reader === undefined) continue;
      readers[place++] = reader;
      read(known, reader, answers[id]);
    }
  }

  /** Whether some way out is certain. */
  function isOut(): boolean {
    for (let i = 0; i < ways; i++) if (found[i] === 2) return true;
    return false;
  }

  return (answers) => {
    if (guide.people.length > 0) {
      const [view] = look(guide, answers);
      for (const [i, { root }] of guide.outputs.entries()) found[i] = view?.reach[root] ?? 0;
    } else {
      takeIn(answers);
      reachAll(forest, known);
      for (let i = 0; i < roots.length; i++) found[i] = reach[roots[i] as number] as number;
    }
    return isOut() ? found.fill(1, ways) : found;
  };
}

type Flat = ReturnType<typeof flatten>;

/** The forest in flat arrays. */
function flatten({ nodes, sizes }: Guide) {
  const [starts, children]: [number[], number[]] = [[], []];
  for (const [, ...to] of nodes) {
    starts.push(children.length);
    children.push(...to);
  }
  const reach = new Uint8Array(nodes.length + 3);
  reach.set([1, 2]);
  return {
    reach,
    sizes,
    levels: Uint16Array.from(nodes, ([level = 0]) => level),
    starts: Uint32Array.from(starts),
    children: Uint16Array.from(children),
  };
}

/** One pass from the leaves up: one child where the answer is known, all of them where it is not. */
function reachAll({ reach, sizes, levels, starts, children }: Flat, known: Int16Array): void {
  for (let i = 0; i < levels.length; i++) {
    const level = levels[i] as number;
    const start = starts[i] as number;
    const value = known[level] as number;
    let found = reach[children[start + Math.max(value, 0)] as number] as number;
    if (value < 0)
      for (let j = 1; j < (sizes[level] as number); j++)
        found |= reach[children[start + j] as number] as number;
    reach[i + 3] = found;
  }
}

/** A fact as the pass needs it; all have one shape, which keeps reading quick. */
type Reader = Pick<GuideFact, 'id' | 'type' | 'level' | 'options'> & { cuts: number[] };

function createReader({ id, type, level, options, cuts = [] }: GuideFact): Reader {
  return { id, type, level, options, cuts };
}

function read(known: Int16Array, reader: Reader, answer: Answer | undefined): void {
  const { type, level, options } = reader;
  if (type === 'choice') known[level] = placeOf(options, answer);
  else if (type === 'bool') known[level] = answer === true ? 1 : answer === false ? 0 : -1;
  else if (typeof answer === 'number') known[level] = intervalOf(reader.cuts, answer);
  else if (Array.isArray(answer)) tick(known, reader, answer);
}

function tick(known: Int16Array, { level, options }: Reader, ticked: readonly string[]): void {
  for (let i = 0; i < options.length; i++) known[level + i] = placeOf(ticked, options[i]) < 0 ? 0 : 1;
}

function placeOf(list: readonly string[], one: Answer | undefined): number {
  for (let i = 0; i < list.length; i++) if (list[i] === one) return i;
  return -1;
}

function intervalOf(cuts: readonly number[], answer: number): number {
  let value = 0;
  while (value < cuts.length && (cuts[value] as number) <= answer) value++;
  return value;
}
