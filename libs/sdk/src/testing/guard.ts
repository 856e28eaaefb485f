// Node's own runner sets NODE_TEST_CONTEXT for the files that it runs.
const { NODE_ENV, JEST_WORKER_ID, VITEST, NODE_TEST_CONTEXT } = process.env;

// A program that decides in the place of people belongs in no production process, not even by accident.
if (NODE_ENV !== 'test' && !(JEST_WORKER_ID ?? VITEST ?? NODE_TEST_CONTEXT)) {
  throw new Error(
    '@orkestra/sdk/testing is for tests only. Import it from a test that Jest, Vitest or node --test runs, or set NODE_ENV=test.',
  );
}

export {};
