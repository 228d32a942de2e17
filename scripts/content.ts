import { join } from 'node:path';
import { check } from './content/check.ts';
import { count } from './content/count.ts';
import { coverage } from './content/coverage.ts';
import { diff } from './content/diff.ts';
import { map } from './content/map.ts';
import { schema } from './content/schema.ts';

const usage = `用法：npm run content -- 命令
  check [--notes]          检查全部内容；有一处错误就什么都不载入
  count                    每个事项的情形数、问答路径数、不同清单数，最后一行是 JSON
  coverage [--materials]   哪些材料可以免提交：按事项数，--materials 逐份列出，最后一行是 JSON
  diff <旧> <新>           比较两个版本；可以写事项 id、事项文件夹或版本 JSON 文件
  map <事项> [文件.svg]    一图看懂：SVG 写到文件或屏幕，附文字说明
  schema [--check]         写出 content/schema/*.json，供编辑器补全；--check 只看是否最新`;

const commands = { check, count, coverage, diff, map, schema };

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}

const [name = '', ...rest] = process.argv.slice(2);
if (isCommand(name)) {
  const { lines, code } = commands[name](join(import.meta.dirname, '..', 'content'), rest);
  for (const line of lines) console.log(line);
  process.exitCode = code;
} else {
  console.error(usage);
  process.exitCode = name === '' || name === 'help' ? 0 : 2;
}
