/** Who may import whom; docs/architecture.md says why. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'apps-not-to-apps',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    { name: 'packages-not-to-apps', severity: 'error', from: { path: '^packages/' }, to: { path: '^apps/' } },
    {
      name: 'platform-knows-no-domain',
      comment: 'The technical floor may know who asks (access), nothing else of the domain.',
      severity: 'error',
      from: { path: '^apps/api/src/platform/', pathNot: '^apps/api/src/platform/(instance|context)\\.ts$' },
      to: { path: '^apps/api/src/modules/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'areas-stay-apart',
      severity: 'error',
      from: { path: '^apps/(admin|client)/src/areas/([^/]+)/' },
      to: { path: '^apps/$1/src/areas/', pathNot: '^apps/$1/src/areas/$2/' },
    },
    {
      name: 'one-door-to-the-database',
      comment: 'Only the floor opens connections; use cases are handed a unit of work.',
      severity: 'error',
      from: { path: '^apps/api/src/modules/', pathNot: '(\\.test\\.ts$|/demo/|load-reference\\.ts$)' },
      to: { path: 'node_modules/(pg|typeorm)/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|/generated/|\\.test\\.ts$)' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
}
