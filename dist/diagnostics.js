"use strict";
exports.id = 787;
exports.ids = [787];
exports.modules = {

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


/***/ }),

/***/ 13467:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ LogDigest)
/* harmony export */ });
/* harmony import */ var _log_excerpt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96334);
/* harmony import */ var _problems_finder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90831);


/** Lines of a log's end where no error says what matters. */
const endLines = 40;
/**
 * What a lane's output comes to, taken from it line by line: the problems that tools report, and the
 * lines to show first. Bounded, whatever and how much a lane says.
 */
class LogDigest {
    #finder = new _problems_finder_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemFinder */ .g();
    #keeper = new _log_excerpt_js__WEBPACK_IMPORTED_MODULE_1__/* .ExcerptKeeper */ .i(endLines);
    #errors = 0;
    push(line) {
        this.#keeper.push(line);
        this.#finder.push(line);
        this.#markErrors();
    }
    /** No line follows. */
    end() {
        this.#finder.end();
        this.#markErrors();
    }
    /** How many lines there were. */
    get lines() {
        return this.#keeper.lines;
    }
    get problems() {
        return this.#finder.problems;
    }
    /** How many there are of each level beyond those that are kept. */
    get dropped() {
        return this.#finder.dropped;
    }
    /** The lines around the errors, or the last ones. */
    excerpt() {
        return this.#keeper.around() ?? this.ending();
    }
    ending(lines = endLines) {
        return this.#keeper.end(lines);
    }
    #markErrors() {
        const { errors } = this.#finder;
        if (errors === this.#errors)
            return;
        this.#errors = errors;
        this.#keeper.markError();
    }
}


/***/ }),

/***/ 96334:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ excerptLines),
/* harmony export */   i: () => (/* binding */ ExcerptKeeper)
/* harmony export */ });
/** Shown around an error: what a test prints stands before the place that it fails at. */
const linesBefore = 10;
const linesAfter = 12;
/** As much as a long message takes; the rest of a longer line is in the log. */
const lineLimit = 500;
/** Keeps what an excerpt will need of a log that may never end. */
class ExcerptKeeper {
    #tail = [];
    #size;
    #number = 0;
    #first;
    #last;
    /** @param size lines of the log's end to keep */
    constructor(size) {
        this.#size = Math.max(size, linesBefore + 1);
    }
    /** How many lines there were so far. */
    get lines() {
        return this.#number;
    }
    push(text) {
        this.#tail[this.#number % this.#size] = text;
        this.#number += 1;
        if (this.#first !== undefined)
            this.#extend(this.#first, text);
        if (this.#last !== undefined)
            this.#extend(this.#last, text);
    }
    /** An error was reported, up to the line that came last. */
    markError() {
        const window = { end: this.#number + linesAfter, lines: this.#ending(linesBefore + 1) };
        if (this.#first === undefined)
            this.#first = { ...window, lines: window.lines.map(shortened) };
        else
            this.#last = window;
    }
    around() {
        if (this.#first === undefined)
            return undefined;
        const lines = new Map();
        for (const line of [...this.#first.lines, ...(this.#last?.lines ?? [])]) {
            lines.set(line.number, shortened(line));
        }
        return { about: 'errors', lines: [...lines.values()] };
    }
    end(count) {
        return { about: 'end', lines: this.#ending(count).map(shortened) };
    }
    #extend(window, text) {
        if (this.#number <= window.end)
            window.lines.push(shortened({ number: this.#number, text }));
    }
    #ending(count) {
        const length = Math.min(count, this.#number, this.#size);
        return Array.from({ length }, (_, n) => {
            const number = this.#number - length + n + 1;
            return { number, text: this.#tail[(number - 1) % this.#size] ?? '' };
        });
    }
}
function shortened({ number, text }) {
    return { number, text: text.length > lineLimit ? `${text.slice(0, lineLimit)} …` : text };
}
/** Lines with their numbers in front; a mark stands where some are left out. */
function excerptLines({ lines }) {
    const width = String(lines.at(-1)?.number ?? '').length;
    return lines.flatMap(({ number, text }, index) => {
        const before = lines[index - 1]?.number ?? number - 1;
        const gap = before + 1 < number ? [`${'⋮'.padStart(width)} │`] : [];
        return [...gap, `${String(number).padStart(width)} │ ${text}`];
    });
}


/***/ }),

/***/ 90831:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ ProblemFinder)
});

;// CONCATENATED MODULE: ./build/diagnostics/problems/format.js
/** What most tools call the two kinds of problems. */
const severities = /error|warning/;
/**
 * A format whose reports are lines of their own. The patterns' groups are named for the fields of a
 * problem; without `level` it is an error.
 */
function lineFormat(words, ...patterns) {
    return {
        words,
        reader: (found) => (line) => {
            for (const pattern of patterns) {
                const groups = pattern.exec(line)?.groups;
                if (groups === undefined)
                    continue;
                found(problemOf(groups));
                break;
            }
            return false;
        },
    };
}
function problemOf(groups) {
    const { path = '', line, column, level, title, message = '' } = groups;
    return {
        level: level?.toLowerCase() === 'warning' ? 'warning' : 'error',
        path,
        line: Number(line),
        ...(column !== undefined && { column: Number(column) }),
        ...(title !== undefined && { title }),
        message,
    };
}

;// CONCATENATED MODULE: ./build/diagnostics/problems/compilers.js

/**
 * The oldest form there is, `file:line:column: error: message`: gcc, clang, swiftc, GHC, mypy (which
 * has no column), and rustc's short messages. Some name the rule behind it.
 */
const compilers = lineFormat(severities, /^(?<path>[^\s:][^:]*):(?<line>\d+)(?::(?<column>\d+))?: (?<level>error|warning): (?<message>.+?) {1,2}\[(?<title>[\w=+-]+)\]$/, /^(?<path>[^\s:][^:]*):(?<line>\d+)(?::(?<column>\d+))?: (?:fatal )?(?<level>error|warning)(?:\[(?<title>E\d+)\])?: (?<message>.+)$/);
/** `file(line,column): error TS2322: message`, and on a terminal `file:line:column - error TS…`. */
const typescript = lineFormat(severities, /^(?<path>.+?)\((?<line>\d+),(?<column>\d+)\): (?<level>error|warning) (?<title>TS\d+): (?<message>.+)$/, /^(?<path>\S[^:]*):(?<line>\d+):(?<column>\d+) - (?<level>error|warning) (?<title>TS\d+): (?<message>.+)$/);
/**
 * ruff as people see it, whose place stands on the next line:
 *
 *     F401 [*] `os` imported but unused
 *      --> lint.py:1:8
 */
const ruff = {
    words: /--> /,
    reader: (found) => (line, previous) => {
        const [, path, row, column] = /^\s*--> (.+):(\d+):(\d+)$/.exec(line) ?? [];
        const [, title, message] = /^([A-Z]{1,4}\d{3,4}|invalid-syntax|SyntaxError)(?::| \[\*\])? (.+)$/.exec(previous) ?? [];
        if (path === undefined || title === undefined || message === undefined)
            return false;
        const place = { path, line: Number(row), column: Number(column) };
        found({ level: 'error', ...place, title, message });
        return false;
    },
};
/** Linters for Python (ruff, flake8, pylint): `file:line:column: CODE message`. */
const pythonLinters = lineFormat(/\.py/, /^(?<path>[^\s:]+\.pyi?):(?<line>\d+):(?<column>\d+): (?<title>[A-Z]{1,4}\d{3,4}): (?<message>.+) \([\w-]+\)$/, /^(?<path>[^\s:]+\.pyi?):(?<line>\d+):(?<column>\d+): (?<title>[A-Z]{1,4}\d{3,4}) (?<message>.+)$/);

;// CONCATENATED MODULE: ./build/diagnostics/problems/eslint.js

/** A problem in the usual form, without its message and rule. */
const problem = /^\s+(\d+):(\d+)\s+(error|warning)\s+/;
/** The usual form, `stylish`: the file on a line of its own, its problems indented below. */
const eslintStylish = {
    words: severities,
    reader: (found) => {
        let path = '';
        return (line, previous) => {
            const [start, row, column, level] = problem.exec(line) ?? [];
            if (start === undefined)
                return false;
            if (!problem.test(previous))
                path = previous.trim();
            const text = line.slice(start.length).trimEnd();
            // Columns are aligned, so two spaces at least stand before the rule.
            const gap = text.lastIndexOf('  ');
            found({
                level: level === 'warning' ? 'warning' : 'error',
                path,
                line: Number(row),
                column: Number(column),
                ...(gap >= 0 && { title: text.slice(gap).trim() }),
                message: gap < 0 ? text : text.slice(0, gap).trim(),
            });
            return false;
        };
    },
};
/** The forms `unix` and `compact`. */
const eslintLines = lineFormat(/Error|Warning/, /^(?<path>[^:]+):(?<line>\d+):(?<column>\d+): (?<message>.+) \[(?<level>Error|Warning)\/(?<title>[^\]\s]+)\]$/, /^(?<path>[^:]+): line (?<line>\d+), col (?<column>\d+), (?<level>Error|Warning) - (?<message>.+) \((?<title>[^()\s]+)\)$/);

;// CONCATENATED MODULE: ./build/diagnostics/problems/go.js

/** The compiler and `go vet`. */
const go = lineFormat(/\.go:/, /^(?:vet: )?(?<path>[^\s:]+\.go):(?<line>\d+):(?<column>\d+): (?<message>.+)$/);
/** What a failed test said, indented below its name; of the file, only the last part of its path. */
const goTest = {
    words: /--- FAIL/,
    reader: (found) => {
        let test;
        return (line) => {
            const [, failed] = /^\s*--- FAIL: (\S+)/.exec(line) ?? [];
            if (failed !== undefined) {
                test = failed;
                return true;
            }
            if (test === undefined)
                return false;
            const [, path, row, message] = /^\s+([^\s:]+\.go):(\d+): (.+)$/.exec(line) ?? [];
            if (path !== undefined && message !== undefined) {
                found({ level: 'error', path, line: Number(row), title: test, message });
            }
            if (line.startsWith(' '))
                return true;
            test = undefined;
            return false;
        };
    },
};
/** From a panic to its first frame in the project's own code. */
const linesToFrame = 200;
/**
 * A program that panics, and a test that does; the frames of Go itself and of modules come first:
 *
 *     panic: runtime error: index out of range [5] with length 3 [recovered]
 *
 *     goroutine 1 [running]:
 *     main.main()
 *     	/workspace/snapshot/main.go:8 +0x1d
 */
const goPanic = {
    words: /panic: |fatal error: /,
    reader: (found) => {
        let panic;
        let left = 0;
        return (line) => {
            const [, title, message] = /^(panic|fatal error): (.+?)(?: \[recovered(?:, repanicked)?\])?$/.exec(line) ?? [];
            if (title !== undefined && message !== undefined) {
                panic = { title, message };
                left = linesToFrame;
                return true;
            }
            left -= 1;
            if (panic === undefined || left < 0)
                return false;
            const [, path, row] = /^\s+(\S.*\.go):(\d+)(?: \+0x[0-9a-f]+)?$/.exec(line) ?? [];
            if (path === undefined || isForeign(path))
                return true;
            found({ level: 'error', path, line: Number(row), ...panic });
            panic = undefined;
            return false;
        };
    },
};
function isForeign(path) {
    return /^\/(?:usr|opt|nix\/store)\/|\/pkg\/mod\/|\/go[^/]*\/(?:[^/]+\/)?src\/(?:runtime|testing|internal|sync|net)\//.test(path);
}

;// CONCATENATED MODULE: ./build/diagnostics/problems/javascript.js
/** From an error to its first frame in the project's own code: diffs and other frames may be in between. */
const javascript_linesToFrame = 60;
/** What a message may grow to where every line of it promises more. */
const messageLimit = 1000;
/** What is thrown, wherever that is told: `TypeError: …`, `AssertionError [ERR_ASSERTION]: …`. */
const thrown = /^\s*(?:Uncaught )?([\w$]*Error)(?: \[\w+\])?: (.+)$/;
/** Jest names the test instead; what was wrong with it follows. */
const failedTest = /^ {2}● (.+)$/;
const javascript_frames = [
    /^\s*at [^(]*\((.+):(\d+):(\d+)\)$/,
    // Vitest has a mark of its own.
    /^\s*(?:at|❯) (?:async )?(?:.* )?([^\s()]+):(\d+):(\d+)$/,
];
/** Errors with a stack: Node and its test runner, Vitest, Jest, Mocha. */
const javascript = {
    words: /Error|● /,
    reader: (found) => {
        let error;
        let left = 0;
        return (line) => {
            const begun = beginning(line);
            if (begun !== undefined) {
                error = begun;
                left = javascript_linesToFrame;
                return true;
            }
            left -= 1;
            if (error === undefined || left < 0)
                return false;
            const place = placeIn(line, javascript_frames);
            if (place !== undefined) {
                found({ level: 'error', ...place, ...error });
                error = undefined;
                return false;
            }
            const { message } = error;
            if (isIncomplete(message))
                error = { ...error, message: `${message} ${line.trim()}`.trim() };
            return true;
        };
    },
};
function beginning(line) {
    const [, title, message] = thrown.exec(line) ?? [];
    if (title !== undefined && message !== undefined)
        return { title, message };
    const [, test] = failedTest.exec(line) ?? [];
    return test === undefined ? undefined : { title: test, message: '' };
}
/** TAP with its details, as Node's test runner has it where nobody watches. */
const tap = {
    words: /not ok /,
    reader: (found) => {
        let test;
        let message = '';
        let part = 'details';
        return (line) => {
            const [, name] = /^\s*not ok \d+ - (.+)$/.exec(line) ?? [];
            if (name !== undefined) {
                test = name;
                message = '';
                part = 'details';
                return true;
            }
            if (test === undefined || line.trim() === '...')
                return false;
            const [, key, value = ''] = /^\s+(\w+): (.+)$/.exec(line) ?? [];
            if (key === 'error' && value !== '|-')
                message = value.replace(/^'(.*)'$/, '$1');
            if (key === 'error' || key === 'stack')
                part = value === '|-' ? key : 'details';
            else if (part === 'error') {
                if (isIncomplete(message))
                    message = `${message} ${line.trim()}`.trim();
            }
            else if (part === 'stack') {
                const place = placeIn(`at ${line.trim()}`, javascript_frames);
                if (place === undefined)
                    return true;
                found({ level: 'error', ...place, title: test, message });
                return false;
            }
            return true;
        };
    },
};
/** Node's own assertions say what they compared in the next line but one. */
function isIncomplete(message) {
    return message === '' || (message.endsWith(':') && message.length < messageLimit);
}
/** The place that a frame names, unless it is in code that others wrote. */
function placeIn(line, patterns) {
    for (const pattern of patterns) {
        const [, path, row, column] = pattern.exec(line) ?? [];
        if (path === undefined)
            continue;
        if (path.startsWith('node:') || path.includes('node_modules/'))
            return undefined;
        return { path, line: Number(row), column: Number(column) };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/diagnostics/problems/python.js
/**
 * pytest, with its long and its short tracebacks:
 *
 *     ____ test_adds ____
 *     E       assert 3 == 4
 *     tests/test_sums.py:5: AssertionError
 *
 *     tests/test_sums.py:5: in test_adds
 *     E   assert 3 == 4
 *
 * Where neither is shown, its summary names the file alone: `FAILED tests/test_sums.py::test_adds`.
 */
const pytest = {
    words: /E {3}|\.py|____/,
    reader: (found) => {
        let test;
        let message;
        /** The innermost place in the project's own code, and whether what is wrong there is to come. */
        let place;
        let located = false;
        const report = ({ path, line }, text) => {
            located = true;
            found({
                level: 'error',
                path,
                line,
                ...(test !== undefined && { title: test }),
                message: text,
            });
            message = undefined;
            place = undefined;
        };
        const readEvidence = (text) => {
            const [, path, row] = /^File "(.+)", line (\d+)$/.exec(text) ?? [];
            if (path !== undefined)
                place = { path, line: Number(row), awaits: 'error' };
            else if (place?.awaits === 'evidence')
                report(place, text);
            else if (place?.awaits !== 'error')
                message ??= text;
            else if (/^[A-Za-z]\w*Error: /.test(text))
                report(place, text);
        };
        const readPlace = (path, line, what) => {
            const own = python_isForeign(path) ? place : { path, line, awaits: 'nothing' };
            if (what.startsWith('in '))
                place = own && { ...own, awaits: 'evidence' };
            else if (what === '')
                place = own;
            else if (/^[A-Za-z_][\w.]*$/.test(what))
                report(own ?? { path, line }, message ?? what);
        };
        return (line) => {
            const [, section] = /^_{4,} (.+?) _{4,}$/.exec(line) ?? [];
            if (section !== undefined) {
                test = section;
                message = undefined;
                place = undefined;
                return false;
            }
            const [, evidence] = /^E {3,}(\S.*)$/.exec(line) ?? [];
            if (evidence !== undefined) {
                readEvidence(evidence);
                return false;
            }
            const [, path, row, what] = /^([^\s:][^:]*\.py):(\d+): ?(.*)$/.exec(line) ?? [];
            if (path !== undefined && what !== undefined) {
                readPlace(path, Number(row), what);
                return false;
            }
            const [, file, name, text = 'failed'] = /^(?:FAILED|ERROR) ([^\s:]+\.py)(?:::(\S+))?(?: - (.+))?$/.exec(line) ?? [];
            if (file !== undefined && !located) {
                const title = name !== undefined && { title: name };
                found({ level: 'error', path: file, line: 1, ...title, message: text });
            }
            return false;
        };
    },
};
/** From an exception to its message: a frame takes two or three lines. */
const linesOfTraceback = 300;
/**
 * Python's own tracebacks, and so unittest's:
 *
 *     Traceback (most recent call last):
 *       File "/workspace/snapshot/sums.py", line 11, in check
 *         raise ValueError("negative")
 *     ValueError: negative
 */
const pythonTraceback = {
    words: /Traceback /,
    reader: (found) => {
        let place;
        let left = 0;
        return (line) => {
            if (line.startsWith('Traceback ')) {
                place = undefined;
                left = linesOfTraceback;
                return true;
            }
            left -= 1;
            if (left < 0)
                return false;
            if (line.startsWith(' ')) {
                const [, path = '', row] = /^ {2}File "(.+)", line (\d+)(?:, in .+)?$/.exec(line) ?? [];
                if (path !== '' && !python_isForeign(path))
                    place = { path, line: Number(row) };
                return true;
            }
            left = 0;
            const [, title, message] = /^([A-Za-z_][\w.]*)(?:: (.+))?$/.exec(line) ?? [];
            if (place === undefined || title === undefined)
                return false;
            found({ level: 'error', ...place, title, message: message ?? title });
            return false;
        };
    },
};
function python_isForeign(path) {
    return /^<|\/(?:site|dist)-packages\/|\/lib\/python3/.test(path);
}

;// CONCATENATED MODULE: ./build/diagnostics/problems/rust.js

/** From a message of rustc to its place, and from there to the marks below the source line. */
const linesToNext = 8;
/**
 * rustc, clippy and rustdoc, through cargo or not, and what shows problems as they do:
 *
 *     error[E0308]: mismatched types
 *      --> src/lib.rs:2:5
 *       |
 *     2 |     "two"
 *       |     ^^^^^ expected `i32`, found `&str`
 */
const rustc = {
    words: severities,
    reader: (found) => {
        let state = { kind: 'idle' };
        return (line) => {
            const head = /^(error|warning|note|help)(?:\[([\w:/-]+)\])?: (.+)$/.exec(line);
            if (head !== null) {
                if (state.kind === 'placed')
                    found(state.problem);
                const message = messageOf(head);
                state = message ? { kind: 'message', message, left: linesToNext } : { kind: 'idle' };
            }
            else if (state.kind === 'message') {
                const [, path, row, column] = /^\s*(?:-->|┌─) (.+):(\d+):(\d+)$/.exec(line) ?? [];
                const { message, left } = state;
                if (path !== undefined) {
                    const problem = { ...message, path, line: Number(row), column: Number(column) };
                    state = { kind: 'placed', problem, left: linesToNext };
                }
                else
                    state = left > 1 ? { ...state, left: left - 1 } : { kind: 'idle' };
            }
            else if (state.kind === 'placed') {
                // Advice is for who sees the code beside it.
                const [, label] = /^\s*\|[^^]*\^+ (?!help: )([^^]+)$/.exec(line) ?? [];
                const { problem, left } = state;
                const isOver = label !== undefined || left <= 1 || line.trim() === '';
                const message = label === undefined ? problem.message : `${problem.message}: ${label}`;
                if (isOver)
                    found({ ...problem, message });
                state = isOver ? { kind: 'idle' } : { ...state, left: left - 1 };
            }
            return state.kind !== 'idle';
        };
    },
};
function messageOf([, kind, code, message = '']) {
    if (kind !== 'error' && kind !== 'warning')
        return undefined;
    return { level: kind, ...(code !== undefined && { title: code }), message };
}
/** A test, or whatever else panics: the message follows in lines of its own, in assertions three. */
const rustPanic = {
    words: /panicked at/,
    reader: (found) => {
        let panic;
        let left = 0;
        return (line) => {
            const [, title, path, row, column] = /^\s*thread '([^']*)'(?: \(\d+\))? panicked at ([^':]+):(\d+):(\d+):$/.exec(line) ?? [];
            if (panic !== undefined && path === undefined && left > 0 && belongsTo(panic, line)) {
                left -= 1;
                panic = { ...panic, message: `${panic.message}\n${line}`.trimStart() };
                return true;
            }
            if (panic !== undefined)
                found(panic);
            left = linesToNext;
            const place = { line: Number(row), column: Number(column) };
            panic =
                title === undefined || path === undefined
                    ? undefined
                    : { level: 'error', path, ...place, title, message: '' };
            return panic !== undefined;
        };
    },
};
function belongsTo({ message }, line) {
    return message === '' ? line.trim() !== '' : /^\s+(?:left|right): /.test(line);
}
/** Until Rust 1.72 the message came first, in quotes, over several lines if need be. */
const rustPanicQuoted = {
    words: /panicked at '/,
    reader: (found) => {
        let panic;
        return (line) => {
            const [, title, first] = /^\s*thread '([^']*)' panicked at '(.*)$/.exec(line) ?? [];
            if (title !== undefined && first !== undefined) {
                panic = { title, message: first, left: linesToNext };
            }
            else if (panic !== undefined) {
                panic = { ...panic, message: `${panic.message}\n${line}`, left: panic.left - 1 };
            }
            if (panic === undefined)
                return false;
            const [end, path, row, column] = /', ([^:']+):(\d+):(\d+)$/.exec(line) ?? [];
            if (end !== undefined && path !== undefined) {
                const message = panic.message.slice(0, -end.length);
                const place = { path, line: Number(row), column: Number(column) };
                found({ level: 'error', ...place, title: panic.title, message });
            }
            if (path !== undefined || panic.left === 0)
                panic = undefined;
            return panic !== undefined;
        };
    },
};
/** `cargo fmt --check`, which shows what it would change below. */
const rustfmt = {
    words: /Diff in /,
    reader: (found) => (line) => {
        const [, path, row] = /^Diff in (.+?)(?::| at line )(\d+):$/.exec(line) ?? [];
        if (path !== undefined) {
            const message = 'not formatted as rustfmt would';
            found({ level: 'error', path, line: Number(row), title: 'rustfmt', message });
        }
        return false;
    },
};

;// CONCATENATED MODULE: ./build/diagnostics/problems/formats.js






/** Every format that is known. A line is a report in one of them at most. */
const formats = [
    rustc,
    rustPanic,
    rustPanicQuoted,
    rustfmt,
    typescript,
    compilers,
    eslintStylish,
    eslintLines,
    pytest,
    pythonTraceback,
    pythonLinters,
    ruff,
    javascript,
    tap,
    go,
    goTest,
    goPanic,
];

;// CONCATENATED MODULE: ./build/diagnostics/problems/finder.js

/** Of each level; what comes beyond is only counted. */
const keptProblems = 200;
/** Of a line; no report that people write is longer. */
const lineLimit = 2000;
const finder_messageLimit = 1000;
/** That are told apart in one output; a guest may make up any number. */
const knownTasks = 20;
/**
 * Finds what tools report in a log, line by line, whatever the log holds: it keeps a bounded number
 * of problems, each once.
 */
class ProblemFinder {
    #kept = {
        error: new Map(),
        warning: new Map(),
    };
    #dropped = { error: 0, warning: 0 };
    #own = new Stream((problem) => this.#keep(problem));
    /** What several tasks say into one output, by what stands in front of their lines. */
    #tasks = new Map();
    #wanted = false;
    #previous = '';
    /** In the order of the log, errors first. */
    get problems() {
        return [...this.#kept.error.values(), ...this.#kept.warning.values()];
    }
    /** How many problems of each level there were beyond those that are kept. */
    get dropped() {
        return this.#dropped;
    }
    /** How many errors have been found so far. */
    get errors() {
        return this.#kept.error.size + this.#dropped.error;
    }
    push(line) {
        if (this.#wanted || anyWord.test(line))
            this.#read(line);
        this.#previous = line;
    }
    /** What waits for more lines gets no more. */
    end() {
        for (const stream of this.#streams)
            if (stream.wants)
                stream.read('', '');
    }
    get #streams() {
        return [this.#own, ...this.#tasks.values()];
    }
    #read(line) {
        const prefix = this.#own.wants ? '' : prefixOf(line);
        const previous = this.#previous.startsWith(prefix) ? this.#previous.slice(prefix.length) : '';
        const stream = prefix === '' ? this.#own : this.#taskOf(prefix);
        stream.read(plain(line.slice(prefix.length)), plain(previous));
        this.#wanted = this.#streams.some(({ wants }) => wants);
    }
    #taskOf(prefix) {
        // One more than those that are told apart.
        const key = this.#tasks.size < knownTasks || this.#tasks.has(prefix) ? prefix : '';
        const known = this.#tasks.get(key) ?? new Stream((problem) => this.#keep(problem));
        this.#tasks.set(key, known);
        return known;
    }
    #keep(problem) {
        const kept = this.#kept[problem.level];
        const { path, line, column = '', message } = problem;
        // No file is that long, and none is called nothing.
        if (line > 1e7 || path === '')
            return;
        if (kept.size === keptProblems) {
            this.#dropped[problem.level] += 1;
            return;
        }
        const key = `${path}:${line}:${column}: ${message}`;
        if (!kept.has(key))
            kept.set(unshared(key), presentable(problem));
    }
}
/** The output of one program, whose lines stand behind each other. */
class Stream {
    /** Those that begin with the same words together, so that these are searched for once. */
    #groups;
    /** A reader wants the next line, whatever it holds. */
    wants = false;
    constructor(found) {
        this.#groups = [...Map.groupBy(formats, ({ words }) => words)].map(([words, alike]) => ({
            words,
            readers: alike.map(({ reader }) => ({ read: reader(found), wants: false })),
        }));
    }
    /** @param line without colours, and the one before it */
    read(line, previous) {
        this.wants = false;
        for (const { words, readers } of this.#groups) {
            const begins = words.test(line);
            for (const reader of readers) {
                if (!begins && !reader.wants)
                    continue;
                reader.wants = reader.read(line, previous);
                this.wants ||= reader.wants;
            }
        }
    }
}
/**
 * What a tool that runs several tasks puts in front of their lines, colours included: `web:test: `
 * (Turborepo), `app-1  | ` (Docker Compose), `[web] ` (concurrently). A name begins with a letter, or
 * lines of source that compilers show would have one.
 */
function prefixOf(line) {
    return taskPrefix.exec(line.slice(0, prefixLimit))?.[0] ?? '';
}
const taskPrefix = /^(?:\u001b\[[\d;]*m)*(?:@?[A-Za-z][\w@./-]*:[A-Za-z][\w:.-]*:|[A-Za-z][\w.-]*\s*(?:\u001b\[[\d;]*m)*\||\[@?[A-Za-z][\w:.@/-]*\])(?:\u001b\[[\d;]*m)*(?: |$)/;
const prefixLimit = 200;
const anyWord = new RegExp([...new Set(formats.map(({ words }) => words.source))].join('|'));
/** Without colours, and no longer than a report may be. */
function plain(line) {
    const text = line.length > lineLimit ? line.slice(0, lineLimit) : line;
    return text.includes('\u001b') ? text.replace(/\u001b\[[0-?]*[ -/]*[@-~]/g, '') : text;
}
/** As people shall read it, wherever it is shown: no control characters, and never nothing at all. */
function presentable(problem) {
    const { level, path, line, column } = problem;
    const title = visible(problem.title ?? '');
    const message = visible(problem.message);
    return {
        level,
        path: unshared(path),
        line,
        ...(column !== undefined && { column }),
        ...(title !== '' && { title: unshared(title) }),
        message: unshared([message, title, level].find((text) => text !== '') ?? level),
    };
}
/** What shows, from its first visible mark on: an accent there would change what is put in front. */
function visible(text) {
    const shown = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '').trimEnd();
    return shown.replace(/^[\p{M}\p{C}\p{Z}\p{DI}]+/u, '').slice(0, finder_messageLimit);
}
/** A part of a text keeps the whole text in memory, which here is a large piece of log. */
function unshared(text) {
    return Buffer.from(text, 'utf16le').toString('utf16le');
}


/***/ }),

/***/ 39457:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ escapeHtml)
/* harmony export */ });
/** Text of others where HTML is read: in an element, or in an attribute in quotes. */
function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}


/***/ }),

/***/ 83282:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ excerptOf)
/* harmony export */ });
/* harmony import */ var _diagnostics_log_excerpt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96334);

/** What failed, where a tool says so; where a lane did not get to its end, how far it came. */
function excerptOf(lane, { failure_kind }, digest) {
    if (digest === undefined || digest.lines === 0)
        return [];
    const excerpt = failure_kind === 'test_failure' ? digest.excerpt() : digest.ending();
    const title = excerpt.about === 'errors' ? 'what failed' : 'end of the log';
    return [{ lane, title, log: (0,_diagnostics_log_excerpt_js__WEBPACK_IMPORTED_MODULE_0__/* .excerptLines */ .$)(excerpt).join('\n') }];
}


/***/ }),

/***/ 12158:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ laneSpans),
/* harmony export */   x: () => (/* binding */ spanNames)
/* harmony export */ });
/** In the order in which a lane comes to them. */
const spanNames = [
    'prepare_directories',
    'wait_for_free_place',
    'stage_workspace_snapshot',
    'prepare_runtime',
    'launch_guest',
    'wait_for_completion',
    'collect_artifacts',
];
/** What a lane spent its time on: its phases, and apart from them its wait for a place on the host. */
function laneSpans({ execution, waited_for_place: waited }) {
    const phases = execution.phases.map(({ phase, ...span }) => ({ name: phase, ...span }));
    if (waited === null)
        return phases;
    const waiting = { name: 'wait_for_free_place', ...waited };
    const at = phases.findIndex(({ name }) => name !== 'prepare_directories');
    return at === -1 ? [...phases, waiting] : phases.toSpliced(at, 0, waiting);
}


/***/ }),

/***/ 70569:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   SP: () => (/* binding */ foldedMarkdown),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   iQ: () => (/* binding */ markdownLink)
/* harmony export */ });
/* harmony import */ var _escape_html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39457);

// Text of others in what GitHub renders. It looks for `@team`, `#12`, commits and addresses after it
// has rendered, so that no escaping keeps them from notifying people or turning up in other issues;
// it leaves code and links alone.
/** Text as itself, in code. */
function codeSpan(text) {
    // A table ends its cell at a bar, whatever stands before it; no other mark counts in code.
    return visible(text)
        .split(/(\|+)/)
        .map((part) => (part.startsWith('|') ? '&#124;'.repeat(part.length) : inCode(part)))
        .join('');
}
function inCode(text) {
    const content = text.trim();
    if (content === '')
        return text;
    const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map(({ length }) => length));
    const fence = '`'.repeat(longest + 1);
    const room = longest > 0 ? ' ' : '';
    const before = text.startsWith(' ') ? ' ' : '';
    const after = text.endsWith(' ') ? ' ' : '';
    return `${before}${fence}${room}${content}${room}${fence}${after}`;
}
/** A sentence: its words as they are, and in code whatever else stands in it, or is quoted so. */
function prose(text) {
    return visible(text)
        .split(/`([^`]+)`/)
        .map((part, index) => (index % 2 === 1 ? codeSpan(part) : words(part)))
        .reduce(
    // The marks of two that touch would be those of one.
    (all, part) => (all.endsWith('`') && part.startsWith('`') ? `${all} ${part}` : all + part));
}
function words(text) {
    return text.replace(/[^ ]+/g, (word) => (isWord(word) ? escapeMarks(word) : codeSpan(word)));
}
/** Whether nobody reads more into it than letters, numbers and the marks between them. */
function isWord(word) {
    return (/^["'“‘(]{0,2}[\p{L}\p{N}][\p{L}\p{N}"'’“”.,;:…%/()!?-]*$/u.test(word) &&
        !/[0-9a-f]{7}|\bgh-\d|\/\/|www\.|:\w+:|^\d+\.$/i.test(word));
}
/** What cannot be seen, or turns the rest round, shows as a mark; line ends become spaces. */
function visible(text) {
    return text
        .replace(/\s+/g, ' ')
        .replace(/[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]/gu, '\ufffd');
}
function escapeMarks(text) {
    return text.replace(/[\\`*_{}[\]()#+!|<>&~@:-]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
/**
 * Markdown as a link, where there is a page to go to.
 * @param url of ours, or GitHub's
 */
function markdownLink(markdown, url) {
    return url === undefined ? markdown : `[${markdown}](${url})`;
}
/** Rows of cells that are markdown already. */
function markdownTable(header, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const table = [line(header), `|${'---|'.repeat(header.length)}`, ...rows.map(line)];
    return `${table.join('\n')}\n\n`;
}
/**
 * Folded away until somebody wants it. Blank lines let markdown begin again inside.
 * @param summary words of ours
 */
function foldedMarkdown(summary, body) {
    return `<details><summary>${(0,_escape_html_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .Z)(summary)}</summary>\n\n${body}\n</details>\n\n`;
}


/***/ }),

/***/ 27261:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ statusMarkdown),
  f: () => (/* binding */ summaryLimitBytes)
});

// EXTERNAL MODULE: ./build/report/escape-html.js
var escape_html = __webpack_require__(39457);
;// CONCATENATED MODULE: ./build/report/fit.js
/**
 * Joins sections to a text of at most `limit` bytes of UTF-8: as long as it is longer, the least
 * important section that is left takes its next shorter form. A text that lacks something says so.
 */
function fit(sections, limit) {
    const chosen = sections.map(({ forms }) => forms[0]);
    const whole = chosen.join('');
    let bytes = Buffer.byteLength(whole);
    if (bytes <= limit)
        return whole;
    bytes += Buffer.byteLength(shortened);
    const leastFirst = [...sections.entries()].sort(([, a], [, b]) => a.importance - b.importance);
    for (const [index, { forms }] of leastFirst) {
        for (const form of [...forms.slice(1), '']) {
            if (bytes <= limit)
                break;
            bytes += Buffer.byteLength(form) - Buffer.byteLength(chosen[index] ?? '');
            chosen[index] = form;
        }
    }
    return `${chosen.join('')}${shortened}`;
}
const shortened = '\n_Shortened to fit; the full report has it all._\n';

// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(70569);
;// CONCATENATED MODULE: ./build/report/status-markdown.js



/** A step's summary is dropped as a whole when it is longer: https://docs.github.com/actions/reference/limits */
const summaryLimitBytes = 1024 * 1024;
/**
 * The compact status as markdown; what there is no room for goes by what matters least.
 * @param limit in bytes of UTF-8
 */
function statusMarkdown(document, limit) {
    const { status, excerpts, timeline, skipped, notes, links } = document;
    const skippedRows = skipped.map(({ target, id, reason }) => [
        (0,markdown/* codeSpan */.SS)(target),
        (0,markdown/* codeSpan */.SS)(id),
        (0,markdown/* prose */.CS)(reason),
    ]);
    return fit([
        { importance: 9, forms: [headMarkdown(status)] },
        { importance: 7, forms: laneTables(status.lanes) },
        { importance: 8, forms: [links.map((link) => `${link}\n\n`).join('')] },
        { importance: 6, forms: [listMarkdown(notes)] },
        ...excerpts.map((excerpt, index) => excerptSection(excerpt, index)),
        { importance: 2, forms: [timeline === '' ? '' : (0,markdown/* foldedMarkdown */.SP)('Timeline', timeline)] },
        {
            importance: 1,
            forms: [
                skipped.length === 0
                    ? ''
                    : (0,markdown/* foldedMarkdown */.SP)(`${skipped.length} lane(s) that the change does not concern`, (0,markdown/* markdownTable */.Qj)(['target', 'lane', ''], skippedRows)),
            ],
        },
    ], limit);
}
function listMarkdown(notes) {
    return notes.length === 0 ? '' : `${notes.map((it) => `- ${(0,markdown/* prose */.CS)(it)}`).join('\n')}\n\n`;
}
function headMarkdown(status) {
    const { state, target, counts, message, head, queuedAt, lanes, queued, ran } = status;
    return [
        `### ${symbols[state]} CI: ${state}`,
        '',
        `**${(0,markdown/* prose */.CS)(target)}** · ${runMarkdown(status)} · ${counts}`,
        '',
        ...(message === undefined ? [] : [(0,markdown/* prose */.CS)(message), '']),
        [
            `head ${(0,markdown/* codeSpan */.SS)(head)} · queued ${queuedAt} · ${lanes.length} lane(s)`,
            ...(ran === '' ? [] : [`queued ${queued} · ran ${ran}`]),
        ].join(' · '),
        '',
        '',
    ].join('\n');
}
/** Not as `#97`, which is an issue. */
function runMarkdown({ run, workflowRun }) {
    return workflowRun === undefined
        ? (0,markdown/* prose */.CS)(run)
        : `run ${(0,markdown/* markdownLink */.iQ)(workflowRun.number, workflowRun.url)}`;
}
const symbols = {
    success: '✅',
    failed: '❌',
    missing: '❓',
    cancelled: '⚪',
    skipped: '⏭️',
    running: '🟡',
    lost: '❓',
};
/** All lanes; then only those that people must look at; then as many of these as a glance takes. */
function laneTables(lanes) {
    const trouble = lanes.filter(({ state }) => state !== 'success' && state !== 'skipped');
    const few = trouble.slice(0, 20);
    const others = (shown) => `${lanes.length - shown} further lane(s).\n\n`;
    return [
        laneTable(lanes),
        `${laneTable(trouble)}${others(trouble.length)}`,
        `${laneTable(few)}${others(few.length)}`,
    ];
}
function laneTable(lanes) {
    if (lanes.length === 0)
        return '';
    const rows = lanes.map(({ id, state, took, message, link }) => [
        `${symbols[state]} ${(0,markdown/* markdownLink */.iQ)((0,markdown/* codeSpan */.SS)(id), link)}`,
        state,
        took,
        (0,markdown/* prose */.CS)(message ?? ''),
    ]);
    return (0,markdown/* markdownTable */.Qj)(['lane', 'state', 'took', ''], rows);
}
/** The first lane's excerpt is kept longest; each goes to its last lines before it goes. */
function excerptSection(excerpt, index) {
    const last = excerpt.log.split('\n').slice(-8).join('\n').slice(-2000);
    return {
        importance: 5 - index / 1000,
        forms: [excerptMarkdown(excerpt), excerptMarkdown({ ...excerpt, log: last })],
    };
}
/** Guest output as an HTML block: no fence that it could close, nothing that it could mark up. */
function excerptMarkdown({ lane, title, log }) {
    const html = log
        .replace(/\u001b\[[0-?]*[ -/]*[@-~]/g, '')
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .split('\n')
        // A blank line would end the HTML block and start markdown again.
        .map((line) => (line.trim() === '' ? '&#8203;' : line))
        .join('\n');
    const heading = `<code>${(0,escape_html/* escapeHtml */.Z)(`${lane}: ${title}`)}</code>`;
    return `<details open><summary>${heading}</summary><pre>\n${html}\n</pre></details>\n\n`;
}


/***/ })

};
;