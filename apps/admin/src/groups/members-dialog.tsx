import { useMutation, useQuery } from '@apollo/client/react';
import { ActionIcon, Button, Group, Modal, SegmentedControl, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { TargetSelect } from '../directory/target-select';
import type { Target } from '../directory/targets';
import { ErrorNotice } from '../errors/error-notice';
import { ErrorText } from '../errors/error-text';
import type { GroupRole } from '../generated/graphql';
import { PageLoader } from '../interface/page-loader';
import classes from '../settings/settings.module.css';
import { useSave } from '../settings/use-save';
import { ChangeGroupMembers, GroupPeople } from './groups-operations';

export interface MembersDialogProps {
  group: { id: string; name: string };
  onClose: () => void;
}

const ROLES = [
  { value: 'MEMBER', label: 'Member' },
  { value: 'SUPERVISOR', label: 'Supervisor' },
];

/** Who is in a group, and as what. Each change counts at once. */
export function MembersDialog({ group, onClose }: MembersDialogProps) {
  const { data, error, refetch } = useQuery(GroupPeople, {
    variables: { group: group.id },
    fetchPolicy: 'cache-and-network',
  });
  const [change] = useMutation(ChangeGroupMembers);
  const [added, setAdded] = useState<Target | null>(null);
  const save = useSave();
  // Who was erased goes out of it within minutes, and nothing can be done about them.
  const members = (data?.people.edges ?? [])
    .map(({ node }) => node)
    .filter(({ status }) => status !== 'ERASED');
  const put = (personId: string, role: GroupRole, done: string) =>
    void save.run(async () => {
      await change({ variables: { input: { group: group.id, put: [{ personId, role }] } } });
      setAdded(null);
      await refetch();
    }, done);
  const remove = (personId: string, done: string) =>
    void save.run(async () => {
      await change({ variables: { input: { group: group.id, remove: [personId] } } });
      await refetch();
    }, done);
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Members of ${group.name}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {!data && !error && <PageLoader />}
      {error && (
        <ErrorNotice title="The members could not be read" error={error} onRetry={() => void refetch()} />
      )}
      {data && members.length === 0 && <p className={classes.empty}>Nobody is in this group yet.</p>}
      <ul className={classes.rows}>
        {members.map(({ id, displayName, groups }) => (
          <li key={id} className={classes.row}>
            <div className={classes.rowMain}>{displayName}</div>
            <SegmentedControl
              size="xs"
              aria-label={`Role of ${displayName}`}
              data={ROLES}
              value={groups.find((one) => one.id === group.id)?.role ?? 'MEMBER'}
              onChange={(role) => put(id, role as GroupRole, `The role of ${displayName} is changed.`)}
            />
            <ActionIcon
              variant="subtle"
              color="red"
              aria-label={`Remove ${displayName}`}
              onClick={() => remove(id, `${displayName} is removed.`)}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {data?.people.pageInfo.hasNextPage && <Text size="sm">Only the first 100 are shown.</Text>}
      <TargetSelect label="Add somebody" withGroups={false} clearable value={added} onChange={setAdded} />
      {save.refused && <ErrorText>{save.refused.message}</ErrorText>}
      {save.saved && (
        <Text size="sm" role="status" mt="xs">
          {save.saved}
        </Text>
      )}
      <Group justify="flex-end" mt="md">
        <Button
          disabled={added === null}
          loading={save.busy}
          onClick={() =>
            added && put(added.value.slice('user:'.length), 'MEMBER', `${added.label} is added.`)
          }
        >
          Add
        </Button>
      </Group>
    </Modal>
  );
}
