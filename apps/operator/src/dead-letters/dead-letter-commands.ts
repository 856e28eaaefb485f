import { type DeadLetterView, EveryDeadLetter } from '@orkestra/tasks';
import { TenantRegistry } from '@orkestra/tenancy';
import type { INestApplicationContext } from '@nestjs/common';
import type { Answer, Call, Command } from '../command-line/command';
import { numberOf, textOf } from '../command-line/option-values';
import { WrongUsageError } from '../command-line/operator.errors';
import { facts, table } from '../command-line/output';
import { withDomain } from '../domain/domain';
import { operatorOf } from '../domain/operator-name';

const text = { type: 'string' } as const;
const yes = { type: 'boolean' } as const;
const AT_ONCE = 500;

export const DEAD_LETTER_COMMANDS: readonly Command[] = [
  {
    name: 'dead-letters list',
    usage: '[--tenant SLUG] [--limit 100] [--after ID]',
    summary: 'Lists what could not be delivered to workflows, the oldest first.',
    words: [0, 0],
    options: { tenant: text, limit: text, after: text },
    run: list,
  },
  {
    name: 'dead-letters show',
    usage: 'ID',
    summary: 'Says of one what it is and why it failed.',
    words: [1, 1],
    run: show,
  },
  {
    name: 'dead-letters replay',
    usage: 'ID… | --all [--tenant SLUG] [--yes]',
    summary: 'Has them tried again at once; the worker delivers them.',
    words: [0, AT_ONCE],
    options: { tenant: text, all: { type: 'boolean' }, yes },
    run: replay,
  },
];

async function list({ options, env }: Call): Promise<Answer> {
  const limit = numberOf(options, 'limit', 100, 1_000);
  return withDomain(env, async (domain) => {
    const filter = { tenantId: await tenantIdOf(domain, options), after: textOf(options, 'after') };
    const found = await domain.get(EveryDeadLetter).list(filter, limit + 1);
    const deadLetters = found.slice(0, limit);
    const next = found.length > limit ? (deadLetters.at(-1)?.id ?? null) : null;
    const more = next === null ? [] : [`There are more: --after ${next}`];
    return { json: { deadLetters, next }, lines: [...linesOf(deadLetters), ...more] };
  });
}

async function show({ words: [id = ''], env }: Call): Promise<Answer> {
  return withDomain(env, async (domain) => {
    const deadLetter = await domain.get(EveryDeadLetter).get(id);
    return { json: { deadLetter }, lines: facts({ ...deadLetter }) };
  });
}

async function replay({ words, options, env, confirm }: Call): Promise<Answer> {
  const all = options['all'] === true;
  if (all === words.length > 0)
    throw new WrongUsageError('Name dead deliveries by their ids, or all by --all.');
  if (!all && options['tenant'] !== undefined) throw new WrongUsageError('--tenant goes with --all.');
  return withDomain(env, async (domain) => {
    if (all && !options['yes']) await confirm('Everything that is dead is tried again at once.', 'replay');
    const replayed = all ? await replayAll(domain, { options, env }) : await revive(domain, env, words);
    return { json: { replayed }, lines: [`${replayed} will be tried again at once.`] };
  });
}

/** Those that are dead now: one that dies again meanwhile is not tried for ever. */
async function replayAll(domain: INestApplicationContext, { options, env }: Pick<Call, 'options' | 'env'>) {
  const tenantId = await tenantIdOf(domain, options);
  let [replayed, after]: [number, string | undefined] = [0, undefined];
  for (;;) {
    const found: DeadLetterView[] = await domain.get(EveryDeadLetter).list({ tenantId, after }, AT_ONCE);
    if (found.length === 0) return replayed;
    after = found.at(-1)?.id;
    replayed += await revive(
      domain,
      env,
      found.map(({ id }) => id),
    );
  }
}

async function revive(domain: INestApplicationContext, env: Call['env'], ids: readonly string[]) {
  return (await domain.get(EveryDeadLetter).replay(operatorOf(env), ids)).length;
}

async function tenantIdOf(domain: INestApplicationContext, options: Call['options']) {
  const tenant = textOf(options, 'tenant');
  return tenant === undefined ? undefined : (await domain.get(TenantRegistry).find(tenant)).id;
}

function linesOf(letters: readonly DeadLetterView[]): string[] {
  const rows = letters.map((one) => [
    ...[one.id, one.tenantId, one.taskId, one.kind],
    ...[one.createdAt, one.lastError?.slice(0, 80)],
  ]);
  return table(['ID', 'WORKSPACE', 'TASK', 'KIND', 'WRITTEN', 'LAST ERROR'], rows);
}
