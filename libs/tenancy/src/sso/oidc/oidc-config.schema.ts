import { z } from 'zod';

const DISCOVERY = '/.well-known/openid-configuration';
const name = z.string().trim().min(1).max(200);

/** What Orkestra has to know of an OpenID provider. */
export const oidcConfig = z
  .strictObject({
    /** As the provider spells it: its discovery document lies below. */
    issuer: z
      .string()
      .trim()
      .max(500)
      .transform((text) => (text.endsWith(DISCOVERY) ? text.slice(0, -DISCOVERY.length) : text))
      .refine(isIssuer, 'must be an address such as https://login.example.com, without ? and #'),
    clientId: name,
    scopes: z
      .array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/, 'must be a scope, without spaces'))
      .max(20)
      .default([])
      .transform((all) => [...new Set(['openid', ...(all.length === 0 ? ['profile', 'email'] : all)])]),
    /** Levels of proof of which one is asked for and has to be answered; none for whichever there is. */
    acrValues: z.array(name).max(10).default([]),
    /** The same where a person has to prove again that it is them. */
    stepUpAcrValues: z.array(name).max(10).default([]),
    /** For whom access tokens may be, besides Orkestra's own addresses: for providers that cannot name those. */
    audiences: z.array(name).max(10).default([]),
  })
  .refine(({ clientId, audiences }) => !audiences.includes(clientId), {
    path: ['audiences'],
    message:
      'must not be the client id, for which ID tokens are: name an audience of its own at the provider',
  });

export type OidcConfig = z.infer<typeof oidcConfig>;

function isIssuer(text: string): boolean {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { search, hash, username } = new URL(text);
  return `${search}${hash}${username}` === '' && !text.includes('?') && !text.includes('#');
}
