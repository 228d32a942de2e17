/** An answer as it came over the wire. */
export type GeoAnswer = { readonly status: number; readonly type: string; readonly text: string };
/** Carries a request: a method, an address with its query, and a form where something is posted. */
type Carry = (sent: { method: 'GET' | 'POST'; url: string; form?: string }) => Promise<GeoAnswer>;
type Values = Readonly<Record<string, string>>;
type Client = { readonly base: string; readonly jurisdiction?: string; readonly key?: string };

/**
 * A client made from the text of GeoReport v2 and nothing else: names and addresses of wiki.open311.org, arguments in the query, what
 * is posted as a form, the key with what is posted. The updates are those of the extension FixMyStreet published.
 */
export function createGeoReportClient(carry: Carry, { base, jurisdiction, key }: Client) {
  const place: Values = jurisdiction === undefined ? {} : { jurisdiction_id: jurisdiction };
  const signed: Values = key === undefined ? {} : { api_key: key };
  const get = (path: string, values: Values = {}) =>
    carry({ method: 'GET', url: `${base}/${path}?${new URLSearchParams({ ...place, ...values })}` });
  const post = (path: string, values: Values) =>
    carry({
      ...{ method: 'POST', url: `${base}/${path}` },
      form: new URLSearchParams({ ...place, ...signed, ...values }).toString(),
    });
  return {
    discovery: (format = 'xml') => get(`discovery.${format}`),
    services: (format = 'xml') => get(`services.${format}`),
    definition: (code: string, format = 'xml') => get(`services/${code}.${format}`),
    create: (values: Values, format = 'xml') => post(`requests.${format}`, values),
    requests: (values: Values = {}, format = 'xml') => get(`requests.${format}`, values),
    request: (id: string, values: Values = {}, format = 'xml') => get(`requests/${id}.${format}`, values),
    token: (token: string, format = 'xml') => get(`tokens/${token}.${format}`),
    updates: (values: Values = {}, format = 'xml') => get(`servicerequestupdates.${format}`, values),
    update: (values: Values, format = 'xml') => post(`servicerequestupdates.${format}`, values),
    get,
    post,
  };
}

/** One element of a document: its name, the words in it, and the elements in it. */
type Element = { readonly name: string; readonly text: string; readonly inner: readonly Element[] };
type Open = { name: string; text: string; inner: Element[] };

/** Reads a document as XML 1.0 has it: one root, tags that close in order, no sign that is not written as an entity. */
export function readXml(document: string): Element {
  const [, body] = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*([\s\S]*?)\s*$/.exec(document) ?? [];
  if (body === undefined) throw new Error('no XML declaration');
  const root: Open = { name: '', text: '', inner: [] };
  const stack: Open[] = [root];
  for (const [, closing, name, lone, text] of body.matchAll(/<(\/?)([a-z_]+)(\/?)>|([^<]+)/g))
    step(stack, { closing, name, lone, text });
  const written = body.replaceAll(/<\/?[a-z_]+\/?>/g, '');
  if (/<|&(?!amp;|lt;|gt;|quot;|apos;)/.test(written)) throw new Error('a sign that is no entity');
  const [only, ...others] = root.inner;
  if (only === undefined || others.length > 0 || stack.length !== 1) throw new Error('not one root');
  return only;
}

type Piece = Readonly<Record<'closing' | 'name' | 'lone' | 'text', string | undefined>>;

function step(stack: Open[], { closing, name, lone, text }: Piece): void {
  const top = stack.at(-1);
  if (top === undefined) throw new Error('more is closed than was opened');
  if (text !== undefined) {
    top.text += unescaped(text);
  } else if (closing === '/') {
    if (top.name !== name) throw new Error(`${name} closes ${top.name}`);
    stack.pop();
  } else {
    const fresh: Open = { name: name ?? '', text: '', inner: [] };
    top.inner.push(fresh);
    if (lone !== '/') stack.push(fresh);
  }
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(/&([a-z]+);/g, (_, name: string) => signs[name] ?? '');
}

/** The elements of a list as records of what stands in them. */
export function rowsOf(document: string): Record<string, string>[] {
  return readXml(document).inner.map(({ inner }) =>
    Object.fromEntries(inner.map(({ name, text }) => [name, text])),
  );
}
