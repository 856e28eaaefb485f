import { Kbd, Modal, Switch } from '@mantine/core';
import classes from './help-dialog.module.css';
import { useShortcutSetting } from '../interface/shortcuts';

const shortcuts: [keys: string[], what: string][] = [
  [['j'], 'Next task, in the list and on a task'],
  [['k'], 'Previous task'],
  [['Enter'], 'Open the task'],
  [['x'], 'Select the task'],
  [['Shift', 'x'], 'Select all from the last one up to here'],
  [['/'], 'Search'],
  [['c'], 'Claim the task'],
  [['r'], 'Release the task'],
  [['s'], 'Start work on it'],
  [['a'], 'Approve, or allow the call'],
  [['d'], 'Reject, or deny the call'],
  [['e'], 'Complete, or send the decision'],
  [['u'], 'Back to the inbox'],
  [['Ctrl', 'Enter'], 'Complete (also while you type)'],
  [['?'], 'This help'],
];

/** The keyboard shortcuts, and the switch that turns the single keys off. */
export function HelpDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [on, setOn] = useShortcutSetting();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Keyboard shortcuts"
      size="sm"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <dl className={classes.list}>
        {shortcuts.map(([keys, what]) => (
          <div key={what} className={classes.row}>
            <dt>{what}</dt>
            <dd>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Switch
        label="Single-key shortcuts"
        checked={on}
        onChange={(event) => setOn(event.currentTarget.checked)}
      />
    </Modal>
  );
}
