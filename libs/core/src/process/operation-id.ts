/** Any longer one would not fit the indexes that know a repeated operation by it. */
export const LONGEST_OPERATION_ID = 200;

const OPERATION_ID = new RegExp(`^[^\\p{Cc}]{1,${LONGEST_OPERATION_ID}}$`, 'u');

/** What is wrong with the id by which a repeated operation is known; null when nothing is. */
export function operationIdProblem(operationId: string): string | null {
  if (OPERATION_ID.test(operationId)) return null;
  return `must be 1 to ${LONGEST_OPERATION_ID} characters without control characters`;
}
