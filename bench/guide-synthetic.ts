import type { FactSource, GuideSource } from '@tongban/guide/author';

/** An invented item of 15 questions, 30 different conditions and 40 materials, the same every time. */
export function syntheticItem(): GuideSource {
  let seed = 7;
  const draw = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const facts = Array.from({ length: 15 }, (_, i): FactSource => {
    const common = { id: `问${i}`, ask: `第${i}问？`, role: 'situation' } as const;
    if (i % 3 === 0) return { ...common, type: 'bool' };
    if (i === 7) return { ...common, type: 'number', min: 0, max: 99 };
    return { ...common, type: 'choice', options: ['甲', '乙', '丙', '丁'].slice(0, 2 + draw(3)) };
  });
  const test = (): string => {
    const { id, type, options = [] } = facts[draw(15)] as FactSource;
    if (type === 'bool') return draw(2) === 0 ? id : `not(${id})`;
    if (type === 'number') return `${id} ${draw(2) === 0 ? '<' : '>='} ${10 + draw(80)}`;
    return `${id} = "${options[draw(options.length)]}"`;
  };
  const all = (): string => Array.from({ length: 1 + draw(3) }, test).join(' and ');
  const conditions = Array.from({ length: 30 }, () => (draw(3) === 0 ? `(${all()}) or (${all()})` : all()));
  const materials = Array.from({ length: 40 }, (_, i) => ({
    id: `料${i}`,
    when: conditions[i % 30] as string,
  }));
  return { facts, materials };
}
