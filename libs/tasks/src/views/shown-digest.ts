import { digest } from '@orkestra/core';

/** The digests of a task's parts, hexadecimal; null for what the task does not have. */
export interface ShownParts {
  title: string;
  description: string | null;
  form: string | null;
  context: string | null;
  /** What is to be approved. */
  approval: string | null;
  /** What an agent asks to be allowed. */
  toolCalls: string | null;
}

/** The digest of all that a person is shown of a task: of its parts as canonical JSON. */
export function shownDigest({ title, description, form, context, approval, toolCalls }: ShownParts): Buffer {
  return digest({ title, description, form, context, approval, toolCalls });
}
