import { useQuery } from '@apollo/client/react';
import { Checkbox, Stack, Text } from '@mantine/core';
import { ErrorNotice } from '../errors/error-notice';
import { PageLoader } from '../interface/page-loader';
import { KeyScopes } from './key-operations';
import { groupScopes } from './key-state.words';

export interface ScopePickerProps {
  value: string[];
  onChange: (scopes: string[]) => void;
  error?: string | undefined;
}

/** What a key may do, by what it is about, each in words. */
export function ScopePicker({ value, onChange, error }: ScopePickerProps) {
  const { data, error: failed, refetch } = useQuery(KeyScopes);
  if (!data) {
    if (!failed) return <PageLoader />;
    const reread = (): void => void refetch().catch(() => undefined);
    return <ErrorNotice title="The scopes could not be read" error={failed} onRetry={reread} />;
  }
  return (
    <Checkbox.Group
      label="What it may do"
      description="No more than it needs: a key that leaks can do all of it."
      required
      value={value}
      onChange={onChange}
      error={error}
    >
      <Stack gap="sm" mt="xs">
        {[...groupScopes(data.apiKeyScopes)].map(([area, scopes]) => (
          <Stack key={area} gap={6} role="group" aria-label={area}>
            <Text size="sm" fw={600} tt="capitalize" aria-hidden>
              {area}
            </Text>
            {scopes.map(({ name, meaning }) => (
              <Checkbox key={name} value={name} label={name} description={meaning} />
            ))}
          </Stack>
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
