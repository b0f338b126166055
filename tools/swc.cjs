/**
 * The one way TypeScript becomes JavaScript outside the browser: for jest (CommonJS) and, with `es6`, for the API's bundle.
 * @param {'commonjs' | 'es6'} type
 * @returns {import('@swc/core').Options}
 */
const base = (type) => ({
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type },
});
module.exports = { ...base('commonjs') };
Object.defineProperty(module.exports, 'esm', { value: base('es6'), enumerable: false });
