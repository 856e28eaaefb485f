/** What is reviewed: a file that the author has attached to a task of theirs. */
export interface Version {
  number: number;
  /** Where the file can be downloaded, for whoever may see the author's task. */
  taskId: string;
  attachmentId: string;
  /** What is new in it. */
  note: string;
}

/** What one reviewer says of one version. */
export interface Review {
  role: string;
  by: string;
  verdict: 'fine' | 'change';
  comment?: string;
}

export interface ReviewInput {
  title: string;
  /** E-mail address of whoever writes it. */
  author: string;
}

export const reviewInput = {
  type: 'object',
  properties: {
    title: { type: 'string', minLength: 1, maxLength: 200 },
    author: { type: 'string', format: 'email' },
  },
  required: ['title', 'author'],
  additionalProperties: false,
};
