import { Button } from '@mantine/core';
import classes from './task-list.module.css';

/** How many tasks are held back, in a live region; the button shows them. */
export function NewTasks({ held, onShow }: { held: number; onShow: () => void }) {
  return (
    <div className={classes.new} role="status" aria-label="New tasks">
      {held > 0 && (
        <Button size="compact-xs" radius="xl" onClick={onShow}>
          {held} new
          <span className="visually-hidden">{held === 1 ? ' task: show it' : ' tasks: show them'}</span>
        </Button>
      )}
    </div>
  );
}
