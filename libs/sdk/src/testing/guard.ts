const { NODE_ENV, JEST_WORKER_ID, VITEST } = process.env;

// A program that decides in the place of people belongs in no production process, not even by accident.
if (NODE_ENV !== 'test' && JEST_WORKER_ID === undefined && VITEST === undefined) {
  throw new Error(
    '@orkestra/sdk/testing is for tests only. Import it from a test that Jest or Vitest runs, or set NODE_ENV=test.',
  );
}

export {};
