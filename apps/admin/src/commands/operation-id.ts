let last: { command: string; id: string } | null = null;

/**
 * The idempotency key of a command. The same command sent again (after a lost answer, say) keeps its key, so that the
 * server answers the second time without doing it twice.
 */
export function operationIdFor(command: object): string {
  const text = JSON.stringify(command);
  if (last?.command !== text) last = { command: text, id: randomId() };
  return last.id;
}

/** The command went through: the same one later is a new one. */
export function operationDone(): void {
  last = null;
}

function randomId(): string {
  // `crypto.randomUUID` is missing where the page is served without TLS to another machine.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
