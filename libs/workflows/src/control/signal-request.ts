import { digest, operationIdProblem } from '@orkestra/core';
import { isReservedName } from '@orkestra/sdk';
import type { TenantContext } from '@orkestra/tenancy';
import { InvalidReasonError, InvalidSignalError, ReservedSignalError } from '../workflow/workflows.errors';

export const LONGEST_SIGNAL_NAME = 200;
export const LONGEST_CANCEL_REASON = 1_000;
const NAME = new RegExp(`^[^\\p{Cc}\\p{Zs}][^\\p{Cc}]{0,${LONGEST_SIGNAL_NAME - 1}}$`, 'u');

/**
 * The SDK's own signals tell a workflow how its tasks ended: whoever could send them could decide tasks.
 * @throws ReservedSignalError, InvalidSignalError
 */
export function checkSignalName(name: string): string {
  if (isReservedName(name) || name.startsWith('__temporal')) throw new ReservedSignalError(name);
  if (!NAME.test(name)) {
    const message = `must be a name of 1 to ${LONGEST_SIGNAL_NAME} characters`;
    throw new InvalidSignalError({ pointer: '/signal', message });
  }
  return name;
}

/**
 * By what Temporal tells a repeated request from a new one. Principals do not share their keys.
 * @throws InvalidSignalError
 */
export function requestIdOf({ principal }: TenantContext, operationId: string): string {
  const problem = operationIdProblem(operationId);
  if (problem !== null) throw new InvalidSignalError({ pointer: '/operationId', message: problem });
  return digest([principal.kind, principal.id, operationId]).toString('hex');
}

/** @throws InvalidReasonError */
export function checkCancelReason(reason: string | undefined): string | undefined {
  const text = reason?.trim();
  if (text !== undefined && (text.length > LONGEST_CANCEL_REASON || text.includes('\0')))
    throw new InvalidReasonError(`must be text of at most ${LONGEST_CANCEL_REASON} characters`);
  return text === '' ? undefined : text;
}
