import { type MapNode, mapText } from './map.ts';

const SIGN = 15;
const LINE = 20;
const PAD = 10;
const GAP = 40;
const BETWEEN = 10;
const MARGIN = 12;
/** Text is broken after so many wide signs. */
const MOST_SIGNS = 14;

type Placed = { node: MapNode; lines: string[]; x: number; y: number; from?: Placed };
type Look = { fill: string; stroke: string; ink: string; bold?: true };

/** One look for each part a node plays; every ink reaches 4.5 to 1 on its fill. */
const looks: Record<MapNode['kind'], Look> = {
  root: { fill: '#08264f', stroke: '#08264f', ink: '#ffffff', bold: true },
  part: { fill: '#e8f1fc', stroke: '#0b4a99', ink: '#0b4a99', bold: true },
  ask: { fill: '#ffffff', stroke: '#7b8896', ink: '#14202e' },
  answer: { fill: '#f3f6fa', stroke: '#f3f6fa', ink: '#465465' },
  outcome: { fill: '#ffffff', stroke: '#0f6b3c', ink: '#14202e', bold: true },
};

/** The map as a drawing that stands alone, with the same content in words for those who cannot see it. */
export function mapSvg(tree: MapNode): string {
  const columns = columnsOf(tree);
  const placed: Placed[] = [];
  let bottom = MARGIN;
  const place = (node: MapNode, depth: number, from?: Placed): Placed => {
    const own: Placed = { node, lines: wrap(node.text), x: columns[depth] ?? 0, y: 0, ...(from && { from }) };
    placed.push(own);
    const below = node.children.map((child) => place(child, depth + 1, own));
    const [first, last] = [below[0], below.at(-1)];
    if (first === undefined || last === undefined) {
      own.y = bottom + heightOf(own) / 2;
      bottom += heightOf(own) + BETWEEN;
    } else {
      own.y = (first.y + last.y) / 2;
      // A tall box over short branches still needs its own room.
      bottom = Math.max(bottom, own.y + heightOf(own) / 2 + BETWEEN);
    }
    return own;
  };
  place(tree, 0);
  const [width, height] = [columns.at(-1) ?? 0, bottom + MARGIN];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-size="${SIGN}" font-family="sans-serif">`,
    `<title>${escapeText(tree.text)}</title><desc>${escapeText(mapText(tree))}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<g fill="none" stroke="#7b8896" stroke-width="1.5">${placed.map(drawLine).join('')}</g>`,
    `${placed.map(drawBox).join('')}</svg>`,
  ].join('');
}

function widthOf(lines: readonly string[]): number {
  return Math.max(...lines.map(signsIn)) * SIGN + 2 * PAD;
}

function heightOf({ lines }: Placed): number {
  return lines.length * LINE + PAD;
}

/** Latin letters and digits take about half the room of a Chinese sign. */
function signsIn(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 255 ? 1 : 0.55), 0);
}

function wrap(text: string): string[] {
  const lines = [''];
  for (const sign of text) {
    const line = lines.at(-1) ?? '';
    // Closing marks never begin a line.
    if (signsIn(line + sign) <= MOST_SIGNS || '，。、；：？”）'.includes(sign))
      lines[lines.length - 1] = line + sign;
    else lines.push(sign);
  }
  return lines;
}

/** Where each depth begins; the last entry is where everything ends. */
function columnsOf(tree: MapNode): number[] {
  const widths: number[] = [];
  const measure = (node: MapNode, depth: number): void => {
    widths[depth] = Math.max(widths[depth] ?? 0, widthOf(wrap(node.text)));
    for (const child of node.children) measure(child, depth + 1);
  };
  measure(tree, 0);
  const columns = [MARGIN];
  for (const width of widths) columns.push((columns.at(-1) ?? 0) + width + GAP);
  return columns;
}

function drawLine({ x, y, from }: Placed): string {
  if (from === undefined) return '';
  const start = from.x + widthOf(from.lines);
  const bend = x - GAP / 2;
  return `<path d="M${start} ${from.y}H${bend - 10}C${bend + 4} ${from.y} ${bend - 8} ${y} ${x} ${y}"/>`;
}

function drawBox(own: Placed): string {
  const { node, lines, x, y } = own;
  const { fill, stroke, ink, bold } = looks[node.kind];
  const [width, height] = [widthOf(lines), heightOf(own)];
  const top = y - height / 2;
  const words = lines.map(
    (line, at) => `<tspan x="${x + PAD}" y="${top + PAD / 2 + at * LINE + 15}">${escapeText(line)}</tspan>`,
  );
  return [
    `<rect x="${x}" y="${top}" width="${width}" height="${height}" rx="6" fill="${fill}" stroke="${stroke}"/>`,
    `<text fill="${ink}"${bold === true ? ' font-weight="bold"' : ''}>${words.join('')}</text>`,
  ].join('');
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
