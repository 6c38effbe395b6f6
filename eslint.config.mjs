import tseslint from 'typescript-eslint'

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
)
