/** A call to somebody else's server that was not made, or not answered as it should be. Says nothing secret. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';
}
