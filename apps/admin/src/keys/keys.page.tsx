import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { SettingsLinks } from '../settings/settings-links';
import { SettingsPage } from '../settings/settings-page';
import { isAdmin, OnlyFor } from '../viewer/only-for';
import { CreateKeyDialog } from './create-key-dialog';
import { KeyList } from './key-list';
import { KeySecretDialog } from './key-secret-dialog';

const lists = [
  { value: 'working', label: 'In use' },
  { value: 'ended', label: 'Ended' },
];

/** The keys by which programs and agents are let in. */
export function KeysPage() {
  const [list, setList] = useState('working');
  const [creating, setCreating] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [made, setMade] = useState(0);
  const show = (shown: string): void => {
    setSecret(shown);
    setList('working');
    setMade((before) => before + 1);
  };
  return (
    <OnlyFor may={isAdmin}>
      <SettingsPage
        title="API keys"
        intro="Programs and agents are let in by a key. Give each its own, with no more rights than it needs."
        links={<SettingsLinks />}
      >
        <Group justify="space-between" mt="md">
          <SegmentedControl size="xs" aria-label="Which keys" data={lists} value={list} onChange={setList} />
          <Button
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setCreating(true)}
          >
            Create a key
          </Button>
        </Group>
        <KeyList key={`${list} ${made}`} ended={list === 'ended'} onSecret={show} />
        {creating && <CreateKeyDialog onCreated={show} onClose={() => setCreating(false)} />}
        {secret !== null && <KeySecretDialog secret={secret} onClose={() => setSecret(null)} />}
      </SettingsPage>
    </OnlyFor>
  );
}
