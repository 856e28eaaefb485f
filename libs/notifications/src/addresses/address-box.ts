/** Where the details of an address are sealed to: moved to another row they do not open. */
export function placeOf(tenantId: string, { channel, key }: { channel: string; key: string }): string[] {
  return ['notification address', tenantId, channel, key];
}
