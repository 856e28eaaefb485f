import { Tooltip } from '@mantine/core';
import { relativeTime, shortSpan } from './relative-time';
import { useNow } from './use-now';

const absolute = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

export interface TimeTextProps {
  at: string;
  /** `relative`: "3 h ago"; `span`: "3 h". */
  style?: 'relative' | 'span';
  prefix?: string;
  className?: string;
}

/** A moment as a person says it; the exact date is in the tooltip and the title. */
export function TimeText({ at, style = 'relative', prefix = '', className }: TimeTextProps) {
  const now = useNow();
  const date = new Date(at);
  const text = style === 'span' ? shortSpan(now.getTime() - date.getTime()) : relativeTime(date, now);
  return (
    <Tooltip label={absolute.format(date)}>
      <time dateTime={at} className={className}>
        {prefix}
        {text}
      </time>
    </Tooltip>
  );
}
