import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Clock, TenantDatabase } from '@orkestra/core';
import { ZipFile } from 'yazl';
import { type AuditActor, AuditLog } from '../audit/audit-log.service';
import { type ExportTable, readExportRows, readExportTables } from './export-tables.queries';
import { TenantHoldings } from './tenant-holdings.service';
import { ExportRunningError } from './tenants.errors';

/** Few, since a row may hold a quarter of a megabyte. */
const ROWS_AT_ONCE = 100;

export interface ExportSummary {
  /** Lines of each table. */
  rows: Record<string, number>;
  files: number;
}

type Entry = () => Readable | Promise<Readable>;

/**
 * Everything that a tenant has, as a zip that is written while it is read: a file of JSON lines for each table, the files
 * of tasks, and at the end `manifest.json`, without which it is not whole. It takes no snapshot: each some rows are read by
 * themselves, so that no transaction stays open for as long as a download.
 */
@Injectable()
export class TenantExport {
  private readonly running = new Set<string>();

  constructor(
    private readonly database: TenantDatabase,
    private readonly holdings: TenantHoldings,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param actor who asks, and for which tenant; whether they may is for the caller to know
   * @param begin called when nothing is in the way any more, before the first byte
   * @throws ExportRunningError before anything is written, or whatever breaks it off
   */
  async stream(actor: AuditActor, to: Writable, begin: () => void = () => undefined): Promise<ExportSummary> {
    const { tenantId } = actor;
    if (this.running.has(tenantId)) throw new ExportRunningError();
    this.running.add(tenantId);
    try {
      return await this.write(actor, to, begin);
    } finally {
      this.running.delete(tenantId);
    }
  }

  private async write(actor: AuditActor, to: Writable, begin: () => void): Promise<ExportSummary> {
    const { tenantId } = actor;
    const tables = await this.database.run(actor, async (em) => {
      const target = { kind: 'tenant', id: tenantId };
      await this.audit.recordOf(em, actor, { action: 'tenant.exported', target });
      return readExportTables(em);
    });
    begin();
    const zip = new ZipFile();
    // What goes wrong with an entry is told by the entry.
    zip.on('error', () => undefined);
    const summary: ExportSummary = { rows: {}, files: 0 };
    const sent = pipeline(zip.outputStream, to);
    sent.catch(() => undefined);
    const add = (path: string, entry: Entry) => addEntry(zip, path, entry, sent);
    try {
      for (const table of tables)
        await add(`tables/${table.name}.jsonl`, () => Readable.from(this.lines(tenantId, table, summary)));
      for (const holding of this.holdings.all) {
        for await (const { path, open } of holding.files?.(tenantId) ?? []) {
          await add(path, open);
          summary.files += 1;
        }
      }
      const manifest = { format: 1, tenantId, endedAt: this.clock.now(), ...summary };
      zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 'manifest.json');
      zip.end();
      await sent;
    } catch (error) {
      to.destroy(error as Error);
      throw error;
    }
    return summary;
  }

  private async *lines(
    tenantId: string,
    table: ExportTable,
    { rows }: ExportSummary,
  ): AsyncGenerator<string> {
    let after: string[] | null = null;
    rows[table.name] = 0;
    for (;;) {
      const last: string[] | null = after;
      const page: { line: string; key: string[] }[] = await this.database.run({ tenantId }, (em) =>
        readExportRows(em, tenantId, table, last, ROWS_AT_ONCE),
      );
      if (page.length > 0) yield page.map(({ line }) => `${withoutKey(line)}\n`).join('');
      rows[table.name] = (rows[table.name] ?? 0) + page.length;
      after = page.at(-1)?.key ?? null;
      if (page.length < ROWS_AT_ONCE || table.key.length === 0) return;
    }
  }
}

/** Each entry is opened when the one before it has been written, so that one is under way at a time. */
function addEntry(zip: ZipFile, path: string, open: Entry, sent: Promise<void>): Promise<void> {
  const written = new Promise<void>((resolve, reject) => {
    zip.addReadStreamLazy(path, { compressionLevel: 6 }, (give) => {
      Promise.resolve(open()).then(
        (stream) => {
          stream.once('end', resolve).once('error', reject);
          give(null, stream);
        },
        (error: unknown) => reject(error as Error),
      );
    });
  });
  // Whoever reads it may have gone away.
  return Promise.race([written, sent.then(() => Promise.reject(new Error('The export ended too early')))]);
}

/** The key stands at the end of the line, where the query put it. */
function withoutKey(line: string): string {
  return `${line.slice(0, line.lastIndexOf(',"#key":'))}}`;
}
