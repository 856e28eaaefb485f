import { Anchor } from '@mantine/core';
import { Fragment } from 'react';
import { linksIn } from './links-in';

/** Text in which web addresses are links; each shows where it leads, because it is its own text. */
export function LinkedText({ text }: { text: string }) {
  return linksIn(text).map(({ text: part, address }, index) =>
    address === null ? (
      <Fragment key={index}>{part}</Fragment>
    ) : (
      <Anchor key={index} href={address} target="_blank" rel="noopener noreferrer" underline="always" inherit>
        {part}
      </Anchor>
    ),
  );
}
