import { Center, Loader } from '@mantine/core';

/** What is shown while a page's code or the session is read. */
export function PageLoader() {
  return (
    <Center mih="60vh" role="status" aria-label="Loading">
      <Loader size="sm" type="dots" />
    </Center>
  );
}
