/** The frame's own words; what is shown of a case comes from the server as it is. */
const zh = {
  title: '群众屏',
  other: 'English',
  otherLang: 'en',
  starting: '正在连接',
  pair: {
    title: '输入这个配对码',
    how: ['在窗口的工作台打开“群众屏”，输入这 6 位数字。', '5 分钟内有效，过后自动换新的。'],
    code: '配对码',
  },
  idle: {
    now: '把证件交给工作人员',
    next: '要您核对和签名的内容，会显示在这里。',
  },
  away: (time: string) => `网络断了，从 ${time} 起。连上后会自动恢复，先和工作人员说。`,
  person: '办事人',
  citizenNumber: '身份证号码',
  confirm: {
    title: '核对您要办的事',
    items: (count: number) => `共 ${count} 件`,
    materials: '材料',
    fee: '费用',
    promise: '多久办好',
    undertakings: '承诺书',
    undertakingsLead: '签名也表示您同意下面的承诺。',
  },
  collect: { title: '核对您领取的证件', list: '领取的证件', number: '办件编号' },
  more: { down: '往下还有', up: '回到开头' },
  sign: {
    label: '在这里写上您的名字',
    pad: '签名处。不方便写的，按下面的“内容没错，不方便签字”',
    clear: '擦掉重写',
    send: '确认并签名',
    needed: '先在上面写上名字',
    unable: '内容没错，不方便签字',
    unableSaid: '本人看过，内容没错，不方便签字',
    wrong: '有地方不对',
    failed: '没有送到，再按一次“确认并签名”',
  },
  wrong: {
    title: '哪里不对？',
    choices: ['姓名或身份证号码', '填写的内容', '材料', '要办的事', '其他'],
    note: '想多说一句的，写在这里（可以不写）',
    send: '告诉工作人员',
    back: '返回核对',
    needed: '先选哪里不对',
  },
  thanks: {
    sign: ['签好了', '办理结果由工作人员告诉您。'],
    decline: ['已经告诉工作人员', '工作人员会来帮您。'],
  },
  aloud: { start: '读给我听', stop: '停' },
  rate: {
    title: '这次办得怎么样？',
    lead: '点一个，再点提交。工作人员看不到是谁评的。',
    why: '哪里好，哪里不好（可以不选）',
    send: '提交评价',
    back: '重新选',
    thanks: ['谢谢您的评价', '您的意见会有人看。'],
    failed: '没有送到，再按一次“提交评价”',
  },
};

type Words = typeof zh;

const en: Words = {
  title: 'Your screen',
  other: '中文',
  otherLang: 'zh-CN',
  starting: 'Connecting',
  pair: {
    title: 'Type this pairing code',
    how: [
      'Open “群众屏” on the desk of the window and type these six digits.',
      'Good for 5 minutes; then a new one appears by itself.',
    ],
    code: 'Pairing code',
  },
  idle: {
    now: 'Hand your ID to the clerk',
    next: 'What you are to check and sign will appear here.',
  },
  away: (time) => `No network since ${time}. It comes back by itself; tell the clerk for now.`,
  person: 'Applicant',
  citizenNumber: 'ID number',
  confirm: {
    title: 'Check what you apply for',
    items: (count) => (count === 1 ? '1 service' : `${count} services`),
    materials: 'Documents',
    fee: 'Fee',
    promise: 'Done within',
    undertakings: 'Undertakings',
    undertakingsLead: 'By signing you also agree to the undertakings below.',
  },
  collect: { title: 'Check what you collect', list: 'You collect', number: 'Case number' },
  more: { down: 'More below', up: 'Back to the top' },
  sign: {
    label: 'Write your name here',
    pad: 'Signature. If you cannot write, press “All correct, but I cannot sign” below',
    clear: 'Clear',
    send: 'Confirm and sign',
    needed: 'Write your name above first',
    unable: 'All correct, but I cannot sign',
    unableSaid: zh.sign.unableSaid,
    wrong: 'Something is wrong',
    failed: 'It did not get through; press “Confirm and sign” again',
  },
  wrong: {
    title: 'What is wrong?',
    choices: ['Name or ID number', 'What is filled in', 'Documents', 'The service itself', 'Something else'],
    note: 'Say more here if you like',
    send: 'Tell the clerk',
    back: 'Back',
    needed: 'Choose what is wrong first',
  },
  thanks: {
    sign: ['Signed', 'The clerk will tell you the result.'],
    decline: ['The clerk has been told', 'The clerk will come and help you.'],
  },
  aloud: { start: 'Read aloud', stop: 'Stop' },
  rate: {
    title: 'How did it go?',
    lead: 'Touch one, then send it. The clerk is not told who rated.',
    why: 'What was it (optional)',
    send: 'Send',
    back: 'Choose again',
    thanks: ['Thank you', 'Somebody will read what you said.'],
    failed: 'It did not get through; press “Send” again',
  },
};

export type Language = 'zh' | 'en';

/** The words of the frame in the chosen language. */
export const words: Readonly<Record<Language, Words>> = { zh, en };
export type FrameWords = Words;
