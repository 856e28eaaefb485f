/** What tests and benchmarks are, and the files of a lib or an app that are open to them. */
const SPEC = '^(apps|libs|examples)/([^/]+)/(test/|.+\\.((int-)?spec|examples)\\.tsx?$)';
const TESTS = ['^test/', '^(apps|libs|examples)/[^/]+/(test/|.+\\.(int-)?spec\\.tsx?$)'];
const TESTING = '^libs/.+/testing(\\.ts$|/)';
const DOORS = [
  '^libs/[^/]+/src/(index|worker)\\.ts$',
  '^libs/sdk/src/interceptors\\.ts$',
  '^libs/sdk/src/codec/index\\.ts$',
  '^libs/agents/src/(ai-sdk|anthropic)\\.ts$',
  TESTING,
];

/** Compares the form of the server, of the browser and of the SDK, so it reaches into all three. */
const THREE_SIDES = '^apps/admin/src/.+/three-sides\\.spec\\.ts$';
/** Run an app inside their own process, or compare what two programs do with the same rows. */
const IN_PROCESS = [
  '^test/harness/domain\\.ts$',
  '^test/mcp/(conformance-fixture/start-fixture|gateway-in-process|(listeners|permissions)\\.e2e-spec)\\.ts$',
  '^test/cli/command-table\\.spec\\.ts$',
  '^test/api-gateway/(gateways-in-process|(permissions|planned-queries|pressure|task-filters)\\.e2e-spec)\\.ts$',
];
/** Measures a lib's SQL without the server around it. */
const BARE_SQL = '^bench/inbox-reader\\.ts$';

/** A rule that orders the rooms of one lib or app does not bind specs: a spec may import all of its own lib. */
const sparingSpecs = (rule) => ({
  ...rule,
  from: { ...rule.from, pathNot: [rule.from.pathNot ?? [], SPEC].flat() },
});

/** The rooms of the harness, lowest first: each may import those before it. */
const HARNESS_FLOORS = ['eventually\\.ts', 'run/', '(servers|database)/', 'system/', 'browser/'];
const harnessFloors = HARNESS_FLOORS.map((room, floor) => ({
  name: `harness-floor-${floor}`,
  from: { path: `^test/harness/${room}` },
  to: { path: '^test/harness/', pathNot: `^test/harness/(${HARNESS_FLOORS.slice(0, floor + 1).join('|')})` },
}));

const testRules = [
  {
    name: 'specs-to-other-libs-only-through-doors',
    from: { path: SPEC, pathNot: THREE_SIDES },
    to: { path: '^libs/[^/]+/(src|test)/', pathNot: ['^$1/$2/', ...DOORS] },
  },
  {
    name: 'tests-only-through-doors',
    from: { path: '^test/', pathNot: IN_PROCESS },
    to: {
      path: '^(apps|libs)/',
      pathNot: [...DOORS, '^libs/[^/]+/test/', '^apps/local/src/index\\.ts$'],
    },
  },
  // A benchmark measures the product as `npm start` builds it, so it brings its own stack instead of the harness.
  { name: 'bench-not-to-tests', from: { path: '^bench/' }, to: { path: '^test/' } },
  {
    name: 'bench-only-through-doors',
    from: { path: '^bench/', pathNot: BARE_SQL },
    to: { path: '^(apps|libs)/', pathNot: DOORS },
  },
  { name: 'nothing-imports-bench', from: { pathNot: '^bench/' }, to: { path: '^bench/' } },
  { name: 'nothing-imports-a-spec', from: {}, to: { path: '\\.(int-|e2e-)?spec\\.tsx?$' } },
  {
    name: 'only-tests-import-tests',
    from: { pathNot: TESTS },
    to: { path: ['^test/', '^libs/[^/]+/test/'] },
  },
  {
    name: 'specs-import-only-the-harness',
    from: { path: '^(apps|libs|examples)/' },
    to: { path: '^test/', pathNot: '^test/harness/' },
  },
  {
    name: 'testing-only-for-tests',
    from: { pathNot: [...TESTS, TESTING, '^bench/', SPEC] },
    to: { path: TESTING, pathNot: '^libs/sdk/' },
  },
  ...harnessFloors,
].map((rule) => ({ severity: 'error', ...rule }));

module.exports = { sparingSpecs, testRules, THREE_SIDES };
