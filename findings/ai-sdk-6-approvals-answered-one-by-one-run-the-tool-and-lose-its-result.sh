#!/usr/bin/env bash
# AI SDK 6 (npm `ai`): two tool calls of one step wait for approval; handing in the first answer alone RUNS the
# tool, then fails, and its result is gone. Both answers together afterwards run the tool a second time.
#
# Expected: an approval response is put into the messages and the next generateText() runs the tool or tells the
#   denial (docs, "Tool Execution Approval"). With one of two answered, the run should either wait and say what
#   is missing before anything happens, or run the approved one and give its result back.
# Seen: generateText() first executes what the last tool message approves, then builds the prompt and throws
#   AI_MissingToolResultsError for the call that is still open. The result of the executed call is only in the
#   messages that the failed call would have returned, so it is in none. Only the LAST message is looked at: when
#   the second answer comes as a message of its own, the second tool runs and the error names the first call as
#   missing, for ever. Put both answers into one tool message, which is what works from the start, and the
#   approved calls run once more: two payments become four. Seen with ai 6.0.326. pydantic-ai 2.68 refuses the
#   same before it runs anything ("results need to be provided for all").
# Why it matters: two approvals of one step go to two people and are answered hours apart. The plain loop "answer
#   came, resume" pays twice.
# Instead: collect the answers outside and resume once, when every request of the step has one, all in one tool
#   message; give each tool call's id to the tool's back end as its idempotency key (`toolCallId` in the options
#   of execute).
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"

echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund ai@6.0.326 zod@4.6.7

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { generateText, tool } from 'ai';
import { MockLanguageModelV3 } from 'ai/test';
import { z } from 'zod';

console.log('ai', JSON.parse(readFileSync('node_modules/ai/package.json', 'utf8')).version);
let paid = [];
const pay = tool({
  inputSchema: z.object({ invoice: z.string() }),
  needsApproval: true,
  execute: async ({ invoice }) => {
    paid.push(invoice);
    return `paid ${invoice}`;
  },
});
const usage = { inputTokens: { total: 1 }, outputTokens: { total: 1 } };
const call = (id) => ({
  type: 'tool-call',
  toolCallId: id,
  toolName: 'pay',
  input: JSON.stringify({ invoice: `invoice-${id}` }),
});

async function start() {
  paid = [];
  let turn = 0;
  const model = new MockLanguageModelV3({
    doGenerate: async () =>
      (turn += 1) === 1
        ? { content: [call('a'), call('b')], finishReason: { unified: 'tool-calls' }, usage, warnings: [] }
        : { content: [{ type: 'text', text: 'done' }], finishReason: { unified: 'stop' }, usage, warnings: [] },
  });
  const messages = [{ role: 'user', content: 'pay both' }];
  const go = async () => {
    try {
      const result = await generateText({ model, tools: { pay }, messages });
      messages.push(...result.response.messages);
      return result;
    } catch (error) {
      return { error: `${error.name}: ${error.message}` };
    }
  };
  const ids = (await go()).content.filter((p) => p.type === 'tool-approval-request').map((p) => p.approvalId);
  assert.equal(ids.length, 2);
  const answer = (...approved) =>
    messages.push({
      role: 'tool',
      content: approved.map((n) => ({ type: 'tool-approval-response', approvalId: ids[n], approved: true })),
    });
  return { messages, go, answer };
}

{
  const { go, answer } = await start();
  answer(0, 1);
  const { text } = await go();
  console.log('both answers in one message:  paid', paid, 'text', text);
  assert.deepEqual([paid, text], [['invoice-a', 'invoice-b'], 'done']);
}
{
  const { messages, go, answer } = await start();
  answer(0);
  let { error } = await go();
  console.log('first answer alone:           paid', paid, error);
  assert.deepEqual(paid, ['invoice-a']);
  assert.match(error, /MissingToolResults.* call b\b/);
  assert.ok(!JSON.stringify(messages).includes('paid invoice-a'), 'the result is nowhere');

  answer(1);
  ({ error } = await go());
  console.log('second answer alone:          paid', paid, error);
  assert.deepEqual(paid, ['invoice-a', 'invoice-b']);
  assert.match(error, /MissingToolResults.* call a\b/);

  messages.splice(-2);
  answer(0, 1);
  const { text } = await go();
  console.log('then both in one message:     paid', paid, 'text', text);
  assert.deepEqual(paid, ['invoice-a', 'invoice-b', 'invoice-a', 'invoice-b']);
  assert.equal(text, 'done');
}
console.log('as described: each of the two invoices was paid twice');
JS
node run.mjs
