import { SELDOM_CHANGES_MS } from '../../clients/ScopeMemory';
import { listWebAcls } from '../../inspection/listWebAcls';
import { lookElsewhere } from '../../inspection/look';
import type { Seen } from '../../inspection/Seen';
import type { SurveyContext } from '../../kinds/AwsKind';
import type { Recollection } from '../../survey/Recollection';
import { listWebAclAssociations } from '../inspection/listWebAclAssociations';
import type { SurveyedWebAcl } from './LoadBalancerSurroundings';

/** What a survey asks one by one what stands behind them. WAF has no listing of it. */
const MOST_WEB_ACLS = 10;

type WebAcls = ReadonlyMap<string, SurveyedWebAcl>;

/**
 * The web ACLs of a scope's application load balancers, as a survey knows them: listed, and asked what stands behind them.
 * What stands behind which is believed for minutes, unless there are other web ACLs by then: WAF answers so slowly that each
 * survey would wait for it.
 *
 * @internal
 */
export class WebAclLookups {
  readonly #context: SurveyContext;
  readonly #recollection: Recollection;
  #found: Promise<Seen<WebAcls | undefined>> | undefined;

  /** Makes no call. */
  constructor(context: SurveyContext, recollection: Recollection) {
    this.#context = context;
    this.#recollection = recollection;
  }

  /**
   * That of a load balancer; `null` if there is none, `undefined` if nobody knows, such as where there are more web ACLs
   * than a survey asks.
   */
  async of(arn: string): Promise<SurveyedWebAcl | null | undefined> {
    const { scope, signal } = this.#context;
    this.#found ??= lookElsewhere({ accountId: scope.accountId, signal }, () =>
      this.#read(),
    );
    const found = await this.#found;
    if (found.type === 'seen' && !found.value) return undefined;
    return this.#recollection.recall(
      `web ACL of ${arn}`,
      found.type === 'seen'
        ? { type: 'seen', value: found.value?.get(arn) ?? null }
        : found,
    );
  }

  async #read(): Promise<WebAcls | undefined> {
    const { callers, signal } = this.#context;
    const listed = await listWebAcls('REGIONAL', this.#context, this.#context);
    if (listed.size === 0) return new Map();
    if (listed.size > MOST_WEB_ACLS) return undefined;
    const ids = [...listed.keys()].sort();
    const looker = { signal, since: -Infinity };
    // Inspections do not look here: what they believe is no older than a listing.
    const associations = await callers.memory.remember(
      `survey's load balancers behind ${ids.join(' ')}`,
      { ...looker, keptMs: SELDOM_CHANGES_MS },
      () => listWebAclAssociations(ids, this.#context, looker),
    );
    return new Map(
      [...associations].map(([arn, id]) => [
        arn,
        { id, version: listed.get(id) },
      ]),
    );
  }
}
