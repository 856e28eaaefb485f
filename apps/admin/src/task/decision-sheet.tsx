import { momentWords } from '../time/moment.words';
import { usePrinting } from '../interface/values/use-printing';
import { useViewer } from '../viewer/viewer';
import classes from './decision-sheet.module.css';

/** The end of a printed task: where it is from, and for one that is open the lines to be filled in by hand. */
export function DecisionSheet({ isOpen }: { isOpen: boolean }) {
  const viewer = useViewer();
  if (!usePrinting()) return null;
  return (
    <section className={classes.sheet} aria-label="Decision sheet">
      {isOpen && (
        <dl className={classes.lines}>
          {['Decision', 'Reason', 'Name, date, signature'].map((line) => (
            <div key={line}>
              <dt>{line}</dt>
              <dd />
            </div>
          ))}
        </dl>
      )}
      <p className={classes.from}>
        {location.origin + location.pathname} · printed by {viewer.displayName} ·{' '}
        {momentWords(new Date().toISOString())}
      </p>
    </section>
  );
}
