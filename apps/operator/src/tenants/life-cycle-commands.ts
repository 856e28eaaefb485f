import { DataKeys, TenantLifeCycle } from '@orkestra/tenancy';
import type { Answer, Call, Command } from '../command-line/command';
import { durationOf, requiredText, textOf } from '../command-line/option-values';
import { NotConfirmedError } from '../command-line/operator.errors';
import { withTenant } from '../domain/tenant-work';

const DAY_MS = 86_400_000;
const text = { type: 'string' } as const;
const yes = { type: 'boolean' } as const;

export const LIFE_CYCLE_COMMANDS: readonly Command[] = [
  {
    name: 'tenant suspend',
    usage: 'SLUG --reason TEXT [--yes]',
    summary: 'Refuses everything in a workspace and closes its connections. Nothing in it is lost.',
    words: [1, 1],
    options: { reason: text, yes },
    run: suspend,
  },
  {
    name: 'tenant resume',
    usage: 'SLUG',
    summary: 'Lets everybody in again who was before.',
    words: [1, 1],
    run: resume,
  },
  {
    name: 'tenant delete',
    usage: 'SLUG [--in 30d] [--yes --confirm SLUG]',
    summary: 'Deletes a workspace and all that it holds, after some days in which it can be kept.',
    words: [1, 1],
    options: { in: text, yes, confirm: text },
    run: remove,
  },
  {
    name: 'tenant keep',
    usage: 'SLUG',
    summary: 'Takes back the deletion of a workspace that has not begun.',
    words: [1, 1],
    run: keep,
  },
  {
    name: 'tenant rotate-key',
    usage: 'SLUG',
    summary:
      'Makes a new data key for sensitive values, and wraps the earlier ones with the present KEY_ENCRYPTION_KEY.',
    words: [1, 1],
    run: rotateKey,
  },
];

async function suspend({ words: [slug = ''], options, env, confirm }: Call): Promise<Answer> {
  const reason = requiredText(options, 'reason');
  return withTenant(env, slug, async ({ domain, actor, tenant }) => {
    if (!options['yes']) await confirm(`Nobody gets into ${tenant.name} until it is resumed.`, tenant.slug);
    await domain.get(TenantLifeCycle).suspend(actor, reason);
    return { json: { suspended: tenant.slug }, lines: [`Suspended ${tenant.slug}.`] };
  });
}

async function resume({ words: [slug = ''], env }: Call): Promise<Answer> {
  return withTenant(env, slug, async ({ domain, actor, tenant }) => {
    await domain.get(TenantLifeCycle).resume(actor);
    return { json: { resumed: tenant.slug }, lines: [`Resumed ${tenant.slug}.`] };
  });
}

async function remove({ words: [slug = ''], options, env, confirm }: Call): Promise<Answer> {
  const delay = durationOf(options, 'in', 365 * DAY_MS);
  return withTenant(env, slug, async ({ domain, actor, tenant }) => {
    if (!options['yes']) await confirm(`${tenant.name} and all that it holds will be deleted.`, tenant.slug);
    // Twice, from programs too: a wrong variable in a script must not be enough.
    else if (textOf(options, 'confirm') !== tenant.slug) throw new NotConfirmedError();
    const { deleteAt } = await domain.get(TenantLifeCycle).scheduleDeletion(actor, () => undefined, delay);
    const until = deleteAt.toISOString();
    const lines = [`${tenant.slug} is deleted at ${until}. Until then: orkestra tenant keep ${tenant.slug}`];
    return { json: { deleting: tenant.slug, deleteAt }, lines };
  });
}

async function keep({ words: [slug = ''], env }: Call): Promise<Answer> {
  return withTenant(env, slug, async ({ domain, actor, tenant }) => {
    await domain.get(TenantLifeCycle).cancelDeletion(actor);
    return { json: { kept: tenant.slug }, lines: [`${tenant.slug} stays.`] };
  });
}

async function rotateKey({ words: [slug = ''], env }: Call): Promise<Answer> {
  return withTenant(env, slug, async ({ domain, actor, tenant }) => {
    const { version, rewrapped } = await domain.get(DataKeys).rotate(actor);
    const lines = [
      `${tenant.slug} seals with version ${version} from now on; ${rewrapped} earlier ones were wrapped anew.`,
    ];
    return { json: { tenant: tenant.slug, version, rewrapped }, lines };
  });
}
