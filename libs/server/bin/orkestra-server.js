#!/usr/bin/env node
// Runs one server of Orkestra, or brings the tables up to date: `orkestra-server api-gateway`.
const { join } = require('node:path');

const PROGRAMS = ['api-gateway', 'worker', 'mcp-gateway'];
const USAGE = `Usage: orkestra-server ${PROGRAMS.join('|')}|migrate

Settings are environment variables; migrate needs MIGRATION_DATABASE_URL alone.
`;

async function run([name, ...rest]) {
  if (rest.length > 0 || ![...PROGRAMS, 'migrate'].includes(name)) return refuse();
  if (name === 'migrate') return migrate(process.env.MIGRATION_DATABASE_URL);
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

function refuse() {
  process.stderr.write(USAGE);
  process.exitCode = 2;
}

run(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`orkestra-server: ${error.message}\n`);
  process.exitCode = 1;
});
