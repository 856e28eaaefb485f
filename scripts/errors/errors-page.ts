import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorCode } from './error-classes';
import { errorCodes } from './error-codes';
import { AREAS, MEANINGS } from './errors.words';

const HEAD = `# Errors

<!-- Written by \`npm run errors\` from the code; change that, not this file. -->

Every error has a **kind**, which says what sort of thing to do, and a **code**, which says what happened. Codes are stable:
programs go by them. Messages are for people and may be worded anew. "…" stands for what differs each time.

| where | kind | code | the rest |
| --- | --- | --- | --- |
| GraphQL | \`extensions.code\` | \`extensions.reason\` | \`extensions.details\`, \`extensions.correlationId\` |
| HTTP, as \`application/problem+json\` | the status | \`code\` | \`details\`, \`correlationId\` |
| MCP, in a result with \`isError\` | the first word of the text | \`_meta["orkestra/code"]\` | the text says what to do next |

\`details.fields\` lists what is wrong with an input, each with its JSON pointer. \`details.retryAfter\`, and over HTTP the
header \`Retry-After\`, are the seconds to wait. \`correlationId\` finds the lines in the log. Directories are answered as
SCIM wants it: without our code, with 400 where this page says 422, and 412 for \`scim.version\`.
`;

/** What a program does about an error of each kind. */
const WHAT_TO_DO: Readonly<Record<string, string>> = {
  invalid: 'Change what the message names. The same request fails again.',
  unauthenticated: 'Sign in again, or use another key.',
  forbidden: 'Do without it, or ask somebody who may. The same request fails again.',
  not_found: 'Look at the id. What belongs to others, or to another tenant, is not found either.',
  conflict: 'Read the present state, then decide anew.',
  limited: 'Wait as long as the error says, then repeat the request.',
  unavailable:
    'Repeat the request in a few seconds, with the same `key` or `operationId`: nothing is done twice.',
};

/** Errors that no class stands for: what is left of all others. */
const OTHERS: readonly ErrorCode[] = [
  { code: 'http.error', kind: 'as it comes', message: '…' },
  { code: 'internal', kind: '500', message: '…' },
];

/** docs/reference/errors.md, read from the code in `root`. */
export function errorsPage(root: string): string {
  const [status, graphql] = [kindsIn(root, 'http/problem.ts'), kindsIn(root, 'graphql/graphql-errors.ts')];
  const kinds = Object.entries(WHAT_TO_DO).map(
    ([kind, advice]) => `| \`${kind}\` | \`${graphql.get(kind)}\` | ${status.get(kind)} | ${advice} |`,
  );
  const codes = errorCodes(root);
  const areas = Object.keys(AREAS).map((area) => section(area, codes, status));
  const others = OTHERS.map((error) => codeLine(error, status));
  return [
    HEAD,
    '## Kinds\n',
    '| kind | GraphQL and MCP | HTTP | what to do |\n| --- | --- | --- | --- |',
    `${kinds.join('\n')}\n`,
    'MCP says `INTERNAL`, and GraphQL `INTERNAL_SERVER_ERROR`, where nobody foresaw what happened. What a client does wrong',
    "before any operation runs is answered in GraphQL's own codes, such as `GRAPHQL_VALIDATION_FAILED`.\n",
    ...areas,
    `## All others\n\n${TABLE_HEAD}\n${others.join('\n')}\n`,
  ].join('\n');
}

const TABLE_HEAD = '| code | HTTP | what it says |\n| --- | --- | --- |';

function section(area: string, codes: readonly ErrorCode[], status: ReadonlyMap<string, string>): string {
  const lines = codes.filter(({ code }) => areaOf(code) === area).map((error) => codeLine(error, status));
  return `## ${AREAS[area]}\n\n${TABLE_HEAD}\n${lines.join('\n')}\n`;
}

function codeLine({ code, kind, message }: ErrorCode, status: ReadonlyMap<string, string>): string {
  return `| \`${code}\` | ${status.get(kind) ?? kind} | ${MEANINGS[code] ?? message} |`;
}

/** The part of a code before its dot. */
export function areaOf(code: string): string {
  return code.slice(0, code.indexOf('.'));
}

/** What an edge of the gateway answers for each kind: lines such as `not_found: 404,`. */
function kindsIn(root: string, file: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(root, 'apps/api-gateway/src', file), 'utf8');
  const lines = [...text.matchAll(/^ {2}([a-z_]+): '?([A-Z_]+|\d{3})'?,$/gm)];
  return new Map(lines.map(([, kind, answer]) => [kind ?? '', answer ?? '']));
}
