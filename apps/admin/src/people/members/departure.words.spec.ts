import { departureWords } from './departure.words';

const nothing = { held: 0, toGroups: [], toPeople: [], claimable: 0, waiting: 0, lent: 0, standingRules: 0 };

describe('departureWords', () => {
  it('says where the work goes', () => {
    expect(departureWords('Sam', nothing)).toBe('Sam holds no tasks.');
    expect(
      departureWords('Sam', {
        ...nothing,
        held: 14,
        toGroups: [{ group: { name: 'Support' }, count: 9 }],
        toPeople: [{ user: { displayName: 'Lee' }, count: 3 }],
        waiting: 1,
        claimable: 1,
        lent: 1,
        standingRules: 2,
      }),
    ).toBe(
      'Sam holds 14 tasks; 9 go back to Support, 3 go to Lee, 1 can be claimed by others who were named, ' +
        '1 waits until an admin hands them on. 1 task that others hold for them stay there. ' +
        '2 standing permissions that they granted end.',
    );
  });
});
