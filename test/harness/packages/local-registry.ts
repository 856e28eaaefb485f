import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(__dirname, '../../..');

interface Packed {
  manifest: { name: string; version: string };
  tarball: Buffer;
}

/**
 * A registry with this repository's packages as they would be published. For all others it sends npm on to the registry that
 * is set up here, so that npm's cache works as ever.
 */
export class LocalRegistry {
  private constructor(
    private readonly server: Server,
    private readonly packages: ReadonlyMap<string, Packed>,
    private readonly others: string,
  ) {}

  static async start(folder: string, libs: readonly string[]): Promise<LocalRegistry> {
    const packed = await Promise.all(libs.map((lib) => pack(lib, folder)));
    const { stdout } = await run('npm', ['config', 'get', 'registry'], { cwd: root });
    const server = createServer();
    const byName = new Map(packed.map((one) => [one.manifest.name, one]));
    const registry = new LocalRegistry(server, byName, stdout.trim().replace(/\/$/, ''));
    server.on('request', (request, response) => registry.answer(request, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return registry;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private answer({ url = '/' }: IncomingMessage, response: ServerResponse): void {
    const path = decodeURIComponent(url.slice(1).split('?')[0] ?? '');
    const [name = '', file] = path.split('/-/');
    const found = this.packages.get(name);
    if (found === undefined) return void response.writeHead(302, { location: `${this.others}${url}` }).end();
    if (file !== undefined) return void response.end(found.tarball);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(this.describe(found)));
  }

  private describe({ manifest, tarball }: Packed): object {
    const { name, version } = manifest;
    const dist = {
      tarball: `${this.url}/${name}/-/package-${version}.tgz`,
      integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
    };
    return { name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } };
  }
}

async function pack(lib: string, folder: string): Promise<Packed> {
  const source = join(root, 'libs', lib);
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: source });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as Packed['manifest'];
  return { manifest, tarball: readFileSync(join(folder, filename)) };
}
