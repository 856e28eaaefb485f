import type { INestApplicationContext } from '@nestjs/common';
import {
  ApiKeysService,
  type ApiKeyView,
  KeyChangesService,
  type Scope,
  type TenantContext,
  TenantRegistry,
} from '@orkestra/tenancy';
import type { Answer, Call, Command } from '../command-line/command';
import { durationOf, listOf, numberOf, requiredText, textOf } from '../command-line/option-values';
import { table } from '../command-line/output';
import { withDomain } from '../domain/domain';
import { operatorOf } from '../domain/operator-name';
import { secretAnswer } from '../domain/secret-answer';

const DAY_MS = 86_400_000;
const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;

export const KEY_COMMANDS: readonly Command[] = [
  {
    name: 'keys create',
    usage:
      '--tenant SLUG --principal NAME --scope SCOPE[,SCOPE…] [--name NAME] [--expires-in 90d] [--network CIDR[,CIDR…]] [--rate REQUESTS] [--on-behalf-of EMAIL] [--out FILE]',
    summary: 'Makes a key for a program or an agent, and shows it this once.',
    words: [0, 0],
    options: {
      ...{ tenant: text, principal: text, scope: texts, name: text, 'expires-in': text },
      ...{ network: texts, rate: text, 'on-behalf-of': text, out: text },
    },
    run: create,
  },
  {
    name: 'keys list',
    usage: '--tenant SLUG',
    summary: 'Lists the keys of a workspace, also those that no longer work, without anything secret.',
    words: [0, 0],
    options: { tenant: text },
    run: list,
  },
  {
    name: 'keys rotate',
    usage: 'ID --tenant SLUG [--overlap 24h] [--out FILE]',
    summary: 'Makes another key with the same rights; the old one works on for the overlap.',
    words: [1, 1],
    options: { tenant: text, overlap: text, out: text },
    run: rotate,
  },
  {
    name: 'keys revoke',
    usage: 'ID --tenant SLUG [--yes]',
    summary: 'Ends a key from the next request on.',
    words: [1, 1],
    options: { tenant: text, yes: { type: 'boolean' } },
    run: revoke,
  },
];

async function create({ options, env }: Call): Promise<Answer> {
  const expiresIn = durationOf(options, 'expires-in', 3_650 * DAY_MS);
  const request = {
    principalName: requiredText(options, 'principal'),
    scopes: listOf(options, 'scope') as Scope[],
    name: textOf(options, 'name'),
    allowedNetworks: listOf(options, 'network'),
    requestsPerMinute: 'rate' in options ? numberOf(options, 'rate', 1, 1_000_000) : null,
    onBehalfOf: textOf(options, 'on-behalf-of'),
    ...(expiresIn === undefined ? {} : { expiresAt: new Date(Date.now() + expiresIn) }),
  };
  return secretAnswer(textOf(options, 'out'), () =>
    inTenant({ options, env }, async (ctx, domain) => {
      const { key, id } = await domain.get(ApiKeysService).create(ctx, request);
      const made = await domain.get(ApiKeysService).get(ctx, id);
      const said = `Made the key ${made.prefix}… (${id}) for ${made.principal.name}. It is shown this once:`;
      return { secret: key, name: 'secret', json: { key: made }, said };
    }),
  );
}

async function list({ options, env }: Call): Promise<Answer> {
  return inTenant({ options, env }, async (ctx, domain) => {
    const keys = await everyKey(domain.get(ApiKeysService), ctx);
    const rows = keys.map((key) => [
      ...[key.id, key.prefix, key.principal.name, key.scopes],
      ...[key.expiresAt, key.revokedAt, key.lastUsedAt],
    ]);
    const headings = ['ID', 'PREFIX', 'PRINCIPAL', 'SCOPES', 'EXPIRES', 'REVOKED', 'LAST USED'];
    return { json: { keys }, lines: table(headings, rows) };
  });
}

async function everyKey(service: ApiKeysService, ctx: TenantContext): Promise<ApiKeyView[]> {
  const keys: ApiKeyView[] = [];
  for (let after: string | undefined, more = true; more;) {
    const page = await service.list(ctx, {}, { first: 100, after });
    keys.push(...page.items);
    [after, more] = [page.endCursor ?? undefined, page.hasNextPage];
  }
  return keys;
}

async function rotate({ words: [id = ''], options, env }: Call): Promise<Answer> {
  const overlap = durationOf(options, 'overlap', 30 * DAY_MS);
  const rotation = overlap === undefined ? {} : { overlapHours: overlap / 3_600_000 };
  return secretAnswer(textOf(options, 'out'), () =>
    inTenant({ options, env }, async (ctx, domain) => {
      const { key, id: newId } = await domain.get(KeyChangesService).rotate(ctx, id, rotation);
      const made = await domain.get(ApiKeysService).get(ctx, newId);
      const said = `Made the key ${made.prefix}… (${newId}) in place of ${id}. It is shown this once:`;
      return { secret: key, name: 'secret', json: { key: made }, said };
    }),
  );
}

async function revoke({ words: [id = ''], options, env, confirm }: Call): Promise<Answer> {
  return inTenant({ options, env }, async (ctx, domain) => {
    if (!options['yes']) await confirm(`Whoever uses the key ${id} is refused from now on.`, 'revoke');
    await domain.get(ApiKeysService).revoke(ctx, id);
    return { json: { revoked: id }, lines: [`Revoked ${id}.`] };
  });
}

async function inTenant<T>(
  { options, env }: Pick<Call, 'options' | 'env'>,
  work: (ctx: TenantContext, domain: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const tenant = requiredText(options, 'tenant');
  return withDomain(env, async (domain) =>
    work(await domain.get(TenantRegistry).enter(operatorOf(env), tenant), domain),
  );
}
