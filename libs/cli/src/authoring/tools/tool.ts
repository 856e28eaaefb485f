import { z } from 'zod';
import type { ToolSpec } from '../model/model';

/** What the model may have done. */
export interface Tool<Input = unknown> {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodType<Input>;
  /** What the developer sees when it has run; nothing where the tool tells them itself. */
  readonly label?: (input: Input) => string;
  /**
   * @returns what the model is told
   * @throws RefusedError, ToolError
   */
  run(input: Input): Promise<string> | string;
}

export function specOf({ name, description, input }: Tool): ToolSpec {
  const { $schema: _dialect, ...inputSchema } = z.toJSONSchema(input);
  return { name, description, inputSchema };
}

/** Forgets the type of the input, which is checked before anything else sees it. */
export function tool<Input>({ label, ...definition }: Tool<Input>): Tool {
  const run = (input: unknown) => definition.run(input as Input);
  if (label === undefined) return { ...definition, run };
  return { ...definition, run, label: (input) => label(input as Input) };
}
