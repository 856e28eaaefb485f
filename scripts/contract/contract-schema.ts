import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { describe, type JsonSchema, objectOf, schemaOfNode } from './schema-of-node';

const SOURCES = ['contract.ts', 'form.ts', 'sdk.errors.ts'].map((name) =>
  join('libs/sdk/src/contract', name),
);
/** Types that only the compiler knows. */
const LEFT_OUT = /^(OrkestraActivities|FormFieldValue|FormData)$/;

/** How the schema changes: a new major where a program that knows only the old one would go wrong. */
const VERSION = '1.0';

/** The wire contract as JSON Schema 2020-12, from the types that the SDK and the server are compiled with. */
export function contractSchema(root = '.'): JsonSchema {
  const statements = SOURCES.flatMap((path) => statementsOf(join(root, path)));
  const types = Object.fromEntries(statements.flatMap(typeOf));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The wire contract of Orkestra',
    description:
      'What a workflow and the server say to each other through Temporal. docs/reference/wire-contract.md explains it.',
    'x-orkestra': {
      version: VERSION,
      names: namesOf(statements),
      activities: activitiesOf(statements),
      ...MESSAGES,
    },
    $defs: { ...types, PartialTaskRef: partialOf(types['TaskRef']!) },
  };
}

const MESSAGES = {
  signals: {
    'orkestra.taskClosed': { $ref: '#/$defs/TaskClosed' },
    'orkestra.taskChanged': { $ref: '#/$defs/TaskChanged' },
  },
  queries: {
    'orkestra.pendingTasks': { output: { type: 'array', items: { $ref: '#/$defs/PendingTask' } } },
    'orkestra.isWaitingFor': { input: { type: 'string' }, output: { type: 'boolean' } },
  },
  memo: { orkestra: { $ref: '#/$defs/OrkestraMemo' } },
  headers: { orkestra: { $ref: '#/$defs/OrkestraHeader' } },
};

function statementsOf(path: string): ts.Statement[] {
  const text = readFileSync(path, 'utf8');
  return [...ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true).statements];
}

function typeOf(statement: ts.Statement): [string, JsonSchema][] {
  if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) return [];
  const name = statement.name.text;
  if (LEFT_OUT.test(name) || !isExportedOrUsed(statement)) return [];
  const own = ts.isTypeAliasDeclaration(statement) ? schemaOfNode(statement.type) : interfaceOf(statement);
  return [[name, { ...describe(statement), ...own }]];
}

function interfaceOf(statement: ts.InterfaceDeclaration): JsonSchema {
  const own = objectOf(statement.members);
  const parents =
    statement.heritageClauses?.flatMap(({ types }) => types.map((type) => type.getText())) ?? [];
  if (parents.length === 0) return own;
  return { allOf: [...parents.map((name) => ({ $ref: `#/$defs/${name}` })), own] };
}

// Generic helpers compute the types of answers for the compiler; nothing of them travels.
function isExportedOrUsed(statement: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): boolean {
  return statement.typeParameters === undefined || statement.name.text === 'RawForm';
}

function activitiesOf(statements: readonly ts.Statement[]): JsonSchema {
  const all = statements
    .filter(ts.isInterfaceDeclaration)
    .find(({ name }) => name.text === 'OrkestraActivities');
  const methods = [...(all?.members ?? [])].filter(ts.isMethodSignature);
  const calls = methods.map((method) => [method.name.getText(), callOf(method)] as const);
  return Object.fromEntries(calls);
}

function callOf(method: ts.MethodSignature): JsonSchema {
  const [answer] = (method.type as ts.TypeReferenceNode).typeArguments ?? [];
  const isVoid = answer?.kind === ts.SyntaxKind.VoidKeyword;
  return {
    ...describe(method),
    input: schemaOfNode(method.parameters[0]!.type!),
    output: isVoid ? { type: 'null' } : schemaOfNode(answer!),
  };
}

/** The constants that are texts: the queue, the signals, the keys. */
function namesOf(statements: readonly ts.Statement[]): JsonSchema {
  const declared = statements
    .filter(ts.isVariableStatement)
    .flatMap((one) => [...one.declarationList.declarations]);
  const texts = declared.filter(({ initializer }) => initializer && ts.isStringLiteral(initializer));
  return Object.fromEntries(
    texts.map((one) => [one.name.getText(), (one.initializer as ts.StringLiteral).text]),
  );
}

function partialOf({ required: _, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
