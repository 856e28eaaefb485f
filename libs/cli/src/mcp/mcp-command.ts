import { setMaxListeners } from 'node:events';
import type { Environment } from '../environment/environment';
import { gatewayFor } from '../environment/gateway';
import { relay } from './relay';

/**
 * Serves MCP on stdin and stdout. Resolves when stdin has ended.
 * @throws StartRefusedError
 */
export async function mcp(env: Environment): Promise<void> {
  // Each call listens to the end of the process.
  setMaxListeners(0);
  await relay(gatewayFor(env));
}
