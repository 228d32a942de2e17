import {
  type Document,
  isMap,
  isNode,
  isPair,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { ContentFile, Finding, Path, Place } from '../finding.ts';

const longestText = 400_000;
const deepestNesting = 40;

/** A parsed content file: its value, and where in the text each part of the value stands. */
export type YamlText = { value: unknown; at: (path: Path) => Place };
type YamlReading = { ok: true; yaml: YamlText } | { ok: false; findings: Finding[] };

/** Reads one YAML file as plain data; anchors, aliases and tags are refused, so a small file can never grow. */
export function readYaml(file: ContentFile): YamlReading {
  const refused = refuseByShape(file);
  if (refused !== undefined) return { ok: false, findings: [refused] };
  const lines = new LineCounter();
  const document = parseDocument(file.text, {
    lineCounter: lines,
    schema: 'core',
    stringKeys: true,
    uniqueKeys: true,
    prettyErrors: false,
  });
  const findings = [
    ...document.errors.map((error) => syntaxFinding(file.path, error, lines)),
    ...refuseGrowth(file.path, document, lines),
  ];
  if (findings.length > 0) return { ok: false, findings };
  return { ok: true, yaml: { value: document.toJS(), at: (path) => placeOf(document, path, lines) } };
}

function refuseByShape(file: ContentFile): Finding | undefined {
  const top = { severity: 'error', file: file.path, line: 1, column: 1 } as const;
  if (file.text.length > longestText) {
    return { ...top, rule: 'yaml.too-long', message: `文件超过 ${longestText} 个字符，请拆开写` };
  }
  const line = tooDeepLine(file.text);
  if (line === undefined) return undefined;
  return { ...top, line, rule: 'yaml.too-deep', message: `层级超过 ${deepestNesting} 层，请写得平一些` };
}

/** Counts brackets and indentation before any parser recurses into them. */
function tooDeepLine(text: string): number | undefined {
  let open = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const opened = open + (line.match(/[[{]/g)?.length ?? 0);
    const lead = /^[\s-]*/.exec(line)?.[0].length ?? 0;
    if (opened > deepestNesting || lead > deepestNesting * 2) return index + 1;
    open = Math.max(0, opened - (line.match(/[\]}]/g)?.length ?? 0));
  }
  return undefined;
}

function refuseGrowth(file: string, document: Document, lines: LineCounter): Finding[] {
  const findings: Finding[] = [];
  const refuse = (node: Node, rule: string, message: string) => {
    const { line, column } = linePlace(lines, node.range?.[0] ?? 0);
    findings.push({ severity: 'error', file, line, column, rule, message });
  };
  visit(document, {
    Alias: (_key, node) => refuse(node, 'yaml.alias', `不能用引用 *${node.source}，请把内容写全`),
    Node: (_key, node) => {
      if ('anchor' in node && node.anchor !== undefined)
        refuse(node, 'yaml.anchor', `不能用锚点 &${node.anchor}，请把内容写全`);
      if (node.tag !== undefined) refuse(node, 'yaml.tag', `不能用类型标记 ${node.tag}`);
    },
  });
  return findings;
}

const syntaxWords: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: '缩进不对，同一层要对齐',
  TAB_AS_INDENT: '缩进要用空格，不能用制表符',
  DUPLICATE_KEY: '同一层里这个键写了两次',
  MULTIPLE_DOCS: '一个文件只能写一份内容，去掉分隔线 ---',
  MISSING_CHAR: '少了引号、冒号或括号',
  BAD_SCALAR_START: '这个值要用引号括起来',
  BLOCK_AS_IMPLICIT_KEY: '这一行有两个冒号，值里有冒号要加引号',
  MULTILINE_IMPLICIT_KEY: '键不能跨行，可能是少了冒号或缩进不对',
  NON_STRING_KEY: '键要写成文字，加上引号',
  BAD_DQ_ESCAPE: '双引号里的反斜杠写法不对',
  BAD_ALIAS: '值以 * 开头要加引号',
  TAG_RESOLVE_FAILED: '不能用类型标记',
};

function syntaxFinding(file: string, error: YAMLError, lines: LineCounter): Finding {
  const { line, column } = linePlace(lines, error.pos[0]);
  const message = syntaxWords[error.code] ?? '这里读不懂，检查冒号、引号和括号是否配对';
  return { rule: 'yaml.syntax', severity: 'error', file, line, column, message };
}

function linePlace(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** The place of a value, or of its nearest existing parent when the value is absent. */
function placeOf(document: Document, path: Path, lines: LineCounter): Place {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const next = childOf(node, step);
    if (next === undefined) break;
    offset = next.offset ?? offset;
    node = next.node;
  }
  return linePlace(lines, offset);
}

function childOf(
  node: unknown,
  step: string | number,
): { node: unknown; offset: number | undefined } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { node: item, offset: startOf(item) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((each) => isPair(each) && keyText(each.key) === String(step));
  return pair === undefined ? undefined : { node: pair.value, offset: startOf(pair.key) };
}

function keyText(key: unknown): string {
  return isNode(key) && 'value' in key ? String(key.value) : String(key);
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
