import { approval, workflow } from '../index';

interface Post {
  text: string;
}

/** Two editors have to approve, one rejection is enough to reject; changes are made by a program. */
export const publishPost = workflow('publish-post', async (ctx, input: { post: Post }) => {
  let { post } = input;
  // #region approval
  const { approved, payload, reason } = await approval(ctx, {
    title: 'Publish this post?',
    payload: post,
    assignTo: { group: 'editors' },
    quorum: { rule: 'count', count: 2, veto: true },
    onChangesRequested: ({ reason: wish }) => Promise.resolve((post = { text: `${post.text} (${wish})` })),
  });
  // What was approved, and nothing else: people can put a new version up for approval as well.
  return approved ? { published: payload.text } : { rejected: reason };
  // #endregion
});
