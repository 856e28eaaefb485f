import { LiveBus, type LiveMessage } from '@orkestra/core';
import { eventually } from '../../../test/harness';
import { codeOf, people, TaskPeople } from '../../../test/harness/task-people';
import { ConversationsModule, ConversationsService, type ConversationView } from '.';

const { ada, bot } = people;
const CHAT = { channel: 'chat', title: 'A wet parcel' } as const;

let desk: TaskPeople;
let conversations: ConversationsService;

beforeAll(async () => {
  desk = await TaskPeople.start({}, [ConversationsModule.ownOnly()]);
  conversations = desk.get(ConversationsService);
});
afterAll(() => desk?.close());

const create = (spec: object = CHAT, requestKey?: string) => conversations.create(bot, spec, { requestKey });

describe('append', () => {
  let conversation: ConversationView;
  beforeEach(async () => {
    conversation = await create();
  });
  const append = (messages: unknown, operationId?: string, by = bot) =>
    conversations.append(by, { conversationId: conversation.id, messages, operationId });
  const say = (text: string) => [{ role: 'user', text }];
  const numbersOf = async () =>
    (
      await desk.rows<{ number: number }>(
        'SELECT number FROM messages WHERE conversation_id = $1 ORDER BY number',
        [conversation.id],
      )
    ).map(({ number }) => number);

  it('keeps who said what in order, and counts messages and tokens', async () => {
    const toolCalls = [{ name: 'search', arguments: { query: 'wet' } }];
    await append([
      { role: 'user', author: 'Eve', text: 'My parcel is wet.\n<b>Help</b>' },
      { role: 'assistant', toolCalls, usage: { input: 120, output: 30, model: 'small' } },
    ]);
    const { conversation: after, messages } = await append([
      { role: 'tool', text: 'No result' },
      { role: 'assistant', text: 'I ask a person.', usage: { input: 200, output: 8 } },
    ]);
    expect(messages.map(({ number }) => number)).toEqual([3, 4]);
    expect(after).toMatchObject({ messageCount: 4, inputTokens: 320, outputTokens: 38, revision: 3 });
    const page = (await conversations.messages(ada, [conversation.id], {})).get(conversation.id);
    expect(page).toMatchObject({
      hasEarlier: false,
      hasLater: false,
      items: [
        {
          number: 1,
          role: 'user',
          author: 'Eve',
          text: 'My parcel is wet.\n<b>Help</b>',
          toolCalls: [],
          usage: null,
          recordedBy: { kind: 'service', displayName: 'Bot' },
        },
        {
          number: 2,
          role: 'assistant',
          text: '',
          toolCalls,
          usage: { input: 120, output: 30, model: 'small' },
        },
        { number: 3, role: 'tool', text: 'No result' },
        { number: 4, usage: { input: 200, output: 8, model: null } },
      ],
    });
  });

  it('gives out every number once and in a row, however many append at once', async () => {
    const texts = Array.from({ length: 20 }, (_, n) => [...say(`${n}a`), ...say(`${n}b`)]);
    const appended = await Promise.all(texts.map((messages) => append(messages)));
    expect(await numbersOf()).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    // What was appended together stands together.
    for (const { messages } of appended) {
      const [first, second] = messages;
      expect(second?.number).toBe((first?.number ?? 0) + 1);
      expect(second?.text).toBe(first?.text?.replace('a', 'b'));
    }
  });

  it('answers a repeated append with the messages of the first one, also when both come at once', async () => {
    const twins = await Promise.all(Array.from({ length: 10 }, () => append(say('once'), 'op')));
    expect(new Set(twins.flatMap(({ messages }) => messages.map(({ id }) => id))).size).toBe(1);
    await append(say('more'));
    await conversations.close(bot, conversation.id);
    const again = await append(say('once'), 'op');
    expect(again).toMatchObject({
      conversation: { messageCount: 2 },
      messages: [{ number: 1, text: 'once' }],
    });
    expect(await codeOf(append(say('twice'), 'op'))).toBe('conversation.operation_conflict');
    expect(await numbersOf()).toEqual([1, 2]);
  });

  it('lets two principals and two conversations use the same key', async () => {
    const mine = await append(say('same'), 'key');
    const theirs = await append(say('same'), 'key', ada);
    const other = await create();
    const elsewhere = await conversations.append(bot, {
      conversationId: other.id,
      messages: say('same'),
      operationId: 'key',
    });
    expect([mine, theirs, elsewhere].map(({ messages }) => messages[0]?.number)).toEqual([1, 2, 1]);
  });

  it.each([
    ['none', [], '/messages'],
    ['no list', 'text', '/messages'],
    ['51', Array.from({ length: 51 }, () => ({ role: 'user', text: 'x' })), '/messages'],
    ['an empty one', [{ role: 'user', text: ' ' }], '/messages/0/text'],
    ['an unknown role', [{ role: 'boss', text: 'x' }], '/messages/0/role'],
    ['a long one', [{ role: 'user', text: 'x'.repeat(32_001) }], '/messages/0/text'],
    ['a NUL', [{ role: 'user', text: 'a\0b' }], '/messages/0/text'],
    ['half a character', [{ role: 'user', text: '\udfff' }], '/messages/0/text'],
    [
      'a number that may have been rounded',
      [{ role: 'assistant', toolCalls: [{ id: 2 ** 53 }] }],
      '/messages/0/toolCalls/0/id',
    ],
    ['a speaker whom nobody sees', [{ role: 'user', text: 'x', author: '\u200b' }], '/messages/0/author'],
    [
      'large tool calls',
      [{ role: 'assistant', toolCalls: [{ big: 'x'.repeat(16 * 1024) }] }],
      '/messages/0/toolCalls',
    ],
    [
      'fewer tokens than none',
      [{ role: 'user', text: 'x', usage: { input: -1, output: 0 } }],
      '/messages/0/usage/input',
    ],
    [
      'much at once',
      Array.from({ length: 40 }, () => ({ role: 'user', text: 'x'.repeat(20_000) })),
      '/messages',
    ],
  ])('refuses %s, and writes nothing of it', async (_, messages, pointer) => {
    await expect(append(messages)).rejects.toMatchObject({
      code: 'conversation.invalid_messages',
      details: { fields: [expect.objectContaining({ pointer })] },
    });
    expect(await numbersOf()).toEqual([]);
  });

  it('takes 32,000 characters, of whatever width', async () => {
    const { messages } = await append(say('😀'.repeat(32_000)));
    expect(messages[0]?.text).toHaveLength(64_000);
  });

  it('ends at 10,000 messages, and when the conversation is closed', async () => {
    await desk.rows('UPDATE conversations SET message_count = 9999 WHERE id = $1', [conversation.id]);
    expect(await codeOf(append([...say('1'), ...say('2')]))).toBe('conversation.too_many_messages');
    expect((await append(say('the last one'))).messages[0]?.number).toBe(10_000);
    const closed = await conversations.close(bot, conversation.id);
    expect(closed).toMatchObject({ status: 'closed', closedAt: expect.any(Date) });
    expect(await conversations.close(ada, conversation.id)).toEqual(closed);
    expect(await codeOf(append(say('x')))).toBe('conversation.closed');
  });

  it('tells those who look on, after the commit and only of what changed', async () => {
    const messages = desk.get(LiveBus).subscribe(bot.tenantId);
    const heard: LiveMessage[] = [];
    void (async () => {
      for await (const message of messages) heard.push(message);
    })();
    const made = await create(CHAT, 'told');
    await create(CHAT, 'told');
    const spoken = { conversationId: made.id, messages: say('x'), operationId: 'x' };
    await conversations.append(bot, spoken);
    await conversations.append(bot, spoken);
    await conversations.close(bot, made.id);
    await conversations.close(bot, made.id);
    const kinds = () =>
      heard.filter(({ id }) => id === made.id).map(({ kind, revision }) => [kind, revision]);
    await eventually(() => kinds().length >= 3);
    expect(kinds()).toEqual([
      ['created', 1],
      ['appended', 2],
      ['closed', 3],
    ]);
    messages.end();
  });

  it('says of a message whose payload is gone that it was there', async () => {
    const { messages } = await append([...say('forget me'), ...say('keep me')]);
    await desk.rows('DELETE FROM message_payloads WHERE message_id = $1', [messages[0]?.id]);
    const page = (await conversations.messages(bot, [conversation.id], {})).get(conversation.id);
    expect(page?.items.map(({ text }) => text)).toEqual([null, 'keep me']);
  });
});

describe('messages', () => {
  it('are read from the end back and from a place on, by pages, of several conversations at once', async () => {
    const [long, short] = [await create(), await create()];
    const messages = ['1', '2', '3', '4', '5'].map((text) => ({ role: 'user', text }));
    await conversations.append(bot, { conversationId: long.id, messages });
    await conversations.append(bot, {
      conversationId: short.id,
      messages: [{ role: 'user', text: 'alone' }],
    });
    const both = await conversations.messages(bot, [long.id, short.id], { first: 2 });
    const texts = (page: typeof newest) => page?.items.map(({ text }) => text);
    const newest = both.get(long.id);
    expect(texts(newest)).toEqual(['4', '5']);
    expect(newest).toMatchObject({ hasEarlier: true, hasLater: false });
    expect(texts(both.get(short.id))).toEqual(['alone']);

    const page = async (request: object) =>
      (await conversations.messages(bot, [long.id], request)).get(long.id);
    const earlier = await page({ first: 2, before: newest?.cursors[0] });
    expect(texts(earlier)).toEqual(['2', '3']);
    expect(earlier).toMatchObject({ hasEarlier: true, hasLater: true });
    const oldest = await page({ first: 2, before: earlier?.cursors[0] });
    expect(texts(oldest)).toEqual(['1']);
    expect(oldest).toMatchObject({ hasEarlier: false });
    const onward = await page({ first: 2, after: oldest?.cursors[0] });
    expect(texts(onward)).toEqual(['2', '3']);
    expect(onward).toMatchObject({ hasLater: true });

    const foreign = both.get(short.id)?.cursors[0];
    const huge = Buffer.from(JSON.stringify([long.id, 3e9])).toString('base64url');
    for (const before of [foreign, 'rubbish', huge]) {
      expect(await codeOf(page({ before }))).toBe('pagination.invalid_cursor');
    }
    expect(await codeOf(page({ before: foreign, after: foreign }))).toBe('conversation.invalid_filter');
  });
});
