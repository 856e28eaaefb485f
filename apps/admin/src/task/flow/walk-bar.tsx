import { ActionIcon, Anchor, NativeSelect, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconChevronDown, IconChevronUp, IconPrinter } from '@tabler/icons-react';
import { Link } from 'react-router';
import { lastInbox } from '../../inbox/list/last-opened';
import { type AfterDecision, afterDecisionChoices, useAfterDecision } from './after-decision';
import type { TaskWalk } from './use-task-walk';
import classes from './walk-bar.module.css';

const words: Record<AfterDecision, string> = {
  stay: 'stay here',
  next: 'next task',
  list: 'back to the list',
};

/** The way back to the list and to the tasks beside this one, and where to go after a decision. */
export function WalkBar({ walk }: { walk: TaskWalk }) {
  const [choice, choose] = useAfterDecision();
  const { position, loaded, hasMore } = walk.list;
  return (
    <nav className={classes.bar} aria-label="List">
      <Anchor component={Link} to={lastInbox.path()} size="sm" className={classes.back}>
        <IconArrowLeft size={15} aria-hidden /> Inbox
      </Anchor>
      <span className={classes.beside}>
        <Tooltip label="Previous task (k)">
          <ActionIcon
            variant="default"
            size={28}
            aria-label="Previous task"
            aria-keyshortcuts="k"
            onClick={walk.toPrevious}
          >
            <IconChevronUp size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Next task (j)">
          <ActionIcon
            variant="default"
            size={28}
            aria-label="Next task"
            aria-keyshortcuts="j"
            onClick={() => walk.toNext()}
          >
            <IconChevronDown size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        {position !== null && (
          <span className={classes.position}>
            {position} of {loaded}
            {hasMore && '+'}
          </span>
        )}
      </span>
      <label className={classes.choice}>
        After a decision
        <NativeSelect
          size="xs"
          value={choice}
          data={afterDecisionChoices.map((value) => ({ value, label: words[value] }))}
          onChange={({ currentTarget }) => {
            const next = afterDecisionChoices.find((value) => value === currentTarget.value);
            if (next) choose(next);
          }}
        />
      </label>
      <Tooltip label="Print a decision sheet">
        <ActionIcon variant="default" size={28} aria-label="Print" onClick={() => window.print()}>
          <IconPrinter size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </nav>
  );
}
