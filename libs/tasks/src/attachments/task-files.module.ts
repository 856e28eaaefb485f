import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { AttachmentHolding } from './attachment-holding.service';
import { FileStore } from './file-store.service';
import { storageProvider } from './storage.provider';

/** The files of tasks alone, for programs that export a tenant or delete it. */
@Module({
  imports: [TenancyModule],
  providers: [FileStore, storageProvider, AttachmentHolding],
})
export class TaskFilesModule {}
