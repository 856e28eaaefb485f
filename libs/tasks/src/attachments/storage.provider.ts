import type { FactoryProvider } from '@nestjs/common';
import { Config } from '@orkestra/core';
import { AttachmentStorage } from './attachment-storage';
import { DiskStorage } from './disk-storage';
import { S3Storage } from './s3-storage';

/** The storage that the settings ask for: a bucket if one is named, else the local disk. */
export const storageProvider: FactoryProvider<AttachmentStorage> = {
  provide: AttachmentStorage,
  inject: [Config],
  useFactory: async (config: Config) =>
    config.ATTACHMENTS_S3_BUCKET === undefined
      ? new DiskStorage(config.ATTACHMENTS_DIR)
      : S3Storage.open(config.ATTACHMENTS_S3_BUCKET, config),
};
