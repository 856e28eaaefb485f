import { MultiServerMCPClient } from '@langchain/mcp-adapters';
import { Conversation, jsonOf, refused } from '../steps/conversation.js';

const { url, key, tell, moved, unique } = new Conversation();
const client = new MultiServerMCPClient({
  throwOnLoadError: true,
  prefixToolNameWithServerName: false,
  useStandardContentBlocks: false,
  mcpServers: { orkestra: { transport: 'http', url, headers: { Authorization: `Bearer ${key}` } } },
});
const tools = await client.getTools();
const call = async (name, args) => {
  const tool = tools.find((one) => one.name === name);
  const answer = await tool.invoke(args);
  // An answer with structured content comes as blocks.
  const blocks = Array.isArray(answer) ? answer : [answer];
  return jsonOf(blocks.map((block) => block.text ?? block).join('\n'));
};

tell(
  'tools',
  tools.map(({ name }) => name),
);
const created = { idempotency_key: unique, title: 'LangChain asks' };
tell('created', [await call('task_create', created), await call('task_create', created)]);
tell('waited', await call('task_await', { task_id: (await call('task_create', created)).task.task_id }));
const first = await call('task_list', { limit: 1, text: '' });
tell('pages', [first, await call('task_list', { limit: 1, cursor: first.next_cursor })]);
tell('error', await refused(() => call('task_create', { idempotency_key: 'x', title: '' })));
await moved();
tell('whoami', await call('whoami', {}));
await client.close();
