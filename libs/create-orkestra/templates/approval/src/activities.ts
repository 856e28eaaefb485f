/** What happens outside the workflow is an activity: it may fail, and is then tried again. */
export async function payOut(input: { employee: string; amount: number }): Promise<{ receipt: string }> {
  console.log(`Paying ${input.amount} to ${input.employee}`);
  return { receipt: `${input.employee}-${input.amount}` };
}
