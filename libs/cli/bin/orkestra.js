#!/usr/bin/env node
// It stands here, not in dist, so that npm finds it to link before anything is built.
// An old Node must be able to read this file: no syntax of today.
var version = process.versions.node.split('.');
if (Number(version[0]) < 20 || (Number(version[0]) === 20 && Number(version[1]) < 19)) {
  process.stderr.write(
    'orkestra: It needs Node 20.19 or newer; this is ' + process.versions.node + '. See https://nodejs.org\n',
  );
  process.exit(2);
}
require('../dist/main.js');
