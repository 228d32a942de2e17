import { type MapNode, mapText } from './map.ts';

const ROW = 30;
const GAP = 36;
const WIDE = 15;
const NARROW = 8;

type Placed = { node: MapNode; x: number; y: number; from?: Placed };

/** The map as a drawing that stands alone, with the same content in words for those who cannot see it. */
export function mapSvg(tree: MapNode): string {
  const columns = columnsOf(tree);
  const placed: Placed[] = [];
  let rows = 0;
  const place = (node: MapNode, depth: number, from?: Placed): Placed => {
    const x = columns[depth] ?? 0;
    const own: Placed = { node, x, y: 0, ...(from && { from }) };
    placed.push(own);
    const below = node.children.map((child) => place(child, depth + 1, own));
    const [first, last] = [below[0], below.at(-1)];
    own.y = first && last ? (first.y + last.y) / 2 : ++rows * ROW;
    return own;
  };
  place(tree, 0);
  const width = columns.at(-1) ?? 0;
  const height = (rows + 1) * ROW;
  const lines = placed.map(drawLine).join('');
  const words = placed.map(drawWords).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-size="${WIDE}">`,
    `<title>${escapeText(tree.text)}</title><desc>${escapeText(mapText(tree))}</desc>`,
    `<g fill="none" stroke="currentColor" stroke-opacity="0.4">${lines}</g><g fill="currentColor">${words}</g></svg>`,
  ].join('');
}

function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 255 ? WIDE : NARROW), 0);
}

/** Where each depth begins; the last entry is where everything ends. */
function columnsOf(tree: MapNode): number[] {
  const widths: number[] = [];
  const measure = (node: MapNode, depth: number): void => {
    widths[depth] = Math.max(widths[depth] ?? 0, widthOf(node.text));
    for (const child of node.children) measure(child, depth + 1);
  };
  measure(tree, 0);
  const columns = [8];
  for (const width of widths) columns.push((columns.at(-1) ?? 0) + width + GAP);
  return columns;
}

function drawLine({ x, y, from }: Placed): string {
  if (from === undefined) return '';
  const start = from.x + widthOf(from.node.text) + 4;
  const middle = x - GAP / 2;
  return `<path d="M${start} ${from.y}H${middle - 8}C${middle} ${from.y} ${middle - 8} ${y} ${x - 6} ${y}"/>`;
}

function drawWords({ node, x, y }: Placed): string {
  const weight =
    node.kind === 'root' || node.kind === 'part' || node.kind === 'outcome' ? ' font-weight="bold"' : '';
  return `<text x="${x}" y="${y + WIDE / 3}"${weight}>${escapeText(node.text)}</text>`;
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
