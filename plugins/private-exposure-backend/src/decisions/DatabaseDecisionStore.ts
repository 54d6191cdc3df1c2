import type { HumanDuration } from '@backstage/types';
import type { Reading } from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import type {
  ClaimedDecision,
  DecisionEnd,
  DecisionQuery,
  DecisionStore,
  NewDecision,
  StoredDecision,
  StoreOutcome,
} from './DecisionStore';
import {
  endDecision,
  type Held,
  markDecisionApplying,
  markDecisionBusy,
  renewDecisionLease,
} from '../database/operations/decisions/advanceDecision';
import { agreeToDecision } from '../database/operations/decisions/agreeToDecision';
import { claimDecisions } from '../database/operations/decisions/claimDecisions';
import { insertDecision } from '../database/operations/decisions/insertDecision';
import {
  latestDecisions,
  listDecisions,
} from '../database/operations/decisions/listDecisions';
import { toStoredDecision } from '../database/operations/decisions/toStoredDecision';
import { applyCriteria } from '../database/operations/reading/criteria';
import type { Page } from '../database/records';
import type { DbDecisionRow } from '../database/tables';

/**
 * Decisions in the plugin's database.
 *
 * @internal
 */
export class DatabaseDecisionStore implements DecisionStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The migrations must have run. */
  static create(options: { knex: Knex }): DatabaseDecisionStore {
    return new DatabaseDecisionStore(options.knex);
  }

  async insert(decision: NewDecision): Promise<StoreOutcome> {
    return insertDecision(this.#knex, decision);
  }

  async agree(options: {
    id: string;
    approver: string;
    sufficient: boolean;
    doubt?: string;
  }): Promise<StoredDecision | undefined> {
    return agreeToDecision(this.#knex, options);
  }

  async claim(options: {
    id: string;
    lease: HumanDuration;
  }): Promise<ClaimedDecision | undefined> {
    const [claimed] = await claimDecisions(this.#knex, {
      ...options,
      limit: 1,
    });
    return claimed;
  }

  async claimNext(options: {
    lane: string;
    lease: HumanDuration;
  }): Promise<ClaimedDecision | undefined> {
    const [claimed] = await claimDecisions(this.#knex, {
      ...options,
      limit: 1,
    });
    return claimed;
  }

  async claimOverdue(options: {
    limit: number;
    lease: HumanDuration;
  }): Promise<ClaimedDecision[]> {
    return claimDecisions(this.#knex, options);
  }

  async markApplying(
    options: Held & { before: Reading; lease: HumanDuration },
  ): Promise<boolean> {
    return markDecisionApplying(this.#knex, options);
  }

  async markBusy(options: Held & { lease: HumanDuration }): Promise<boolean> {
    return markDecisionBusy(this.#knex, options);
  }

  async renew(options: Held & { lease: HumanDuration }): Promise<boolean> {
    return renewDecisionLease(this.#knex, options);
  }

  async end(options: Held & DecisionEnd): Promise<boolean> {
    return endDecision(this.#knex, options);
  }

  async get(id: string): Promise<StoredDecision | undefined> {
    const row = await this.#knex<DbDecisionRow>('decisions')
      .where({ id })
      .first();
    return row && toStoredDecision(row);
  }

  async list(query: DecisionQuery): Promise<Page<StoredDecision>> {
    return listDecisions(this.#knex, query, builder => {
      builder.select('e.id').from('exposures as e');
      applyCriteria(builder, query.permitted);
    });
  }

  async latestOf(
    connectionIds: readonly string[],
  ): Promise<Map<string, StoredDecision>> {
    return latestDecisions(this.#knex, connectionIds);
  }
}
