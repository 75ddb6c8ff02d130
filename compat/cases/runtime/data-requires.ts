// Files of data that are required.
console.log(require("./_data/config.toml"));
console.log(require("./_data/config.jsonc").list);
console.log(require("./_note.txt").default);
