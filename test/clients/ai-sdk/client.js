import { createMCPClient } from '@ai-sdk/mcp';
import { Conversation, jsonOf } from '../steps/conversation.js';

const { url, key, tell, moved, unique } = new Conversation();
const headers = { Authorization: `Bearer ${key}` };
const client = await createMCPClient({ transport: { type: 'http', url, headers } });
const tools = await client.tools();
const text = async (name, args) => {
  const { content } = await tools[name].execute(args, { toolCallId: name, messages: [] });
  return content[0].text;
};
const call = async (name, args) => jsonOf(await text(name, args));

tell('tools', Object.keys(tools));
const created = { idempotency_key: unique, title: 'The AI SDK asks', description: null };
tell('created', [await call('task_create', created), await call('task_create', created)]);
tell('waited', await call('task_await', { task_id: (await call('task_create', created)).task.task_id }));
const first = await call('task_list', { limit: 1, text: '' });
tell('pages', [first, await call('task_list', { limit: 1, cursor: first.next_cursor })]);
tell('error', await text('task_create', { idempotency_key: 'x', title: '' }));
await moved();
tell('whoami', await call('whoami', {}));
await client.close();
