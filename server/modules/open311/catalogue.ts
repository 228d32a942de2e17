import type { OrderKind } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import type { OrderRules } from '../hotline/index.ts';
import type { Fields, Told } from './wire.ts';

/** 服务类型: what a request may be about. A tip-off is taken and nothing is ever said of it again. */
export type Service = {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly keywords: readonly string[];
  readonly about: string;
  readonly tipOff: boolean;
};
type Rules = Pick<OrderRules, 'kinds' | 'matters' | 'talk'>;
export type Catalogue = ReturnType<typeof createCatalogue>;

/** House default: what a request is registered as where nobody says. */
const usualKind: OrderKind = 'help';

/** A home visit is asked for with an address, which is never told here. */
const visit: OrderKind = 'visit';

/** 服务目录: the leaves of the tree of matters, but for secret ones, and one service for tip-offs. */
export function createCatalogue(rules: Rules) {
  const services = servicesOf(rules);
  const kinds = rules.kinds.filter(({ id, tipOff }) => !tipOff && id !== visit);
  return {
    list: (type: 'realtime' | 'batch'): Told => ({
      root: 'services',
      value: { each: 'service', of: services.map((one) => serviceFields(one, type)) },
    }),
    find: (code: string): Service | undefined => services.find((one) => one.code === code),
    get(code: string): Service {
      const found = services.find((one) => one.code === code);
      if (found === undefined)
        throw new Problem('open311.service', 'missing', '没有这个 service_code，从 services 里选');
      return found;
    },
    definition({ code, tipOff }: Service): Told {
      const attributes = [...(tipOff ? [] : [kindAttribute(kinds)]), notNowAttribute(tipOff ? 1 : 2)];
      return {
        root: 'service_definition',
        value: { service_code: code, attributes: { each: 'attribute', of: attributes } },
      };
    },
    /** What kind of order a request becomes. */
    kindFor({ tipOff }: Service, chosen: string | undefined): OrderKind {
      const report = rules.kinds.find((kind) => kind.tipOff);
      if (tipOff && report !== undefined) return report.id;
      if (chosen === undefined || chosen === '') return usualKind;
      const kind = kinds.find(({ id }) => id === chosen);
      if (kind === undefined)
        throw new Problem('open311.kind', 'invalid', 'attribute[kind] 不在可选的值里，看服务的定义');
      return kind.id;
    },
  };
}

function servicesOf({ kinds, matters, talk }: Rules): Service[] {
  const secret = new Set(matters.filter((one) => one.secret).map(({ id }) => id));
  const names = new Map(talk.matters.map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? []);
  const plain = talk.matters
    .filter(({ id, isLeaf }) => isLeaf && !secret.has(id))
    .map(({ id, name, above }) => ({
      ...{ code: id, name, group: named(above)[0] ?? name, keywords: [...named(above), name], tipOff: false },
      about: [...named(above), name].join(' › '),
    }));
  const reports = kinds
    .filter(({ tipOff }) => tipOff)
    .map(({ id, name }) => ({
      ...{ code: id, name: name.zh, group: name.zh, keywords: [name.zh], tipOff: true },
      about: '只由承办单位办理；收下后不给编号，也不从这里答复',
    }));
  return [...plain, ...reports];
}

function serviceFields({ code, name, about, tipOff, keywords, group }: Service, type: string): Fields {
  return {
    ...{ service_code: code, service_name: name, description: about, metadata: true },
    ...{ type: tipOff ? 'blackbox' : type, keywords: keywords.join(','), group },
  };
}

type Choice = { readonly key: string; readonly name: string };

function attribute(
  code: string,
  { order, say, hint, values }: { order: number; say: string; hint: string; values: readonly Choice[] },
): Fields {
  return {
    ...{ variable: true, code, datatype: 'singlevaluelist', required: false },
    ...{ datatype_description: hint, order, description: say, values: { each: 'value', of: values } },
  };
}

function kindAttribute(kinds: Rules['kinds']): Fields {
  const usual = kinds.find(({ id }) => id === usualKind);
  return attribute('kind', {
    ...{ order: 1, say: '诉求类别', hint: `不选按“${usual?.name.zh ?? ''}”登记` },
    values: kinds.map(({ id, name }) => ({ key: id, name: name.zh })),
  });
}

function notNowAttribute(order: number): Fields {
  return attribute('not_now', {
    ...{ order, say: '写到了紧急情况，但不是正在发生的' },
    hint: '正在发生的打 110、119、120 或 122，不从这里报',
    values: [{ key: 'yes', name: '不是正在发生的' }],
  });
}
