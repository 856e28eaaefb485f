/** An option of a command, as parsing, help and completion need to know it. */
export interface OptionSpec {
  /** What stands for its value in the help; without it the option takes none. */
  readonly value?: string;
  readonly help?: string;
  readonly short?: string;
  /** It may stand several times. */
  readonly multiple?: boolean;
  /** The values that there are, for completion and the help; others are refused where the command says so. */
  readonly choices?: readonly string[];
  /** Its value is a file, or a folder. */
  readonly path?: 'file' | 'folder';
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** A command of `orkestra`. */
export interface CommandSpec {
  /** One word such as `dev`, or two such as `tasks list`. */
  readonly name: string;
  /** The words after the name, as the help shows them. */
  readonly words?: string;
  /** How many of them it takes; none unless told. */
  readonly count?: readonly [least: number, most: number];
  /** What the words may be, where it is known, or that they are folders or files. */
  readonly choices?: readonly string[];
  readonly path?: 'file' | 'folder';
  readonly summary: string;
  readonly options?: OptionSpecs;
}
