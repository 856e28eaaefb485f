import { createPublicKey } from 'node:crypto';
import { openEnvelope } from '../evidence/dsse';
import { keyIdOf, type PublicKeys } from '../evidence/evidence-key';
import type { CheckpointLine, EntryLine, HeaderLine } from './audit-file';
import { type AuditFinding, AuditFindings, MissingPositions } from './audit-file-findings';
import { isHeader, readCheckpoint, readLine } from './audit-file-lines';
import { digestOf } from './chain-entry';
import { type Checkpoint, CHECKPOINT_TYPE } from './checkpoint';

export interface AuditFileOptions {
  /** Whom to believe; without it the keys that the file itself names, which shows no more than that it is whole. */
  keys?: PublicKeys | undefined;
  /** The digest of a checkpoint that was kept elsewhere: the file must hold it. */
  expected?: string | undefined;
}

export interface AuditFileReport {
  ok: boolean;
  tenantId: string | null;
  entries: number;
  /** How many of them no longer hold what may be erased. */
  erased: number;
  checkpoints: number;
  /** Position of the last entry that a checkpoint seals, and when that was signed. */
  sealedTo: number | null;
  sealedAt: string | null;
  /** The digest of the last checkpoint: keep it to see later that nothing was cut off. */
  checkpoint: string | null;
  /** The keys that signed. */
  keyIds: string[];
  /** Whether the keys came from elsewhere than the file. */
  trusted: boolean;
  findings: readonly AuditFinding[];
  /** With those beyond the first hundred. */
  findingCount: number;
}

/** Checks an export of the audit log line by line, with public keys alone. */
export class AuditFileCheck {
  private readonly findings = new AuditFindings();
  private readonly missing = new MissingPositions();
  private readonly keyIds = new Set<string>();
  private line = 0;
  private header: HeaderLine | undefined;
  private keys: PublicKeys;
  private last: { checkpoint: Checkpoint; digest: string } | undefined;
  /** The position that comes next, and the digest that it must name; undefined where that is not known. */
  private next = 1;
  private previous: string | null | undefined = null;
  private entries = 0;
  private erased = 0;
  private checkpoints = 0;
  private sawExpected = false;

  constructor(private readonly options: AuditFileOptions = {}) {
    this.keys = options.keys ?? new Map();
  }

  /** @param text without its end */
  add(text: string): void {
    this.line += 1;
    const line = readLine(text);
    if (this.line === 1 && this.begin(isHeader(line) ? line : undefined)) return;
    if (line === undefined)
      return this.find('unreadable', 'This is no line of an export, or it was not written by one.');
    if (line.type === 'header') return this.find('added', 'A second header stands here.');
    if (line.type === 'entry') this.entry(line);
    else this.checkpoint(line);
  }

  report(): AuditFileReport {
    this.end();
    const { list: findings, total } = this.findings;
    return {
      ok: total === 0,
      tenantId: this.header?.tenantId ?? null,
      entries: this.entries,
      erased: this.erased,
      checkpoints: this.checkpoints,
      sealedTo: this.last?.checkpoint.to ?? null,
      sealedAt: this.last?.checkpoint.sealedAt ?? null,
      checkpoint: this.last?.digest ?? null,
      keyIds: [...this.keyIds],
      trusted: this.options.keys !== undefined,
      findings,
      findingCount: total,
    };
  }

  private begin(header: HeaderLine | undefined): boolean {
    this.header = header;
    if (header === undefined) {
      this.find('header', 'The file does not begin with the header of an export.');
      return false;
    }
    if (this.options.keys === undefined) this.keys = keysOf(header);
    this.next = header.from;
    // In the middle of the chain the checkpoint before it says what comes before.
    this.previous = header.from === 1 ? null : undefined;
    return true;
  }

  private entry({ entry, erasable, digest }: EntryLine): void {
    this.entries += 1;
    if (erasable === null) this.erased += 1;
    if (this.entries === 1 && this.last === undefined && (this.header?.from ?? 1) > 1)
      this.find('missing', 'The checkpoint before the first entry is missing.');
    const { position } = entry;
    if (entry.tenantId !== this.header?.tenantId && this.header !== undefined)
      this.find('tenant', `The entry ${position} is of another workspace.`);
    if (digestOf(entry) !== digest)
      this.find('changed', `The entry ${position} was changed: its content is not that of its digest.`);
    if (erasable !== null && digestOf(erasable) !== entry.erasableDigest)
      this.find('changed', `The details of the entry ${position} were changed.`);
    if (position < this.next) return this.misplaced(position);
    if (position > this.next) this.skipTo(position);
    if (this.previous !== undefined && entry.previous !== this.previous)
      this.find(
        'link',
        `The entry ${position} does not follow from the line before: one of them was changed.`,
      );
    this.next = position + 1;
    this.previous = digest;
  }

  private misplaced(position: number): void {
    if (this.missing.take(position))
      return this.find('reordered', `The entry ${position} stands after later ones.`);
    this.find('added', `The entry ${position} stands here again, or does not belong to the file.`);
  }

  private skipTo(position: number): void {
    this.missing.add(this.next, position - 1, this.line);
    this.next = position;
    this.previous = undefined;
  }

  private checkpoint({ envelope }: CheckpointLine): void {
    const opened = openEnvelope(envelope, CHECKPOINT_TYPE, this.keys);
    if (opened.problem === 'unknown_key')
      return this.find(
        'unknown_key',
        `It is signed with the key ${opened.keyId ?? ''}, which was not given.`,
      );
    const checkpoint = opened.problem === undefined ? readCheckpoint(opened.payload) : undefined;
    if (opened.problem !== undefined || checkpoint === undefined)
      return this.find('signature', 'The checkpoint was changed: its signature does not fit.');
    this.checkpoints += 1;
    this.keyIds.add(opened.keyId);
    const digest = digestOf(checkpoint);
    if (digest === this.options.expected) this.sawExpected = true;
    this.seals(checkpoint, digest);
  }

  private seals(checkpoint: Checkpoint, digest: string): void {
    const { from, to, count, head, tenantId } = checkpoint;
    if (tenantId !== this.header?.tenantId && this.header !== undefined)
      this.find('tenant', 'The checkpoint is of another workspace.');
    const isBefore = this.last === undefined && this.entries === 0 && to === (this.header?.from ?? 1) - 1;
    if (this.last !== undefined && to <= this.last.checkpoint.to)
      return this.find(
        'reordered',
        `The checkpoint of the entries ${from} to ${to} stands after a later one.`,
      );
    if (!isBefore) this.follows(checkpoint);
    if (count !== to - from + 1) this.find('checkpoint', 'The checkpoint counts its entries wrongly.');
    if (!isBefore && to >= this.next) this.skipTo(to + 1);
    else if (!isBefore && to < this.next - 1)
      this.find('added', `Entries after ${to} stand before the checkpoint that ends there.`);
    else if (this.previous !== undefined && head !== this.previous && !isBefore)
      this.find('checkpoint', `The entries ${from} to ${to} are not those that were sealed.`);
    this.last = { checkpoint, digest };
    this.next = Math.max(this.next, to + 1);
    this.previous = head;
  }

  private follows({ from, to, previous }: Checkpoint): void {
    const before = this.last;
    const first = before === undefined;
    if (first && this.header !== undefined && this.header.from !== from)
      this.find('missing', `The checkpoint before the entry ${this.header.from} is missing.`);
    if (!first && from !== before.checkpoint.to + 1)
      this.find(
        'missing',
        `The checkpoint of the entries ${before.checkpoint.to + 1} to ${from - 1} is missing.`,
      );
    else if (previous !== (before?.digest ?? null) && (!first || from === 1))
      this.find(
        'checkpoint',
        `The checkpoint of the entries ${from} to ${to} does not follow the one before.`,
      );
  }

  private end(): void {
    this.missing.tell(this.findings);
    const to = this.last?.checkpoint.to ?? 0;
    const { header } = this;
    if (this.last === undefined) this.find('truncated', 'The file ends before its first checkpoint.');
    else if (this.next > to + 1) this.find('truncated', `No checkpoint seals what follows the entry ${to}.`);
    if (header !== undefined && to < header.to)
      this.find('truncated', `The file ends with the entry ${to}; its header speaks of ${header.to}.`);
    else if (header !== undefined && this.last !== undefined && this.last.digest !== header.checkpoint)
      this.find('header', 'The last checkpoint is not the one that the header names.');
    if (this.options.expected !== undefined && !this.sawExpected)
      this.find('truncated', 'The file does not hold the checkpoint that you expect.');
  }

  private find(code: AuditFinding['code'], message: string): void {
    this.findings.add(Math.max(this.line, 1), code, message);
  }
}

function keysOf({ keys }: HeaderLine): PublicKeys {
  const found = keys.flatMap(({ kty, crv, x }) => {
    try {
      return [createPublicKey({ key: { kty, crv, x }, format: 'jwk' })];
    } catch {
      return [];
    }
  });
  return new Map(found.map((key) => [keyIdOf(key), key]));
}
