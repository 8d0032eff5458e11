"use strict";
exports.id = 759;
exports.ids = [759];
exports.modules = {

/***/ 91759:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   helpCommand: () => (/* binding */ helpCommand)
/* harmony export */ });
/* harmony import */ var _model_target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87512);

function helpCommand() {
    process.stdout.write(text);
    return Promise.resolve(0);
}
const text = `pikaci: CI lanes in fresh VMs, on machines your team owns

  pikaci run TARGET|LANE|TARGET/LANE [--lane LANE …] [--base REV] [--output human|json|jsonl]
             [--keep-guest-on-failure-minutes 0]
                                  run lanes of this checkout; the guest of one that fails can be kept
                                  for up to 240 minutes, and says how to enter it
  pikaci plan [TARGET … | branch | nightly | all] [--base REV] [--head REV] [--json]
                                  which lanes a change wants, and why
  pikaci init                     write a starter pikaci.toml for this repository
  pikaci targets [--json]         the targets and lanes of the manifest
  pikaci validate                 whether the manifest is valid, with every problem
  pikaci schema                   JSON Schema of the manifest, for editors
  pikaci list                     the runs: id, status, target, start, tab-separated
  pikaci status RUN [--json]      one run
  pikaci report [RUN] [--html FILE]
                                  the last run, or one: its compact status, or all of it with its
                                  logs as one HTML file, which needs no network; - for stdout
  pikaci logs RUN [--job LANE] [--kind host|guest|both] [--follow] [--metadata-json]
                                  what a run's lanes said
  pikaci host setup ssh://USER@NAME|local [--work-dir DIR] [--dry-run]
                                  make a machine a host for guests of images: says what it will do,
                                  installs what is missing, boots a guest, and prints what a workflow
                                  needs to reach it; run again, it changes nothing
  pikaci doctor [--host HOST …] [--no-boot] [--output human|json]
                                  what hosts have and lack, each with its remedy; boots a guest
                                  where guests are VMs of images
  pikaci reap [--host HOST …] [--keep-snapshots 50] [--keep-days 14] [--keep-megabytes 20000]
             [--install | --uninstall]
                                  remove guests whose lease is over, and snapshots nobody uses;
                                  --install has the hosts do so by themselves every five minutes

Every command
  --manifest FILE                 instead of pikaci.toml or .github/pikaci.toml
  --state-root DIR                where records lie; default .pikaci, or PIKACI_STATE_ROOT

Commands that reach hosts
  --hosts FILE                    host settings (TOML or JSON) that win over the manifest's
  --ssh-key FILE                  default ~/.ssh/id_ed25519, id_ecdsa or id_rsa
  --ssh-known-hosts FILE          pinned host keys; default ~/.ssh/known_hosts
  --ssh-proxy-jump HOST[,HOST …]  hosts to go through, as for ssh -J; their keys are pinned, too
  --ssh-agent                     the keys of the agent at SSH_AUTH_SOCK instead of a file

Environment: PIKACI_REMOTE_LINUX_VM_BACKEND (${_model_target_js__WEBPACK_IMPORTED_MODULE_0__/* .backendChoices */ .Dx.join(', ')}),
PIKACI_MAX_CONCURRENT_EXECUTES (2), PIKACI_SSH_KEY_PASSPHRASE, NO_COLOR.

Exit status: 0 passed or skipped, 1 failed, 2 usage or manifest error, 130 cancelled.
`;


/***/ }),

/***/ 87512:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ backendChoices),
/* harmony export */   G: () => (/* binding */ triggers),
/* harmony export */   P: () => (/* binding */ permissions),
/* harmony export */   SW: () => (/* binding */ pullPolicies),
/* harmony export */   Tg: () => (/* binding */ usualWorkDir),
/* harmony export */   V1: () => (/* binding */ permits),
/* harmony export */   aP: () => (/* binding */ usualDiskGib),
/* harmony export */   o8: () => (/* binding */ networks)
/* harmony export */ });
/** What a manifest means, after defaults and references are resolved. */
const triggers = ['branch', 'nightly', 'manual'];
/** What a guest gets of its host's disk that asks for nothing, where the host grants as much. */
const usualDiskGib = 20;
/** Whether a tag is asked for anew in each run, or only where the host has never seen it. */
const pullPolicies = ['always', 'missing'];
/** What a guest may reach: nothing, or whatever its host's user can, but the host itself. */
const networks = ['none', 'outbound'];
/** What a host, a flag or a variable may ask for; `auto` leaves it to the lane's runner. */
const backendChoices = ['auto', 'microvm', 'incus'];
/** What is refused on a host reached over SSH, unless the host allows it in so many words. */
const permissions = [
    'host_local',
    'workspace_runner',
    'unsandboxed_nix',
    'fork_network',
];
/** What is asked of this machine is asked by whoever runs pikaci on it. */
function permits({ address, allow }, permission) {
    return address.kind === 'local' || allow.includes(permission);
}
/** Where our folder is on hosts that are reached over SSH, unless they say otherwise. */
const usualWorkDir = '~/.cache/pikaci';


/***/ })

};
;