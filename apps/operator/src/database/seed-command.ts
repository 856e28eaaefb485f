import { DEMO_SLUGS, SeedService } from '@orkestra/tenancy';
import type { Answer, Call, Command } from '../command-line/command';
import { table } from '../command-line/output';
import { withDomain } from '../domain/domain';

export const SEED_COMMAND: Command = {
  name: 'db seed',
  usage: '',
  summary:
    'Makes the two tenants of the demo with their people and keys; what is there stays. Not in production.',
  words: [0, 0],
  run: seed,
};

async function seed({ env }: Call): Promise<Answer> {
  // Where it is a key of one of them, that one needs no other.
  const key = env['ORKESTRA_API_KEY'] || undefined;
  const known = Object.fromEntries(DEMO_SLUGS.map((slug) => [slug, key]));
  const tenants = await withDomain(env, (domain) => domain.get(SeedService).seedDemo(known));
  const people = tenants.flatMap(({ slug, users }) =>
    users.map(({ email, password, role }) => [slug, email, password, role]),
  );
  const keys = tenants.map(({ slug, apiKey }) => [slug, apiKey]);
  const lines = [
    ...table(['WORKSPACE', 'PERSON', 'PASSWORD', 'ROLE'], people),
    '',
    ...table(['WORKSPACE', 'API KEY, SHOWN THIS ONCE'], keys),
  ];
  return { json: { tenants }, lines };
}
