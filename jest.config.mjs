const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
};

/** @type {import('jest').Config} */
const shared = {
  rootDir: '.',
  testEnvironment: 'node',
  transform: {
    '\\.tsx?$': ['@swc/jest', swc],
    '\\.m?js$': ['@swc/jest', { ...swc, jsc: { target: 'es2022' } }],
  },
  // Nest 12 is ESM only and Jest cannot require ES modules, so these packages are compiled on the fly.
  transformIgnorePatterns: [
    'node_modules/(?!(@nestjs|@simplewebauthn|@levischuck|@x0k|@borewit|@tokenizer|file-type|strtok3|token-types|uint8array-extras|temporal-polyfill|temporal-utils|openid-client|oauth4webapi|oidc-provider|jose|email-reply-parser|ms|p-limit|yocto-queue)/)',
  ],
  moduleNameMapper: {
    '^@orkestra/(core|json-schema|tenancy|conversations|tasks|workflows|privacy|notifications)$':
      '<rootDir>/libs/$1/src/index.ts',
    '^@orkestra/workflows/worker$': '<rootDir>/libs/workflows/src/worker.ts',
    '^@orkestra/sdk$': '<rootDir>/libs/sdk/src/index.ts',
    '^@orkestra/sdk/codec$': '<rootDir>/libs/sdk/src/codec/index.ts',
    '^@orkestra/sdk/connection$': '<rootDir>/libs/sdk/src/connection/index.ts',
    '^@orkestra/sdk/interceptors$': '<rootDir>/libs/sdk/src/interceptors.ts',
    '^@orkestra/agents$': '<rootDir>/libs/agents/src/index.ts',
    '^@orkestra/agents/(ai-sdk|anthropic)$': '<rootDir>/libs/agents/src/$1.ts',
    '^@orkestra/sdk/testing$': '<rootDir>/libs/sdk/src/testing/index.ts',
  },
  modulePathIgnorePatterns: [
    '<rootDir>/dist',
    '<rootDir>/libs/(sdk|cli|agents|server|dev|create-orkestra)/dist',
    '<rootDir>/examples/.*/dist',
    '<rootDir>/site/(node_modules|content|dist|.docusaurus)',
  ],
};

/** @type {import('jest').Config} */
const config = {
  // A worker that has grown is replaced between two files: what modules leave behind adds up over a whole run.
  workerIdleMemoryLimit: '1.5GB',
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs,examples,test}/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/libs/**/*.int-spec.ts'],
      globalSetup: '<rootDir>/test/harness/run/global-setup.ts',
      globalTeardown: '<rootDir>/test/harness/run/global-teardown.ts',
    },
    {
      ...shared,
      displayName: 'system',
      testMatch: ['<rootDir>/test/**/*.e2e-spec.ts'],
      globalSetup: '<rootDir>/test/harness/run/global-setup.ts',
      globalTeardown: '<rootDir>/test/harness/run/global-teardown.ts',
      setupFilesAfterEnv: ['<rootDir>/test/harness/system/stop-systems.ts'],
    },
  ],
  reporters: ['default', '<rootDir>/test/harness/run/failure-log.cjs'],
  maxWorkers: 2,
  testTimeout: 120_000,
};

export default config;
