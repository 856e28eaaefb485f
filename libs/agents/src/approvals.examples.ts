import { approvals, assertAllowed } from '@orkestra/agents';

const desk = approvals({
  url: 'https://orkestra.example.com',
  apiKey: process.env['ORKESTRA_API_KEY'] ?? '',
});

export async function payBack(order: string, amount: number, pay: (args: object) => Promise<void>) {
  const call = { id: order, tool: 'refund', arguments: { order, amount }, risk: 'high' as const };
  const tomorrow = new Date(Date.now() + 24 * 3_600_000);
  const [verdict] = await desk.ask([call], { deadline: tomorrow });
  if (verdict?.allowed !== true) return verdict?.message;
  const args = { order, amount };
  assertAllowed(verdict, 'refund', args);
  await pay(args);
  return 'Paid.';
}
