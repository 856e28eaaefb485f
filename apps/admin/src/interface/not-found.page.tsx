import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { PageHeading } from './page-heading';

export interface NotFoundPageProps {
  /** The large number above; null for none. */
  code?: string | null;
  heading?: string;
  explanation?: string;
}

/** 404, for an unknown address and for a task that does not exist or that I may not see. */
export function NotFoundPage({
  code = '404',
  heading = 'Page not found',
  explanation = 'There is nothing at this address.',
}: NotFoundPageProps) {
  return (
    <Stack align="center" py={80} gap="xs">
      <title>{`${heading} · Orkestra`}</title>
      {code && (
        <Text fz={40} fw={300} c="dimmed" aria-hidden lh={1}>
          {code}
        </Text>
      )}
      <PageHeading>{heading}</PageHeading>
      <Text c="dimmed" ta="center" maw={440}>
        {explanation}
      </Text>
      <Anchor component={Link} to="/inbox" mt="sm">
        Back to the inbox
      </Anchor>
    </Stack>
  );
}
