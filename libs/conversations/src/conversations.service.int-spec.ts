import type { PageRequest } from '@orkestra/core';
import { codeOf, people, TaskPeople } from '../../../test/harness/task-people';
import { testContext } from '../../tenancy/src/testing';
import { ConversationsModule, ConversationsService } from '.';
import type { ConversationFilter } from './conversations.queries';

const { sam, lee, ada, olga, bot } = people;
const CHAT = { channel: 'chat', title: 'A wet parcel' } as const;

let desk: TaskPeople;
let conversations: ConversationsService;

beforeAll(async () => {
  desk = await TaskPeople.start({}, [ConversationsModule.ownOnly()]);
  conversations = desk.get(ConversationsService);
});
afterAll(() => desk?.close());

const create = (spec: object = CHAT, requestKey?: string) => conversations.create(bot, spec, { requestKey });

describe('create', () => {
  it('keeps what it is about, who takes part and who made it', async () => {
    const spec = {
      channel: 'email',
      title: ' Invoice 7 ',
      participants: [
        { name: 'Eve', role: 'user', address: 'eve@example.org' },
        { name: 'Bot', role: 'assistant' },
      ],
      metadata: { ticket: 7, tags: ['late'] },
    };
    const made = await create(spec);
    expect(made).toMatchObject({
      channel: 'email',
      title: 'Invoice 7',
      status: 'open',
      participants: [
        { name: 'Eve', role: 'user', address: 'eve@example.org' },
        { name: 'Bot', role: 'assistant', address: null },
      ],
      metadata: { ticket: 7, tags: ['late'] },
      createdBy: { kind: 'service', id: bot.principal.id, displayName: 'Bot' },
      messageCount: 0,
      inputTokens: 0,
      outputTokens: 0,
      revision: 1,
      closedAt: null,
    });
    expect(await conversations.get(ada, made.id)).toEqual(made);
  });

  it('makes one for each key, also when it is asked ten times at once', async () => {
    for (const key of ['warm', 'ticket-1']) {
      const made = await Promise.all(Array.from({ length: 10 }, () => create(CHAT, key)));
      expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    }
    expect(await codeOf(create({ ...CHAT, title: 'Another' }, 'ticket-1'))).toBe(
      'conversation.request_key_conflict',
    );
    // A key is one tenant's alone.
    expect(await codeOf(conversations.create(olga, { channel: 'sms' }, { requestKey: 'ticket-1' }))).toBe(
      'no error',
    );
  });

  it.each([
    ['no channel', {}, '/channel'],
    ['an unknown channel', { channel: 'fax' }, '/channel'],
    ['an empty title', { ...CHAT, title: ' ' }, '/title'],
    ['a long title', { ...CHAT, title: 'x'.repeat(501) }, '/title'],
    ['a title that nobody sees', { ...CHAT, title: '\u200b\u2060' }, '/title'],
    ['a NUL', { ...CHAT, title: 'a\0b' }, '/title'],
    ['half a character', { ...CHAT, metadata: { half: '\ud800' } }, '/metadata/half'],
    ['a number that may have been rounded', { ...CHAT, metadata: { n: 2 ** 60 } }, '/metadata/n'],
    ['much metadata', { ...CHAT, metadata: { big: 'x'.repeat(16 * 1024) } }, '/metadata'],
    ['an unknown role', { ...CHAT, participants: [{ name: 'Eve', role: 'boss' }] }, '/participants/0/role'],
    ['an unknown field', { ...CHAT, tenantId: 'x' }, ''],
  ])('refuses %s', async (_, spec, pointer) => {
    await expect(create(spec)).rejects.toMatchObject({
      code: 'conversation.invalid_spec',
      details: { fields: [expect.objectContaining({ pointer })] },
    });
  });

  it('refuses a key that cannot be kept, and a principal without the scope', async () => {
    for (const key of ['', 'a\0b', 'x'.repeat(501)]) {
      expect(await codeOf(create(CHAT, key))).toBe('conversation.invalid_spec');
    }
    const reader = testContext({ ...bot, scopes: ['conversations:read'], principal: bot.principal });
    expect(await codeOf(conversations.create(reader, CHAT))).toBe('auth.missing_scope');
    const writer = testContext({ ...bot, scopes: ['conversations:write'], principal: bot.principal });
    expect(await codeOf(conversations.list(writer, {}, {}))).toBe('auth.missing_scope');
  });
});

describe('list', () => {
  const titles = async (filter: ConversationFilter, page: PageRequest = {}, by = ada) => {
    const { items, ...rest } = await conversations.list(by, filter, page);
    return { titles: items.map(({ title }) => title), ...rest };
  };

  beforeAll(async () => {
    for (const n of [1, 2, 3]) await create({ channel: 'voice', title: `Call ${n}` });
    const { id } = await create({ channel: 'voice', title: 'Done CALL' });
    await conversations.close(bot, id);
  });

  it('goes through the newest first by pages, each once', async () => {
    const first = await titles({ channel: 'voice' }, { first: 3 });
    expect(first).toMatchObject({ titles: ['Done CALL', 'Call 3', 'Call 2'], hasNextPage: true });
    const rest = await titles({ channel: 'voice' }, { after: first.endCursor });
    expect(rest).toMatchObject({ titles: ['Call 1'], hasNextPage: false });
    expect(await codeOf(titles({}, { after: 'rubbish' }))).toBe('pagination.invalid_cursor');
  });

  it('keeps to the channel, the status and a part of the title', async () => {
    expect((await titles({ channel: 'voice', status: 'closed' })).titles).toEqual(['Done CALL']);
    expect((await titles({ channel: 'voice', status: 'open' }, { first: 1 })).titles).toEqual(['Call 3']);
    expect((await titles({ status: 'closed' })).titles).toEqual(['Done CALL']);
    expect((await titles({ title: 'call' })).titles).toEqual(['Done CALL', 'Call 3', 'Call 2', 'Call 1']);
    expect((await titles({ title: 'call 2', channel: 'sms' })).titles).toEqual([]);
    for (const title of [' ', 'a\0', 'x'.repeat(201)]) {
      expect(await codeOf(titles({ title }))).toBe('conversation.invalid_filter');
    }
  });

  it('looks through a bounded number for what no index knows, and says that there may be more', async () => {
    await desk.rows(
      `INSERT INTO conversations (tenant_id, id, request_key, spec_digest, channel, title, participants, metadata,
         created_by_kind, created_by_id, created_by_name, created_at, updated_at)
       SELECT $1, ('ffffffff-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'fill-' || n, '', 'sms', 'Filler', '[]',
         '{}', 'service', 'x', 'X', now(), now() FROM generate_series(1, 2500) n`,
      [ada.tenantId],
    );
    let page = await titles({ title: 'call 2' });
    expect(page).toMatchObject({ titles: [], hasNextPage: true });
    page = await titles({ title: 'call 2' }, { after: page.endCursor });
    expect(page).toMatchObject({ titles: ['Call 2'], hasNextPage: false });
    expect((await titles({}, { first: 100 })).titles).toHaveLength(100);
  });
});

describe('people', () => {
  it('see, where nobody says more, only what they created', async () => {
    const theirs = await create();
    const mine = await conversations.create(sam, { channel: 'web', title: 'By Sam' });
    expect(await codeOf(conversations.get(sam, theirs.id))).toBe('conversation.not_found');
    expect(await codeOf(conversations.close(sam, theirs.id))).toBe('conversation.not_found');
    expect(await codeOf(conversations.get(lee, mine.id))).toBe('conversation.not_found');
    expect([...(await conversations.find(sam, [theirs.id, mine.id, 'x'])).keys()]).toEqual([mine.id]);
    expect((await conversations.messages(sam, [theirs.id, mine.id], {})).has(theirs.id)).toBe(false);
    expect((await conversations.find(ada, [theirs.id, mine.id])).size).toBe(2);
  });

  it('speak for themselves alone; admins record what others said', async () => {
    const { id } = await conversations.create(sam, { channel: 'web' });
    const say = (role: string, by = sam) =>
      conversations.append(by, { conversationId: id, messages: [{ role, author: 'Eve', text: 'x' }] });
    for (const role of ['user', 'assistant', 'system', 'tool']) {
      expect(await codeOf(say(role))).toBe('conversation.role_forbidden');
    }
    expect((await say('operator')).messages[0]).toMatchObject({ author: 'Sam', role: 'operator' });
    expect((await say('user', ada)).messages[0]).toMatchObject({
      author: 'Eve',
      recordedBy: { displayName: 'Ada' },
    });
  });
});

describe('another tenant', () => {
  const admin = testContext({ ...olga, principal: { ...olga.principal, role: 'admin' } });

  it('neither reads nor changes a conversation, nor learns that it is there', async () => {
    const { id } = await create({ channel: 'chat', title: 'Ours alone' });
    await conversations.append(bot, { conversationId: id, messages: [{ role: 'user', text: 'secret' }] });
    expect(await codeOf(conversations.get(admin, id))).toBe('conversation.not_found');
    expect(await codeOf(conversations.close(admin, id))).toBe('conversation.not_found');
    const messages = [{ role: 'user', text: 'x' }];
    expect(await codeOf(conversations.append(admin, { conversationId: id, messages }))).toBe(
      'conversation.not_found',
    );
    expect((await conversations.find(admin, [id])).size).toBe(0);
    expect((await conversations.messages(admin, [id], {})).size).toBe(0);
    const { items } = await conversations.list(admin, { title: 'ours' }, {});
    expect(items).toEqual([]);
  });
});

describe('the tables', () => {
  it('let nobody change or take away what was said', async () => {
    const { Client } = await import('pg');
    const client = new Client({ connectionString: desk.databaseUrl });
    await client.connect();
    try {
      for (const table of ['messages', 'message_payloads', 'message_appends']) {
        await expect(client.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
        await expect(client.query(`UPDATE ${table} SET tenant_id = tenant_id`)).rejects.toThrow(
          'permission denied',
        );
        expect((await client.query(`SELECT FROM ${table}`)).rowCount).toBe(0);
      }
      expect((await client.query('SELECT FROM conversations')).rowCount).toBe(0);
    } finally {
      await client.end();
    }
  });
});
