import type { CaseDeliveries, Delivery } from '@tongban/contract';
import type { Visit } from '../visit.ts';

/** One way to get a result, and what it means for the person. */
export function wayLabel({ say }: Visit, way: Delivery['way'], office: CaseDeliveries['office']) {
  const where = office.address === undefined ? office.name : `${office.name}，${office.address}`;
  switch (way) {
    case 'window':
      return {
        label: say('到窗口领', 'At the window'),
        hint: say(`带身份证到${where}`, `With your card, at ${where}`),
      };
    case 'locker':
      return {
        label: say('到自助柜领', 'From a locker'),
        hint: say('大厅的自助柜，刷身份证、按指纹打开', 'In the hall; opened with your card and finger'),
      };
    case 'express':
      return {
        label: say('快递寄给我', 'By express'),
        hint: say('办好就寄，可以看送到哪里了', 'Sent when ready, with tracking'),
      };
  }
}

/** Where a parcel is, in a few words. */
export function stateText({ say }: Visit, { state, way, purpose }: Delivery): string {
  switch (state) {
    case 'planned':
      if (way !== 'express') return say('办好以后通知您来领', 'We tell you when it is ready');
      return purpose === 'originals'
        ? say('正在叫快递', 'Ordering the courier')
        : say('办好以后寄出', 'Sent when it is ready');
    case 'ordered':
      return purpose === 'originals'
        ? say('已叫快递，等着上门取', 'Courier ordered; it will come to you')
        : say('已叫快递，等着取件', 'Courier ordered');
    case 'under-way':
      return say('在路上', 'On its way');
    case 'delivered':
      return purpose === 'originals'
        ? say('办件单位收到了', 'The office has them')
        : say('已签收', 'Delivered');
    case 'returned':
      return say('没有送到，退回办件单位了', 'Not delivered; back at the office');
    case 'lost':
      return say('邮件找不到了，正在处理', 'Lost; we are dealing with it');
    case 'reissued':
      return say('重新制作，重新寄出', 'Issued anew, to be sent again');
    case 'compensated':
      return say('邮件遗失，定为由快递赔偿', 'Lost; the courier is to compensate you');
  }
}
