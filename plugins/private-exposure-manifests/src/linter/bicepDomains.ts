import { BicepNode, bicepNodeAt } from '../bicep/readBicepNode';
import { BicepResourceNode } from '../bicep/readBicepResources';
import {
  BicepFile,
  PROFILE,
  inProperties,
  made,
  told,
} from './bicepFrontDoorFile';
import {
  EVERY_PATH,
  FrontDoorContext,
  coverKey,
  frontDoorKey,
  openPaths,
} from './frontDoorKey';
import { FrontDoorOpenDomain } from './targets';

/** Symbols of the resources whose ids a list holds; `undefined` where the file does not tell all of them. */
function symbolsIn(list: BicepNode | undefined): string[] | undefined {
  if (list?.type !== 'list') return undefined;
  const symbols = list.items.map(item => {
    const id = bicepNodeAt(item, 'id');
    return id?.type === 'computed'
      ? /^(\w+)\s*\.\s*id$/.exec(id.text)?.[1]
      : undefined;
  });
  const known = symbols.flatMap(symbol => symbol ?? []);
  return known.length === symbols.length ? known : undefined;
}

/** The texts of a list; every path where the file does not tell them. */
function pathsIn(list: BicepNode | undefined): string[] {
  if (list?.type !== 'list') return [EVERY_PATH];
  const paths = list.items.flatMap(item =>
    item.type === 'literal' ? String(item.value) : [],
  );
  return paths.length === list.items.length ? paths : [EVERY_PATH];
}

/** What a security policy covers: its domains, or all of the profile where the file does not tell which. */
function coverOf(policy: BicepResourceNode, file: BicepFile): string[] {
  const own = new Set(made(file, PROFILE).map(({ symbol }) => symbol));
  const { parent } = policy;
  const profile = frontDoorKey(
    file.path,
    parent !== undefined && own.has(parent) ? parent : undefined,
  );
  const associations = inProperties(policy, 'parameters', 'associations');
  if (associations?.type !== 'list') {
    return [profile, coverKey(profile, EVERY_PATH)];
  }
  const cover = associations.items.flatMap(association => {
    const symbols = symbolsIn(bicepNodeAt(association, 'domains'));
    const keys = symbols
      ? symbols.map(symbol => frontDoorKey(file.path, symbol))
      : [profile];
    const paths = pathsIn(bicepNodeAt(association, 'patternsToMatch'));
    return keys.flatMap(key => paths.map(path => coverKey(key, path)));
  });
  return [profile, ...cover];
}

/** Keys of the profiles that a file puts a firewall in front of, and of what it covers there. @internal */
export function bicepFirewallCover(file: BicepFile): string[] {
  return made(file, `${PROFILE}/securitypolicies`).flatMap(policy =>
    coverOf(policy, file),
  );
}

/**
 * The domains that routes of a file serve and that the firewall of their profile leaves out.
 *
 * @remarks https://learn.microsoft.com/azure/templates/microsoft.cdn/profiles/afdendpoints/routes
 *
 * @internal
 */
export function bicepOpenDomains(
  file: BicepFile,
  context: FrontDoorContext,
): FrontDoorOpenDomain[] {
  const { path } = file;
  const profileOf = new Map(
    made(file, `${PROFILE}/afdendpoints`).map(({ symbol, parent }) => [
      symbol,
      parent,
    ]),
  );
  return made(file, `${PROFILE}/afdendpoints/routes`).flatMap(route => {
    const endpoint = route.parent;
    const profile = endpoint && profileOf.get(endpoint);
    if (!endpoint || !profile) return [];
    const profileKey = frontDoorKey(path, profile);
    const valueOf = (name: string) =>
      told(file, inProperties(route, name))?.value;
    const isOff = valueOf('enabledState') === 'Disabled';
    // A profile without any firewall is a finding of its own.
    if (isOff || !context.isProtected(profileKey)) return [];
    const served = [
      ...(valueOf('linkToDefaultDomain') === 'Enabled' ? [endpoint] : []),
      ...(symbolsIn(inProperties(route, 'customDomains')) ?? []),
    ];
    return served.flatMap(domain => {
      const paths = openPaths(pathsIn(inProperties(route, 'patternsToMatch')), [
        ...context.coveredPaths(frontDoorKey(path, domain)),
        ...context.coveredPaths(profileKey),
      ]);
      const { line, column } = route;
      return paths.length > 0 ? [{ value: domain, line, column, paths }] : [];
    });
  });
}
