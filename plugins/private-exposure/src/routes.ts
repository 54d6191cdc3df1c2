import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/**
 * The page over all accounts and clouds.
 *
 * @public
 */
export const rootRouteRef = createRouteRef({ id: 'private-exposure' });

/**
 * The tab on the entity page.
 *
 * @public
 */
export const entityContentRouteRef = createRouteRef({
  id: 'private-exposure:entity-content',
});

/**
 * Where the card finds the tab. Without it, the card leaves the link out. Bound to the tab, wherever an app mounts it.
 *
 * @public
 */
export const tabRouteRef = createExternalRouteRef({
  id: 'private-exposure:tab',
  optional: true,
  defaultTarget: 'private-exposure.entityContent',
});

/**
 * The form of a software template. Without it, pages leave the link to it out.
 *
 * @public
 */
export const templateRouteRef = createExternalRouteRef({
  id: 'private-exposure:template',
  optional: true,
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
