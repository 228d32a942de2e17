import type { ContentFile } from './finding.ts';

/** A toy item for tests: it has one of everything an item folder may hold, and breaks no rule. */
const kayakFiles: Record<string, string> = {
  'item.yaml': `id: kayak
name: 皮划艇下水登记
also: [划艇, 小船下水, 独木舟]
line: public-order
type: "20"
level: [4]
codes: {local: 治安-水上-001}
master: province
locked: [name, type, basis, materials, guide]
serves: [natural-person]
kind: promised
who: 带皮划艇下水的人都可以办。
conditions: [年满16周岁]
basis:
  - {law: 皮划艇管理办法, article: 第三条, source: KAYAK1}
limits:
  statutory: {days: 10, unit: working, source: KAYAK1}
  promised: {days: 3, unit: working, source: KAYAK1}
visits: {count: 1, reason: 要看一看您的皮划艇}
fees:
  - {id: sticker, name: 艇身贴工本费, fen: 1500, when: 要贴标, pay_online: true, basis: {law: 皮划艇管理办法, article: 第九条, source: KAYAK1}}
result: {name: 下水登记证, kind: licence, licence: kayak-permit, validity: 1年}
channels: {web: pre-acceptance, hall: true, kiosk: false, phone: consult, cross_region: none}
hall: {slot_minutes: 20, skills: [public-order], booking: true}
steps:
  - {id: accept, name: 受理, role: clerk}
  - {id: decide, name: 决定, role: approver, within: {days: 2, unit: working}}
special_procedures: []
dispatch: {by: [jurisdiction]}
refusal: {remedies: [reconsideration]}
faq:
  - {q: 几个人可以坐一条艇？, a: 看艇上的铭牌。}
not_asked_any_more: []
source: {source: KAYAK1}
`,
  'guide.yaml': `facts:
  - id: 水域
    ask: 您在哪里下水？
    role: situation
    type: choice
    options: [湖泊, 江河, 海上]
    not_sure: 看下水点的告示牌。
  - id: 艇长
    ask: 您的皮划艇有多长？
    role: situation
    type: number
    unit: 厘米
    min: 100
    max: 900
    when: 水域 != "海上"
  - id: 要贴标
    ask: 您要一张艇身贴吗？
    role: modifier
    type: bool
  - id: 授权电子证照
    ask: 同意我们直接调取您的电子证照吗？
    role: modifier
    type: bool
    help: 同意后，系统里已有的证照不用带。
people:
  - id: 同行人
    ask: 有人跟您一起划吗？
    max: 3
    facts:
      - {id: 满16, ask: 这个人满16周岁了吗？, type: bool, role: modifier}
constraints: []
route:
  - {to: sea-kayak, when: 水域 = "海上", say: 海上下水由海事部门登记。}
eligibility:
  - {id: 太长, verdict: "no", when: 艇长 > 700, say: 超过7米的艇不能在这里登记。, next: 到船舶登记窗口办理。, basis: {law: 皮划艇管理办法, article: 第五条, source: KAYAK1}}
channel:
  - {id: 到窗口一次, otherwise: true, say: 到窗口一次就能办好。}
  - {id: 网上办, when: 水域 = "湖泊" and 授权电子证照, say: 全程网上办。}
limit:
  - {id: 湖泊, days: 1, unit: working, when: 水域 = "湖泊", say: 交齐材料后1个工作日办好。}
  - {id: 一般, days: 3, unit: working, otherwise: true, say: 交齐材料后3个工作日办好。}
source: {source: KAYAK1}
`,
  'materials.yaml': `- id: identity-card
  name: 身份证
  holder: 申请人
  issuer: 公安机关
  get: 没带可以用电子身份证。
  form: {original: 1}
  substitute: {by: licence, licence: resident-id}
  when: not(授权电子证照)
  photo: {tip: 四个角都拍进去。}
  basis: {law: 皮划艇管理办法, article: 第四条, source: KAYAK1}
  checkpoints:
    - {id: name, check: 姓名和申请表一致, at: [intake, review]}
- id: river-map
  name: 下水点位置图
  holder: 申请人
  form: {original: 1, keep: true}
  substitute: {by: none}
  when: 水域 = "江河"
  basis: {source: KAYAK1}
  checkpoints:
    - {id: point, check: 图上标出下水点, at: [intake]}
- id: guardian-consent
  name: 监护人同意书
  holder: 监护人
  for_each: 同行人
  form: {original: 1, copy: 1, stamp: true, keep: true, template: consent.pdf}
  substitute:
    by: licence
    licence: resident-id
    else: promise
    promise:
      basis: [{law: 皮划艇管理办法, article: 第八条, source: KAYAK1}]
      proves: 监护人同意一起划。
      conditions: [您是孩子的监护人]
      liability: [承诺不实的，撤销登记。]
      check_within: {days: 20, unit: working, source: KAYAK1}
      public: false
      source: KAYAK1
  when: not(满16)
  basis: {source: KAYAK1}
  checkpoints:
    - {id: signature, check: 监护人本人签名, at: [intake, review]}
`,
  'form.yaml': `- {id: applicant, use: person, prefill: identity, purpose: 确认申请人身份}
- {id: phone, use: phone, ask: 您的手机号码, purpose: 通知您领证}
- {id: declaration, use: declaration, text: 以上内容真实，如有虚假愿承担法律责任。}
`,
  'text.en.yaml': `name: Register a kayak
who: Anyone who takes a kayak on the water.
facts:
  水域:
    ask: Where will you launch?
    options: {湖泊: Lake, 江河: River, 海上: Sea}
materials:
  identity-card:
    name: Identity card
    holder: Applicant
    tip: Show all four corners.
says: {channel:网上办: Apply online.}
`,
};

export function kayakFolder(
  changes: Record<string, (text: string) => string> = {},
  id = 'kayak',
): ContentFile[] {
  return Object.entries(kayakFiles).map(([name, text]) => ({
    path: `items/${id}/${name}`,
    text: changes[name]?.(text) ?? text,
  }));
}

const licenceRow = (id: string, name: string) => `  - id: ${id}
    name: ${name}
    name_en: ${id}
    kind: card
    issuer: 公安机关
    issuer_en: Police
    issued_here: true
    holder: {kind: person}
    fields: [{id: name, name: 姓名, name_en: Name, type: text}]
    validity: {rule: stated, source: KAYAK1}
    source: KAYAK1
`;

/** The reference files that the toy item refers to. */
export const kayakReference: ContentFile[] = [
  {
    path: 'sources.yaml',
    text: 'KAYAK1: {title: 皮划艇管理办法文本, kind: law}\nrecalled: {title: 凭记忆，未见来源, kind: recalled, recalled: true}\n',
  },
  {
    path: 'licences/types.yaml',
    text: `ministry: 11100000000099999X\ntypes:\n${licenceRow('kayak-permit', '下水登记证')}${licenceRow('resident-id', '身份证')}`,
  },
  {
    path: 'retired.yaml',
    text: 'certificates:\n  - {id: swimming-proof, name: 会游泳证明, also: [游泳证明], instead: none, say: 不用证明会游泳。, source: KAYAK1}\n',
  },
  {
    path: 'words/forbidden.yaml',
    text: 'words:\n  - {word: 相关证明, instead: 写出证明的名称, why: 看不懂要带什么}\n  - {word: 等, instead: 把材料列全, why: 看不懂还有什么, at: end-of-list}\n  - {word: 系统繁忙, instead: 说明什么时候恢复, why: 没有用, in: [interface]}\n  - {word: ！, instead: 句号, why: 不用感叹号}\nlimits: {sentence: 30, sentences_per_paragraph: 3}\n',
  },
  {
    path: 'words/synonyms.yaml',
    text: 'pairs:\n  - {say: [桨板, 浆板], means: 皮划艇}\n  - {say: [下水证], means: 下水登记}\n',
  },
];

const seaKayakFiles = kayakFolder(
  {
    'item.yaml': (text) =>
      text
        .replace('id: kayak', 'id: sea-kayak')
        .replace('皮划艇下水', '海上皮划艇下水')
        .replace('水上-001', '水上-002'),
    'guide.yaml': (text) =>
      text
        .replace(/route:[\s\S]*?eligibility:/, 'eligibility:')
        .replace('湖泊, 江河, 海上', '湖泊, 江河')
        .replace('    when: 水域 != "海上"\n', ''),
    'text.en.yaml': (text) => text.replace(', 海上: Sea', ''),
  },
  'sea-kayak',
);

/** A whole toy content tree: the kayak, the sea kayak it routes to, and what they refer to. */
export function kayakContent(
  changes: Record<string, (text: string) => string> = {},
  reference: readonly ContentFile[] = kayakReference,
): ContentFile[] {
  return [...kayakFolder(changes), ...seaKayakFiles, ...reference];
}
