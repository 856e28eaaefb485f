/** Where a request comes from, as far as it is known. */
export interface CallerOrigin {
  remoteAddress?: string | undefined;
  userAgent?: string | undefined;
}
