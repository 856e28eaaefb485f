/** What happens outside the workflow is an activity: it may fail, and is then tried again. */
export async function tellCustomer(input: { customer: string; answer: string }): Promise<void> {
  console.log(`To ${input.customer}: ${input.answer}`);
}
