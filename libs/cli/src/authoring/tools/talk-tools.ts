import { z } from 'zod';
import { ToolError } from '../workspace/workspace.errors';
import { type Tool, tool } from './tool';

interface TalkActions {
  readonly ask: (question: string, options: readonly string[] | undefined) => Promise<string | undefined>;
  /** What is still to be done; undefined when all is right. */
  readonly missing: () => string | undefined;
  readonly finish: (summary: string) => void;
}

/** Asking the developer, and being done. */
export function talkTools({ ask, missing, finish }: TalkActions): Tool[] {
  return [
    tool({
      name: 'ask_developer',
      description:
        'Asks the developer about the process. One question at a time, and only what you need to know.',
      input: z.object({
        question: z.string().min(1),
        options: z.array(z.string()).max(9).optional().describe('Answers to choose from, if there are a few'),
      }),
      run: async ({ question, options }) =>
        (await ask(question, options)) ??
        'Nobody is there to answer. Decide it yourself, and say what you assumed when you finish.',
    }),
    tool({
      name: 'finish',
      description:
        'Says that the proposal is complete, checked and tested. The developer then sees the difference and decides.',
      input: z.object({
        summary: z.string().min(1).describe('What you made and what you assumed, in two or three sentences'),
      }),
      run: ({ summary }) => {
        const open = missing();
        if (open !== undefined) throw new ToolError(`Not finished. ${open}`);
        finish(summary);
        return 'The developer looks at the difference now.';
      },
    }),
  ];
}
