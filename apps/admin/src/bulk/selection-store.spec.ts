import { SelectionStore } from './selection-store';

function listOf(count: number) {
  const store = new SelectionStore();
  const ids = Array.from({ length: count }, (_, n) => `${n}`);
  store.follow(ids);
  return { store, ids, selected: () => [...store.get()].sort((a, b) => Number(a) - Number(b)) };
}

test('ticking a row twice leaves it as it was, and says so each time', () => {
  const { store, selected } = listOf(3);
  const told = jest.fn();
  const leave = store.subscribe(told);
  store.toggle('1');
  expect(selected()).toEqual(['1']);
  store.toggle('1');
  expect(selected()).toEqual([]);
  expect(told).toHaveBeenCalledTimes(2);
  leave();
  store.clear();
  expect(told).toHaveBeenCalledTimes(2);
});

test('a range takes over what was done to the row it begins at, in either direction', () => {
  const { store, selected } = listOf(9);
  store.toggle('6');
  store.extendTo('3');
  expect(selected()).toEqual(['3', '4', '5', '6']);
  store.toggle('4');
  store.extendTo('5');
  expect(selected()).toEqual(['3', '6']);
});

test('a range whose beginning has left the list is one row', () => {
  const { store, selected } = listOf(5);
  store.toggle('0');
  store.follow(['1', '2', '3', '4']);
  store.extendTo('3');
  expect(selected()).toEqual(['0', '3']);
});

test('no more than one command takes are selected, by whatever way', () => {
  const { store } = listOf(600);
  store.toggleAll();
  expect(store.get().size).toBe(500);
  store.toggle('599');
  expect(store.get().size).toBe(500);
  store.toggleAll();
  expect(store.get().size).toBe(0);
  store.toggle('0');
  store.extendTo('599');
  expect(store.get().size).toBe(500);
});
