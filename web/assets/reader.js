// Starts the worker's program. Its files keep their names from build to build: messages carry a version.
importScripts("worker.js");
wasm_bindgen({ module_or_path: "worker_bg.wasm" });
