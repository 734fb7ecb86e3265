// Starts the program, and shows the failure page when it can't start or comes to grief.
const root = document.documentElement;

function fail() {
  root.setAttribute("data-failed", "");
  const words = document.querySelector(`#failure [lang="${root.lang}"] .boot__title`);
  if (words) document.title = words.textContent;
}

// After a failure the program is in no state to answer: a click must reach the browser alone.
window.addEventListener(
  "click",
  (event) => {
    if (root.hasAttribute("data-failed")) event.stopImmediatePropagation();
  },
  true,
);

const failed = (reason) => reason instanceof WebAssembly.RuntimeError && fail();
window.addEventListener("error", (event) => failed(event.error));
window.addEventListener("unhandledrejection", (event) => failed(event.reason));

// Going back to a page that the browser kept would show what it held: it is loaded anew.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});

const address = (id) => document.getElementById(id).href;
import(address("program"))
  .then((program) => program.default({ module_or_path: address("program-wasm") }))
  .catch(fail);
