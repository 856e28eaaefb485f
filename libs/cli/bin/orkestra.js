#!/usr/bin/env node
// It stands here, not in dist, so that npm finds it to link before anything is built.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`orkestra: It needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}
require('../dist/main.js');
