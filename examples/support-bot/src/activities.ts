import { draftWithModel } from './model';
import { retrieve } from './retrieval';
import { modelNameOf, thresholdOf } from './settings';

export interface Source {
  title: string;
  excerpt: string;
}

/** What the bot would answer, and how sure it is. */
export interface Draft {
  answer: string;
  /** From 0 to 1. */
  confidence: number;
  /** The bot answers alone from this confidence on. */
  threshold: number;
  sources: Source[];
  /** Why the draft is not what it should be, for the person who reads it. */
  note?: string;
}

const CONFIDENCE_WITHOUT_MODEL = 0.3;

/** Drafts an answer: by a language model where one is set up, else straight from the knowledge base. */
export async function draftAnswer({ question }: { question: string }): Promise<Draft> {
  const threshold = thresholdOf(process.env);
  const { passages, confidence } = retrieve(question);
  const sources = passages.map(({ topic, title, text }) => ({ title: `${topic}: ${title}`, excerpt: text }));
  const retrieved = { answer: passages[0]?.text ?? '', confidence, threshold, sources };
  const model = modelNameOf(process.env);
  if (!model) return retrieved;
  try {
    return { ...retrieved, ...(await draftWithModel(model, question, passages)) };
  } catch (error) {
    const note = `The model "${model}" did not answer: ${error instanceof Error ? error.message : String(error)}`;
    return { ...retrieved, confidence: Math.min(confidence, CONFIDENCE_WITHOUT_MODEL), note };
  }
}
