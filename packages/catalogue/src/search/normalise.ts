/** Letters and digits only, half-width and lower case, so that 「投靠 配偶」 and 投靠配偶 are one query. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

const fillers =
  /^(我想|我要|想要|请问|怎么|怎样|如何|哪里|在哪里?|去哪里?|需要|要)+|(怎么办理?|要什么材料|需要什么材料|要带什么|在哪里?办|在哪里|多少钱|流程|手续|材料|怎么弄|吗|呢)+$/g;

/** The query without the words that ask how or where; what remains names the matter. */
export function withoutFillers(query: string): string {
  return query.replaceAll(fillers, '');
}

export function isLatin(text: string): boolean {
  return /^[a-z0-9]+$/.test(text);
}

/** Neighbouring pairs of characters. */
export function bigrams(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}
