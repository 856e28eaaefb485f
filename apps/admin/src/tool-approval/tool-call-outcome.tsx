import { Anchor } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../generated';
import type { ToolCallOutcomeFragment } from '../generated/graphql';
import { LongText } from '../interface/values/long-text';
import { isRecord } from '../interface/values/is-record';
import { MomentText } from '../time/moment-text';
import { TimeText } from '../time/time-text';
import { similarWords } from './similar.words';
import classes from './tool-approval.module.css';

const ToolCallOutcomeFields = graphql(`
  fragment ToolCallOutcome on ToolCall {
    verdict
    message
    arguments
    decidedAt
    validUntil
    selfApproval
    decidedBy {
      kind
      id
      displayName
    }
    ruleId
    grantedRule {
      id
      tool
      argumentNames
      expiresAt
      revokedAt
      agent {
        kind
        id
        displayName
      }
    }
  }
`);

/** Who decided what about a call, and what the agent was told; nothing while it is open. */
export function ToolCallOutcome({ call: masked }: { call: FragmentType<typeof ToolCallOutcomeFields> }) {
  const call = readFragment(ToolCallOutcomeFields, masked);
  const { verdict, message, decidedAt, grantedRule: rule } = call;
  if (verdict === 'PENDING') return null;
  const Sign = verdict === 'ALLOWED' ? IconCheck : IconX;
  return (
    <div className={classes.verdict} data-verdict={verdict}>
      <Sign size={16} stroke={2.2} aria-hidden />
      <div>
        <span>{outcomeWords(call)}</span> {decidedAt && <TimeText at={decidedAt} />}
        {call.validUntil && (
          <p className={classes.summary}>
            It counts until <MomentText at={call.validUntil} />.
          </p>
        )}
        {message && <LongText text={message} />}
        {rule && !rule.revokedAt && (
          <p className={classes.summary}>
            {similarWords({
              agent: rule.agent.displayName,
              tool: rule.tool,
              names: isRecord(call.arguments) ? Object.keys(call.arguments) : [],
              until: rule.expiresAt,
              by: rule.argumentNames,
            })}{' '}
            <Anchor component={Link} to="/permissions" inherit underline="always">
              Standing permissions
            </Anchor>
          </p>
        )}
        {rule?.revokedAt && <p className={classes.summary}>The permission for similar calls was revoked.</p>}
      </div>
    </div>
  );
}

function outcomeWords({ verdict, decidedBy, ruleId, selfApproval }: ToolCallOutcomeFragment): string {
  const own = selfApproval ? ', their own request' : '';
  if (ruleId) return `Allowed by a standing permission of ${decidedBy?.displayName ?? 'somebody'}${own}`;
  const word = verdict === 'ALLOWED' ? 'Allowed' : 'Denied';
  return decidedBy ? `${word} by ${decidedBy.displayName}${own}` : `${word} without a decision`;
}
