import type { ParseArgsConfig } from 'node:util';
import type { Environment } from './environment';

export type OptionValues = Readonly<Record<string, string | boolean | string[] | undefined>>;

/** What a command was called with. */
export interface Call {
  /** The words after the name of the command. */
  readonly words: readonly string[];
  readonly options: OptionValues;
  readonly env: Environment;
  /** Asks whoever sits at the terminal. */
  readonly confirm: (question: string, expected: string) => Promise<void>;
}

/** What a command says: to programs as JSON, to people as lines. */
export interface Answer {
  readonly json: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
  /** Only where it is not 0: the command did its work, and what it found is not as it should be. */
  readonly exitCode?: number;
}

export interface Command {
  /** Such as `tenant create`. */
  readonly name: string;
  /** The words and options after the name. */
  readonly usage: string;
  readonly summary: string;
  /** How many words it takes. */
  readonly words: readonly [least: number, most: number];
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  readonly run: (call: Call) => Promise<Answer>;
}
