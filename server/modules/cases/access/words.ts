import type { Role } from '@tongban/contract';
import type { Seen } from './store.ts';

const posts: Partial<Record<Role, { zh: string; why: string }>> = {
  clerk: { zh: '窗口人员', why: '收件办理' },
  approver: { zh: '审批人员', why: '审查办件' },
  dispatcher: { zh: '分派人员', why: '分派办件' },
  supervisor: { zh: '督办人员', why: '督办' },
};

const seen: Readonly<Record<Seen, string>> = {
  case: '看了办件',
  document: '看了办件的文书',
  sitting: '在窗口看了您的资料',
  unmasking: '看了完整的',
  files: '看了您上传的文件',
  kiosk: '打开了您的办件和预约',
};

const fields: Readonly<Record<string, string>> = {
  citizenNumber: '身份证号码',
  phone: '手机号码',
  address: '住址',
};

/** Who it was, as the one looked at is told: office, post and staff number, never a name. */
export function postText(role: string, post: { office: string; staffNumber: string } | undefined): string {
  if (role === 'kiosk') return '自助终端';
  const name = posts[role as Role]?.zh ?? '工作人员';
  return [post?.office, name, post?.staffNumber]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

/** What was looked at. */
export function seenText(what: Seen, unmasked: readonly string[] = []): string {
  return `${seen[what]}${unmasked.map((field) => fields[field] ?? field).join('、')}`;
}

/** Why, where the kind of work says it. */
export function causeText(role: string): string {
  return posts[role as Role]?.why ?? '办理业务';
}
