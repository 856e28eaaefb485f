import type { Readable } from 'node:stream';

/**
 * Where the content of attachments lies. Keys are `<tenant id>/<random uuid>`, the same in every storage, so that
 * files can be copied from one to another.
 */
export abstract class AttachmentStorage {
  /** Stores the content as it arrives. Once this resolves the file outlives a crash. */
  abstract put(key: string, content: Readable): Promise<void>;

  /** Opens a file; rejects before any content has been read if there is none. */
  abstract get(key: string): Promise<Readable>;

  /** Removes a file; one that is not there, or only in part, is no error. */
  abstract remove(key: string): Promise<void>;
}
