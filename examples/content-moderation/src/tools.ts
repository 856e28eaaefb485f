import { betaTool } from '@anthropic-ai/sdk/helpers/beta/json-schema';
import type { Moderators } from './moderators';
import type { Decision, Post, Verdict } from './post';

const text = (description: string) => ({ type: 'string', description }) as const;

/** One post on its way to a decision. Its tools take no id: what a post says can't lead the agent to another one. */
export class Case {
  decision: Decision | undefined;

  constructor(
    readonly post: Post,
    private readonly moderators: Moderators,
  ) {}

  // #region tools
  get tools() {
    const properties = { reason: text('One sentence for the author') };
    const inputSchema = { type: 'object', properties, required: ['reason'] } as const;
    const decide = (verdict: Verdict, description: string) =>
      betaTool({
        name: verdict,
        description,
        inputSchema,
        run: ({ reason }) => this.close({ verdict, by: 'agent', reason }),
      });
    const askPeople = betaTool({
      name: 'ask_people',
      description: 'A person decides the post; use it whenever the rules leave room for doubt.',
      inputSchema: {
        type: 'object',
        properties: { question: text('What the person has to weigh') },
        required: ['question'],
      } as const,
      run: async ({ question }) => {
        const { by, ...ruling } = await this.moderators.ask(this.post, question);
        return `${by} decided. ${this.close({ ...ruling, by: 'person' })}`;
      },
    });
    return [decide('publish', 'Publishes the post.'), decide('remove', 'Removes the post.'), askPeople];
  }

  /** Whoever is first decides: after a person has spoken, the model can't do otherwise. */
  private close(decision: Omit<Decision, 'post'>): string {
    if (this.decision) throw new Error(`It is decided already: ${this.decision.verdict}.`);
    this.decision = { post: this.post.id, ...decision };
    return `Done: ${decision.verdict}. ${decision.reason}`;
  }
  // #endregion
}
