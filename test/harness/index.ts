export { asAdmin, createTestDatabase, type TestDatabase } from './database';
export { eventually } from './eventually';
export { startSystem, type SystemOptions } from './start-system';
export { type TestSystem } from './system';
export { createTestNamespace, type TestNamespace } from './namespace';
export { ApiClient, type Json } from './api-client';
export { createSeededDatabase, type Seeded } from './seed';
export { GraphQLRequestError } from './graphql-request.errors';
export * from './job';
