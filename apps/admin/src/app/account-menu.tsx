import { useApolloClient } from '@apollo/client/react';
import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconBeach, IconBell, IconHistory, IconKey, IconLogout, IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { signOut } from '../auth/auth-api';
import { forgetDrafts } from '../drafts/unsaved-drafts';
import { forgetUnsentTexts } from '../drafts/unsent-texts';
import { lastInbox } from '../inbox/list/last-opened';
import classes from './account-menu.module.css';
import { announce } from '../interface/announcer';
import { leaving } from './leaving';
import { leaveDevice } from '../notifications/push/push-device';
import { initialsOf } from './initials';
import { isAdmin, mayAudit, mayWork } from '../viewer/only-for';
import { useViewer } from '../viewer/viewer';

/** Who is signed in, with which groups, and the way out. */
export function AccountMenu() {
  const viewer = useViewer();
  const navigate = useNavigate();
  const client = useApolloClient();
  const [failed, setFailed] = useState(false);
  const leave = async (): Promise<void> => {
    leaving.now = true;
    await leaveDevice(client);
    let elsewhere: string | null;
    try {
      elsewhere = await signOut();
    } catch {
      leaving.now = false;
      setFailed(true);
      return announce('Signing out did not work. Check the connection and try again.');
    }
    forgetDrafts();
    forgetUnsentTexts();
    lastInbox.forget();
    if (elsewhere === null) await navigate('/sign-in');
    else location.assign(elsewhere);
  };
  return (
    <Menu position="bottom-end" width={240} withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.target}>
          <span className={classes.avatar} data-initials={initialsOf(viewer.displayName)} aria-hidden />
          <span className="visually-hidden">Account of</span>
          <span className={classes.name}>{viewer.displayName}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <Text component="div" fw={600}>
            {viewer.displayName}
          </Text>
          <Text component="div" size="xs" c="dimmed">
            {viewer.email}
          </Text>
          <Text component="div" size="xs" c="dimmed" mt={4}>
            {isAdmin(viewer) && 'Administrator · '}
            {!mayWork(viewer) &&
              (viewer.role === 'auditor' ? 'Auditor, reads everything · ' : 'Viewer, reads only · ')}
            {viewer.groups.length > 0 ? viewer.groups.map(({ name }) => name).join(', ') : 'In no group'}
          </Text>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/out-of-office" leftSection={<IconBeach size={16} />}>
          Out of office
        </Menu.Item>
        <Menu.Item component={Link} to="/notifications" leftSection={<IconBell size={16} />}>
          Notifications
        </Menu.Item>
        <Menu.Item component={Link} to="/security" leftSection={<IconShieldLock size={16} />}>
          Security
        </Menu.Item>
        {isAdmin(viewer) && (
          <Menu.Item component={Link} to="/workspace/keys" leftSection={<IconKey size={16} />}>
            API keys
          </Menu.Item>
        )}
        {mayAudit(viewer) && (
          <Menu.Item component={Link} to="/workspace/audit" leftSection={<IconHistory size={16} />}>
            Audit log
          </Menu.Item>
        )}
        <Menu.Item
          closeMenuOnClick={false}
          leftSection={<IconLogout size={16} />}
          onClick={() => void leave()}
        >
          {failed ? 'Signing out failed. Try again' : 'Sign out'}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
