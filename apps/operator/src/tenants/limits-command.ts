import { TENANT_LIMITS, type TenantLimit, TenantLimitsService } from '@orkestra/tenancy';
import type { Answer, Call, Command, OptionValues } from '../command-line/command';
import { numberOf, textOf } from '../command-line/option-values';
import { WrongUsageError } from '../command-line/operator.errors';
import { withTenant } from '../domain/tenant-work';

const text = { type: 'string' } as const;
const MOST = 1_000_000_000;
/** Instead of a number: what the servers' configuration says. */
const DEFAULT = 'default';

const OPTIONS: Readonly<Record<TenantLimit, string>> = {
  openTasks: 'open-tasks',
  people: 'people',
  requestsPerMinute: 'requests',
  payloadBytes: 'payload',
};

export const LIMITS_COMMAND: Command = {
  name: 'tenant limits',
  usage:
    'SLUG [--open-tasks N|default] [--people N|default] [--requests N|default] [--payload BYTES|default]',
  summary: 'Sets how much a workspace may have; what is left out stays as it is.',
  words: [1, 1],
  options: Object.fromEntries(Object.values(OPTIONS).map((name) => [name, text])),
  run: setLimits,
};

async function setLimits({ words: [slug = ''], options, env }: Call): Promise<Answer> {
  const limits = Object.fromEntries(
    TENANT_LIMITS.filter((name) => textOf(options, OPTIONS[name]) !== undefined).map((name) => [
      name,
      limitFrom(options, OPTIONS[name]),
    ]),
  );
  if (Object.keys(limits).length === 0)
    throw new WrongUsageError(`Name at least one of --${Object.values(OPTIONS).join(', --')}.`);
  return withTenant(env, slug, async ({ domain, actor, tenant }) => {
    await domain.get(TenantLimitsService).set(actor, limits);
    return { json: { tenant: tenant.slug, limits }, lines: [`The limits of ${tenant.slug} are set.`] };
  });
}

/** @throws WrongUsageError */
function limitFrom(options: OptionValues, name: string): number | null {
  return textOf(options, name) === DEFAULT ? null : numberOf(options, name, 1, MOST);
}
