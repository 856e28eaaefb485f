import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

/** The one h1 of a page. It takes the focus when the page opens, so that a screen reader says where it is. */
export function PageHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Title order={1} size="h2" ref={heading} tabIndex={-1} className="page-heading">
      {children}
    </Title>
  );
}
