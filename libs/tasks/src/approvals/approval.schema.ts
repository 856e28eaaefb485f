import { z } from 'zod';

const LARGEST_PAYLOAD = 256 * 1024;
const veto = z.boolean().optional();
const count = z.number().int().min(1).max(1_000);

/** Any JSON value but null, as it is; what is in it has to be checked by `unstorable`. */
export const approvalPayload = z
  .custom<NonNullable<unknown>>((payload) => payload != null, {
    error: 'must be what is to be approved: any JSON value but null',
    abort: true,
  })
  .refine((payload) => JSON.stringify(payload).length <= LARGEST_PAYLOAD, 'larger than 256 KiB');

/** How many have to approve; `TaskQuorum` of the SDK is its counterpart. */
const quorumSpec = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.enum(['any', 'all']), veto }),
  z.strictObject({ rule: z.enum(['count', 'per-group']), count, veto }),
  z.strictObject({ rule: z.literal('percentage'), percentage: z.number().min(1).max(100), veto }),
]);

/** A rule without a number may be given by its name alone. */
const quorum = z.preprocess(
  (given) => (given === 'any' || given === 'all' ? { rule: given } : given),
  quorumSpec,
);

/** What makes a task an approval; `TaskApproval` of the SDK is its counterpart. */
export const approvalSpec = z.strictObject({
  payload: approvalPayload,
  quorum: quorum.optional(),
});
