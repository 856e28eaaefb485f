import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { LongText } from './long-text';
import { NumberValue } from './number-value';
import { isEmptyValue, type Source } from './readable';
import classes from './source-list.module.css';

export interface SourceListProps {
  sources: Source[];
  /** Draws what a source says beyond title, address, score and excerpt. */
  drawRest: (rest: Source['rest']) => ReactNode;
}

/** What an answer was drawn from, best first as the agent gave it. */
export function SourceList({ sources, drawRest }: SourceListProps) {
  return (
    <ol className={classes.list}>
      {sources.map((source, index) => (
        <li key={index} className={classes.source}>
          <div className={classes.top}>
            <span className={classes.title}>{titleOf(source)}</span>
            {source.score !== null && (
              <span className={classes.score}>
                <NumberValue value={source.score} name="score" />
              </span>
            )}
          </div>
          {source.excerpt && (
            <div className={classes.excerpt}>
              <LongText text={source.excerpt} />
            </div>
          )}
          {!isEmptyValue(source.rest) && <div className={classes.rest}>{drawRest(source.rest)}</div>}
        </li>
      ))}
    </ol>
  );
}

function titleOf({ title, url }: Source) {
  if (!url) return title;
  return (
    <Anchor href={url} target="_blank" rel="noopener noreferrer">
      {title}
    </Anchor>
  );
}
