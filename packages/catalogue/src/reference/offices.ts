import Type, { type Static } from 'typebox';
import { closed, Day, DivisionCode, Id, ItemScope, Line, ShortTime } from './vocabulary.ts';

const WindowId = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,60}$' });

const Organisation = Type.Object(
  {
    id: Id,
    name: Type.String(),
    name_en: Type.String(),
    kind: Type.Enum(['province-bureau', 'city-bureau', 'branch', 'station', 'town-hall']),
    level: Type.Integer({ minimum: 1, maximum: 7 }),
    parent: Type.Optional(Id),
    division: DivisionCode,
    covers: Type.Array(DivisionCode),
    code: Type.String({ pattern: '^[0-9A-Z]{18}$', description: '实施主体统一社会信用代码' }),
    decides: Type.Optional(Type.Union([Type.Literal('all'), Type.Array(Line)])),
    phone: Type.String(),
  },
  closed,
);

const Window = Type.Object(
  {
    id: WindowId,
    number: Type.Integer({ minimum: 1 }),
    name: Type.String(),
    kind: Type.Enum(['comprehensive', 'issue', 'stuck', 'theme', 'priority']),
    skills: Type.Array(Id),
    where: Type.Optional(Type.String({ description: '在大厅的位置，如 2 层东侧' })),
    choose: Type.Optional(Type.Boolean({ description: '群众可以自选这个窗口预约' })),
  },
  closed,
);

const Hall = Type.Object(
  {
    id: Id,
    name: Type.String(),
    name_en: Type.String(),
    organisation: Id,
    kind: Type.Enum(['comprehensive', 'station', 'town']),
    division: DivisionCode,
    city: Type.String({ pattern: '^\\d{4}$' }),
    address: Type.String(),
    address_en: Type.String(),
    transit: Type.Optional(Type.String()),
    phone: Type.String(),
    complaint_phone: Type.String(),
    opens: Type.Array(
      Type.Object(
        { days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 })), from: ShortTime, to: ShortTime },
        closed,
      ),
    ),
    facilities: Type.Array(Type.String()),
    location: Type.Optional(Type.Object({ latitude: Type.Number(), longitude: Type.Number() }, closed)),
    languages: Type.Optional(Type.Array(Type.Enum(['zh', 'yue', 'en']))),
    items: ItemScope,
    windows: Type.Array(Window),
  },
  closed,
);

/** 机构与大厅 (offices/organisations.yaml): who has jurisdiction where, and the halls with their windows. */
export const Offices = Type.Object(
  {
    demo: Type.Optional(Type.Boolean()),
    note: Type.Optional(Type.String()),
    organisations: Type.Array(Organisation),
    halls: Type.Array(Hall),
  },
  closed,
);
export type Offices = Static<typeof Offices>;

const Holding = Type.Object(
  {
    type: Id,
    number: Type.String(),
    issued_on: Day,
    valid_until: Type.Optional(Day),
    status: Type.Optional(Type.String()),
    data: Type.Record(Type.String(), Type.Unknown()),
  },
  closed,
);

const Staff = Type.Object(
  {
    id: Id,
    name: Type.String(),
    name_en: Type.String(),
    login: Type.String(),
    staff_number: Type.String(),
    citizen_number: Type.Optional(Type.String({ description: '本人的公民身份号码，用来回避本人申请的办件' })),
    assignments: Type.Array(
      Type.Object(
        {
          role: Type.String(),
          head: Type.Optional(Type.Boolean({ description: '有批准权的负责人' })),
          organisation: Id,
          hall: Type.Optional(Id),
          window: Type.Optional(WindowId),
          items: ItemScope,
        },
        closed,
      ),
    ),
  },
  closed,
);

const Citizen = Type.Object(
  {
    id: Id,
    name: Type.String(),
    name_en: Type.String(),
    citizen_number: Type.String(),
    phone: Type.String(),
    sex: Type.Enum(['female', 'male']),
    born_on: Day,
    note: Type.String(),
    division: DivisionCode,
    lives_in: Type.Optional(DivisionCode),
    guardian: Type.Optional(Id),
    spouse: Type.Optional(Id),
    children: Type.Optional(Type.Array(Id)),
    priority: Type.Optional(Type.Enum(['elder', 'minor', 'soldier', 'talent'])),
    licences: Type.Array(Holding),
  },
  closed,
);

const Enterprise = Type.Object(
  {
    id: Id,
    name: Type.String(),
    name_en: Type.String(),
    uscc: Type.String({ pattern: '^[0-9A-Z]{18}$' }),
    legal_person: Id,
    agents: Type.Array(Id),
    phone: Type.String(),
    licences: Type.Array(Holding),
  },
  closed,
);

/** 演示人员 (offices/demo.yaml): invented staff, citizens and enterprises; loaded in demo mode only. */
export const DemoPeople = Type.Object(
  {
    demo: Type.Literal(true),
    password: Type.String(),
    totp_secret: Type.String(),
    staff: Type.Array(Staff),
    citizens: Type.Array(Citizen),
    enterprises: Type.Array(Enterprise),
    mandates: Type.Array(
      Type.Object({ id: Id, principal: Id, agent: Id, items: Type.Array(Id), until: Day }, closed),
    ),
  },
  closed,
);
export type DemoPeople = Static<typeof DemoPeople>;
