import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const only = (patterns) => ['error', { patterns }]
const ZOD = { regex: '^zod(/|$)', message: 'zod goes through #contract/zod: it is where the JIT is switched off.' }
const SDK = {
  regex: '^wx-server-sdk$',
  message: 'The SDK is imported in cloudfunctions/_platform/cloud.ts; use the typed database.',
}

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.localcloud/', '.cache/', 'coverage/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      // a leading underscore says that a value is left out on purpose
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      'no-restricted-imports': only([ZOD, SDK]),
      eqeqeq: 'error',
      'no-else-return': ['error', { allowElseIf: false }],
    },
  },
  {
    files: ['src/miniprogram/**/*.tsx', 'src/miniprogram/**/*.ts'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['src/domain/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Rules are given the time, they do not read the clock.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Rules are given the time, they do not read the clock.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Rules are given chance as a number.',
        },
      ],
    },
  },
  { files: ['src/contract/zod.ts'], rules: { 'no-restricted-imports': only([SDK]) } },
  {
    files: ['cloudfunctions/_platform/cloud.ts', 'tests/localcloud/**'],
    rules: { 'no-restricted-imports': only([ZOD]) },
  },
  // functions as WeChat takes them: plain CommonJS
  { files: ['tests/localcloud/support/functions/**'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
)
