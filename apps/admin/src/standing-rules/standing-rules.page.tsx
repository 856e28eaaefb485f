import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { PageHeading } from '../interface/page-heading';
import classes from './standing-rules.module.css';
import { StandingRuleList } from './standing-rule-list';

const lists = [
  { value: 'active', label: 'In force' },
  { value: 'ended', label: 'Ended' },
];

/** What people have allowed agents for longer than one call, and the way to take it back. */
export function StandingRulesPage() {
  const [list, setList] = useState('active');
  return (
    <>
      <title>Standing permissions · Orkestra</title>
      <div className={classes.top}>
        <PageHeading>Standing permissions</PageHeading>
        <SegmentedControl
          size="xs"
          aria-label="Which permissions"
          data={lists}
          value={list}
          onChange={setList}
        />
      </div>
      <Text size="sm" c="dimmed" mb="md">
        Calls that agents may make without asking again. You see those that you granted, and those that groups
        which you supervise were asked about.
      </Text>
      <StandingRuleList key={list} ended={list === 'ended'} />
    </>
  );
}
