import { Button, Center } from '@mantine/core';
import { ErrorNotice } from '../../errors/error-notice';

export interface LoadMoreProps {
  busy: boolean;
  error: unknown;
  onMore: () => void;
}

/** The next page of the list, on demand. */
export function LoadMore({ busy, error, onMore }: LoadMoreProps) {
  if (error) return <ErrorNotice title="No more could be read" error={error} onRetry={onMore} />;
  return (
    <Center mt="md">
      <Button variant="default" loading={busy} onClick={onMore}>
        Load more
      </Button>
    </Center>
  );
}
