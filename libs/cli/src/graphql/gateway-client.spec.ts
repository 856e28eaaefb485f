import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GatewayClient } from './gateway-client';
import { pagesOf } from './pages';

type Answer = (response: ServerResponse, body: string, request: IncomingMessage) => void;

let server: Server;
let answers: Answer[];
let asked: string[];

/** A gateway that answers as it is told, the last answer again and again. */
beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push(body);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      answer?.(response, body, request);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const json = (body: object, status = 200, headers = {}): Answer => {
  return (response) => response.writeHead(status, headers).end(JSON.stringify(body));
};
const failed = (code: string, more: object = {}, status = 200, headers = {}) =>
  json({ errors: [{ message: 'No.', extensions: { code, ...more } }] }, status, headers);
const cut: Answer = (response) => response.destroy();
const silent: Answer = () => undefined;

function client(timeoutMs = 5_000): GatewayClient {
  const { port } = server.address() as AddressInfo;
  const url = new URL(`http://127.0.0.1:${port}/graphql`);
  return new GatewayClient({ url, key: 'ork_x', person: undefined }, timeoutMs);
}

test('a read is tried again after a cut, a 503 and UNAVAILABLE', async () => {
  answers = [cut, json({}, 503), failed('UNAVAILABLE', {}, 503), json({ data: { a: 1.5 } })];
  expect(JSON.stringify(await client().read('{ a }'))).toContain('1.5');
  expect(asked).toHaveLength(4);
}, 30_000);

test('a read is given up at last', async () => {
  answers = [failed('UNAVAILABLE')];
  await expect(client().read('{ a }')).rejects.toMatchObject({ exitCode: 1, code: 'unavailable' });
  expect(asked).toHaveLength(5);
}, 30_000);

test('a read waits as long as it is asked to', async () => {
  answers = [failed('UNAVAILABLE', {}, 503, { 'retry-after': '1' }), json({ data: {} })];
  const begin = Date.now();
  await client().read('{ a }');
  expect(Date.now() - begin).toBeGreaterThan(950);
});

test.each([cut, silent])('a change is sent once, and how to repeat it is said', async (answer) => {
  answers = [answer];
  const change = client(300).change('mutation', { operationId: '7' }, 'Repeat with --operation-id 7.');
  await expect(change).rejects.toMatchObject({ code: 'unknown_outcome', exitCode: 1 });
  await expect(change).rejects.toThrow(/not known whether it was done\. Repeat with --operation-id 7/);
  expect(asked).toHaveLength(1);
});

test('where nobody listens nothing was done', async () => {
  answers = [];
  const nobody = client();
  server.close();
  await expect(nobody.change('mutation', {}, 'Again.')).rejects.toThrow(/can't be reached \(ECONNREFUSED\)/);
});

test.each([
  ['BAD_USER_INPUT', 2],
  ['UNAUTHENTICATED', 2],
  ['NOT_FOUND', 3],
  ['FORBIDDEN', 4],
  ['CONFLICT', 4],
  ['RATE_LIMITED', 4],
  ['INTERNAL_SERVER_ERROR', 1],
])('%s ends with %i', async (code, exitCode) => {
  answers = [failed(code, { reason: 'some.reason' })];
  await expect(client().read('{ a }')).rejects.toMatchObject({ exitCode, code: 'some.reason' });
  expect(asked).toHaveLength(1);
});

test('fields that are wrong are told by their places', async () => {
  const details = { fields: [{ pointer: '/amount', message: 'must be number' }] };
  answers = [failed('BAD_USER_INPUT', { details })];
  await expect(client().read('{ a }')).rejects.toMatchObject({ more: ['  /amount: must be number'] });
});

test.each([
  [json({}, 404), /ORKESTRA_URL must lead to the api-gateway/],
  [(response: ServerResponse) => response.end('<html>'), /no JSON.*ORKESTRA_URL/],
  [json({}, 302, { location: 'https://else.example/x' }), /leads to https:\/\/else\.example/],
])('what is no api-gateway is told so', async (answer, message) => {
  answers = [answer];
  await expect(client().read('{ a }')).rejects.toThrow(message);
});

test('a redirect does not get the key', async () => {
  const seen: unknown[] = [];
  answers = [
    (response, _body, request) => {
      seen.push(request.headers.authorization);
      response.writeHead(307, { location: '/graphql' }).end();
    },
  ];
  await expect(client().read('{ a }')).rejects.toThrow();
  expect(seen).toEqual(['Bearer ork_x']);
});

describe('pages', () => {
  const page = (ids: number[], hasNextPage: boolean, endCursor = `after-${ids.at(-1)}`) =>
    json({
      data: {
        things: {
          edges: ids.map((id) => ({ cursor: `c${id}`, node: { id } })),
          pageInfo: { endCursor, hasNextPage },
        },
      },
    });
  const rows = async (limit: number) => {
    const wanted = { query: '{ things }', field: 'things', variables: {}, after: undefined, limit };
    const found: unknown[] = [];
    let next: string | undefined;
    for await (const one of pagesOf(client(), wanted)) {
      found.push(...one.rows.map(({ cursor }) => cursor));
      next = one.next;
    }
    return { found, next };
  };

  test('a short page is not the last, an empty one neither', async () => {
    answers = [page([1], true), page([], true, 'on'), page([2, 3], false)];
    expect(await rows(Infinity)).toEqual({ found: ['c1', 'c2', 'c3'], next: undefined });
    expect(asked.map((body) => (JSON.parse(body) as { variables: object }).variables)).toEqual([
      { first: 100 },
      { first: 100, after: 'after-1' },
      { first: 100, after: 'on' },
    ]);
  });

  test('no more are asked for than are wanted', async () => {
    answers = [page([1, 2], true), page([3], true)];
    expect(await rows(3)).toEqual({ found: ['c1', 'c2', 'c3'], next: 'after-3' });
    expect(
      asked.map((body) => (JSON.parse(body) as { variables: { first: number } }).variables.first),
    ).toEqual([3, 1]);
  });
});
