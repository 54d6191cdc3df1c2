import type {
  Health,
  Hop,
} from '@postern/backstage-plugin-private-exposure-common';
import { toPathStages } from './pathStages';

function hop(type: Hop['type'], health: Health, id = `${type}-${health}`): Hop {
  return { id, type, title: id, health };
}

function describeStages(hops: Hop[]) {
  return toPathStages(hops).map(
    ({ type, health, isReached }) =>
      `${type} ${health}${isReached ? '' : ' unreached'}`,
  );
}

describe('toPathStages', () => {
  it('puts neighbours of the same type side by side', () => {
    const stages = toPathStages([
      hop('load-balancer', 'ok'),
      hop('target-group', 'ok', 'a'),
      hop('target-group', 'ok', 'b'),
    ]);

    expect(stages.map(stage => stage.hops.map(({ id }) => id))).toEqual([
      ['load-balancer-ok'],
      ['a', 'b'],
    ]);
  });

  it('reaches the broken stage, and nothing behind it', () => {
    expect(
      describeStages([
        hop('endpoint-service', 'ok'),
        hop('load-balancer', 'failing'),
        hop('target-group', 'unknown'),
      ]),
    ).toEqual([
      'endpoint-service ok',
      'load-balancer failing',
      'target-group unknown unreached',
    ]);
  });

  it.each<[string, Health[], string]>([
    ['all broken', ['failing', 'failing'], 'target-group failing'],
    ['one broken', ['failing', 'ok'], 'target-group degraded'],
    ['one not seen', ['ok', 'unknown'], 'target-group unknown'],
  ])('a stage with %s', (_, healths, expected) => {
    const hops = healths.map((health, index) =>
      hop('target-group', health, String(index)),
    );

    expect(describeStages([...hops, hop('kubernetes-service', 'ok')])).toEqual([
      expected,
      expected.endsWith('failing')
        ? 'kubernetes-service ok unreached'
        : 'kubernetes-service ok',
    ]);
  });

  it('makes nothing of nothing', () => {
    expect(toPathStages([])).toEqual([]);
  });
});
