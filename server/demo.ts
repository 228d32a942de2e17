import type { ItemEdition } from '@tongban/catalogue';
import type { DemoPeople } from '@tongban/catalogue/author';
import type { IdentityCard, Role } from '@tongban/contract';
import { portraitOf } from './demo-portrait.ts';
import type { Identity, NewStaff } from './modules/identity/index.ts';
import type { Licences } from './modules/licences/index.ts';
import type { Offices } from './modules/offices/index.ts';
import { type Db, transaction } from './platform/index.ts';

type House = {
  db: Db;
  identity: Identity;
  licences: Licences;
  offices: Offices;
  editions: readonly ItemEdition[];
};
type Staff = DemoPeople['staff'][number];
type Post = Staff['assignments'][number];

/** 演示: opens the accounts of the invented staff and fills the wallets of the invented citizens; once. */
export async function seedDemo(house: House, people: DemoPeople): Promise<void> {
  const { db, identity, licences } = house;
  const [first] = people.staff;
  if (first === undefined || (await identity.hasAccount(first.login))) return;
  await transaction(db, async (tx) => {
    for (const staff of people.staff) await identity.enrolStaff(tx, accountOf(house, people, staff));
    for (const citizen of people.citizens) {
      const personId = await identity.enrolCitizen(tx, {
        name: citizen.name,
        citizenNumber: citizen.citizen_number,
        phone: citizen.phone,
        division: citizen.division,
      });
      for (const held of citizen.licences) await licences.addExisting(tx, walletEntry(personId, held));
    }
  });
}

/** 模拟读卡器: the identity cards of the invented citizens, as they lie in the tray. */
export function cardsOf({ citizens }: DemoPeople): IdentityCard[] {
  return citizens.map(({ name, citizen_number: citizenNumber, licences }) => {
    const address = licences.find(({ type }) => type === 'resident-id')?.data.address;
    return { name, citizenNumber, ...(typeof address === 'string' ? { address } : {}) };
  });
}

/** How to sign in to the demo, for the terminal. */
export function demoWelcome(people: DemoPeople): string[] {
  const [citizen] = people.citizens;
  const logins = people.staff.slice(0, 7).map((staff) => `${staff.login}（${staff.name}）`);
  return [
    `群众登录 · citizen: 手机 ${citizen?.phone} 姓名 ${citizen?.name} 身份证号 ${citizen?.citizen_number}（验证码显示在页面上）`,
    `工作人员 · staff: ${logins.join(' ')}`,
    `密码 · password: ${people.password}    动态码 · code: npm run code（密钥 · secret ${people.totp_secret}）`,
  ];
}

function walletEntry(holderId: string, held: DemoPeople['citizens'][number]['licences'][number]) {
  return {
    holderId,
    type: held.type,
    number: held.number,
    issuedOn: held.issued_on,
    data: held.data,
    ...(held.type === 'resident-id' ? { photo: photoOf(held.number) } : {}),
    ...(held.valid_until === undefined ? {} : { validUntil: held.valid_until }),
  };
}

function photoOf(citizenNumber: string) {
  return { contentType: 'image/png', bytes: portraitOf(citizenNumber) };
}

function accountOf(house: House, people: DemoPeople, staff: Staff): NewStaff {
  return {
    name: staff.name,
    login: staff.login,
    staffNumber: staff.staff_number,
    password: people.password,
    totpSecret: people.totp_secret,
    ...(staff.citizen_number === undefined ? {} : { citizenNumber: staff.citizen_number }),
    assignments: staff.assignments.map((post) => postOf(house, post)),
  };
}

function postOf({ offices, editions }: House, post: Post): NewStaff['assignments'][number] {
  const organisation = offices.organisation(post.organisation);
  if (organisation === undefined) throw new Error(`demo: no organisation ${post.organisation}`);
  const items = itemsOf(editions, post.items);
  const hall = post.hall === undefined ? undefined : offices.hall(post.hall);
  return {
    // Roles of demo people are checked when content is loaded.
    role: post.role as Role,
    office: organisation.id,
    officeName: hall?.name ?? organisation.name,
    branch: organisation.branch,
    head: post.head === true,
    ...(post.hall === undefined ? {} : { hall: post.hall }),
    ...(post.window === undefined ? {} : { window: post.window }),
    ...(items === undefined ? {} : { items }),
  };
}

function itemsOf(editions: readonly ItemEdition[], scope: Post['items']): string[] | undefined {
  if (scope === 'all') return undefined;
  const { lines = [], items = [] } = scope;
  return editions
    .map(({ folder }) => folder.item)
    .filter((item) => items.includes(item.id) || lines.some((line) => line === item.line))
    .map((item) => item.id);
}
