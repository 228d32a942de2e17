import type { Answer, Answers, Guide, GuideFact } from './guide.ts';
import { look } from './look.ts';

/**
 * Prepares a guide for evaluating many sets of answers: 1 no, 2 required, 3 possible, 0 impossible,
 * in the order of the guide's outputs. The array is reused by the next evaluation.
 */
export function createEvaluator(guide: Guide): (answers: Answers) => Uint8Array {
  const found = new Uint8Array(guide.outputs.length);
  const pass = createPass(guide);
  const { reach, places } = pass;
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
    run(pass, known);
    for (let i = 0; i < roots.length; i++) found[i] = reach[roots[i] as number] as number;
    return found;
  };
}

type Layer = { first: number; many: number; start: number; size: number };

/** Nodes laid out variable by variable, so that a known answer selects one run of children for them all. */
function createPass({ nodes, sizes }: Guide) {
  const at = sizes.map((): number[] => []);
  for (let i = 3; i < nodes.length; i += 1 + (sizes[nodes[i] ?? 0] ?? 0)) at[nodes[i] ?? 0]?.push(i);
  const places = new Map([0, 1, 2].map((leaf) => [leaf, leaf]));
  const children: number[] = [];
  const layers: Layer[] = [];
  for (let level = sizes.length - 1; level >= 0; level--) {
    const here = at[level] ?? [];
    const size = sizes[level] ?? 0;
    layers[level] = { first: places.size, many: here.length, start: children.length, size };
    for (let value = 0; value < size; value++)
      children.push(...here.map((i) => places.get(nodes[i + 1 + value] ?? 0) ?? 0));
    for (const i of here) places.set(i, places.size);
  }
  const reach = new Uint8Array(places.size);
  reach.set([1, 2, 0]);
  return { reach, places, layers, children: Uint16Array.from(children) };
}

/** From the last variable up: one child where the answer is known, all of them where it is not. */
function run({ reach, layers, children }: ReturnType<typeof createPass>, known: Int16Array): void {
  for (let level = layers.length - 1; level >= 0; level--) {
    const { first, many, start, size } = layers[level] as Layer;
    const value = known[level] as number;
    const from = start + (value > 0 ? value * many : 0);
    for (let i = 0; i < many; i++) reach[first + i] = reach[children[from + i] as number] as number;
    if (value >= 0) continue;
    for (let i = many; i < many * size; i++) {
      const here = first + (i % many);
      reach[here] = (reach[here] as number) | (reach[children[start + i] as number] as number);
    }
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
