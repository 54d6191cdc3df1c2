import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SetupError } from '../setup/messages.mjs';
import { unlessMissing } from './unlessMissing.mjs';

const withoutGo = async () => {
  throw new SetupError('No Go was found.', 'Install it.');
};

describe('unlessMissing', () => {
  it('says what is missing on a developer’s machine', async () => {
    const missing = await unlessMissing(withoutGo, { isRequired: false });
    assert.equal(missing, 'No Go was found.');
  });

  it('fails where the step was asked for', async () => {
    await assert.rejects(unlessMissing(withoutGo, { isRequired: true }), {
      message: 'No Go was found.',
    });
  });

  it('fails for whatever else is wrong', async () => {
    const finding = async () => {
      throw new Error('A checker found something');
    };
    await assert.rejects(unlessMissing(finding, { isRequired: false }), {
      message: 'A checker found something',
    });
  });

  it('is silent where nothing is missing', async () => {
    const missing = await unlessMissing(async () => {}, { isRequired: false });
    assert.equal(missing, undefined);
  });
});
