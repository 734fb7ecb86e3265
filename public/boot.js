// What runs before WebAssembly, and without it: shows the login at once, asks for the settings, the portal and the
// session ahead of the program, loads the program, says why when it can't, and hands the page over.
// ES5, so that a browser which is too old for the program still reads why. No dependency; the strict policy allows
// neither markup from text nor scripts made here. The markup comes from src/pages/boot_gate.rs, through templates.
(function () {
  var doc = document;
  var root = doc.documentElement;
  var wasm = window.WebAssembly;
  // The program for this address: the whole portal for the agent space (as Route::from_path knows it), else the login's.
  var brought = byId(/^\/*space(\/|$)/.test(location.pathname) ? "whole" : "light");
  var own = brought.dataset;
  // So long without a byte: the network is slow or cut.
  var STALL = 15000;
  // An answer asked for ahead is waited for, and kept, no longer than the program itself would wait.
  var FRESH = 30000;
  // A form that was sent before the program is kept so long: who sent it may have left the device since.
  var KEPT = 120000;
  // No press lasts longer: its end went elsewhere, say outside the window.
  var PRESS = 3000;
  var NOTE = "boot-cause";

  var startedAt = Date.now();
  var language;
  var settings = {};
  var box; // holds the three that follow
  var pages; // where the login or the waiting line stands
  var gate;
  var bar;
  var again; // its button
  var page; // what stands in `pages`
  var places = []; // texts with marks, filled in again when the settings come
  var asked = {}; // answers asked for ahead, each given once
  var signedIn;
  var pending; // since when the form waits that was sent before the program was there
  var pressed; // since when a pointer or a key is down: a click may be on its way
  var begin; // called when the program may take over
  var isOver;
  var cause; // what the gate shows
  var shown; // and in which language
  var heading;
  var back; // who had the focus before the gate
  var told; // which word is to outlive the page before the program
  var starters; // scripts of the page that wait for their turn
  var starter; // the latest that had it
  var glue; // what it brings
  var glueFailed;
  var glueMissed; // its file did not come when asked for
  var program; // compiled
  var started;
  var tries = 0;
  var missed; // a request has failed before
  var timer;
  var trying; // aborts the download that is under way
  var watching;
  var done = 0;
  var total = +own.bytes;
  var arrivedAt = startedAt;
  var stalled;

  function now() {
    return Date.now();
  }

  function get(url, cache) {
    return fetch(url, { cache: cache, signal: (trying || 0).signal });
  }

  function typeOf(response) {
    return response.headers.get("content-type") || "";
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

  // The cause's name alone, so that the next start that goes well can say that it is solved; gives the one before.
  function note(name) {
    try {
      var before = sessionStorage[NOTE];
      if (name) sessionStorage[NOTE] = name;
      else delete sessionStorage[NOTE];
      return before;
    } catch (refused) {}
  }

  function all(selector, within) {
    return [].slice.call((within || doc).querySelectorAll(selector));
  }

  function one(selector, within) {
    return all(selector, within)[0];
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
      wanted.unshift(localStorage.language);
    } catch (refused) {}
    var spoken = /(^|,)(fr|en)(?=[-_,]|$)/i.exec(wanted.join());
    setLanguage(spoken ? spoken[2].toLowerCase() : "fr");
  }

  function word(name) {
    return byId("gate-" + language).dataset[name] || "";
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

  function ask(url, options, use) {
    var abort = new AbortController();
    options.signal = abort.signal;
    setTimeout(function () {
      abort.abort();
      delete asked[url];
    }, FRESH);
    var answer = fetch(url, options).then(function (response) {
      return response.text().then(function (body) {
        return { status: response.status, contentType: typeOf(response), body: body };
      });
    });
    asked[url] = answer;
    answer
      .then(function (answered) {
        use(JSON.parse(answered.body));
      })
      ["catch"](Date);
  }

  function askAhead() {
    ask("/config.json", {}, function (read) {
      // An address that the settings must not have is stopped by the policy, and the program says so.
      ["/session", "/portal"].forEach(function (path) {
        ask(
          read.api_base.replace(/\/+$/, "") + path,
          { cache: "no-store", credentials: "include", redirect: "manual" },
          function (answer) {
            signedIn = signedIn || answer.state === "signed_in";
            look();
          }
        );
      });
      useSettings(read);
    });
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
    else if (isLogin()) doc.title = fillIn(byId("login-" + language).dataset.title);
  }

  function showPage() {
    var before = page;
    page = pages.appendChild(copyOf(isLogin() ? "login" : "wait"));
    if (before) {
      carry(before);
      pages.removeChild(before);
      one(".language-switch", page).focus();
      if (pending) holdSubmit();
      else sayTold();
    }
    setTitle();
  }

  function switchLanguage() {
    setLanguage(language === "fr" ? "en" : "fr");
    try {
      localStorage.language = language;
    } catch (refused) {}
    if (!isOver) showPage();
    if (cause) showGate(cause);
  }

  // What was typed goes from one page to the other, and stays nowhere else.
  function carry(from) {
    all("input", from).forEach(function (old) {
      var twin = all("#" + old.id).filter(function (field) {
        return field !== old;
      })[0];
      if (twin) {
        if (old.value) {
          twin.value = old.value;
          fire(twin, "input");
        }
        if (old.type !== twin.type) one("button", twin.parentNode).click();
        if (old.checked !== twin.checked) twin.click();
      }
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

  function holdSubmit() {
    one("[type=submit]", page).setAttribute("aria-disabled", !!pending);
    sayTold();
  }

  function dropSubmit() {
    if (!pending || now() - pending < KEPT) return;
    pending = 0;
    one("#password", page).value = "";
    told = "dropped";
    holdSubmit();
  }

  // ── The bar at the bottom: what is spoken, bytes, a button ──────────────────────────────────────

  function write(place, text) {
    var node = bar.children[place];
    if (node.textContent !== text) node.textContent = text;
    bar.dataset.shown = bar.textContent !== again.textContent;
  }

  function say(text) {
    write(0, text);
  }

  function sayTold() {
    say(word(pending ? "pending" : told));
  }

  function hush() {
    told = 0;
    sayTold();
  }

  function clear() {
    write(1, "");
    again.hidden = true;
    say("");
  }

  function kilo(mark, first) {
    return Math.round((first === "d" ? done : total) / 1000);
  }

  // Patient while bytes come; told after a while, and offered another try when none come for long.
  function watch() {
    dropSubmit();
    if (cause) return;
    look();
    var late = !program && now() - startedAt > 1000;
    write(2, word("try"));
    write(1, late ? word(done ? "progress" : "loading").replace(/{(.)\w+}/g, kilo) : "");
    var quiet = (!program || !glue) && now() - arrivedAt > STALL;
    if (quiet) say(word(told) + " " + word("stalled"));
    else if (stalled) sayTold();
    stalled = quiet;
    again.hidden = !quiet;
  }

  // ── The gate: why the program can't run ─────────────────────────────────────────────────────────

  function family() {
    try {
      var agent = navigator.userAgent;
      if (/iP[aho]/.test(agent) || (/Macintosh/.test(agent) && navigator.maxTouchPoints > 1)) return "ios";
      return (/edg|fire/i.exec(agent) || /chro|safa/i.exec(agent))[0].toLowerCase();
    } catch (hidden) {
      return "?";
    }
  }

  function showGate(name) {
    cause = name;
    if (shown === name + language) return clear();
    if (!shown) back = doc.activeElement;
    shown = name + language;
    gate.textContent = "";
    gate.appendChild(copyOf("gate"));
    // The steps for this browser alone, where they are known.
    var mine = '[data-browser^="' + family() + '"]';
    all("[data-cause]", gate).forEach(function (section) {
      section.hidden = section.dataset.cause !== name;
      if (!section.hidden) heading = one("h1", section);
      var known = one(mine, section);
      all("[data-browser]", section).forEach(function (steps) {
        steps.hidden = known && steps !== known;
      });
    });
    stop(true);
    clear();
    heading.focus();
    if (name !== "crash") note(name);
    tryLater();
  }

  // Nothing of the program is to be seen then, whatever it was at.
  function stop(yes) {
    root.dataset.stopped = yes;
    gate.hidden = !yes;
    pages.hidden = yes;
    setTitle();
  }

  function leaveGate() {
    if (!cause) return;
    cause = shown = heading = 0;
    clearTimeout(timer);
    stop(false);
    note();
    told = told || "mended";
    sayTold();
    (byId(back.id) || back).focus();
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
    throw name;
  }

  function mustBeGood(response) {
    var status = response.status;
    if (!response.ok) fail(status === 404 ? "missing" : status === 511 ? "replaced" : status >= 500 ? "unavailable" : "blocked");
    if (/html/.test(typeOf(response))) fail("replaced");
  }

  function bytesOf(response) {
    var reader = response.body.getReader();
    var parts = [];
    var length = 0;
    function next(step) {
      if (step.done) return new Response(new Blob(parts)).arrayBuffer();
      parts.push(step.value);
      done = length += step.value.length;
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
  function isAsBuilt(bytes, wanted) {
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
      var foreign = bytes.byteLength < total ? "offline" : "altered";
      return isAsBuilt(bytes, own.sha384).then(function (right) {
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
    if (!error.name) return Promise.resolve(error);
    return get("/favicon.svg?" + now()).then(
      function (answer) {
        return answer.ok ? "blocked" : "offline";
      },
      function () {
        return "offline";
      }
    );
  }

  function failed(error) {
    if (started) return;
    glueMissed = program;
    glueFailed = glueFailed || program;
    // Once may be chance.
    if (!missed && (error.name || error === "offline")) {
      missed = setTimeout(load, 500, 1);
      return;
    }
    diagnose(error).then(function (name) {
      if (glueMissed === program && !started) showGate(name);
    });
  }

  // One download at a time, which is left alone until no byte has come for `patience`.
  function load(patience) {
    clearTimeout(timer);
    // Only a person's patience ends with a starter that is on its way.
    if (started || (program && !glueFailed && !patience)) return;
    if (cause) tryLater();
    if (trying) {
      if (now() - arrivedAt < (patience || STALL)) return;
      trying.abort();
    }
    var mine = (trying = new AbortController());
    tries += 1;
    done = 0;
    arrivedAt = now();
    (program ? findGlue() : findProgram())
      .then(function (next) {
        trying = 0;
        next();
      })
      ["catch"](function (error) {
        if (mine !== trying) return;
        trying = 0;
        failed(error);
      });
  }

  function findProgram() {
    return get(own.wasm, tries > 1 ? "reload" : "default")
      .then(compile)
      .then(function (compiled) {
        program = compiled;
        if (!glueFailed) leaveGate();
        return start;
      });
  }

  function start() {
    if (!program || started) return;
    if (glue) {
      started = true;
      leaveGate();
      glue({ module_or_path: program })["catch"](crash);
    } else if (glueFailed) load();
  }

  // A script can't be made here, but one that stands in a template can be put to work. The second has another address:
  // a browser does not ask again for a module that did not come.
  function runStarter() {
    glueFailed = 0;
    starter = doc.importNode(starters.shift(), true);
    starter.onerror = function () {
      glueFailed = true;
      start();
    };
    root.appendChild(starter);
  }

  function refused() {
    showGate("blocked");
  }

  // What holds the starter back: the browser does not say why a script did not come. Asked for under the address of the
  // next try, since some browsers let a second request for a file wait for the first.
  function findGlue() {
    return get((starters[0] || starter).src, "reload")
      .then(function (answer) {
        mustBeGood(answer);
        return bytesOf(answer);
      })
      .then(function (bytes) {
        return isAsBuilt(bytes, starter.integrity.slice(7));
      })
      .then(function (right) {
        if (right === false) fail("altered");
        // Where it has come before too, something refuses it as a script; else a new page asks for it again.
        return starters[0] ? runStarter : glueFailed && !glueMissed ? refused : reload;
      });
  }

  // ── Handing over ────────────────────────────────────────────────────────────────────────────────

  // Where something can be typed.
  function fields() {
    return all(".field__input", page);
  }

  function isInUse() {
    return !!page && fields().indexOf(doc.activeElement) >= 0;
  }

  function isEmpty() {
    return fields().every(function (field) {
      return !field.value;
    });
  }

  function look() {
    if (begin && page && (pending || !(now() - pressed < PRESS || isInUse()) || (signedIn && isEmpty()))) begin();
  }

  // In order, what takes the focus and stands on both pages, whatever the checks show.
  function stops(mine) {
    return all("button,header a,[class^=login__] a,footer a").filter(function (stop) {
      return box.contains(stop) === mine;
    });
  }

  function over() {
    dropSubmit();
    isOver = true;
    clearInterval(watching);
    var active = doc.activeElement;
    var twin = stops(false)[stops(true).indexOf(active)];
    var selection = isInUse() && [active.selectionStart, active.selectionEnd];
    var top = pageYOffset;
    carry(page);
    pages.removeChild(page);
    page = 0;
    scrollTo(0, top);
    twin = byId(active.id) || twin;
    if (twin) {
      twin.focus({ preventScroll: true });
      if (selection) twin.setSelectionRange(selection[0], selection[1]);
    }
    if (note() && !told) told = "before";
    clear();
    if (pending) {
      pending = 0;
      all("form").forEach(function (form) {
        fire(form, "submit");
      });
    }
    sayTold();
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
    if (box.contains(button) && button !== box) {
      var deed = button.dataset.boot;
      if (deed === "reload" || (deed && glueFailed && !starters[0])) reload();
      else if (deed) {
        say(word("again"));
        // What was said before is said again when bytes come.
        stalled = pending;
        load(2000);
      } else if (button.lang) switchLanguage();
      else if (button.getAttribute("aria-controls")) toggle(button);
    }
    // After a failure the program is in no state to answer: a click must reach the browser alone.
    if (cause === "crash") event.stopImmediatePropagation();
  });
  listen("submit", function (event) {
    if (!page || !page.contains(event.target)) return;
    event.preventDefault();
    pending = now();
    holdSubmit();
  });
  listen("pointerdown keydown", function () {
    pressed = now();
    // Somebody is there to read it.
    if (told) setTimeout(hush, 8000);
  });
  listen("pointerup pointercancel keyup", function () {
    pressed = 0;
  });
  listen("online", function () {
    load(2000);
  });
  // Going back to a page that the browser kept would show what it held: it is loaded anew.
  listen("pageshow", function (event) {
    if (event.persisted) reload();
  });
  listen("error unhandledrejection", function (event) {
    // A panic, or what the browser threw through the program: either way nothing of it answers any more.
    if (/wasm/.test((event.error || event.reason || 0).stack)) crash();
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
  } else if (!wasm.compileStreaming || !window.AbortController) {
    // Both are older than the youngest that the program needs.
    cause = "browser";
  }
  // Then nothing is to be started.
  started = cause;

  // The page has been read: this script is deferred.
  box = byId("boot-pieces");
  pages = box.children[0];
  gate = box.children[1];
  bar = box.children[2];
  again = bar.children[2];
  settings = JSON.parse(box.dataset.settings);
  showPage();
  // What stands in for this script goes before it costs a layout.
  say("");
  if (cause) showGate(cause);
  else {
    // The form first: all else would only keep it waiting, the bytes of the program and the work of asking.
    load();
    starters = all("script", brought.content);
    runStarter();
    askAhead();
    watching = setInterval(watch, 250);
  }
})();
