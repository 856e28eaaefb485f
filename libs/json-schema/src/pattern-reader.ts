const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, '0': 0 };

/** Reads a pattern of ECMAScript (flag `u`) from left to right; whether it is one was checked before. */
export class PatternReader {
  private at = 0;

  constructor(private readonly pattern: string) {}

  get done(): boolean {
    return this.at >= this.pattern.length;
  }

  get rest(): string {
    return this.pattern.slice(this.at);
  }

  peek(): string {
    return this.pattern.charAt(this.at);
  }

  /** The next character, both halves of a pair. */
  next(): string {
    const point = this.pattern.codePointAt(this.at);
    if (point === undefined) throw new Error('Ends in the middle');
    const char = String.fromCodePoint(point);
    this.at += char.length;
    return char;
  }

  take(text: string): boolean {
    if (!this.pattern.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** All up to an end, which is read too but not handed out. */
  takeUntil(end: string): string {
    const found = this.pattern.indexOf(end, this.at);
    if (found < 0) throw new Error('Ends in the middle');
    const text = this.pattern.slice(this.at, found);
    this.at = found + end.length;
    return text;
  }

  /** The character that an escape stands for; its backslash was read before. */
  escapedCode(): number {
    const char = this.next();
    if (char === 'c') return this.next().charCodeAt(0) % 32;
    if (char === 'x') return this.hex(2);
    if (char === 'u') return this.unicodeEscape();
    return CONTROLS[char] ?? (char.codePointAt(0) as number);
  }

  private unicodeEscape(): number {
    if (this.take('{')) return Number.parseInt(this.takeUntil('}'), 16);
    const unit = this.hex(4);
    const low = /^\\u(d[c-f][\da-f]{2})/i.exec(this.rest)?.[1];
    if (unit < 0xd800 || unit > 0xdbff || low === undefined) return unit;
    this.at += 6;
    return String.fromCharCode(unit, Number.parseInt(low, 16)).codePointAt(0) as number;
  }

  private hex(digits: number): number {
    const text = this.pattern.slice(this.at, this.at + digits);
    this.at += digits;
    return Number.parseInt(text, 16);
  }
}
