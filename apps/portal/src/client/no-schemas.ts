/** Stands in for the schema library in the browser: routes keep their shape, schemas are empty. */
const Type: unknown = new Proxy({}, { get: () => () => ({}) });

export { Type as default };
