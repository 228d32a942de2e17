import type { MaterialDefinition } from '../material-definition.ts';
import { didYouMean } from '../nearest.ts';
import type { ReadItem } from '../read/read-folder.ts';
import { type Linting, type Report, repeats } from './report.ts';

/** What a production item library checks about materials, form and guide of an item, and about every reference in them. */
export function lintFolder(linting: Linting): void {
  const { read, report } = linting;
  for (const [index, material] of read.folder.materials.entries()) {
    lintSubstitute(material, index, linting);
    lintPromise(material, index, linting);
    lintRetired(material, index, linting);
    lintCopies(material, index, report);
    if (material.holder.trim() === '')
      report('material.holder', { part: 'materials', path: [index, 'holder'] }, '写明这份材料是谁的');
  }
  lintUnique(read, report);
  lintPeople(read, report);
  lintRoutes(linting);
  lintForm(linting);
}

const material = (...path: (string | number)[]) => ({ part: 'materials', path }) as const;

function lintSubstitute(each: MaterialDefinition, index: number, { context, report }: Linting): void {
  const { by, licence } = each.substitute;
  if (by === 'licence' && licence === undefined) {
    report(
      'material.licence',
      material(index, 'substitute'),
      `${each.name}：写明用哪一种电子证照代替（licence）`,
    );
  }
  if (licence !== undefined && context.licences?.has(licence) === false) {
    const hint = didYouMean(licence, context.licences.keys());
    report(
      'material.licence',
      material(index, 'substitute', 'licence'),
      `证照类型表里没有“${licence}”${hint}`,
    );
  }
}

/** 国办发〔2020〕42号 keeps promises out of what touches public safety, life and property; dangerous goods are all of these. */
const tooDangerous = /爆炸|爆破|烟花|剧毒|枪支|弹药|危险/;

function lintPromise(each: MaterialDefinition, index: number, { read, report }: Linting): void {
  const { by, else: other, promise } = each.substitute;
  const promised = by === 'promise' || other === 'promise';
  const where = material(index, 'substitute');
  if (promised && promise === undefined) {
    report(
      'material.promise',
      where,
      `${each.name}：可以承诺的，写明告知书（promise：依据、条件、后果、核查期限）`,
    );
  }
  if (!promised && promise !== undefined) {
    report('material.promise', where, `${each.name}：写了告知书，却没有写可以承诺（by 或 else 写 promise）`);
  }
  if (promised && tooDangerous.test(read.folder.item.name)) {
    report('material.promise', where, `“${read.folder.item.name}”涉及公共安全，材料不能用承诺代替`);
  }
}

function lintRetired(each: MaterialDefinition, index: number, { read, context, report }: Linting): void {
  const retired = context.retired?.find(
    (certificate) =>
      [certificate.name, ...(certificate.also ?? [])].some((name) => bare(name) === bare(each.name)) &&
      (certificate.scope === undefined || certificate.scope.items.includes(read.folder.item.id)),
  );
  if (retired === undefined) return;
  report('material.retired', material(index, 'name'), `“${each.name}”已经取消，不能再要。${retired.say}`);
}

function bare(name: string): string {
  return name.replaceAll(/[（(].*?[)）]|[\s"“”「」《》]/g, '');
}

function lintCopies(each: MaterialDefinition, index: number, report: Report): void {
  const paper = each.form.original + (each.form.copy ?? 0);
  const asked = each.substitute.by === 'none' || each.substitute.by === 'promise';
  if (paper > 0 || !asked) return;
  report('material.copies', material(index, 'form'), `${each.name}：写明要原件还是复印件、几份`);
}

function lintUnique(read: ReadItem, report: Report): void {
  const { item, guide, materials, form } = read.folder;
  const lists = [
    { part: 'guide', path: ['facts'], ids: guide.facts },
    { part: 'guide', path: ['people'], ids: guide.people ?? [] },
    { part: 'guide', path: ['eligibility'], ids: guide.eligibility ?? [] },
    { part: 'guide', path: ['channel'], ids: guide.channel ?? [] },
    { part: 'guide', path: ['limit'], ids: guide.limit ?? [] },
    { part: 'item', path: ['fees'], ids: item.fees },
    { part: 'item', path: ['steps'], ids: item.steps },
    { part: 'materials', path: [], ids: materials },
    { part: 'form', path: [], ids: form },
    ...materials.map(
      ({ checkpoints }, index) =>
        ({ part: 'materials', path: [index, 'checkpoints'], ids: checkpoints }) as const,
    ),
  ] as const;
  for (const { part, path, ids } of lists) {
    for (const { entry, index } of repeats<{ id: string }>(ids, ({ id }) => id)) {
      report('id.unique', { part, path: [...path, index, 'id'] }, `“${entry.id}”前面已经用过，换一个 id`);
    }
  }
}

function lintPeople(read: ReadItem, report: Report): void {
  const { guide, materials, form } = read.folder;
  const people = (guide.people ?? []).map(({ id }) => id);
  const check = (part: 'materials' | 'form', index: number, id: string | undefined) => {
    if (id === undefined || people.includes(id)) return;
    report(
      'people.known',
      { part, path: [index, 'for_each'] },
      `引导里没有随行人“${id}”${didYouMean(id, people)}`,
    );
  };
  for (const [index, each] of materials.entries()) check('materials', index, each.for_each);
  for (const [index, each] of form.entries()) check('form', index, each.for_each);
}

function lintRoutes({ read, context, report }: Linting): void {
  for (const [index, route] of (read.folder.guide.route ?? []).entries()) {
    if (context.items === undefined || context.items.has(route.to)) continue;
    const hint = didYouMean(route.to, context.items);
    report('route.known', { part: 'guide', path: ['route', index, 'to'] }, `没有事项“${route.to}”${hint}`);
  }
}

function lintForm(linting: Linting): void {
  const { read, report } = linting;
  for (const [index, field] of read.folder.form.entries()) {
    const personal = field.use === 'person' || field.use === 'address' || field.use === 'phone';
    if (personal && field.purpose === undefined) {
      const message = `${field.ask ?? field.id}：是个人信息，写明为什么要（purpose）`;
      report('form.purpose', { part: 'form', path: [index] }, message);
    }
    if (field.use === 'choice' && (field.options ?? []).length < 2) {
      report('form.options', { part: 'form', path: [index] }, '选择题至少要有两个选项');
    }
    lintPrefill(field.prefill, { part: 'form', path: [index, 'prefill'] }, linting);
  }
  for (const [index, fact] of read.folder.guide.facts.entries()) {
    lintPrefill(fact.prefill, { part: 'guide', path: ['facts', index, 'prefill'] }, linting);
  }
}

function lintPrefill(
  prefill: string | undefined,
  where: Parameters<Report>[1],
  { context, report }: Linting,
): void {
  if (prefill === undefined || prefill === 'identity') return;
  const [origin, licence = '', field] = prefill.split('.');
  if (origin === 'identity' && licence !== '') return;
  if (origin !== 'licence' || field === undefined) {
    report('prefill', where, `预填来源写成 identity 或 licence.证照.字段，不能写“${prefill}”`);
    return;
  }
  const fields = context.licences?.get(licence);
  if (context.licences !== undefined && fields === undefined) {
    report('prefill', where, `证照类型表里没有“${licence}”${didYouMean(licence, context.licences.keys())}`);
  }
  if (fields !== undefined && !fields.has(field)) {
    report('prefill', where, `证照 ${licence} 没有字段“${field}”${didYouMean(field, fields)}`);
  }
}
