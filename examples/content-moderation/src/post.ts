export interface Post {
  id: string;
  author: string;
  text: string;
}

export type Verdict = 'publish' | 'remove';

/** What became of a post. */
export interface Decision {
  post: string;
  verdict: Verdict;
  by: 'agent' | 'person';
  reason: string;
}
