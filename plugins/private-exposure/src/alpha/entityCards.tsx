import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

/**
 * The card on the entity's overview. Exposures are found by owner tag too, so no annotation is asked for; the app's
 * configuration narrows or widens the filter.
 *
 * @internal
 */
export const privateExposureEntityCard = EntityCardBlueprint.make({
  name: 'exposures',
  params: {
    filter: { kind: 'component' },
    type: 'content',
    loader: () =>
      import('../components/ExposureCard').then(m => <m.EntityExposureCard />),
  },
});
