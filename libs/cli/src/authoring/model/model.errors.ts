/** `busy` and `broken` pass; the others must be changed by somebody. */
export type ModelTrouble = 'busy' | 'broken' | 'key' | 'model' | 'request';

/** The model could not be asked, or its reply did not arrive whole. */
export class ModelError extends Error {
  constructor(
    readonly trouble: ModelTrouble,
    message: string,
    /** When the service wants to be asked again. */
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

/** @param status of HTTP; none or a good one where only a part of the answer came */
export function modelErrorOf(
  status: number | undefined,
  message: string,
  headers?: { get(name: string): string | null },
): ModelError {
  if (status === undefined || status < 400)
    return new ModelError('broken', `The connection to the model broke: ${message.replace(/\.$/, '')}`);
  const said = `The model's service answered ${status}: ${message.replace(/\.$/, '')}`;
  if (status === 401 || status === 403) return new ModelError('key', said);
  if (status === 404) return new ModelError('model', said);
  if (status === 408 || status === 409 || status === 429 || status >= 500)
    return new ModelError('busy', said, retryAfter(headers?.get('retry-after')));
  return new ModelError('request', said);
}

/** Seconds or a date, as HTTP has it. */
function retryAfter(header: string | null | undefined): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1_000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
