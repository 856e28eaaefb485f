import { NavLink } from 'react-router';
import { type CurrentViewer, useViewer } from '../viewer/viewer';
import { isAdmin, mayAudit } from '../viewer/only-for';
import classes from './settings-links.module.css';

interface Entry {
  to: string;
  label: string;
  may: (viewer: CurrentViewer) => boolean;
}

const PAGES: readonly Entry[] = [
  { to: '/workspace', label: 'General', may: isAdmin },
  { to: '/workspace/people', label: 'People', may: isAdmin },
  { to: '/workspace/groups', label: 'Groups', may: isAdmin },
  { to: '/workspace/keys', label: 'API keys', may: isAdmin },
  { to: '/workspace/webhooks', label: 'Webhooks', may: isAdmin },
  { to: '/workspace/sign-in', label: 'Sign-in', may: isAdmin },
  { to: '/workspace/templates', label: 'Messages', may: isAdmin },
  { to: '/workspace/connections', label: 'Connections', may: isAdmin },
  { to: '/workspace/privacy', label: 'Privacy', may: mayAudit },
  { to: '/workspace/audit', label: 'Audit log', may: mayAudit },
];

/** The way between the pages of the workspace's settings; each shows to whom it opens. */
export function SettingsLinks() {
  const viewer = useViewer();
  const pages = PAGES.filter(({ may }) => may(viewer));
  if (pages.length < 2) return null;
  return (
    <nav aria-label="Settings" className={classes.links}>
      {pages.map(({ to, label }) => (
        <NavLink key={to} to={to} end className={classes.link}>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
