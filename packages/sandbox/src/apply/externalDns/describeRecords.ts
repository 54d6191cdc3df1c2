import { DesiredResource } from '../ApplyState';
import { ControllerAnnotations } from '../kubernetes/annotations';
import { ExternalDnsSettings } from '../types';
import { globalScope } from '../../world';
import { DnsSource } from './DnsSource';

const OUR_CONTROLLER = 'dns-controller';
/** Seconds that records of Route 53 get where nothing is said. */
const DEFAULT_TTL = 300;
const ELB_NAME = /\.elb(\.[a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/;
const UNITS: Record<string, number> = { h: 3600, m: 60, s: 1 };

/**
 * The records that external-dns wants for an object. It refuses nothing: what it cannot read, has another prefix, lies outside
 * its domains or stands among the labels, it ignores.
 *
 * @remarks From `docs/annotations/annotations.md` and `source/annotations` of external-dns, version 0.22.
 *
 * @internal
 */
export function describeRecords(
  source: DnsSource,
  settings: ExternalDnsSettings,
): DesiredResource[] {
  const annotations = new ControllerAnnotations(
    source.annotations,
    settings.prefix,
  );
  if ((annotations.text('controller') ?? OUR_CONTROLLER) !== OUR_CONTROLLER) {
    return [];
  }
  const asked = annotations
    .list('target')
    .map(target => target.replace(/\.$/, ''));
  const targets = asked.length > 0 ? asked : source.targets;
  if (targets.length === 0) return [];
  const alias = annotations.text('alias');
  const isAlias =
    alias === undefined
      ? targets.every(target => ELB_NAME.test(target))
      : alias !== 'false';
  return namesOf(source, annotations)
    .filter(name => isWithin(name, settings.domainFilters))
    .map(name => ({
      address: `DNS ${name}`,
      type: 'external_dns_record',
      args: {
        name,
        targets,
        types: typesOf(targets[0], isAlias, alias),
        alias: isAlias,
        ttl: ttlOf(annotations.text('ttl')),
        owner: settings.ownerId,
        resource: source.resource,
      },
      scope: globalScope(settings.accountId),
    }));
}

function namesOf(
  { kind, hosts }: DnsSource,
  annotations: ControllerAnnotations,
): string[] {
  const annotated = annotations
    .list('hostname')
    .map(name => name.replace(/\.$/, '').toLowerCase());
  const setting =
    kind === 'ingress' ? 'ingress-hostname-source' : 'gateway-hostname-source';
  const only = annotations.text(setting)?.toLowerCase();
  const names =
    kind === 'service' || only === 'annotation-only'
      ? annotated
      : [...hosts, ...(only === 'defined-hosts-only' ? [] : annotated)];
  return [...new Set(names)].filter(Boolean);
}

function isWithin(name: string, filters: string[]): boolean {
  const domains = filters.map(filter => filter.replace(/^\./, ''));
  return (
    domains.length === 0 ||
    domains.some(domain => name === domain || name.endsWith(`.${domain}`))
  );
}

// A load balancer's alias answers for both families, unless `alias` names one.
function typesOf(
  target: string,
  isAlias: boolean,
  alias: string | undefined,
): string[] {
  if (isAlias)
    return alias === 'A' || alias === 'AAAA' ? [alias] : ['A', 'AAAA'];
  if (/^\d+(\.\d+){3}$/.test(target)) return ['A'];
  return target.includes(':') ? ['AAAA'] : ['CNAME'];
}

function ttlOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_TTL;
  if (/^\d+$/.test(text)) return Number(text) || DEFAULT_TTL;
  const parts = [...text.matchAll(/(\d+)([hms])/g)];
  const seconds = parts.reduce(
    (sum, [, number, unit]) => sum + Number(number) * UNITS[unit],
    0,
  );
  return parts.map(([part]) => part).join('') === text && seconds > 0
    ? seconds
    : DEFAULT_TTL;
}
