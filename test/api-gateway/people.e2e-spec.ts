import {
  type ApiClient,
  claim,
  createTask,
  type Json,
  readTask,
  startSystem,
  type TestSystem,
} from '../harness';
import { RawSocket } from './raw-socket';

const PERSON = 'person { id status role groups { key role } }';

describe('People and groups over GraphQL', () => {
  let system: TestSystem;
  let ada: ApiClient;
  let bot: ApiClient;

  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
    ada = await system.person('ada@demo.test');
    bot = system.agent('demo');
  });
  afterAll(() => system?.stop());

  const run = async (name: string, input: object, fields: string, by = ada) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const answer = await by.graphql(`mutation ($input: ${type}) { ${name}(input: $input) { ${fields} } }`, {
      input,
    });
    return answer[name] as Json;
  };
  const idOf = async (text: string): Promise<string> => {
    const { people } = await ada.graphql(
      'query ($text: String) { people(filter: { text: $text }) { edges { node { id } } } }',
      { text },
    );
    return people.edges[0].node.id as string;
  };

  test('an invitation is made, renewed, seen and revoked', async () => {
    const input = { email: 'ida@demo.test', role: 'VIEWER', groups: [{ group: 'support-l1' }], by: 'LINK' };
    const first = await run('invitePerson', input, `${PERSON} link expiresAt`);
    expect(first).toMatchObject({
      person: { status: 'INVITED', role: 'VIEWER', groups: [{ key: 'support-l1', role: 'MEMBER' }] },
    });
    const second = await run('invitePerson', input, `${PERSON} link`);
    expect(second.person.id).toBe(first.person.id);
    expect(second.link).not.toBe(first.link);
    const { people } = await ada.graphql(
      '{ people(filter: { status: INVITED }) { edges { node { email invitationExpiresAt } } } }',
    );
    expect(people.edges).toEqual([
      { node: { email: 'ida@demo.test', invitationExpiresAt: expect.any(String) as string } },
    ]);
    await run('revokeInvitation', { personId: first.person.id }, PERSON);
    await expect(run('revokeInvitation', { personId: first.person.id }, PERSON)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('somebody who is deactivated loses sockets, session and tasks at once', async () => {
    const sam = await system.person('sam@demo.test');
    const taskId = await createTask(bot, { title: 'Held by Sam', assignTo: { group: 'support-l1' } });
    await claim(sam, taskId);
    const origin = system.url('gateway');
    const socket = new RawSocket(origin, { cookie: sam.headers.cookie ?? '', origin });
    await socket.outcome;
    const personId = await idOf('sam@demo.test');
    const { personDeparture } = await ada.graphql(
      'query ($id: ID!) { personDeparture(id: $id) { held toGroups { group { key } count } waiting } }',
      { id: personId },
    );
    expect(personDeparture).toEqual({
      held: 1,
      toGroups: [{ group: { key: 'support-l1' }, count: 1 }],
      waiting: 0,
    });
    const began = performance.now();
    await run('deactivatePerson', { personId }, `${PERSON} departure { held }`);
    expect(await socket.closed).toBe(4401);
    expect(performance.now() - began).toBeLessThan(1_000);
    await expect(sam.graphql('{ viewer { id } }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await readTask(ada, taskId)).toMatchObject({ status: 'READY', assignee: null });
    await run('reactivatePerson', { personId }, PERSON);
    await system.person('sam@demo.test');
  });

  test('a group is made, filled and deleted, with a place for its tasks', async () => {
    await run('createGroup', { key: 'billing', name: 'Billing' }, 'group { key }');
    const personId = await idOf('max@demo.test');
    const put = [{ personId, role: 'SUPERVISOR' }];
    await run('changeGroupMembers', { group: 'billing', put }, 'group { key }');
    const taskId = await createTask(bot, { title: 'Of billing', assignTo: { group: 'billing' } });
    const end = (more = {}) => run('deleteGroup', { group: 'billing', ...more }, 'movedTasks');
    await expect(end()).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await end({ moveTasksTo: 'support-l2' })).toEqual({ movedTasks: 1 });
    expect(await readTask(ada, taskId)).toMatchObject({ group: { key: 'support-l2' } });
  });

  test('others than admins are refused', async () => {
    const lee = await system.person('lee@demo.test');
    const personId = await idOf('max@demo.test');
    for (const by of [lee, bot]) {
      await expect(run('deactivatePerson', { personId }, PERSON, by)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
      await expect(run('changePersonRole', { personId, role: 'ADMIN' }, PERSON, by)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
  });
});
