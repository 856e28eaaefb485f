import type { WorkflowContext } from '@orkestra/sdk';
import { approval, workflow, workflows } from '@orkestra/sdk';
import { nextVersion, wishesOf } from './author';
import type { Review, ReviewInput, Version } from './document';
import { reviewInput } from './document';
import { attached, reviewsOf } from './reviewers';

/** What the last one approves: a version, and what was said of it. */
interface Reviewed {
  version: Version;
  reviews: Review[];
}

export const documentReview = workflow(
  'document-review',
  {
    description: 'Has a document reviewed, changed and approved.',
    version: '1.0.0',
    input: reviewInput,
  },
  async (ctx, input: ReviewInput) => {
    const title = `Release "${input.title}"?`;
    let payload = await reviewed(ctx, input, 1);
    // #region release
    const asked = approval(ctx, {
      title,
      type: 'document-release',
      payload,
      assignTo: { group: 'directors' },
      onBehalfOf: input.author,
      onChangesRequested: async ({ reason }) => {
        payload = await reviewed(ctx, input, payload.version.number + 1, [reason ?? 'Please change it.']);
        await attached(ctx, payload.version, title);
        return payload;
      },
    });
    const [decision] = await Promise.all([asked, attached(ctx, payload.version, title)]);
    // #endregion
    const { version, reviews } = decision.payload;
    return { status: decision.outcome, version: version.number, reviewedBy: reviews.map(({ by }) => by) };
  },
);

// #region rounds
/** New versions until nobody wants another one. */
async function reviewed(
  ctx: WorkflowContext,
  input: ReviewInput,
  first: number,
  wishes: readonly string[] = [],
): Promise<Reviewed> {
  let open = wishes;
  for (let number = first; ; number += 1) {
    const version = await nextVersion(ctx, input, number, open);
    const reviews = await reviewsOf(ctx, input.title, version);
    open = wishesOf(reviews);
    if (open.length === 0) return { version, reviews };
  }
}
// #endregion

export default workflows(documentReview);
