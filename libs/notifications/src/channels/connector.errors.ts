/** A connector of NOTIFICATION_CHANNELS that cannot be used. */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';

  constructor(source: string, problem: string, cause?: unknown) {
    super(`NOTIFICATION_CHANNELS: ${source} cannot be used. ${problem}`, { cause });
  }
}
