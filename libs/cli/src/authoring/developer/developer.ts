/** What is asked of the developer: a sentence, whether a test may run, whether the files may be written. */
export interface Question {
  readonly kind: 'talk' | 'question' | 'run' | 'write';
  readonly text: string;
  readonly options?: readonly string[] | undefined;
}

/** What the developer sees happen; each is a line of `--json`. */
export type Event =
  | { readonly type: 'begin'; readonly talk: string; readonly model: string; readonly host: string }
  /** A piece of what the model says, as it comes; `said` has all of it. */
  | { readonly type: 'piece'; readonly text: string }
  | { readonly type: 'said'; readonly text: string }
  | { readonly type: 'notice'; readonly text: string }
  | { readonly type: 'tool'; readonly tool: string; readonly text: string; readonly ok: boolean }
  /** The model wanted what it may not. */
  | { readonly type: 'refused'; readonly tool: string; readonly text: string }
  | ({ readonly type: 'question' } & Question)
  | {
      readonly type: 'difference';
      readonly files: readonly { readonly path: string; readonly difference: string }[];
    }
  | {
      readonly type: 'end';
      readonly outcome: string;
      readonly text: string;
      readonly files: readonly string[];
    };

/** The developer who is talked with. */
export interface Developer {
  tell(event: Event): void;
  /** @returns undefined where nobody is there to answer */
  ask(question: Question): Promise<string | undefined>;
  close(): void;
}
