import { createAnthropic } from '@ai-sdk/anthropic';
import { approvals } from '@orkestra/agents';
import { approvedTools } from '@orkestra/agents/ai-sdk';
import { generateText, isStepCount, tool } from 'ai';
import { z } from 'zod';
import { Conversation } from '../steps/conversation.js';

const { url, key, tell } = new Conversation();
const ran = [];
const inputSchema = z.object({ amount: z.number() });
const given = (name) =>
  tool({ inputSchema, execute: (input) => ran.push([name, input]) && `${name} is done` });

const desk = approvals({ url, apiKey: key });
const { tools, answer } = approvedTools(desk, { refund: given('refund'), charge: given('charge') });
const model = createAnthropic({ apiKey: 'scripted', baseURL: `${process.env.MODEL_URL}/v1` })('scripted');
const messages = [{ role: 'user', content: 'Go' }];
for (;;) {
  const result = await generateText({ model, tools, messages, stopWhen: isStepCount(5), maxRetries: 0 });
  messages.push(...result.response.messages);
  const approval = await answer(messages);
  if (approval === undefined) {
    tell('ended', result.text);
    break;
  }
  messages.push(approval);
}
tell('ran', ran);
tell('node', process.version);
await desk.close();
process.exit();
