#!/usr/bin/env bash
# Anthropic's tool runner for JavaScript sends the tools and the instructions once: from its second request on, a
# gateway that speaks the Messages API and knows no "threads" gets neither.
#
# Expected: the Messages API is stateless, each request holds all: `system`, `tools` and the whole conversation. So do
#   `messages.create` and what most gateways (budgets, logs, other models behind the same API) are made for.
# Seen: @anthropic-ai/sdk 1.14.0, `beta.messages.toolRunner`: the first request is whole and has `thread` beside.
#   The answer names no thread, as one of such a gateway does; the second request is all the same `thread` and the tool's
#   result alone: no `system`, no `tools`, no question. Nothing in the call asks for it.
# Why it matters: such a gateway passes the second request on as it is. The model then answers a tool's result without the
#   rules ("ask a person before you pay") and without the tool by which it would ask. No error is raised anywhere.
# Instead: `thread: false` in the call, with which each request is whole again, or a loop of one's own over
#   `messages.create`; a gateway that knows no threads should refuse a request with `thread` in place of dropping the field.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund @anthropic-ai/sdk@1.14.0

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import Anthropic from '@anthropic-ai/sdk';

const seen = [];
const server = createServer((request, response) => {
  let text = '';
  request.on('data', (part) => (text += part));
  request.on('end', () => {
    const body = JSON.parse(text);
    seen.push(body);
    const call = { type: 'tool_use', id: 'toolu_1', name: 'pay', input: { amount: 5 } };
    const first = seen.length === 1;
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        id: `msg_${seen.length}`,
        type: 'message',
        role: 'assistant',
        model: body.model ?? 'none',
        content: first ? [call] : [{ type: 'text', text: 'Done' }],
        stop_reason: first ? 'tool_use' : 'end_turn',
        stop_sequence: null,
        usage: { input_tokens: 1, output_tokens: 1 },
      }),
    );
  });
}).listen(0, '127.0.0.1');
await new Promise((done) => server.once('listening', done));

const run = async (more) => {
  seen.length = 0;
  const client = new Anthropic({ apiKey: 'none', baseURL: `http://127.0.0.1:${server.address().port}`, maxRetries: 0 });
  const pay = {
    type: 'custom',
    name: 'pay',
    description: 'Pays',
    input_schema: { type: 'object', properties: { amount: { type: 'number' } } },
    parse: (input) => input,
    run: () => 'paid',
  };
  const runner = client.beta.messages.toolRunner({
    model: 'any',
    max_tokens: 100,
    system: 'Ask a person before you pay.',
    tools: [pay],
    messages: [{ role: 'user', content: 'Pay five.' }],
    ...more,
  });
  let failure;
  await runner.runUntilDone().catch((error) => (failure = error.message));
  const shown = seen.map((body) => ({
    system: 'system' in body,
    tools: (body.tools ?? []).length,
    messages: (body.messages ?? []).length,
    thread: 'thread' in body,
  }));
  shown.forEach((one, at) => console.log(`  request ${at + 1}`, JSON.stringify(one)));
  if (failure) console.log('  error:', failure);
  return shown;
};
const { version } = JSON.parse(readFileSync('node_modules/@anthropic-ai/sdk/package.json', 'utf8'));
console.log(`@anthropic-ai/sdk ${version}, as called in its readme`);
const plain = await run({});
console.log('with thread: false');
const off = await run({ thread: false });
server.close();
const whole = { system: true, tools: 1, messages: 1, thread: true };
assert.deepEqual(plain, [whole, { system: false, tools: 0, messages: 1, thread: true }]);
assert.deepEqual(off, [
  { ...whole, thread: false },
  { ...whole, messages: 3, thread: false },
]);
console.log('as described: from the second request on neither instructions nor tools are sent');
JS
node run.mjs
