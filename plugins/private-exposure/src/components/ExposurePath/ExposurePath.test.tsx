import { screen } from '@testing-library/react';
import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import { anExposure } from '../../__fixtures__/exposures';
import { FakePrivateExposureApi } from '../../__testUtils__/FakePrivateExposureApi';
import { renderPage } from '../../__testUtils__/renderPage';
import { ExposurePath } from './ExposurePath';

function aFailingHop(type: Hop['type'], reason: string): Hop {
  return { id: type, type, title: type, health: 'failing', reason };
}

describe('ExposurePath', () => {
  it('calls only the first failing hop the break, and lets those behind say what is wrong with them', async () => {
    const exposure = anExposure('search', {
      hops: [
        aFailingHop('target-group', 'No target is healthy'),
        aFailingHop('kubernetes-service', 'No endpoint is ready'),
      ],
    });

    await renderPage(<ExposurePath exposure={exposure} />, {
      api: new FakePrivateExposureApi(),
    });

    expect(screen.getByText('Broken here: No target is healthy')).toBeVisible();
    expect(screen.getByText('No endpoint is ready')).toBeVisible();
  });

  it('calls what the load balancer was made for by what it is', async () => {
    const exposure = anExposure('tracking', {
      hops: [
        {
          id: 'ingress',
          type: 'kubernetes-ingress',
          title: 'tracking/tracking',
          health: 'ok',
        },
        {
          id: 'service',
          type: 'kubernetes-service',
          title: 'parcels/parcels',
          health: 'ok',
        },
      ],
    });

    await renderPage(<ExposurePath exposure={exposure} />, {
      api: new FakePrivateExposureApi(),
    });

    expect(
      screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringContaining('Consumers'),
      expect.stringContaining('Kubernetes Ingresstracking/tracking'),
      expect.stringContaining('Kubernetes Serviceparcels/parcels'),
    ]);
  });
});
