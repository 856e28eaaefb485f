import { type Token, tokensOf } from './filter-tokens';
import {
  attributeName,
  type ScimFilter,
  type ScimOperator,
  type ScimPath,
  type ScimValue,
} from './scim-filter';

const OPERATORS: readonly string[] = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'];
const ATTRIBUTE = /^[a-z$][\w$:.-]*$/i;
const SUB = /^\.[a-z$][\w$-]*$/i;
const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const LONGEST = 4_000;
const DEEPEST = 20;
const MOST_TERMS = 100;

/** Reads filters and paths by recursive descent. Its errors are `SyntaxError`s, for the caller to put into words. */
export class FilterParser {
  private readonly tokens: Token[];
  private next = 0;
  private depth = 0;
  private terms = 0;

  constructor(source: string) {
    if (source.length > LONGEST) throw new SyntaxError(`more than ${LONGEST} characters`);
    this.tokens = tokensOf(source);
  }

  filter(): ScimFilter {
    const filter = this.or();
    if (this.peek.kind !== 'end') throw this.unexpected('"and", "or" or the end');
    return filter;
  }

  path(): ScimPath {
    const attribute = this.attribute();
    const filter = this.peek.kind === '[' ? this.bracketed() : undefined;
    const sub = filter === undefined ? undefined : this.sub();
    if (this.peek.kind !== 'end') throw this.unexpected('the end of the path');
    return { attribute, filter, sub };
  }

  private or(): ScimFilter {
    return this.chain('or', () => this.chain('and', () => this.single()));
  }

  private chain(kind: 'and' | 'or', read: () => ScimFilter): ScimFilter {
    const first = read();
    const terms = [first];
    while (this.takeWord(kind)) terms.push(read());
    return terms.length === 1 ? first : { kind, terms };
  }

  private single(): ScimFilter {
    if ((this.terms += 1) > MOST_TERMS) throw new SyntaxError(`more than ${MOST_TERMS} conditions`);
    if (this.peek.kind === '(') return this.enclosed(')', () => this.or());
    if (this.isWord('not') && this.tokens[this.next + 1]?.kind === '(') {
      this.next += 1;
      return { kind: 'not', term: this.enclosed(')', () => this.or()) };
    }
    return this.condition();
  }

  private condition(): ScimFilter {
    const attribute = this.attribute();
    if (this.peek.kind !== '[') return this.comparison(attribute);
    const inner = this.bracketed();
    const sub = this.sub();
    if (sub === undefined) return { kind: 'some', attribute, filter: inner };
    // `emails[type eq "work"].value eq "…"` is in no standard, and common.
    return { kind: 'some', attribute, filter: { kind: 'and', terms: [inner, this.comparison(sub)] } };
  }

  private comparison(attribute: string): ScimFilter {
    if (this.takeWord('pr')) return { kind: 'present', attribute };
    const { peek } = this;
    const operator = peek.kind === 'word' ? peek.value.toLowerCase() : '';
    if (!OPERATORS.includes(operator)) throw this.unexpected(`one of ${OPERATORS.join(', ')} or pr`);
    this.next += 1;
    return { kind: 'compare', attribute, operator: operator as ScimOperator, value: this.value() };
  }

  private value(): ScimValue {
    const { peek } = this;
    if (peek.kind === 'text' || peek.kind === 'word') this.next += 1;
    if (peek.kind === 'text') return peek.value;
    const word = peek.kind === 'word' ? peek.value.toLowerCase() : '';
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (NUMBER.test(word)) return Number(word);
    throw this.unexpected('a value: a text in quotes, a number, true, false or null', peek);
  }

  private bracketed(): ScimFilter {
    return this.enclosed(']', () => this.or());
  }

  private enclosed(end: ')' | ']', read: () => ScimFilter): ScimFilter {
    if ((this.depth += 1) > DEEPEST) throw new SyntaxError(`more than ${DEEPEST} brackets within each other`);
    this.next += 1;
    const inner = read();
    if (this.peek.kind !== end) throw this.unexpected(`"${end}"`);
    this.next += 1;
    this.depth -= 1;
    return inner;
  }

  private attribute(): string {
    const { peek } = this;
    if (peek.kind !== 'word' || !ATTRIBUTE.test(peek.value))
      throw this.unexpected('the name of an attribute');
    this.next += 1;
    return attributeName(peek.value);
  }

  private sub(): string | undefined {
    const { peek } = this;
    if (peek.kind !== 'word' || !SUB.test(peek.value)) return undefined;
    this.next += 1;
    return peek.value.slice(1).toLowerCase();
  }

  private takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.next += 1;
    return true;
  }

  private isWord(word: string): boolean {
    const { peek } = this;
    return peek.kind === 'word' && peek.value.toLowerCase() === word;
  }

  private get peek(): Token {
    return this.tokens[this.next] as Token;
  }

  private unexpected(wanted: string, token = this.peek): SyntaxError {
    const found = token.kind === 'word' || token.kind === 'text' ? token.value.slice(0, 60) : token.kind;
    return new SyntaxError(`"${found}" at character ${token.at + 1}, where ${wanted} should stand`);
  }
}
