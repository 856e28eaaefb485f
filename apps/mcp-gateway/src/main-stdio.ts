import { StartRefusedError } from './stdio/stdio.errors';

/** stdout belongs to the protocol: everything else goes to stderr. */
async function main(): Promise<void> {
  const url = process.env['ORKESTRA_URL'];
  // Each way loads only what it needs: a relay starts without the server's libraries.
  if (url) return (await import('./stdio/relay.js')).relay(url, process.env['ORKESTRA_API_KEY']);
  return (await import('./stdio/local-server.js')).serveLocally(process.env);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`orkestra mcp: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof StartRefusedError ? error.exitCode : 1);
  },
);
