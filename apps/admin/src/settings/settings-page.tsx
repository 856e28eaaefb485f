import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { PageHeading } from '../interface/page-heading';
import classes from './settings.module.css';

export interface SettingsPageProps {
  title: string;
  intro?: ReactNode;
  /** The page above this one. */
  back?: { to: string; label: string };
  /** Stands between the intro and the rest, such as the way to the pages beside this one. */
  links?: ReactNode;
  children: ReactNode;
}

/** The frame of a page of settings. */
export function SettingsPage({ title, intro, back, links, children }: SettingsPageProps) {
  return (
    <div className={classes.page}>
      <title>{`${title} · Orkestra`}</title>
      {back && (
        <Anchor component={Link} to={back.to} size="sm">
          ← {back.label}
        </Anchor>
      )}
      <PageHeading>{title}</PageHeading>
      {intro && (
        <Text c="dimmed" mt={4} maw={680}>
          {intro}
        </Text>
      )}
      {links}
      {children}
    </div>
  );
}
