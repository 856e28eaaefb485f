import { useMutation } from '@apollo/client/react';
import { Alert, Button, FileButton, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { ErrorText } from '../errors/error-text';
import type { WorkspaceFragment } from '../generated/graphql';
import { Section } from '../settings/section';
import { useSave } from '../settings/use-save';
import { Viewer } from '../viewer/viewer';
import { SetWorkspaceLogo } from './workspace-operations';

export function LogoSection({ workspace: { logoUrl, name } }: { workspace: WorkspaceFragment }) {
  const save = useSave();
  const [setLogo] = useMutation(SetWorkspaceLogo, { refetchQueries: [Viewer] });
  const choose = async (file: File | null): Promise<void> => {
    if (file === null) return;
    const send = async () => setLogo({ variables: { input: { image: await base64Of(file) } } });
    await save.run(send, 'The logo is saved.');
  };
  const remove = (): void =>
    void save.run(() => setLogo({ variables: { input: { image: null } } }), 'The logo is removed.');
  return (
    <Section title="Logo" description="PNG, JPEG or WebP, at most 64 KiB. Stands at the top of every page.">
      <Group gap="md">
        {logoUrl ? (
          <img src={logoUrl} alt={`Logo of ${name}`} height={40} style={{ maxWidth: 160 }} />
        ) : (
          <Text size="sm" c="dimmed">
            No logo yet
          </Text>
        )}
        <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => void choose(file)}>
          {(props) => (
            <Button variant="default" loading={save.busy} {...props}>
              Choose a logo
            </Button>
          )}
        </FileButton>
        {logoUrl && (
          <Button variant="subtle" color="red" disabled={save.busy} onClick={remove}>
            Remove the logo
          </Button>
        )}
      </Group>
      {save.refused && <ErrorText>{save.refused.fields[0]?.message ?? save.refused.message}</ErrorText>}
      {save.saved !== null && (
        <Alert mt="md" role="note" variant="light" py={8} icon={<IconCheck size={18} />}>
          {save.saved}
        </Alert>
      )}
    </Section>
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read'));
    reader.readAsDataURL(file);
  });
}
