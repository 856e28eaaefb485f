import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconKeyboard, IconMoon, IconSun } from '@tabler/icons-react';
import { Link, NavLink } from 'react-router';
import type { ConnectionState } from '../live/connection-state';
import { AccountMenu } from './account-menu';
import { ConnectionLight } from './connection-light';
import classes from './header.module.css';
import { Mark } from '../interface/mark';
import { Bell } from '../notifications/bell';
import { isAdmin, mayLead } from '../viewer/only-for';
import { useViewer } from '../viewer/viewer';

/** The bar on top: where I am, whether the page is live, and who I am. */
export function Header({ connection, onHelp }: { connection: ConnectionState; onHelp: () => void }) {
  const viewer = useViewer();
  const { tenant } = viewer;
  return (
    <header
      className={classes.header}
      style={tenant.accentColor ? { borderBottom: `3px solid ${tenant.accentColor}` } : undefined}
    >
      <div className={classes.inner}>
        <Link to="/inbox" className={classes.brand} aria-label="Orkestra, to the inbox">
          <Mark size={24} />
        </Link>
        {tenant.logoUrl && <img src={tenant.logoUrl} alt="" height={24} style={{ maxWidth: 96 }} />}
        <span className={classes.tenant} title={tenant.name}>
          {tenant.name}
        </span>
        <nav aria-label="Main" className={classes.nav}>
          <NavLink to="/inbox" className={classes.link}>
            Inbox
          </NavLink>
          {mayLead(viewer) && (
            <NavLink to="/team" className={classes.link}>
              Team
            </NavLink>
          )}
          {isAdmin(viewer) && (
            <NavLink to="/workspace" className={classes.link}>
              Workspace
            </NavLink>
          )}
          <NavLink to="/permissions" className={classes.link}>
            Permissions
          </NavLink>
        </nav>
        <span className={classes.spacer} />
        <ConnectionLight connection={connection} />
        <Bell className={classes.icon} />
        <Tooltip label="Keyboard shortcuts (?)">
          <ActionIcon
            variant="transparent"
            className={`${classes.icon} ${classes.help}`}
            aria-label="Keyboard shortcuts"
            onClick={onHelp}
          >
            <IconKeyboard size={19} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <SchemeToggle />
        <AccountMenu />
      </div>
    </header>
  );
}

function SchemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'dark' ? 'light' : 'dark';
  const label = `Use ${other} colours`;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="transparent"
        className={classes.icon}
        aria-label={label}
        onClick={() => setColorScheme(other)}
      >
        {scheme === 'dark' ? <IconSun size={18} stroke={1.6} /> : <IconMoon size={18} stroke={1.6} />}
      </ActionIcon>
    </Tooltip>
  );
}
