import { useMutation } from '@apollo/client/react';
import { ActionIcon, Anchor, Badge, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { InvitePersonMutation, WorkspacePersonFragment } from '../../generated/graphql';
import { EraseDialog } from '../../privacy/erasure/erase-dialog';
import classes from '../../settings/settings.module.css';
import type { Save } from '../../settings/use-save';
import { useViewer } from '../../viewer/viewer';
import { DeactivateDialog } from './deactivate-dialog';
import { InvitePerson, ReactivatePerson, RevokeInvitation } from './people-operations';
import { PersonStatusBadge } from './person-status';
import { RoleDialog } from './role-dialog';
import { ROLE_WORDS } from './role.words';

export interface MemberRowProps {
  person: WorkspacePersonFragment;
  save: Save;
  onChanged: () => void;
  onInvited: (invitation: InvitePersonMutation['invitePerson']) => void;
}

/** One person, and what can be done about them. */
export function MemberRow({ person, save, onChanged, onInvited }: MemberRowProps) {
  const { id, displayName, email, status, role, groups, managedBy } = person;
  const viewer = useViewer();
  const [asking, setAsking] = useState<'role' | 'leave' | 'erase' | null>(null);
  const [invite] = useMutation(InvitePerson);
  const [revoke] = useMutation(RevokeInvitation);
  const [reactivate] = useMutation(ReactivatePerson);
  const isManaged = managedBy === 'DIRECTORY';
  const mayChange = viewer.role === 'owner' || role !== 'OWNER';
  const places = groups.map(({ id: group, role: inIt }) => ({ group, role: inIt }));
  const renew = async () => {
    const { data } = await invite({ variables: { input: { email, displayName, role, groups: places } } });
    if (data) onInvited(data.invitePerson);
  };
  const input = { personId: id };
  const act = (send: () => Promise<unknown>, done: string) => void save.run(send, done).then(onChanged);
  return (
    <li className={classes.row}>
      <div className={classes.rowMain}>
        <div className={classes.rowTitle}>
          {status === 'INVITED' ? (
            displayName
          ) : (
            <Anchor component={Link} to={`/people/${id}`} inherit>
              {displayName}
            </Anchor>
          )}{' '}
          <PersonStatusBadge status={status} />
          {isManaged && (
            <Badge ml={6} variant="outline">
              Directory
            </Badge>
          )}
        </div>
        <div className={classes.rowText}>
          {status === 'ERASED'
            ? 'Nothing says any more who they were'
            : [email, ROLE_WORDS[role][0], ...placesOf(groups)].join(' · ')}
        </div>
      </div>
      {mayChange && id !== viewer.id && status !== 'ERASED' && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" aria-label={`What to do about ${displayName}`}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {status === 'ACTIVE' && <Menu.Item onClick={() => setAsking('role')}>Change role</Menu.Item>}
            {isManaged && <Menu.Label>Renamed, deactivated and reactivated in the directory</Menu.Label>}
            {status === 'ACTIVE' && !isManaged && (
              <Menu.Item color="red" onClick={() => setAsking('leave')}>
                Deactivate
              </Menu.Item>
            )}
            {status === 'INVITED' && (
              <Menu.Item onClick={() => act(renew, 'The invitation is renewed.')}>
                Renew the invitation
              </Menu.Item>
            )}
            {status === 'INVITED' && (
              <Menu.Item
                color="red"
                onClick={() => act(() => revoke({ variables: { input } }), 'The invitation is revoked.')}
              >
                Revoke the invitation
              </Menu.Item>
            )}
            {status === 'DEACTIVATED' && !isManaged && (
              <Menu.Item
                onClick={() =>
                  act(() => reactivate({ variables: { input } }), `${displayName} is reactivated.`)
                }
              >
                Reactivate
              </Menu.Item>
            )}
            {status === 'DEACTIVATED' && (
              <Menu.Item color="red" onClick={() => setAsking('erase')}>
                Erase
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {asking === 'role' && <RoleDialog person={person} onClose={() => setAsking(null)} />}
      {asking === 'leave' && <DeactivateDialog person={person} onClose={() => setAsking(null)} />}
      {asking === 'erase' && (
        <EraseDialog
          person={person}
          onClose={() => {
            setAsking(null);
            onChanged();
          }}
        />
      )}
    </li>
  );
}

function placesOf(groups: WorkspacePersonFragment['groups']): string[] {
  return groups.length === 0 ? [] : [groups.map(({ name }) => name).join(', ')];
}
