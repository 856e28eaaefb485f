import type { AuditChainQuery } from '../generated/graphql';

export type ChainFacts = Pick<AuditChainQuery['auditChain'], 'signs' | 'entries' | 'sealedAt' | 'unsealed'>;

const number = new Intl.NumberFormat();
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
/** The server counts no further. */
const MOST_COUNTED = 10_000;

/** How far the log is sealed, in a sentence. */
export function chainWords({ signs, entries, sealedAt, unsealed }: ChainFacts): string {
  const sealed =
    sealedAt === null || sealedAt === undefined
      ? 'Nothing is sealed yet.'
      : `Sealed until ${moment.format(new Date(sealedAt))}, ${counted(entries, 'entry', 'entries')}.`;
  return [sealed, waitingWords(unsealed), signs ? '' : NO_KEY].filter((part) => part !== '').join(' ');
}

const NO_KEY = 'This installation has no key to seal with: its operator has to set EVIDENCE_KEY.';

function waitingWords(unsealed: number): string {
  if (unsealed === 0) return '';
  if (unsealed >= MOST_COUNTED) return `More than ${number.format(MOST_COUNTED)} wait.`;
  return `${number.format(unsealed)} ${unsealed === 1 ? 'waits' : 'wait'}.`;
}

function counted(count: number, one: string, many: string): string {
  return `${number.format(count)} ${count === 1 ? one : many}`;
}
