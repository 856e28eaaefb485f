import type { Page } from 'playwright-core';
import { type ApiClient, createTask, eventually, run, startSystem, type TestSystem } from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';

const IN_L1 = { group: 'support-l1' };

describeInBrowser('A conversation in a browser', (browser) => {
  let system: TestSystem;
  let bot: ApiClient;
  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
    bot = system.agent('demo');
  });
  afterAll(() => system?.stop());

  const create = async (title: string): Promise<string> => {
    const mutation =
      'mutation ($input: CreateConversationInput!) { createConversation(input: $input) { conversation { id } } }';
    const { createConversation } = await bot.graphql(mutation, { input: { channel: 'CHAT', title } });
    return createConversation.conversation.id as string;
  };
  const say = async (conversationId: string, messages: object[]): Promise<void> => {
    const mutation =
      'mutation ($input: AppendMessagesInput!) { appendMessages(input: $input) { conversation { id } } }';
    await bot.graphql(mutation, { input: { conversationId, messages } });
  };
  const open = async (conversationId: string | undefined): Promise<Page> => {
    const taskId = await createTask(bot, { title: 'A wet parcel', assignTo: IN_L1, conversationId });
    const page = await signedIn(browser, system, 'sam@demo.test');
    await page.goto(`${system.url('gateway')}/tasks/${taskId}`);
    await page.getByRole('region', { name: 'Comments' }).waitFor();
    return page;
  };

  test('who helps reads what was said, the newest in view, and sees what is said next', async () => {
    const id = await create('Wet parcel of Eve');
    await say(
      id,
      Array.from({ length: 30 }, (_, n) => ({
        role: 'USER',
        author: 'Eve',
        text: `Line ${n + 1} of a long story`,
      })),
    );
    await say(id, [
      {
        role: 'ASSISTANT',
        text: '<b>I look it up.</b>',
        toolCalls: [{ name: 'find_order', arguments: { order: 4711 } }],
        usage: { input: 1200, output: 30, model: 'small' },
      },
      { role: 'USER', author: 'Eve', text: `Please hurry. ${'It is raining. '.repeat(100)}The end.` },
    ]);
    const page = await open(id);
    const panel = page.getByRole('region', { name: 'Conversation' });
    await panel.getByText('Chat · Wet parcel of Eve · 32 messages · 1,230 tokens').waitFor();
    const messages = panel.getByRole('listitem');
    expect(await messages.count()).toBe(20);
    const isInView = async (text: string) => {
      const box = await panel.getByRole('group', { name: 'Messages' }).boundingBox();
      const line = await messages.filter({ hasText: text }).boundingBox();
      return box && line && line.y < box.y + box.height && line.y + line.height > box.y;
    };
    const inView = (text: string) => eventually(() => isInView(text));
    await inView('Please hurry');

    // What others wrote is text and never markup; what is long is folded.
    await panel.getByText('<b>I look it up.</b>').waitFor();
    expect(await panel.getByText('1,200 tokens in, 30 out · small').count()).toBe(1);
    await panel.getByText('Tool calls').click();
    await panel.getByText('"find_order"').waitFor();
    expect(await panel.getByText('The end.').count()).toBe(0);
    await panel.getByRole('button', { name: 'Show all' }).click();
    await panel.getByText('The end.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await panel.getByRole('button', { name: 'Earlier messages' }).click();
    await panel.getByText('Line 1 of a long story').waitFor();
    expect(await messages.count()).toBe(32);
    expect(await panel.getByRole('button', { name: 'Earlier messages' }).count()).toBe(0);

    await panel.getByRole('group', { name: 'Messages' }).focus();
    // Once the list holds still: it keeps its place while earlier messages come.
    await eventually(async () => {
      await page.keyboard.press('End');
      return isInView('Please hurry');
    });
    await say(id, [{ role: 'ASSISTANT', author: 'Bot', text: 'A person looks at it.' }]);
    await panel.getByRole('listitem', { name: 'Message from Bot' }).waitFor();
    await inView('A person looks at it.');
    expect(await messages.count()).toBe(33);
  });

  test('a conversation without a word says so, and one that comes later appears', async () => {
    const id = await create('Silence');
    const page = await open(id);
    const panel = page.getByRole('region', { name: 'Conversation' });
    await panel.getByText('Nobody has said anything yet.').waitFor();
    await say(id, [{ role: 'OPERATOR', author: 'Lee', text: 'Hello?' }]);
    await panel.getByText('Hello?').waitFor();
  });

  test('feeds that the server breaks off come back by themselves, and the page catches up', async () => {
    const id = await create('Broken off');
    const page = await open(id);
    const feeds = new Map<string, () => void>();
    await page.routeWebSocket(/graphql$/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((text) => {
        const message = JSON.parse(String(text)) as { id?: string; type: string };
        const error = [{ message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }];
        if (message.type === 'subscribe' && message.id !== undefined) {
          feeds.set(message.id, () => {
            server.send(JSON.stringify({ id: message.id, type: 'complete' }));
            socket.send(JSON.stringify({ id: message.id, type: 'error', payload: error }));
          });
        }
        server.send(text);
      });
    });
    await page.reload();
    const panel = page.getByRole('region', { name: 'Conversation' });
    await panel.getByText('Nobody has said anything yet.').waitFor();
    // The conversation's, the task's, and the bell's.
    await eventually(() => feeds.size === 3);
    const broken = [...feeds.values()];
    feeds.clear();
    broken.forEach((breakOff) => breakOff());
    await say(id, [{ role: 'OPERATOR', author: 'Lee', text: 'Do you hear me?' }]);
    await panel.getByText('Do you hear me?').waitFor();
    await eventually(() => feeds.size === 3);
    // The task's own feed stands, too.
    await run(await system.person('lee@demo.test'), 'claimTask', { taskId: page.url().split('/').at(-1) });
    await page.getByText('Lee Tanaka holds this task').first().waitFor();
  });

  test('one that cannot be read says why, and is read on a second try', async () => {
    const id = await create('Trouble');
    await say(id, [{ role: 'USER', author: 'Eve', text: 'Are you there?' }]);
    const page = await open(undefined);
    let isBroken = true;
    await page.route('**/graphql', (route) => {
      if (!isBroken || !route.request().postData()?.includes('ConversationMessages')) return route.continue();
      return route.abort();
    });
    const taskId = await createTask(bot, { title: 'Trouble', assignTo: IN_L1, conversationId: id });
    await page.goto(`${system.url('gateway')}/tasks/${taskId}`);
    const panel = page.getByRole('region', { name: 'Conversation' });
    await panel.getByText('The conversation could not be read').waitFor();
    isBroken = false;
    // The page may read again by itself just then, when its live connection stands.
    const [again, text] = [
      panel.getByRole('button', { name: 'Try again' }),
      panel.getByText('Are you there?'),
    ];
    await again.or(text).first().waitFor();
    if (await again.isVisible()) await again.click({ timeout: 5_000 }).catch(() => text.waitFor());
    await text.waitFor();
  });

  test('a task without one, or with one elsewhere, has no such panel', async () => {
    for (const reference of [undefined, 'chat-7']) {
      const page = await open(reference);
      expect(await page.getByRole('region', { name: 'Conversation' }).count()).toBe(0);
      expect(await page.getByText('chat-7').count()).toBe(reference === undefined ? 0 : 1);
    }
  });
});
