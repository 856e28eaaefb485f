import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../generated';
import type { StandingRuleRowFragment } from '../generated/graphql';
import { Fact, FactList } from '../interface/values/fact-list';
import { TimeText } from '../time/time-text';
import { ArgumentList } from '../tool-approval/argument-list';
import { RiskBadge } from '../tool-approval/risk-badge';
import { mayWork } from '../viewer/only-for';
import { useViewer } from '../viewer/viewer';
import { visibleText } from '../interface/values/visible-text';
import { RevokeDialog } from './revoke-dialog';
import { StandingRuleFields } from './standing-rule-operations';
import classes from './standing-rules.module.css';

export interface StandingRuleRowProps {
  rule: FragmentType<typeof StandingRuleFields>;
  onRevoked: () => void;
}

/** One rule: which agent may do what, who said so, until when, and how often it was used. */
export function StandingRuleRow({ rule: masked, onRevoked }: StandingRuleRowProps) {
  const rule = readFragment(StandingRuleFields, masked);
  const viewer = useViewer();
  const [asking, setAsking] = useState(false);
  const holds = !rule.revokedAt && new Date(rule.expiresAt) > new Date();
  const what = `${rule.agent.displayName} may use ${visibleText(rule.tool)}`;
  return (
    <li className={`panel ${classes.rule}`} aria-label={what}>
      <div className={classes.head}>
        <h2 className={classes.what}>
          {rule.agent.displayName} may use <code>{visibleText(rule.tool)}</code>
        </h2>
        <span className={classes.upTo}>
          up to <RiskBadge risk={rule.risk} />
        </span>
        {holds && mayWork(viewer) && (
          <Button
            size="xs"
            variant="light"
            color="red"
            className={classes.revoke}
            onClick={() => setAsking(true)}
          >
            Revoke
          </Button>
        )}
      </div>
      <FactList>
        <Fact name={rule.argumentNames.length === 0 ? 'Exactly with' : 'With the same'}>
          <ArgumentList value={rule.arguments} whole />
        </Fact>
        <Fact name="Granted">
          by {rule.grantedBy.displayName}, <TimeText at={rule.grantedAt} />{' '}
          <Anchor component={Link} to={`/tasks/${rule.taskId}`} inherit underline="always">
            in this task
          </Anchor>
        </Fact>
        <Fact name={holds ? 'Until' : 'Ended'}>
          <Ending rule={rule} />
        </Fact>
        <Fact name="Used">
          {rule.useCount === 0 ? 'never' : `${rule.useCount} ${rule.useCount === 1 ? 'time' : 'times'}`}
          {rule.lastUsedAt && <TimeText at={rule.lastUsedAt} prefix=", last " />}
        </Fact>
      </FactList>
      {asking && (
        <RevokeDialog ruleId={rule.id} what={what} onClose={() => setAsking(false)} onRevoked={onRevoked} />
      )}
    </li>
  );
}

function Ending({ rule: { revokedAt, revokedBy, expiresAt } }: { rule: StandingRuleRowFragment }) {
  if (!revokedAt) return <TimeText at={expiresAt} />;
  return (
    <>
      revoked by {revokedBy?.displayName ?? 'somebody'}, <TimeText at={revokedAt} />
    </>
  );
}
