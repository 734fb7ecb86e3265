// What runs before WebAssembly, and without it: shows the login at once, asks for the settings, the portal and the
// session ahead of the program, loads the program, says why when it can't, and hands the page over.
// ES5, so that a browser which is too old for the program still reads why. No dependency; the strict policy allows
// neither markup from text nor scripts made here. The markup comes from src/pages/boot_gate.rs, through templates.
(function () {
  var doc = document;
  var root = doc.documentElement;
  var wasm = window.WebAssembly;
  var own = doc.getElementById("boot");
  // So long without a byte: the network is slow or cut.
  var STALL = 15000;
  // An answer asked for ahead is waited for, and kept, no longer than the program itself would wait.
  var FRESH = 30000;
  var NOTE = "boot-cause";

  var startedAt = Date.now();
  var language;
  var settings = {};
  var box; // holds the three that follow
  var pages; // where the login or the waiting line stands
  var gate;
  var bar;
  var page; // what stands in `pages`
  var places = []; // texts with marks, filled in again when the settings come
  var asked = {}; // answers asked for ahead, each given once
  var signedIn;
  var pending; // the form was sent before the program was there
  var pressed; // a pointer or a key is down: a click may be on its way
  var begin; // called when the program may take over
  var isOver;
  var cause; // what the gate shows
  var shown; // and in which language
  var passing; // that may end by itself
  var heading;
  var glue; // the program's own starter
  var glueFailed;
  var glueMissed;
  var program; // compiled
  var started;
  var tries = 0;
  var missed; // a request has failed before
  var timer;
  var watching;
  var done = 0;
  var total = +own.getAttribute("data-bytes");
  var arrivedAt = startedAt;
  var stalled;

  function now() {
    return Date.now();
  }

  function kilo(bytes) {
    return Math.round(bytes / 1000);
  }

  function get(url, cache) {
    return fetch(url, { cache: cache });
  }

  function fire(node, name) {
    node.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
  }

  function reload() {
    location.reload();
  }

  function byId(id) {
    return doc.getElementById(id);
  }

  function all(selector, within) {
    return [].slice.call((within || doc).querySelectorAll(selector));
  }

  function one(selector, within) {
    return all(selector, within)[0];
  }

  function attribute(node, name) {
    return node.getAttribute(name) || "";
  }

  // ── The language ────────────────────────────────────────────────────────────────────────────────

  function setLanguage(tag) {
    root.lang = language = tag;
  }

  // The first that the portal speaks of what was chosen here and what the browser asks for, else French.
  function chooseLanguage() {
    var wanted = [];
    // Some browsers answer such questions with an exception.
    try {
      wanted.push(navigator.languages || navigator.language);
      wanted.unshift(localStorage.getItem("language"));
    } catch (refused) {}
    var spoken = /(^|,)(fr|en)(?=[-_,]|$)/i.exec(wanted.join());
    setLanguage(spoken ? spoken[2].toLowerCase() : "fr");
  }

  function word(name) {
    return attribute(byId("gate-" + language), "data-" + name);
  }

  // ── The settings, in texts and colours ──────────────────────────────────────────────────────────

  function fillIn(text) {
    return text.replace(/{(\w+)}/g, function (mark, name) {
      var value = settings[name] || (settings.support || 0)[name];
      return (value && (value.fr === undefined ? value : value[language] || value.fr)) || word(name);
    });
  }

  function fill(place) {
    place.node.data = fillIn(place.text);
  }

  function findPlaces(node) {
    if (node.nodeType === 3 && /{/.test(node.data)) {
      var place = { node: node, text: node.data };
      places.push(place);
      fill(place);
    }
    [].forEach.call(node.childNodes, findPlaces);
  }

  function useSettings(read) {
    settings = read;
    places.forEach(fill);
    if (page) setTitle();
    // What is no colour has no effect, and the program says so.
    for (var name in read.theme) root.style.setProperty("--colour-" + name, read.theme[name]);
  }

  // ── Answers ahead of the program: as src/api/client.rs would ask ──────────────────────

  function ask(url, options) {
    var abort = new AbortController();
    options.signal = abort.signal;
    setTimeout(function () {
      abort.abort();
      delete asked[url];
    }, FRESH);
    var answer = fetch(url, options).then(function (response) {
      return response.text().then(function (body) {
        return { status: response.status, contentType: response.headers.get("content-type") || "", body: body };
      });
    });
    asked[url] = answer;
    return answer.then(function (told) {
      return JSON.parse(told.body);
    });
  }

  function askAhead() {
    ask("/config.json", {})
      .then(function (read) {
        // An address that the settings must not have is stopped by the policy, and the program says so.
        ["/session", "/portal"].forEach(function (path) {
          ask(read.api_base.replace(/\/+$/, "") + path, {
            cache: "no-store",
            credentials: "include",
            redirect: "manual",
          })
            .then(function (told) {
              signedIn = signedIn || told.state === "signed_in";
              look();
            })
            ["catch"](Date);
        });
        useSettings(read);
      })
      ["catch"](Date);
  }

  // ── The page before the program ─────────────────────────────────────────────────────────────────

  function copyOf(id) {
    var template = byId(id + "-" + language);
    // A browser without templates has the same as a hidden element.
    var copy = doc.importNode(one(".boot-part", template.content || template), true);
    findPlaces(copy);
    return copy;
  }

  function isLogin() {
    return /^\/*(login\/*)?$/.test(location.pathname);
  }

  function setTitle() {
    if (heading) doc.title = heading.textContent;
    else if (isLogin()) doc.title = fillIn(attribute(byId("login-" + language), "data-title"));
  }

  function showPage() {
    var before = page;
    page = pages.appendChild(copyOf(isLogin() ? "login" : "wait"));
    if (before) {
      carry(before);
      pages.removeChild(before);
      one(".language-switch", page).focus();
      if (pending) keepSubmit();
    }
    setTitle();
  }

  function switchLanguage() {
    setLanguage(language === "fr" ? "en" : "fr");
    try {
      localStorage.setItem("language", language);
    } catch (refused) {}
    if (!isOver) showPage();
    if (cause) showGate(cause);
    watch();
  }

  // What was typed goes from one page to the other, and stays nowhere else.
  function carry(from) {
    all("input", from).forEach(function (old) {
      var twin = all("#" + old.id).filter(function (field) {
        return field !== old;
      })[0];
      if (twin && old.value) {
        twin.value = old.value;
        fire(twin, "input");
      }
      if (twin && old.type !== twin.type) one("button", twin.parentNode).click();
      old.value = "";
    });
  }

  function toggle(button) {
    var field = one("input", button.parentNode);
    var show = field.type === "password";
    field.type = show ? "text" : "password";
    button.title = word(show ? "hide" : "show");
    button.setAttribute("aria-label", button.title);
    one("use", button).setAttribute("href", show ? "#icon-eye-off" : "#icon-eye");
  }

  function keepSubmit() {
    pending = true;
    one("[type=submit]", page).setAttribute("aria-disabled", "true");
    say(word("pending"));
  }

  // ── The bar at the bottom: what is spoken, bytes, a button ──────────────────────────────────────

  function write(place, text) {
    var node = bar.children[place];
    if (node.textContent !== text) node.textContent = text;
    bar.setAttribute("data-shown", bar.textContent !== bar.children[2].textContent);
  }

  function say(text) {
    write(0, text);
  }

  function clear(text) {
    write(1, "");
    bar.children[2].hidden = true;
    say(text);
  }

  // Patient while bytes come; told after a while, and offered another try when none come for long.
  function watch() {
    if (!bar || isOver || cause) return;
    var late = !program && now() - startedAt > 1000;
    write(2, word("try"));
    write(
      1,
      !late ? "" : done ? word("progress").replace("{done}", kilo(done)).replace("{total}", kilo(total)) : word("loading")
    );
    var quiet = (!program || !glue) && now() - arrivedAt > STALL;
    if (quiet) say(word("stalled"));
    else if (stalled) say(pending ? word("pending") : "");
    stalled = quiet;
    bar.children[2].hidden = !quiet;
  }

  // ── The gate: why the program can't run ─────────────────────────────────────────────────────────

  function family() {
    try {
      var agent = navigator.userAgent;
      if (/iP(hone|ad|od)/.test(agent) || (/Macintosh/.test(agent) && navigator.maxTouchPoints > 1)) return "ios";
      return (/edg|fire/i.exec(agent) || /chro|safa/i.exec(agent))[0].toLowerCase();
    } catch (hidden) {
      return "?";
    }
  }

  function showGate(name) {
    cause = name;
    if (!box) return;
    if (shown === name + language) return clear("");
    shown = name + language;
    gate.textContent = "";
    gate.appendChild(copyOf("gate"));
    // The steps for this browser alone, where they are known.
    var mine = '[data-browser^="' + family() + '"]';
    all("[data-cause]", gate).forEach(function (section) {
      section.hidden = attribute(section, "data-cause") !== name;
      if (!section.hidden) {
        heading = one("h1", section);
        passing = one(".gate__trying", section);
      }
      var known = one(mine, section);
      all("[data-browser]", section).forEach(function (steps) {
        steps.hidden = known && steps !== known;
      });
    });
    stop(true);
    clear("");
    heading.focus();
    try {
      // The cause's name alone, so that the next start that goes well can say that it is solved.
      if (name !== "crash") sessionStorage.setItem(NOTE, name);
    } catch (refused) {}
    if (passing) tryLater();
  }

  // Nothing of the program is to be seen then, whatever it was at.
  function stop(yes) {
    root.setAttribute("data-stopped", yes);
    gate.hidden = !yes;
    pages.hidden = yes;
    setTitle();
  }

  function leaveGate() {
    if (!cause) return;
    cause = shown = passing = heading = 0;
    stop(false);
    say(word(pending ? "pending" : "mended"));
  }

  function tryLater() {
    clearTimeout(timer);
    timer = setTimeout(load, 1000 * Math.min(30, tries * tries));
  }

  function crash() {
    started = true;
    language = root.lang;
    showGate("crash");
  }

  // ── The program ─────────────────────────────────────────────────────────────────────────────────

  function fail(name) {
    throw { boot: name };
  }

  function mustBeGood(response) {
    var status = response.status;
    if (!response.ok) fail(status === 404 ? "missing" : status === 511 ? "replaced" : status >= 500 ? "unavailable" : "blocked");
  }

  function isPage(response) {
    return /html/.test(response.headers.get("content-type"));
  }

  function bytesOf(response) {
    var reader = response.body.getReader();
    var parts = [];
    var length = 0;
    function next(step) {
      if (step.done) return new Response(new Blob(parts)).arrayBuffer();
      parts.push(step.value);
      length += step.value.length;
      done = Math.max(done, length);
      arrivedAt = now();
      return read();
    }
    function read() {
      return reader.read().then(next, function () {
        fail("offline");
      });
    }
    return read();
  }

  // True when these are the bytes of the build, false when not, undefined when that can't be known.
  function isAsBuilt(bytes) {
    var wanted = attribute(own, "data-sha384");
    if (!wanted || !crypto.subtle) return Promise.resolve();
    return crypto.subtle.digest("SHA-384", bytes).then(function (digest) {
      return btoa(String.fromCharCode.apply(null, new Uint8Array(digest))) === wanted;
    });
  }

  function compile(response) {
    mustBeGood(response);
    var early = wasm.compileStreaming(response.clone());
    early["catch"](Date);
    return bytesOf(response).then(function (bytes) {
      // Some engines take what was cut for whole.
      var foreign = isPage(response) ? "replaced" : bytes.byteLength < total ? "offline" : "altered";
      return isAsBuilt(bytes).then(function (right) {
        if (right === false) fail(foreign);
        // A wrong type stops the early way only.
        return early["catch"](function () {
          return wasm.compile(bytes);
        })["catch"](function (error) {
          // Refused on grounds other than the bytes: nothing tells whether age or a setting is the reason.
          fail(!right ? foreign : /^CompileError(?!.*(allow|polic|CSP))/.test(error) ? "browser" : "webassembly");
        });
      });
    });
  }

  // A request that fails says nothing of why: whether another file comes does.
  function diagnose(error) {
    if (error.boot) return Promise.resolve(error.boot);
    return get("/favicon.svg?" + now(), "no-store").then(
      function (answer) {
        return answer.ok ? "blocked" : "offline";
      },
      function () {
        return "offline";
      }
    );
  }

  function failed(error) {
    if (program || started) return;
    // Once may be chance.
    if (!missed && (!error.boot || error.boot === "offline")) {
      missed = setTimeout(load, 500);
      return;
    }
    diagnose(error).then(function (name) {
      if (!program && !started) showGate(name);
    });
  }

  function load() {
    clearTimeout(timer);
    if (started) return;
    tries += 1;
    arrivedAt = now();
    if (cause) tryLater();
    if (program) return findGlue();
    // Several tries may be under way: the first that brings the program wins.
    get(attribute(own, "data-wasm"), tries > 1 ? "reload" : "default")
      .then(compile)
      .then(function (compiled) {
        program = program || compiled;
        if (!glueFailed) leaveGate();
        start();
      })
      ["catch"](failed);
  }

  function start() {
    if (!program || started) return;
    if (!glue) return findGlue();
    started = true;
    glue({ module_or_path: program })["catch"](crash);
  }

  // The starter is a script of the page: one that did not come comes with a new page only.
  function findGlue() {
    if (!glueFailed) return;
    get(byId("program").src, "reload")
      .then(function (answer) {
        mustBeGood(answer);
        if (isPage(answer)) fail("replaced");
        // It comes now. Where it did before, something refuses it as a script.
        if (glueMissed) reload();
        showGate("blocked");
      })
      ["catch"](function (error) {
        glueMissed = true;
        diagnose(error).then(showGate);
      });
  }

  // ── Handing over ────────────────────────────────────────────────────────────────────────────────

  function isInUse() {
    return !!page && all("input", page).indexOf(doc.activeElement) >= 0;
  }

  function isEmpty() {
    return all("input", page).every(function (field) {
      return !field.value;
    });
  }

  function look() {
    if (begin && page && (pending || !(pressed || isInUse()) || (signedIn && isEmpty()))) begin();
  }

  function lookSoon() {
    setTimeout(look, 100);
  }

  // In order, what takes the focus and stands on both pages, whatever the checks show.
  function stops(mine) {
    return all("header a,button,.login__forgot a").filter(function (stop) {
      return box.contains(stop) === mine;
    });
  }

  function over() {
    isOver = true;
    clearInterval(watching);
    var active = doc.activeElement;
    var twin = stops(false)[stops(true).indexOf(active)];
    var selection = isInUse() && [active.selectionStart, active.selectionEnd];
    var top = window.pageYOffset;
    carry(page);
    pages.removeChild(page);
    page = 0;
    window.scrollTo(0, top);
    if (selection) twin = byId(active.id);
    if (twin) twin.focus({ preventScroll: true });
    if (selection && twin) twin.setSelectionRange(selection[0], selection[1]);
    var solved = "";
    try {
      if (sessionStorage.getItem(NOTE)) solved = word("before");
      sessionStorage.removeItem(NOTE);
    } catch (refused) {}
    clear(solved);
    setTimeout(say, 8000, "");
    if (pending) {
      all("form").forEach(function (form) {
        fire(form, "submit");
      });
    }
  }

  window.nomadeBoot = {
    language: function () {
      return language;
    },
    take: function (url) {
      var answer = asked[url];
      delete asked[url];
      return answer;
    },
    isInUse: isInUse,
    turn: function () {
      return new Promise(function (resolve) {
        begin = resolve;
        look();
      });
    },
    over: over,
    crash: crash,
    // The program's own starter calls this when it has been read.
    glue: function (init) {
      glue = init;
      start();
    },
  };

  // ── What people do ──────────────────────────────────────────────────────────────────────────────

  function listen(names, act) {
    names.split(" ").forEach(function (name) {
      addEventListener(name, act, true);
    });
  }

  listen("click", function (event) {
    var button = event.target;
    while (button.parentNode && button.tagName !== "BUTTON") button = button.parentNode;
    if (box && box.contains(button) && button !== box) {
      var deed = attribute(button, "data-boot");
      if (deed === "reload" || (deed && glueFailed)) reload();
      else if (deed) {
        say(word("again"));
        load();
      } else if (attribute(button, "lang")) switchLanguage();
      else if (attribute(button, "aria-controls")) toggle(button);
    }
    // After a failure the program is in no state to answer: a click must reach the browser alone.
    if (cause === "crash") event.stopImmediatePropagation();
    lookSoon();
  });
  listen("submit", function (event) {
    if (!page || !page.contains(event.target)) return;
    event.preventDefault();
    keepSubmit();
    lookSoon();
  });
  listen("pointerdown keydown", function () {
    pressed = true;
  });
  listen("pointerup pointercancel keyup blur focusout", function (event) {
    if (event.type !== "focusout" && (event.type !== "blur" || event.target === window)) pressed = false;
    lookSoon();
  });
  listen("online", function () {
    if (passing || missed) load();
  });
  // Going back to a page that the browser kept would show what it held: it is loaded anew.
  listen("pageshow", function (event) {
    if (event.persisted) reload();
  });
  listen("error unhandledrejection", function (event) {
    if ((event.error || event.reason || 0).name === "RuntimeError") crash();
    else if (event.target.id === "program") {
      glueFailed = true;
      start();
    }
  });

  // ── Now ─────────────────────────────────────────────────────────────────────────────────────────

  chooseLanguage();
  if (!wasm) {
    cause =
      // Younger than WebAssembly in every browser, so only a switch can have taken that away.
      Object.fromEntries
        ? "security-mode"
        : // Without this it is older than WebAssembly in every browser.
          Object.values
          ? "webassembly"
          : "browser";
  } else if (wasm.compileStreaming && window.AbortController) {
    watching = setInterval(watch, 250);
    askAhead();
  } else {
    // Both are older than the youngest that the program needs.
    cause = "browser";
  }

  // The last of the pieces has been read, so all are there.
  function stand() {
    if (box || !byId("boot-end")) return;
    box = byId("boot-pieces");
    pages = box.children[0];
    gate = box.children[1];
    bar = box.children[2];
    if (!settings.name) settings = JSON.parse(attribute(box, "data-settings"));
    if (observer) observer.disconnect();
    showPage();
    // The form first: the program's bytes would only keep it waiting.
    if (cause) showGate(cause);
    else load();
    look();
  }

  var observer = window.MutationObserver && new MutationObserver(stand);
  if (observer) observer.observe(doc, { childList: true, subtree: true });
  listen("DOMContentLoaded", stand);
})();
