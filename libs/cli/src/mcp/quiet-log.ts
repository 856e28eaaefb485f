const QUIET_MS = 60_000;

/** Writes each message once a minute at most: a gateway that is away for an hour is no news every second. */
export function quietLog(write: (line: string) => void): (error: Error) => void {
  const written = new Map<string, number>();
  return ({ message }) => {
    const now = performance.now();
    for (const [line, at] of written) if (now - at > QUIET_MS) written.delete(line);
    const line = message.slice(0, 500);
    if (written.has(line)) return;
    written.set(line, now);
    write(line);
  };
}
