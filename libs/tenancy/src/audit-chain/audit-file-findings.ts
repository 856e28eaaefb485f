export type AuditFindingCode =
  | 'unreadable'
  | 'header'
  | 'tenant'
  | 'changed'
  | 'link'
  | 'missing'
  | 'reordered'
  | 'added'
  | 'signature'
  | 'unknown_key'
  | 'checkpoint'
  | 'truncated';

/** Something that is wrong with a file. */
export interface AuditFinding {
  /** From 1 on. */
  line: number;
  code: AuditFindingCode;
  message: string;
}

const MOST_FINDINGS = 100;

/** What was found, in the order of the lines; the first hundred. */
export class AuditFindings {
  private readonly found: AuditFinding[] = [];
  private count = 0;

  add(line: number, code: AuditFindingCode, message: string): void {
    this.count += 1;
    if (this.found.length < MOST_FINDINGS) this.found.push({ line, code, message });
  }

  get list(): readonly AuditFinding[] {
    return this.found.toSorted((one, other) => one.line - other.line);
  }

  get total(): number {
    return this.count;
  }
}

/** Positions that have not been seen, with the line before which they belong. */
export class MissingPositions {
  private ranges: { from: number; to: number; line: number }[] = [];

  add(from: number, to: number, line: number): void {
    this.ranges.push({ from, to, line });
  }

  /** Whether it was missing; from now on it is not. */
  take(position: number): boolean {
    const range = this.ranges.find(({ from, to }) => from <= position && position <= to);
    if (range === undefined) return false;
    const { from, to, line } = range;
    const rest = [
      { from, to: position - 1, line },
      { from: position + 1, to, line },
    ].filter((part) => part.from <= part.to);
    this.ranges = [...this.ranges.filter((one) => one !== range), ...rest];
    return true;
  }

  tell(findings: AuditFindings): void {
    for (const { from, to, line } of this.ranges) {
      const what = from === to ? `The entry ${from} is` : `The entries ${from} to ${to} are`;
      findings.add(line, 'missing', `${what} missing before this line.`);
    }
  }
}
