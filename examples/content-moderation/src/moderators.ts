import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Post, Verdict } from './post';
import type { Settings } from './settings';

/** What a person said of a post. */
export interface Ruling {
  verdict: Verdict;
  reason: string;
  by: string;
}

type Answer = { done: boolean; task: Task };
type Task = {
  task_id: string;
  status: string;
  result: { verdict: Verdict; reason: string } | null;
  decided_by: { display_name: string } | null;
};

const form = {
  verdict: {
    type: 'radio',
    label: 'What happens to it?',
    required: true,
    options: [
      { value: 'publish', label: 'Publish' },
      { value: 'remove', label: 'Remove' },
    ],
  },
  reason: {
    type: 'textarea',
    required: true,
    help_text: 'The agent goes by it from now on.',
    validation: { max_length: 500 },
  },
};
/** A call waits for 50 seconds at most, and answers then that nobody has decided yet. */
const CALL_SECONDS = 50;

/** The people who decide what the agent does not. */
export class Moderators {
  private constructor(
    private readonly client: Client,
    private readonly group: string,
  ) {}

  static async at({ endpoint, apiKey, group }: Settings): Promise<Moderators> {
    const client = new Client({ name: 'content-moderation', version: '0.1.0' });
    const headers = { authorization: `Bearer ${apiKey}` };
    await client.connect(new StreamableHTTPClientTransport(endpoint, { requestInit: { headers } }));
    return new Moderators(client, group);
  }

  // #region ask
  /** Asks about a post, and waits as long as people take. Asked again, the same post is the same task. */
  async ask(post: Post, question: string): Promise<Ruling> {
    const { task } = await this.call<{ task: Task }>('task_create', {
      idempotency_key: `moderation-${post.id}`,
      title: `Moderate a post of ${post.author}`,
      description: question,
      type: 'moderation',
      context: { post: post.text, author: post.author },
      form,
      assign_to: { group: this.group },
    });
    return await this.rulingOn(task.task_id);
  }

  private async rulingOn(task_id: string): Promise<Ruling> {
    for (;;) {
      const wait = { task_id, timeout_seconds: CALL_SECONDS };
      const { done, task } = await this.call<Answer>('task_await', wait);
      if (!done) continue;
      if (!task.result) throw new Error(`The moderators' task ended without a verdict: ${task.status}`);
      return { ...task.result, by: task.decided_by?.display_name ?? 'a person' };
    }
  }
  // #endregion

  close(): Promise<void> {
    return this.client.close();
  }

  private async call<T>(name: string, args: Record<string, unknown>): Promise<T> {
    const options = { timeout: (CALL_SECONDS + 20) * 1_000 };
    const result = await this.client.callTool({ name, arguments: args }, options);
    if (!result.isError) return result.structuredContent as T;
    throw new Error(result.content.map((part) => (part.type === 'text' ? part.text : '')).join('\n'));
  }
}
