import type { FrontDoorPrivateLink } from '../survey/FrontDoor';
import { toFrontDoorExposure } from './toFrontDoorExposure';
import { SERVICE, stateReader } from './__testUtils__/stateReader';

describe('toFrontDoorExposure', () => {
  const map = (privateLink: FrontDoorPrivateLink) =>
    toFrontDoorExposure(
      {
        id: '/subscriptions/a/providers/Microsoft.Cdn/profiles/fd',
        location: 'global',
        sku: { name: 'Premium_AzureFrontDoor' },
      },
      {
        endpoints: { type: 'seen', value: [] },
        origins: {
          type: 'seen',
          value: [
            {
              id: 'origin',
              name: 'origin',
              checksCertificateName: true,
              enabled: true,
              privateLink,
            },
          ],
        },
      },
      stateReader(),
    )?.requests;
  const link = {
    resourceId: SERVICE,
    requestMessage: 'Please',
    location: 'West Europe',
  };

  it.each([undefined, 'Pending'])(
    'says what it asks for itself, while that is %s',
    status => {
      expect(map({ ...link, status })).toEqual([
        {
          targetNativeId: SERVICE.toLowerCase(),
          requestMessage: 'Please',
          region: 'westeurope',
        },
      ]);
    },
  );

  it.each(['Approved', 'Rejected', 'Disconnected', 'Timeout'])(
    'asks for nothing any more once it is %s',
    status => {
      expect(map({ ...link, status })).toEqual([]);
    },
  );
});
