import type {
  Inspection,
  SurveyedConnection,
  SurveyedExposure,
} from '@postern/backstage-plugin-private-exposure-node';
import { PROVIDER_SCOPE, surveyScope, type Wire } from './startWire';

/** The deep look at what a survey saw. */
export function inspectSurveyed(
  { provider }: Pick<Wire, 'provider'>,
  exposure: SurveyedExposure,
  options: { scopeId?: string; connections?: SurveyedConnection[] } = {},
): Promise<Inspection> {
  const { signal } = new AbortController();
  const { scopeId = PROVIDER_SCOPE, connections = [] } = options;
  return provider.inspect({ scopeId, exposure, connections }, { signal });
}

/** Surveys a scope and looks at the first exposure in it. The calls that are counted afterwards are those of the look. */
export async function inspectFirst(
  wire: Wire,
  scopeId: string = PROVIDER_SCOPE,
): Promise<Inspection> {
  const { exposures, connections, error } = await surveyScope(wire, scopeId);
  if (error) throw error;
  wire.calls.length = 0;
  return inspectSurveyed(wire, exposures[0], { scopeId, connections });
}

/** The rules that noticed something. */
export function ruleIdsOf({ findings }: Inspection): string[] {
  return findings.map(({ ruleId }) => ruleId);
}
