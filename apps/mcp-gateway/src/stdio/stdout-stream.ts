import type { TenantContext } from '@orkestra/tenancy';
import type { ClientStream } from '../updates/client-stream';

/** stdout, to a client whose key was given when the process started. */
export class StdoutStream implements ClientStream {
  onready: (() => void) | undefined;

  constructor(readonly authenticate: () => Promise<TenantContext>) {
    process.stdout.on('drain', () => this.onready?.());
  }

  ready(): boolean {
    return !process.stdout.writableNeedDrain;
  }

  /** The client has no other way to us: its next call says that the key is refused. */
  end(): void {}
}
