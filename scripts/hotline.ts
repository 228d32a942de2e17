import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { addDays } from '@tongban/calendar';
import { shanghaiDay } from '@tongban/kernel';
import type { Axis } from '@tongban/scoring';
import { fillOrders, readOrderCorrections } from '../server/seed.ts';
import { sampleOrders } from './hotline/sample.ts';
import { readCorrections, train } from './hotline/train.ts';

const usage = `用法：npm run hotline -- 命令
  train [--orders 6000] [--seed 1] [--corrections 更正.jsonl] [--house] [--out 模型.json]
      训练分类模型，打印它在没见过的说法上的准确率；更正每行一个 {"text", "kind", "matter"}；
      --house 从本机系统的数据库里读人工更正，只在内存里用，不写出来
  seed [--orders 1000] [--seed 1] [--from 第一天] [--days 90] [--topics 0]
      把生成的诉求装进演示系统，清单、统计和检索就都有内容；不写第一天就到昨天为止
  orders [--orders 1000] [--seed 1] [--from 第一天] [--days 90] [--topics 0]
      生成诉求，每行一个 JSON；最后一行是埋下的重复和热点`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    orders: { type: 'string' },
    seed: { type: 'string', default: '1' },
    corrections: { type: 'string' },
    out: { type: 'string' },
    from: { type: 'string' },
    days: { type: 'string', default: '90' },
    topics: { type: 'string', default: '0' },
    house: { type: 'boolean', default: false },
  },
});
const commands = { train: runTraining, orders: printOrders, seed: runSeed };
const [name = ''] = positionals;
if (name === 'train' || name === 'orders' || name === 'seed') await commands[name]();
else {
  console.error(usage);
  process.exitCode = name === '' ? 0 : 2;
}

async function runTraining(): Promise<void> {
  const ofHouse = values.house ? await readOrderCorrections(process.env, console.log) : [];
  const corrections = [...readCorrections(values.corrections), ...ofHouse];
  const model = train({ orders: whole(values.orders ?? '6000'), seed: whole(values.seed), corrections });
  const out = values.out ?? 'hotline-model.json';
  writeFileSync(out, JSON.stringify(model));
  console.log(`学了 ${model.examples} 条，其中更正 ${corrections.length} 条；写到 ${out}`);
  console.table({ kind: rowOf(model.kind), matter: rowOf(model.matter) });
}

function rowOf({ appraisal, threshold }: Axis) {
  const figures = { ...appraisal, from: threshold?.confidence, precision: threshold?.precision };
  return Object.fromEntries(
    Object.entries({ ...figures, share: threshold?.share }).map(([key, value]) => [
      key,
      value === undefined ? '—' : Math.round(value * 1000) / 1000,
    ]),
  );
}

function printOrders(): void {
  const { orders, truth } = generated();
  for (const order of orders) console.log(JSON.stringify(order));
  console.log(JSON.stringify(truth));
}

async function runSeed(): Promise<void> {
  const began = performance.now();
  const count = await fillOrders(process.env, generated().orders, console.log);
  console.log(`装好了 ${count} 单，用了 ${Math.round((performance.now() - began) / 1000)} 秒`);
}

function generated() {
  const days = whole(values.days);
  return sampleOrders({
    ...{ count: whole(values.orders ?? '1000'), seed: whole(values.seed), days },
    ...{ from: values.from ?? daysAgo(days), topics: whole(values.topics) },
  });
}

function daysAgo(days: number): string {
  return addDays(shanghaiDay(new Date()), -days);
}

function whole(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`不是整数：${text}`);
  return number;
}
