import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { StartRefusedError } from './stdio.errors';

const devFile = z.object({
  databaseUrl: z.string(),
  systemDatabaseUrl: z.string(),
  temporalAddress: z.string(),
  tenants: z.array(z.object({ apiKey: z.string() })),
});

/** From `dist/apps/mcp-gateway/src/stdio`: an agent's client starts us in a folder of its own. */
const PROJECT = resolve(__dirname, '../../../../..');

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Settings and key of the local stack that runs here, where the environment does not give them.
 * @throws StartRefusedError when neither does
 */
export function localSettings(env: Env): { env: Env; apiKey: string } {
  const file = join(resolve(PROJECT, env['ORKESTRA_HOME'] || '.orkestra'), 'dev.json');
  const local = readDevFile(file);
  const apiKey = env['ORKESTRA_API_KEY'] ?? local?.tenants[0]?.apiKey;
  if (!apiKey) {
    const hint = `Set ORKESTRA_API_KEY, and ORKESTRA_URL for a gateway elsewhere, or run npm start first (${file} is missing).`;
    throw new StartRefusedError(`There is no API key. ${hint}`, 2);
  }
  const found = local && {
    DATABASE_URL: local.databaseUrl,
    SYSTEM_DATABASE_URL: local.systemDatabaseUrl,
    TEMPORAL_ADDRESS: local.temporalAddress,
  };
  return { apiKey, env: { ...found, ...env } };
}

function readDevFile(file: string): z.output<typeof devFile> | undefined {
  try {
    return devFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // No local stack, or one that is still starting: the environment must say it all.
    return undefined;
  }
}
