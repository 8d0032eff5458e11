"use strict";
exports.id = 453;
exports.ids = [453];
exports.modules = {

/***/ 83453:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ artifactPrefix),
/* harmony export */   legArtifactName: () => (/* binding */ legArtifactName)
/* harmony export */ });
/* unused harmony export isLegArtifact */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_id_segment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61004);


/** Every artifact of ours begins with it. */
const artifactPrefix = 'pikaci-';
/** With `.zip` behind it, it has to be a file's name. */
const longest = 250;
/**
 * The name of a leg's artifact: `pikaci-<target>@<lane>-attempt-<n>`. No two legs share one, and no
 * two attempts: what was uploaded stays as it is. Whatever GitHub or a file system might not take
 * stands as `~` and two hex digits a byte; a name that is too long ends in a digest.
 */
function legArtifactName({ target, lane, attempt }) {
    const leg = lane === undefined ? (0,_model_id_segment_js__WEBPACK_IMPORTED_MODULE_1__/* .spelledId */ .F)(target) : `${(0,_model_id_segment_js__WEBPACK_IMPORTED_MODULE_1__/* .spelledId */ .F)(target)}@${(0,_model_id_segment_js__WEBPACK_IMPORTED_MODULE_1__/* .spelledId */ .F)(lane)}`;
    const end = `-attempt-${attempt}`;
    const name = `${artifactPrefix}${leg}${end}`;
    if (name.length <= longest)
        return name;
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(leg).digest('hex').slice(0, 16);
    const room = longest - artifactPrefix.length - end.length - digest.length - 2;
    return `${artifactPrefix}${leg.slice(0, room)}~~${digest}${end}`;
}
/** Whether a name may be that of a leg's artifact; who left it is for its content to say. */
function isLegArtifact(name) {
    return /^pikaci-.+-attempt-[1-9]\d*$/.test(name);
}


/***/ })

};
;