import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tasks from './tasks/task-documents';
import * as workflows from './workflows/workflow-documents';

const schema = buildSchema(readFileSync(join(__dirname, '../../../apps/api-gateway/schema.gql'), 'utf8'));

test.each(Object.entries({ ...tasks, ...workflows }))('the schema answers %s', (_name, document) => {
  expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([]);
});
