import type { Words } from '@tongban/contract';
import type { Step } from './rules.ts';

/** One step as the person it concerns is told it. */
export function stepWords(step: Step): Words & { en: string } {
  switch (step.type) {
    case 'ordered':
      return { zh: `已向快递下单，运单号 ${step.waybill}`, en: `Courier ordered, waybill ${step.waybill}` };
    case 'sent':
      return {
        zh: `已交给快递，运单号 ${step.waybill}`,
        en: `Given to the courier, waybill ${step.waybill}`,
      };
    case 'picked-up':
      return { zh: '快递员已取件', en: 'Picked up by the courier' };
    case 'moved':
      return { zh: '运输中', en: 'On its way' };
    case 'out':
      return { zh: '正在派送', en: 'Out for delivery' };
    case 'delivered':
      return { zh: '已签收', en: 'Delivered' };
    case 'returned':
      return { zh: '没有送到，已退回办件单位', en: 'Not delivered; returned to the office' };
    case 'lost':
      return { zh: '邮件找不到了，正在处理', en: 'The parcel is lost; we are dealing with it' };
    case 'settled':
      return step.remedy === 'reissue'
        ? { zh: '邮件遗失，给您重新制作、重新寄出', en: 'Lost; we issue it anew and send it again' }
        : { zh: '邮件遗失，定为由快递赔偿', en: 'Lost; the courier is to compensate you' };
  }
}

/** What is said in refusal, for readers of English. */
export const sentences = {
  'deliveries.way': {
    zh: '这里不能这样领，换一种方式',
    en: 'It cannot be collected this way here; choose another',
  },
  'deliveries.address': {
    zh: '寄递要填收件人、手机号码和地址',
    en: 'For express, give a name, a mobile number and an address',
  },
  'deliveries.ordered': {
    zh: '快递已经下单，不能再改。要改地址，打快递公司的电话',
    en: 'The courier has been ordered; nothing can be changed. Call the courier to change the address',
  },
  'deliveries.missing': { zh: '这件没有寄递', en: 'Nothing of this case is sent' },
  'deliveries.signature': { zh: '签名不对，没有收下', en: 'The signature is wrong; nothing was taken' },
  'deliveries.news': { zh: '消息的内容看不懂，没有收下', en: 'The news cannot be read; nothing was taken' },
};
