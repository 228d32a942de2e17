import type { OrderKind } from '@tongban/contract';
import { orderKinds } from '@tongban/contract';
import {
  blocksOf,
  classify,
  type Guess,
  marksIn,
  mayDecide,
  type OrderModel,
  placesIn,
  type Told,
} from '@tongban/scoring';
import type { Vault, Words } from '../../../platform/index.ts';

export type Veil = (word: string) => string;
/** What is compared of an order before its words are cut. */
export type Spoken = {
  readonly text: string;
  readonly day: string;
  readonly person?: string | undefined;
  readonly matter?: string | undefined;
};
export type KindGuessed = Guess & { readonly kind: OrderKind };

const veiledLength = 20;
const [looksAtKey, mostKnown] = [256, 50_000];
const mostCut = 4000;
const placeEnd = 4;

/** 遮字: a word as only the house can make it, for an index that tells nothing to whoever gets hold of it. */
export function veilOf(vault: Pick<Vault, 'index'>): Veil {
  const made = (word: string) =>
    vault.index('hotline.indexed.words', word).toString('hex').slice(0, veiledLength);
  const known = new Map<string, string>();
  let [asked, key] = [0, ''];
  return (word) => {
    asked += 1;
    // Words come again and again; they are made anew when the key has changed.
    if (asked % looksAtKey === 1 && key !== made('')) {
      known.clear();
      key = made('');
    }
    const kept = known.get(word);
    if (kept !== undefined) return kept;
    const fresh = made(word);
    if (known.size < mostKnown) known.set(word, fresh);
    return fresh;
  };
}

/** An order as duplicates are looked for. */
export function toldOf(words: Words, { text, day, person, matter }: Spoken): Told {
  const tokens = words.cut(text.slice(0, mostCut));
  return {
    ...{ tokens, day, places: placesIn(tokens), marks: marksIn(text.slice(0, mostCut)) },
    ...(person === undefined ? {} : { person }),
    ...(matter === undefined ? {} : { matter }),
  };
}

/** The blocks of an order; every name in them is veiled, for a block of a plain name could be guessed. */
export function veiledBlocks({ tokens, places, marks, ...rest }: Told, veil: Veil): number[] {
  const ends = places.map((place) => veil(`place ${place.slice(-placeEnd)}`));
  return blocksOf({
    ...rest,
    ...{
      tokens: tokens.map(veil),
      places: [],
      marks: [...ends, ...marks.map((mark) => veil(`mark ${mark}`))],
    },
  });
}

/** The likeliest kinds, the surest first. */
export function kindsOf({ kind }: OrderModel, tokens: readonly string[]): KindGuessed[] {
  return classify(kind.classifier, tokens).flatMap((guess) => {
    const found = orderKinds.find((one) => one === guess.label);
    return found === undefined ? [] : [{ ...guess, kind: found }];
  });
}

export function mattersOf({ matter }: OrderModel, tokens: readonly string[]): Guess[] {
  return classify(matter.classifier, tokens);
}

/** 自动分类: what the model is sure enough of to be acted on without a person, on both axes; nothing otherwise. */
export function decidedBy(
  model: OrderModel,
  tokens: readonly string[],
): { kind: OrderKind; matter: string } | undefined {
  const [kind] = kindsOf(model, tokens);
  const [matter] = mattersOf(model, tokens);
  if (kind === undefined || matter === undefined) return undefined;
  const isSure = mayDecide(model.kind, kind) && mayDecide(model.matter, matter);
  return isSure ? { kind: kind.kind, matter: matter.label } : undefined;
}
