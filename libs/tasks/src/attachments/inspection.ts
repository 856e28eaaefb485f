import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { HEAD_BYTES } from './content-type';
import { AttachmentTooLargeError } from './attachments.errors';

/** Lets a file through while it counts and hashes it; keeps no more of it than its head. */
export class Inspection extends Transform {
  private readonly hash = createHash('sha256');
  private readonly heads: Buffer[] = [];
  private kept = 0;
  /** How much has passed. It is not called `size`, which the client of S3 would take for the length of the whole. */
  bytes = 0;

  constructor(private readonly limit: number) {
    super();
  }

  get head(): Buffer {
    return Buffer.concat(this.heads);
  }

  /** Once everything has passed. */
  digest(): Buffer {
    return this.hash.digest();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    if (this.bytes > this.limit) return done(new AttachmentTooLargeError(this.limit));
    this.hash.update(chunk);
    if (this.kept < HEAD_BYTES) {
      const part = chunk.subarray(0, HEAD_BYTES - this.kept);
      this.heads.push(part);
      this.kept += part.length;
    }
    done(null, chunk);
  }
}
