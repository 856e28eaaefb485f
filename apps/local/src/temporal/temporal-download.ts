import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { LocalStackError, messageOf } from '../terminal/local.errors';
import { installProgram, run } from './install-program';
import type { Fetching, TemporalProgram } from './temporal-program';

interface DownloadInfo {
  readonly archiveUrl: string;
  readonly fileToExtract: string;
}

/**
 * Temporal's own download service, as the package `@temporalio/testing` uses it: it answers with the archive to fetch.
 * A machine without internet is told within seconds.
 */
export async function downloadOfficial(
  program: TemporalProgram,
  target: string,
  { progress, signal }: Fetching,
  service = 'https://temporal.download',
): Promise<string> {
  const platform = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform as string];
  const arch = { x64: 'amd64', arm64: 'arm64' }[process.arch as string];
  const url = `${service}/${program.artifact}/v${program.version}?platform=${platform}&arch=${arch}&format=tar.gz`;
  try {
    const info = (await (await get(url, 5_000, signal)).json()) as DownloadInfo;
    progress(`downloading ${program.name} ${program.version}`);
    return await installProgram(target, async (folder) => {
      const archive = join(folder, 'archive.tar.gz');
      const { body } = await get(info.archiveUrl, 300_000, signal);
      await pipeline(Readable.fromWeb(body as ReadableStream), createWriteStream(archive));
      await run('tar', ['-xzf', archive, '-C', folder, info.fileToExtract], { signal });
      return join(folder, info.fileToExtract);
    });
  } catch (cause) {
    const reason = cause instanceof Error && cause.cause ? messageOf(cause.cause) : messageOf(cause);
    throw new LocalStackError(`the official download from ${service}: ${reason}`, { cause });
  }
}

async function get(url: string, timeoutMs: number, signal: AbortSignal | undefined): Promise<Response> {
  const signals = [AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])];
  const response = await fetch(url, { signal: AbortSignal.any(signals) });
  if (!response.ok) throw new LocalStackError(`${url} answered ${response.status}`);
  return response;
}
