import type { Answer, Answers, Guide, GuideFact } from './guide.ts';
import { look } from './look.ts';

/**
 * Prepares a guide for evaluating many sets of answers: 1 no, 2 required, 3 possible, 0 impossible,
 * in the order of the guide's outputs. The array is reused by the next evaluation.
 */
export function createEvaluator(guide: Guide): (answers: Answers) => Uint8Array {
  const found = new Uint8Array(guide.outputs.length);
  const { reach, places, run } = createPass(guide);
  const roots = Int32Array.from(guide.outputs, ({ root }) => places.get(root) ?? 0);
  const readers = guide.facts.map(createReader);
  const byId = new Map(readers.map((reader) => [reader.id, reader]));
  const known = new Int16Array(guide.sizes.length);

  return (answers) => {
    if (guide.people.length > 0) {
      const [view] = look(guide, answers);
      return Uint8Array.from(guide.outputs, ({ root }) => view.reach[root] ?? 0);
    }
    known.fill(-1);
    let place = 0;
    // Answers mostly come in the order of questions, so the next reader is tried before any lookup.
    for (const id in answers) {
      const next = readers[place++];
      const reader = next?.id === id ? next : byId.get(id);
      if (reader !== undefined) read(known, reader, answers[id]);
    }
    run(known);
    for (let i = 0; i < roots.length; i++) found[i] = reach[roots[i] as number] as number;
    return found;
  };
}

/** Lays nodes out variable by variable, so that a known answer selects one run of children for them all. */
function createPass({ nodes, sizes }: Guide) {
  const levels: { at: number[]; first: number; start: number }[] = sizes.map(() => ({
    at: [],
    first: 0,
    start: 0,
  }));
  for (let at = 3; at < nodes.length; at += 1 + (sizes[nodes[at] ?? 0] ?? 0))
    levels[nodes[at] ?? 0]?.at.push(at);
  const places = new Map([0, 1, 2].map((leaf) => [leaf, leaf]));
  const children: number[] = [];
  for (const [i, level] of [...levels.entries()].reverse()) {
    level.first = places.size;
    level.start = children.length;
    for (let value = 0; value < (sizes[i] ?? 0); value++)
      for (const at of level.at) children.push(places.get(nodes[at + 1 + value] ?? 0) ?? 0);
    for (const at of level.at) places.set(at, places.size);
  }
  const reach = new Uint8Array(places.size);
  reach.set([1, 2, 0]);
  const to = Uint16Array.from(children);

  function add(first: number, many: number, start: number): void {
    for (let i = 0; i < many; i++) {
      const here = first + i;
      reach[here] = (reach[here] as number) | (reach[to[start + i] as number] as number);
    }
  }
  /** From the last variable up: one child where the answer is known, all of them where it is not. */
  function run(known: Int16Array): void {
    for (let level = levels.length - 1; level >= 0; level--) {
      const { at, first, start } = levels[level] as (typeof levels)[number];
      const value = known[level] as number;
      const many = at.length;
      reach.fill(0, first, first + many);
      if (value >= 0) add(first, many, start + value * many);
      else for (let one = 0; one < (sizes[level] as number); one++) add(first, many, start + one * many);
    }
  }
  return { reach, places, run };
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
  else if (type === 'multi' && Array.isArray(answer))
    for (let i = 0; i < options.length; i++) known[level + i] = placeOf(answer, options[i]) < 0 ? 0 : 1;
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
