import type { Command } from './Palette.tsx';
import type { Act, Acts } from './use-acts.ts';
import type { Desk } from './use-desk.ts';
import { intakeWords } from './words.ts';

const said = intakeWords.acts;

/** Every command that may be given now. */
export function commandsOf(desk: Desk, acts: Acts): Command[] {
  const act = (id: string, label: string, { run, why }: Act): Command[] =>
    why === undefined ? [{ id, label, key: id, run }] : [];
  return [
    ...act('F8', said.confirm, acts.confirm),
    ...act('F9', acts.done ? said.print : said.file, acts.file),
    ...act('F10', acts.done ? said.end : said.leave, acts.end),
    { id: 'add', label: said.add, key: '/', run: () => desk.go({ at: 'item' }) },
    { id: 'next', label: intakeWords.keys.next, key: 'n', run: () => desk.goOn(desk.spot) },
    ...desk.parts.flatMap(({ draft, name, works }) => [
      {
        id: `form ${draft}`,
        label: `${name}：${intakeWords.steps.form}`,
        run: () => desk.go({ at: 'form', draft }),
      },
      ...works.map(({ card }) => ({
        id: `material ${draft} ${card.key}`,
        label: `${name}：${card.name}`,
        run: () => desk.go({ at: 'material', draft, card: card.key }),
      })),
    ]),
  ];
}
