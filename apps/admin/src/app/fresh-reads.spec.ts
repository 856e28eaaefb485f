import { ApolloClient, ApolloLink, type FetchResult, InMemoryCache } from '@apollo/client';
import { parse } from 'graphql';
import { Observable, type Observer } from 'rxjs';
import { freshReads } from './fresh-reads';

const READ = parse('query Read($of: String) { value(of: $of) }');

/** A server that answers when it is told to, with what was true when the request came. */
function slowServer() {
  const open: (() => void)[] = [];
  const server = { truth: 0, requests: 0, answer: () => open.shift()?.(), given: 0 };
  const link = new ApolloLink(
    () =>
      new Observable((client: Observer<FetchResult>) => {
        server.requests += 1;
        const value = server.truth;
        open.push(() => {
          client.next({ data: { value } });
          client.complete();
        });
        return () => (server.given += 1);
      }),
  );
  const client = new ApolloClient({
    link: ApolloLink.from([freshReads(), link]),
    cache: new InMemoryCache(),
    queryDeduplication: false,
  });
  return { server, client };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('readings', () => {
  it('of what changes while it is read end with what is true, however often it changes', async () => {
    const { server, client } = slowServer();
    const seen: unknown[] = [];
    const watched = client.watchQuery<{ value: number }>({ query: READ, fetchPolicy: 'cache-and-network' });
    const watcher = watched.subscribe(({ data }) => seen.push(data?.value));
    await soon();
    for (server.truth = 1; server.truth <= 3; server.truth += 1) {
      void watched.refetch();
      await soon();
    }
    server.truth = 3;
    expect(server.requests).toBe(1);
    server.answer();
    await soon();
    expect(server.requests).toBe(2);
    server.answer();
    await soon();
    expect(server.requests).toBe(2);
    expect(seen.at(-1)).toBe(3);
    watcher.unsubscribe();
  });

  it('that two ask for at once, or while one waits, are one; others do not wait for each other', async () => {
    const { server, client } = slowServer();
    const ask = (of?: string) =>
      client.query({ query: READ, variables: { of }, fetchPolicy: 'network-only' }).then(({ data }) => data);
    const asked = [ask(), ask(), ask('other')];
    await soon();
    expect(server.requests).toBe(2);
    server.truth = 1;
    asked.push(ask(), ask());
    await soon();
    expect(server.requests).toBe(2);
    server.answer();
    server.answer();
    await soon();
    expect(server.requests).toBe(3);
    server.answer();
    const values = (await Promise.all(asked)).map((data) => (data as { value: number }).value);
    expect(values).toEqual([0, 0, 0, 1, 1]);
  });

  it('that nobody wants any more are given up, and hold up nobody', async () => {
    const { server, client } = slowServer();
    const watch = () =>
      client.watchQuery({ query: READ, fetchPolicy: 'network-only' }).subscribe(() => undefined);
    const first = watch();
    await soon();
    const second = watch();
    second.unsubscribe();
    first.unsubscribe();
    await soon();
    expect(server).toMatchObject({ requests: 1, given: 1 });
    const last = client.query({ query: READ, fetchPolicy: 'network-only' });
    await soon();
    server.answer();
    server.answer();
    await expect(last).resolves.toMatchObject({ data: { value: 0 } });
  });
});
