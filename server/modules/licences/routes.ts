import { familyRoutes, licencesRoutes, showsRoutes } from '@tongban/contract';
import { asMachine, type Http, serve } from '../../platform/index.ts';
import type { Licences } from './service.ts';

const sentences = {
  'licences.type': { zh: '没有这种证照', en: 'There is no such kind of licence' },
  'licences.certificate': {
    zh: '这张证照没有可以下载的证明文件',
    en: 'This licence has no certificate to download',
  },
  'licences.photo': { zh: '这张证照上没有照片', en: 'There is no portrait on this licence' },
  'licences.missing': { zh: '证照夹里没有这张证照', en: 'This licence is not in the wallet' },
  'licences.relative': {
    zh: '只能给已关联的家人，先关联',
    en: 'Only for linked relatives; link them first',
  },
  'licences.show-invalid': {
    zh: '这张证照现在不是有效的，不能亮码',
    en: 'This licence is not valid now and cannot be shown',
  },
  'licences.no-birthday': {
    zh: '这张证照上没有出生日期，证明不了年龄',
    en: 'This licence carries no date of birth and cannot prove an age',
  },
  'licences.show-forged': {
    zh: '这不是我们的亮证码，不要相信',
    en: 'This is not one of our codes; do not trust it',
  },
  'licences.show-over': {
    zh: '这个码已经失效，让对方换一个再扫',
    en: 'This code has expired; ask for a new one',
  },
  'licences.show-used': {
    zh: '这个码已经看过一次，让对方换一个再扫',
    en: 'This code has been read already; ask for a new one',
  },
  'licences.show-type': {
    zh: '您单位没有约定核验这种证照，没有查看',
    en: 'Your unit has no agreement to check this type of licence; nothing was read',
  },
  'family.not-asked': {
    zh: '没有这个请求，可能对方已经收回',
    en: 'There is no such request; it may have been taken back',
  },
  'licences.cause': {
    zh: '写明用证的事由，最多 200 个字',
    en: 'Give the cause of this use, in at most 200 characters',
  },
};

/** Serves a person's own wallet and the certificates in it. */
export function licencesHttp(http: Http, licences: Licences): void {
  http.addSentences(sentences);
  serve(http, licencesRoutes.wallet, (_, caller) => licences.wallet(caller.personId));
  serve(http, licencesRoutes.certificate, async ({ params }, caller) => {
    const { name, bytes } = await licences.certificate(caller.personId, params.licence);
    return { body: bytes, contentType: 'application/pdf', filename: name };
  });
  serveShows(http, licences);
  serveFamily(http, licences);
}

/** Whoever holds a code may read it, as the house; that a stranger read it is what the holder is told. */
const passerBy = { byId: undefined, byName: '扫码核验的人', cause: '亮码核验' };

function serveShows(http: Http, licences: Licences): void {
  serve(http, showsRoutes.create, ({ params, body }, caller, { transaction }) =>
    transaction((tx) => licences.show(tx, caller, { ...params, ...body })),
  );
  serve(http, showsRoutes.verify, ({ body }, _, { transaction, about }) => {
    // The code itself never reaches the audit.
    about('/show-codes');
    return asMachine('verifier', () => transaction((tx) => licences.readShow(tx, body.code, passerBy)));
  });
  serve(http, showsRoutes.offline, ({ params }, caller) => licences.offline(caller, params.licence));
  serve(http, showsRoutes.shared, (_, caller) => licences.sharedCards(caller));
  serve(http, showsRoutes.uses, ({ params }, caller) => licences.usesTold(caller.personId, params.licence));
  serve(http, showsRoutes.shares, ({ params }, caller) => licences.shares(caller, params.licence));
  serve(http, showsRoutes.share, ({ params, body }, caller, { transaction }) =>
    transaction((tx) => licences.share(tx, caller, { ...params, ...body })),
  );
}

function serveFamily(http: Http, { linking }: Licences): void {
  serve(http, familyRoutes.list, (_, caller) => linking.family(caller));
  serve(http, familyRoutes.ask, async ({ body }, caller, { transaction, about }) => {
    // Whom somebody asked for is told to nobody but the one who is asked.
    about('/family/asks');
    const asked = await linking.findAsked(caller, body);
    await transaction((tx) => linking.ask(tx, caller, asked));
  });
  serve(http, familyRoutes.answer, ({ params, body }, caller, { transaction }) =>
    transaction((tx) => linking.answer(tx, caller, { ...params, ...body })),
  );
  serve(http, familyRoutes.end, ({ params }, caller, { transaction }) =>
    transaction((tx) => linking.end(tx, caller, params.person)),
  );
}
