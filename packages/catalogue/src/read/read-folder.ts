import type { TSchema } from 'typebox';
import { EnglishText, FormDefinition, ItemDefinition, type ItemFolder } from '../definition.ts';
import type { ContentFile, Finding, Path, Place } from '../finding.ts';
import { GuideDefinition } from '../guide-definition.ts';
import { MaterialList } from '../material-definition.ts';
import { didYouMean } from '../nearest.ts';
import { checkShape } from './shape.ts';
import { readYaml, type YamlText } from './yaml-text.ts';

type Part = keyof ItemFolder;

const partFiles = {
  item: 'item.yaml',
  guide: 'guide.yaml',
  materials: 'materials.yaml',
  form: 'form.yaml',
  english: 'text.en.yaml',
} as const satisfies Record<Part, string>;

const partShapes: Record<Part, TSchema> = {
  item: ItemDefinition,
  guide: GuideDefinition,
  materials: MaterialList,
  form: FormDefinition,
  english: EnglishText,
};

/** Where a part of an item folder is written: its file as the caller named it, with line and column. */
type FolderPlace = Place & { file: string };

/** 事项文件夹: the five files of one item as read, and where each value stands in them. */
export type ReadItem = { folder: ItemFolder; at: (part: Part, path: Path) => FolderPlace };
export type FolderReading = ({ ok: true } & ReadItem) | { ok: false; findings: Finding[] };

/** Reads the files of one item folder; refuses the whole folder when any of them is missing, unreadable or misshapen. */
export function readFolder(files: readonly ContentFile[]): FolderReading {
  const findings = [...unknownFiles(files)];
  const read = new Map<Part, { file: string; yaml: YamlText }>();
  for (const part of partNames()) {
    const file = files.find((each) => baseName(each.path) === partFiles[part]);
    if (file === undefined) {
      findings.push(...missingFile(part, files));
      continue;
    }
    const reading = readYaml(file);
    if (!reading.ok) {
      findings.push(...reading.findings);
      continue;
    }
    findings.push(...checkShape(partShapes[part], reading.yaml, file.path));
    read.set(part, { file: file.path, yaml: reading.yaml });
  }
  if (findings.length > 0) return { ok: false, findings };
  const folder = Object.fromEntries([...read].map(([part, { yaml }]) => [part, yaml.value]));
  return { ok: true, folder: folder as ItemFolder, at: (part, path) => placeIn(read.get(part), path) };
}

function placeIn(read: { file: string; yaml: YamlText } | undefined, path: Path): FolderPlace {
  if (read === undefined) return { file: '', line: 1, column: 1 };
  return { file: read.file, ...read.yaml.at(path) };
}

function unknownFiles(files: readonly ContentFile[]): Finding[] {
  const known: readonly string[] = Object.values(partFiles);
  return files
    .filter((file) => /\.ya?ml$/.test(file.path) && !known.includes(baseName(file.path)))
    .map((file) => ({
      rule: 'files',
      severity: 'error',
      file: file.path,
      line: 1,
      column: 1,
      message: `事项文件夹里没有这种文件${didYouMean(baseName(file.path), known)}`,
    }));
}

function missingFile(part: Part, files: readonly ContentFile[]): Finding[] {
  if (part === 'english') return [];
  const folder = folderOf(files[0]?.path ?? '');
  const file = `${folder}${partFiles[part]}`;
  const message = `缺少 ${partFiles[part]}`;
  return [{ rule: 'files', severity: 'error', file, line: 1, column: 1, message }];
}

function partNames(): Part[] {
  return ['item', 'guide', 'materials', 'form', 'english'];
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder part of a path with its closing slash; empty for a bare file name. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
