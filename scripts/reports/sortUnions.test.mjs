import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sortUnions } from './sortUnions.mjs';

describe('sortUnions', () => {
  for (const [what, before, after] of [
    [
      'on one line',
      `export type State = 'pending' | 'live' | undefined;\n`,
      `export type State = 'live' | 'pending' | undefined;\n`,
    ],
    [
      'on lines of their own',
      `type A =\n    | 'b'\n    | 'a';\n`,
      `type A =\n    | 'a'\n    | 'b';\n`,
    ],
    [
      'inside of others, before these',
      `type A = Map<'z' | 'y'> | (('d' | 'c')[]) | 'b';\n`,
      `type A = 'b' | (('c' | 'd')[]) | Map<'y' | 'z'>;\n`,
    ],
    [
      'in what functions take and return',
      `declare function f(a: 'b' | 'a', c?: number): string | number;\n`,
      `declare function f(a: 'a' | 'b', c?: number): number | string;\n`,
    ],
    [
      'of objects, after the properties of these',
      `type A = { z: 1; type: 'b' } | { y: 2 | 1; type: 'a' };\n`,
      `type A = { type: 'a'; y: 1 | 2 } | { type: 'b'; z: 1 };\n`,
    ],
  ]) {
    it(`sorts unions ${what}`, () => {
      assert.equal(sortUnions(before), after);
    });
  }

  it('sorts the properties of types without a name, with their comments, and of no interface', () => {
    const named = `interface A {\n    b: 1;\n    a: 2;\n}\n`;
    const written = (...properties) =>
      `declare const c: {\n${properties.join('')}};\n`;
    const [a, b] = [
      `    /** The first. */\n    a: string;\n`,
      `    readonly b?: { d: 1; c: 2 };\n`,
    ];

    assert.equal(sortUnions(named), named);
    assert.equal(
      sortUnions(written(b, a)),
      written(a, `    readonly b?: { c: 2; d: 1 };\n`),
    );
  });

  it('says the same of a type in whatever order the compiler met it', () => {
    const members = [`'a'`, `'b'`, 'undefined'];
    const orders = [members, [...members].reverse()].map(order =>
      sortUnions(`type A = ${order.join(' | ')};\n`),
    );

    assert.equal(orders[0], orders[1]);
  });

  it('leaves alone what has comments between its members, for somebody chose that order', () => {
    const text = `type A =\n  /** First. */\n  | 'b'\n  /** Second. */\n  | 'a';\n`;

    assert.equal(sortUnions(text), text);
  });

  it('touches nothing but unions', () => {
    const text = [
      '/** A | comment: b | a. */',
      `export interface A<T extends object = {}> {`,
      `  readonly b: 'x | a';`,
      '  a: B & A;',
      '}',
      `export * from './types';`,
      '',
    ].join('\n');

    assert.equal(sortUnions(text), text);
  });
});
