import type { GuideSource } from '@tongban/guide/author';

/**
 * 市外迁入—投靠配偶 as a guide of 23 questions and 53 outcomes, a fixture for measuring only.
 * Source: recalled practice in one province; not an official guide and not the published item.
 */
export const spouse: GuideSource = {
  facts: [
    {
      id: '投靠人身份',
      ask: '投靠人身份？',
      type: 'choice',
      role: 'situation',
      options: ['普通居民', '现役军人', '国家工作人员调动'],
      prior: [0.97, 0.02, 0.01],
    },
    {
      id: '原户籍地',
      ask: '原户籍地？',
      type: 'choice',
      role: 'situation',
      options: ['省内其他市', '外省', '港澳台', '国外'],
      prior: [0.5, 0.47, 0.02, 0.01],
    },
    {
      id: '原户口类型',
      ask: '原户口类型？',
      type: 'choice',
      role: 'situation',
      options: ['家庭户', '单位集体户', '学生集体户'],
      prior: [0.85, 0.1, 0.05],
      when: '原户籍地 in ("省内其他市","外省")',
    },
    {
      id: '结婚登记地',
      ask: '结婚登记地？',
      type: 'choice',
      role: 'situation',
      options: ['内地', '港澳台', '国外'],
      prior: [0.97, 0.02, 0.01],
    },
    {
      id: '结婚证',
      ask: '结婚证？',
      type: 'choice',
      role: 'modifier',
      options: ['持有', '遗失'],
      prior: [0.93, 0.07],
      when: '结婚登记地 = "内地"',
    },
    {
      id: '再婚',
      ask: '再婚？',
      type: 'choice',
      role: 'situation',
      options: ['双方初婚', '离异后再婚', '丧偶后再婚'],
      prior: [0.8, 0.17, 0.03],
    },
    {
      id: '婚龄月',
      ask: '婚龄月？',
      type: 'number',
      role: 'situation',
      min: 0,
      prior: [0.25, 0.75],
    },
    {
      id: '投靠人年龄',
      ask: '投靠人年龄？',
      type: 'number',
      role: 'situation',
      min: 20,
      max: 120,
      prior: [0.85, 0.15],
    },
    {
      id: '被投靠人户口',
      ask: '被投靠人户口？',
      type: 'choice',
      role: 'situation',
      options: ['家庭户户主', '家庭户成员', '单位集体户', '社区公共户'],
      prior: [0.5, 0.35, 0.1, 0.05],
    },
    {
      id: '户主到场',
      ask: '户主到场？',
      type: 'bool',
      role: 'modifier',
      prior: [0.4, 0.6],
      when: '被投靠人户口 = "家庭户成员"',
    },
    {
      id: '住所',
      ask: '住所？',
      type: 'choice',
      role: 'situation',
      options: ['夫妻一方房产', '直系亲属房产', '公共租赁住房', '租赁私房', '无合法住所'],
      prior: [0.6, 0.2, 0.05, 0.1, 0.05],
      when: '被投靠人户口 in ("家庭户户主","家庭户成员")',
    },
    {
      id: '产权共有',
      ask: '产权共有？',
      type: 'bool',
      role: 'situation',
      prior: [0.6, 0.4],
      when: '住所 in ("夫妻一方房产","直系亲属房产") and 被投靠人户口 in ("家庭户户主","家庭户成员")',
    },
    {
      id: '已领产权证',
      ask: '已领产权证？',
      type: 'bool',
      role: 'situation',
      prior: [0.2, 0.8],
      when: '住所 in ("夫妻一方房产","直系亲属房产") and 被投靠人户口 in ("家庭户户主","家庭户成员")',
    },
    {
      id: '迁入农村',
      ask: '迁入农村？',
      type: 'bool',
      role: 'situation',
      prior: [0.8, 0.2],
      when: '被投靠人户口 in ("家庭户户主","家庭户成员")',
    },
    {
      id: '随迁子女',
      ask: '随迁子女？',
      type: 'choice',
      role: 'situation',
      options: ['无', '一人', '两人及以上'],
      prior: [0.6, 0.3, 0.1],
    },
    {
      id: '子女来源',
      ask: '子女来源？',
      type: 'multi',
      role: 'situation',
      options: ['婚生', '非婚生', '收养', '前婚子女'],
      prior: [0.85, 0.05, 0.02, 0.1],
      when: '随迁子女 != "无"',
    },
    {
      id: '子女满16',
      ask: '子女满16？',
      type: 'bool',
      role: 'situation',
      prior: [0.9, 0.1],
      when: '随迁子女 != "无"',
    },
    {
      id: '出生证遗失',
      ask: '出生证遗失？',
      type: 'bool',
      role: 'modifier',
      prior: [0.92, 0.08],
      when: '随迁子女 != "无"',
    },
    {
      id: '身份证',
      ask: '身份证？',
      type: 'choice',
      role: 'modifier',
      options: ['有效', '过期或遗失'],
      prior: [0.95, 0.05],
    },
    {
      id: '证件信息一致',
      ask: '证件信息一致？',
      type: 'choice',
      role: 'situation',
      options: ['一致', '姓名不一致', '出生日期不一致'],
      prior: [0.95, 0.03, 0.02],
    },
    {
      id: '办理人',
      ask: '办理人？',
      type: 'choice',
      role: 'modifier',
      options: ['本人', '近亲属代办', '其他人代办'],
      prior: [0.85, 0.12, 0.03],
    },
    {
      id: '授权电子证照',
      ask: '授权电子证照？',
      type: 'bool',
      role: 'modifier',
      prior: [0.3, 0.7],
    },
    {
      id: '邮寄领取',
      ask: '邮寄领取？',
      type: 'bool',
      role: 'modifier',
      prior: [0.4, 0.6],
    },
  ],
  constraints: [
    '随迁子女 = "无" or 子女来源.婚生 or 子女来源.非婚生 or 子女来源.收养 or 子女来源.前婚子女',
    'not(随迁子女 = "一人" and ((子女来源.婚生 and 子女来源.非婚生) or (子女来源.婚生 and 子女来源.收养) or (子女来源.婚生 and 子女来源.前婚子女) or (子女来源.非婚生 and 子女来源.收养) or (子女来源.非婚生 and 子女来源.前婚子女) or (子女来源.收养 and 子女来源.前婚子女)))',
  ],
  route: [
    {
      to: '转随军',
      when: '投靠人身份 = "现役军人"',
    },
    {
      to: '转干部调动',
      when: '投靠人身份 = "国家工作人员调动"',
    },
    {
      to: '转港澳台定居',
      when: '投靠人身份 = "普通居民" and 原户籍地 = "港澳台"',
    },
    {
      to: '转华侨回国',
      when: '投靠人身份 = "普通居民" and 原户籍地 = "国外"',
    },
  ],
  eligibility: [
    {
      id: '婚龄不足',
      verdict: 'no',
      when: '原户籍地 = "外省" and 婚龄月 < 12 and 投靠人年龄 < 50',
    },
  ],
  channel: [
    {
      id: '全程网办',
      when: '结婚登记地 = "内地" and 结婚证 = "持有" and 授权电子证照 and 证件信息一致 = "一致" and 办理人 = "本人" and 随迁子女 = "无"',
    },
    {
      id: '跨省通办',
      when: '原户籍地 = "外省" and 原户口类型 != "学生集体户"',
    },
    {
      id: '省内一站式',
      when: '原户籍地 = "省内其他市"',
    },
  ],
  limit: [
    {
      id: '3工作日',
      when: '原户籍地 = "省内其他市" and 再婚 = "双方初婚" and 证件信息一致 = "一致"',
    },
    {
      id: '20工作日',
      when: 'not(原户籍地 = "省内其他市" and 再婚 = "双方初婚" and 证件信息一致 = "一致")',
    },
  ],
  fee: [
    {
      id: '身份证工本费20',
      when: '身份证 = "过期或遗失" and 投靠人年龄 >= 16',
    },
  ],
  materials: [
    {
      id: '入户申请书',
    },
    {
      id: '投靠人户口簿',
      when: '原户口类型 = "家庭户" and not(授权电子证照)',
    },
    {
      id: '集体户口个人页',
      when: '原户口类型 = "单位集体户"',
    },
    {
      id: '学校保卫处户籍证明',
      when: '原户口类型 = "学生集体户"',
    },
    {
      id: '投靠人居民身份证',
      when: '身份证 = "有效" and not(授权电子证照)',
    },
    {
      id: '临时身份证明申请',
      when: '身份证 = "过期或遗失"',
    },
    {
      id: '被投靠人户口簿',
      when: '被投靠人户口 in ("家庭户户主","家庭户成员") and not(授权电子证照)',
    },
    {
      id: '被投靠人集体户个人页',
      when: '被投靠人户口 in ("单位集体户","社区公共户")',
    },
    {
      id: '单位同意入户证明',
      when: '被投靠人户口 = "单位集体户"',
    },
    {
      id: '被投靠人身份证',
      when: 'not(授权电子证照)',
    },
    {
      id: '户主同意书',
      when: '被投靠人户口 = "家庭户成员" and not(户主到场)',
    },
    {
      id: '户主身份证',
      when: '被投靠人户口 = "家庭户成员" and not(授权电子证照)',
    },
    {
      id: '结婚证',
      when: '结婚登记地 = "内地" and 结婚证 = "持有" and not(授权电子证照)',
    },
    {
      id: '婚姻登记记录证明',
      when: '结婚登记地 = "内地" and 结婚证 = "遗失" and not(授权电子证照)',
    },
    {
      id: '港澳台结婚公证书',
      when: '结婚登记地 = "港澳台"',
    },
    {
      id: '国外结婚证使领馆认证',
      when: '结婚登记地 = "国外"',
    },
    {
      id: '外文译本',
      when: '结婚登记地 = "国外"',
    },
    {
      id: '离婚证或判决书',
      when: '再婚 = "离异后再婚"',
    },
    {
      id: '原配偶死亡证明',
      when: '再婚 = "丧偶后再婚" and not(授权电子证照)',
    },
    {
      id: '不动产权证书',
      when: '住所 in ("夫妻一方房产","直系亲属房产") and 已领产权证 and not(授权电子证照)',
    },
    {
      id: '购房合同备案及完税凭证',
      when: '住所 in ("夫妻一方房产","直系亲属房产") and 被投靠人户口 in ("家庭户户主","家庭户成员") and not(已领产权证)',
    },
    {
      id: '共有人同意书',
      when: '产权共有',
    },
    {
      id: '直系亲属关系证明',
      when: '住所 = "直系亲属房产" and 被投靠人户口 in ("家庭户户主","家庭户成员") and not(授权电子证照)',
    },
    {
      id: '产权人同意入户声明',
      when: '住所 = "直系亲属房产" and 被投靠人户口 in ("家庭户户主","家庭户成员")',
    },
    {
      id: '公租房租赁合同',
      when: '住所 = "公共租赁住房"',
    },
    {
      id: '租赁备案凭证',
      when: '住所 = "租赁私房"',
    },
    {
      id: '居委会接收公共户意见',
      when: '(住所 = "无合法住所" or 被投靠人户口 = "社区公共户")',
    },
    {
      id: '村集体经济组织意见',
      when: '迁入农村',
    },
    {
      id: '子女出生医学证明',
      when: '随迁子女 != "无" and (子女来源.婚生 or 子女来源.非婚生) and not(出生证遗失)',
    },
    {
      id: '出生医学证明补发申请',
      when: '出生证遗失 and (子女来源.婚生 or 子女来源.非婚生)',
    },
    {
      id: '亲子鉴定意见书',
      when: '子女来源.非婚生',
    },
    {
      id: '收养登记证',
      when: '子女来源.收养',
    },
    {
      id: '抚养权判决或协议',
      when: '子女来源.前婚子女',
    },
    {
      id: '另一方父母同意书',
      when: '子女来源.前婚子女 and not(再婚 = "丧偶后再婚")',
    },
    {
      id: '子女身份证',
      when: '子女满16',
    },
    {
      id: '子女在读证明',
      when: '子女满16',
    },
    {
      id: '姓名变更证明',
      when: '证件信息一致 = "姓名不一致"',
    },
    {
      id: '出生日期更正证明',
      when: '证件信息一致 = "出生日期不一致"',
    },
    {
      id: '委托书',
      when: '办理人 != "本人"',
    },
    {
      id: '代办人身份证',
      when: '办理人 != "本人" and not(授权电子证照)',
    },
    {
      id: '委托公证书',
      when: '办理人 = "其他人代办"',
    },
    {
      id: '邮寄地址确认书',
      when: '邮寄领取',
    },
  ],
};
