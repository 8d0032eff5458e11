/**
 * What of our own environment a command gets, by name and nothing else: a workflow step's holds
 * tokens and inputs under names that nobody can list, and what runs here may be a pull request's
 * code. It is what a login over SSH would give, and where the runner keeps its tools. What else a lane
 * needs stands in its `env`.
 */
const handedOn = [
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'TZ', 'LANG', 'LANGUAGE'],
  ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'NIX_SSL_CERT_FILE'],
  ...['NIX_PATH', 'NIX_PROFILES', 'NIX_REMOTE'],
  ...['RUNNER_TOOL_CACHE', 'AGENT_TOOLSDIRECTORY', 'RUNNER_OS', 'RUNNER_ARCH', 'JAVA_HOME'],
];

/** Of these there are several: `LC_ALL`, `JAVA_HOME_21_X64`, `GOROOT_1_24_X64`. */
const handedOnKinds = /^(LC_[A-Z]+|JAVA_HOME_[0-9]+_[A-Za-z0-9]+|GOROOT_[0-9_]+_[A-Za-z0-9]+)$/;

export function plainEnvironment(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(variables).filter(
      ([name]) => handedOn.includes(name) || handedOnKinds.test(name),
    ),
  );
}
