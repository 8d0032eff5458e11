import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

// Who may import whom, below src/. A folder may always import its own files.
const mayImport = {
  model: [],
  manifest: ['model'],
  repository: ['model'],
  plan: ['model'],
  host: ['model'],
  store: ['model'],
  diagnostics: ['model'],
  outcome: ['model'],
  github: ['model'],
  report: ['model', 'diagnostics'],
  page: ['diagnostics', 'report'],
  snapshot: ['model', 'host'],
  staged: ['model', 'host'],
  guest: ['model', 'host', 'snapshot'],
  backends: ['model', 'host', 'snapshot', 'staged', 'guest'],
  run: ['model', 'plan', 'store', 'host', 'snapshot', 'staged', 'guest'],
  core: [
    'model',
    'manifest',
    'repository',
    'plan',
    'host',
    'snapshot',
    'staged',
    'guest',
    'backends',
    'run',
    'report',
  ],
  cli: ['model', 'core', 'manifest', 'host', 'diagnostics', 'report', 'store', 'repository'],
  action: [
    'model',
    'core',
    'repository',
    'plan',
    'host',
    'guest',
    'diagnostics',
    'report',
    'store',
    'outcome',
    'github',
  ],
};
// Packages that only some folders may import.
const onlyIn = {
  '@actions/core': ['action', 'report', 'github'],
  '@actions/exec': ['action'],
  '@actions/github': ['github'],
  '@actions/artifact': ['github'],
  yauzl: ['github'],
  ssh2: ['host'],
  'toml-eslint-parser': ['manifest'],
  'smol-toml': ['manifest'],
  'tar-stream': ['snapshot', 'run'],
  zod: ['model', 'manifest', 'guest', 'backends', 'outcome', 'store', 'core', 'action'],
};

const source = join(import.meta.dirname, 'src');
const folders = readdirSync(source, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
for (const folder of folders) {
  if (!(folder in mayImport)) throw new Error(`src/${folder} has no rule in eslint.config.mjs`);
}

const zones = folders.map((folder) => ({
  target: `./src/${folder}`,
  from: './src',
  except: [folder, ...mayImport[folder]].map((name) => `./${name}`),
  message: `src/${folder} may import ${mayImport[folder].join(', ') || 'nothing of ours'}.`,
}));

const packageRules = folders.map((folder) => ({
  files: [`src/${folder}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: Object.entries(onlyIn)
          .filter(([, allowed]) => !allowed.includes(folder))
          .map(([name, allowed]) => ({
            group: [name],
            message: `Only ${allowed.map((it) => `src/${it}`).join(', ')} may import ${name}.`,
          })),
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/', 'build/', '.pikaci/'] },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      // To take a key out is to name it.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An index signature is read with brackets, so that a typo in a known name stays an error.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
    },
  },
  ...packageRules,
  {
    // The report shows what guests said: text becomes text nodes, and never markup.
    files: ['src/page/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[property.name=/^(?:innerHTML|insertAdjacentHTML|setHTMLUnsafe|parseFromString|createContextualFragment|write|writeln|srcdoc)$/]',
          message: 'Make elements with element(), and text with foreign().',
        },
      ],
    },
  },
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
);
