import { createContext, useContext } from 'react';
import { graphql } from '../generated';
import type { ViewerQuery } from '../generated/graphql';

export const Viewer = graphql(`
  query Viewer {
    viewer {
      id
      kind
      displayName
      email
      role
      scopes
      tenant {
        id
        slug
        name
        accentColor
        logoUrl
      }
      groups {
        id
        key
        name
        role
      }
    }
  }
`);

export type CurrentViewer = ViewerQuery['viewer'];

export const ViewerContext = createContext<CurrentViewer | null>(null);

/** The person who is signed in. */
export function useViewer(): CurrentViewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer needs the shell around it');
  return viewer;
}
