import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import { useGuardedMutation } from '../account/guarded-mutation';
import type { ScimDirectoryPartsFragment } from '../generated/graphql';
import { Fact, FactList } from '../interface/values/fact-list';
import { useSave } from '../settings/use-save';
import { TimeText } from '../time/time-text';
import { useViewer } from '../viewer/viewer';
import { EndDirectoryDialog } from './end-directory-dialog';
import { MapRolesDialog } from './map-roles-dialog';
import { ChangeDirectory } from './provisioning-operations';
import classes from '../settings/card.module.css';
import { RotateTokenDialog } from './rotate-token-dialog';
import type { NewToken } from './token-dialog';

export interface DirectoryCardProps {
  directory: ScimDirectoryPartsFragment;
  onChanged: () => void;
  onToken: (token: NewToken) => void;
}

/** One directory: what it looks after, when it was here last, and what can be done about it. */
export function DirectoryCard({ directory, onChanged, onToken }: DirectoryCardProps) {
  const { id, name, enabled, managesOwners, tokens, roleMappings } = directory;
  const viewer = useViewer();
  const [open, setOpen] = useState<'rotate' | 'roles' | 'end' | null>(null);
  const save = useSave();
  const [change] = useGuardedMutation(ChangeDirectory);
  const close = (): void => setOpen(null);
  const mayChange = viewer.role === 'owner' || !managesOwners;
  const toggle = (): void => {
    const input = { connectionId: id, enabled: !enabled };
    const done = enabled ? `${name} is switched off.` : `${name} is switched on.`;
    void save.run(() => change({ variables: { input } }), done).then(onChanged);
  };
  const earlier = tokens.find(({ expiresAt }) => expiresAt != null);
  return (
    <section className={`panel ${classes.card}`} aria-label={name}>
      <div className={classes.head}>
        <h3 className={classes.name}>{name}</h3>
        <Badge color={enabled ? 'green' : 'gray'} variant="dot">
          {enabled ? 'On' : 'Off'}
        </Badge>
      </div>
      <FactList>
        <Fact name="Looks after">
          {of(directory.people, 'person', 'people')}
          {managesOwners ? ', owners too' : ''}; {of(directory.groups, 'group', 'groups')}
        </Fact>
        <Fact name="Base URL">{directory.baseUrl}</Fact>
        <Fact name="Last used">
          {directory.lastUsedAt ? <TimeText at={directory.lastUsedAt} /> : 'never'}
        </Fact>
        {earlier?.expiresAt && (
          <Fact name="Earlier token works until">
            <TimeText at={earlier.expiresAt} />
          </Fact>
        )}
        {roleMappings.length > 0 && (
          <Fact name="Roles">
            {roleMappings.map(({ groupName, role }) => `${groupName}: ${role.toLowerCase()}`).join('; ')}
          </Fact>
        )}
      </FactList>
      <div className={classes.actions}>
        {mayChange && (
          <>
            <Button size="xs" variant="default" onClick={() => setOpen('rotate')}>
              Rotate the token
            </Button>
            <Button size="xs" variant="default" onClick={() => setOpen('roles')}>
              Roles
            </Button>
            <Button size="xs" variant="default" onClick={toggle}>
              {enabled ? 'Switch off' : 'Switch on'}
            </Button>
            <Button size="xs" variant="light" color="red" onClick={() => setOpen('end')}>
              End
            </Button>
          </>
        )}
      </div>
      {open === 'rotate' && <RotateTokenDialog directory={directory} onRotated={onToken} onClose={close} />}
      {open === 'roles' && <MapRolesDialog directory={directory} onMapped={onChanged} onClose={close} />}
      {open === 'end' && <EndDirectoryDialog directory={directory} onEnded={onChanged} onClose={close} />}
    </section>
  );
}

function of(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
