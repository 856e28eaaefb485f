import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { TaskAction } from '../generated/graphql';
import type { DialogTask } from './dialog-props';
import { CommandDialogs, type DialogCommand, dialogCommands } from './command-dialogs';
import type { TaskActions } from './use-task-actions';

/** The commands that ask nothing; those further down the list stand further right and are louder. */
const buttons = [
  { command: 'STOP', label: 'Stop work', variant: 'default' },
  { command: 'RELEASE', label: 'Release', variant: 'default' },
  { command: 'RESOLVE', label: 'Give back', variant: 'default' },
  { command: 'START', label: 'Start work', variant: 'light' },
  { command: 'CLAIM', label: 'Claim', variant: 'filled' },
] as const;

const menuWords: Record<DialogCommand, string> = {
  DELEGATE: 'Delegate…',
  FORWARD: 'Forward…',
  ASSIGN: 'Assign…',
  NOMINATE: 'Name candidates…',
  SUSPEND: 'Suspend…',
  ESCALATE: 'Escalate…',
  SET_PRIORITY: 'Change priority…',
  SET_DUE_DATE: 'Change due date…',
  CANCEL: 'Cancel the task…',
};

export interface CommandBarProps {
  task: DialogTask;
  allowed: readonly TaskAction[];
  actions: TaskActions;
}

/** What the viewer may do with the task now: the usual as buttons, the rest in a menu. */
export function CommandBar({ task, allowed, actions }: CommandBarProps) {
  const [asking, setAsking] = useState<DialogCommand | null>(null);
  const inMenu = dialogCommands.filter((command) => allowed.includes(command));
  return (
    <Group gap="xs">
      {buttons.map(
        ({ command, label, variant }) =>
          allowed.includes(command) && (
            <Button
              key={command}
              variant={variant}
              loading={actions.busy === command}
              onClick={() => void actions.send(command, {})}
            >
              {label}
            </Button>
          ),
      )}
      {inMenu.length > 0 && (
        <Menu position="bottom-end" width={220} withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label="More actions">
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {inMenu.map((command) => (
              <Menu.Item
                key={command}
                color={command === 'CANCEL' ? 'red' : undefined}
                onClick={() => setAsking(command)}
              >
                {menuWords[command]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <CommandDialogs
        {...task}
        command={asking}
        actions={{ send: actions.sendQuietly }}
        onClose={() => setAsking(null)}
      />
    </Group>
  );
}
