/** Stands in for the schema library in the browser: routes keep their shape, schemas are empty. */
const Type: unknown = new Proxy({}, { get: () => () => ({}) });

// the library it stands in for is imported by its default export.
export { Type as default };
