"use strict";
exports.id = 25;
exports.ids = [25];
exports.modules = {

/***/ 82005:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ chooseLanes),
/* harmony export */   u: () => (/* binding */ chooseTargets)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _model_leg_scope_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38988);


/**
 * The targets that words like `branch`, `nightly`, `all`, or ids of targets stand for.
 * @throws FailureError `target_unknown`
 */
function chooseTargets(manifest, words) {
    const [only] = words;
    if (words.length === 1 && only !== undefined) {
        if (only === 'all')
            return { mode: 'all', targets: manifest.targets };
        if (only === 'branch' || only === 'nightly' || only === 'manual') {
            return { mode: only, targets: manifest.targets.filter(({ trigger }) => trigger === only) };
        }
    }
    const chosen = new Set(words.map((word) => findTarget(manifest, word)));
    return { mode: 'named', targets: manifest.targets.filter((target) => chosen.has(target)) };
}
/**
 * A target by its id, and the lanes of it that are wanted. `target/lane` stands for that lane alone,
 * and so does the id of a lane that only one target has, as the original's single-job targets did;
 * where a name is both a target's and a lane's, the target wins.
 * @param laneIds narrows the target to these lanes; empty keeps them all
 * @throws FailureError `target_unknown`, `lane_unknown` or `lane_ambiguous`
 */
function chooseLanes(manifest, name, laneIds) {
    const target = manifest.targets.find(({ id }) => id === name);
    if (target === undefined && laneIds.length === 0) {
        const [found, ...others] = lanesCalled(manifest, name);
        if (found !== undefined && others.length === 0)
            return found;
        if (found !== undefined) {
            const candidates = [found, ...others].map((it) => `${it.target.id}/${it.lanes[0].id}`);
            throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO({ cause: 'lane_ambiguous', name, candidates });
        }
    }
    if (target === undefined)
        throw unknownTarget(manifest, name);
    const known = target.lanes.map(({ id }) => id);
    const isWhole = laneIds.every((id) => (0,_model_leg_scope_js__WEBPACK_IMPORTED_MODULE_1__/* .scopeOfInputs */ .X0)(target.id, id, known).kind === 'target');
    if (isWhole)
        return { target, lanes: target.lanes };
    for (const lane of laneIds) {
        if (!known.includes(lane)) {
            throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO({ cause: 'lane_unknown', target: target.id, lane, known });
        }
    }
    return { target, lanes: target.lanes.filter(({ id }) => laneIds.includes(id)) };
}
function lanesCalled({ targets }, name) {
    const lanes = targets.flatMap((target) => target.lanes.map((lane) => ({ target, lane })));
    const exactly = lanes.filter(({ target, lane }) => name === `${target.id}/${lane.id}`);
    const found = exactly.length > 0 ? exactly : lanes.filter(({ lane }) => lane.id === name);
    return found.map(({ target, lane }) => ({ target, lanes: [lane] }));
}
function findTarget(manifest, id) {
    const target = manifest.targets.find((candidate) => candidate.id === id);
    if (target === undefined)
        throw unknownTarget(manifest, id);
    return target;
}
function unknownTarget(manifest, name) {
    const known = manifest.targets.map(({ id }) => id);
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO({ cause: 'target_unknown', name, known });
}


/***/ }),

/***/ 69751:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ compileLists),
  x: () => (/* binding */ compilePatterns)
});

;// CONCATENATED MODULE: ./build/plan/glob.js
function parseGlob(text) {
    const excludes = text.startsWith('!');
    const body = excludes ? text.slice(1) : text;
    const parts = body.split('/');
    // `a**b` crosses segments from within one: nothing to walk segment by segment.
    const irregular = parts.some((part) => part.includes('**') && part !== '**');
    return {
        text,
        excludes,
        form: irregular
            ? { kind: 'irregular', regExp: globToRegExp(body) }
            : { kind: 'segmented', segments: parts.map(parseSegment) },
    };
}
function parseSegment(part) {
    if (part === '**')
        return { kind: 'deep' };
    if (/[*?]/.test(part))
        return { kind: 'wild', text: part, test: segmentTest(part) };
    return { kind: 'literal', text: part };
}
/** Most wild segments are `*`, `*.ext` or `name*`, which need no regular expression. */
function segmentTest(part) {
    const [, before = '', after = ''] = /^([^*?]*)\*([^*?]*)$/.exec(part) ?? [];
    if (part === `${before}*${after}`) {
        const least = before.length + after.length;
        return (segment) => segment.length >= least && segment.startsWith(before) && segment.endsWith(after);
    }
    const regExp = globToRegExp(part);
    return (segment) => regExp.test(segment);
}
function globToRegExp(glob) {
    let source = '';
    for (let at = 0; at < glob.length;) {
        const [token = ''] = /^(?:\*\*\/|\*\*|\*|\?|[^*?]+)/.exec(glob.slice(at)) ?? [];
        source += tokenSource(token);
        at += token.length;
    }
    return new RegExp(`^${source}$`, 'su');
}
function tokenSource(token) {
    switch (token) {
        case '**/':
            return '(?:.*/)?';
        case '**':
            return '.*';
        case '*':
            return '[^/]*';
        case '?':
            return '[^/]';
        default:
            return token.replace(/[.+^${}()|[\]\\/-]/g, (mark) => (mark === '-' ? mark : `\\${mark}`));
    }
}

;// CONCATENATED MODULE: ./build/plan/path-matcher.js

/**
 * Matches paths against many lists of patterns at once: all patterns stand in one trie of segments,
 * which is walked as an automaton whose states are made when a path first needs them. Paths share
 * folders and patterns share prefixes, so few states are ever made, and a path costs a look-up per
 * segment however many patterns there are.
 */
function compileLists(lists) {
    const patterns = [];
    const root = newNode();
    for (const [list, texts] of lists.entries()) {
        for (const text of texts) {
            const pattern = { ...parseGlob(text), list, order: patterns.length };
            patterns.push(pattern);
            if (pattern.form.kind === 'segmented')
                insert(root, pattern.form.segments, pattern.order);
        }
    }
    const irregular = patterns.flatMap(({ form, order }) => form.kind === 'irregular' ? [{ regExp: form.regExp, order }] : []);
    const automaton = new Automaton(root, patterns);
    return {
        match: (path) => {
            const state = automaton.walk(path);
            if (irregular.length === 0)
                return automaton.matches(state);
            const more = irregular.filter(({ regExp }) => regExp.test(path)).map(({ order }) => order);
            return more.length === 0
                ? automaton.matches(state)
                : decide(patterns, [...automaton.hits(state), ...more]);
        },
        matchBelow: (folder) => {
            const { sure, possible } = automaton.below(folder);
            return decideBelow(patterns, sure, [...possible, ...irregular.map(({ order }) => order)]);
        },
    };
}
/** A single list of patterns. */
function compilePatterns(patterns) {
    const matcher = compileLists([patterns]);
    return { match: (path) => matcher.match(path)[0]?.pattern };
}
function newNode(isDeep = false) {
    return { literals: new Map(), wilds: new Map(), deep: undefined, isDeep, ends: [], tails: [] };
}
function insert(root, segments, order) {
    let node = root;
    for (const [index, segment] of segments.entries()) {
        if (segment.kind === 'deep' && index === segments.length - 1) {
            node.tails.push(order);
            return;
        }
        node = childFor(node, segment);
    }
    node.ends.push(order);
}
function childFor(node, segment) {
    switch (segment.kind) {
        case 'deep':
            // `**/**/` says no more than `**/`.
            if (node.isDeep)
                return node;
            node.deep ??= newNode(true);
            return node.deep;
        case 'literal': {
            const child = node.literals.get(segment.text) ?? newNode();
            node.literals.set(segment.text, child);
            return child;
        }
        case 'wild': {
            const child = node.wilds.get(segment.text)?.node ?? newNode();
            node.wilds.set(segment.text, { wild: segment, node: child });
            return child;
        }
    }
}
class Automaton {
    #patterns;
    #states = new Map();
    #numbers = new Map();
    #start;
    #lastFolder;
    constructor(root, patterns) {
        this.#patterns = patterns;
        this.#start = this.#state(closure([root]), []);
        this.#lastFolder = { path: '', state: this.#start };
    }
    walk(path) {
        const slash = path.lastIndexOf('/');
        const folder = slash === -1 ? this.#start : this.#folder(path, slash);
        return this.#into(folder, path, slash + 1, path.length);
    }
    /** Files come in folders, and mostly one after the other: each folder is walked once. */
    #folder(path, length) {
        const last = this.#lastFolder;
        if (last.path.length === length && path.startsWith(last.path))
            return last.state;
        let state = this.#start;
        for (let start = 0; start < length && state.nodes.length > 0;) {
            const slash = path.indexOf('/', start);
            state = this.#into(state, path, start, slash);
            start = slash + 1;
        }
        this.#lastFolder = { path: path.slice(0, length), state };
        return state;
    }
    /** The state behind one segment of `path`, which is cut out only where it makes a difference. */
    #into(state, path, start, end) {
        if (state.nodes.length === 0)
            return state;
        if (!state.isPlain)
            return this.#step(state, path.slice(start, end));
        state.beyond ??= this.#step(state, '');
        return state.beyond;
    }
    matches(state) {
        state.matches ??= decide(this.#patterns, this.hits(state));
        return state.matches;
    }
    hits({ nodes, complete }) {
        return [...complete, ...nodes.flatMap(({ ends }) => ends)];
    }
    /** Patterns that match all that can lie below `folder`, and those that match some of it. */
    below(folder) {
        const { nodes, complete } = this.walk(folder);
        const sure = [...complete, ...nodes.flatMap(({ tails }) => tails)];
        const possible = new Set(sure);
        const deeper = new Set(nodes);
        for (const node of deeper) {
            for (const order of node.tails)
                possible.add(order);
            for (const child of children(node)) {
                for (const order of child.ends)
                    possible.add(order);
                deeper.add(child);
            }
        }
        return { sure, possible: [...possible] };
    }
    #step(state, segment) {
        // Segments that no pattern tells apart lead to the same state: usually the name of a file.
        let key = state.nodes.some(({ literals }) => literals.has(segment)) ? segment : '/';
        for (const wild of state.wilds)
            key += wild.test(segment) ? '/1' : '/0';
        const known = state.next.get(key);
        if (known !== undefined)
            return known;
        const next = [];
        for (const node of state.nodes) {
            if (node.isDeep)
                next.push(node);
            const literal = node.literals.get(segment);
            if (literal !== undefined)
                next.push(literal);
            for (const { wild, node: child } of node.wilds.values()) {
                if (wild.test(segment))
                    next.push(child);
            }
        }
        const tails = state.nodes.flatMap((node) => node.tails);
        const complete = tails.length === 0
            ? state.complete
            : [...new Set([...state.complete, ...tails])].sort((a, b) => a - b);
        const made = this.#state(closure(next), complete);
        state.next.set(key, made);
        return made;
    }
    #state(nodes, complete) {
        const numbers = nodes.map((node) => this.#number(node)).sort((a, b) => a - b);
        const key = `${numbers.join(',')};${complete.join(',')}`;
        const known = this.#states.get(key);
        if (known !== undefined)
            return known;
        const wilds = distinctWilds(nodes);
        const isPlain = wilds.length === 0 && nodes.every(({ literals }) => literals.size === 0);
        const made = {
            nodes,
            complete,
            wilds,
            isPlain,
            beyond: undefined,
            next: new Map(),
            matches: undefined,
        };
        this.#states.set(key, made);
        return made;
    }
    #number(node) {
        const number = this.#numbers.get(node) ?? this.#numbers.size;
        this.#numbers.set(node, number);
        return number;
    }
}
function children({ literals, wilds, deep }) {
    const named = [...literals.values(), ...[...wilds.values()].map(({ node }) => node)];
    return deep === undefined ? named : [...named, deep];
}
/** The same wild segment stands below many nodes; one test answers for all. */
function distinctWilds(nodes) {
    const byText = new Map();
    for (const { wilds } of nodes)
        for (const [text, { wild }] of wilds)
            byText.set(text, wild);
    return [...byText.values()];
}
/** With each node, what is entered from it without a segment; each once. */
function closure(nodes) {
    const all = new Set();
    for (const node of nodes) {
        all.add(node);
        if (node.deep !== undefined)
            all.add(node.deep);
    }
    return [...all];
}
/** Of each list the last pattern that matches decides. */
function decide(patterns, hits) {
    const last = new Map();
    for (const order of [...hits].sort((a, b) => a - b)) {
        const pattern = patterns[order];
        if (pattern !== undefined)
            last.set(pattern.list, pattern);
    }
    return [...last.values()]
        .filter(({ excludes }) => !excludes)
        .map(({ list, text }) => ({ list, pattern: text }))
        .sort((a, b) => a.list - b.list);
}
/** A pattern that may let something in counts unless a later one keeps all of it out. */
function decideBelow(patterns, sure, possible) {
    const shut = new Map();
    for (const order of sure) {
        const pattern = patterns[order];
        if (pattern?.excludes === true) {
            shut.set(pattern.list, Math.max(order, shut.get(pattern.list) ?? -1));
        }
    }
    const last = new Map();
    for (const order of [...possible].sort((a, b) => a - b)) {
        const pattern = patterns[order];
        if (pattern === undefined || pattern.excludes)
            continue;
        if (order > (shut.get(pattern.list) ?? -1))
            last.set(pattern.list, pattern);
    }
    return [...last.values()]
        .map(({ list, text }) => ({ list, pattern: text }))
        .sort((a, b) => a.list - b.list);
}


/***/ }),

/***/ 52182:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mn: () => (/* binding */ changedSource),
  k1: () => (/* binding */ decideAll),
  AS: () => (/* binding */ planChange)
});

// EXTERNAL MODULE: ./build/plan/path-matcher.js + 1 modules
var path_matcher = __webpack_require__(69751);
// EXTERNAL MODULE: ./build/model/leg-scope.js
var leg_scope = __webpack_require__(38988);
;// CONCATENATED MODULE: ./build/plan/target-legs.js

/** Minutes a leg may take beyond its lanes' own timeouts: checkout, boot, collecting, removal. */
const legSlackMinutes = 5;
/** The matrix legs of a target: one a lane, or a single one where the target is run as a whole. */
function targetLegs(target, mode) {
    const leg = (scope, title, lanes) => ({
        id: scope.kind === 'lane' ? scope.lane : target.id,
        target: target.id,
        lane: (0,leg_scope/* laneWord */.Jz)(scope),
        title,
        group: target.title,
        runner: onlyOne(lanes.map(({ runner }) => runner.kind)) ?? 'mixed',
        runs_on: lanes[0]?.runsOn ?? '',
        timeout_minutes: lanes.reduce((sum, lane) => sum + Math.ceil(lane.timeoutSecs / 60), legSlackMinutes),
        concurrency_group: target.concurrencyGroup,
        mode,
    });
    return target.legs === 'whole'
        ? [leg({ kind: 'target' }, target.title, target.lanes)]
        : target.lanes.map((lane) => leg({ kind: 'lane', lane: lane.id }, laneTitle(target, lane), [lane]));
}
function laneTitle(target, lane) {
    return target.lanes.length === 1 && lane.id === target.id
        ? target.title
        : `${target.title} / ${lane.id}`;
}
function onlyOne(values) {
    return new Set(values).size === 1 ? values[0] : undefined;
}

;// CONCATENATED MODULE: ./build/plan/select.js


/**
 * Which targets a change concerns, and why. In doubt all of them: a lane that runs needlessly costs
 * minutes, one that is skipped wrongly lets a broken change in.
 * @returns a decision a target, in their order
 */
function decideAll(targets, mode, manifest, change) {
    const everything = whyEverything(mode, manifest, change);
    if (everything !== undefined || change.kind === 'unknown') {
        const reason = everything ?? 'the change is unknown';
        return targets.map(() => ({ kind: 'selected', reason }));
    }
    const hits = firstHits(targets, change);
    return targets.map((target, index) => {
        if (target.paths.length === 0) {
            return { kind: 'selected', reason: 'the target has no path filter' };
        }
        const hit = hits.get(index);
        return hit === undefined
            ? { kind: 'skipped', reason: 'no changed path matches' }
            : { kind: 'selected', reason: `\`${hit.pattern}\` matches ${hit.what}` };
    });
}
/** Why every lane is selected, whatever the paths; nothing when the paths decide. */
function whyEverything(mode, manifest, change) {
    if (mode === 'nightly')
        return 'nightly runs select every lane';
    if (mode === 'all')
        return 'all lanes were asked for';
    if (change.kind === 'unknown')
        return change.why;
    if (change.paths.length === 0)
        return 'the change has no paths';
    const source = changedSource(manifest, change);
    return source === undefined ? undefined : `${source} changed`;
}
/** The first path of a change that changes what the manifest is read from. */
function changedSource({ sources }, { paths, covers }) {
    return paths.find((path) => sources.includes(path) ||
        (covers.includes(path) && sources.some((source) => source.startsWith(`${path}/`))));
}
/** For each target, by its index, the first path that its patterns let in. */
function firstHits(targets, { paths, covers }) {
    const hits = new Map();
    const filtered = targets.filter(({ paths: patterns }) => patterns.length > 0).length;
    const matcher = (0,path_matcher/* compileLists */.P)(targets.map(({ paths: patterns }) => patterns));
    for (const path of paths) {
        if (hits.size === filtered)
            break;
        for (const { list, pattern } of matcher.match(path)) {
            if (!hits.has(list))
                hits.set(list, { pattern, what: path });
        }
    }
    for (const path of covers) {
        for (const { list, pattern } of matcher.matchBelow(path)) {
            if (!hits.has(list))
                hits.set(list, { pattern, what: `what lies below ${path}` });
        }
    }
    return hits;
}
/** The plan for `targets` out of a manifest, in the manifest's order. */
function planChange(manifest, targets, mode, change) {
    const include = [];
    const selected = [];
    const skipped = [];
    const selectedTitles = [];
    const everything = whyEverything(mode, manifest, change);
    const decisions = decideAll(targets, mode, manifest, change);
    for (const [index, target] of targets.entries()) {
        const { kind, reason } = decisions[index] ?? { kind: 'selected', reason: 'undecided' };
        const legs = targetLegs(target, mode);
        const lanes = legs.map(({ id }) => ({ id, target: target.id, reason }));
        if (kind === 'selected') {
            selectedTitles.push(target.title);
            include.push(...legs);
            selected.push(...lanes);
        }
        else
            skipped.push(...lanes);
    }
    return {
        schema_version: 1,
        mode,
        manifest_path: manifest.path,
        base: change.base,
        head: change.head,
        changed_paths: change.kind === 'known' ? [...change.paths] : [],
        selected_count: include.length,
        selected_titles: selectedTitles,
        include,
        selected,
        skipped,
        notes: [
            ...(change.kind === 'known' ? change.notes : []),
            ...(everything === undefined ? [] : [`every lane is selected: ${everything}`]),
        ],
    };
}


/***/ }),

/***/ 76880:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vl: () => (/* binding */ changedPaths),
  tX: () => (/* binding */ differences),
  DM: () => (/* binding */ isDirty),
  rX: () => (/* binding */ statusArguments),
  d: () => (/* binding */ statusPaths)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/repository/git.js
var git = __webpack_require__(5648);
;// CONCATENATED MODULE: ./build/repository/folder-links.js


/** More than these are taken for links to folders, instead of asking git about each. */
const mostAsked = 100;
/**
 * Those of the links that may lead to a folder, so that what lies below their names changes with
 * them. Not one to a file, nor one to nothing that the commit has.
 */
async function folderLinks(repository, links, signal) {
    if (links.length > mostAsked)
        return links.map(({ path }) => path);
    const found = await Promise.all(links.map(async (link) => ((await leadsToFolder(repository, link, signal)) ? [link.path] : [])));
    return found.flat();
}
async function leadsToFolder(repository, { path, id, commit }, signal) {
    const target = external_node_path_.posix.join(external_node_path_.posix.dirname(path), await (0,git/* git */.$Y)(repository, ['cat-file', 'blob', id], signal));
    const isOutside = target === '..' || target.startsWith('../') || external_node_path_.posix.isAbsolute(target);
    if (isOutside || target === '.')
        return true;
    const parts = target.replace(/\/$/, '').split('/');
    const steps = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    const args = ['--literal-pathspecs', 'ls-tree', '-z', commit, '--', ...steps];
    const entries = (0,git/* splitNul */.K5)(await (0,git/* git */.$Y)(repository, args, signal));
    return entries.some((entry) => {
        const [, mode = '', name = ''] = /^(\d+) [^\t]*\t(.*)$/s.exec(entry) ?? [];
        // It tells of a folder's other entries, too. Behind a link or in a submodule may be anything.
        if (mode === '040000')
            return name === steps.at(-1);
        return steps.includes(name) && !mode.startsWith('100');
    });
}

// EXTERNAL MODULE: ./build/repository/history.js
var repository_history = __webpack_require__(57580);
;// CONCATENATED MODULE: ./build/repository/change.js



/**
 * What `merge-base(base, head)..head` touches, from each merge base there is. Renames are taken
 * apart, so that both names count; names come with `-z`, so that they arrive as they are.
 */
async function changedPaths(repository, base, head, options = {}) {
    const { signal } = options;
    if (base === undefined) {
        const commit = await (0,repository_history/* commitOf */.D3)(repository, head, signal);
        const why = 'no base to compare with is known';
        return { kind: 'unknown', base: null, head: commit ?? null, why };
    }
    const history = await (0,repository_history/* commonHistory */.ac)(repository, base, head, options);
    if (history.kind === 'none')
        return { ...history, kind: 'unknown' };
    const { mergeBases, notes } = history;
    const diffs = mergeBases.map(async (from) => {
        const answer = await (0,git/* git */.$Y)(repository, [...diffTree, from, history.head, '--'], signal);
        return readDiff(answer).map((entry) => ({ ...entry, from }));
    });
    const entries = (await Promise.all(diffs)).flat();
    const links = entries.flatMap(({ path, before, after, from }) => [
        ...(before.mode === change_link ? [{ path, id: before.id, commit: from }] : []),
        ...(after.mode === change_link ? [{ path, id: after.id, commit: history.head }] : []),
    ]);
    const submodules = entries.filter(({ before, after }) => [before.mode, after.mode].includes(submodule));
    const covers = [
        ...submodules.map(({ path }) => path),
        ...(await folderLinks(repository, links, signal)),
    ];
    return {
        kind: 'known',
        base: history.base,
        head: history.head,
        mergeBases,
        paths: [...new Set(entries.map(({ path }) => path))],
        covers: [...new Set(covers)],
        notes,
    };
}
/**
 * Compares trees alone, without what configuration, attributes and `.gitmodules` say on how people
 * like to see changes: a submodule with `ignore = all` has moved all the same.
 */
const diffTree = [
    'diff-tree',
    '-r',
    '-z',
    '--raw',
    '--no-abbrev',
    '--no-renames',
    '--no-relative',
    '--no-ext-diff',
    '--no-textconv',
    '--ignore-submodules=none',
];
/** From `:mode mode id id status␀path␀` for each path. */
function readDiff(answer) {
    const fields = (0,git/* splitNul */.K5)(answer);
    const entries = [];
    for (let at = 0; at + 1 < fields.length; at += 2) {
        const [modeBefore = '', modeAfter = '', idBefore = '', idAfter = ''] = fields[at]?.slice(':'.length).split(' ') ?? [];
        entries.push({
            path: fields[at + 1] ?? '',
            before: { mode: modeBefore, id: idBefore },
            after: { mode: modeAfter, id: idAfter },
        });
    }
    return entries;
}
const submodule = '160000';
const change_link = '120000';
/** Whether the work tree differs from its head, untracked files included. */
async function isDirty(repository, signal) {
    return (await (0,git/* git */.$Y)(repository, [...statusArguments], signal)) !== '';
}
/**
 * What the work tree holds otherwise than its head: changed, deleted and untracked files, and
 * submodules with any such; ignored files aside. A file that git was told to take for unchanged may
 * not be, and counts.
 */
async function differences(repository, signal) {
    const [told, tagged] = await Promise.all([
        (0,git/* git */.$Y)(repository, [...statusArguments], signal),
        (0,git/* git */.$Y)(repository, ['ls-files', '-z', '-v'], signal),
    ]);
    const entries = statusPaths(told);
    const unseen = (0,git/* splitNul */.K5)(tagged).filter((entry) => /^[a-z] /.test(entry));
    return {
        paths: [...entries.map(({ path }) => path), ...unseen.map((entry) => entry.slice(2))],
        covers: entries.filter(({ covers }) => covers).map(({ path }) => path),
    };
}
/** Untracked files each, and whatever is told to be passed over in submodules. */
const statusArguments = [
    'status',
    '--porcelain=v2',
    '-z',
    '--no-renames',
    '--untracked-files=all',
    '--ignore-submodules=none',
];
/**
 * From porcelain v2: `1 XY sub mH mI mW hH hI path␀`, `u XY sub m1 m2 m3 mW h1 h2 h3 path␀` or
 * `? path␀` for each path.
 */
function statusPaths(answer) {
    return (0,git/* splitNul */.K5)(answer).map((entry) => {
        const words = entry.split(' ');
        const before = { '1': 8, u: 10 }[words[0] ?? ''] ?? 1;
        const [, states = '', ...facts] = words.slice(0, before);
        const path = words.slice(before).join(' ');
        const isRepository = path.endsWith('/');
        return {
            path: isRepository ? path.slice(0, -1) : path,
            covers: isRepository || facts.includes(submodule),
            isDeleted: states.endsWith('D'),
        };
    });
}


/***/ })

};
;