import type { TSchema } from 'typebox';
import type { TLocalizedValidationError } from 'typebox/error';
import { Settings } from 'typebox/system';
import { Pointer, Value } from 'typebox/value';
import type { Finding, Path } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import type { YamlText } from './yaml-text.ts';

const mostErrors = 400;

/** Every way in which a parsed file differs from its declared shape, at its line, in Chinese. */
export function checkShape(schema: TSchema, yaml: YamlText, file: string): Finding[] {
  if (Value.Check(schema, yaml.value)) return [];
  const errors = allErrors(schema, yaml.value);
  const unions = errors.filter((error) => error.keyword === 'anyOf');
  return errors
    .filter((error) => !unions.some((union) => isInside(error, union)))
    .flatMap((error) => shapeMessages(schema, error))
    .map(({ path, message }) => ({
      rule: 'shape',
      severity: 'error',
      file,
      ...yaml.at(path),
      message: `${pathText(path)}${message}`,
    }));
}

/** TypeBox stops after a handful of errors by default; an author wants them all at once. */
function allErrors(schema: TSchema, value: unknown): TLocalizedValidationError[] {
  const { maxErrors } = Settings.Get();
  Settings.Set({ maxErrors: mostErrors });
  const errors = Value.Errors(schema, value);
  Settings.Set({ maxErrors });
  return errors;
}

function isInside(error: TLocalizedValidationError, union: TLocalizedValidationError): boolean {
  return error.schemaPath.startsWith(`${union.schemaPath}/anyOf/`);
}

type ShapeMessage = { path: Path; message: string };

function shapeMessages(schema: TSchema, error: TLocalizedValidationError): ShapeMessage[] {
  const path = pathOf(error.instancePath);
  switch (error.keyword) {
    case 'boolean':
      return [];
    case 'required':
      return error.params.requiredProperties.map((key) => ({ path, message: `缺少“${key}”` }));
    case 'additionalProperties':
      return error.params.additionalProperties.map((key) => ({
        path: [...path, key],
        message: `没有这个键${didYouMean(key, keysOf(schema, error.schemaPath))}`,
      }));
    case 'enum':
      return [{ path, message: `只能填 ${error.params.allowedValues.join('、')} 之一` }];
    case 'const':
      return [{ path, message: `只能填 ${String(error.params.allowedValue)}` }];
    case 'anyOf':
      return [{ path, message: unionMessage(schema, error.schemaPath) }];
    case 'type':
      return [{ path, message: `应当是${typeWord(error.params.type)}` }];
    case 'pattern':
      return [{ path, message: `写法不对，应当符合 ${String(error.params.pattern)}${hint(schema, error)}` }];
    case 'minLength':
      return [{ path, message: `太短，至少 ${error.params.limit} 个字` }];
    case 'maxLength':
      return [{ path, message: `太长，最多 ${error.params.limit} 个字` }];
    case 'minItems':
      return [{ path, message: `至少写 ${error.params.limit} 项` }];
    case 'minimum':
      return [{ path, message: `不能小于 ${error.params.limit}` }];
    case 'maximum':
      return [{ path, message: `不能大于 ${error.params.limit}` }];
    default:
      return [{ path, message: `写法不对（${error.keyword}）` }];
  }
}

const typeWords: Record<string, string> = {
  string: '文字（数字样的文字要加引号）',
  integer: '整数',
  number: '数字',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组键值',
  null: '空',
};

function typeWord(type: string | string[]): string {
  return [type]
    .flat()
    .map((each) => typeWords[each] ?? each)
    .join('或');
}

function hint(schema: TSchema, error: TLocalizedValidationError): string {
  const description = schemaAt(schema, error.schemaPath).description;
  return typeof description === 'string' ? `（${description}）` : '';
}

function unionMessage(schema: TSchema, schemaPath: string): string {
  const options = schemaAt(schema, schemaPath).anyOf;
  const values = Array.isArray(options) ? options.map((option: { const?: unknown }) => option.const) : [];
  if (values.length > 0 && values.every((value) => value !== undefined)) {
    return `只能填 ${values.map(String).join('、')} 之一`;
  }
  return '写法不对，缺键或多键';
}

function keysOf(schema: TSchema, schemaPath: string): string[] {
  const properties = schemaAt(schema, schemaPath).properties;
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

function schemaAt(schema: TSchema, schemaPath: string): Record<string, unknown> {
  const found: unknown = Pointer.Get(schema, schemaPath.slice(1));
  return typeof found === 'object' && found !== null ? { ...found } : {};
}

function pathOf(instancePath: string): string[] {
  return [...Pointer.Indices(instancePath)].map(String);
}

function pathText(path: Path): string {
  if (path.length === 0) return '';
  const steps = path.map((step) => (/^\d+$/.test(String(step)) ? `第${Number(step) + 1}项` : step));
  return `${steps.join('.')}：`;
}
