import Type, { type Static } from 'typebox';
import { bytesBody, rawReply, route } from './route.ts';
import { closed, Day, Id, Moment, Words } from './words.ts';

const own = {
  roles: [
    ...(['citizen', 'agent', 'enterprise', 'clerk', 'approver'] as const),
    ...(['operator', 'spokesperson', 'hall-manager', 'supervisor'] as const),
  ],
  scope: 'own',
} as const;
const readers = {
  roles: [
    ...(['citizen', 'agent', 'enterprise', 'clerk', 'approver', 'dispatcher', 'supervisor'] as const),
    ...(['operator', 'spokesperson', 'hall-manager'] as const),
  ],
  scope: 'branch',
} as const;
const AtFile = Type.Object({ file: Id }, closed);

/** The largest file a person may send, in bytes. */
export const maxFileBytes = 20 * 1024 * 1024;
/** The largest part of a file in one request, in bytes. */
export const maxChunkBytes = 4 * 1024 * 1024;
export const fileTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;

/** The most files that are laid under something at once. */
export const maxFilesAtOnce = 9;
const laying = { maxItems: maxFilesAtOnce, uniqueItems: true };
export const FilesToLay = Type.Array(Id, laying);
export const SomeFiles = Type.Array(Id, { ...laying, minItems: 1 });

const kept = {
  file: Id,
  name: Type.String(),
  contentType: Type.Enum([...fileTypes]),
  bytes: Type.Integer(),
};
/** 附件: a file as it lies under something, for whoever may read it there. */
export const LaidFile = Type.Object(kept, closed);
export type LaidFile = Static<typeof LaidFile>;

/** 上传: how far a file has arrived; send the next part from `offset`. */
export const Upload = Type.Object({ ...kept, offset: Type.Integer(), complete: Type.Boolean() }, closed);
export type Upload = Static<typeof Upload>;

/** 核验: what a verify code stands for, said without any private detail. */
export const Verification = Type.Object(
  {
    code: Type.String(),
    title: Words,
    state: Type.Enum(['valid', 'expired', 'revoked', 'replaced']),
    issuer: Type.String(),
    issuedOn: Day,
    validUntil: Type.Optional(Day),
    facts: Type.Array(Type.Object({ label: Words, value: Type.String() }, closed)),
    sha256: Type.String(),
    demo: Type.Boolean(),
  },
  closed,
);
export type Verification = Static<typeof Verification>;

export const filesRoutes = {
  begin: route({
    method: 'POST',
    path: '/files',
    access: own,
    summary: 'Begin an upload that can be taken up again after a break',
    body: Type.Object(
      {
        name: Type.String({ minLength: 1, maxLength: 200 }),
        contentType: Type.String({ maxLength: 100 }),
        bytes: Type.Integer({ minimum: 0 }),
      },
      closed,
    ),
    reply: Upload,
    status: 201,
    audit: 'files.begin',
  }),
  append: route({
    method: 'PUT',
    path: '/files/:file/bytes',
    access: own,
    summary: 'Send the next part of a file',
    params: AtFile,
    headers: Type.Object({ 'upload-offset': Type.Integer({ minimum: 0 }) }),
    body: bytesBody(maxChunkBytes),
    reply: Upload,
    audit: 'files.append',
  }),
  upload: route({
    method: 'GET',
    path: '/files/:file/upload',
    access: own,
    summary: 'How far a file has arrived',
    params: AtFile,
    reply: Upload,
  }),
  read: route({
    method: 'GET',
    path: '/files/:file',
    access: readers,
    summary: 'The bytes of a file, for its owner and for staff who hold a case it belongs to',
    params: AtFile,
    reply: rawReply(...fileTypes),
  }),
  verify: route({
    method: 'GET',
    path: '/verifications/:code',
    access: 'public',
    summary: 'Check a certificate or document by the code printed on it',
    params: Type.Object({ code: Type.String({ maxLength: 40 }) }, closed),
    reply: Verification,
    limit: { max: 120, seconds: 60 },
  }),
};

/** When a sealed document was made; kept beside its number. */
export const DocumentRow = Type.Object(
  {
    document: Id,
    kind: Type.String(),
    title: Words,
    number: Type.String(),
    madeAt: Moment,
    code: Type.String(),
  },
  closed,
);
export type DocumentRow = Static<typeof DocumentRow>;
