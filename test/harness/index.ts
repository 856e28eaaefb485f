export { asAdmin, createTestDatabase, type TestDatabase } from './database/test-database';
export { eventually } from './eventually';
export { startSystem } from './system/start-system';
export { type TestSystem } from './system/test-system';
export { ApiClient, type Json } from './system/api-client';
export { createSeededDatabase, type Seeded } from './database/seed';
export { GraphQLRequestError } from './system/graphql-request.errors';
export * from './system/job';
export * from './system/task-mutations';
