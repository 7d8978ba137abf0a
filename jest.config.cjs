const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
]

const project = (displayName, folders, more = {}) => ({
  displayName,
  testEnvironment: 'node',
  testMatch: folders.map((folder) => `<rootDir>/tests/${folder}/**/*.test.ts?(x)`),
  transform: { '^.+\\.[tj]sx?$': swc },
  transformIgnorePatterns: ['/node_modules/(?!(mingo)/)', '/dist/'],
  ...more,
})

/** One project a room: `npx jest --selectProjects domain` runs the rules alone. */
module.exports = {
  projects: [
    project('domain', ['domain', 'contract']),
    project('house', ['house']),
    project('localcloud', ['localcloud']),
    project('functions', ['cloudfunctions']),
    project('demo', ['demo']),
    project('weapp', ['miniprogram'], {
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { url: 'https://jest.test' },
    }),
    project('browser', ['e2e']),
  ],
}
