import { crc32, deflateRawSync } from 'node:zlib';

/** A charge as the platform keeps it. */
export type Charge = {
  amount: string;
  status: string;
  trade?: string;
  refunds: Set<string>;
  paidOn?: string;
  /** What was paid back by each refund, in yuan, and on which day. */
  back?: { amount: string; day: string }[];
};

const names =
  '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注';
type Trade = { trade: string; number: string; kind: string; amount: string; title?: string };

/** 对账单: the archive of a day as the platform packs it: every trade in one table, sums in another, both in GBK. */
export function packBill(charges: ReadonlyMap<string, Charge>, day: string): Buffer {
  return packTrades(tradesOn(charges, day));
}

export function hasTrades(charges: ReadonlyMap<string, Charge>, day: string): boolean {
  return tradesOn(charges, day).length > 0;
}

function tradesOn(charges: ReadonlyMap<string, Charge>, day: string): Trade[] {
  return [...charges].flatMap(([number, { amount, trade = '', paidOn, back = [] }]) => [
    ...(paidOn === day ? [{ trade, number, kind: '交易', amount }] : []),
    ...back
      .filter((one) => one.day === day)
      .map((one) => ({ trade, number, kind: '退款', amount: `-${one.amount}` })),
  ]);
}

export function packTrades(trades: readonly Trade[]): Buffer {
  const detail = [
    '#支付宝业务明细查询',
    '#账号：[20880000000000010156]',
    '#起始日期：[2026年03月02日 00:00:00]   终止日期：[2026年03月03日 00:00:00]',
    '#-----------------------------------------业务明细列表----------------------------------------',
    names,
    ...trades.map(lineOf),
    '#-----------------------------------------业务明细列表结束------------------------------------',
    `#交易合计：${trades.length}笔`,
    '#导出时间：[2026年03月03日 09:00:00]',
  ];
  const sums = ['#支付宝业务汇总查询', '门店编号,门店名称,交易订单总笔数', '合计,,1'];
  return zip([
    { name: '20880000000000010156_20260302_业务明细(汇总).csv', text: sums.join('\r\n') },
    { name: '20880000000000010156_20260302_业务明细.csv', text: detail.join('\r\n') },
  ]);
}

function lineOf({ trade, number, kind, amount, title = '皮划艇' }: Trade): string {
  const when = '2026-03-02 09:30:00';
  const first = [
    `${trade}\t`,
    `${number}\t`,
    `${kind}\t`,
    title,
    when,
    when,
    '\t',
    '\t',
    '\t',
    '\t',
    '示**\t',
  ];
  const rest = ['0.00', '0.00', '0.00', '0.00', '0.00', '', '0.00\t', '0.00', '\t', '0.00', '0.00', ''];
  return [...first, amount, amount, ...rest].join(',');
}

/** Packs files with their names in GBK, the first as it is, the others pressed. */
export function zip(files: readonly { name: string; text: string }[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [index, { name, text }] of files.entries()) {
    const [named, bytes] = [gbk(name), gbk(text)];
    const packed = index === 0 ? bytes : deflateRawSync(bytes);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(index === 0 ? 0 : 8, 4);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(named.length, 22);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), about, named, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), about, tail, named]));
    local.push(entry);
    at += entry.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, ...directory, end]);
}

let signs: ReadonlyMap<string, Buffer> | undefined;

/** The platform writes GBK, which is only read here; its table is what reading every pair of bytes gives. */
function gbk(text: string): Buffer {
  signs ??= tableOf();
  const table = signs;
  return Buffer.concat([...text].map((sign) => table.get(sign) ?? Buffer.from(sign, 'latin1')));
}

function tableOf(): ReadonlyMap<string, Buffer> {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const pair = Buffer.from([lead, trail]);
      const sign = decoder.decode(pair);
      if (trail !== 0x7f && sign.length === 1) table.set(sign, pair);
    }
  }
  return table;
}
