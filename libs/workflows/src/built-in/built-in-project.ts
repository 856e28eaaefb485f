/** Where the bundler finds the server's own workflows, and the SDK's interceptors that they run with. */
export const builtInWorkflows = {
  workflowsPath: require.resolve('./built-in.workflow'),
  interceptorsPath: require.resolve('@orkestra/sdk/interceptors'),
};
