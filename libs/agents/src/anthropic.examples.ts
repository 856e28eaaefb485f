import Anthropic from '@anthropic-ai/sdk';
import { betaZodTool } from '@anthropic-ai/sdk/helpers/beta/zod';
import { approvals } from '@orkestra/agents';
import { approvedTools } from '@orkestra/agents/anthropic';
import { z } from 'zod';

const refund = betaZodTool({
  name: 'refund',
  description: 'Pays an order back',
  inputSchema: z.object({ order: z.string(), amount: z.number() }),
  run: ({ order, amount }) => `Paid ${amount} back for ${order}.`,
});

export async function reply(question: string) {
  const desk = approvals({
    url: 'https://orkestra.example.com',
    apiKey: process.env['ORKESTRA_API_KEY'] ?? '',
    assignTo: { group: 'support-l1' },
  });
  return new Anthropic().beta.messages.toolRunner({
    model: 'claude-sonnet-4-5',
    max_tokens: 1_000,
    messages: [{ role: 'user', content: question }],
    tools: approvedTools(desk, [refund], {
      describe: () => ({ risk: 'high', reason: 'The customer asked for it.' }),
    }),
  });
}
