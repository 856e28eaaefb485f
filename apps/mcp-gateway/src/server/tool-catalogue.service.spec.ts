import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@orkestra/core';
import { ALL_SCOPES, type Principal, type Scope } from '@orkestra/tenancy';
import { ApprovalsTools } from '../approvals/approvals.tools';
import { ConversationsTools } from '../conversations/conversations.tools';
import { DirectoryTools } from '../directory/directory.tools';
import { IdentityTools } from '../identity/identity.tools';
import { TaskControlTools } from '../tasks/task-control.tools';
import { TaskDecisionTools } from '../tasks/task-decision.tools';
import { TasksTools } from '../tasks/tasks.tools';
import { WorkflowControlTools } from '../workflows/workflow-control.tools';
import { WorkflowListsTools } from '../workflows/workflow-lists.tools';
import { WorkflowsTools } from '../workflows/workflows.tools';
import { ToolCatalogue } from './tool-catalogue.service';

const LARGEST_LIST = 32_000;
const MOST_TOOLS = 25;
/** What the tools for conversations may take of it. */
const LARGEST_SHARE = 4_500;

/** Definitions alone: no tool is run here, so none needs its services. */
function catalogue(): ToolCatalogue {
  const none = undefined as never;
  return new ToolCatalogue(
    new WorkflowsTools(none, none, none, none),
    new WorkflowListsTools(none, none, none),
    new WorkflowControlTools(none),
    new TasksTools(none, none, none, none),
    new TaskDecisionTools(none, none, none, none),
    new TaskControlTools(none, none, none, none, none),
    new ApprovalsTools(none, none, none),
    new ConversationsTools(none, none),
    new DirectoryTools(none),
    new IdentityTools(),
    Logger.create({ app: 'spec', level: 'silent' }),
  );
}

describe('The list of tools', () => {
  const list = (scopes: readonly Scope[], kind: 'user' | 'service' = 'user') =>
    catalogue().list({ scopes, principal: { kind } as Principal });
  const names = (...args: Parameters<typeof list>) => list(...args).map(({ name }) => name);

  test('fits into what a model can be asked to read', () => {
    const all = list(ALL_SCOPES);
    expect(JSON.stringify({ tools: all }).length).toBeLessThan(LARGEST_LIST);
    expect(all.length).toBeLessThanOrEqual(MOST_TOOLS);
  });

  test('says little about conversations', () => {
    const ours = list(ALL_SCOPES).filter(({ name }) => name.startsWith('conversation_'));
    expect(ours).toHaveLength(4);
    expect(JSON.stringify(ours).length).toBeLessThan(LARGEST_SHARE);
  });

  test('asks little room for approval_request', () => {
    const tool = list(ALL_SCOPES).find(({ name }) => name === 'approval_request');
    expect(JSON.stringify(tool).length).toBeLessThanOrEqual(3_000);
  });

  test('changes only on purpose', () => {
    expect(list(ALL_SCOPES)).toMatchSnapshot();
  });

  test.each(list(ALL_SCOPES))('$name tells a model and a client all they need', (tool) => {
    expect(tool.name).toMatch(/^([a-z]+_[a-z_]+|whoami)$/);
    expect(tool.title).toBeTruthy();
    expect(tool.description?.length).toBeGreaterThan(40);
    expect(tool.inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(tool.outputSchema).toMatchObject({ type: 'object' });
    expect(Object.keys(tool.annotations ?? {}).sort()).toEqual([
      'destructiveHint',
      'idempotentHint',
      'openWorldHint',
      'readOnlyHint',
    ]);
    expect(tool.annotations?.openWorldHint).toBe(false);
    expect(JSON.stringify(tool.inputSchema)).not.toMatch(/tenant/);
  });

  test.each(list(ALL_SCOPES))('$name says of each argument what it is', ({ inputSchema }) => {
    // The default of a form's field may be anything.
    expect(untyped(inputSchema as Part, '').filter((path) => !path.endsWith('.default'))).toEqual([]);
  });

  test('takes arguments as they are meant, and refuses in our words', async () => {
    const call = { ctx: { scopes: ALL_SCOPES, principal: {} }, signal: new AbortController().signal };
    const refusal = async (name: string, args: object) =>
      JSON.stringify((await catalogue().call(name, args, call as never)).content);
    const args = { idempotency_key: 'k', title: 5, assign_to: { user: null }, due_at: null, form: null };
    const said = await refusal('task_create', args);
    expect(said).toContain('/title: must be text, not a number');
    expect(said).not.toMatch(/user|due_at|form|expected|received/);
    expect(await refusal('task_list', { status: '', limit: null, cursor: '', oops: 1 })).toMatch(
      /\/oops: is not known here: leave it out; known are status, text,/,
    );
  });

  test('holds only what the scopes allow', () => {
    expect(names([])).toEqual(['whoami']);
    expect(names(['tasks:read'])).toEqual(['task_get', 'task_list', 'task_await', 'whoami']);
    expect(names(['workflows:start'])).toEqual(['workflow_start', 'whoami']);
    expect(names(['workflows:write'])).toEqual(['workflow_signal', 'workflow_cancel', 'whoami']);
    expect(names(['directory:read'])).toEqual(['user_list', 'group_list', 'whoami']);
    expect(names(['tasks:complete'], 'service')).toEqual(['task_complete', 'whoami']);
    const reading = list(['tasks:read', 'workflows:read', 'directory:read', 'conversations:read']);
    expect(reading.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
  });

  test('shows the claiming of tasks to people alone', () => {
    expect(names(ALL_SCOPES)).toContain('task_claim');
    expect(names(ALL_SCOPES, 'service')).not.toContain('task_claim');
  });

  test('is that of docs/reference/mcp-tools.md', () => {
    const page = readFileSync(join(__dirname, '../../../../docs/reference/mcp-tools.md'), 'utf8');
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows.toSorted()).toEqual(catalogue().reference().toSorted());
  });
});

interface Part {
  type?: unknown;
  enum?: unknown;
  properties?: Record<string, Part>;
  items?: Part;
  additionalProperties?: Part | boolean;
}

/** The paths of what has no type. */
function untyped(
  { type, properties = {}, items, additionalProperties, ...part }: Part,
  path: string,
): string[] {
  const own = type === undefined && part.enum === undefined ? [path] : [];
  const inner = typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0;
  return [
    ...own,
    ...Object.entries(properties).flatMap(([name, one]) => untyped(one, `${path}.${name}`)),
    ...(items ? untyped(items, `${path}[]`) : []),
    ...(inner ? untyped(additionalProperties, `${path}.*`) : []),
  ];
}
