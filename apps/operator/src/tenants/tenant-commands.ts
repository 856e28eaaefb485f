import { AdminInvitations, TenantRegistry } from '@orkestra/tenancy';
import type { Answer, Call, Command } from '../command-line/command';
import { durationOf, numberOf, requiredText, textOf } from '../command-line/option-values';
import { WrongUsageError } from '../command-line/operator.errors';
import { facts, table } from '../command-line/output';
import { withDomain } from '../domain/domain';
import { operatorOf } from '../domain/operator-name';
import { secretAnswer } from '../domain/secret-answer';

const DAY_MS = 86_400_000;
const text = { type: 'string' } as const;

export const TENANT_COMMANDS: readonly Command[] = [
  {
    name: 'tenant create',
    usage: 'SLUG --name NAME',
    summary: 'Makes a workspace. People type SLUG to sign in.',
    words: [1, 1],
    options: { name: text },
    run: create,
  },
  {
    name: 'tenant list',
    usage: '[--limit 100] [--after SLUG]',
    summary: 'Lists the workspaces by their short names.',
    words: [0, 0],
    options: { limit: text, after: text },
    run: list,
  },
  {
    name: 'tenant show',
    usage: 'SLUG',
    summary: 'Says how many people, groups and keys a workspace has.',
    words: [1, 1],
    run: show,
  },
  {
    name: 'tenant invite-admin',
    usage: 'SLUG --email EMAIL [--display-name NAME] [--role owner|admin] [--expires-in 7d] [--out FILE]',
    summary: 'Makes somebody an owner, and a link by which they set their password; it works once.',
    words: [1, 1],
    options: { email: text, 'display-name': text, role: text, 'expires-in': text, out: text },
    run: inviteAdmin,
  },
];

async function create({ words: [slug = ''], options, env }: Call): Promise<Answer> {
  const name = requiredText(options, 'name');
  return withDomain(env, async (domain) => {
    const tenant = await domain.get(TenantRegistry).create(operatorOf(env), { slug, name });
    return { json: { tenant }, lines: [`Made the workspace ${tenant.slug} (${tenant.id}).`] };
  });
}

async function list({ options, env }: Call): Promise<Answer> {
  const limit = numberOf(options, 'limit', 100, 1_000);
  return withDomain(env, async (domain) => {
    const found = await domain.get(TenantRegistry).list(textOf(options, 'after'), limit + 1);
    const tenants = found.slice(0, limit);
    const next = found.length > limit ? (tenants.at(-1)?.slug ?? null) : null;
    const rows = tenants.map(({ slug, name, status, id }) => [slug, name, status, id]);
    const more = next === null ? [] : [`There are more: --after ${next}`];
    return { json: { tenants, next }, lines: [...table(['SLUG', 'NAME', 'STATUS', 'ID'], rows), ...more] };
  });
}

async function show({ words: [slug = ''], env }: Call): Promise<Answer> {
  return withDomain(env, async (domain) => {
    const tenant = await domain.get(TenantRegistry).describe(slug);
    return { json: { tenant }, lines: facts({ ...tenant }) };
  });
}

async function inviteAdmin({ words: [slug = ''], options, env }: Call): Promise<Answer> {
  const role = textOf(options, 'role') ?? 'owner';
  if (role !== 'owner' && role !== 'admin') throw new WrongUsageError('--role takes owner or admin.');
  const invitation = {
    email: requiredText(options, 'email'),
    displayName: textOf(options, 'display-name'),
    ttl: durationOf(options, 'expires-in', 30 * DAY_MS) ?? 7 * DAY_MS,
    role,
  } as const;
  if (!env['PUBLIC_URL']) throw new WrongUsageError('Set PUBLIC_URL: the link begins with it.');
  return secretAnswer(textOf(options, 'out'), () =>
    withDomain(env, async (domain) => {
      const ctx = await domain.get(TenantRegistry).enter(operatorOf(env), slug);
      const { url, ...invited } = await domain.get(AdminInvitations).invite(ctx, invitation);
      const what = invited.known ? 'set another password' : 'set their password and come in';
      const until = invited.expiresAt.toISOString();
      const said = `${invited.email} is ${invited.role}. By this link they ${what}, once, until ${until}:`;
      return { secret: url, name: 'url', json: { invited }, said };
    }),
  );
}
