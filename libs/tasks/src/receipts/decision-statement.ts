import { openEnvelope, type PublicKeys } from '@orkestra/tenancy';

/** https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
export const IN_TOTO_PAYLOAD = 'application/vnd.in-toto+json';
export const DECISION_RECEIPT_TYPE = 'urn:orkestra:evidence:decision:v1';

interface Sha256 {
  sha256: string;
}

/** Whoever decided: by id, never by name. */
export interface ReceiptPrincipal {
  kind: 'user' | 'service' | 'system';
  id: string;
}

/** One person's part in it; there are several where several voted. */
interface ReceiptDecision {
  by: ReceiptPrincipal;
  /** Their role in the workspace at that moment; null where it was not recorded. */
  role: string | null;
  /** The person for whom a program acted. */
  onBehalfOf: string | null;
  /** Through which door. */
  channel: string;
  /** `completed`, `approved` or `rejected`. */
  vote: string;
  /** When they saw the task first, and the digest of all that they were shown last. */
  seenAt: string | null;
  shown: Sha256 | null;
  decidedAt: string;
  /** Of what they named as that which they decide on. */
  payload: Sha256 | null;
  /** Of what they filled in. */
  result: Sha256 | null;
  /** Until when what it allows counts; null for good. */
  validUntil: string | null;
  /** They had asked for it themselves, and the workspace let that pass. */
  selfApproval: boolean;
}

interface ReceiptToolCall extends Sha256 {
  callId: string;
  verdict: string;
  decidedBy: ReceiptPrincipal | null;
  decidedAt: string | null;
  /** The standing permission that covered it. */
  ruleId: string | null;
  validUntil: string | null;
}

interface DecisionPredicate {
  tenantId: string;
  taskId: string;
  taskType: string | null;
  /** Counts the versions of what was to be approved. */
  round: number;
  outcome: string;
  closedAt: string;
  createdBy: ReceiptPrincipal;
  /** The person for whom it was asked. */
  onBehalfOf: string | null;
  /** Of the answer that the workflow gets; null where there is none. */
  result: Sha256 | null;
  decisions: ReceiptDecision[];
  toolCalls: ReceiptToolCall[];
}

/** What was decided on, by its digests, and who decided what. */
export interface DecisionStatement {
  _type: typeof STATEMENT_TYPE;
  subject: { name: string; digest: Sha256 }[];
  predicateType: typeof DECISION_RECEIPT_TYPE;
  predicate: DecisionPredicate;
}

export type OpenedReceipt =
  | { statement: DecisionStatement; keyId: string; problem?: undefined }
  | { problem: string; statement?: undefined; keyId?: undefined };

/** Reads a receipt whose signature is by one of the keys, or says why it is not to be believed. */
export function openReceipt(text: string, keys: PublicKeys): OpenedReceipt {
  const opened = openEnvelope(parsed(text), IN_TOTO_PAYLOAD, keys);
  if (opened.problem !== undefined) return { problem: opened.problem };
  const statement = parsed(opened.payload.toString()) as Partial<DecisionStatement> | undefined;
  if (statement?._type !== STATEMENT_TYPE || statement.predicateType !== DECISION_RECEIPT_TYPE)
    return { problem: 'statement' };
  return { statement: statement as DecisionStatement, keyId: opened.keyId };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
