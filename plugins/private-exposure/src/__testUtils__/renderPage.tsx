import type { ReactElement, ReactNode } from 'react';
import type { Entity } from '@backstage/catalog-model';
import {
  analyticsApiRef,
  configApiRef,
  type AnalyticsApi,
  type ConfigApi,
} from '@backstage/core-plugin-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import type { PrivateExposureApi } from '@postern/backstage-plugin-private-exposure-common';
import { privateExposureApiRef } from '../api/privateExposureApiRef';
import { templateRouteRef } from '../routes';

/** An entity as the catalog has it. */
export function anEntity(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', owner: 'team-payments' },
  };
}

/** The APIs around what is rendered; no signals unless a test brings them. */
export function PageApis(props: {
  api: PrivateExposureApi;
  signals?: SignalApi;
  analytics?: AnalyticsApi;
  /** The configuration that the front end sees. */
  config?: ConfigApi;
  children: ReactNode;
}) {
  const { api, signals, children } = props;
  const { analytics = mockApis.analytics(), config = mockApis.config() } =
    props;
  const common = [
    [privateExposureApiRef, api],
    [analyticsApiRef, analytics],
    [configApiRef, config],
  ] as const;
  return signals ? (
    <TestApiProvider apis={[...common, [signalApiRef, signals]]}>
      {children}
    </TestApiProvider>
  ) : (
    <TestApiProvider apis={common}>{children}</TestApiProvider>
  );
}

/** Renders a part of the plugin in an app of the old frontend system, on the page of an entity if one is given. */
export async function renderPage(
  element: ReactElement,
  options: {
    api: PrivateExposureApi;
    entity?: Entity;
    signals?: SignalApi;
    analytics?: AnalyticsApi;
    config?: ConfigApi;
    path?: string;
  },
) {
  const { entity, path, ...apis } = options;
  return renderInTestApp(
    <PageApis {...apis}>
      {entity ? (
        <EntityProvider entity={entity}>{element}</EntityProvider>
      ) : (
        element
      )}
    </PageApis>,
    {
      routeEntries: path ? [path] : undefined,
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/create/templates/:namespace/:templateName': templateRouteRef,
      },
    },
  );
}
