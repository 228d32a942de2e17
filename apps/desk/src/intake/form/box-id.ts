/** The element of a box on the page: what a fault of the server points to. */
export function boxId(draft: string, question: string): string {
  return `box-${draft}-${question}`;
}
