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

export function tool<Input>(definition: Tool<Input>): Tool {
  const { label } = definition;
  const seen = label === undefined ? {} : { label: (input: unknown) => label(input as Input) };
  return { ...definition, ...seen, run: (input) => definition.run(input as Input) };
}
