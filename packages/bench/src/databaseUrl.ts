/** The plugin's own database on the bench's server. @internal */
export function databaseUrl(server: string): string {
  const url = new URL(server);
  url.pathname = '/backstage_plugin_private-exposure';
  return url.toString();
}
