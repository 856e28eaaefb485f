import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { TenantContext } from '@orkestra/tenancy';
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import * as generated from '../../apps/admin/src/generated/graphql';
import { GraphqlContext } from '../../apps/api-gateway/src/graphql/graphql-context';
import { executePlanned } from '../../apps/api-gateway/src/graphql/plan/execute-planned';
import { planOf } from '../../apps/api-gateway/src/graphql/plan/operation-plan';
import { SchemaLoadersFactory } from '../../apps/api-gateway/src/schema/schema.loaders';
import { testContext } from '../../libs/tenancy/src/testing';
import { makeEverything, type Names } from '../isolation/other-tenant';
import { GatewaysInProcess } from './gateways-in-process';

interface AdminQuery {
  name: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

/** Every query of the admin app. */
const QUERIES: AdminQuery[] = Object.values(generated).flatMap((value) => {
  const document = value as unknown as Partial<DocumentNode> | null;
  if (document?.kind !== Kind.DOCUMENT) return [];
  const operation = document.definitions?.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operation?.operation !== OperationTypeNode.QUERY) return [];
  return [{ name: operation.name?.value ?? '', document: document as DocumentNode, operation }];
});

let gateways: GatewaysInProcess;
let names: Names;
let callers: TenantContext[];

beforeAll(async () => {
  gateways = await GatewaysInProcess.start(1);
  names = await makeEverything(gateways);
  const groups = [{ id: names.group, key: 'support-l1', role: 'member' }] as const;
  callers = (['operator', 'admin'] as const).map((role) =>
    testContext({ tenantId: gateways.other.id, principal: { role, id: names.user, groups } }),
  );
});
afterAll(() => gateways?.close());

type Way = typeof executePlanned;

function ask(way: Way, query: AdminQuery, ctx: TenantContext, variableValues: Record<string, unknown>) {
  const caller = { ctx };
  const loaders = gateways.get(SchemaLoadersFactory).for(caller);
  return way({
    schema: gateways.get(GraphQLSchemaHost).schema,
    document: query.document,
    operationName: query.name,
    contextValue: new GraphqlContext(caller, () => loaders),
    variableValues,
  });
}

/** What there is by the name of a variable; `id` is of everything in turn. */
function variablesOf({ operation }: AdminQuery): Record<string, unknown>[] {
  const fixed = { first: 10, year: 2027, next: 2028, country: 'DE', text: 'o', filter: {} };
  const given = operation.variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
  const known: Record<string, unknown> = { ...names, ...fixed };
  const ids = given.includes('id') ? ['taskId', 'conversationId', 'personId', 'commentId'] : ['id'];
  return ids.map((id) =>
    Object.fromEntries(
      given
        .map((name) => [name, name === 'id' ? names[id] : known[name]] as const)
        .filter(([, value]) => value !== undefined),
    ),
  );
}

const shown = ({ data, errors }: ExecutionResult) =>
  // The order of fields counts as well.
  JSON.stringify([
    data,
    errors?.map((error) => [error.message, error.path, error.locations, error.extensions]),
  ]);

describe('Queries of the admin app', () => {
  test('have a plan', () => {
    expect(QUERIES.length).toBeGreaterThan(40);
    const { schema } = gateways.get(GraphQLSchemaHost);
    const without = QUERIES.filter(({ document, name }) => planOf(schema, document, name) === null);
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  test('are answered by their plans as by graphql-js, word for word', async () => {
    let whole = 0;
    let refused = 0;
    for (const query of QUERIES) {
      for (const variables of variablesOf(query)) {
        for (const ctx of callers) {
          const planned = await ask(executePlanned, query, ctx, variables);
          const plain = await ask(execute, query, ctx, variables);
          expect([query.name, variables, shown(planned)]).toEqual([query.name, variables, shown(plain)]);
          if (planned.errors === undefined) whole += 1;
          else refused += 1;
        }
      }
    }
    expect(whole).toBeGreaterThan(60);
    expect(refused).toBeGreaterThan(10);
  });
});
