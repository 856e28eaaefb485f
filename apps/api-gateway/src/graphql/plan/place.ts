/** Where a value of an answer belongs, and the way to it; a `Path` of graphql-js as well. */
export class Place {
  constructor(
    readonly prev: Place | undefined,
    readonly key: string | number,
    readonly typename: string | undefined,
    private readonly holder: object,
    /** Whether an error may end here, which leaves null. */
    readonly isNullable: boolean,
  ) {}

  put(value: unknown): void {
    (this.holder as Record<string | number, unknown>)[this.key] = value;
  }
}
