import { Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './settings.module.css';

export interface SectionProps {
  title: string;
  description?: ReactNode;
  /** Stands at the right of the title, such as a button. */
  aside?: ReactNode;
  children: ReactNode;
}

/** One subject of a settings page, with its heading. */
export function Section({ title, description, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section className={`panel ${classes.section}`} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {aside}
      </div>
      {description && (
        <Text size="sm" c="dimmed" mb={14} maw={680}>
          {description}
        </Text>
      )}
      {children}
    </section>
  );
}
