import type { FormSpec } from '../forms/field/form-field';

/** What a person answers to a request, by the agent's names of the calls. */
export interface ToolAnswer {
  /** Hexadecimal, of what was shown. */
  digest: string;
  decisions: Record<string, ToolDecision>;
}

export interface ToolDecision {
  verdict: 'allow' | 'deny';
  /** What the agent is told; needed with a denial. */
  message?: string;
  /** Allows later calls with the same arguments of these names, or exactly the same call when there are none. */
  allow_similar?: { until: string; by: string[] };
}

const LONGEST_MESSAGE = 2_000;

/** The form of the task that asks about these calls. */
export function toolForm(callIds: readonly string[]): FormSpec {
  const decision = { $ref: '#/$defs/decision' };
  return {
    schema: {
      type: 'object',
      properties: {
        digest: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        decisions: {
          type: 'object',
          properties: Object.fromEntries(callIds.map((callId) => [callId, decision])),
          required: [...callIds],
          additionalProperties: false,
        },
      },
      required: ['digest', 'decisions'],
      additionalProperties: false,
      $defs: { decision: DECISION },
    },
  };
}

const DECISION = {
  type: 'object',
  properties: {
    verdict: { enum: ['allow', 'deny'] },
    message: { type: 'string', maxLength: LONGEST_MESSAGE },
    allow_similar: {
      type: 'object',
      properties: {
        until: { type: 'string', format: 'date-time' },
        by: { type: 'array', items: { type: 'string', maxLength: 200 }, maxItems: 100 },
      },
      required: ['until', 'by'],
      additionalProperties: false,
    },
  },
  required: ['verdict'],
  additionalProperties: false,
};
