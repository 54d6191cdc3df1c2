/** How a REST protocol calls an operation. @internal */
export interface HttpBinding {
  method: string;
  /** Segments in braces are labels; `{Name+}` takes the rest of the path. */
  path: string;
  /** Parts of the query that tell operations of one path apart. */
  query: Readonly<Record<string, string>>;
  /** Status of success. */
  status: number;
  pattern: RegExp;
  labels: string[];
}

/** Reads `GET /things/{Id}?with=that`. @internal */
export function bind(route: string, status: number = 200): HttpBinding {
  const [method, target = '/'] = route.split(' ');
  const [path, query = ''] = target.split('?');
  const labels = [...path.matchAll(/\{([^}+]+)\+?\}/g)].map(([, name]) => name);
  const source = path
    .split(/(\{[^}]+\})/)
    .map(part => {
      if (!part.startsWith('{')) {
        return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      }
      return part.endsWith('+}') ? '(.+)' : '([^/]+)';
    })
    .join('');
  return {
    method,
    path,
    query: Object.fromEntries(new URLSearchParams(query)),
    status,
    // A slash at the end does not matter to the services.
    pattern: new RegExp(`^${source.replace(/\/$/, '')}/?$`),
    labels,
  };
}

/** What a request's path and query say. @internal */
export interface RouteMatch {
  labels: Record<string, string>;
  query: URLSearchParams;
}

/** Whether a request is for an operation, and what its path says. @internal */
export function matchRoute(
  binding: HttpBinding,
  request: { method: string; url: string },
): RouteMatch | undefined {
  const [path, search = ''] = request.url.split('?');
  const query = new URLSearchParams(search);
  const isSame =
    binding.method === request.method &&
    Object.entries(binding.query).every(([name, value]) =>
      query.getAll(name).includes(value),
    );
  const match = isSame ? binding.pattern.exec(path) : null;
  if (!match) return undefined;
  return {
    labels: Object.fromEntries(
      binding.labels.map((name, index) => [
        name,
        decodeURIComponent(match[index + 1]),
      ]),
    ),
    query,
  };
}
