import type { ContentFile, Finding } from '../finding.ts';

/** 区划: one row of the administrative division tree. */
export type Division = { name: string; code: string; level: DivisionLevel; parent?: string };
export type DivisionLevel = 'province' | 'city' | 'county' | 'town';

const header = 'name,code,level,parent';
const digits: Record<DivisionLevel, number> = { province: 2, city: 4, county: 6, town: 9 };

/** Reads a division table (CSV with a header line, no quotes); a row whose code does not fit its level is refused. */
export function readDivisions(file: ContentFile): { divisions: Division[]; findings: Finding[] } {
  const divisions: Division[] = [];
  const findings: Finding[] = [];
  const refuse = (line: number, message: string) =>
    findings.push({ rule: 'divisions', severity: 'error', file: file.path, line, column: 1, message });
  const [first, ...rows] = file.text.replaceAll('\r\n', '\n').trimEnd().split('\n');
  if (first !== header) refuse(1, `首行应当是 ${header}`);
  for (const [index, row] of rows.entries()) {
    const division = readRow(row);
    if (typeof division === 'string') refuse(index + 2, division);
    else divisions.push(division);
  }
  return { divisions, findings };
}

function readRow(row: string): Division | string {
  const [name, code, level, parent, ...more] = row.split(',');
  if (!name || !code || !isLevel(level) || parent === undefined || more.length > 0) {
    return '每行四列：名称、代码、层级、上级代码';
  }
  if (!/^\d+$/.test(code) || code.length !== digits[level])
    return `${name} 的代码应当是 ${digits[level]} 位数字`;
  if (parent !== '' && !code.startsWith(parent)) return `${name} 的代码应当以上级代码 ${parent} 开头`;
  return parent === '' ? { name, code, level } : { name, code, level, parent };
}

function isLevel(word: string | undefined): word is DivisionLevel {
  return word === 'province' || word === 'city' || word === 'county' || word === 'town';
}
