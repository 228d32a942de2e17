import type { Path } from '../finding.ts';
import type { FactDefinition } from '../guide-definition.ts';
import type { ReadItem } from '../read/read-folder.ts';

/** A text the citizen reads, and where it is written. */
type CitizenText = { part: 'item' | 'guide' | 'materials' | 'form'; path: Path; text: string };

/** Every Chinese text of an item folder that reaches a citizen. */
export function citizenTexts({ folder }: ReadItem): CitizenText[] {
  return [
    ...itemTexts(folder.item),
    ...guideTexts(folder.guide),
    ...materialTexts(folder),
    ...formTexts(folder),
  ];
}

type Folder = ReadItem['folder'];
type Source = [path: Path, text: string | undefined];

function texts(part: CitizenText['part'], sources: Source[]): CitizenText[] {
  return sources.flatMap(([path, text]) => (text === undefined ? [] : [{ part, path, text }]));
}

function itemTexts(item: Folder['item']): CitizenText[] {
  return texts('item', [
    [['who'], item.who],
    [['opens'], item.opens],
    [['visits', 'reason'], item.visits.reason],
    [['limits', 'note'], item.limits.note],
    [['limits', 'statutory_reason'], item.limits.statutory_reason],
    ...item.conditions.map((text, index): Source => [['conditions', index], text]),
    ...item.faq.flatMap(({ q, a }, index): Source[] => [
      [['faq', index, 'q'], q],
      [['faq', index, 'a'], a],
    ]),
  ]);
}

function guideTexts(guide: Folder['guide']): CitizenText[] {
  const layers = ['route', 'eligibility', 'channel', 'limit'] as const;
  return texts('guide', [
    ...guide.facts.flatMap((fact, index) => factTexts(fact, ['facts', index])),
    ...(guide.people ?? []).flatMap((people, index): Source[] => [
      [['people', index, 'ask'], people.ask],
      ...people.facts.flatMap((fact, place) => factTexts(fact, ['people', index, 'facts', place])),
    ]),
    ...layers.flatMap((layer) =>
      (guide[layer] ?? []).map((output, index): Source => [[layer, index, 'say'], output.say]),
    ),
    ...(guide.eligibility ?? []).map(({ next }, index): Source => [['eligibility', index, 'next'], next]),
  ]);
}

function factTexts(fact: FactDefinition, path: Path): Source[] {
  return [
    [[...path, 'ask'], fact.ask],
    [[...path, 'help'], fact.help],
    [[...path, 'not_sure'], fact.not_sure],
    ...Object.entries(fact.option_help ?? {}).map(
      ([option, text]): Source => [[...path, 'option_help', option], text],
    ),
  ];
}

function materialTexts({ materials }: Folder): CitizenText[] {
  return texts(
    'materials',
    materials.flatMap((material, index): Source[] => [
      [[index, 'name'], material.name],
      [[index, 'get'], material.get],
      [[index, 'photo', 'tip'], material.photo?.tip],
      ...material.checkpoints.map(
        ({ check }, place): Source => [[index, 'checkpoints', place, 'check'], check],
      ),
    ]),
  );
}

function formTexts({ form }: Folder): CitizenText[] {
  return texts(
    'form',
    form.flatMap((field, index): Source[] => [
      [[index, 'ask'], field.ask],
      [[index, 'help'], field.help],
      [[index, 'text'], field.text],
    ]),
  );
}
