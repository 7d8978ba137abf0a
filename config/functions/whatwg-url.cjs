// node-fetch 2 brings its own URL for Nodes that have none, and with it 300 KB of tables. Ours has one.
module.exports = { URL, URLSearchParams }
