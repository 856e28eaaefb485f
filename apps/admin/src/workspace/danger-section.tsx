import { useMutation } from '@apollo/client/react';
import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorText } from '../errors/error-text';
import type { WorkspaceFragment } from '../generated/graphql';
import { Section } from '../settings/section';
import { useSave } from '../settings/use-save';
import { useViewer } from '../viewer/viewer';
import { DeleteWorkspaceDialog } from './delete-workspace-dialog';
import { CancelWorkspaceDeletion } from './workspace-operations';

/** The way out, for owners: asked twice, and after some days. */
export function DangerSection({ workspace }: { workspace: WorkspaceFragment }) {
  const [asking, setAsking] = useState(false);
  const [keepIt] = useMutation(CancelWorkspaceDeletion);
  const save = useSave();
  if (useViewer().role !== 'owner') return null;
  const { deleteAt } = workspace;
  const keep = (): void => void save.run(() => keepIt(), 'The workspace stays.');
  return (
    <Section title="Danger zone">
      {deleteAt ? (
        <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle size={18} />}>
          <Text size="sm" mb="sm">
            Everything in this workspace will be deleted on {new Date(deleteAt).toLocaleString()}. Until then
            programs are refused and no task is created.
          </Text>
          <Button color="red" loading={save.busy} onClick={keep}>
            Keep the workspace
          </Button>
        </Alert>
      ) : (
        <>
          <Text size="sm" mb="sm" maw={680}>
            Deletes all tasks, people, files, keys and workflows for good. Export what you want to keep first.
          </Text>
          <Button color="red" variant="outline" onClick={() => setAsking(true)}>
            Delete the workspace
          </Button>
        </>
      )}
      {save.refused && <ErrorText>{save.refused.message}</ErrorText>}
      {save.saved !== null && !deleteAt && (
        <Alert mt="md" role="note" variant="light" py={8}>
          {save.saved}
        </Alert>
      )}
      {asking && <DeleteWorkspaceDialog workspace={workspace} onClose={() => setAsking(false)} />}
    </Section>
  );
}
