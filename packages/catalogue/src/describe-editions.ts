import type { Layer } from '@tongban/guide';
import {
  diffGuides,
  type MapLabels,
  mapGuide,
  mapSvg,
  mapText,
  type OutputDiff,
} from '@tongban/guide/author';
import { changedElements } from './changed-elements.ts';
import type { ItemFolder } from './definition.ts';
import type { ItemEdition } from './edition.ts';
import { limitWords } from './view/limit-words.ts';
import { yuan } from './view/words.ts';

/** 一图看懂: the guide of an item as a drawing, and the same in words. */
export function mapItem(edition: ItemEdition): { svg: string; text: string } {
  const { item, guide } = edition.folder;
  const labels: MapLabels = {
    title: item.name,
    facts: Object.fromEntries(guide.facts.map(({ id, ask }) => [id, ask])),
    outputs: outputNames(edition.folder),
  };
  const tree = mapGuide(edition.guide, labels);
  return { svg: mapSvg(tree), text: mapText(tree) };
}

/** 版本比较: what changes for whom between two editions, one sentence each, with the share of situations affected. */
export function diffEditions(before: ItemEdition, after: ItemEdition): string[] {
  const names = { ...outputNames(before.folder), ...outputNames(after.folder) };
  const { outputs, questions } = diffGuides(before.guide, after.guide);
  return [
    ...changedElements(before, after).map(
      ({ element, locked }) =>
        `${elementNames[element] ?? element}有改动${locked ? '（锁定要素，由主项单位改）' : ''}。`,
    ),
    ...questions.map(({ sentence }) => sentence),
    ...outputs.flatMap((output) => diffSentences(output, names)),
  ];
}

const elementNames: Record<string, string> = {
  id: '事项标识',
  name: '事项名称',
  also: '群众说法',
  type: '事项类型',
  level: '行使层级',
  codes: '编码',
  kind: '办件类型',
  who: '谁可以办',
  conditions: '办理条件',
  basis: '办理依据',
  limits: '办理时限',
  visits: '到场次数',
  fees: '收费',
  result: '办理结果',
  channels: '办理渠道',
  hall: '大厅设置',
  steps: '办理环节',
  special_procedures: '特别程序',
  refusal: '救济途径',
  faq: '常见问题',
  not_asked_any_more: '不再要的证明',
  guide: '情形引导',
  materials: '材料',
  form: '表单',
  english: '英文文本',
  tags: '标签',
  locked: '锁定要素',
  source: '来源',
};

const layerNames: Record<Layer, string> = {
  route: '转办',
  eligibility: '资格',
  channel: '渠道',
  limit: '时限',
  fee: '收费',
  materials: '材料',
};

function diffSentences({ layer, id, added, removed }: OutputDiff, names: Record<string, string>): string[] {
  const name = `${layerNames[layer]}“${names[`${layer}/${id}`] ?? id}”`;
  const tell = (what: string, { sentence, share }: NonNullable<OutputDiff['added']>) =>
    `${name}：${what}（占 ${percent(share)} 的情形：${sentence}）。`;
  return [
    ...(added === undefined ? [] : [tell('现在有了', added)]),
    ...(removed === undefined ? [] : [tell('现在没有了', removed)]),
  ];
}

function percent(share: number): string {
  const value = share * 100;
  return value > 0 && value < 0.1 ? '不到 0.1%' : `${Math.round(value * 10) / 10}%`;
}

/** What each output of the guide is called, keyed layer/id. */
function outputNames({ guide, item, materials }: ItemFolder): Record<string, string> {
  const entries: [string, string][] = [
    ...(guide.route ?? []).map(({ to, say }): [string, string] => [`route/${to}`, say ?? `转到 ${to}`]),
    ...(guide.eligibility ?? []).map(({ id, say }): [string, string] => [`eligibility/${id}`, say]),
    ...(guide.channel ?? []).map(({ id, say }): [string, string] => [`channel/${id}`, say ?? id]),
    ...(guide.limit ?? []).map((limit): [string, string] => [
      `limit/${limit.id}`,
      limitWords('zh', limit).text,
    ]),
    ...item.fees.map(({ id, name, fen }): [string, string] => [`fee/${id}`, `${name} ${yuan(fen)} 元`]),
    ...materials.map(({ id, name }): [string, string] => [`materials/${id}`, name]),
  ];
  return Object.fromEntries(entries);
}
