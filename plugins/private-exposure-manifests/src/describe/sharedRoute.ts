import { RouteClaim } from '../builders/findRouteClaims';
import { ExistingFiles, GeneratedFile } from '../builders/types';
import {
  RoutePath,
  SharedEntrance,
  SharedRouteIntent,
} from '../intents/sharedRoute';
import { Finding } from '../linter/types';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { fileSection } from './fileSection';
import { bullets, findingsSection, section, table } from './sections';

/** The entrance in words, with the object that holds the route. @internal */
export function describeEntrance(entrance: SharedEntrance): string {
  switch (entrance.form) {
    case 'gateway-api':
      return `the Gateway ${code(
        `${entrance.gateway.namespace}/${entrance.gateway.name}`,
      )}`;
    case 'aws-ingress-group':
      return `the load balancer of the Ingress group ${code(entrance.group)}`;
    default:
      return `the Ingresses of class ${code(entrance.ingressClassName)}`;
  }
}

/** Where requests of a host go, one row a path. @internal */
export function routeTable(
  intent: SharedRouteIntent,
  added: readonly RoutePath[],
): string {
  const { host, paths, service } = intent;
  return table(
    ['requests', 'go to', ''],
    paths.map(path => [
      code(`${host}${path.path}`) +
        (path.type === 'Prefix' ? ' and all below' : ', exactly'),
      `${code(`${service.namespace}/${service.name}`)}, port ${code(
        String(service.port),
      )}`,
      added.includes(path) ? 'new' : 'already so',
    ]),
  );
}

/** What a reviewer asks those whose requests a route takes. @internal */
export function narrowedChecks(narrowed: readonly RouteClaim[]): string[] {
  return narrowed.map(
    ({ host, path, object, file, line, backends }) =>
      `Whoever has ${backends
        .map(({ namespace, name }) => code(`${namespace}/${name}`))
        .join(', ')} agrees: so far it gets these requests of ${code(
        `${host}${path}`,
      )}, by ${code(object)} (${code(`${file}:${line}`)}).`,
  );
}

/** What a reviewer of a route looks at. @internal */
export function routeChecks(
  intent: SharedRouteIntent,
  unread: readonly string[],
  narrowed: readonly RouteClaim[],
): string[] {
  const { entrance, host } = intent;
  return [
    `The team owns ${code(host)}, and its name leads to the entrance.`,
    ...narrowedChecks(narrowed),
    ...(entrance.form === 'aws-ingress-group'
      ? [
          'No other member of the group has a rule that comes first and takes these requests: members are asked in their order, and within it by namespace and name.',
        ]
      : []),
    ...(unread.length
      ? [
          `Nothing there has the same host and path; these could not be read: ${unread
            .map(code)
            .join(', ')}.`,
        ]
      : []),
  ];
}

/** The pull request's body for a route at a shared entrance. @internal */
export function describeSharedRoute(options: {
  intent: SharedRouteIntent;
  files: GeneratedFile[];
  existing: ExistingFiles;
  findings: Finding[];
  /** Paths that were not there before. */
  added: readonly RoutePath[];
  /** Files whose routes could not be looked at. */
  unread: readonly string[];
  /** Routes of others that lose a part of their requests. */
  narrowed: readonly RouteClaim[];
  /** Sections about the Ingresses of the manifest; empty where it has none. */
  ingresses: string;
}): string {
  const { intent, files, existing, findings, added, unread, narrowed } =
    options;
  const { entrance, entityRef, reason } = intent;
  return [
    `Leads requests at ${describeEntrance(entrance)} to ${code(entityRef)}.\n`,
    reason ? `\nReason given: ${plain(reason)}\n` : '',
    section('What becomes reachable', routeTable(intent, added)),
    fileSection(files, existing),
    options.ingresses,
    findingsSection(findings),
    section('What to check', bullets(routeChecks(intent, unread, narrowed))),
    section(
      'How to undo it',
      'Revert this change: the entrance and the routes of others stay as they are.\n',
    ),
  ].join('');
}
