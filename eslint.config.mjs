import tseslint from 'typescript-eslint'

/** What a page shows, by the calls that read it once. */
const READ_ONCE =
  'innerText|allInnerTexts|textContent|allTextContents|inputValue|getAttribute|count|is(Visible|Hidden|Disabled|Enabled|Checked)'

/** The recommended set, and floating promises: an unawaited write is a lost ballot. */
export default tseslint.config(
  { ignores: ['dist', '.astro', '.netlify', '.data', 'screenshots', 'node_modules'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Naming a member to leave it out of the rest is how a value is made without it.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: `CallExpression[callee.name="expect"] AwaitExpression > CallExpression[callee.property.name=/^(${READ_ONCE})$/]`,
          message: 'A page may still be drawing: read it with expect.poll(() => …).',
        },
        {
          selector: 'ExpressionStatement > CallExpression[callee.name="expect"]',
          message: 'An expect without a matcher cannot fail: say what is expected.',
        },
      ],
    },
  },
)
