#!/usr/bin/env node
// An old Node must be able to read this file: no syntax of today.
var version = process.versions.node.split('.');
if (Number(version[0]) < 20 || (Number(version[0]) === 20 && Number(version[1]) < 19)) {
  process.stderr.write(
    'create-orkestra: It needs Node 20.19 or newer; this is ' +
      process.versions.node +
      '. See https://nodejs.org\n',
  );
  process.exit(2);
}
require('../dist/main.js');
