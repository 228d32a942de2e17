/** What the apps are built with. */
export { machineApp } from './machine-app.ts';
export { noSchemas, tokens } from './plugins.ts';
