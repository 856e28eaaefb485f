import type { S3Client } from '@aws-sdk/client-s3';
import type { Config } from '@orkestra/core';
import type { Readable } from 'node:stream';
import { AttachmentStorage } from './attachment-storage';

/** Its client takes a while to load, which those without a bucket are spared. */
async function loadSdk() {
  const [s3, { Upload }] = await Promise.all([import('@aws-sdk/client-s3'), import('@aws-sdk/lib-storage')]);
  return { ...s3, Upload };
}

type Sdk = Awaited<ReturnType<typeof loadSdk>>;

/** S3 allows no smaller parts; one at a time is in memory. */
const PART_BYTES = 5 * 1024 * 1024;
const CONNECT_MS = 5_000;
const LONGEST_SILENCE_MS = 20_000;

/** Objects in a bucket of S3, or of a server that speaks its protocol. */
export class S3Storage extends AttachmentStorage {
  private constructor(
    private readonly sdk: Sdk,
    private readonly client: S3Client,
    private readonly bucket: string,
  ) {
    super();
  }

  static async open(bucket: string, config: Config): Promise<S3Storage> {
    const sdk = await loadSdk();
    const accessKeyId = config.ATTACHMENTS_S3_ACCESS_KEY_ID;
    const secretAccessKey = config.ATTACHMENTS_S3_SECRET_ACCESS_KEY;
    const client = new sdk.S3Client({
      region: config.ATTACHMENTS_S3_REGION,
      endpoint: config.ATTACHMENTS_S3_ENDPOINT,
      // Other servers than Amazon's expect the bucket in the path, not in the host's name.
      forcePathStyle: config.ATTACHMENTS_S3_ENDPOINT !== undefined,
      // Without both the client finds what the machine is given: a role, a profile, the usual variables.
      credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
      // The client's newer checksums are left out where nobody asks for them: not every server knows them.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: LONGEST_SILENCE_MS },
    });
    return new S3Storage(sdk, client, bucket);
  }

  async put(key: string, content: Readable): Promise<void> {
    const params = { ...this.named(key), Body: content, ContentType: 'application/octet-stream' };
    const upload = new this.sdk.Upload({
      client: this.client,
      params,
      queueSize: 1,
      partSize: PART_BYTES,
    });
    await upload.done();
  }

  async get(key: string): Promise<Readable> {
    const { Body: body } = await this.client.send(new this.sdk.GetObjectCommand(this.named(key)));
    return body as Readable;
  }

  async remove(key: string): Promise<void> {
    await this.client.send(new this.sdk.DeleteObjectCommand(this.named(key)));
  }

  /** Ends the connections that it keeps open. */
  onApplicationShutdown(): void {
    this.client.destroy();
  }

  private named(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.bucket, Key: key };
  }
}
