import { Button, Stack, Text, Title } from '@mantine/core';
import { isRouteErrorResponse, useRouteError } from 'react-router';

/** The last net: a page that failed to load or to draw. */
export function FatalErrorPage() {
  const error = useRouteError();
  return (
    <Stack component="main" align="center" justify="center" mih="80vh" p="lg" gap="sm">
      <title>Something went wrong · Orkestra</title>
      <Title order={1} size="h3">
        Something went wrong
      </Title>
      <Text c="dimmed" ta="center" maw={460}>
        {messageOf(error)} Loading the page again usually helps; nothing that you completed is lost.
      </Text>
      <Button onClick={() => window.location.reload()}>Load again</Button>
    </Stack>
  );
}

function messageOf(error: unknown): string {
  if (isRouteErrorResponse(error)) return `${error.statusText || 'The page could not be shown'}.`;
  return 'This page could not be shown.';
}
