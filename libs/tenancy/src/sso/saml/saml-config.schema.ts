import { z } from 'zod';
import { readCertificate } from './saml-certificate';

const FORMATS = {
  persistent: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  email: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  unspecified: null,
} as const;

export const NAME_ID_FORMATS = ['persistent', 'email', 'unspecified'] as const;
export const SIGNED_PARTS = ['assertion', 'response', 'both'] as const;

export const TRANSIENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient';
export const EMAIL_ADDRESS = FORMATS.email;

const address = z
  .string()
  .trim()
  .max(1_000)
  .refine(isAddress, 'must be an address that begins with https://, without # and without a password');
const name = z.string().trim().min(1).max(300);

/** What Orkestra has to know of a SAML 2.0 identity provider. */
export const samlConfig = z.strictObject({
  /** What the provider calls itself. */
  entityId: z.string().trim().min(1).max(1_024),
  /** Where people are sent (HTTP-Redirect). */
  ssoUrl: address,
  /** Where they sign out (HTTP-Redirect); null where they do not. */
  sloUrl: address.nullable().default(null),
  /** Where it wants to be told that somebody is signed out here (HTTP-Redirect); null where that is `sloUrl`. */
  sloResponseUrl: address.nullable().default(null),
  /** The same by HTTP-POST. */
  sloPostUrl: address.nullable().default(null),
  /** Where its metadata is read from when it has changed. */
  metadataUrl: address.nullable().default(null),
  /** By which it signs, as PEM: the next one beside the one that counts until then. */
  certificates: z
    .array(z.string().max(20_000).transform(certificate))
    .min(1, 'needs at least one certificate')
    .max(5)
    .transform((all) => [...new Set(all)]),
  /** What has to be signed. */
  signed: z.enum(SIGNED_PARTS).default('assertion'),
  /** Whether assertions in the clear are refused. */
  encrypted: z.boolean().default(false),
  /** Whether what people are sent with is signed. */
  signsRequests: z.boolean().default(false),
  nameIdFormat: z.enum(NAME_ID_FORMATS).default('persistent'),
  /** Name of the attribute that is the same for good; null for the NameID. */
  subjectAttribute: name.nullable().default(null),
  /** Classes of proof of which one is asked for and has to be answered; none for whichever there is. */
  authnContexts: z.array(name).max(10).default([]),
  /** Whether people may come who were not sent there. */
  idpInitiated: z.boolean().default(false),
  /** How far its clock may be off. */
  clockSkewSeconds: z.number().int().min(0).max(300).default(60),
});

export type SamlConfig = z.infer<typeof samlConfig>;

export function formatUri(format: SamlConfig['nameIdFormat']): string | null {
  return FORMATS[format];
}

function isAddress(text: string): boolean {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { hash, username, password } = new URL(text);
  return `${hash}${username}${password}` === '' && !text.includes('#');
}

function certificate(text: string, ctx: z.RefinementCtx): string {
  try {
    return readCertificate(text).pem;
  } catch {
    ctx.addIssue({ code: 'custom', message: 'must be a certificate with an RSA key of at least 2048 bits' });
    return z.NEVER;
  }
}
