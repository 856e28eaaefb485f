import { digest } from '@orkestra/core';
import { isReservedName } from '@orkestra/sdk';
import type { TenantContext } from '@orkestra/tenancy';
import { InvalidReasonError, InvalidSignalError, ReservedSignalError } from '../workflow/workflows.errors';

const NAME = /^[^\p{Cc}\p{Zs}][^\p{Cc}]{0,199}$/u;
const OPERATION_ID = /^[^\p{Cc}]{1,200}$/u;
const LONGEST_REASON = 1_000;

/**
 * The SDK's own signals tell a workflow how its tasks ended: whoever could send them could decide tasks.
 * @throws ReservedSignalError, InvalidSignalError
 */
export function checkSignalName(name: string): string {
  if (isReservedName(name) || name.startsWith('__temporal')) throw new ReservedSignalError(name);
  if (!NAME.test(name)) {
    throw new InvalidSignalError({ pointer: '/signal', message: 'must be a name of 1 to 200 characters' });
  }
  return name;
}

/**
 * By what Temporal tells a repeated request from a new one. Principals do not share their keys.
 * @throws InvalidSignalError
 */
export function requestIdOf({ principal }: TenantContext, operationId: string): string {
  if (!OPERATION_ID.test(operationId)) {
    const message = 'must be 1 to 200 characters without control characters';
    throw new InvalidSignalError({ pointer: '/operationId', message });
  }
  return digest([principal.kind, principal.id, operationId]).toString('hex');
}

/** @throws InvalidReasonError */
export function checkCancelReason(reason: string | undefined): string | undefined {
  const text = reason?.trim();
  if (text !== undefined && (text.length > LONGEST_REASON || text.includes('\0')))
    throw new InvalidReasonError(`must be text of at most ${LONGEST_REASON} characters`);
  return text === '' ? undefined : text;
}
