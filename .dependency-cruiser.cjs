/* The floors of the house. Each rule is one sentence; break one and the build says which. */
const { street: sections } = require('./floors.json');

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const street = Object.values(sections).flat();

// A module may import the doors of the modules listed before it in floors.json, never of those after it.
const upward = street.slice(0, -1).map((room, i) =>
  rule(
    `${room}-knows-nothing-to-its-right`,
    `${room} stands left of ${street.slice(i + 1).join(', ')}; tell them by publishing an event.`,
    // A test may be played in a house with more rooms.
    { path: `^server/modules/${room}/`, pathNot: '\\.(test|fixture)\\.ts$' },
    { path: `^server/modules/(${street.slice(i + 1).join('|')})/` },
  ),
);

module.exports = {
  forbidden: [
    rule(
      'no-cycles',
      'Two files that need each other are one file, or miss a third.',
      {},
      { circular: true },
    ),
    rule(
      'packages-are-pure',
      'packages/ holds thought without hands: no server, no screen, no content files.',
      { path: '^packages/' },
      { path: '^(server|apps|content|bench|e2e|scripts)/' },
    ),
    rule(
      'packages-use-no-node',
      'packages/ runs in a browser too.',
      { path: '^packages/[^/]+/src/', pathNot: '\\.test\\.ts$' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'screens-talk-only-by-contract',
      'apps/ never import server/.',
      { path: '^apps/' },
      { path: '^(server|scripts)/' },
    ),
    rule(
      'screens-do-not-know-each-other',
      'What two screens share lives in apps/ui or apps/tokens.',
      { path: '^apps/(?!ui/|tokens/)([^/]+)/' },
      { path: '^apps/(?!ui/|tokens/)([^/]+)/', pathNot: '^apps/$1/' },
    ),
    rule(
      'the-kit-knows-no-screen',
      'apps/ui and apps/tokens serve every screen and know none.',
      { path: '^apps/(ui|tokens)/' },
      { path: '^apps/(?!ui/|tokens/)' },
    ),
    rule(
      'server-knows-no-screen',
      'Pages come from a built bundle, loaded as an artefact.',
      { path: '^server/' },
      { path: '^apps/' },
    ),
    rule(
      'platform-knows-no-business',
      'server/platform serves every module and knows none.',
      { path: '^server/platform/' },
      { path: '^server/(modules|app|main)' },
    ),
    rule(
      'modules-do-not-know-the-house',
      'A module is built by app.ts and never reaches for it.',
      { path: '^server/modules/' },
      { path: '^server/(app|main)\\.ts$' },
    ),
    rule(
      'modules-have-one-door',
      'Enter another module by its index.ts.',
      { path: '^server/modules/([^/]+)/' },
      // A test may borrow the house another module's tests are played in.
      { path: '^server/modules/([^/]+)/(?!index\\.ts$)', pathNot: '^server/modules/$1/|\\.fixture\\.ts$' },
    ),
    rule(
      'the-house-enters-by-doors',
      'What stands beside app.ts uses modules by their index.ts.',
      { path: '^server/[^/]+\\.ts$', pathNot: '\\.(test|fixture)\\.ts$' },
      { path: '^server/modules/([^/]+)/(?!index\\.ts$)' },
    ),
    rule(
      'store-is-private',
      'Only a service or a job reads its store.',
      { path: '^server/modules/[^/]+/(routes|rules|events)' },
      { path: '^server/modules/[^/]+/store' },
    ),
    rule(
      'routes-do-not-touch-sql',
      'Only stores and the platform speak to the database driver.',
      { path: '^server/modules/[^/]+/(?!store)', pathNot: '\\.test\\.ts$' },
      { path: 'node_modules/(kysely|pg)/' },
    ),
    rule(
      'the-street-is-complete',
      'Every module stands on the street of floors.json.',
      {},
      { path: `^server/modules/(?!(${street.join('|')})/)` },
    ),
    ...upward,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsConfig: { fileName: 'tsconfig.server.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
