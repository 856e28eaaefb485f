#!/usr/bin/env node
// Runs one server of Orkestra, brings the tables up to date, or makes the installation smaller: `orkestra-server api-gateway`.
const { existsSync, readFileSync } = require('node:fs');
const { basename, join } = require('node:path');

const PROGRAMS = ['api-gateway', 'worker', 'mcp-gateway'];
const USAGE = `Usage: orkestra-server ${PROGRAMS.join('|')}|migrate|trim

Settings are environment variables; migrate needs MIGRATION_DATABASE_URL alone, and trim none: it removes from an installation
for production (npm ci --omit=dev) what only other platforms and compilers read.
`;
const OTHERS = { migrate: () => migrate(process.env.MIGRATION_DATABASE_URL), trim };

async function run([name, ...rest]) {
  if (rest.length > 0 || ![...PROGRAMS, ...Object.keys(OTHERS)].includes(name)) return refuse();
  if (!PROGRAMS.includes(name)) return OTHERS[name]();
  process.env.ADMIN_DIST ||= join(__dirname, '../dist/admin');
  require(`../dist/apps/${name}/src/main.js`);
}

async function migrate(url) {
  if (!url) throw new Error('Set MIGRATION_DATABASE_URL to the database as the role that owns it.');
  const { migrationDataSource } = require('../dist/ormconfig.js');
  const database = await migrationDataSource(url).initialize();
  try {
    const done = await database.runMigrations();
    for (const { name } of done) process.stdout.write(`Ran ${name}\n`);
    process.stdout.write('The tables are up to date.\n');
  } finally {
    await database.destroy();
  }
}

/** Types, maps and compilers are needed by whoever develops here, so such an installation stays as it is. */
async function trim() {
  const modules = join(__dirname, '../../..');
  const lock = join(modules, '.package-lock.json');
  if (basename(modules) !== 'node_modules' || !existsSync(lock))
    throw new Error('trim works on an installation that npm made. Nothing was removed.');
  const { packages } = JSON.parse(readFileSync(lock, 'utf8'));
  const developers = Object.keys(packages).find((name) => packages[name].dev);
  if (developers !== undefined)
    throw new Error(
      `Packages of developers are installed, such as ${developers}. Run npm ci --omit=dev first.`,
    );
  (await import('../dist/trim.mjs')).trim(modules);
  process.stdout.write('What no server reads was removed from node_modules.\n');
}

function refuse() {
  process.stderr.write(USAGE);
  process.exitCode = 2;
}

run(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`orkestra-server: ${error.message}\n`);
  process.exitCode = 1;
});
