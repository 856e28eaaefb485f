import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { ErrorText } from '../errors/error-text';
import { Section } from '../settings/section';
import { useDownload } from '../interface/use-download';

/** Everything that the workspace holds, to take away. */
export function ExportSection({ slug }: { slug: string }) {
  const { state, start, cancel } = useDownload('/api/v1/tenant/export', `${slug}.zip`);
  const running = state.kind === 'running';
  return (
    <Section
      title="Export"
      description="Everything in the workspace as JSON lines in a zip, with the files of tasks. No passwords or keys."
    >
      <Group gap="md">
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          loading={running}
          onClick={() => void start()}
        >
          Export everything
        </Button>
        {running && (
          <Button variant="subtle" onClick={cancel}>
            Break off
          </Button>
        )}
        <Text size="sm" role="status">
          {state.kind === 'running' && `${megabytes(state.bytes)} have come so far`}
          {state.kind === 'done' && `Complete: ${megabytes(state.bytes)} are in your downloads`}
        </Text>
      </Group>
      {state.kind === 'failed' && <ErrorText>{`The export was broken off. ${state.message}`}</ErrorText>}
    </Section>
  );
}

function megabytes(bytes: number): string {
  return `${new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(bytes / 1_000_000)} MB`;
}
