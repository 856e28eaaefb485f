const saved = { ...process.env };

afterEach(() => {
  jest.resetModules();
  process.env = { ...saved };
});

const load = (variables: NodeJS.ProcessEnv) => () => {
  process.env = variables;
  jest.isolateModules(() => jest.requireActual<object>('./guard'));
};

describe('the test kit', () => {
  it.each([[{}], [{ NODE_ENV: 'production' }], [{ NODE_ENV: 'development' }]])(
    'refuses to load outside tests: %j',
    (variables) => expect(load(variables)).toThrow('@orkestra/sdk/testing is for tests only.'),
  );

  it.each([
    [{ NODE_ENV: 'test' }],
    [{ JEST_WORKER_ID: '1' }],
    [{ NODE_TEST_CONTEXT: 'child-v8' }],
    [{ VITEST: 'true', NODE_ENV: 'production' }],
  ])('loads in tests: %j', (variables) => expect(load(variables)).not.toThrow());
});
