"use strict";
exports.id = 356;
exports.ids = [356];
exports.modules = {

/***/ 75356:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cli: () => (/* binding */ cli)
});

// EXTERNAL MODULE: ./build/model/describe-failure.js
var describe_failure = __webpack_require__(34711);
// EXTERNAL MODULE: ./build/model/failure.js
var model_failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/core/exit-status.js
var exit_status = __webpack_require__(72862);
// EXTERNAL MODULE: ./build/cli/options.js
var options = __webpack_require__(65868);
;// CONCATENATED MODULE: ./build/cli/output-closed.js

/**
 * Aborts when whoever reads our output goes, as `head` does: a program ends quietly then, once it has
 * cleared away behind itself. What is written meanwhile is lost, which is no error either.
 */
function outputClosed() {
    const controller = new AbortController();
    process.stdout.on('error', (error) => {
        unlessClosed(error);
        controller.abort((0,model_failure/* cancelledBy */.tK)('whoever read the output, who is gone'));
    });
    process.stderr.on('error', unlessClosed);
    return controller.signal;
}
/** A terminal that is gone answers with EIO. */
function unlessClosed(error) {
    if (error.code !== 'EPIPE' && error.code !== 'EIO')
        throw error;
}

// EXTERNAL MODULE: ./build/cli/print.js
var print = __webpack_require__(89901);
;// CONCATENATED MODULE: ./build/cli/cli.js






/** Loaded when called: most commands need little, and start as fast as that. */
const commands = {
    run: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(292), __webpack_require__.e(605), __webpack_require__.e(118), __webpack_require__.e(16), __webpack_require__.e(428), __webpack_require__.e(199), __webpack_require__.e(25), __webpack_require__.e(31), __webpack_require__.e(279)]).then(__webpack_require__.bind(__webpack_require__, 52050))).runCommand,
    plan: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(292), __webpack_require__.e(605), __webpack_require__.e(16), __webpack_require__.e(428), __webpack_require__.e(25), __webpack_require__.e(259)]).then(__webpack_require__.bind(__webpack_require__, 42243))).planCommand,
    init: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(16), __webpack_require__.e(836)]).then(__webpack_require__.bind(__webpack_require__, 42379))).initCommand,
    targets: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(292), __webpack_require__.e(605), __webpack_require__.e(16), __webpack_require__.e(428), __webpack_require__.e(379)]).then(__webpack_require__.bind(__webpack_require__, 1780))).targetsCommand,
    validate: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(292), __webpack_require__.e(605), __webpack_require__.e(16), __webpack_require__.e(428), __webpack_require__.e(68)]).then(__webpack_require__.bind(__webpack_require__, 67675))).validateCommand,
    schema: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(16), __webpack_require__.e(866)]).then(__webpack_require__.bind(__webpack_require__, 48010))).schemaCommand,
    list: async () => (await __webpack_require__.e(/* import() */ 888).then(__webpack_require__.bind(__webpack_require__, 53888))).listCommand,
    status: async () => (await __webpack_require__.e(/* import() */ 870).then(__webpack_require__.bind(__webpack_require__, 39870))).statusCommand,
    report: async () => (await Promise.all(/* import() */[__webpack_require__.e(556), __webpack_require__.e(323)]).then(__webpack_require__.bind(__webpack_require__, 67478))).reportCommand,
    logs: async () => (await __webpack_require__.e(/* import() */ 103).then(__webpack_require__.bind(__webpack_require__, 2103))).logsCommand,
    host: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(292), __webpack_require__.e(16), __webpack_require__.e(199), __webpack_require__.e(847), __webpack_require__.e(650)]).then(__webpack_require__.bind(__webpack_require__, 8650))).hostCommand,
    doctor: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(292), __webpack_require__.e(605), __webpack_require__.e(16), __webpack_require__.e(428), __webpack_require__.e(199), __webpack_require__.e(847), __webpack_require__.e(215)]).then(__webpack_require__.bind(__webpack_require__, 29215))).doctorCommand,
    reap: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(292), __webpack_require__.e(605), __webpack_require__.e(16), __webpack_require__.e(428), __webpack_require__.e(199), __webpack_require__.e(177)]).then(__webpack_require__.bind(__webpack_require__, 20177))).reapCommand,
    help: async () => (await __webpack_require__.e(/* import() */ 759).then(__webpack_require__.bind(__webpack_require__, 91759))).helpCommand,
};
/** Flags that take a value may stand in front of the command; these are they. */
const leadingFlags = new Set(['--state-root', '--manifest']);
async function cli(args) {
    const closed = outputClosed();
    try {
        const { name, rest } = splitCommand(args);
        const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
        if (load === undefined)
            throw (0,options/* usage */.CI)(`unknown command \`${name}\``);
        const command = await load();
        return await command(rest, closed);
    }
    catch (error) {
        const failure = fileRefused(error) ?? (0,model_failure/* failureOf */.g5)(error);
        // There is nobody to tell.
        if (closed.aborted)
            return (0,exit_status/* exitOfFailure */.oW)(failure);
        const [headline = '', ...rest] = (0,describe_failure/* failureLines */.w)(failure);
        for (const line of [`pikaci: ${headline}`, ...rest])
            process.stderr.write(`${(0,print/* shown */.SP)(line)}\n`);
        return (0,exit_status/* exitOfFailure */.oW)(failure);
    }
}
/** The command may stand behind flags that all commands have: `pikaci --state-root DIR list`. */
function splitCommand(args) {
    let at = 0;
    while (at < args.length) {
        const word = args[at] ?? '';
        if (!word.startsWith('-'))
            break;
        if (word === '--help' || word === '-h')
            return { name: 'help', rest: [] };
        at += leadingFlags.has(word) ? 2 : 1;
    }
    return { name: args[at] ?? 'help', rest: [...args.slice(0, at), ...args.slice(at + 1)] };
}
/** A file that was named and is not what it should be is no bug, whichever command comes upon it. */
function fileRefused(error) {
    if (!(error instanceof Error))
        return undefined;
    const { code = '', path, message } = error;
    const isRefusal = /^(?:ENOENT|ENOTDIR|EISDIR|EACCES|EPERM|EROFS|ELOOP|ENAMETOOLONG)$/.test(code);
    // Of a folder that is read as a file, not even Node tells which.
    if (!isRefusal || (path === undefined && code !== 'EISDIR'))
        return undefined;
    return {
        cause: 'usage',
        problem: message,
        hint: 'Look at the paths that the command was given.',
    };
}


/***/ }),

/***/ 65868:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ usage),
/* harmony export */   PN: () => (/* binding */ onePositional),
/* harmony export */   RM: () => (/* binding */ parseCommand),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   tv: () => (/* binding */ hostOptions),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);


/** Flags that stand before or after any command. */
const commonOptions = {
    'state-root': { type: 'string' },
    manifest: { type: 'string' },
};
/** Flags of commands that talk to hosts. */
const hostOptions = {
    hosts: { type: 'string' },
    'ssh-key': { type: 'string' },
    'ssh-known-hosts': { type: 'string' },
    'ssh-proxy-jump': { type: 'string' },
    'ssh-agent': { type: 'boolean' },
};
/**
 * Parses a command's words strictly.
 * @throws FailureError `usage`, with the parser's own words, which name the flag
 */
function parseCommand(args, options) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({
            args: [...args],
            options: { ...commonOptions, ...options },
            allowPositionals: true,
            strict: true,
        });
    }
    catch (error) {
        const [problem = ''] = error.message.split('. ');
        throw usage(problem);
    }
}
function usage(problem) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({ cause: 'usage', problem, hint: 'See `pikaci help`.' });
}
/** @param otherwise what the command takes, for the error */
function onePositional(positionals, otherwise) {
    const [only, ...rest] = positionals;
    if (only === undefined || rest.length > 0)
        throw usage(otherwise);
    return only;
}
/** A whole number from 0. */
function count(flag, value, most = 999_999_999) {
    if (value === undefined)
        return undefined;
    if (/^\d{1,9}$/.test(value) && Number(value) <= most)
        return Number(value);
    const range = most < 999_999_999 ? ` from 0 to ${most}` : '';
    throw usage(`--${flag} is \`${value}\`; it takes a whole number${range}`);
}
/** One of the words that a flag may have. */
function oneOf(flag, value, known) {
    if (value === undefined)
        return undefined;
    const match = known.find((word) => word === value);
    if (match === undefined)
        throw usage(`--${flag} is \`${value}\`; it can be ${known.join(', ')}`);
    return match;
}


/***/ }),

/***/ 89901:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q2: () => (/* binding */ printJson),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   tj: () => (/* binding */ printLines)
/* harmony export */ });
/* harmony import */ var _report_guard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52935);
/* harmony import */ var _diagnostics_harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54621);


/**
 * A line as a person's terminal, or the workflow step that this program runs in, can take it: names of
 * files, texts of a manifest and output of guests come from wherever, and none of them is obeyed.
 */
function shown(line) {
    return (0,_report_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .guardLine */ .Q)((0,_diagnostics_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmless */ .I)(line));
}
function printLines(lines) {
    process.stdout.write(lines.map((line) => `${shown(line)}\n`).join(''));
}
/** For programs, and yet it may be read where the lines above are. */
function printJson(value, indent) {
    process.stdout.write(`${guardedJson(JSON.stringify(value, undefined, indent))}\n`);
}
/** The same value: neither stands anywhere in JSON but in strings, which may escape any character. */
function guardedJson(json) {
    return json
        .replaceAll('##[', String.raw `#\u0023[`)
        .replace(/[\u007f-\u009f]/g, (mark) => `\\u00${mark.charCodeAt(0).toString(16)}`);
}


/***/ }),

/***/ 54621:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ harmless),
/* harmony export */   q: () => (/* binding */ colourless)
/* harmony export */ });
/** A line without any escape sequence, for terminals that know no colours. */
function colourless(line) {
    return harmless(line).replace(/\u001b\[[0-9;:]*m/g, '');
}
/**
 * A line of guest output for whatever obeys escape sequences: colours stay; what moves the cursor,
 * sets titles or asks the terminal to answer goes.
 */
function harmless(line) {
    if (!control.test(line))
        return line;
    return line
        .replace(/\u001b(?!\[[0-9;:]*m)(?:\[[0-?]*[ -/]*[@-~]|[ -/]+[0-~]|[\]P^_X][^\u0007\u001b]*(?:\u0007|\u001b\\)?|.)?/gu, '')
        .replace(/[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f\u0080-\u009f]/g, '');
}
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;


/***/ })

};
;