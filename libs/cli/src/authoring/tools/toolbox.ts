import { z } from 'zod';
import type { Event } from '../developer/developer';
import type { CallPart, ResultPart, ToolSpec } from '../model/model';
import { TalkEndedError } from '../talk/budget';
import { RefusedError, ToolError } from '../workspace/workspace.errors';
import { specOf, type Tool } from './tool';

/** Runs what the model calls, and turns whatever goes wrong into what the model is told. */
export class Toolbox {
  readonly specs: readonly ToolSpec[];

  constructor(
    private readonly tools: readonly Tool[],
    private readonly tell: (event: Event) => void,
    /** Takes secrets out of what the model is told. */
    private readonly leaveOut: (text: string) => string,
    private readonly signal: AbortSignal,
  ) {
    this.specs = tools.map(specOf);
  }

  async run({ id, tool, input }: CallPart): Promise<ResultPart> {
    const answer = (text: string, isError: boolean): ResultPart => {
      return { type: 'result', id, tool, text: this.leaveOut(text), isError };
    };
    try {
      return answer(await this.call(tool, input), false);
    } catch (error) {
      this.signal.throwIfAborted();
      if (error instanceof TalkEndedError) throw error;
      if (error instanceof RefusedError) this.tell({ type: 'refused', tool, text: error.message });
      if (error instanceof RefusedError || error instanceof ToolError) return answer(error.message, true);
      const { message } = error as Error;
      this.tell({ type: 'tool', tool, ok: false, text: `${tool} failed: ${message}` });
      return answer(`It failed: ${message}`, true);
    }
  }

  private async call(name: string, input: unknown): Promise<string> {
    const tool = this.tools.find((one) => one.name === name);
    if (tool === undefined) {
      const names = this.tools.map((one) => one.name).join(', ');
      throw new RefusedError(
        `There is no tool "${name.slice(0, 100)}", and no command is run. There are ${names}.`,
      );
    }
    const parsed = tool.input.safeParse(input);
    if (!parsed.success) throw new ToolError(`The input does not fit: ${z.prettifyError(parsed.error)}`);
    const answer = await tool.run(parsed.data);
    const label = tool.label?.(parsed.data);
    if (label !== undefined) this.tell({ type: 'tool', tool: name, ok: true, text: label });
    return answer;
  }
}
