import { momentWords } from './moment.words';

/** A moment that somebody was asked for: as their form showed it, with the zone; as it was sent on hover. */
export function MomentText({ at }: { at: string }) {
  return (
    <time dateTime={at} title={at}>
      {momentWords(at)}
    </time>
  );
}
