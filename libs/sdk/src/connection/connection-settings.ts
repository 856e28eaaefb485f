import { readFileSync } from 'node:fs';
import type { TLSConfig } from '@temporalio/common/lib/internal-non-workflow';

type Environment = Readonly<Record<string, string | undefined>>;

/** How Temporal is reached: for `Connection.connect` of a client and `NativeConnection.connect` of a worker. */
export interface TemporalConnectionOptions {
  /** host:port */
  address: string;
  apiKey?: string;
  /** Absent where nothing is encrypted. */
  tls?: TLSConfig;
}

/**
 * What a worker or a client of yours needs, so that it reaches the Temporal of the servers: `TEMPORAL_ADDRESS`, `TEMPORAL_API_KEY`,
 * `TEMPORAL_TLS`, and the `TEMPORAL_TLS_…` that Temporal's own tools read too. Files are read once, here.
 * @throws Error naming the variable that has to change
 */
export function connectionFrom(environment: Environment): TemporalConnectionOptions {
  const address = environment['TEMPORAL_ADDRESS'] || '127.0.0.1:7233';
  if (!/^[^\s/]+:\d+$/.test(address))
    throw new Error(`TEMPORAL_ADDRESS must be host:port, not "${address}".`);
  const apiKey = environment['TEMPORAL_API_KEY'] || undefined;
  const tls = tlsFrom(environment);
  const isOn = /^(1|true|yes|on|y|enabled)$/i.test(environment['TEMPORAL_TLS'] ?? '');
  const secure = isOn || apiKey !== undefined || Object.keys(tls).length > 0;
  return { address, ...(apiKey === undefined ? {} : { apiKey }), ...(secure ? { tls } : {}) };
}

function tlsFrom(environment: Environment): TLSConfig {
  const serverNameOverride = environment['TEMPORAL_TLS_SERVER_NAME'] || undefined;
  const serverRootCACertificate = pem(environment, 'TEMPORAL_TLS_SERVER_CA_CERT');
  const crt = pem(environment, 'TEMPORAL_TLS_CLIENT_CERT');
  const key = pem(environment, 'TEMPORAL_TLS_CLIENT_KEY');
  if ((crt === undefined) !== (key === undefined)) {
    const missing = crt === undefined ? 'TEMPORAL_TLS_CLIENT_CERT' : 'TEMPORAL_TLS_CLIENT_KEY';
    throw new Error(`A certificate and its key go together: set ${missing}_PATH or ${missing}_DATA as well.`);
  }
  return {
    ...(serverNameOverride === undefined ? {} : { serverNameOverride }),
    ...(serverRootCACertificate === undefined ? {} : { serverRootCACertificate }),
    ...(crt === undefined || key === undefined ? {} : { clientCertPair: { crt, key } }),
  };
}

/** From the variable that holds it, or from the file that the other one names. */
function pem(environment: Environment, name: string): Uint8Array | undefined {
  const [data, path] = [environment[`${name}_DATA`], environment[`${name}_PATH`]];
  if (data && path) throw new Error(`Set ${name}_PATH or ${name}_DATA, not both.`);
  const [from, content] = path ? [`${name}_PATH`, read(`${name}_PATH`, path)] : [`${name}_DATA`, data];
  if (!content) return undefined;
  if (!/-----BEGIN [A-Z ]+-----/.test(content)) throw new Error(`${from} must be PEM: "-----BEGIN …".`);
  return Buffer.from(content);
}

function read(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Error(`${name}: ${(cause as Error).message}`, { cause });
  }
}
