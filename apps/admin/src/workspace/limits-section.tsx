import { Progress, Stack, Text } from '@mantine/core';
import type { WorkspaceFragment, WorkspaceLimitName } from '../generated/graphql';
import { Section } from '../settings/section';

const NAMES: Record<WorkspaceLimitName, string> = {
  OPEN_TASKS: 'Open tasks',
  PEOPLE: 'Active people',
  REQUESTS_PER_MINUTE: 'Requests a minute',
  PAYLOAD_BYTES: 'Bytes given to one task or workflow',
};

/** What the workspace may have, and what it has. */
export function LimitsSection({ workspace: { limits } }: { workspace: WorkspaceFragment }) {
  return (
    <Section title="Limits" description="Set by whoever runs this installation.">
      <Stack gap="sm" maw={420}>
        {limits.map(({ name, most, use }) => (
          <div key={name}>
            <Text size="sm">
              {NAMES[name]}: {use == null ? `at most ${count(most)}` : `${count(use)} of ${count(most)}`}
            </Text>
            {use != null && (
              <Progress
                value={Math.min(100, (use / most) * 100)}
                color={use >= most * 0.9 ? 'red' : undefined}
                aria-label={`${NAMES[name]}: ${Math.round((use / most) * 100)} % used`}
                size="sm"
                mt={4}
              />
            )}
          </div>
        ))}
      </Stack>
    </Section>
  );
}

function count(number: number): string {
  return new Intl.NumberFormat().format(number);
}
