import { SsoDomains, TenantRegistry } from '@orkestra/tenancy';
import type { Answer, Call, Command } from '../command-line/command';
import { withDomain } from '../domain/domain';
import { operatorOf } from '../domain/operator-name';

export const DOMAIN_COMMAND: Command = {
  name: 'tenant verify-domain',
  usage: 'SLUG DOMAIN',
  summary: 'Vouches that an e-mail domain is a workspace’s own, where it cannot publish a record.',
  words: [2, 2],
  run: verifyDomain,
};

async function verifyDomain({ words: [slug = '', given = ''], env }: Call): Promise<Answer> {
  return withDomain(env, async (domain) => {
    const ctx = await domain.get(TenantRegistry).enter(operatorOf(env), slug);
    const verified = await domain.get(SsoDomains).vouch(ctx, given);
    return {
      json: { domain: verified.domain, verifiedAt: verified.verifiedAt },
      lines: [`${verified.domain} belongs to ${slug}. An admin says which connection speaks for it.`],
    };
  });
}
