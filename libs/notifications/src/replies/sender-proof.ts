import { authenticate } from 'mailauth';

export interface SenderProof {
  passed: boolean;
  /** Such as `dkim=pass dmarc=pass`. */
  result: string;
}

/** Answers like `resolve` of `node:dns`. */
export type ResolveRecords = (name: string, type: string) => Promise<unknown>;

interface Checked {
  dkim?: {
    headerFrom?: string[];
    results?: {
      signingDomain?: string;
      canonBodyLengthLimited?: boolean;
      status?: { result?: string };
    }[];
  };
  dmarc?: { status?: { result?: string } } | false;
}

/**
 * Whether the mail is proved to come from the domain in its From line: signed by that domain (DKIM), and where the domain
 * publishes a policy (DMARC) passed by it. SPF does not count, as it tells of the server that handed the mail on: one that
 * relays for its own domain would vouch for everybody. A signature that leaves the end of the text open is none.
 */
export async function senderProof(source: Buffer, resolver: ResolveRecords): Promise<SenderProof> {
  const { dkim, dmarc } = (await authenticate(source, {
    resolver,
    disableArc: true,
    disableBimi: true,
  } as unknown as Parameters<typeof authenticate>[1])) as unknown as Checked;
  const [from = '', ...others] = dkim?.headerFrom ?? [];
  const domain = from.slice(from.lastIndexOf('@') + 1).toLowerCase();
  const signatures = dkim?.results ?? [];
  const good = signatures.filter(({ status }) => status?.result === 'pass');
  const signed = good.some(
    ({ signingDomain, canonBodyLengthLimited }) =>
      canonBodyLengthLimited !== true && isWithin(domain, signingDomain?.toLowerCase() ?? ''),
  );
  const policy = (dmarc === false ? undefined : dmarc?.status?.result) ?? 'none';
  const said = good.length > 0 ? 'pass' : (signatures[0]?.status?.result ?? 'none');
  return {
    passed: others.length === 0 && signed && (policy === 'pass' || policy === 'none'),
    result: `dkim=${said} dmarc=${policy}`,
  };
}

/** The domain itself, or one that it lies under. */
function isWithin(domain: string, signing: string): boolean {
  return signing.includes('.') && (domain === signing || domain.endsWith(`.${signing}`));
}
