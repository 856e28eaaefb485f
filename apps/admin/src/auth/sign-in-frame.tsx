import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Mark } from '../interface/mark';
import classes from './sign-in.module.css';

export interface SignInFrameProps {
  title: string;
  intro: ReactNode;
  children: ReactNode;
}

/** The frame of the pages that need no session. */
export function SignInFrame({ title, intro, children }: SignInFrameProps) {
  return (
    <div className={classes.page}>
      <title>{`${title} · Orkestra`}</title>
      <aside className={classes.aside} aria-label="About Orkestra">
        <Mark size={34} />
        <p className={classes.promise}>Where agents hand over, people decide.</p>
        <p className={classes.detail}>
          Every decision resumes its workflow exactly once. Nothing is lost on the way.
        </p>
      </aside>
      <main className={classes.main}>
        <div className={classes.card}>
          <Title order={1} size="h2">
            {title}
          </Title>
          <Text c="dimmed" size="sm" mt={4} mb="lg">
            {intro}
          </Text>
          {children}
        </div>
      </main>
    </div>
  );
}
