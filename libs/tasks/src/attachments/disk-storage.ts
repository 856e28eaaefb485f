import { createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AttachmentStorage } from './attachment-storage';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const KEY = new RegExp(`^${UUID}/${UUID}$`);

/** Files in a folder of this machine, or one that all machines share; a folder for each tenant. */
export class DiskStorage extends AttachmentStorage {
  private readonly folder: string;

  constructor(folder: string) {
    super();
    this.folder = resolve(folder);
  }

  async put(key: string, content: Readable): Promise<void> {
    const file = this.fileOf(key);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    // The file is flushed to the disk, because a row of the database is about to rely on it.
    await pipeline(content, createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));
  }

  async get(key: string): Promise<Readable> {
    const handle = await open(this.fileOf(key), 'r');
    return handle.createReadStream();
  }

  async remove(key: string): Promise<void> {
    await rm(this.fileOf(key), { force: true });
  }

  /** Keys are ours alone; a path can never come from outside. */
  private fileOf(key: string): string {
    if (!KEY.test(key)) throw new Error('An attachment key is not of the form <tenant id>/<uuid>');
    return join(this.folder, key);
  }
}
