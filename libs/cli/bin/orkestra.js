#!/usr/bin/env node
// It stands here, not in dist, so that npm finds it to link before anything is built.
require('../dist/main.js');
