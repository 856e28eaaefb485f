import { Logger } from '@orkestra/core';
import { ALL_SCOPES, type Scope } from '@orkestra/tenancy';
import { ConversationsResources } from '../conversations/conversations.resources';
import { OrkestraPrompts } from '../prompts/orkestra.prompts';
import { PromptCatalogue } from '../prompts/prompt-catalogue.service';
import { TasksResources } from '../tasks/tasks.resources';
import { TenantResources } from '../tenant/tenant.resources';
import { WorkflowsResources } from '../workflows/workflows.resources';
import { ResourceCatalogue } from './resource-catalogue.service';

const none = undefined as never;
const logger = Logger.create({ app: 'spec', level: 'silent' });
const resources = new ResourceCatalogue(
  new WorkflowsResources(none, none, none),
  new TasksResources(none, none),
  new ConversationsResources(none, none),
  new TenantResources(none, none),
  logger,
);
const prompts = new PromptCatalogue(new OrkestraPrompts(resources, none, none), logger);

describe('The lists of resources and prompts', () => {
  const all = { scopes: ALL_SCOPES };

  test('change only on purpose', () => {
    expect(resources.list(all)).toMatchSnapshot('resources');
    expect(resources.templates(all)).toMatchSnapshot('templates');
    expect(prompts.list(all)).toMatchSnapshot('prompts');
  });

  test.each([...resources.list(all), ...resources.templates(all), ...prompts.list(all)])(
    '$name tells a model all it needs',
    ({ name, title, description }) => {
      expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(title).toBeTruthy();
      expect(description?.length).toBeGreaterThan(40);
    },
  );

  test.each<[Scope[], string[]]>([
    [[], []],
    [['tasks:read'], ['pending_tasks', 'task', 'review_task']],
    [['tasks:write'], ['request_approval']],
    [['workflows:read'], ['workflows', 'workflow', 'diagnose_workflow']],
    [['conversations:read'], ['conversation']],
    [['directory:read'], ['tenant_config']],
  ])('hold what %j allow', (scopes, names) => {
    const listed = [
      ...resources.list({ scopes }),
      ...resources.templates({ scopes }),
      ...prompts.list({ scopes }),
    ];
    expect(listed.map(({ name }) => name)).toEqual(names);
  });
});
