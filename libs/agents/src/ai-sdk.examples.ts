import { anthropic } from '@ai-sdk/anthropic';
import { approvals } from '@orkestra/agents';
import { approvedTools } from '@orkestra/agents/ai-sdk';
import { generateText, type ModelMessage, stepCountIs, tool } from 'ai';
import { z } from 'zod';

const refund = tool({
  description: 'Pays an order back',
  inputSchema: z.object({ order: z.string(), amount: z.number() }),
  execute: ({ order, amount }) => `Paid ${amount} back for ${order}.`,
});

export async function reply(conversationId: string, messages: ModelMessage[]): Promise<string> {
  const desk = approvals({
    url: 'https://orkestra.example.com',
    apiKey: process.env['ORKESTRA_API_KEY'] ?? '',
    run: conversationId,
    assignTo: { group: 'support-l1' },
  });
  const { tools, answer } = approvedTools(desk, { refund });
  for (;;) {
    const model = anthropic('claude-sonnet-4-5');
    const result = await generateText({ model, tools, messages, stopWhen: stepCountIs(10) });
    messages.push(...result.response.messages);
    const approval = await answer(messages);
    if (approval === undefined) return result.text;
    messages.push(approval);
  }
}
