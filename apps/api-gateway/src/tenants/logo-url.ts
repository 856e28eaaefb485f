/** Where a logo is read from; another address once it has changed. */
export function logoUrlOf(version: string | null): string | null {
  return version === null ? null : `/api/v1/tenant/logo?v=${version}`;
}
